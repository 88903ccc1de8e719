#include "daemon/live/live_hub.h"

#include "core/wire/collaboration_json.h"
#include "core/wire/json.h"
#include "daemon/service/views.h"

#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace destek::daemon
{

namespace
{

QByteArray frameText(qint64 seq, QByteArrayView event, const QJsonObject &data)
{
    QByteArray text;
    if (seq > 0)
        text += "id: " + QByteArray::number(seq) + '\n';
    text += "event: ";
    text += event;
    text += "\ndata: " + QJsonDocument(data).toJson(QJsonDocument::Compact) + "\n\n";
    return text;
}

} // namespace

LiveHub::LiveHub(Database &database, const Clock &clock, Limits limits)
    : m_database(database), m_clock(clock), m_limits(limits)
{
}

QByteArray LiveHub::beatText(qint64 seq) const
{
    return frameText(0, "beat",
                     {{QStringLiteral("time"), m_clock.now().ms}, {QStringLiteral("seq"), seq}});
}

void LiveHub::onAudience(std::function<void(const Audience &)> callback)
{
    const std::lock_guard telling(m_telling); // who is called now is done with
    const std::lock_guard lock(m_mutex);
    m_audience = std::move(callback);
}

void LiveHub::tellAudience()
{
    const std::lock_guard telling(m_telling); // the newest is told last
    std::function<void(const Audience &)> callback;
    Audience audience;
    {
        const std::lock_guard lock(m_mutex);
        callback = m_audience;
        for (const SubscriberPtr &subscriber : std::as_const(m_subscribers))
            audience.sessions[subscriber->agent] << subscriber->session;
    }
    if (callback)
        callback(audience);
}

void LiveHub::setPresence(const PresenceNow &now)
{
    const std::lock_guard lock(m_mutex);
    m_presence = frameText(0, "presence", wire::toJson(now));
    const QList<SubscriberPtr> all = m_subscribers;
    for (const SubscriberPtr &subscriber : all) {
        if (!subscriber->sink->send(m_presence))
            m_subscribers.removeOne(subscriber);
    }
}

void LiveHub::tellDrafts(AgentId agent, const QByteArray &exceptSession, const DraftsNow &now)
{
    const QByteArray frame = frameText(0, "draft", wire::toJson(now));
    const std::lock_guard lock(m_mutex);
    const QList<SubscriberPtr> all = m_subscribers;
    for (const SubscriberPtr &subscriber : all) {
        if (subscriber->agent == agent && subscriber->session != exceptSession &&
            !subscriber->sink->send(frame))
            m_subscribers.removeOne(subscriber);
    }
}

void LiveHub::subscribe(const QByteArray &sessionHash, AgentId agent, qint64 afterSeq,
                        std::shared_ptr<FeedSink> sink)
{
    m_database.read([this, sessionHash, agent, afterSeq, sink](const Tx &tx) {
        const auto oldest = tx.feed().oldest();
        const auto last = tx.feed().last();
        if (!oldest || !last) {
            sink->close();
            return;
        }
        auto subscriber = std::make_shared<Subscriber>();
        subscriber->session = sessionHash;
        subscriber->agent = agent;
        subscriber->sink = sink;
        subscriber->sent = afterSeq;
        // A number from the future belongs to another (restored) store.
        const bool unknown = afterSeq > *last || (afterSeq + 1 < *oldest && *last > 0);
        if (unknown) {
            sink->send(frameText(0, "reset", {}));
            sink->close();
            return;
        }
        {
            const std::lock_guard lock(m_mutex);
            if (!m_started) {
                m_started = true;
                m_floor = *last;
                m_top = *last;
            }
            m_subscribers << subscriber;
            if (!m_presence.isEmpty())
                subscriber->sink->send(m_presence);
            deliverLocked(subscriber);
        }
        tellAudience();
    });
    // What was committed while nobody listened, or since the snapshot above.
    m_database.read([this](const Tx &tx) {
        if (const auto last = tx.feed().last())
            wake(*last);
    });
}

void LiveHub::wake(qint64 lastSeq)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_started || lastSeq <= m_top)
            return; // nobody has ever listened: nothing to prepare
        if (m_pumping) {
            m_again = true;
            return;
        }
        m_pumping = true;
    }
    pump();
}

