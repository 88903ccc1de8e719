#include "ui/composer/quote_bar.h"

#include "core/text/safe_text.h"
#include "models/format/words.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/painted_text.h"
#include "ui/kit/spoken_role.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>

namespace destek::ui
{

QuoteBar::QuoteBar(const Theme &theme, QWidget *parent)
    : Panel(theme, Token::Sunken, {}, parent),
      m_author(new Label(theme, TextRole::SmallStrong, Token::Accent)),
      m_line(new Label(theme, TextRole::Small, Token::TextMuted)),
      m_close(new Button(theme, Button::Kind::Flat))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 4, 6);
    row->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    m_author->setElided(true);
    m_line->setElided(true);
    words->addWidget(m_author);
    words->addWidget(m_line);
    row->addLayout(words, 1);
    row->addWidget(m_close, 0, Qt::AlignVCenter);
    m_close->setGlyph(Glyph::Close);
    setCursor(Qt::PointingHandCursor);
    m_close->setCursor(Qt::ArrowCursor);
    setFocusPolicy(Qt::TabFocus);
    giveRole<QuoteBar>(QAccessible::Button);
    connect(m_close, &QPushButton::clicked, this, &QuoteBar::removed);
    retranslate();
    hide();
}

void QuoteBar::show(const MessageView &message, const QString &person)
{
    m_message = message;
    m_person = person;
    retranslate();
    setVisible(true);
}

void QuoteBar::clear()
{
    m_message = {};
    m_person.clear();
    m_author->clear();
    m_line->clear();
    setVisible(false);
}

void QuoteBar::retranslate()
{
    m_close->setAccessibleName(tr("Do not quote"));
    m_close->setToolTip(tr("Do not quote (Esc)"));
    if (!m_message.id.isValid())
        return;
    const bool own = m_message.direction == Direction::Outbound;
    const QString who = own ? m_message.author : m_person;
    m_author->setText(who.isEmpty() ? tr("Reply to your own message")
                                    : tr("Reply to %1").arg(isolatedName(who)));
    m_line->setText(text::visibleLine(words::bubbleText(m_message), 160).text);
    setAccessibleName(m_author->text() + QStringLiteral(": ") + m_line->text());
}

void QuoteBar::paintEvent(QPaintEvent *event)
{
    Panel::paintEvent(event);
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, 3, height()), theme().color(Token::Accent));
    if (hasFocus()) {
        painter.setPen(QPen(theme().color(Token::Focus), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void QuoteBar::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        Q_EMIT jumpRequested(m_message.id);
}

void QuoteBar::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)
        Q_EMIT jumpRequested(m_message.id);
    else if (key == Qt::Key_Delete || key == Qt::Key_Escape)
        Q_EMIT removed();
    else
        Panel::keyPressEvent(event);
}

} // namespace destek::ui
