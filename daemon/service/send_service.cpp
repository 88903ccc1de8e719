#include "daemon/service/send_service.h"

#include "daemon/service/consent_service.h"
#include "daemon/service/inbound_applier.h"
#include "daemon/service/template_text.h"

namespace destek::daemon
{

namespace
{

/// One claim stays a short transaction.
constexpr int kClaimPassesAtMost = 16;

/// Meta recommends the number when it is known (facts/whatsapp.md 3.2).
std::optional<Identity> recipientOf(const QList<Identity> &identities)
{
    for (IdentityKind kind :
         {IdentityKind::Phone, IdentityKind::Bsuid, IdentityKind::ParentBsuid}) {
        for (const Identity &identity : identities) {
            if (identity.kind == kind)
                return identity;
        }
    }
    return std::nullopt;
}

SendWish::Kind kindOf(const MessageRecord &message)
{
    if (message.isOptOutConfirmation)
        return SendWish::Kind::OptOutConfirmation;
    return message.kind == MessageKind::Template ? SendWish::Kind::Template
                                                 : SendWish::Kind::FreeText;
}

} // namespace

Stored<SendFacts> SendService::facts(const Tx &tx, const ConversationRecord &conversation,
                                     Instant now)
{
    const auto person = tx.contacts().record(conversation.contact);
    if (!person)
        return failure(person.error());
    const auto identities = tx.contacts().identities(conversation.contact);
    if (!identities)
        return failure(identities.error());
    SendFacts facts;
    facts.now = now;
    facts.lastInboundAt = conversation.lastInboundAt;
    facts.lastQuestionAt = conversation.lastQuestionAt;
    facts.standing = person->standing;
    facts.optedOutAt = person->optedOutAt;
    facts.confirmationSent = person->confirmationSent;
    facts.hasRecipient = recipientOf(*identities).has_value();
    facts.standby = conversation.standby;
    return facts;
}

Stored<QueuedMessage> SendService::queue(const Actor &actor, const SendCommand &command)
{
    QueuedMessage answer;
    answer.id = command.id;
    if (std::as_const(m_tx).messages().record(command.id)) {
        answer.alreadyThere = true;
        return answer;
    }
    const auto conversation = std::as_const(m_tx).conversations().record(command.conversation);
    if (!conversation) {
        if (conversation.error() != StoreError::NotFound)
            return failure(conversation.error());
        answer.refusal = SendRefusal::ConversationUnknown;
        return answer;
    }
    MessageRecord draft;
    draft.id = command.id;
    draft.conversation = command.conversation;
    draft.contact = conversation->contact;
    draft.kind = command.templateName.isEmpty() ? MessageKind::Text : MessageKind::Template;
    draft.text = command.text;
    draft.templateName = command.templateName;
    draft.templateLanguage = command.templateLanguage;
    draft.variables = command.variables;
    const auto known = facts(m_tx, *conversation, m_clock.now());
    if (!known)
        return failure(known.error());
    const auto wish = wishOf(draft);
    if (!wish)
        return failure(wish.error());
    answer.refusal = whyNot(*known, *wish);
    if (answer.refusal) {
        if (auto audited =
                audit(actor, AuditAction::MessageRefused, draft, wireName(*answer.refusal));
            !audited)
            return failure(audited.error());
        return answer;
    }
    if (auto inserted = insertQueued(actor, command, *conversation); !inserted)
        return failure(inserted.error());
    return answer;
}

Stored<Done> SendService::insertQueued(const Actor &actor, const SendCommand &command,
                                       ConversationRecord conversation)
{
    MessageRecord message;
    message.id = command.id;
    message.conversation = conversation.id;
    message.contact = conversation.contact;
    message.direction = Direction::Outbound;
    message.kind = command.templateName.isEmpty() ? MessageKind::Text : MessageKind::Template;
    message.state = SendState::Queued;
    message.purpose = command.purpose;
    message.text = command.text;
    message.templateName = command.templateName;
    message.templateLanguage = command.templateLanguage;
    message.variables = command.variables;
    message.author = actor.agent;
    message.authorName = actor.displayName.isEmpty() ? actor.name : actor.displayName;
    message.at = m_clock.now();
    message.receivedAt = message.at;
    message.appliedAt = message.at;
    if (message.kind == MessageKind::Template) {
        const auto chosen =
            std::as_const(m_tx).templates().find(message.templateName, message.templateLanguage);
        if (chosen && *chosen)
            message.text = renderTemplate((*chosen)->body, (*chosen)->variables, message.variables);
    }
    if (auto inserted = m_tx.messages().insert(message, conversation.phoneNumberId); !inserted)
        return failure(inserted.error());
    conversation.waiting = 0;
    conversation.waitingSince.reset();
    conversation.lastOwnMessage = message.id;
    if (message.at >= conversation.lastAt) {
        conversation.lastAt = message.at;
        conversation.lastMessage = message.id;
    }
    if (auto updated = m_tx.conversations().update(conversation); !updated)
        return updated;
    if (auto audited = audit(actor, AuditAction::MessageQueued, message, wireName(message.purpose));
        !audited)
        return audited;
    return changed(message);
}

Stored<SendWish> SendService::wishOf(const MessageRecord &message)
{
    SendWish wish;
    wish.kind = kindOf(message);
    wish.text = message.text;
    wish.variables = message.variables;
    if (wish.kind == SendWish::Kind::Template) {
        const auto found =
            std::as_const(m_tx).templates().find(message.templateName, message.templateLanguage);
        if (!found)
            return failure(found.error());
        if (*found)
            wish.chosen = TemplateFacts{(*found)->category, (*found)->status,
                                        int((*found)->variables.size())};
    }
    return wish;
}

Stored<QList<OutboundRequest>> SendService::claim(int limit)
{
    QList<OutboundRequest> requests;
    // What is refused makes room at once: a pile of forbidden messages holds up nobody else's.
    for (int pass = 0; pass < kClaimPassesAtMost; ++pass) {
        const qsizetype before = requests.size();
        const auto ready =
            std::as_const(m_tx).messages().claimable(m_clock.now(), limit - int(before));
        if (!ready)
            return failure(ready.error());
        for (const MessageId &id : *ready) {
            const auto message = std::as_const(m_tx).messages().record(id);
            // One record that cannot be opened must not stop everybody else's answers.
            if (!message && message.error() == StoreError::Sealed)
                continue;
            if (!message)
                return failure(message.error());
            auto request = start(*message);
            if (!request)
                return failure(request.error());
            if (*request)
                requests << **request;
        }
        const bool allStarted = requests.size() - before == ready->size();
        if (allStarted || requests.size() >= limit)
            break;
    }
    return requests;
}

Stored<std::optional<OutboundRequest>> SendService::start(MessageRecord message)
{
    const auto conversation = std::as_const(m_tx).conversations().record(message.conversation);
    if (!conversation)
        return failure(conversation.error());
    auto known = facts(m_tx, *conversation, m_clock.now());
    if (!known)
        return failure(known.error());
    const auto wish = wishOf(message);
    if (!wish)
        return failure(wish.error());
    if (message.isOptOutConfirmation && message.attempts > 0)
        known->confirmationSent = false; // that was this one, and Meta asked us to come again
    if (const auto refusal = whyNot(*known, *wish)) {
        if (auto refused = refuse(message, *refusal); !refused)
            return failure(refused.error());
        return std::optional<OutboundRequest>();
    }
    const auto identities = std::as_const(m_tx).contacts().identities(message.contact);
    if (!identities)
        return failure(identities.error());
    if (message.isOptOutConfirmation) {
        // Marked before the POST: better none than two.
        if (auto marked = m_tx.contacts().setConfirmationSent(message.contact); !marked)
            return failure(marked.error());
    }
    message.state = SendState::Sending;
    message.attempts += 1;
    if (auto updated = m_tx.messages().updateState(message); !updated)
        return failure(updated.error());
    Attempt attempt;
    attempt.number = message.attempts;
    attempt.startedAt = m_clock.now();
    if (auto started = m_tx.messages().startAttempt(message.id, attempt); !started)
        return failure(started.error());
    if (auto audited = audit(Actor::system(), AuditAction::MessageSendStarted, message,
                             QStringLiteral("attempt %1").arg(message.attempts));
        !audited)
        return failure(audited.error());
    if (auto fed = changed(message); !fed)
        return failure(fed.error());

    OutboundRequest request;
    request.id = message.id;
    request.attempt = message.attempts;
    request.phoneNumberId = conversation->phoneNumberId;
    request.recipient = *recipientOf(*identities);
    request.text = message.kind == MessageKind::Template ? QString() : message.text;
    request.templateName = message.templateName;
    request.templateLanguage = message.templateLanguage;
    request.variables = message.variables;
    if (message.kind == MessageKind::Template) {
        const auto chosen =
            std::as_const(m_tx).templates().find(message.templateName, message.templateLanguage);
        if (chosen && *chosen && (*chosen)->named)
            request.variableNames = (*chosen)->variables;
    }
    return std::optional(request);
}

Stored<Done> SendService::refuse(MessageRecord message, SendRefusal refusal)
{
    message.state = SendState::Refused;
    message.refusal = wireName(refusal);
    if (auto updated = m_tx.messages().updateState(message); !updated)
        return updated;
    if (auto audited =
            audit(Actor::system(), AuditAction::MessageRefused, message, wireName(refusal));
        !audited)
        return audited;
    return changed(message);
}

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
    Attempt attempt;
    attempt.number = request.attempt;
    attempt.endedAt = m_clock.now();
    attempt.outcome = answer.outcome;
    attempt.httpStatus = answer.httpStatus;
    attempt.code = answer.code;
    if (auto ended = m_tx.messages().endAttempt(request.id, attempt); !ended)
        return ended;

