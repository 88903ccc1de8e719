#include "daemon/service/send_service.h"

#include "core/policy/meta_errors.h"
#include "daemon/service/channel_book.h"
#include "daemon/service/consent_service.h"
#include "daemon/service/sending_history.h"
#include "daemon/service/status_applier.h"
#include "daemon/service/thread_lines.h"

namespace destek::daemon
{

Stored<Done> SendService::settle(const OutboundRequest &request, const SendAnswer &answer)
{
    const auto found = std::as_const(m_tx).messages().record(request.id);
    if (!found) // erased while in flight: nothing may be written about the person any more
        return found.error() == StoreError::NotFound ? Stored<Done>(done())
                                                     : Stored<Done>(failure(found.error()));
    MessageRecord message = *found;
    const auto conversation = std::as_const(m_tx).conversations().record(message.conversation);
    if (!conversation)
        return failure(conversation.error());
    if (auto ended = endAttempt(request, answer); !ended)
        return ended;
    // A status that overtook this answer may have said that it failed; it goes again by then.
    const auto overtaken = isKnownFailed(m_tx, message.id, request.attempt);
    if (!overtaken)
        return failure(overtaken.error());
    const bool counts = !*overtaken && request.attempt == message.attempts;
    if (counts) {
        take(message, answer);
        if (auto updated = m_tx.messages().updateState(message); !updated)
            return updated;
    }
    if (auto known = keepWamid(message, request, answer); !known)
        return known;
    if (auto audited =
            audit(Actor::system(), AuditAction::MessageSettled, message, wireName(message.state),
                  answer.code > 0 ? QStringLiteral("code %1").arg(answer.code) : QString());
        !audited)
        return audited;
    if (answer.outcome == AttemptOutcome::Rejected) {
        if (auto noted = noteStopped(message, answer.code); !noted)
            return noted;
    }
    if (counts) {
        if (auto booked = book(message, *conversation, answer); !booked)
            return booked;
    }
    if (auto told = tellPace(*conversation, answer.pace); !told)
        return told;
    if (auto parked = takeParked(message, *conversation, request, answer); !parked)
        return parked;
    return changed(message);
}

/// One tick says that WhatsApp took it. That it does not send it on yet has to be said in words.
Stored<Done> SendService::tellPace(const ConversationRecord &conversation, SendPace pace)
{
    if (pace == SendPace::Straight)
        return done();
    const auto kind =
        pace == SendPace::Paused ? EventKind::TemplatePaused : EventKind::TemplateHeld;
    return addThreadLine(m_tx, m_clock, conversation, kind, {}, m_clock.now(), Actor::system());
}

Stored<Done> SendService::endAttempt(const OutboundRequest &request, const SendAnswer &answer)
{
    Attempt attempt;
    attempt.number = request.attempt;
    attempt.endedAt = m_clock.now();
    attempt.outcome = answer.outcome;
    attempt.httpStatus = answer.httpStatus;
    attempt.code = answer.code;
    const auto attempts = std::as_const(m_tx).messages().attempts(request.id);
    if (!attempts)
        return failure(attempts.error());
    for (const Attempt &known : *attempts) {
        if (known.number == request.attempt)
            attempt.startedAt = known.startedAt;
    }
    return m_tx.messages().endAttempt(request.id, attempt);
}

void SendService::take(MessageRecord &message, const SendAnswer &answer) const
{
    switch (answer.outcome) {
    case AttemptOutcome::Accepted:
        message.state = climb(message.state, SendState::Accepted);
        break;
    case AttemptOutcome::Rejected:
        message.state = climb(message.state, SendState::Failed);
        if (message.state == SendState::Failed)
            message.errorCode = answer.code;
        break;
    case AttemptOutcome::Retry:
    case AttemptOutcome::Held: // the number's own trials say when
        if (message.state == SendState::Sending) {
            message.state = SendState::Queued;
            message.notBefore = m_clock.now() + answer.retryAfter;
            message.errorCode = answer.code;
        }
        break;
    case AttemptOutcome::Pending:
    case AttemptOutcome::Unknown:
        message.state = climb(message.state, SendState::Unknown);
        break;
    }
}

Stored<Done> SendService::keepWamid(const MessageRecord &message, const OutboundRequest &request,
                                    const SendAnswer &answer)
{
    if (answer.wamid.isEmpty())
        return done();
    auto kept = m_tx.messages().setAttemptWamid(message.id, request.attempt, request.phoneNumberId,
                                                answer.wamid);
    if (!kept && kept.error() != StoreError::Conflict)
        return kept;
    if (request.attempt != message.attempts || message.wamid == answer.wamid)
        return done();
    kept = m_tx.messages().setWamid(message.id, request.phoneNumberId, answer.wamid);
    if (!kept && kept.error() != StoreError::Conflict)
        return kept;
    return done();
}

/// Statuses that overtook the answer to our POST.
Stored<Done> SendService::takeParked(MessageRecord &message, const ConversationRecord &conversation,
                                     const OutboundRequest &request, const SendAnswer &answer)
{
    if (answer.wamid.isEmpty())
        return done();
    const auto parked = m_tx.messages().takeParked(conversation.phoneNumberId, answer.wamid);
    if (!parked)
        return failure(parked.error());
    for (StatusEvent status : *parked) {
        status.attempt = request.attempt;
        if (auto applied = applyStatusTo(m_tx, message.id, status, m_clock); !applied)
            return applied;
    }
    return done();
}

/// What the answer says about the channel: it works, it is refused, or an alarm.
Stored<Done> SendService::book(const MessageRecord &message, const ConversationRecord &conversation,
                               const SendAnswer &answer)
{
    ChannelBook channel(m_tx, m_clock);
    if (answer.outcome == AttemptOutcome::Accepted)
        return channel.worked(conversation.phoneNumberId, conversation.businessNumber);
    if (answer.outcome == AttemptOutcome::Held)
        return channel.refused(conversation.phoneNumberId, answer.code);
    if (answer.outcome == AttemptOutcome::Rejected)
        return channel.alarm(conversation.phoneNumberId, answer.code, message.templateName);
    return done();
}

Stored<Done> SendService::noteStopped(const MessageRecord &message, int code)
{
    if (code != kStoppedByPerson)
        return done();
    const auto conversation = std::as_const(m_tx).conversations().record(message.conversation);
    if (!conversation)
        return failure(conversation.error());
    return ConsentService(m_tx, m_clock)
        .stopAtWhatsApp(message.contact, &*conversation, ConsentSource::MetaError,
                        conversation->businessNumber, m_clock.now());
}

Stored<int> SendService::markInterrupted()
{
    const auto left = std::as_const(m_tx).messages().inState(SendState::Sending, 10000);
    if (!left)
        return failure(left.error());
    for (const MessageId &id : *left) {
        auto message = std::as_const(m_tx).messages().record(id);
        if (!message)
            return failure(message.error());
        message->state = SendState::Unknown;
        if (auto updated = m_tx.messages().updateState(*message); !updated)
            return failure(updated.error());
        Attempt attempt;
        attempt.number = message->attempts;
        attempt.endedAt = m_clock.now();
        attempt.outcome = AttemptOutcome::Unknown;
        if (auto ended = m_tx.messages().endAttempt(id, attempt); !ended)
            return failure(ended.error());
        if (auto audited = audit(Actor::system(), AuditAction::MessageSettled, *message,
                                 wireName(SendState::Unknown), QStringLiteral("interrupted"));
            !audited)
            return failure(audited.error());
        if (auto fed = changed(*message); !fed)
            return failure(fed.error());
    }
    return int(left->size());
}

} // namespace destek::daemon
