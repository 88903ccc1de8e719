#include "daemon/service/status_applier.h"

#include "daemon/service/channel_book.h"
#include "daemon/service/consent_service.h"
#include "daemon/service/send_verdict.h"
#include "daemon/service/sending_history.h"

namespace destek::daemon
{

namespace
{

constexpr auto kToldLate = std::chrono::hours(1);
/// About an hour of trials, one a minute.
constexpr int kGivenBackAtMost = 60;

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
    const auto conversation = std::as_const(tx).conversations().record(message.conversation);
    if (!conversation)
        return failure(conversation.error());
    if (auto stopped = ConsentService(tx, clock).stopAtWhatsApp(
            message.contact, &*conversation, ConsentSource::MetaError, conversation->businessNumber,
            status.at.isNull() ? clock.now() : status.at);
        !stopped)
        return stopped;
    if (auto fed = tx.feed().conversationChanged(message.conversation); !fed)
        return failure(fed.error());
    return done();
}

/// Of a message we do not hold (any more), to somebody we do not know (any more): kept for when
/// they come.
Stored<Done> keepStopped(Tx &tx, const StatusUpdate &update, const Clock &clock)
{
    for (const Identity &identity : update.recipient) {
        const auto known = std::as_const(tx).contacts().find(identity);
        if (!known)
            return failure(known.error());
        if (*known)
            return done(); // the message may still turn up
    }
    const Instant at = update.status.at.isNull() ? clock.now() : update.status.at;
    return tx.contacts().suppress(update.recipient, {at, ConsentScope::Marketing, true, at});
}

Stored<Done> tell(Tx &tx, const MessageRecord &message)
{
    if (auto fed = tx.feed().messageChanged(message.conversation, message.id); !fed)
        return failure(fed.error());
    if (auto fed = tx.feed().conversationChanged(message.conversation); !fed)
        return failure(fed.error());
    return done();
}

/// Not if somebody gave it up, or it has arrived.
bool mayGoAgain(const MessageRecord &message)
{
    switch (message.state) {
    case SendState::Queued: // somebody was quicker
    case SendState::Sending:
    case SendState::Unknown:
    case SendState::Accepted:
    case SendState::Sent:
        return true;
    default:
        return false;
    }
}

/// As an answer at once would have it: the message waits its turn and is decided anew then.
Stored<Done> putBack(Tx &tx, MessageRecord message, int code, Duration wait, const Clock &clock)
{
    message.state = SendState::Queued;
    message.errorCode = code;
    message.notBefore = clock.now() + wait;
    if (auto updated = tx.messages().updateState(message); !updated)
        return updated;
    AuditDraft draft;
    draft.at = clock.now();
    draft.actor = Actor::system();
    draft.action = AuditAction::MessageSettled;
    draft.contact = message.contact;
    draft.object = QStringLiteral("message ") + message.id.toString();
    draft.result = wireName(message.state);
    draft.reason = QStringLiteral("code %1").arg(code);
    if (auto appended = tx.audit().append(draft); !appended)
        return failure(appended.error());
    return tell(tx, message);
}

/// The same code, the same treatment as at once (send_verdict.h), while it is about now: what
/// failed hours ago and is told late says nothing of the number, and its words may be true no more.
/// What is given back again and again must not hold up the others for ever.
Verdict judgeLater(const MessageRecord &message, const StatusEvent &status, int tries,
                   const Clock &clock)
{
    const bool isOld = !status.at.isNull() && clock.now() - status.at > kToldLate;
    if (message.provenance != Provenance::Cloud || isOld || status.attempt >= kGivenBackAtMost)
        return {};
    return judgeFailure(status.code, tries);
}

Stored<Done> takeFailure(Tx &tx, MessageRecord message, const StatusEvent &status,
                         const QString &number, const Clock &clock)
{
    const auto putOff = timesPutOff(tx, message.id, status.attempt);
    if (!putOff)
        return failure(putOff.error());
    const Verdict verdict = judgeLater(message, status, *putOff + 1, clock);
    ChannelBook channel(tx, clock);
    const auto booked = verdict.outcome == AttemptOutcome::Held
                            ? channel.refusedLater(number, status.code)
                            : channel.alarm(number, status.code, message.templateName);
    if (!booked)
        return booked;
    if (status.attempt < message.attempts)
        return done(); // a word about an attempt that was given up: history only
    if (verdict.outcome != AttemptOutcome::Rejected && mayGoAgain(message))
        return putBack(tx, std::move(message), status.code, verdict.retryAfter, clock);
    return climbTo(tx, std::move(message), SendState::Failed, status.code);
}

/// On its way, or there.
Stored<Done> takeProgress(Tx &tx, MessageRecord message, const StatusEvent &status,
                          const QString &number, const Clock &clock)
{
    const auto attempts = std::as_const(tx).messages().attempts(message.id);
    if (!attempts)
        return failure(attempts.error());
    for (const Attempt &attempt : *attempts) {
        if (attempt.number != status.attempt)
            continue;
        if (auto lifted = ChannelBook(tx, clock).wentOut(number, attempt.startedAt); !lifted)
            return lifted;
    }
    // Who has it has it, whichever attempt brought it and whatever was said of that before.
    const bool arrived = climb(SendState::Failed, status.state) == status.state;
    if (!arrived && status.attempt < message.attempts)
        return done(); // a word about an attempt that was given up: history only
    if (!arrived) {
        const auto failed = isKnownFailed(tx, message.id, status.attempt);
        if (!failed)
            return failure(failed.error());
        if (*failed)
            return done(); // said late: it waits to go again, or has failed
    }
    return climbTo(tx, std::move(message), status.state);
}

} // namespace

Stored<Done> applyStatus(Tx &tx, const StatusUpdate &update, const Clock &clock)
{
    const auto found = find(tx, update);
    if (!found)
        return failure(found.error());
    if (!*found && update.status.code == kStoppedByPerson) {
        if (auto kept = keepStopped(tx, update, clock); !kept)
            return kept;
    }
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
    const auto conversation = std::as_const(tx).conversations().record(message->conversation);
    if (!conversation)
        return failure(conversation.error());
    const QString &number = conversation->phoneNumberId;
    if (noted->priced) {
        if (auto counted = ChannelBook(tx, clock).price(number, status); !counted)
            return counted;
    }
    if (status.code == kStoppedByPerson) { // same standing, whatever is shown
        if (auto stopped = noteStopped(tx, *message, status, clock); !stopped)
            return stopped;
    }
    return status.state == SendState::Failed
               ? takeFailure(tx, std::move(*message), status, number, clock)
               : takeProgress(tx, std::move(*message), status, number, clock);
}

Stored<Done> climbTo(Tx &tx, MessageRecord message, SendState state, int code)
{
    const SendState shown = climb(message.state, state);
    if (shown == message.state)
        return done();
    message.state = shown;
    message.errorCode = shown == SendState::Failed ? code : 0;
    if (auto updated = tx.messages().updateState(message); !updated)
        return updated;
    return tell(tx, message);
}

} // namespace destek::daemon
