#include "models/alerts/alerts.h"

#include "models/format/words.h"

#include <algorithm>

namespace destek::models
{

Alerts::Alerts(ConsoleState *state, const Clock *clock, QObject *parent)
    : QObject(parent), m_state(state), m_clock(clock)
{
    connect(state, &ConsoleState::customerWrote, this, &Alerts::onWrote);
    connect(state, &ConsoleState::customerWroteWhileLocked, this, &Alerts::onWroteWhileLocked);
    connect(state, &ConsoleState::mentioned, this, &Alerts::onMentioned);
    connect(state, &ConsoleState::conversationChanged, this, &Alerts::onChanged);
    connect(state, &ConsoleState::phaseChanged, this, &Alerts::onPhase);
    connect(state, &ConsoleState::personErased, this,
            [this](ContactId, const QList<ConversationId> &gone) { onErased(gone); });
}

void Alerts::onWrote(ConversationId id)
{
    const ConversationSummary *summary = m_state->inbox()->find(id);
    if (!summary || summary->standby || !waits(*summary))
        return; // somebody else answers it
    Alert alert;
    alert.conversation = id;
    if (m_content != AlertContent::None)
        alert.name = words::personWords(*summary);
    if (m_content == AlertContent::NameAndText)
        alert.text = summary->lastLine;
    alert.looksAtIt = m_inFront && m_inFront() == id;
    Said said;
    said.at = m_clock->now();
    said.first = *said.at;
    if (const auto known = m_said.constFind(id); known != m_said.constEnd())
        said.first = known->first;
    m_said.insert(id, said);
    raise(alert);
    Q_EMIT unansweredChanged();
}

void Alerts::onWroteWhileLocked()
{
    const Instant now = m_clock->now();
    if (!m_locked.at)
        m_locked.first = now;
    m_locked.at = now;
    m_locked.step = 0;
    raise({});
    Q_EMIT unansweredChanged();
}

/// Said once, however often the note is told of; its mark in the list stays until it is read.
void Alerts::onMentioned(const MessageView &note)
{
    if (m_mentions.contains(note.id))
        return;
    m_mentions.insert(note.id);
    Alert alert;
    alert.kind = AlertKind::Mention;
    if (m_state->phase() == ConsolePhase::Locked)
        return raise(alert);
    alert.conversation = note.conversation;
    alert.author = note.author;
    const ConversationSummary *summary = m_state->inbox()->find(note.conversation);
    if (summary && m_content != AlertContent::None)
        alert.name = words::personWords(*summary);
    if (m_content == AlertContent::NameAndText)
        alert.text = note.text;
    alert.looksAtIt = m_inFront && m_inFront() == note.conversation;
    raise(alert);
}

void Alerts::onChanged(const ConversationSummary &summary)
{
    if (!waits(summary))
        forget(summary.id);
    else if (m_said.contains(summary.id)) // a colleague may have taken it: once the inbox knows
        QMetaObject::invokeMethod(this, &Alerts::unansweredChanged, Qt::QueuedConnection);
}

void Alerts::onErased(const QList<ConversationId> &gone)
{
    for (ConversationId id : gone)
        forget(id);
}

void Alerts::forget(ConversationId id)
{
    if (m_said.remove(id) > 0)
        Q_EMIT unansweredChanged();
}

void Alerts::opened(ConversationId id)
{
    const auto said = m_said.find(id);
    if (said == m_said.end())
        return;
    said->at = m_clock->now();
    said->step = 0;
    Q_EMIT unansweredChanged();
}

void Alerts::onPhase(ConsolePhase phase)
{
    if (phase == ConsolePhase::Loading)
        m_locked = {}; // back at the screen: the inbox shows who waits
    const bool inside = phase == ConsolePhase::Loading || phase == ConsolePhase::Running ||
                        phase == ConsolePhase::Locked;
    if (!inside) {
        m_said.clear();
        m_mentions.clear();
        m_locked = {};
    }
    Q_EMIT unansweredChanged();
}

bool Alerts::repeat(Said &said, Instant since, Instant now, Alert &alert)
{
    if (!said.at || said.step >= int(kRepeats.size()) ||
        now - *said.at < kRepeats[std::size_t(said.step)])
        return false;
    said.at = now;
    ++said.step;
    alert.step = std::max(alert.step, said.step);
    alert.longest = std::max(alert.longest, now - since);
    return true;
}

void Alerts::tick(Instant now)
{
    const bool locked = m_state->phase() == ConsolePhase::Locked;
    Alert alert;
    alert.kind = AlertKind::Waiting;
    alert.count = 0;
    for (auto it = m_said.begin(); it != m_said.end();) {
        const ConversationSummary *summary = m_state->inbox()->find(it.key());
        if (!locked && m_state->phase() == ConsolePhase::Running &&
            (!summary || !waits(*summary))) {
            it = m_said.erase(it); // answered while we were not looking
            continue;
        }
        const Instant since = summary && summary->waitingSince ? *summary->waitingSince : it->first;
        if (repeat(*it, since, now, alert)) {
            alert.conversation = alert.count++ == 0 && !locked ? it.key() : ConversationId();
        }
        ++it;
    }
    if (locked && repeat(m_locked, m_locked.first, now, alert))
        ++alert.count;
    if (alert.count > 0)
        raise(alert);
    sayClosing(now);
    Q_EMIT unansweredChanged();
}

Alerts::Overdue Alerts::overdue() const
{
    Overdue all;
    if (m_state->phase() != ConsolePhase::Running)
        return all;
    const Instant now = m_clock->now();
    const AgentId me = m_state->agent().id;
    for (auto said = m_said.cbegin(); said != m_said.cend(); ++said) {
        const ConversationSummary *summary = m_state->inbox()->find(said.key());
        if (said->step == 0 || !summary || !waits(*summary))
            continue;
        const AgentId whose = summary->work.assignee;
        if ((whose.isValid() && whose != me) || isHeldByOther(summary->work, me, now))
            continue; // a colleague acts
        ++all.count;
        all.who.insert(said.key());
        all.last = all.last || said->step >= int(kRepeats.size());
        const Instant since = summary->waitingSince.value_or(said->first);
        if (all.count == 1 || since < all.since) {
            all.since = since;
            all.first = said.key();
        }
    }
    return all;
}

void Alerts::sayClosing(Instant now)
{
    const ConversationId open = m_state->thread()->conversation();
    const ConversationSummary *summary = m_state->inbox()->find(open);
    if (!summary || !summary->windowClosesAt || !waits(*summary))
        return;
    const Duration left = *summary->windowClosesAt - now;
    if (left <= Duration::zero() || left > kClosingSoon)
        return;
    if (m_closingSaid == open && m_closingWindow == summary->windowClosesAt)
        return; // once for each window
    m_closingSaid = open;
    m_closingWindow = summary->windowClosesAt;
    Alert alert;
    alert.kind = AlertKind::WindowClosing;
    alert.conversation = open;
    alert.looksAtIt = true;
    raise(alert);
}

void Alerts::raise(Alert alert)
{
    const Instant now = m_clock->now();
    alert.sounds = m_soundAt.isNull() || now - m_soundAt >= kBetweenSounds;
    if (alert.sounds)
        m_soundAt = now;
    Q_EMIT raised(alert);
}

} // namespace destek::models
