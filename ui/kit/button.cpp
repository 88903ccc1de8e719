#include "ui/kit/button.h"

#include <QKeyEvent>
#include <QPainter>

namespace destek::ui
{

Button::Button(const Theme &theme, Kind kind, QWidget *parent)
    : QPushButton(parent), m_theme(theme), m_kind(kind)
{
    setCheckable(kind == Kind::Tab);
    setAutoDefault(false);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Button::setGlyph(Glyph glyph)
{
    m_glyph = glyph;
    updateGeometry();
    update();
}

QSize Button::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextRole::Strong));
    const int mark = m_glyph == Glyph::None ? 0 : m_theme.px(16) + (text().isEmpty() ? 0 : 6);
    const int sides = m_kind == Kind::Link                          ? 3
                      : m_kind == Kind::Flat || m_kind == Kind::Tab ? 10
                                                                    : 14;
    const int high = m_theme.px(m_kind == Kind::Link ? 24 : 30);
    return {metrics.horizontalAdvance(text()) + mark + 2 * m_theme.px(sides),
            qMax(high, metrics.height() + (m_kind == Kind::Link ? 6 : 10))};
}

QColor Button::fill() const
{
    const bool hover = underMouse() && isEnabled();
    switch (m_kind) {
    case Kind::Primary:
        return m_theme.color(!isEnabled() ? Token::Window
                             : hover      ? Token::AccentHover
                                          : Token::Accent);
    case Kind::Danger:
        return m_theme.color(!isEnabled() ? Token::Window : Token::Bad);
    case Kind::Tab:
        if (isChecked())
            return m_theme.color(Token::Selection);
        break;
    case Kind::Normal:
        return m_theme.color(!isEnabled()        ? Token::Window
                             : hover || isDown() ? Token::Hover
                                                 : Token::Surface);
    case Kind::Flat:
    case Kind::Link:
        break;
    }
    return hover || isDown() ? m_theme.color(Token::Hover) : QColor(Qt::transparent);
}

QColor Button::ink() const
{
    if (!isEnabled())
        return m_theme.color(Token::TextFaint);
    switch (m_kind) {
    case Kind::Primary:
        return m_theme.color(Token::AccentText);
    case Kind::Danger:
        return m_theme.color(m_theme.name() == ThemeName::Light ? Token::Surface : Token::Sunken);
    case Kind::Flat:
    case Kind::Link:
        return m_theme.color(Token::Accent);
    case Kind::Tab:
        return m_theme.color(isChecked() ? Token::Accent : Token::TextMuted);
    case Kind::Normal:
        break;
    }
    return m_theme.color(Token::Text);
}

void Button::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool ring = hasFocus() && isEnabled();
    const bool filled = m_kind == Kind::Primary || m_kind == Kind::Danger;
    const bool hairline = m_kind == Kind::Normal || (filled && !isEnabled());
    painter.setBrush(fill());
    painter.setPen(hairline ? QPen(m_theme.color(isEnabled() ? Token::LineStrong : Token::Line), 1)
                            : QPen(Qt::NoPen));
    painter.drawRoundedRect(area, 4, 4);
    if (ring) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(filled ? ink() : m_theme.color(Token::Focus), filled ? 1.5 : 2));
        const qreal inset = filled ? 2.5 : 1;
        painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), 3, 3);
    }
    const QFont face = m_theme.font(m_kind == Kind::Normal ? TextRole::Body : TextRole::Strong);
    const QFontMetricsF metrics(face);
    const qreal side = m_theme.px(16);
    const qreal textWidth = metrics.horizontalAdvance(text());
    const qreal markWidth = m_glyph == Glyph::None ? 0 : side + (text().isEmpty() ? 0 : 6);
    qreal x = (width() - textWidth - markWidth) / 2;
    if (m_glyph != Glyph::None) {
        paintGlyph(painter, m_glyph, QRectF(x, (height() - side) / 2, side, side), ink());
        x += markWidth;
    }
    painter.setFont(face);
    painter.setPen(ink());
    painter.drawText(QRectF(x, 0, textWidth + 2, height()), Qt::AlignVCenter | Qt::TextSingleLine,
                     text());
}

void Button::keyPressEvent(QKeyEvent *event)
{
    // Enter presses the focused button everywhere, not only in dialogs with a default.
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && isEnabled()) {
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

} // namespace destek::ui
