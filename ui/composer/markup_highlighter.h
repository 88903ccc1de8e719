#pragma once

#include "core/text/markup.h"
#include "ui/theme/theme.h"

#include <QSyntaxHighlighter>
#include <QTextLayout>

#include <functional>

namespace destek::ui
{

/// Shows WhatsApp's formatting where it is typed: the words as the customer will see them, the
/// signs pale. The text itself stays plain.
class MarkupHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    /// What else stands out in a paragraph; its formats are laid over the others.
    using Layer = std::function<QList<QTextLayout::FormatRange>(const QTextBlock &block)>;

    MarkupHighlighter(const Theme &theme, QTextDocument *document);
    void addLayer(Layer layer);

protected:
    void highlightBlock(const QString &line) override;

private:
    void read();
    [[nodiscard]] QTextCharFormat formatOf(const text::MarkupRun &run) const;
    const Theme &m_theme;
    text::Markup m_markup;
    QList<Layer> m_layers;
    bool m_reading = false;
};

} // namespace destek::ui
