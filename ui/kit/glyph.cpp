#include "ui/kit/glyph.h"

#include "core/domain/message.h"

#include <QPainterPath>
#include <QPixmap>

namespace destek::ui
{

namespace
{

/// Paths drawn one over another. Not QPainterPath's own + and |, which unite areas: a hand on a
/// clock face would vanish into the face.
struct Strokes {
    Strokes() = default;
    Strokes(QPainterPath first) : path(std::move(first)) {}
    friend Strokes operator|(Strokes first, const Strokes &second)
    {
        first.path.addPath(second.path);
        return first;
    }
    QPainterPath path;
};

Strokes line(std::initializer_list<QPointF> points)
{
    QPainterPath path;
    bool first = true;
    for (const QPointF &point : points) {
        first ? path.moveTo(point) : path.lineTo(point);
        first = false;
    }
    return path;
}

Strokes circle(qreal x, qreal y, qreal radius)
{
    QPainterPath path;
    path.addEllipse(QPointF(x, y), radius, radius);
    return path;
}

Strokes box(qreal x, qreal y, qreal width, qreal height, qreal radius = 1.5)
{
    QPainterPath path;
    path.addRoundedRect(QRectF(x, y, width, height), radius, radius);
    return path;
}

Strokes arc(const QRectF &rect, qreal from, qreal span)
{
    QPainterPath path;
    path.arcMoveTo(rect, from);
    path.arcTo(rect, from, span);
    return path;
}

Strokes shield()
{
    QPainterPath path(QPointF(8, 1.8));
    path.lineTo(13, 3.6);
    path.lineTo(13, 7.6);
    path.cubicTo(13, 11, 10.8, 13.2, 8, 14.4);
    path.cubicTo(5.2, 13.2, 3, 11, 3, 7.6);
    path.lineTo(3, 3.6);
    path.closeSubpath();
    return path;
}

Strokes dot(qreal x, qreal y)
{
    return circle(x, y, 0.35);
}

/// States of a message and of the connection.
Strokes statePath(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Clock:
        return circle(8, 8, 5.6) | line({{8, 4.8}, {8, 8}, {10.3, 9.4}});
    case Glyph::Tick:
        return line({{3.5, 8.6}, {6.6, 11.6}, {12.6, 4.8}});
    case Glyph::TwoTicks:
        return line({{0.9, 8.6}, {4, 11.6}, {10, 4.8}}) |
               line({{7, 10.6}, {8.2, 11.6}, {14.8, 4.8}});
    case Glyph::Alert:
        return circle(8, 8, 6) | line({{8, 4.6}, {8, 8.8}}) | dot(8, 11.2);
    case Glyph::Question:
        return circle(8, 8, 6) | arc(QRectF(6, 4.2, 4, 4), 180, -220) | line({{8, 8.2}, {8, 9}}) |
               dot(8, 11.3);
    case Glyph::OptedOut:
        return circle(8, 8, 5.8) | line({{4, 12}, {12, 4}});
    case Glyph::Offline:
        return line({{2.5, 2.5}, {13.5, 13.5}}) | arc(QRectF(2, 4, 12, 10), 35, 60) |
               arc(QRectF(4.8, 7.4, 6.4, 6), 60, 80) | dot(8, 12.4);
    case Glyph::Live:
        return arc(QRectF(2, 4, 12, 10), 35, 110) | arc(QRectF(4.8, 7.4, 6.4, 6), 40, 100) |
               dot(8, 12.4);
    case Glyph::Syncing:
    case Glyph::Retry:
        return arc(QRectF(3, 3, 10, 10), 60, -300) | line({{7.6, 1.2}, {10.6, 3.6}, {7.8, 5.6}});
    case Glyph::Warning:
        return line({{8, 2.2}, {14.2, 13.2}, {1.8, 13.2}, {8, 2.2}}) | line({{8, 6.2}, {8, 9.4}}) |
               dot(8, 11.3);
    case Glyph::ShieldGood:
        return shield() | line({{5.4, 8}, {7.4, 10}, {10.8, 5.8}});
    case Glyph::ShieldBad:
        return shield() | line({{6, 6}, {10, 10}}) | line({{10, 6}, {6, 10}});
    case Glyph::Dot:
        return circle(8, 8, 3.6) | circle(8, 8, 2.4) | circle(8, 8, 1.2) | dot(8, 8);
    case Glyph::GiveUp:
        return circle(8, 8, 6) | line({{5.2, 8}, {10.8, 8}});
    default:
        return {};
    }
}

/// Kinds of content.
Strokes contentPath(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Image:
        return box(2, 3, 12, 10) | circle(5.6, 6.4, 1.1) |
               line({{2.6, 12}, {6.6, 8.6}, {9, 10.6}, {11, 8.8}, {13.6, 11.2}});
    case Glyph::Video:
        return box(1.8, 4, 9, 8) | line({{10.8, 7}, {14.2, 4.8}, {14.2, 11.2}, {10.8, 9}});
    case Glyph::Voice:
        return box(5.8, 1.8, 4.4, 7.6, 2.2) | arc(QRectF(3.4, 3.4, 9.2, 8.6), 180, 180) |
               line({{8, 12}, {8, 14.4}});
    case Glyph::Document:
        return line({{9.4, 1.8},
                     {3.4, 1.8},
                     {3.4, 14.2},
                     {12.6, 14.2},
                     {12.6, 5},
                     {9.4, 1.8},
                     {9.4, 5},
                     {12.6, 5}}) |
               line({{5.8, 8}, {10.2, 8}}) | line({{5.8, 10.8}, {10.2, 10.8}});
    case Glyph::Sticker:
        return line({{13.6, 8.4}, {8.4, 13.6}}) | arc(QRectF(2.2, 2.2, 11.6, 11.6), 5, 260) |
               dot(6, 6.6) | dot(9.6, 6.6);
    case Glyph::Location: {
        QPainterPath pin(QPointF(8, 14.4));
        pin.cubicTo(4.4, 10.6, 3.2, 8.6, 3.2, 6.4);
        pin.arcTo(QRectF(3.2, 1.6, 9.6, 9.6), 180, -180);
        pin.cubicTo(12.8, 8.6, 11.6, 10.6, 8, 14.4);
        return pin | circle(8, 6.4, 1.7);
    }
    case Glyph::Contacts:
    case Glyph::Person:
        return circle(8, 5.2, 2.8) | arc(QRectF(2.6, 9.4, 10.8, 9), 20, 140);
    case Glyph::Reply:
        return line({{6, 3.6}, {2.4, 7.2}, {6, 10.8}}) |
               line({{2.4, 7.2}, {10, 7.2}, {13.4, 9.4}, {13.4, 12.4}});
    case Glyph::Template:
        return box(2, 2.4, 12, 11.2) | line({{2, 6}, {14, 6}}) | line({{4.8, 9}, {11.2, 9}}) |
               line({{4.8, 11.2}, {8.6, 11.2}});
    default:
        return {};
    }
}

