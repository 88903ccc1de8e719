#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace destek::verify
{

/// Longest entry of an audit log in bytes; a longer line is refused before it fills the memory.
inline constexpr std::size_t kMostLine = std::size_t{1} * 1024 * 1024;

/// Reads a file of entries line by line without holding it.
class LineReader
{
public:
    enum class Step {
        Line,      ///< line() is the next entry, without its newline
        End,       ///< all lines were read
        Malformed, ///< an empty line, one that is too long, or a last one without newline
        Unreadable,
    };

    explicit LineReader(const std::filesystem::path &path);

    [[nodiscard]] Step next();
    [[nodiscard]] std::string_view line() const { return m_line; }
    /// Of the line last read, or tried, from 1.
    [[nodiscard]] std::uint64_t number() const { return m_number; }

private:
    std::ifstream m_file;
    std::string m_line;
    std::uint64_t m_number = 0;
};

} // namespace destek::verify
