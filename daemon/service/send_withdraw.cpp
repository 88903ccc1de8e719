#include "daemon/service/send_service.h"

#include "daemon/service/conversation_state.h"

#include <algorithm>

namespace destek::daemon
{

Stored<Withdrawal> SendService::withdraw(const Actor &actor, const MessageId &id)
{
    const auto message = std::as_const(m_tx).messages().record(id);
    if (!message)
        return failure(message.error());
    if (message->direction != Direction::Outbound || !actor.agent.isValid() ||
        message->author != actor.agent)
        return Withdrawal::NotYours;
    if (message->state == SendState::Withdrawn)
        return Withdrawal::Done;
    // One that was tried may have reached WhatsApp, whatever the answer said.
    if (message->state != SendState::Queued || message->attempts > 0)
        return Withdrawal::OnItsWay;
    if (auto withdrawn = m_tx.messages().withdraw(id); !withdrawn)
        return failure(withdrawn.error());
    if (auto released = m_tx.media().release(id); !released)
        return failure(released.error());
    if (auto stands = standAsBefore(*message); !stands)
        return failure(stands.error());
    if (auto audited =
            audit(actor, AuditAction::MessageWithdrawn, *message, wireName(SendState::Withdrawn));
        !audited)
        return failure(audited.error());
    if (auto fed = changed(*message); !fed)
        return failure(fed.error());
    return Withdrawal::Done;
}

/// Counted anew rather than remembered: the customer may have written meanwhile.
Stored<Done> SendService::standAsBefore(const MessageRecord &message)
{
    auto conversation = std::as_const(m_tx).conversations().record(message.conversation);
    if (!conversation)
        return failure(conversation.error());
    const auto newest = std::as_const(m_tx).messages().newestIn(message.conversation);
    if (!newest)
        return failure(newest.error());
    if (auto counted = countWaiting(m_tx, *conversation); !counted)
        return counted;
    if (conversation->lastOwnMessage == message.id)
        conversation->lastOwnMessage = newest->own;
    if (conversation->lastMessage == message.id) {
        conversation->lastMessage = newest->message;
        // A call leaves no message but opens the window, and counts as the last sign of life.
        if (conversation->lastAt == message.at)
            conversation->lastAt =
                std::max(newest->at, conversation->lastInboundAt.value_or(newest->at));
    }
    return m_tx.conversations().update(*conversation);
}

} // namespace destek::daemon
