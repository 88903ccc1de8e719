#include "core/text/markup.h"

#include "core/text/unicode_marks.h"

#include <algorithm>
#include <array>

namespace destek::text
{

namespace
{

/// What a UTF-16 unit is: the styles of it, and whether it is a sign of ours.
constexpr quint8 kStyles = 0x0F;
constexpr quint8 kSign = 0x10;   ///< a sign such as '*'; left out of a bubble
constexpr quint8 kOpaque = 0x20; ///< inside of mono: nothing else is looked for
constexpr qsizetype kFenceLength = 3;
constexpr qsizetype kMostDigits = 3;

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

bool isFence(QStringView text, qsizetype at)
{
    return at + kFenceLength <= text.size() && text[at] == u'`' && text[at + 1] == u'`' &&
           text[at + 2] == u'`';
}

/// Letters, digits and whatever joins on to the character before it: a sign next to one of these
/// belongs to a word (2*3, snake_case), and taking it out would join what it held apart.
bool isWordAt(QStringView text, qsizetype at)
{
    if (at < 0 || at >= text.size())
        return false;
    const QChar unit = text[at];
    if (unit.isLowSurrogate() && at > 0)
        --at;
    const char32_t c = codePointAt(text, at).value;
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || isFormat(c) ||
           (c >= 0x1F3FB && c <= 0x1F3FF);
}

bool isGap(QStringView text, qsizetype at)
{
    return at < 0 || at >= text.size() || text[at].isSpace();
}

struct Sign {
    char16_t unit;
    Style style;
};
constexpr std::array<Sign, 3> kSigns{
    {{u'*', Style::Bold}, {u'_', Style::Italic}, {u'~', Style::Strike}}};

int signOf(QChar c)
{
    for (size_t i = 0; i < kSigns.size(); ++i) {
        if (c == kSigns[i].unit)
            return int(i);
    }
    return -1;
}

/// Marks every unit of a text. Each unit is looked at a fixed number of times: a style is open
/// at most once at a time, so spans of one style never overlap, and a search for an end that
/// found none is not made again.
class Marker
{
public:
    explicit Marker(QStringView text) : m_text(text), m_units(text.size(), '\0') {}

    QByteArray mark(QList<MarkupBlock> &blocks)
    {
        markFences();
        for (qsizetype start = 0; start <= m_text.size();) {
            qsizetype end = start;
            while (end < m_text.size() && !isLineEnd(m_text[end]))
                ++end;
            const MarkupBlock block = blockOf(start, end);
            blocks << block;
            markInlineMono(start + block.prefix, end);
            markSigns(start + block.prefix, end);
            start = end + 1;
        }
        return m_units;
    }

private:
    void put(qsizetype from, qsizetype to, quint8 bits)
    {
        for (qsizetype i = from; i < to; ++i)
            m_units[i] = char(quint8(m_units[i]) | bits);
    }

    [[nodiscard]] bool has(qsizetype at, quint8 bit) const
    {
        return (quint8(m_units[at]) & bit) != 0;
    }

    void putMono(qsizetype from, qsizetype to, qsizetype sign)
    {
        put(from, to, quint8(Style::Mono) | kOpaque);
        put(from, from + sign, kSign);
        put(to - sign, to, kSign);
    }

    /// ```…```, also over several lines.
    void markFences()
    {
        for (qsizetype at = 0; at < m_text.size(); ++at) {
            if (!isFence(m_text, at))
                continue;
            // At least one character inside; the last three of a longer row close.
            qsizetype end = at + kFenceLength + 1;
            while (end < m_text.size() && !isFence(m_text, end))
                ++end;
            if (end >= m_text.size())
                return;
            while (end + kFenceLength < m_text.size() && m_text[end + kFenceLength] == u'`')
                ++end;
            if (!isJoining(at + kFenceLength) && !isJoining(end + kFenceLength))
                putMono(at, end + kFenceLength, kFenceLength);
            at = end + kFenceLength - 1;
        }
    }

    /// Would join on to the character before it if a sign between them were left out.
    [[nodiscard]] bool isJoining(qsizetype at) const
    {
        if (at >= m_text.size())
            return false;
        const char32_t c = codePointAt(m_text, at).value;
        return QChar::isMark(c) || isFormat(c) || (c >= 0x1F3FB && c <= 0x1F3FF);
    }

    void markInlineMono(qsizetype start, qsizetype end)
    {
        for (qsizetype at = start; at < end; ++at) {
            if (m_text[at] != u'`' || has(at, kOpaque))
                continue;
            qsizetype close = at + 1;
            while (close < end && (m_text[close] != u'`' || has(close, kOpaque)))
                ++close;
            if (close >= end)
                return;
            if (close > at + 1 && !isJoining(at + 1) && !isJoining(close + 1))
                putMono(at, close + 1, 1);
            at = close;
        }
    }

