#pragma once

#include <QString>

#include <vector>

/// How numbers stand in a text: private to core/text.
namespace destek::text
{

/// Digits that touch each other; invisible characters between them do not part them.
struct DigitGroup {
    QString digits;            ///< as ASCII
    std::vector<qsizetype> at; ///< unit position of each digit
    qsizetype start = 0;       ///< first unit
    qsizetype end = 0;         ///< one past the last unit
    bool joined = false;       ///< only a short separator stands between it and the one before
    QString separator;         ///< that separator
    bool plus = false;         ///< a plus sign stands right before it
    bool afterStar = false;    ///< the rest of a number that was masked before

    [[nodiscard]] qsizetype size() const { return digits.size(); }
};

[[nodiscard]] std::vector<DigitGroup> digitGroups(QStringView text);

/// Some neighbouring joined groups, read as one number.
struct Window {
    size_t first = 0;
    size_t last = 0; ///< inclusive
    QString digits;
};

/// How many digits a window may have.
struct Span {
    qsizetype min = 0;
    qsizetype max = 0;
};

/// All windows of that span that begin with this group, shortest first.
[[nodiscard]] std::vector<Window> windowsFrom(const std::vector<DigitGroup> &groups, size_t first,
                                              Span span);

/// 4-4-4-4, 4-6-5 and the like: how cards are printed.
[[nodiscard]] bool isPrintedLikeCard(const std::vector<DigitGroup> &groups, const Window &window);

/// No grouping at all, large groups, or equal small ones parted by one and the same separator.
[[nodiscard]] bool isEvenlyGrouped(const std::vector<DigitGroup> &groups, const Window &window);

/// 3-3-2-2, 3-3-4, 3-7 and the like, after an optional country code or zero.
[[nodiscard]] bool isPrintedLikeMobile(const std::vector<DigitGroup> &groups, const Window &window);

} // namespace destek::text
