#include "daemon/service/dead_letters.h"

#include "daemon/service/media_queue.h"
#include "daemon/service/message_content.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

constexpr int kAtMost = 10'000;

/// A field is kept as the element of `changes` it was: read as a body of its own again.
QByteArray bodyOf(const QByteArray &letter)
{
    const QJsonObject json = QJsonDocument::fromJson(letter).object();
    if (!json.contains("field"_L1))
        return letter;
    const QJsonObject entry{{"changes"_L1, QJsonArray{json}}};
    return QJsonDocument(QJsonObject{{"entry"_L1, QJsonArray{entry}}})
        .toJson(QJsonDocument::Compact);
}

bool isUnderstood(const QList<InboundEvent> &events)
{
    for (const InboundEvent &event : events) {
        if (std::holds_alternative<OtherUpdate>(event) ||
            std::holds_alternative<UnreadablePart>(event))
            return false;
    }
    return !events.isEmpty();
}

} // namespace

Stored<Reread> rereadDeadLetters(Tx &tx, const InboundApplier &applier,
                                 const std::function<QList<InboundEvent>(const QByteArray &)> &read)
{
    const auto letters = std::as_const(tx).intake().deadBodies(0, kAtMost);
    if (!letters)
        return failure(letters.error());
    Reread counts;
    for (const PendingBody &letter : *letters) {
        const QList<InboundEvent> events = read(bodyOf(letter.body));
        const auto applied = tx.attempt([&](Tx &inner) -> Stored<Done> {
            if (!isUnderstood(events))
                return failure(StoreError::NotFound);
            for (const InboundEvent &event : events) {
                if (auto one = applier.apply(inner, event, letter.receivedAt); !one)
                    return one;
            }
            return inner.intake().removeDeadLetter(letter.row);
        });
        ++(applied ? counts.read : counts.left);
    }
    return counts;
}

Stored<Reread> rereadUnknownTypes(Tx &tx, Instant now)
{
    const auto messages = std::as_const(tx).messages().ofKind(MessageKind::Unknown, kAtMost);
    if (!messages)
        return failure(messages.error());
    Reread counts;
    for (MessageRecord message : *messages) {
        const QJsonObject json = QJsonDocument::fromJson(message.raw).object();
        message.kind = kindOf(json);
        if (message.kind == MessageKind::Unknown) {
            ++counts.left;
            continue;
        }
        message.text = lineOf(message.kind, json); // cards were masked when it was stored
        const auto conversation = std::as_const(tx).conversations().record(message.conversation);
        if (!conversation)
            return failure(conversation.error());
        if (auto replaced = tx.messages().replaceContent(message); !replaced)
            return failure(replaced.error());
        if (auto queued = queueMedia(tx, message, conversation->phoneNumberId, message.raw, now);
            !queued)
            return failure(queued.error());
        if (auto fed = tx.feed().messageChanged(message.conversation, message.id); !fed)
            return failure(fed.error());
        if (auto fed = tx.feed().conversationChanged(message.conversation); !fed)
            return failure(fed.error());
        ++counts.read;
    }
    return counts;
}

} // namespace destek::daemon
