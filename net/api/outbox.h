#pragma once

#include "net/api/conversation_api.h"

#include <QObject>

namespace destek::net
{

/// Carries what an agent wrote to the daemon, trying again with the same id while the daemon
/// cannot be reached. Keeps texts in memory only, never on disk. Threads: GUI only.
class Outbox : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// False if it is full: nothing was taken, the composer keeps the text.
    [[nodiscard]] virtual bool send(const OutgoingMessage &message) = 0;
    /// What waits for an acknowledgement, oldest first.
    [[nodiscard]] virtual QList<OutgoingMessage> pending() const = 0;
    /// The person is gone: forget their texts now. Answers how many were dropped.
    virtual int drop(ConversationId conversation) = 0;
    /// Somebody signed in: what another agent left behind is dropped, one's own is tried again.
    virtual void resumeFor(AgentId agent) = 0;
    /// The session is over: keep the texts, stop trying until resumeFor().
    virtual void pause() = 0;
    /// Forget everything (profile removed, lease over).
    virtual void clear() = 0;

Q_SIGNALS:
    /// The daemon has it, durably; this is its view of the message.
    void accepted(const destek::MessageView &message);
    /// The daemon says no: the text goes back to whoever wrote it.
    void returned(const destek::net::OutgoingMessage &message, const destek::ApiError &why);
    /// Not acknowledged yet; another try will follow. `tries` so far.
    void waiting(const destek::MessageId &id, int tries);
};

} // namespace destek::net