/// Places and actions.
Strokes actionPath(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Inbox:
        return line({{2, 9.4},
                     {4.4, 3},
                     {11.6, 3},
                     {14, 9.4},
                     {14, 13},
                     {2, 13},
                     {2, 9.4},
                     {5.4, 9.4},
                     {6.6, 11},
                     {9.4, 11},
                     {10.6, 9.4},
                     {14, 9.4}});
    case Glyph::Log:
        return line({{5.4, 4}, {14, 4}}) | line({{5.4, 8}, {14, 8}}) | line({{5.4, 12}, {14, 12}}) |
               dot(2.6, 4) | dot(2.6, 8) | dot(2.6, 12);
    case Glyph::Record:
        return box(3, 3, 10, 11) | line({{6, 3}, {6, 1.8}, {10, 1.8}, {10, 3}}) |
               line({{5.4, 8.6}, {7.2, 10.4}, {10.6, 6.6}});
    case Glyph::Search:
        return circle(7, 7, 4.4) | line({{10.2, 10.2}, {14, 14}});
    case Glyph::Close:
        return line({{4, 4}, {12, 12}}) | line({{12, 4}, {4, 12}});
    case Glyph::Send:
        return line({{2.4, 13.4}, {14, 8}, {2.4, 2.6}, {4.4, 8}, {2.4, 13.4}}) |
               line({{4.4, 8}, {9, 8}});
    case Glyph::Copy:
        return box(5.4, 5.4, 8.4, 8.4) |
               line({{10.6, 3.4}, {10.6, 2.2}, {2.2, 2.2}, {2.2, 10.6}, {3.4, 10.6}});
    case Glyph::Lock:
        return box(3.4, 7, 9.2, 7) | line({{5.4, 7}, {5.4, 5.2}}) | line({{10.6, 7}, {10.6, 5.2}}) |
               arc(QRectF(5.4, 2.4, 5.2, 5.6), 0, 180);
    case Glyph::Folder:
        return line(
            {{2, 12.8}, {2, 3.4}, {6.4, 3.4}, {7.8, 5.2}, {14, 5.2}, {14, 12.8}, {2, 12.8}});
    case Glyph::ArrowDown:
        return line({{8, 3}, {8, 13}}) | line({{4, 9.2}, {8, 13}, {12, 9.2}});
    case Glyph::Computer:
        return box(2, 2.8, 12, 8.2) | line({{5, 13.6}, {11, 13.6}}) | line({{8, 11}, {8, 13.6}});
    case Glyph::Link:
        return arc(QRectF(1.8, 5.4, 6.4, 5.2), 70, 220) |
               arc(QRectF(7.8, 5.4, 6.4, 5.2), -110, 220) | line({{5.6, 8}, {10.4, 8}});
    case Glyph::Eye: {
        QPainterPath eye(QPointF(1.6, 8));
        eye.cubicTo(4.4, 2.8, 11.6, 2.8, 14.4, 8);
        eye.cubicTo(11.6, 13.2, 4.4, 13.2, 1.6, 8);
        return eye | circle(8, 8, 2);
    }
    case Glyph::Attach: {
        QPainterPath clip(QPointF(11, 5.4));
        clip.lineTo(11, 10.6);
        clip.cubicTo(11, 14.8, 5, 14.8, 5, 10.6);
        clip.lineTo(5, 4);
        clip.cubicTo(5, 1.2, 9, 1.2, 9, 4);
        clip.lineTo(9, 10.4);
        clip.cubicTo(9, 11.8, 7, 11.8, 7, 10.4);
        clip.lineTo(7, 5.4);
        return clip;
    }
    case Glyph::Plus:
        return line({{8, 3.2}, {8, 12.8}}) | line({{3.2, 8}, {12.8, 8}});
    case Glyph::List:
        return box(2, 2.4, 12, 11.2) | line({{6, 6}, {11.4, 6}}) | line({{6, 10}, {11.4, 10}}) |
               dot(4.2, 6) | dot(4.2, 10);
    case Glyph::Filter:
        return line(
            {{2.2, 3}, {13.8, 3}, {9.6, 8.4}, {9.6, 13.2}, {6.4, 11.4}, {6.4, 8.4}, {2.2, 3}});
    case Glyph::More:
        return circle(3.4, 8, 0.7) | circle(8, 8, 0.7) | circle(12.6, 8, 0.7);
    case Glyph::Smile:
        return circle(8, 8, 6) | arc(QRectF(4.9, 4.9, 6.2, 6.2), 205, 130) | dot(5.9, 6.5) |
               dot(10.1, 6.5);
    case Glyph::Panel:
        return box(2, 3, 12, 10) | line({{9.6, 3}, {9.6, 13}});
    default:
        return {};
    }
}

