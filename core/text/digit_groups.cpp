#include "core/text/digit_groups.h"

#include "core/text/unicode_marks.h"

#include <algorithm>
#include <initializer_list>

namespace destek::text
{

namespace
{

constexpr qsizetype kMaxSeparator = 4;

bool isSeparator(char32_t c)
{
    const auto category = QChar::category(c);
    return QChar::isSpace(c) || category == QChar::Punctuation_Dash ||
           category == QChar::Punctuation_Connector || c == 0x00B7 || c == 0x2022 || c == 0x2212 ||
           (c < 0x80 && QStringView(u"./,:;|()+'").contains(QChar(char16_t(c))));
}

std::vector<qsizetype> sizesOf(const std::vector<DigitGroup> &groups, const Window &window)
{
    std::vector<qsizetype> sizes;
    for (size_t at = window.first; at <= window.last; ++at)
        sizes.push_back(groups[at].size());
    return sizes;
}

using Sizes = std::initializer_list<qsizetype>;

bool isOneOf(const std::vector<qsizetype> &sizes, std::initializer_list<Sizes> known)
{
    return std::any_of(known.begin(), known.end(), [&sizes](const Sizes &candidate) {
        return std::equal(sizes.begin(), sizes.end(), candidate.begin(), candidate.end());
    });
}

/// Collects groups while code points go by.
class GroupReader
{
public:
    void read(char32_t c, qsizetype at, qsizetype units)
    {
        if (QChar::category(c) == QChar::Number_DecimalDigit)
            addDigit(QChar::digitValue(c), at, units);
        else if (isUnread(c))
            return; // neither part of a number nor an end of one, NUL included
        else if (isSeparator(c) && m_separator.size() < kMaxSeparator)
            append(m_separator, c);
        else
            breakOff(c);
    }

    std::vector<DigitGroup> take() { return std::move(m_groups); }

private:
    void addDigit(int value, qsizetype at, qsizetype units)
    {
        if (m_broken || m_groups.empty() || !m_separator.isEmpty()) {
            DigitGroup group;
            group.start = at;
            group.joined = !m_broken && !m_groups.empty();
            group.separator = m_separator;
            group.plus = m_separator.endsWith(u'+');
            group.afterStar = m_broken == U'*' && m_separator.isEmpty();
            m_groups.push_back(std::move(group));
        }
        m_broken = 0;
        m_separator.clear();
        DigitGroup &group = m_groups.back();
        group.digits += QChar(char16_t(u'0' + value));
        group.at.push_back(at);
        group.end = at + units;
    }

    void breakOff(char32_t c)
    {
        m_broken = c;
        m_separator.clear();
        if (c < 0x80 && isSeparator(c))
            append(m_separator, c);
    }

    std::vector<DigitGroup> m_groups;
    QString m_separator;
    char32_t m_broken = 0; ///< what ended the joining, if anything
};

} // namespace

std::vector<DigitGroup> digitGroups(QStringView text)
{
    GroupReader reader;
    for (qsizetype at = 0; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        reader.read(point.value, at, point.units);
        at += point.units;
    }
    return reader.take();
}

std::vector<Window> windowsFrom(const std::vector<DigitGroup> &groups, size_t first, Span span)
{
    std::vector<Window> windows;
    QString digits;
    for (size_t last = first; last < groups.size(); ++last) {
        const DigitGroup &group = groups[last];
        if ((last > first && !group.joined) || digits.size() + group.size() > span.max)
            break;
        digits += group.digits;
        if (digits.size() >= span.min)
            windows.push_back({first, last, digits});
    }
    return windows;
}

bool isPrintedLikeCard(const std::vector<DigitGroup> &groups, const Window &window)
{
    return isOneOf(sizesOf(groups, window), {{4, 4, 4, 4},
                                             {4, 4, 4, 4, 3},
                                             {4, 6, 5},
                                             {4, 6, 4},
                                             {4, 3, 3, 3},
                                             {4, 4, 4, 1},
                                             {4, 4, 4, 3},
                                             {4, 4, 4, 2}});
}

bool isEvenlyGrouped(const std::vector<DigitGroup> &groups, const Window &window)
{
    const std::vector<qsizetype> sizes = sizesOf(groups, window);
    const auto beforeLast = sizes.end() - 1;
    if (std::all_of(sizes.begin(), beforeLast, [](auto size) { return size >= 4; }))
        return true;
    for (size_t at = window.first + 2; at <= window.last; ++at) {
        if (groups[at].separator != groups[window.first + 1].separator)
            return false;
    }
    return sizes.back() <= sizes[0] &&
           std::all_of(sizes.begin(), beforeLast, [&](auto size) { return size == sizes[0]; });
}

bool isPrintedLikeMobile(const std::vector<DigitGroup> &groups, const Window &window)
{
    return isOneOf(sizesOf(groups, window),
                   {{10}, {3, 7}, {3, 3, 4}, {3, 4, 3}, {3, 3, 2, 2}, {3, 2, 2, 3}, {3, 2, 3, 2}});
}

} // namespace destek::text
