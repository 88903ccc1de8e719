#include "daemon/service/presence_board.h"

#include <algorithm>

namespace destek::daemon
{

namespace
{

/// Away at lunch stays away through a cut; a new day begins online.
constexpr auto kWishLasts = std::chrono::minutes(30);

} // namespace

PresenceBoard::PresenceBoard(const Clock &clock) : m_clock(clock), m_startedAt(clock.now()) {}

void PresenceBoard::onChanged(std::function<void(Change)> callback)
{
    const std::lock_guard lock(m_mutex);
    m_changed = std::move(callback);
}

void PresenceBoard::tell(std::optional<Change> change) const
{
    std::function<void(Change)> callback;
    {
        const std::lock_guard lock(m_mutex);
        callback = m_changed;
    }
    if (change && callback)
        callback(*change);
}

Presence PresenceBoard::shown(const Person &person)
{
    if (!person.connected)
        return Presence::Offline;
    return person.lockedAt.isNull() ? person.wish : Presence::Away;
}

/// A cut says nothing about the lock: what it was before counts until the console is back.
void PresenceBoard::seeLocks(Person &person, Instant now)
{
    if (!person.connected)
        return;
    const bool all = person.locked.contains(person.sessions);
    if (!all)
        person.lockedAt = {};
    else if (person.lockedAt.isNull())
        person.lockedAt = now;
}

void PresenceBoard::setConnected(const Audience &audience)
{
    std::optional<Change> change;
    {
        const std::lock_guard lock(m_mutex);
        const Instant now = m_clock.now();
        for (auto it = audience.sessions.cbegin(); it != audience.sessions.cend(); ++it) {
            Person &person = m_people[it.key()];
            const Presence before = shown(person);
            if (!person.connected && !person.leftAt.isNull() &&
                now - person.leftAt > Duration(kWishLasts)) {
                person.wish = Presence::Online;
                person.locked.clear();
            }
            person.connected = true;
            person.sessions = it.value();
            seeLocks(person, now);
            if (shown(person) == before)
                continue;
            person.since = now;
            change = Change::People;
        }
        for (auto it = m_people.begin(); it != m_people.end(); ++it) {
            if (!it->connected || audience.sessions.contains(it.key()))
                continue;
            it->connected = false;
            it->sessions.clear();
            it->leftAt = now;
            it->since = now;
            m_looks.removeIf([&](const auto &look) { return look.key().first == it.key(); });
            change = Change::People;
        }
    }
    tell(change);
}

void PresenceBoard::setPresence(AgentId agent, Presence presence)
{
    std::optional<Change> change;
    {
        const std::lock_guard lock(m_mutex);
        Person &person = m_people[agent];
        if (person.wish != presence) {
            const Presence before = shown(person);
            person.wish = presence;
            if (shown(person) != before) {
                person.since = m_clock.now();
                change = Change::People;
            }
        }
        if (!person.connected)
            person.leftAt = m_clock.now(); // said before the stream opens: kept until it does
    }
    tell(change);
}

void PresenceBoard::setLocked(AgentId agent, const QByteArray &session, bool locked)
{
    std::optional<Change> change;
    {
        const std::lock_guard lock(m_mutex);
        Person &person = m_people[agent];
        const Presence before = shown(person);
        if (locked)
            person.locked.insert(session);
        else
            person.locked.remove(session);
        if (!person.connected && person.leftAt.isNull())
            person.leftAt = m_clock.now(); // said before the stream opens
        seeLocks(person, m_clock.now());
        if (shown(person) != before) {
            person.since = m_clock.now();
            change = Change::People;
        }
    }
    tell(change);
}

void PresenceBoard::attend(AgentId agent, DeviceId device, ConversationId conversation, bool typing,
                           std::optional<Instant> heldUntil)
{
    std::optional<Change> change;
    {
        const std::lock_guard lock(m_mutex);
        const Instant now = m_clock.now();
        forgetLocked(now);
        const Console console{agent, device};
        const auto known = m_looks.constFind(console);
        if (!conversation.isValid()) {
            if (m_looks.remove(console) > 0)
                change = Change::People;
        } else {
            const bool same = known != m_looks.cend() && known->conversation == conversation &&
                              known->typing == typing;
            if (!same)
                change = Change::People;
            else if (known->heldUntil != heldUntil)
                change = Change::Lease;
            Look look;
            look.conversation = conversation;
            look.typing = typing;
            look.heldUntil = heldUntil;
            look.until = now + kLeaseLasts;
            m_looks.insert(console, look);
        }
    }
    tell(change);
}

void PresenceBoard::forgetLocked(Instant now)
{
    m_looks.removeIf([&](const auto &look) { return look.value().until <= now; });
}

PresenceNow PresenceBoard::now()
{
    const std::lock_guard lock(m_mutex);
    forgetLocked(m_clock.now());
    PresenceNow all;
    for (auto it = m_people.cbegin(); it != m_people.cend(); ++it) {
        if (!it->connected)
            continue;
        PresenceNow::Line line;
        line.agent = it.key();
        line.presence = shown(*it);
        line.since = it->since;
        all.agents << line;
    }
    for (auto it = m_looks.cbegin(); it != m_looks.cend(); ++it) {
        Attendance one;
        one.conversation = it->conversation;
        one.agent = it.key().first;
        one.typing = it->typing;
        one.heldUntil = it->heldUntil;
        all.attending << one;
    }
    std::sort(all.agents.begin(), all.agents.end(),
              [](const auto &a, const auto &b) { return a.agent < b.agent; });
    std::sort(all.attending.begin(), all.attending.end(), [](const auto &a, const auto &b) {
        return std::tuple(a.conversation, a.agent, b.typing) <
               std::tuple(b.conversation, b.agent, a.typing);
    });
    return all;
}

std::optional<Instant> PresenceBoard::nextLapse() const
{
    const std::lock_guard lock(m_mutex);
    std::optional<Instant> next;
    for (const Look &look : m_looks) {
        if (!next || look.until < *next)
            next = look.until;
    }
    return next;
}

Presence PresenceBoard::presence(AgentId agent) const
{
    const std::lock_guard lock(m_mutex);
    const auto person = m_people.constFind(agent);
    return person == m_people.cend() ? Presence::Offline : shown(*person);
}

Instant PresenceBoard::since(AgentId agent) const
{
    const std::lock_guard lock(m_mutex);
    return m_people.value(agent).since;
}

bool PresenceBoard::isHere(AgentId agent) const
{
    const std::lock_guard lock(m_mutex);
    const Instant now = m_clock.now();
    const auto person = m_people.constFind(agent);
    if (person == m_people.cend())
        return now - m_startedAt < kLeaseLasts;
    if (person->wish == Presence::Away)
        return false;
    const auto gone = goneAt(*person);
    return !gone || *gone > now;
}

std::optional<Instant> PresenceBoard::goneAt(const Person &person)
{
    std::optional<Instant> at;
    if (!person.connected)
        at = person.leftAt + kLeaseLasts;
    if (!person.lockedAt.isNull())
        at = std::min(at.value_or(person.lockedAt + kLeaseLasts), person.lockedAt + kLeaseLasts);
    return at;
}

std::optional<Instant> PresenceBoard::nextGone() const
{
    const std::lock_guard lock(m_mutex);
    const Instant now = m_clock.now();
    std::optional<Instant> next;
    const auto consider = [&](std::optional<Instant> at) {
        if (at && *at > now && (!next || *at < *next))
            next = at;
    };
    consider(m_startedAt + kLeaseLasts);
    for (const Person &person : m_people) {
        if (person.wish != Presence::Away)
            consider(goneAt(person));
    }
    return next;
}

} // namespace destek::daemon
