#pragma once

#include "core/base/clock.h"
#include "core/domain/session_view.h"
#include "core/domain/work.h"
#include "daemon/service/ports/database.h"
#include "daemon/service/presence_board.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace destek::daemon
{

/// The end of one console's stream, as the hub sees it (http/ wraps its EventStream).
class FeedSink
{
public:
    virtual ~FeedSink() = default;
    /// False: gone or too slow; the hub forgets it.
    virtual bool send(const QByteArray &frames) = 0;
    virtual void close() = 0;
    /// `then` runs once, later and on another thread, when what was sent has gone out or the
    /// stream is over.
    virtual void whenWritten(std::function<void()> then) = 0;
};

/// Fan-out of committed changes to consoles as text/event-stream frames, in feed order, each
/// number once per stream. The newest frames are kept in memory for all streams; older ones are
/// made again from the store. An erasure empties that memory of the person. Threads: any.
class LiveHub
{
public:
    struct Limits {
        size_t ring = 10000;         ///< frames kept in memory
        int batch = 500;             ///< changes read at once
        qsizetype piece = 96 * 1024; ///< bytes sent at once, less than a stream may hold unsent
    };

    LiveHub(Database &database, const Clock &clock, Limits limits);

    /// Begins after `afterSeq`; a number older than the store remembers gets `reset`.
    void subscribe(const QByteArray &sessionHash, AgentId agent, qint64 afterSeq,
                   std::shared_ptr<FeedSink> sink);
    /// Told whose streams are open whenever that may have changed; on any thread, never twice at
    /// a time. Set before the first stream.
    void onAudience(std::function<void(const Audience &)> callback);
    /// To every stream now, and first thing to those that open later. Not numbered.
    void setPresence(const PresenceNow &now);
    /// To this agent's streams and to nobody else's; not to the one of the session that wrote.
    /// Not numbered: a console that was away asks again. Without any text of theirs, so that
    /// nothing of an erased person waits in a stream.
    void tellDrafts(AgentId agent, const QByteArray &exceptSession, const DraftsNow &now);
    /// The store's feed has moved.
    void wake(qint64 lastSeq);
    /// "Nothing is missing up to here": to streams that are up to date. Every 10 s.
    void beat();
    void endSession(const QByteArray &sessionHash, SessionEnd by = SessionEnd::Over);
    void closeAll();
    [[nodiscard]] int streams() const;
    /// Whose streams are open, each session once.
    [[nodiscard]] QList<QByteArray> sessions() const;

private:
    struct Subscriber {
        QByteArray session;
        AgentId agent;
        std::shared_ptr<FeedSink> sink;
        qint64 sent = 0;
        bool behind = false; ///< a read for it alone is under way, or a piece of much
    };
    struct Frame {
        qint64 seq = 0;
        ConversationId conversation;
        QByteArray text;
    };
    using SubscriberPtr = std::shared_ptr<Subscriber>;

    void pump();
    void take(const QList<Change> &changes, const QList<Frame> &frames);
    void deliverLocked(const SubscriberPtr &subscriber);
    void catchUp(SubscriberPtr subscriber);
    /// Goes on once the piece that was sent has gone out: a stream holds only so much unsent.
    void deliverRestLocked(const SubscriberPtr &subscriber);
    /// Of the first changes only, if together they come to `most` bytes.
    [[nodiscard]] QList<Frame> frames(const Tx &tx, const QList<Change> &changes,
                                      qsizetype most) const;
    [[nodiscard]] QByteArray beatText(qint64 seq) const;
    void tellAudience();

    Database &m_database;
    const Clock &m_clock;
    Limits m_limits;
    mutable std::mutex m_mutex;
    QList<SubscriberPtr> m_subscribers;
    std::function<void(const Audience &)> m_audience;
    std::mutex m_telling; ///< taken before m_mutex
    QByteArray m_presence;
    std::deque<Frame> m_ring;
    qint64 m_floor = 0; ///< numbers up to this are not in the ring
    qint64 m_top = 0;   ///< newest number taken
    bool m_started = false;
    bool m_pumping = false;
    bool m_again = false;
};

} // namespace destek::daemon
