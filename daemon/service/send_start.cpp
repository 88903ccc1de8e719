#include "daemon/service/send_service.h"

#include "core/policy/pacing.h"
#include "daemon/service/channel_book.h"
#include "daemon/service/meta_json.h"
#include "daemon/service/sending_history.h"
#include "daemon/service/template_grammar.h"

#include <QJsonDocument>

namespace destek::daemon
{

namespace
{

/// One claim stays a short transaction.
constexpr int kClaimPassesAtMost = 16;
/// While Meta refuses us: one message a minute finds out whether it still does.
constexpr auto kTrialEvery = std::chrono::minutes(1);

} // namespace

Stored<QList<OutboundRequest>> SendService::claim(int limit)
{
    QList<OutboundRequest> requests;
    // What is refused or steps aside makes room at once: a pile of it holds up nobody else's.
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
    const std::optional<OutboundRequest> notNow;
    const auto conversation = std::as_const(m_tx).conversations().record(message.conversation);
    if (!conversation)
        return failure(conversation.error());
    const QJsonObject json = jsonOf(message);
    const auto refusal = whyNotStarted(message, json, *conversation);
    if (!refusal)
        return failure(refusal.error());
    if (*refusal) {
        if (auto refused = refuse(message, **refusal); !refused)
            return failure(refused.error());
        return notNow;
    }
    const auto files = filesReady(json);
    if (!files)
        return failure(files.error());
    if (files->gone) {
        if (auto refused = refuse(message, SendRefusal::FileGone); !refused)
            return failure(refused.error());
        return notNow;
    }
    if (!files->missing.isEmpty()) {
        const auto mayAsk = takeTrial(*conversation);
        if (!mayAsk)
            return failure(mayAsk.error());
        if (!*mayAsk)
            return notNow;
        if (auto aside = stepAside(message, files->missing); !aside)
            return failure(aside.error());
        return notNow;
    }
    const auto mayGo = takeTurn(message, *conversation);
    if (!mayGo)
        return failure(mayGo.error());
    if (!*mayGo)
        return notNow;
    return begin(std::move(message), *conversation, withMediaIds(json, files->metaIds));
}

/// The facts are read anew: hours may have passed since it was queued.
Stored<std::optional<SendRefusal>>
SendService::whyNotStarted(const MessageRecord &message, const QJsonObject &json,
                           const ConversationRecord &conversation)
{
    auto known = facts(m_tx, conversation, m_clock.now());
    if (!known)
        return failure(known.error());
    const auto wish = wishOf(message);
    if (!wish)
        return failure(wish.error());
    if (message.isOptOutConfirmation && message.attempts > 0)
        known->confirmationSent = false; // that was this one, and Meta asked us to come again
    if (const auto refusal = whyNot(*known, *wish))
        return std::optional(*refusal);
    if (message.kind != MessageKind::Reaction)
        return std::optional<SendRefusal>();
    const QString wamid = json.value(QStringLiteral("reaction"))
                              .toObject()
                              .value(QStringLiteral("message_id"))
                              .toString();
    const auto target =
        std::as_const(m_tx).messages().findByWamid(conversation.phoneNumberId, wamid);
    if (!target)
        return failure(target.error());
    if (!*target)
        return std::optional(SendRefusal::TargetGone);
    const auto record = std::as_const(m_tx).messages().record(**target);
    if (!record || m_clock.now() - record->at > kReactionAge)
        return std::optional(SendRefusal::TargetGone);
    return std::optional<SendRefusal>();
}

/// A file is a question to Meta too: while it refuses a number, one a minute is asked.
Stored<bool> SendService::takeTrial(const ConversationRecord &conversation)
{
    const Instant now = m_clock.now();
    auto number = std::as_const(m_tx).channel().number(conversation.phoneNumberId);
    if (!number)
        return failure(number.error());
    if (!number->stopped)
        return true;
    if (number->trialAt > now)
        return false;
    number->trialAt = now + kTrialEvery;
    if (auto saved = m_tx.channel().save(*number); !saved)
        return failure(saved.error());
    return true;
}

/// False: not yet; the message waits by its own `notBefore`, or for its number.
Stored<bool> SendService::takeTurn(MessageRecord message, const ConversationRecord &conversation)
{
    const Instant now = m_clock.now();
    auto number = std::as_const(m_tx).channel().number(conversation.phoneNumberId);
    if (!number)
        return failure(number.error());
    if (number->stopped && number->trialAt > now)
        return false;
    const auto bucket = std::as_const(m_tx).conversations().pace(conversation.id);
    if (!bucket)
        return failure(bucket.error());
    const int own = rateOf(*number);
    const PaceRule ofNumber =
        numberPace(m_rates.perNumberAtMost > 0 ? std::min(own, m_rates.perNumberAtMost) : own);
    const Duration wait =
        std::max(paceWait(kPersonPace, *bucket, now), paceWait(ofNumber, number->pace, now));
    if (wait > Duration(0)) {
        message.notBefore = now + wait;
        if (auto updated = m_tx.messages().updateState(message); !updated)
            return failure(updated.error());
        return false;
    }
    number->pace = paced(ofNumber, number->pace, now);
    if (number->stopped)
        number->trialAt = now + kTrialEvery;
    if (auto saved = m_tx.channel().save(*number); !saved)
        return failure(saved.error());
    const qint64 next = paced(kPersonPace, *bucket, now);
    if (auto set = m_tx.conversations().setPace(conversation.id, next); !set)
        return failure(set.error());
    return true;
}

Stored<std::optional<OutboundRequest>> SendService::begin(MessageRecord message,
                                                          const ConversationRecord &conversation,
                                                          const QJsonObject &json)
{
    const auto identities = std::as_const(m_tx).contacts().identities(message.contact);
    if (!identities)
        return failure(identities.error());
    if (message.isOptOutConfirmation) {
        // Marked before the POST: better none than two.
        if (auto marked = m_tx.contacts().setConfirmationSent(message.contact); !marked)
            return failure(marked.error());
    }
    OutboundRequest request;
    request.id = message.id;
    request.phoneNumberId = conversation.phoneNumberId;
    request.recipient = recipientOf(*identities).value_or(Identity());
    request.message = json;
    if (message.attempts > 0) {
        const auto putOff = timesPutOff(m_tx, message.id, message.attempts + 1);
        if (!putOff)
            return failure(putOff.error());
        request.tries += *putOff;
    }
    message.state = SendState::Sending;
    message.errorCode = 0; // what put it off is past
    message.attempts += 1;
    request.attempt = message.attempts;
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
    return std::optional(request);
}

/// What was queued without JSON of its own: text, and templates of an earlier version.
QJsonObject SendService::jsonOf(const MessageRecord &message)
{
    if (!message.raw.isEmpty())
        return QJsonDocument::fromJson(message.raw).object();
    if (message.kind != MessageKind::Template)
        return metaText(message.text);
    OutboundContent content;
    content.kind = MessageKind::Template;
    content.templateName = message.templateName;
    content.templateLanguage = message.templateLanguage;
    content.values.body = message.variables;
    MetaFacts meta;
    const auto chosen =
        std::as_const(m_tx).templates().find(message.templateName, message.templateLanguage);
    if (chosen && *chosen)
        meta.chosen = templateView(**chosen);
    return metaJson(content, meta);
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

} // namespace destek::daemon
