#include "ui/kit/label.h"

#include "ui/kit/painted_text.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

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
    // In a crowded column a layout shrinks everything to its least height: a sentence that wraps
    // needs all its lines even then.
    else if (wordWrap() && testAttribute(Qt::WA_WState_Created))
        hint.setHeight(qMax(hint.height(), heightForWidth(width())));
    return hint;
}

bool Label::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_elided && toolTip().isEmpty() &&
        QLabel::sizeHint().width() > width()) {
        QString whole = text();
        whole.replace(u'<', u'‹'); // a tool tip that looks like markup would be taken for it
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), whole, this);
        return true;
    }
    if (event->type() == QEvent::Resize && wordWrap() && minimumSizeHint().height() > height())
        updateGeometry();
    return QLabel::event(event);
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