    [[nodiscard]] MarkupBlock blockOf(qsizetype start, qsizetype end) const
    {
        MarkupBlock block{BlockKind::Plain, start, end - start, 0};
        if (start >= end || has(start, kOpaque))
            return block;
        const auto follows = [&](qsizetype at) {
            return at + 1 < end && m_text[at] == u' ' && !m_text[at + 1].isSpace() &&
                   !isJoining(at + 1);
        };
        const QChar first = m_text[start];
        if ((first == u'-' || first == u'*') && follows(start + 1)) {
            block.kind = BlockKind::Bullet;
            block.prefix = 2;
        } else if (first == u'>' && follows(start + 1)) {
            block.kind = BlockKind::Quote;
            block.prefix = 2;
        } else {
            qsizetype at = start;
            while (at < end && at - start < kMostDigits && m_text[at] >= u'0' && m_text[at] <= u'9')
                ++at;
            if (at > start && at < end && m_text[at] == u'.' && follows(at + 1)) {
                block.kind = BlockKind::Numbered;
                block.prefix = at + 2 - start;
            }
        }
        return block;
    }

    /// *…*, _…_ and ~…~ within a line. They nest; what overlaps is closed from inside.
    void markSigns(qsizetype start, qsizetype end)
    {
        std::array<qsizetype, kSigns.size()> openAt{};
        std::array<int, kSigns.size()> stack{};
        size_t depth = 0;
        const QStringView line = m_text.first(end);
        for (qsizetype at = start; at < end; ++at) {
            const int sign = has(at, kOpaque) ? -1 : signOf(m_text[at]);
            if (sign < 0)
                continue;
            const auto top = stack.begin() + ptrdiff_t(depth);
            const auto open = std::find(stack.begin(), top, sign);
            if (open != top && !isGap(line, at - 1) && at - 1 > openAt[size_t(sign)] &&
                !isWordAt(line, at + 1)) {
                const qsizetype from = openAt[size_t(sign)];
                put(from, at + 1, quint8(kSigns[size_t(sign)].style));
                put(from, from + 1, kSign);
                put(at, at + 1, kSign);
                depth = size_t(open - stack.begin());
            } else if (open == top && !isGap(line, at + 1) && !isJoining(at + 1) &&
                       (at == start || !isWordAt(line, at - 1)) && line[at + 1] != line[at]) {
                openAt[size_t(sign)] = at;
                stack[depth++] = sign;
            }
        }
    }

    QStringView m_text;
    QByteArray m_units;
};

void appendRuns(QList<MarkupRun> &runs, const QByteArray &units, qsizetype from, qsizetype to)
{
    for (qsizetype at = from; at < to;) {
        const quint8 look = quint8(units[at]) & (kStyles | kSign);
        qsizetype end = at + 1;
        while (end < to && (quint8(units[end]) & (kStyles | kSign)) == look)
            ++end;
        if (look != 0)
            runs << MarkupRun{at, end - at, Styles(look & kStyles), (look & kSign) != 0};
        at = end;
    }
}

} // namespace

Markup markup(const QString &text)
{
    Markup result;
    result.text = text;
    QByteArray units = Marker(text).mark(result.blocks);
    for (const MarkupBlock &block : std::as_const(result.blocks)) {
        for (qsizetype i = 0; block.kind != BlockKind::Plain && i < block.prefix; ++i)
            units[block.start + i] = char(kSign);
        appendRuns(result.runs, units, block.start, block.start + block.length);
    }
    return result;
}

Markup withoutMarks(const QString &text)
{
    QList<MarkupBlock> blocks;
    const QByteArray units = Marker(text).mark(blocks);
    Markup result;
    result.text.reserve(text.size());
    QByteArray kept;
    kept.reserve(text.size());
    for (const MarkupBlock &block : std::as_const(blocks)) {
        MarkupBlock shown{block.kind, result.text.size(), 0, 0};
        if (block.kind == BlockKind::Bullet)
            result.text += QStringView(u"• ");
        else if (block.kind == BlockKind::Numbered)
            result.text += QStringView(text).mid(block.start, block.prefix);
        shown.prefix = result.text.size() - shown.start;
        kept.append(shown.prefix, '\0');
        for (qsizetype i = block.start + block.prefix; i < block.start + block.length; ++i) {
            if ((quint8(units[i]) & kSign) == 0) {
                result.text += text[i];
                kept += units[i];
            }
        }
        shown.length = result.text.size() - shown.start;
        result.blocks << shown;
        appendRuns(result.runs, kept, shown.start, shown.start + shown.length);
        if (block.start + block.length < text.size()) {
            result.text += text[block.start + block.length];
            kept += '\0';
        }
    }
    return result;
}

} // namespace destek::text
