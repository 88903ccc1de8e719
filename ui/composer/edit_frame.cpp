#include "ui/composer/edit_frame.h"

#include "ui/kit/note_edge.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace destek::ui
{

namespace
{

constexpr int kBorder = 2;
constexpr qreal kCorner = 6;

} // namespace

EditFrame::EditFrame(const Theme &theme, QWidget *edit, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_edit(edit)
{
    auto *column = new QVBoxLayout(this);
    column->addWidget(edit);
    connect(&theme, &Theme::changed, this, &EditFrame::spread);
    spread();
}

void EditFrame::setNote(bool note)
{
    if (m_note == note)
        return;
    m_note = note;
    spread();
}

void EditFrame::spread()
{
    const int edge = m_note ? m_theme.px(kNoteEdge) : 0;
    layout()->setContentsMargins(kBorder + edge, kBorder, kBorder, kBorder);
    update();
}

void EditFrame::keyPressEvent(QKeyEvent *event)
{
    event->setAccepted(!event->text().isEmpty());
}

void EditFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focus = m_edit->hasFocus();
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (m_note) {
        QPainterPath shape;
        shape.addRoundedRect(box, kCorner, kCorner);
        painter.setClipPath(shape);
        painter.fillRect(box, m_theme.color(Token::NoteBack));
        paintNoteEdge(painter, m_theme,
                      QRectF(box.x(), box.y(), m_theme.px(kNoteEdge), box.height()));
        painter.setClipping(false);
        painter.setBrush(Qt::NoBrush);
    } else {
        painter.setBrush(m_theme.color(m_edit->isEnabled() ? Token::Surface : Token::Window));
    }
    const Token line = focus ? Token::Focus : m_note ? Token::NoteLine : Token::LineStrong;
    painter.setPen(QPen(m_theme.color(line), focus ? 2 : 1));
    painter.drawRoundedRect(box, kCorner, kCorner);
}

} // namespace destek::ui