void LiveHub::pump()
{
    m_database.read([this](const Tx &tx) {
        qint64 from = 0;
        {
            const std::lock_guard lock(m_mutex);
            m_again = false;
            from = m_top;
        }
        const auto changes = tx.feed().after(from, m_limits.batch);
        if (changes && !changes->isEmpty())
            take(*changes, frames(tx, *changes, std::numeric_limits<qsizetype>::max()));
        bool more = false;
        {
            const std::lock_guard lock(m_mutex);
            more = m_again || (changes && changes->size() == m_limits.batch);
            m_pumping = more;
        }
        if (more)
            pump();
    });
}

QList<LiveHub::Frame> LiveHub::frames(const Tx &tx, const QList<Change> &changes,
                                      qsizetype most) const
{
    const Views views(tx, m_clock.now());
    // Several changes of one thing in a batch: the last number carries its present state.
    QHash<qint64, qint64> lastOfConversation;
    QHash<MessageId, qint64> lastOfMessage;
    qint64 lastOfTeam = 0;
    for (const Change &change : changes) {
        if (change.kind == ChangeKind::Conversation)
            lastOfConversation[change.conversation.value] = change.seq;
        else if (change.kind == ChangeKind::Message)
            lastOfMessage[change.message] = change.seq;
        else if (change.kind == ChangeKind::Team)
            lastOfTeam = change.seq;
    }
    QList<Frame> made;
    qsizetype size = 0;
    for (const Change &change : changes) {
        if (size >= most)
            break;
        Frame frame{change.seq, change.conversation, {}};
        switch (change.kind) {
        case ChangeKind::Conversation:
            if (lastOfConversation.value(change.conversation.value) != change.seq)
                continue;
            if (const auto summary = views.summary(change.conversation))
                frame.text = frameText(change.seq, "conversation", wire::toJson(*summary));
            break;
        case ChangeKind::Message:
            if (lastOfMessage.value(change.message) != change.seq)
                continue;
            if (const auto message = tx.messages().record(change.message)) {
                if (const auto view = views.shown(*message))
                    frame.text = frameText(change.seq, "message", wire::toJson(*view));
            }
            break;
        case ChangeKind::Joined:
            frame.text = frameText(change.seq, "reset", {});
            break;
        case ChangeKind::Team:
            if (change.seq == lastOfTeam)
                frame.text = frameText(change.seq, "team", {});
            break;
        case ChangeKind::Erased:
            if (const auto order = tx.erasures().orderById(change.order))
                frame.text = frameText(change.seq, "erased", wire::toJson(*order));
            break;
        }
        // What was erased since has no frame; its number is simply passed over.
        if (!frame.text.isEmpty()) {
            size += frame.text.size();
            made << frame;
        }
    }
    return made;
}

void LiveHub::take(const QList<Change> &changes, const QList<Frame> &made)
{
    const std::lock_guard lock(m_mutex);
    for (const Change &change : changes) {
        if (change.kind == ChangeKind::Erased)
            m_floor = m_top; // simplest and surest: nothing of the person stays in memory
    }
    if (m_floor == m_top)
        m_ring.clear();
    for (const Frame &frame : made)
        m_ring.push_back(frame);
    while (m_ring.size() > m_limits.ring) {
        m_floor = m_ring.front().seq;
        m_ring.pop_front();
    }
    m_top = changes.last().seq;
    const QList<SubscriberPtr> all = m_subscribers;
    for (const SubscriberPtr &subscriber : all)
        deliverLocked(subscriber);
}