QPainterPath pathOf(Glyph glyph)
{
    for (auto *family : {&statePath, &contentPath, &actionPath}) {
        const QPainterPath path = (*family)(glyph).path;
        if (!path.isEmpty())
            return path;
    }
    return {};
}

} // namespace

Glyph glyphFor(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Image:
        return Glyph::Image;
    case MessageKind::Video:
        return Glyph::Video;
    case MessageKind::Audio:
    case MessageKind::Voice:
        return Glyph::Voice;
    case MessageKind::Document:
        return Glyph::Document;
    case MessageKind::Sticker:
        return Glyph::Sticker;
    case MessageKind::Location:
        return Glyph::Location;
    case MessageKind::Contacts:
        return Glyph::Contacts;
    case MessageKind::Button:
    case MessageKind::Interactive:
        return Glyph::Reply;
    case MessageKind::Template:
        return Glyph::Template;
    case MessageKind::System:
        return Glyph::Record;
    case MessageKind::Edit:
    case MessageKind::Revoke:
        return Glyph::GiveUp;
    default:
        return Glyph::None;
    }
}

void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &rect, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 16.0, rect.height() / 16.0);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(pathOf(glyph));
    painter.restore();
}

QIcon glyphIcon(Glyph glyph, const QColor &color, int size)
{
    QIcon icon;
    for (const qreal ratio : {1.0, 2.0}) {
        QPixmap pixmap(qRound(size * ratio), qRound(size * ratio));
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintGlyph(painter, glyph, QRectF(0, 0, size, size), color);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace destek::ui
