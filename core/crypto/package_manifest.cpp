#include "core/crypto/package_manifest.h"

#include "core/crypto/encoding.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_set>

namespace destek::crypto
{

namespace
{

constexpr std::string_view kFirstLine = "destek-package 1";
constexpr std::string_view kGap = "  ";
constexpr std::size_t kHashDigits = 64;
constexpr std::size_t kMostPath = 1000;
constexpr std::size_t kMostPart = 255;

std::string lowerAscii(std::string_view text)
{
    std::string out(text);
    for (char &c : out) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

/// Length in bytes of the UTF-8 sequence at the front, 0 when it is none (overlong, surrogate,
/// beyond U+10FFFF, or a C1 control).
std::size_t sequence(std::string_view text)
{
    const auto at = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = at(0);
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((at(i) & 0xC0) != 0x80)
            return 0;
    }
    const std::uint8_t second = at(1);
    if ((first == 0xC2 && second < 0xA0) || (first == 0xE0 && second < 0xA0) ||
        (first == 0xED && second > 0x9F) || (first == 0xF0 && second < 0x90) ||
        (first == 0xF4 && second > 0x8F))
        return 0;
    return length;
}

bool isText(std::string_view text)
{
    constexpr std::string_view kForbidden = "\\:*?\"<>|\x7f";
    while (!text.empty()) {
        const std::size_t length = sequence(text);
        const char c = text.front();
        if (length == 0 || (length == 1 && (static_cast<unsigned char>(c) < 0x20 ||
                                            kForbidden.find(c) != std::string_view::npos)))
            return false;
        text.remove_prefix(length);
    }
    return true;
}

bool isPart(std::string_view part)
{
    // "." and ".." end in a dot; Windows drops final dots and spaces, so that names would merge.
    return !part.empty() && part.size() <= kMostPart && part.back() != '.' && part.back() != ' ';
}

bool isOwnFile(std::string_view path)
{
    const std::string lower = lowerAscii(path);
    return lower == kManifestFile || lower == kManifestSignatureFile || lower == kPackageKeyFile;
}

std::string lineOf(const ManifestRow &row)
{
    std::string line = hex(row.hash);
    line += kGap;
    line += std::to_string(row.size);
    line += kGap;
    line += row.path;
    line += '\n';
    return line;
}

std::optional<ManifestRow> readLine(std::string_view line)
{
    if (line.size() < kHashDigits + kGap.size() || line.substr(kHashDigits, 2) != kGap)
        return std::nullopt;
    const std::optional<Hash> hash = hashFromHex(line.substr(0, kHashDigits));
    const std::string_view rest = line.substr(kHashDigits + kGap.size());
    const std::size_t gap = rest.find(kGap);
    if (!hash || gap == std::string_view::npos)
        return std::nullopt;
    ManifestRow row{std::string(rest.substr(gap + kGap.size())), 0, *hash};
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + gap, row.size);
    // One spelling only: capitals in the hash or zeros before the size are refused here.
    if (error != std::errc() || lineOf(row) != std::string(line) + '\n')
        return std::nullopt;
    return row;
}

std::optional<ManifestError> orderFault(const std::vector<ManifestRow> &rows, std::size_t at,
                                        std::unordered_set<std::string> &folded)
{
    if (!isPackagePath(rows[at].path))
        return ManifestError::BadPath;
    if (at > 0 && rows[at].path < rows[at - 1].path)
        return ManifestError::NotSorted;
    if (!folded.insert(lowerAscii(rows[at].path)).second)
        return ManifestError::Duplicate;
    return std::nullopt;
}

} // namespace

bool isPackagePath(std::string_view path)
{
    if (path.empty() || path.size() > kMostPath || !isText(path) || isOwnFile(path))
        return false;
    for (;;) {
        const std::size_t slash = path.find('/');
        if (!isPart(path.substr(0, slash)))
            return false;
        if (slash == std::string_view::npos)
            return true;
        path.remove_prefix(slash + 1);
    }
}

Result<std::string, ManifestFault> buildManifest(std::vector<ManifestRow> rows)
{
    if (rows.size() > kMostManifestRows)
        return failure(ManifestFault{ManifestError::TooLarge, kMostManifestRows});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!isPackagePath(rows[i].path))
            return failure(ManifestFault{ManifestError::BadPath, i});
    }
    std::sort(rows.begin(), rows.end(),
              [](const ManifestRow &a, const ManifestRow &b) { return a.path < b.path; });
    std::unordered_set<std::string> folded;
    std::string text = std::string(kFirstLine) + '\n';
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (const auto error = orderFault(rows, i, folded))
            return failure(ManifestFault{*error, i});
        text += lineOf(rows[i]);
    }
    if (text.size() > kMostManifest)
        return failure(ManifestFault{ManifestError::TooLarge, rows.size()});
    return text;
}

Result<std::vector<ManifestRow>, ManifestFault> parseManifest(std::string_view text)
{
    if (text.size() > kMostManifest)
        return failure(ManifestFault{ManifestError::TooLarge, 0});
    if (text.empty())
        return failure(ManifestFault{ManifestError::UnknownVersion, 1});
    std::vector<ManifestRow> rows;
    std::unordered_set<std::string> folded;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        if (number == 1 && line != kFirstLine)
            return failure(ManifestFault{ManifestError::UnknownVersion, number});
        if (end == std::string_view::npos)
            return failure(ManifestFault{ManifestError::BadLine, number});
        text.remove_prefix(end + 1);
        if (number == 1)
            continue;
        std::optional<ManifestRow> row = readLine(line);
        if (!row)
            return failure(ManifestFault{ManifestError::BadLine, number});
        if (rows.size() == kMostManifestRows)
            return failure(ManifestFault{ManifestError::TooLarge, number});
        rows.push_back(std::move(*row));
        if (const auto error = orderFault(rows, rows.size() - 1, folded))
            return failure(ManifestFault{*error, number});
    }
    return rows;
}

} // namespace destek::crypto
