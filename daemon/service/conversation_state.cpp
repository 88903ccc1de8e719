#include "daemon/service/conversation_state.h"

namespace destek::daemon
{

Stored<Done> countWaiting(const Tx &tx, ConversationRecord &conversation)
{
    const auto waiting = conversation.standby ? Stored<Waiting>(Waiting())
                                              : tx.messages().waitingIn(conversation.id);
    if (!waiting)
        return failure(waiting.error());
    conversation.waiting = waiting->messages;
    conversation.waitingSince = waiting->since;
    return done();
}

void noteLast(ConversationRecord &conversation, const MessageRecord &message)
{
    if (message.at < conversation.lastAt)
        return;
    conversation.lastAt = message.at;
    conversation.lastMessage = message.id;
    if (message.direction == Direction::Outbound)
        conversation.lastOwnMessage = message.id;
}

Stored<Done> insertOwn(Tx &tx, ConversationRecord conversation, const MessageRecord &message)
{
    if (auto inserted = tx.messages().insert(message, conversation.phoneNumberId); !inserted)
        return failure(inserted.error());
    if (message.kind == MessageKind::Reaction)
        return done(); // a thumb is no answer yet
    noteLast(conversation, message);
    conversation.lastOwnMessage = message.id;
    if (auto counted = countWaiting(tx, conversation); !counted)
        return counted;
    return tx.conversations().update(conversation);
}

} // namespace destek::daemon
