#include "verify/package_check.h"

#include "core/crypto/package_manifest.h"
#include "verify/files.h"
#include "verify/keys.h"

#include <map>
#include <optional>

namespace destek::verify
{

namespace
{

namespace fs = std::filesystem;

constexpr std::size_t kMostEntries = 2 * crypto::kMostManifestRows;

/// What lies in the folder: relative name to "is a plain file". Links are never followed, so
/// that nothing outside the folder is read, and a link is a finding by itself.
using Contents = std::map<std::string, bool>;

std::optional<Contents> walk(const fs::path &folder, Report &report)
{
    Contents contents;
    std::error_code error;
    fs::recursive_directory_iterator at(folder, fs::directory_options::none, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        const std::string name = nameOf(at->path().lexically_relative(folder));
        std::error_code unknown;
        const fs::file_type type = at->symlink_status(unknown).type();
        if (type == fs::file_type::directory)
            continue;
        contents.emplace(name, type == fs::file_type::regular);
        if (type != fs::file_type::regular)
            report.add(Problem::NotPlain, name);
        if (contents.size() > kMostEntries) {
            report.add(Problem::TooManyFiles, report.subject);
            return std::nullopt;
        }
    }
    if (error) {
        report.add(Problem::Unreadable, report.subject);
        return std::nullopt;
    }
    return contents;
}

void checkFile(const fs::path &folder, const crypto::ManifestRow &row, Report &report)
{
    const fs::path path = folder / fs::path(std::u8string(row.path.begin(), row.path.end()));
    std::error_code error;
    const std::uint64_t size = fs::file_size(path, error);
    if (error) {
        report.add(Problem::Unreadable, row.path);
        return;
    }
    if (size != row.size) {
        report.add(Problem::FileSize, row.path, row.size, size);
        return;
    }
    const auto hash = hashFile(path);
    if (!hash)
        report.add(Problem::Unreadable, row.path);
    else if (!crypto::equal(*hash, row.hash))
        report.add(Problem::FileChanged, row.path);
    ++report.files;
    report.bytes += size;
}

void checkFiles(const fs::path &folder, const std::vector<crypto::ManifestRow> &rows,
                Contents contents, Report &report)
{
    for (const std::string_view own :
         {crypto::kManifestFile, crypto::kManifestSignatureFile, crypto::kPackageKeyFile})
        contents.erase(std::string(own));
    for (const crypto::ManifestRow &row : rows) {
        const auto found = contents.find(row.path);
        if (found == contents.end()) {
            report.add(Problem::FileMissing, row.path);
            continue;
        }
        if (found->second)
            checkFile(folder, row, report);
        contents.erase(found);
    }
    for (const auto &[name, plain] : contents) {
        if (plain) // what is not plain was reported by walk()
            report.add(Problem::FileExtra, name);
    }
}

} // namespace

Report checkPackage(const Options &options)
{
    Report report;
    report.check = Check::Package;
    report.subject = nameOf(options.subject);
    const fs::path &folder = options.subject;
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        report.add(Problem::Unreadable, report.subject);
        return report;
    }
    const auto contents = walk(folder, report);
    if (!contents)
        return report;
    const auto keys = chooseKeys(options, folder / crypto::kPackageKeyFile, report);
    const auto text =
        readFile(folder / crypto::kManifestFile, crypto::kMostManifest, Links::Refuse);
    const std::string name(crypto::kManifestFile);
    if (!text) {
        if (text.error() == FileError::Missing)
            report.add(Problem::ManifestMissing, name);
        else if (text.error() == FileError::TooLarge)
            report.add(Problem::ManifestMalformed, name);
        else if (text.error() == FileError::Unreadable)
            report.add(Problem::Unreadable, name);
        return report; // a link was reported by walk()
    }
    verifyDetached(keys, *text, folder / crypto::kManifestSignatureFile, name, report);
    const auto rows = crypto::parseManifest(*text);
    if (!rows) {
        report.add(Problem::ManifestMalformed, name, rows.error().where);
        return report;
    }
    checkFiles(folder, *rows, *contents, report);
    return report;
}

} // namespace destek::verify
