#pragma once

#include "net/api/conversation_api.h"

#include <QObject>

#include <optional>

namespace destek::net
{

/// A message that waits, and what its writer knew when it was written.
struct QueuedMessage {
    OutgoingMessage message;
    Instant writtenAt;  ///< our clock
    Instant knownUntil; ///< the newest message of the conversation on the screen then
    qint64 heard = -1;  ///< WorkState::heard of the conversation then; -1: not known
    QString shownText;  ///< a template with its fields filled in; empty for anything else
    bool asked = false; ///< the daemon may have it already
    bool kept = false;  ///< written or left behind without a connection: waits for release()
};

/// Carries what an agent wrote to the daemon, trying again with the same id while the daemon
/// cannot be reached. What was written while offline, or was not acknowledged when the
/// connection broke, is kept until somebody has looked whether the world changed meanwhile
/// (models/outgoing/offline_queue). Texts lie in memory, and sealed on disk if there is a shelf
/// (net/outbox/sealed_shelf). Threads: GUI only.
class Outbox : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// False if it is full: nothing was taken, the composer keeps the text.
    [[nodiscard]] virtual bool send(const QueuedMessage &queued) = 0;
    [[nodiscard]] bool send(const OutgoingMessage &message)
    {
        QueuedMessage queued;
        queued.message = message;
        return send(queued);
    }
    /// What waits for an acknowledgement, oldest first.
    [[nodiscard]] virtual QList<OutgoingMessage> pending() const = 0;
    [[nodiscard]] virtual QList<QueuedMessage> queued() const = 0;
    /// The connection is gone: from now on everything is kept.
    virtual void hold() = 0;
    /// It is back: what is written now goes out at once. What was kept stays so.
    virtual void goOn() = 0;
    /// Whoever looked says that it may go out.
    virtual void release(const MessageId &id) = 0;
    /// Its writer does not want it any more, or the daemon has it: forgotten, and handed back.
    virtual std::optional<QueuedMessage> takeOut(const MessageId &id) = 0;
    /// The person is gone: forget their texts now. Answers how many were dropped.
    virtual int drop(ConversationId conversation) = 0;
    /// Somebody signed in: what another agent left behind goes from memory (with a shelf it waits
    /// there, sealed, for its writer), one's own is kept until it was looked at.
    virtual void resumeFor(AgentId agent) = 0;
    /// The session is over: stop trying until resumeFor(). With a shelf, memory is wiped.
    virtual void pause() = 0;
    /// Forget everything, on disk too (profile removed).
    virtual void clear() = 0;

Q_SIGNALS:
    /// The daemon has it, durably; this is its view of the message.
    void accepted(const destek::MessageView &message);
    /// The daemon says no: the text goes back to whoever wrote it.
    void returned(const destek::net::OutgoingMessage &message, const destek::ApiError &why);
    /// Not acknowledged yet; another try will follow. `tries` so far.
    void waiting(const destek::MessageId &id, int tries);
    /// Something came, went, or is kept.
    void changed();
};

} // namespace destek::net
