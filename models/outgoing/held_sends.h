#pragma once

#include "core/base/clock.h"
#include "net/api/conversation_api.h"
#include "net/api/work_api.h"

#include <QHash>
#include <QObject>

namespace destek::models
{

/// Messages of this console that wait a few seconds before they go out, so that their author can
/// take them back (undo hold, 0 to 5 s, a choice of each agent). Counted from the moment the
/// daemon has a message: before it, nothing could be taken back. Threads: GUI only.
class HeldSends final : public QObject
{
    Q_OBJECT
public:
    HeldSends(net::WorkApi *api, const Clock *clock, QObject *parent = nullptr);

    /// At most kHoldAtMost; zero: messages go out at once.
    void setHold(Duration hold);
    [[nodiscard]] Duration hold() const { return m_hold; }
    /// Reactions and files go out as ever: the one is undone by another, the other waits for no
    /// second upload.
    [[nodiscard]] Duration holdFor(const OutboundContent &content) const;

    void sent(const net::OutgoingMessage &message);
    void accepted(MessageId id);
    /// News of a message: once it is no longer queued it cannot be taken back.
    void heard(const MessageView &message);
    void drop(MessageId id);
    void forget(ConversationId id);
    void clear();
    /// Lets go of what is over; call while isAnyHeld().
    void tick();

    /// Zero: it is not held (any more).
    [[nodiscard]] Duration left(MessageId id) const;
    /// What remains of the hold, 1 to 0.
    [[nodiscard]] double share(MessageId id) const;
    [[nodiscard]] bool isAnyHeld() const;
    /// The one sent last in this conversation; invalid: none is held.
    [[nodiscard]] MessageId newest(ConversationId id) const;
    /// Answers with takenBack() or tooLate().
    void takeBack(MessageId id);

Q_SIGNALS:
    /// It begins or ends to be held.
    void heldChanged(const destek::MessageId &id);
    /// It never went out; `gone` is how the daemon sees it now.
    void takenBack(const destek::net::OutgoingMessage &message, const destek::MessageView &gone);
    void tooLate(destek::ConversationId conversation, const destek::ApiError &why);

private:
    struct Held {
        net::OutgoingMessage message;
        Instant until; ///< null until the daemon has it
        bool asked = false;
    };
    void end(MessageId id);

    net::WorkApi *m_api;
    const Clock *m_clock;
    Duration m_hold{0};
    QHash<MessageId, Held> m_held;
    QList<MessageId> m_order; ///< as sent
    int m_generation = 0;
};

} // namespace destek::models
