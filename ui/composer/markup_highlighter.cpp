#include "ui/composer/markup_highlighter.h"

#include <QTextDocument>

namespace destek::ui
{

MarkupHighlighter::MarkupHighlighter(const Theme &theme, QTextDocument *document)
    : QSyntaxHighlighter(document), m_theme(theme)
{
    // A sign in one line can change the look of others (``` over lines): all are looked at again,
    // which is cheap for what fits into one message.
    connect(document, &QTextDocument::contentsChanged, this, &MarkupHighlighter::read);
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void MarkupHighlighter::addLayer(Layer layer)
{
    m_layers << std::move(layer);
    rehighlight();
}

void MarkupHighlighter::read()
{
    if (m_reading)
        return;
    m_reading = true;
    text::Markup now = text::markup(document()->toPlainText());
    if (now.runs != m_markup.runs) {
        m_markup = std::move(now);
        rehighlight();
    }
    m_reading = false;
}

QTextCharFormat MarkupHighlighter::formatOf(const text::MarkupRun &run) const
{
    QTextCharFormat format;
    if (run.isMark) {
        format.setForeground(m_theme.color(Token::TextFaint));
        return format;
    }
    if (run.styles & text::Style::Bold)
        format.setFontWeight(m_theme.font(TextRole::Strong).weight());
    if (run.styles & text::Style::Italic)
        format.setFontItalic(true);
    if (run.styles & text::Style::Strike)
        format.setFontStrikeOut(true);
    if (run.styles & text::Style::Mono)
        format.setFontFamilies({m_theme.font(TextRole::Mono).family()});
    return format;
}

void MarkupHighlighter::highlightBlock(const QString &line)
{
    const qsizetype start = currentBlock().position();
    const qsizetype end = start + line.size();
    for (const text::MarkupRun &run : std::as_const(m_markup.runs)) {
        const qsizetype from = qMax(start, run.start);
        const qsizetype to = qMin(end, run.start + run.length);
        if (from < to)
            setFormat(int(from - start), int(to - from), formatOf(run));
    }
    for (const Layer &layer : std::as_const(m_layers)) {
        const QList<QTextLayout::FormatRange> ranges = layer(currentBlock());
        for (const QTextLayout::FormatRange &range : ranges) {
            for (int at = range.start; at < range.start + range.length; ++at) {
                QTextCharFormat both = format(at);
                both.merge(range.format);
                setFormat(at, 1, both);
            }
        }
    }
}

} // namespace destek::ui
