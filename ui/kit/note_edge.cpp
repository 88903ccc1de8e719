#include "ui/kit/note_edge.h"

#include <QPainter>

namespace destek::ui
{

void paintNoteEdge(QPainter &painter, const Theme &theme, const QRectF &strip)
{
    painter.save();
    painter.setClipRect(strip, Qt::IntersectClip);
    painter.fillRect(strip, theme.color(Token::NoteBack));
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal step = theme.px(7);
    painter.setPen(QPen(theme.color(Token::NoteLine), theme.px(3)));
    for (qreal y = strip.top() - strip.width(); y < strip.bottom() + strip.width(); y += step)
        painter.drawLine(QPointF(strip.left() - 1, y + strip.width() + 1),
                         QPointF(strip.right() + 1, y - 1));
    painter.restore();
}

} // namespace destek::ui
