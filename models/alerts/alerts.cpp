#include "models/alerts/alerts.h"

#include "models/format/words.h"

#include <algorithm>

namespace destek::models
{

namespace
{

AlertKind kindOf(InboxNews news)
{
    return news == InboxNews::Assigned ? AlertKind::Assigned
           : news == InboxNews::Back   ? AlertKind::Back
                                       : AlertKind::Message;
}

} // namespace

Alerts::Alerts(ConsoleState *state, const Clock *clock, QObject *parent)
    : QObject(parent), m_state(state), m_clock(clock)
{
    connect(state, &ConsoleState::customerWrote, this, &Alerts::onWrote);
    connect(state, &ConsoleState::cameToMe, this, &Alerts::onCame);
    connect(state, &ConsoleState::changedWhileLocked, this, &Alerts::onChangedWhileLocked);
    connect(state, &ConsoleState::mentioned, this, &Alerts::onMentioned);
    connect(state, &ConsoleState::conversationChanged, this, &Alerts::onChanged);
    connect(state, &ConsoleState::phaseChanged, this, &Alerts::onPhase);
    connect(state, &ConsoleState::personErased, this,
            [this](ContactId, const QList<ConversationId> &gone) { onErased(gone); });
    followActs();
}

void Alerts::followActs()
{
    connect(m_state->sharing(), &Sharing::asking, this, [this](const QList<ConversationId> &ids) {
        for (const ConversationId id : ids)
            m_asked.insert(id);
    });
    // The inbox applies an answer at the end of the turn it came in.
    connect(
        m_state->sharing(), &Sharing::answered, this,
        [this](const QList<ConversationId> &ids) {
            for (const ConversationId id : ids)
                m_asked.remove(id);
        },
        Qt::QueuedConnection);
}

void Alerts::onWrote(ConversationId id)
{
    const ConversationSummary *summary = m_state->inbox()->find(id);
    if (!summary || !waits(*summary) || !m_state->concerns(*summary))
        return; // somebody else answers it
    Alert alert;
    alert.conversation = id;
    if (m_content != AlertContent::None)
        alert.name = words::personWords(*summary);
    if (m_content == AlertContent::NameAndText)
        alert.text = summary->lastLine;
    alert.looksAtIt = m_inFront && m_inFront() == id;
    note(*summary);
    raise(alert);
}

void Alerts::onCame(ConversationId id, InboxNews news)
{
    const ConversationSummary *summary = m_state->inbox()->find(id);
    if (!summary || m_asked.contains(id) || !m_state->concerns(*summary))
        return;
    if (waits(*summary))
        note(*summary);
    if (wasJustMentioned(id))
        return; // handed over with a note: that was said
    Alert alert;
    alert.kind = kindOf(news);
    alert.conversation = id;
    if (m_content != AlertContent::None)
        alert.name = words::personWords(*summary);
    alert.looksAtIt = m_inFront && m_inFront() == id;
    raise(alert);
}

void Alerts::onChangedWhileLocked(const ConversationSummary &summary, InboxNews news)
{
    if (!m_state->concerns(summary) || !waits(summary))
        forget(summary.id);
    if (!m_state->concerns(summary) || news == InboxNews::None)
        return;
    if (waits(summary))
        note(summary);
    if (wasJustMentioned(summary.id))
        return;
    Alert alert;
    alert.kind = kindOf(news);
    raise(alert);
}

void Alerts::note(const ConversationSummary &summary)
{
    const Instant now = m_clock->now();
    Said said;
    said.at = now;
    const auto known = m_said.constFind(summary.id);
    said.first = summary.waitingSince.value_or(known == m_said.cend() ? now : known->first);
    m_said.insert(summary.id, said);
    Q_EMIT unansweredChanged();
}

void Alerts::noteWhoWaits()
{
    const Instant now = m_clock->now();
    m_state->inbox()->each([this, now](const ConversationSummary &one) {
        if (!waits(one) || m_said.contains(one.id) || !m_state->concerns(one))
            return;
        Said said;
        said.at = now;
        said.first = one.waitingSince.value_or(now);
        m_said.insert(one.id, said);
    });
}

bool Alerts::isOpen(const ConversationSummary &summary, Instant now) const
{
    return waits(summary) && m_state->concerns(summary) &&
           !isHeldByOther(summary.work, m_state->agent().id, now);
}

bool Alerts::wasJustMentioned(ConversationId id) const
{
    return m_mentionedIn == id && m_clock->now() - m_mentionedAt < kBetweenSounds;
}

/// Said once, however often the note is told of; its mark in the list stays until it is read.
void Alerts::onMentioned(const MessageView &note)
{
    if (m_mentions.contains(note.id))
        return;
    m_mentions.insert(note.id);
    m_mentionedIn = note.conversation;
    m_mentionedAt = m_clock->now();
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
    if (phase == ConsolePhase::Locked) { // the inbox is still there
        m_said.removeIf([this](const auto &said) {
            const ConversationSummary *summary = m_state->inbox()->find(said.key());
            return !summary || !waits(*summary) || !m_state->concerns(*summary);
        });
    }
    if (phase == ConsolePhase::Running)
        noteWhoWaits();
    const bool inside = phase == ConsolePhase::Loading || phase == ConsolePhase::Running ||
                        phase == ConsolePhase::Locked;
    if (!inside) {
        m_said.clear();
        m_asked.clear();
        m_mentions.clear();
        m_mentionedIn = {};
    }
    Q_EMIT unansweredChanged();
}

bool Alerts::repeat(Said &said, Instant since, Instant now, Alert &alert)
{
    if (said.step >= int(kRepeats.size()) || now - said.at < kRepeats[std::size_t(said.step)])
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
    const bool running = m_state->phase() == ConsolePhase::Running;
    if (running)
        noteWhoWaits(); // also whose colleague has gone
    Alert alert;
    alert.kind = AlertKind::Waiting;
    alert.count = 0;
    for (auto it = m_said.begin(); it != m_said.end();) {
        const ConversationSummary *summary = m_state->inbox()->find(it.key());
        if (running && (!summary || !waits(*summary))) {
            it = m_said.erase(it); // answered while we were not looking
            continue;
        }
        if (summary && !isOpen(*summary, now)) {
            ++it; // a colleague acts; it may come back
            continue;
        }
        const Instant since = summary && summary->waitingSince ? *summary->waitingSince : it->first;
        if (repeat(*it, since, now, alert)) {
            alert.conversation = alert.count++ == 0 && !locked ? it.key() : ConversationId();
        }
        ++it;
    }
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
    for (auto said = m_said.cbegin(); said != m_said.cend(); ++said) {
        const ConversationSummary *summary = m_state->inbox()->find(said.key());
        if (said->step == 0 || !summary || !isOpen(*summary, now))
            continue;
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
    if (!summary || !summary->windowClosesAt || !waits(*summary) || !m_state->concerns(*summary))
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
