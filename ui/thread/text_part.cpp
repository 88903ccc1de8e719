// Words in a bubble, with WhatsApp's formatting as fonts and never as markup.
#include "core/text/markup.h"
#include "core/text/safe_text.h"
#include "ui/thread/bubble_part.h"

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

bool hasRightToLeft(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
    });
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
    m_layout.setFont(font);
    m_layout.setText(lines);
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
            m_indents << Indent{places.at(block.start), first, rest, quote};
        }
    }
    m_layout.setFormats(formats + ready.formats);
}

QSizeF TextPart::layOut(qreal width)
{
    const QSizeF size = place(width);
    // Lines that run from right to left stand at the right end of the room they were given.
    if (size.width() < width && hasRightToLeft(m_layout.text()))
        return place(size.width());
    return size;
}

QSizeF TextPart::place(qreal width)
{
    QTextOption option;
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
        line.setPosition(QPointF(indent, y + (height - line.height()) / 2));
        if (block >= 0 && m_indents.at(block).quote) {
            if (!m_bars.isEmpty() && m_bars.constLast().bottom == y)
                m_bars.last().bottom = y + height;
            else
                m_bars << Bar{y, y + height};
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
    return line.x() + line.naturalTextWidth();
}

void TextPart::paint(QPainter &painter, QPointF at) const
{
    for (const Bar &bar : m_bars)
        painter.fillRect(QRectF(at.x(), at.y() + bar.top, 3, bar.bottom - bar.top),
                         m_theme.color(Token::LineStrong));
    painter.setPen(m_theme.color(m_options.ink));
    m_layout.draw(&painter, at);
}

} // namespace destek::ui
