#pragma once

#include "core/base/result.h"
#include "core/crypto/bytes.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The list of files of an export package: what the daemon writes and destek-verify reads
/// . Exact bytes: docs/formats.md.
///
///     destek-package 1
///     <64 hex digits>  <size in bytes>  <relative path>
namespace destek::crypto
{

inline constexpr std::string_view kManifestFile = "manifest.txt";
inline constexpr std::string_view kManifestSignatureFile = "manifest.sig";
inline constexpr std::string_view kPackageKeyFile = "signing-key.pem";
/// Largest manifest anyone reads or writes, in bytes and in rows.
inline constexpr std::size_t kMostManifest = std::size_t{64} * 1024 * 1024;
inline constexpr std::size_t kMostManifestRows = 500'000;

enum class ManifestError {
    UnknownVersion, ///< the first line is not "destek-package 1"
    BadLine,        ///< a line that is not spelled the one way this format allows
    BadPath,        ///< absolute, with "..", reserved, or unfit for some file system
    NotSorted,      ///< paths not in ascending byte order
    Duplicate,      ///< a path twice, or two that differ only in ASCII case
    TooLarge,
};

struct ManifestRow {
    std::string path; ///< UTF-8, '/' between parts
    std::uint64_t size = 0;
    Hash hash{}; ///< SHA-256 of the content

    bool operator==(const ManifestRow &) const = default;
};

/// Where it is wrong: the row (from 0) given to buildManifest, for Duplicate the row once sorted;
/// or the line read (from 1).
struct ManifestFault {
    ManifestError error = ManifestError::BadLine;
    std::size_t where = 0;
};

/// May this be written below a folder on any system? UTF-8 without control characters, at most
/// 1000 bytes, parts of at most 255; no empty part, no "." or "..", no part that ends in a dot or
/// space, none of \ : * ? " < > |, not one of the package's own three files.
[[nodiscard]] bool isPackagePath(std::string_view path);

/// The text of manifest.txt, sorted; rows may come in any order. Sign exactly these bytes.
[[nodiscard]] Result<std::string, ManifestFault> buildManifest(std::vector<ManifestRow> rows);

[[nodiscard]] Result<std::vector<ManifestRow>, ManifestFault> parseManifest(std::string_view text);

} // namespace destek::crypto