    switch (answer.outcome) {
    case AttemptOutcome::Accepted:
        message.state = climb(message.state, SendState::Accepted);
        break;
    case AttemptOutcome::Rejected:
        message.state = climb(message.state, SendState::Failed);
        message.errorCode = answer.code;
        if (auto noted = noteStopped(message, answer.code); !noted)
            return noted;
        break;
    case AttemptOutcome::Retry:
        if (message.state == SendState::Sending) {
            message.state = SendState::Queued;
            message.notBefore = m_clock.now() + answer.retryAfter;
        }
        break;
    case AttemptOutcome::Pending:
    case AttemptOutcome::Unknown:
        message.state = climb(message.state, SendState::Unknown);
        break;
    }
    if (auto updated = m_tx.messages().updateState(message); !updated)
        return updated;
    if (!answer.wamid.isEmpty() && message.wamid.isEmpty()) {
        if (auto known =
                m_tx.messages().setWamid(message.id, conversation->phoneNumberId, answer.wamid);
            !known && known.error() != StoreError::Conflict)
            return known;
    }
    if (auto audited =
            audit(Actor::system(), AuditAction::MessageSettled, message, wireName(message.state),
                  answer.code ? QStringLiteral("code %1").arg(answer.code) : QString());
        !audited)
        return audited;
    if (!answer.wamid.isEmpty()) {
        // Statuses that overtook the answer to our POST.
        const auto parked = m_tx.messages().takeParked(conversation->phoneNumberId, answer.wamid);
        if (!parked)
            return failure(parked.error());
        for (const StatusEvent &status : *parked) {
            if (auto applied = applyStatusTo(m_tx, message.id, status, m_clock); !applied)
                return applied;
        }
    }
    if (answer.outcome == AttemptOutcome::Accepted) {
        if (auto fact = m_tx.facts().setNumber(u"channel.lastCallAt", m_clock.now().ms); !fact)
            return fact;
    }
    return changed(message);
}

