#include "core/text/safe_text.h"

#include "core/text/unicode_marks.h"

#include <QTextBoundaryFinder>

#include <algorithm>

#include <vector>

using namespace Qt::StringLiterals;

namespace destek::text
{

namespace
{

using CodePoints = std::vector<char32_t>;

constexpr char32_t kBroken = 0xFFFD;
constexpr char32_t kShownInvisible = 0x2423; // open box
constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kNonJoiner = 0x200C;
constexpr char32_t kBlackFlag = 0x1F3F4;
constexpr char32_t kTagEnd = 0xE007F;
constexpr int kTagsPerFlag = 8;
/// Longest real emoji chain has four; more is an attempt to stall the shaper.
constexpr int kJoinersInRow = 6;
/// A grapheme cannot be this long honestly; bounds the work for a huge message.
constexpr qsizetype kUnitsPerGrapheme = 40;

bool isLineEnd(char32_t c)
{
    return c == U'\n' || c == U'\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 ||
           c == 0x2029;
}

/// Format characters that paint something of their own (Arabic number signs and the like).
bool isPaintedFormat(char32_t c)
{
    return (c >= 0x0600 && c <= 0x0605) || c == 0x06DD || c == 0x070F || c == 0x0890 ||
           c == 0x0891 || c == 0x08E2 || c == 0x110BD || c == 0x110CD;
}

bool isTag(char32_t c)
{
    return c >= 0xE0020 && c <= 0xE007F;
}

bool isEmojiPart(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Symbol_Other:
    case QChar::Symbol_Modifier:
    case QChar::Symbol_Math:
        return c != kBroken && c != kShownInvisible;
    case QChar::Other_NotAssigned:
        return c >= 0x1F000 && c < 0x1FFFE; // emoji newer than this Qt
    default:
        return c == 0xFE0F;
    }
}

/// Scripts whose spelling needs joiners: those outside Europe's alphabets.
bool isJoiningScript(char32_t c)
{
    if (!QChar::isLetter(c) && !QChar::isMark(c))
        return false;
    switch (QChar::script(c)) {
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
    case QChar::Script_Armenian:
    case QChar::Script_Georgian:
    case QChar::Script_Hebrew:
    case QChar::Script_Common:
    case QChar::Script_Inherited:
    case QChar::Script_Unknown:
        return false;
    default:
        return true;
    }
}

CodePoints decode(QStringView raw)
{
    CodePoints points;
    points.reserve(size_t(raw.size()));
    forEachCodePoint(raw, [&points](char32_t c) {
        if (isLineEnd(c)) {
            if (c == U'\n' && !points.empty() && points.back() == U'\r')
                points.pop_back();
            points.push_back(c == U'\r' ? U'\r' : U'\n'); // \r waits for its \n
        } else {
            points.push_back(c);
        }
    });
    std::replace(points.begin(), points.end(), U'\r', U'\n');
    return points;
}

/// Isolates may stay where each is closed on its own line; the rest becomes visible.
void neutraliseIsolates(CodePoints &points)
{
    std::vector<size_t> open;
    const auto breakOpen = [&] {
        for (const size_t at : open)
            points[at] = kBroken;
        open.clear();
    };
    for (size_t at = 0; at < points.size(); ++at) {
        const char32_t c = points[at];
        if (c == U'\n')
            breakOpen();
        else if (c >= 0x2066 && c <= 0x2068)
            open.push_back(at);
        else if (c == 0x2069 && open.empty())
            points[at] = kBroken;
        else if (c == 0x2069)
            open.pop_back();
    }
    breakOpen();
}

char32_t shownControl(char32_t c)
{
    if (c == 0)
        return kBroken;
    if (c < 0x20)
        return 0x2400 + c;
    return c == 0x7F ? 0x2421 : kBroken; // C1 has no pictures
}

bool isNonCharacter(char32_t c)
{
    return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

/// Writes what may be painted, remembering just enough of what came before.
class Painter
{
public:
    explicit Painter(bool singleLine) : m_singleLine(singleLine) {}

    QString paint(const CodePoints &points)
    {
        for (size_t at = 0; at < points.size(); ++at)
            add(points[at], at + 1 < points.size() ? points[at + 1] : U'\n');
        return m_out;
    }

private:
    void add(char32_t c, char32_t next)
    {
        if (c == U'\n' || c == U'\t')
            put(m_singleLine ? U' ' : c);
        else if (QChar::category(c) == QChar::Other_Control)
            put(shownControl(c));
        else if (isMark(c))
            addMark(c);
        else if (c == kJoiner || c == kNonJoiner)
            addJoiner(c, next);
        else if (isTag(c))
            addTag(c);
        else if (isFormat(c) || isFiller(c) || c == 0x2065)
            addFormat(c);
        else
            put(isNonCharacter(c) ? kBroken : c);
    }

    void put(char32_t c)
    {
        append(m_out, c);
        m_marks = 0;
        const bool skinTone = c >= 0x1F3FB && c <= 0x1F3FF;
        if (m_last != kJoiner && !skinTone)
            m_joiners = 0; // a new chain
        if (c == kBlackFlag)
            m_tags = 0;
        m_last = c;
    }

    void addMark(char32_t c)
    {
        if (++m_marks > kMarksPerBase)
            return;
        append(m_out, c);
        if (c == 0xFE0F || isJoiningScript(c))
            m_last = c;
    }

    void addJoiner(char32_t c, char32_t next)
    {
        const bool emoji = c == kJoiner && isEmojiPart(m_last) && isEmojiPart(next);
        const bool script = isJoiningScript(m_last) && isJoiningScript(next);
        if ((emoji && ++m_joiners <= kJoinersInRow) || script) {
            append(m_out, c);
            m_last = c;
        } else {
            showInvisible();
        }
    }

    /// Tags spell the flags of England, Scotland and Wales after a black flag; elsewhere they hide.
    void addTag(char32_t c)
    {
        if ((m_last == kBlackFlag || isTag(m_last)) && m_last != kTagEnd && m_tags < kTagsPerFlag) {
            append(m_out, c);
            m_last = c;
            ++m_tags;
            return;
        }
        showInvisible();
    }

    void addFormat(char32_t c)
    {
        if (isPaintedFormat(c) || (c >= 0x2066 && c <= 0x2069)) {
            append(m_out, c); // what is left of the isolates is balanced
            m_last = c;
        } else if (isBidiControl(c) || (c >= 0xFFF9 && c <= 0xFFFB)) {
            put(kBroken);
        } else if (!isBidiHint(c) && c != 0x00AD) {
            showInvisible();
        }
    }

    /// One box for a whole run, however long.
    void showInvisible()
    {
        if (m_last != kShownInvisible)
            put(kShownInvisible);
    }

    QString m_out;
    char32_t m_last = 0;
    int m_marks = 0;
    int m_joiners = 0;
    int m_tags = 0;
    bool m_singleLine;
};

VisibleText clip(QString text, qsizetype maxGraphemes)
{
    if (text.size() <= maxGraphemes)
        return {std::move(text), false};
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype end = 0;
    for (qsizetype count = 0; count < maxGraphemes && end < text.size(); ++count) {
        const qsizetype next = finder.toNextBoundary();
        if (next < 0)
            break;
        end = next;
    }
    const bool clipped = end < text.size();
    text.truncate(end);
    return {std::move(text), clipped};
}

VisibleText paint(QStringView raw, qsizetype maxGraphemes, bool singleLine)
{
    maxGraphemes = qMax<qsizetype>(0, maxGraphemes);
    bool cut = false;
    if (maxGraphemes < raw.size() / kUnitsPerGrapheme) {
        raw.truncate(maxGraphemes * kUnitsPerGrapheme);
        if (!raw.isEmpty() && raw.back().isHighSurrogate())
            raw.chop(1);
        cut = true;
    }
    CodePoints points = decode(raw);
    neutraliseIsolates(points);
    VisibleText shown = clip(Painter(singleLine).paint(points), maxGraphemes);
    if (shown.clipped) {
        // The cut may have parted a pair of isolates.
        points = decode(shown.text);
        neutraliseIsolates(points);
        shown.text = Painter(singleLine).paint(points);
    }
    shown.clipped = shown.clipped || cut;
    return shown;
}

} // namespace

VisibleText visible(QStringView raw, qsizetype maxGraphemes)
{
    return paint(raw, maxGraphemes, false);
}

VisibleText visibleLine(QStringView raw, qsizetype maxGraphemes)
{
    return paint(raw, maxGraphemes, true);
}

QString isolate(QStringView name)
{
    QString out(QChar(0x2068));
    forEachCodePoint(name, [&out](char32_t c) {
        if (isLineEnd(c))
            out += u' ';
        else if (!isBidiControl(c) && !isBidiHint(c))
            append(out, c);
    });
    return out + QChar(0x2069);
}

} // namespace destek::text
