// Words in a bubble, with WhatsApp's formatting as fonts and never as markup.
#include "core/text/markup.h"
#include "core/text/safe_text.h"
#include "ui/thread/bubble_part.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>

namespace destek::ui
{

namespace
{

constexpr int kIndent = 12;

QTextCharFormat formatOf(text::Styles styles, const Theme &theme)
{
    QTextCharFormat format;
    if (styles & text::Style::Bold)
        format.setFontWeight(QFont::Bold);
    if (styles & text::Style::Italic)
        format.setFontItalic(true);
    if (styles & text::Style::Strike)
        format.setFontStrikeOut(true);
    if (styles & text::Style::Mono) {
        format.setFontFamilies({theme.font(TextRole::Mono).family()});
        format.setBackground(theme.color(Token::Sunken));
    }
    return format;
}

/// Places in the text before emoji were prepared -> places after (prepared() only leaves out
/// U+FE0F).
QList<int> placesAfter(const QString &before, const QString &after)
{
    QList<int> places;
    places.reserve(before.size() + 1);
    int at = 0;
    for (const QChar c : before) {
        places << at;
        if (at < after.size() && after[at] == c)
            ++at;
    }
    places << int(after.size());
    return places;
}

constexpr char16_t kRightToLeftIsolate = 0x2067;
constexpr char16_t kPopIsolate = 0x2069;

/// By its first letter (UAX 9, P2 and P3).
bool runsRightToLeft(QStringView paragraph)
{
    for (const QChar c : paragraph) {
        if (c.direction() == QChar::DirR || c.direction() == QChar::DirAL)
            return true;
        if (c.direction() == QChar::DirL)
            return false;
    }
    return false;
}

/// A text whose paragraphs each have their own direction. One QTextLayout knows but one, so those
/// that run from right to left are isolated; `places` says where each character has gone.
struct Directed {
    QString text;
    QList<int> places;
    QList<std::pair<int, int>> leftward;
};

Directed directed(const QString &lines)
{
    Directed made;
    made.places.reserve(lines.size() + 1);
    for (qsizetype start = 0; start <= lines.size();) {
        qsizetype end = lines.indexOf(QChar::LineSeparator, start);
        end = end < 0 ? lines.size() : end;
        const bool leftward = runsRightToLeft(QStringView(lines).sliced(start, end - start));
        const int from = int(made.text.size());
        if (leftward)
            made.text += QChar(kRightToLeftIsolate);
        for (qsizetype i = start; i < end; ++i) {
            made.places << int(made.text.size());
            made.text += lines.at(i);
        }
        if (leftward) {
            made.text += QChar(kPopIsolate);
            made.leftward << std::pair(from, int(made.text.size()));
        }
        made.places << int(made.text.size());
        if (end < lines.size())
            made.text += QChar(QChar::LineSeparator);
        start = end + 1;
    }
    return made;
}

} // namespace

qreal lineWidth(const QFont &font, const QString &text)
{
    return std::ceil(QFontMetricsF(font).horizontalAdvance(text)) + 1;
}

TextPart::TextPart(const Theme &theme, const QString &given, Options options)
    : m_theme(theme), m_options(options)
{
    auto shown = text::visible(given, options.clip);
    m_clipped = shown.clipped;
    if (m_clipped)
        shown.text += u'…';
    text::Markup markup;
    if (options.formatted)
        markup = text::withoutMarks(shown.text);
    else
        markup.text = shown.text;
    const PaintedText ready = prepared(markup.text, theme);
    QString lines = ready.text;
    lines.replace(u'\n', QChar::LineSeparator);
    const QFont font = theme.font(options.role);
    const Directed ordered = directed(lines);
    for (const auto &[start, end] : ordered.leftward)
        m_leftward << Span{start, end};
    const auto moved = [&ordered](int at) { return ordered.places.at(at); };
    m_layout.setFont(font);
    m_layout.setText(ordered.text);
    m_layout.setCacheEnabled(true);
    QList<QTextLayout::FormatRange> formats;
    const bool special = std::any_of(
        markup.blocks.cbegin(), markup.blocks.cend(),
        [](const text::MarkupBlock &block) { return block.kind != text::BlockKind::Plain; });
    if (special || !markup.runs.isEmpty()) {
        const QList<int> places = placesAfter(markup.text, ready.text);
        for (const text::MarkupRun &run : std::as_const(markup.runs)) {
            const int start = places.at(run.start);
            formats << QTextLayout::FormatRange{start, places.at(run.start + run.length) - start,
                                                formatOf(run.styles, theme)};
        }
        const QFontMetricsF metrics(font);
        for (const text::MarkupBlock &block : std::as_const(markup.blocks)) {
            const bool quote = block.kind == text::BlockKind::Quote;
            const qreal first = quote ? kIndent : 0;
            const qreal rest =
                first + metrics.horizontalAdvance(markup.text.mid(block.start, block.prefix));
            int start = moved(places.at(block.start));
            if (start > 0 && ordered.text.at(start - 1) == QChar(kRightToLeftIsolate))
                --start; // the line begins with it
            m_indents << Indent{start, first, rest, quote};
        }
    }
    formats += ready.formats;
    for (QTextLayout::FormatRange &range : formats) {
        const int end = moved(range.start + range.length);
        range.start = moved(range.start);
        range.length = end - range.start;
    }
    m_layout.setFormats(formats + foundFormats(m_layout.text(), m_options.found, m_theme));
}

std::optional<int> TextPart::letterAt(QPointF inPart, bool nearest) const
{
    const int lines = m_layout.lineCount();
    if (lines == 0 || (!nearest && !m_layout.boundingRect().contains(inPart)))
        return std::nullopt;
    for (int i = 0; i < lines; ++i) {
        const QTextLine line = m_layout.lineAt(i);
        if (inPart.y() < line.y() + line.height() || i + 1 == lines) {
            const bool below = i + 1 == lines && inPart.y() >= line.y() + line.height();
            return below ? int(m_layout.text().size())
                         : (inPart.y() < 0 && i == 0 ? 0 : line.xToCursor(inPart.x()));
        }
    }
    return std::nullopt;
}

Letters TextPart::wordAt(int letter) const
{
    const QString text = m_layout.text();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    finder.setPosition(qBound(0, letter, int(text.size())));
    const qsizetype start = finder.isAtBoundary() ? finder.position() : finder.toPreviousBoundary();
    finder.setPosition(start);
    const qsizetype end = finder.toNextBoundary();
    return {int(start), int(end < 0 ? text.size() : end)};
}

QString TextPart::copied(Letters letters) const
{
    QString text = m_layout.text().mid(letters.from, letters.to - letters.from);
    text.remove(QChar(kRightToLeftIsolate)); // ours
    text.remove(QChar(kPopIsolate));
    return text.replace(QChar(QChar::LineSeparator), u'\n');
}

void TextPart::embolden(const QStringList &words, Token ink)
{
    QList<QTextLayout::FormatRange> formats = m_layout.formats();
    const QString text = m_layout.text();
    for (const QString &word : words) {
        for (qsizetype at = word.isEmpty() ? -1 : text.indexOf(word); at >= 0;
             at = text.indexOf(word, at + word.size())) {
            QTextLayout::FormatRange range;
            range.start = int(at);
            range.length = int(word.size());
            range.format.setFontWeight(QFont::DemiBold);
            range.format.setForeground(m_theme.color(ink));
            formats << range;
        }
    }
    m_layout.setFormats(formats);
}

QSizeF TextPart::layOut(qreal width)
{
    const QSizeF size = place(width);
    if (size.width() < width && !m_leftward.isEmpty())
        return place(size.width());
    return size;
}

void TextPart::stretch(qreal width)
{
    if (!m_leftward.isEmpty() && width > m_width)
        place(width);
}

bool TextPart::runsLeft(int at) const
{
    return std::any_of(m_leftward.begin(), m_leftward.end(),
                       [at](const Span &span) { return at >= span.start && at < span.end; });
}

QString TextPart::words() const
{
    QString words = m_layout.text();
    for (auto span = m_leftward.crbegin(); span != m_leftward.crend(); ++span) {
        words.remove(span->end - 1, 1);
        words.remove(span->start, 1);
    }
    return words;
}

QSizeF TextPart::place(qreal width)
{
    m_width = width;
    QTextOption option;
    option.setTextDirection(Qt::LeftToRight); // paragraphs that run the other way are isolated
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout.setTextOption(option);
    m_bars.clear();
    const qreal height = std::ceil(QFontMetricsF(m_layout.font()).height() * 1.12);
    qreal y = 0;
    qreal widest = 0;
    qsizetype block = -1;
    m_layout.beginLayout();
    for (int count = 0; m_options.maxLines == 0 || count < m_options.maxLines; ++count) {
        QTextLine line = m_layout.createLine();
        if (!line.isValid())
            break;
        bool starts = false;
        while (block + 1 < m_indents.size() && m_indents.at(block + 1).start <= line.textStart()) {
            ++block;
            starts = true;
        }
        const qreal indent = block < 0 ? 0
                             : starts  ? m_indents.at(block).first
                                       : m_indents.at(block).rest;
        line.setLineWidth(qMax<qreal>(width - indent, 20));
        const bool leftward = runsLeft(line.textStart());
        const qreal x =
            leftward ? qMax<qreal>(0, width - indent - line.naturalTextWidth()) : indent;
        line.setPosition(QPointF(x, y + (height - line.height()) / 2));
        if (block >= 0 && m_indents.at(block).quote) {
            if (!m_bars.isEmpty() && m_bars.constLast().bottom == y &&
                m_bars.constLast().right == leftward)
                m_bars.last().bottom = y + height;
            else
                m_bars << Bar{y, y + height, leftward};
        }
        y += height;
        widest = qMax(widest, indent + line.naturalTextWidth());
    }
    m_layout.endLayout();
    return {std::ceil(widest), y};
}

qreal TextPart::lastLine() const
{
    const int lines = m_layout.lineCount();
    if (lines == 0)
        return 0;
    const QTextLine line = m_layout.lineAt(lines - 1);
    if (runsLeft(line.textStart()))
        return -1; // the time stands below it
    return line.x() + line.naturalTextWidth();
}

void TextPart::paint(QPainter &painter, QPointF at) const
{
    for (const Bar &bar : m_bars)
        painter.fillRect(QRectF(at.x() + (bar.right ? m_width - 3 : 0), at.y() + bar.top, 3,
                                bar.bottom - bar.top),
                         m_theme.color(Token::LineStrong));
    painter.setPen(m_theme.color(m_options.ink));
    QList<QTextLayout::FormatRange> chosen;
    if (m_chosen.from < m_chosen.to) {
        QTextCharFormat format;
        format.setBackground(m_theme.color(Token::Accent));
        format.setForeground(m_theme.color(Token::AccentText));
        chosen << QTextLayout::FormatRange{m_chosen.from, m_chosen.to - m_chosen.from, format};
    }
    m_layout.draw(&painter, at, chosen);
}

} // namespace destek::ui
