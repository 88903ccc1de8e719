#include "ui/kit/label.h"

#include "ui/kit/painted_text.h"

#include <QPainter>

namespace destek::ui
{

Label::Label(const Theme &theme, TextRole role, Token color, QWidget *parent)
    : QLabel(parent), m_theme(theme), m_role(role), m_color(color)
{
    setTextFormat(Qt::PlainText);
    setOpenExternalLinks(false);
    connect(&theme, &Theme::changed, this, &Label::restyle);
    restyle();
}

void Label::setLook(TextRole role, Token color)
{
    m_role = role;
    m_color = color;
    restyle();
}

void Label::setElided(bool elided)
{
    m_elided = elided;
    updateGeometry();
    update();
}

QSize Label::minimumSizeHint() const
{
    QSize hint = QLabel::minimumSizeHint();
    if (m_elided)
        hint.setWidth(20);
    return hint;
}

void Label::paintEvent(QPaintEvent *event)
{
    if (!m_elided) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    drawLine(painter, m_theme, text(), font(), palette().color(QPalette::WindowText),
             contentsRect());
}

void Label::restyle()
{
    setFont(m_theme.font(m_role));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, m_theme.color(m_color));
    colors.setColor(QPalette::Disabled, QPalette::WindowText, m_theme.color(Token::TextFaint));
    setPalette(colors);
}

} // namespace destek::ui
