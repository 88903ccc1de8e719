#include "daemon/service/thread_lines.h"

namespace destek::daemon
{

QString shownName(const Actor &actor)
{
    return actor.displayName.isEmpty() ? actor.name : actor.displayName;
}

QString shownName(const UserRecord &user)
{
    return user.displayName.isEmpty() ? user.userName : user.displayName;
}

QString nameOfAgent(const Tx &tx, AgentId id)
{
    if (!id.isValid())
        return {};
    const auto user = tx.access().user(id);
    return user && *user ? shownName(**user) : QString();
}

Stored<Done> addThreadLine(Tx &tx, const Clock &clock, const ConversationRecord &conversation,
                           EventKind kind, const QString &text, Instant at, const Actor &by)
{
    MessageRecord line;
    line.id = MessageId::create();
    line.conversation = conversation.id;
    line.contact = conversation.contact;
    line.direction = Direction::Event;
    line.kind = MessageKind::Event;
    line.event = kind;
    line.text = text;
    line.author = by.agent;
    line.authorName = by.agent.isValid() ? shownName(by) : QString();
    line.at = at;
    line.receivedAt = clock.now();
    line.appliedAt = line.receivedAt;
    if (auto inserted = tx.messages().insert(line, conversation.phoneNumberId); !inserted)
        return failure(inserted.error());
    if (auto fed = tx.feed().messageChanged(conversation.id, line.id); !fed)
        return failure(fed.error());
    return done();
}

} // namespace destek::daemon