void LiveHub::deliverLocked(const SubscriberPtr &subscriber)
{
    if (subscriber->behind)
        return;
    if (subscriber->sent < m_floor) {
        subscriber->behind = true;
        catchUp(subscriber);
        return;
    }
    QByteArray text;
    auto frame = std::upper_bound(m_ring.begin(), m_ring.end(), subscriber->sent,
                                  [](qint64 seq, const Frame &one) { return seq < one.seq; });
    for (; frame != m_ring.end() && text.size() < m_limits.piece; ++frame) {
        text += frame->text;
        subscriber->sent = frame->seq;
    }
    const bool whole = frame == m_ring.end();
    if (whole) {
        subscriber->sent = std::max(subscriber->sent, m_top);
        text += beatText(subscriber->sent);
    }
    if (!subscriber->sink->send(text))
        m_subscribers.removeOne(subscriber);
    else if (!whole)
        deliverRestLocked(subscriber);
}

void LiveHub::deliverRestLocked(const SubscriberPtr &subscriber)
{
    subscriber->behind = true;
    subscriber->sink->whenWritten([this, waiting = std::weak_ptr(subscriber)] {
        const std::lock_guard lock(m_mutex);
        const SubscriberPtr present = waiting.lock();
        if (!present)
            return;
        present->behind = false;
        deliverLocked(present);
    });
}

void LiveHub::catchUp(SubscriberPtr subscriber)
{
    m_database.read([this, subscriber](const Tx &tx) {
        const auto changes = tx.feed().after(subscriber->sent, m_limits.batch);
        if (!changes) {
            subscriber->sink->close();
            return;
        }
        QByteArray text;
        const QList<Frame> made = frames(tx, *changes, m_limits.piece);
        for (const Frame &frame : made)
            text += frame.text;
        const bool sent = text.isEmpty() || subscriber->sink->send(text);
        const std::lock_guard lock(m_mutex);
        subscriber->behind = false;
        if (!sent) {
            m_subscribers.removeOne(subscriber);
            return;
        }
        if (text.size() >= m_limits.piece)
            subscriber->sent = made.last().seq; // what follows it was not looked at
        else if (!changes->isEmpty())
            subscriber->sent = changes->last().seq;
        else
            subscriber->sent = std::max(subscriber->sent, m_floor);
        if (text.isEmpty())
            deliverLocked(subscriber);
        else
            deliverRestLocked(subscriber);
    });
}

void LiveHub::beat()
{
    {
        const std::lock_guard lock(m_mutex);
        const QList<SubscriberPtr> all = m_subscribers;
        for (const SubscriberPtr &subscriber : all) {
            if (!subscriber->behind && !subscriber->sink->send(beatText(subscriber->sent)))
                m_subscribers.removeOne(subscriber);
        }
    }
    tellAudience(); // whoever has gone is noticed here at the latest
}

void LiveHub::endSession(const QByteArray &sessionHash, SessionEnd by)
{
    {
        const std::lock_guard lock(m_mutex);
        const QList<SubscriberPtr> all = m_subscribers;
        for (const SubscriberPtr &subscriber : all) {
            if (subscriber->session != sessionHash)
                continue;
            subscriber->sink->send(
                frameText(0, "ended",
                          {{QStringLiteral("code"), QStringLiteral("not_signed_in")},
                           {QStringLiteral("by"), QString(wireName(by))}}));
            subscriber->sink->close();
            m_subscribers.removeOne(subscriber);
        }
    }
    tellAudience();
}

void LiveHub::closeAll()
{
    const std::lock_guard lock(m_mutex);
    for (const SubscriberPtr &subscriber : std::as_const(m_subscribers))
        subscriber->sink->close();
    m_subscribers.clear();
}

QList<QByteArray> LiveHub::sessions() const
{
    const std::lock_guard lock(m_mutex);
    QList<QByteArray> sessions;
    for (const SubscriberPtr &subscriber : m_subscribers) {
        if (!sessions.contains(subscriber->session))
            sessions << subscriber->session;
    }
    return sessions;
}

int LiveHub::streams() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_subscribers.size());
}

} // namespace destek::daemon
