#include "verify/files.h"

#include "core/crypto/keyed_hash.h"

#include <fstream>
#include <optional>
#include <vector>

namespace destek::verify
{

namespace
{

namespace fs = std::filesystem;

constexpr std::size_t kPiece = 64 * 1024;

std::optional<FileError> refusal(const fs::path &path, Links links)
{
    std::error_code error;
    const fs::file_status status =
        links == Links::Follow ? fs::status(path, error) : fs::symlink_status(path, error);
    if (status.type() == fs::file_type::not_found)
        return FileError::Missing;
    if (status.type() == fs::file_type::none)
        return FileError::Unreadable;
    if (status.type() != fs::file_type::regular)
        return FileError::NotPlain;
    return std::nullopt;
}

} // namespace

Result<std::string, FileError> readFile(const fs::path &path, std::size_t most, Links links)
{
    if (const auto refused = refusal(path, links))
        return failure(*refused);
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return failure(FileError::Unreadable);
    std::string content;
    std::vector<char> piece(kPiece);
    while (file.read(piece.data(), kPiece), file.gcount() > 0) {
        content.append(piece.data(), static_cast<std::size_t>(file.gcount()));
        if (content.size() > most)
            return failure(FileError::TooLarge);
    }
    if (file.bad())
        return failure(FileError::Unreadable);
    return content;
}

Result<crypto::Hash, FileError> hashFile(const fs::path &path)
{
    if (const auto refused = refusal(path, Links::Refuse))
        return failure(*refused);
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return failure(FileError::Unreadable);
    crypto::Sha256 hash;
    std::vector<char> piece(kPiece);
    while (file.read(piece.data(), kPiece), file.gcount() > 0)
        hash.add(crypto::view({piece.data(), static_cast<std::size_t>(file.gcount())}));
    if (file.bad())
        return failure(FileError::Unreadable);
    return hash.finish();
}

std::string nameOf(const fs::path &path)
{
    const std::u8string name = path.generic_u8string();
    return {reinterpret_cast<const char *>(name.data()), name.size()};
}

} // namespace destek::verify
