#include "verify/line_reader.h"

namespace destek::verify
{

LineReader::LineReader(const std::filesystem::path &path) : m_file(path, std::ios::binary) {}

LineReader::Step LineReader::next()
{
    if (!m_file.is_open())
        return Step::Unreadable;
    m_line.clear();
    ++m_number;
    std::streambuf *buffer = m_file.rdbuf();
    for (;;) {
        const int got = buffer->sbumpc();
        if (got == std::char_traits<char>::eof())
            return m_line.empty() ? Step::End : Step::Malformed;
        if (got == '\n')
            return m_line.empty() ? Step::Malformed : Step::Line;
        if (m_line.size() == kMostLine)
            return Step::Malformed;
        m_line += static_cast<char>(got);
    }
}

} // namespace destek::verify
