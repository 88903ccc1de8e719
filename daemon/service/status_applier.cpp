#include "daemon/service/status_applier.h"

#include "daemon/service/channel_book.h"
#include "daemon/service/consent_service.h"

namespace destek::daemon
{

namespace
{

/// What callbackData() made; attempt 1 unless it says otherwise.
std::optional<SentAttempt> echoed(const QString &callbackData)
{
    const qsizetype mark = callbackData.indexOf(u'#');
    SentAttempt attempt;
    attempt.message = MessageId::fromString(mark < 0 ? callbackData : callbackData.left(mark));
    attempt.attempt = mark < 0 ? 1 : QStringView(callbackData).mid(mark + 1).toInt();
    if (!attempt.message.isValid() || attempt.attempt < 1)
        return std::nullopt;
    return attempt;
}

/// By any of the ids Meta gave its attempts, else by our own id that Meta echoes.
Stored<std::optional<SentAttempt>> find(Tx &tx, const StatusUpdate &update)
{
    const QString &number = update.number.phoneNumberId;
    auto found = std::as_const(tx).messages().findAttempt(number, update.wamid);
    if (!found || *found)
        return found;
    const auto known = std::as_const(tx).messages().findByWamid(number, update.wamid);
    if (!known)
        return failure(known.error());
    if (*known)
        return std::optional(SentAttempt{**known, 0});
    const auto echo = echoed(update.callbackData);
    if (!echo)
        return std::optional<SentAttempt>();
    // The answer to our POST was lost or is not recorded yet.
    const auto message = std::as_const(tx).messages().record(echo->message);
    if (!message || message->direction != Direction::Outbound)
        return std::optional<SentAttempt>();
    const auto kept =
        tx.messages().setAttemptWamid(echo->message, echo->attempt, number, update.wamid);
    if (!kept && kept.error() != StoreError::Conflict)
        return failure(kept.error());
    if (echo->attempt >= message->attempts) {
        const auto set = tx.messages().setWamid(echo->message, number, update.wamid);
        if (!set && set.error() != StoreError::Conflict)
            return failure(set.error());
    }
    return echo;
}

Stored<Done> noteStopped(Tx &tx, const MessageRecord &message, const StatusEvent &status,
                         const Clock &clock)
{
    ConsentService::Change change;
    change.contact = message.contact;
    change.conversation = message.conversation;
    change.source = ConsentSource::MetaError;
    change.at = status.at.isNull() ? clock.now() : status.at;
    change.actor = Actor::system();
    if (auto applied = ConsentService(tx, clock).apply(change); !applied)
        return applied;
    if (auto fed = tx.feed().conversationChanged(message.conversation); !fed)
        return failure(fed.error());
    return done();
}

Stored<Done> book(Tx &tx, const MessageRecord &message, const StatusEvent &status, bool priced,
                  const Clock &clock)
{
    const auto conversation = std::as_const(tx).conversations().record(message.conversation);
    if (!conversation)
        return failure(conversation.error());
    ChannelBook channel(tx, clock);
    if (priced) {
        if (auto counted = channel.price(conversation->phoneNumberId, status); !counted)
            return counted;
    }
    if (status.state == SendState::Failed)
        return channel.alarm(conversation->phoneNumberId, status.code, message.templateName);
    return done();
}

} // namespace

Stored<Done> applyStatus(Tx &tx, const StatusUpdate &update, const Clock &clock)
{
    const auto found = find(tx, update);
    if (!found)
        return failure(found.error());
    if (!*found)
        return tx.messages().parkStatus(update.number.phoneNumberId, update.wamid, update.status);
    StatusEvent status = update.status;
    status.attempt = (*found)->attempt;
    return applyStatusTo(tx, (*found)->message, status, clock);
}

Stored<Done> applyStatusTo(Tx &tx, const MessageId &id, const StatusEvent &event,
                           const Clock &clock)
{
    auto message = std::as_const(tx).messages().record(id);
    if (!message)
        return failure(message.error());
    StatusEvent status = event;
    if (status.attempt == 0)
        status.attempt = std::max(message->attempts, 1);
    const auto noted = tx.messages().addStatus(id, status);
    if (!noted)
        return failure(noted.error());
    if (!noted->fresh)
        return done();
    if (auto booked = book(tx, *message, status, noted->priced, clock); !booked)
        return booked;
    if (status.code == kStoppedByPerson) { // same standing, whatever is shown
        if (auto stopped = noteStopped(tx, *message, status, clock); !stopped)
            return stopped;
    }
    if (status.attempt < message->attempts)
        return done(); // a word about an attempt that was given up: history only
    return climbTo(tx, std::move(*message), status.state, status.code);
}

Stored<Done> climbTo(Tx &tx, MessageRecord message, SendState state, int code)
{
    const SendState shown = climb(message.state, state);
    if (shown == message.state)
        return done();
    message.state = shown;
    if (shown == SendState::Failed)
        message.errorCode = code;
    if (auto updated = tx.messages().updateState(message); !updated)
        return updated;
    if (auto fed = tx.feed().messageChanged(message.conversation, message.id); !fed)
        return failure(fed.error());
    if (auto fed = tx.feed().conversationChanged(message.conversation); !fed)
        return failure(fed.error());
    return done();
}

} // namespace destek::daemon