Stored<Done> SendService::noteStopped(const MessageRecord &message, int code)
{
    if (code != kStoppedByPerson)
        return done();
    ConsentService::Change change;
    change.contact = message.contact;
    change.conversation = message.conversation;
    change.source = ConsentSource::MetaError;
    change.at = m_clock.now();
    change.actor = Actor::system();
    return ConsentService(m_tx, m_clock).apply(change);
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

Stored<std::optional<SendRefusal>> SendService::decide(const Actor &actor, const MessageId &id,
                                                       bool resend)
{
    auto message = std::as_const(m_tx).messages().record(id);
    if (!message)
        return failure(message.error());
    const bool open = message->state == SendState::Unknown || message->state == SendState::Failed;
    if (message->direction != Direction::Outbound || !open)
        return std::optional(SendRefusal::NotPermitted);
    if (resend) {
        const auto conversation = std::as_const(m_tx).conversations().record(message->conversation);
        if (!conversation)
            return failure(conversation.error());
        const auto known = facts(m_tx, *conversation, m_clock.now());
        if (!known)
            return failure(known.error());
        const auto wish = wishOf(*message);
        if (!wish)
            return failure(wish.error());
        if (const auto refusal = whyNot(*known, *wish))
            return std::optional(*refusal);
    }
    message->state = resend ? SendState::Queued : SendState::Abandoned;
    message->notBefore = Instant();
    message->errorCode = resend ? 0 : message->errorCode;
    if (auto updated = m_tx.messages().updateState(*message); !updated)
        return failure(updated.error());
    if (auto audited = audit(actor, AuditAction::UnknownOutcomeDecided, *message,
                             resend ? QStringLiteral("resend") : QStringLiteral("abandon"));
        !audited)
        return failure(audited.error());
    if (auto fed = changed(*message); !fed)
        return failure(fed.error());
    return std::optional<SendRefusal>();
}

Stored<Done> SendService::changed(const MessageRecord &message)
{
    if (auto fed = m_tx.feed().messageChanged(message.conversation, message.id); !fed)
        return failure(fed.error());
    if (auto fed = m_tx.feed().conversationChanged(message.conversation); !fed)
        return failure(fed.error());
    return done();
}

Stored<Done> SendService::audit(const Actor &actor, AuditAction action,
                                const MessageRecord &message, const QString &result,
                                const QString &reason)
{
    AuditDraft draft;
    draft.at = m_clock.now();
    draft.actor = actor;
    draft.action = action;
    draft.contact = message.contact;
    draft.object = QStringLiteral("message ") + message.id.toString();
    draft.result = result;
    draft.reason = reason;
    if (auto appended = m_tx.audit().append(draft); !appended)
        return failure(appended.error());
    return done();
}

} // namespace destek::daemon
