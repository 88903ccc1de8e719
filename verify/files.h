#pragma once

#include "core/base/result.h"
#include "core/crypto/bytes.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace destek::verify
{

enum class FileError {
    Missing,
    NotPlain, ///< a link, a folder, a device, a pipe
    TooLarge,
    Unreadable,
};

/// Whether links are followed: yes for files a person named, never for files inside a package.
enum class Links { Follow, Refuse };

inline constexpr std::size_t kMostSmallFile = std::size_t{16} * 1024 * 1024;

[[nodiscard]] Result<std::string, FileError> readFile(const std::filesystem::path &path,
                                                      std::size_t most, Links links);

/// Streams; memory does not grow with the file. Links are refused.
[[nodiscard]] Result<crypto::Hash, FileError> hashFile(const std::filesystem::path &path);

/// UTF-8 for messages, also on systems whose paths are not UTF-8.
[[nodiscard]] std::string nameOf(const std::filesystem::path &path);

} // namespace destek::verify
