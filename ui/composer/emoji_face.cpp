#include "ui/composer/emoji_face.h"

#include "ui/kit/painted_text.h"

#include <QScreen>

namespace destek::ui
{

void paintEmoji(QPainter &painter, const Theme &theme, const QString &emoji, const QRectF &area)
{
    QFont face = theme.font(TextRole::Body);
    face.setPixelSize(theme.px(22));
    QTextLayout layout;
    const QSizeF size = layOut(layout, prepared(emoji, theme), face, area.width() * 4);
    painter.setPen(theme.color(Token::Text));
    layout.draw(&painter,
                QPointF(area.x() + (area.width() - layout.lineAt(0).naturalTextWidth()) / 2,
                        area.y() + (area.height() - size.height()) / 2));
}

EmojiFace::EmojiFace(const Theme &theme, const QString &emoji, const QString &name, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme)
{
    setText(emoji);
    setAccessibleName(name);
    setToolTip(name == emoji ? QString() : name);
    setFocusPolicy(Qt::StrongFocus);
    setFixedSize(theme.px(38), theme.px(38));
    setAttribute(Qt::WA_Hover);
}

void EmojiFace::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    painter.setPen(hasFocus() ? QPen(m_theme.color(Token::Focus), 2) : QPen(Qt::NoPen));
    painter.setBrush(isChecked()    ? m_theme.color(Token::AccentSoft)
                     : underMouse() ? m_theme.color(Token::Hover)
                                    : QColor(Qt::transparent));
    painter.drawRoundedRect(area, 6, 6);
    if (isChecked()) { // told by more than a colour
        painter.setPen(QPen(m_theme.color(Token::Accent), 2));
        painter.drawLine(QPointF(area.left() + 8, area.bottom()),
                         QPointF(area.right() - 8, area.bottom()));
    }
    paintEmoji(painter, m_theme, text(), QRectF(rect()));
}

void moveOntoScreen(QWidget *window, const QWidget *beside, QPoint at)
{
    if (const QScreen *screen = beside->screen()) {
        const QRect area = screen->availableGeometry();
        at.setX(qBound(area.left(), at.x(), qMax(area.left(), area.right() - window->width())));
        at.setY(qBound(area.top(), at.y(), qMax(area.top(), area.bottom() - window->height())));
    }
    window->move(at);
}

} // namespace destek::ui
