#include "ui/alerts/waiting_strip.h"

#include "models/format/words.h"
#include "ui/kit/button.h"

#include <QEvent>

namespace destek::ui
{

WaitingStrip::WaitingStrip(const Desk &desk, QWidget *parent)
    : Banner(*desk.theme, parent), m_desk(desk),
      m_open(new Button(*desk.theme, Button::Kind::Normal))
{
    addButton(m_open);
    connect(m_open, &QPushButton::clicked, this,
            [this] { Q_EMIT conversationWanted(m_overdue.first); });
    refresh();
}

void WaitingStrip::follow(const models::Alerts *alerts)
{
    m_alerts = alerts;
    connect(alerts, &models::Alerts::unansweredChanged, this, &WaitingStrip::refresh);
    connect(m_desk.state->inbox(), &models::InboxModel::waitingCountChanged, this,
            &WaitingStrip::refresh);
    refresh();
}

void WaitingStrip::refresh()
{
    const bool before = isWanted();
    m_overdue = m_alerts ? m_alerts->overdue() : models::Alerts::Overdue();
    m_open->setText(tr("Open the longest waiting"));
    const bool joined = !m_said.contains(m_overdue.who);
    m_said = m_overdue.who;
    const Tone tone = m_overdue.last ? Tone::Bad : Tone::Warn;
    joined ? say(tone, standing()) : reword(tone, standing());
    setVisible(isWanted());
    if (before != isWanted())
        Q_EMIT wantedChanged();
}

/// A time, not a number of minutes: it stays true, and nobody hears it anew every minute.
QString WaitingStrip::standing() const
{
    const Instant now = m_desk.clock->now();
    const QString since = words::isSameLocalDay(m_overdue.since, now)
                              ? words::clockTime(m_overdue.since)
                              : words::dateTime(m_overdue.since);
    return tr("%n person(s) wait(s), and nobody has taken them.", nullptr, m_overdue.count) +
           QLatin1Char(' ') + tr("The longest has waited since %1.", "a time").arg(since);
}

void WaitingStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    Banner::changeEvent(event);
}

} // namespace destek::ui
