#include "ui/inbox/row_pieces.h"

#include "core/text/turkish.h"

namespace destek::ui
{

namespace
{

QRectF atRight(const QRectF &rect, qreal width, qreal height)
{
    return {rect.right() - width, rect.center().y() - height / 2, width, height};
}

} // namespace

qreal paintBadge(QPainter &painter, const Theme &theme, int count, bool filled, const QRectF &rect)
{
    const QString words = count > 99 ? QStringLiteral("99+") : QString::number(count);
    const QFont face = theme.font(TextRole::SmallStrong);
    const qreal width =
        std::max(qreal(theme.px(18)), QFontMetricsF(face).horizontalAdvance(words) + theme.px(10));
    const QRectF badge = atRight(rect, width, theme.px(17));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(filled ? QPen(Qt::NoPen) : QPen(theme.color(Token::LineStrong), 1));
    painter.setBrush(filled ? theme.color(Token::Badge) : QColor(Qt::transparent));
    painter.drawRoundedRect(badge.adjusted(0.5, 0.5, -0.5, -0.5), badge.height() / 2,
                            badge.height() / 2);
    painter.setPen(theme.color(filled ? Token::BadgeText : Token::TextMuted));
    painter.setFont(face);
    painter.drawText(badge, Qt::AlignCenter, words);
    return width;
}

qreal paintInitials(QPainter &painter, const Theme &theme, const QString &name, bool answering,
                    const QRectF &rect)
{
    const qreal side = theme.px(20);
    const QRectF circle = atRight(rect, side, side);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(answering ? QPen(Qt::NoPen) : QPen(theme.color(Token::LineStrong), 1));
    painter.setBrush(answering ? theme.color(Token::Accent) : QColor(Qt::transparent));
    painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5));
    QFont face = theme.font(TextRole::SmallStrong);
    face.setPixelSize(std::max(7, theme.px(9)));
    painter.setFont(face);
    painter.setPen(theme.color(answering ? Token::AccentText : Token::TextMuted));
    painter.drawText(circle, Qt::AlignCenter, text::titleInitials(name));
    return side;
}

qreal paintPriority(QPainter &painter, const Theme &theme, Priority priority, const QRectF &rect)
{
    if (priority == Priority::Normal)
        return 0;
    const bool urgent = priority == Priority::Urgent;
    const qreal side = theme.px(9);
    const QRectF mark = atRight(rect, side, theme.px(urgent ? 10 : 6));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(urgent ? Token::Bad : Token::Warn), 1.8, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    for (int i = 0; i < (urgent ? 2 : 1); ++i) {
        const qreal low = mark.top() + theme.px(5 + 5 * i);
        painter.drawPolyline(QPolygonF{QPointF(mark.left(), low),
                                       QPointF(mark.center().x(), low - theme.px(4)),
                                       QPointF(mark.right(), low)});
    }
    return side;
}

} // namespace destek::ui
