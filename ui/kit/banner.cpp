#include "ui/kit/banner.h"

#include "ui/kit/announcement.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QShowEvent>

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
    const auto restyle = [this] {
        m_row->setContentsMargins(m_theme.px(36), m_theme.space(Space::Near), m_theme.px(10),
                                  m_theme.space(Space::Near));
        m_row->setSpacing(m_theme.space(Space::Near));
        update();
    };
    restyle();
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_row->addWidget(m_label, 1);
    connect(&theme, &Theme::changed, this, restyle);
}

void Banner::say(Tone tone, const QString &sentence)
{
    const bool news = sentence != m_label->text();
    reword(tone, sentence);
    if (!news)
        return;
    m_spoken = false;
    if (isVisible())
        speak();
}

void Banner::reword(Tone tone, const QString &sentence)
{
    m_tone = tone;
    m_glyph = lookOf(tone).glyph;
    m_label->setText(sentence);
    m_label->setLook(TextRole::Body, tone == Tone::Calm ? Token::Text : lookOf(tone).ink);
    setAccessibleName(sentence);
    update();
}

void Banner::speak()
{
    if (m_label->text().isEmpty())
        return;
    m_spoken = true;
    announce(this, m_label->text());
}

void Banner::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous() && !m_spoken)
        speak();
}

/// Coming back with the page around it, it is no news; coming back by itself it is.
void Banner::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (isHidden())
        m_spoken = false;
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
    paintGlyph(painter, m_glyph, QRectF(m_theme.px(11), (height() - side) / 2, side, side),
               m_theme.color(look.ink));
}

} // namespace destek::ui
