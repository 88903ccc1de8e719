#pragma once

#include "core/domain/outbound.h"
#include "ui/kit/glyph.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace destek::ui
{

class Label;

/// What a message will look like at the customer's, roughly: a bubble with the same parts in the
/// same order. Plain text only.
class PreviewBubble : public QWidget
{
    Q_OBJECT
public:
    struct Line {
        Glyph glyph = Glyph::None;
        QString words;
    };
    struct Parts {
        Line media; ///< "Picture", "Video", "Document", "Location" instead of a picture
        QString header;
        QString body;
        QString footer;
        QList<Line> buttons; ///< below a hairline each
        QStringList rows;    ///< of a list, or the cards of a carousel
    };

    explicit PreviewBubble(const Theme &theme, QWidget *parent = nullptr);
    void show(const Parts &parts);
    [[nodiscard]] QString words() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class LineLabel;
    const Theme &m_theme;
    QVBoxLayout *m_column;
    LineLabel *m_media;
    Label *m_header;
    Label *m_body;
    Label *m_footer;
    bool m_empty = true;
    QList<Label *> m_rows;
    QList<LineLabel *> m_buttons;
};

/// The parts of something written by hand; a template has its own (template_form).
[[nodiscard]] PreviewBubble::Parts previewOf(const OutboundContent &content);

} // namespace destek::ui
