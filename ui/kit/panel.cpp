#include "ui/kit/panel.h"

#include <QPainter>

namespace destek::ui
{

Panel::Panel(const Theme &theme, Token back, Qt::Edges lines, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_back(back), m_lines(lines)
{
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Panel::setBack(Token back)
{
    m_back = back;
    update();
}

void Panel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(m_back));
    painter.setPen(m_theme.color(Token::Line));
    const QRect edge = rect().adjusted(0, 0, -1, -1);
    if (m_lines & Qt::TopEdge)
        painter.drawLine(edge.topLeft(), edge.topRight());
    if (m_lines & Qt::BottomEdge)
        painter.drawLine(edge.bottomLeft(), edge.bottomRight());
    if (m_lines & Qt::LeftEdge)
        painter.drawLine(edge.topLeft(), edge.bottomLeft());
    if (m_lines & Qt::RightEdge)
        painter.drawLine(edge.topRight(), edge.bottomRight());
}

} // namespace destek::ui
