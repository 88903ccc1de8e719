#include "ui/outgoing/queue_strip.h"

#include "models/outgoing/offline_queue.h"
#include "ui/commands/commands.h"
#include "ui/kit/button.h"

#include <QEvent>

namespace destek::ui
{

QueueStrip::QueueStrip(const Desk &desk, QWidget *parent)
    : Banner(*desk.theme, parent), m_desk(desk),
      m_look(new Button(*desk.theme, Button::Kind::Normal))
{
    addButton(m_look);
    connect(m_look, &QPushButton::clicked, this,
            [this] { m_desk.commands->run(QStringLiteral("queue.review")); });
    connect(desk.state->queue(), &models::OfflineQueue::changed, this, &QueueStrip::refresh);
    refresh();
}

bool QueueStrip::isWanted() const
{
    return m_shown > 0;
}

void QueueStrip::refresh()
{
    const int before = m_shown;
    m_shown = int(m_desk.state->queue()->questions().size());
    m_look->setText(tr("Review…"));
    const QString sentence =
        tr("%n message(s) you wrote offline were not sent, because something happened meanwhile.",
           nullptr, m_shown);
    m_shown > before ? say(Tone::Warn, sentence) : reword(Tone::Warn, sentence);
    setVisible(isWanted());
    if (m_shown != before)
        Q_EMIT wantedChanged();
}

void QueueStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    Banner::changeEvent(event);
}

} // namespace destek::ui
