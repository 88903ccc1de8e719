#include "ui/kit/banner.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

namespace destek::ui
{

namespace
{

struct Look {
    Token back;
    Token line;
    Token ink;
    Glyph glyph;
};

Look lookOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return {Token::GoodSoft, Token::GoodSoft, Token::Good, Glyph::ShieldGood};
    case Tone::Warn:
        return {Token::WarnSoft, Token::WarnLine, Token::Warn, Glyph::Warning};
    case Tone::Bad:
        return {Token::BadSoft, Token::BadLine, Token::Bad, Glyph::Alert};
    case Tone::Calm:
        break;
    }
    return {Token::Sunken, Token::Line, Token::TextMuted, Glyph::Question};
}

} // namespace

Banner::Banner(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_label(new Label(theme)), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(36, 8, 10, 8);
    m_row->setSpacing(8);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_row->addWidget(m_label, 1);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Banner::say(Tone tone, const QString &sentence)
{
    m_tone = tone;
    m_glyph = lookOf(tone).glyph;
    m_label->setText(sentence);
    m_label->setLook(TextRole::Body, tone == Tone::Calm ? Token::Text : lookOf(tone).ink);
    setAccessibleName(sentence);
    update();
}

void Banner::setGlyph(Glyph glyph)
{
    m_glyph = glyph;
    update();
}

void Banner::addButton(QWidget *button)
{
    m_row->addWidget(button, 0, Qt::AlignVCenter);
}

void Banner::paintEvent(QPaintEvent *)
{
    const Look look = lookOf(m_tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(m_theme.color(look.back));
    painter.setPen(m_theme.color(look.line));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const qreal side = m_theme.px(16);
    paintGlyph(painter, m_glyph, QRectF(11, (height() - side) / 2, side, side),
               m_theme.color(look.ink));
}

} // namespace destek::ui
