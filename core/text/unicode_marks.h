#pragma once

#include <QChar>
#include <QString>

/// Small questions about code points that several files of this room ask.
namespace destek::text
{

/// Letters without width that are not format characters by category, yet paint nothing.
[[nodiscard]] inline bool isFiller(char32_t c)
{
    return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
}

/// Non-spacing and enclosing marks.
[[nodiscard]] inline bool isMark(char32_t c)
{
    const auto category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

[[nodiscard]] inline bool isFormat(char32_t c)
{
    return QChar::category(c) == QChar::Other_Format;
}

/// What a reader of words and numbers passes over: marks, format characters, fillers and controls.
/// Line ends and tabs are controls too, but they part what they stand between.
[[nodiscard]] inline bool isUnread(char32_t c)
{
    if (QChar::isSpace(c))
        return false;
    return isMark(c) || isFormat(c) || isFiller(c) || QChar::category(c) == QChar::Other_Control;
}

/// U+202A-202E and U+2066-2069: they reorder what stands around them.
[[nodiscard]] inline bool isBidiControl(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// Left-to-right, right-to-left and Arabic letter mark: invisible hints.
[[nodiscard]] inline bool isBidiHint(char32_t c)
{
    return c == 0x200E || c == 0x200F || c == 0x061C;
}

inline void append(QString &out, char32_t c)
{
    if (QChar::requiresSurrogates(c)) {
        out += QChar(QChar::highSurrogate(c));
        out += QChar(QChar::lowSurrogate(c));
    } else {
        out += QChar(char16_t(c));
    }
}

/// The code point at the position and how many units it takes; a broken surrogate is U+FFFD.
struct CodePoint {
    char32_t value = 0;
    qsizetype units = 1;
};
[[nodiscard]] inline CodePoint codePointAt(QStringView text, qsizetype at)
{
    const QChar unit = text[at];
    if (!unit.isSurrogate())
        return {unit.unicode(), 1};
    if (unit.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(unit, text[at + 1]), 2};
    return {QChar::ReplacementCharacter, 1};
}

/// Calls visit(char32_t) for every code point.
template <typename Visit>
void forEachCodePoint(QStringView text, Visit &&visit)
{
    for (qsizetype at = 0; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        visit(point.value);
        at += point.units;
    }
}

} // namespace destek::text
