#include "daemon/service/inbound_applier.h"

#include "core/text/consent_words.h"
#include "core/text/masking.h"
#include "daemon/service/consent_service.h"
#include "daemon/service/contact_resolver.h"
#include "daemon/service/media_queue.h"
#include "daemon/service/message_content.h"

namespace destek::daemon
{

namespace
{

/// The strongest reading of all the places where an opt-out word may stand.
text::ConsentReading strongest(const QStringList &candidates)
{
    text::ConsentReading best;
    for (const QString &candidate : candidates) {
        const text::ConsentReading reading = text::readConsent(candidate);
        if (reading.word == text::ConsentWord::OptOut)
            return reading;
        if (reading.word != text::ConsentWord::None && best.word == text::ConsentWord::None)
            best = reading;
    }
    return best;
}

/// Text messages count for the window and as a question; reactions and system lines do not ask
/// anything, and an opt-out word is not a question.
bool isQuestion(const InboundMessage &message, text::ConsentWord word)
{
    return message.kind != MessageKind::Reaction && message.kind != MessageKind::System &&
           message.kind != MessageKind::Revoke && word != text::ConsentWord::OptOut;
}

void noteInbound(ConversationRecord &conversation, const InboundMessage &message,
                 const MessageId &id, bool question)
{
    if (message.opensWindow &&
        (!conversation.lastInboundAt || message.at > *conversation.lastInboundAt))
        conversation.lastInboundAt = message.at;
    if (question) {
        if (!conversation.lastQuestionAt || message.at > *conversation.lastQuestionAt)
            conversation.lastQuestionAt = message.at;
        conversation.waiting += 1;
        if (!conversation.waitingSince || message.at < *conversation.waitingSince)
            conversation.waitingSince = message.at;
    }
    if (message.at >= conversation.lastAt) {
        conversation.lastAt = message.at;
        conversation.lastMessage = id;
    }
}

} // namespace

Stored<Done> InboundApplier::apply(Tx &tx, const InboundEvent &event, Instant receivedAt) const
{
    return std::visit(
        [&](const auto &part) -> Stored<Done> {
            using Part = std::decay_t<decltype(part)>;
            if constexpr (std::is_same_v<Part, InboundMessage>)
                return applyMessage(tx, part, receivedAt);
            else if constexpr (std::is_same_v<Part, StatusUpdate>)
                return applyStatus(tx, part);
            else if constexpr (std::is_same_v<Part, PreferenceUpdate>)
                return applyPreference(tx, part);
            else if constexpr (std::is_same_v<Part, TemplateUpdate>)
                return applyTemplate(tx, part);
            else if constexpr (std::is_same_v<Part, UnreadablePart>)
                return tx.intake().deadLetter(part.raw, part.reason, receivedAt);
            else
                return done();
        },
        event);
}

Stored<Done> InboundApplier::applyMessage(Tx &tx, InboundMessage message, Instant receivedAt) const
{
    if (message.direction != Direction::Inbound || message.provenance != Provenance::Cloud)
        return done(); // coexistence: see the applier of such copies
    if (message.at.isNull() || message.at > receivedAt + std::chrono::minutes(10))
        message.at = receivedAt; // no time, or one from the future, must not hold a window open
    const QByteArray key =
        "message:" + message.number.phoneNumberId.toUtf8() + ':' + message.wamid.toUtf8();
    const auto first = tx.intake().firstSeen(key, receivedAt);
    if (!first)
        return failure(first.error());
    if (!*first)
        return done(); // delivered before; also after an erasure
    // Meta's times are whole seconds: a new message of the second of the erasure is not older
    // than it, and what was delivered before is known by its key above.
    const auto erased = std::as_const(tx).contacts().erasedAfter(
        message.sender, message.at + std::chrono::milliseconds(999));
    if (!erased)
        return failure(erased.error());
    if (*erased)
        return done();

    ContactResolver resolver(tx);
    if (message.change) {
        if (auto moved = resolver.moveIdentities(message.change->former, message.change->current,
                                                 message.at);
            !moved)
            return moved;
        // From here on the person is found under what is valid now.
        message.sender = message.change->current;
    }
    const auto contact = resolver.resolve(message.sender, message.at);
    if (!contact)
        return failure(contact.error());
    return storeMessage(tx, message, *contact, receivedAt);
}

Stored<Done> InboundApplier::storeMessage(Tx &tx, const InboundMessage &message, ContactId contact,
                                          Instant receivedAt) const
{
    if (!message.profileName.isEmpty()) {
        if (auto named = tx.contacts().setName(contact, text::maskCards(message.profileName));
            !named)
            return named;
    }
    const auto conversationId =
        tx.conversations().openFor(message.number.phoneNumberId, message.number.display, contact);
    if (!conversationId)
        return failure(conversationId.error());
    auto conversation = std::as_const(tx).conversations().record(*conversationId);
    if (!conversation)
        return failure(conversation.error());

    MessageRecord record;
    record.id = MessageId::create();
    record.conversation = *conversationId;
    record.contact = contact;
    record.direction = Direction::Inbound;
    record.kind = message.kind;
    record.text = text::maskCards(message.text); // before anything is stored
    record.raw = withCardsMasked(message.raw);
    record.wamid = message.wamid;
    record.at = message.at;
    record.receivedAt = receivedAt;
    record.appliedAt = m_clock.now();
    if (message.change)
        record.event = EventKind::NumberChanged;
    const auto inserted = tx.messages().insert(record, message.number.phoneNumberId);
    if (!inserted && inserted.error() == StoreError::Conflict)
        return done();
    if (!inserted)
        return failure(inserted.error());
    if (auto queued =
            queueMedia(tx, record, message.number.phoneNumberId, message.raw, record.appliedAt);
        !queued)
        return queued;

    const text::ConsentReading consent = strongest(message.consentWords);
    noteInbound(*conversation, message, record.id, isQuestion(message, consent.word));
    if (consent.word == text::ConsentWord::OptOut || consent.word == text::ConsentWord::OptIn)
        conversation->optOutQuestion = false; // said plainly now: nobody needs to ask
    if (auto updated = tx.conversations().update(*conversation); !updated)
        return updated;
    if (auto fact = tx.facts().setNumber(u"channel.lastInboundAt", receivedAt.ms); !fact)
        return fact;
    if (auto fed = tx.feed().messageChanged(*conversationId, record.id); !fed)
        return failure(fed.error());

    ConsentService consentService(tx, m_clock);
    if (consent.word != text::ConsentWord::OptOut && consent.word != text::ConsentWord::OptIn) {
        if (auto restored = restoreOptOut(tx, contact, message.sender); !restored)
            return restored;
    }
    if (consent.word == text::ConsentWord::OptOutQuestion) {
        if (auto asked = consentService.ask(*conversation, consent.matched, message.at); !asked)
            return asked;
    } else if (consent.word != text::ConsentWord::None) {
        const bool out = consent.word == text::ConsentWord::OptOut;
        ConsentService::Change change;
        change.contact = contact;
        change.conversation = *conversationId;
        change.standing = out ? Standing::OptedOut : Standing::Open;
        change.source = message.consentSource;
        change.word = consent.matched;
        change.message = record.id;
        change.at = message.at;
        change.actor = Actor::system();
        change.confirmation = out ? m_wording.optOutConfirmation : QString();
        if (auto applied = consentService.apply(change); !applied)
            return applied;
    }
    if (auto fed = tx.feed().conversationChanged(*conversationId); !fed)
        return failure(fed.error());
    return done();
}

Stored<Done> InboundApplier::restoreOptOut(Tx &tx, ContactId contact,
                                           const QList<Identity> &sender) const
{
    const auto since = std::as_const(tx).contacts().suppressedSince(sender);
    if (!since)
        return failure(since.error());
    if (!*since)
        return done();
    const auto person = std::as_const(tx).contacts().record(contact);
    if (!person)
        return failure(person.error());
    const auto said = std::as_const(tx).contacts().consent(contact);
    if (!said)
        return failure(said.error());
    // Whoever has spoken for themselves since is not overruled by what was kept.
    if (person->standing != Standing::Open || !said->isEmpty())
        return done();
    return carryOptOut(tx, contact, **since, m_clock.now());
}

Stored<Done> InboundApplier::applyStatus(Tx &tx, const StatusUpdate &update) const
{
    auto id = std::as_const(tx).messages().findByWamid(update.number.phoneNumberId, update.wamid);
    if (!id)
        return failure(id.error());
    if (!*id && !update.callbackData.isEmpty()) {
        // The answer to our POST was lost or is not recorded yet; Meta echoes our own id.
        const MessageId echoed = MessageId::fromString(update.callbackData);
        if (echoed.isValid() && std::as_const(tx).messages().record(echoed)) {
            if (auto known =
                    tx.messages().setWamid(echoed, update.number.phoneNumberId, update.wamid);
                !known && known.error() != StoreError::Conflict)
                return known;
            id = std::optional(echoed);
        }
    }
    if (!*id)
        return tx.messages().parkStatus(update.number.phoneNumberId, update.wamid, update.status);
    return applyStatusTo(tx, **id, update.status, m_clock);
}

Stored<Done> applyStatusTo(Tx &tx, const MessageId &id, const StatusEvent &status,
                           const Clock &clock)
{
    const auto fresh = tx.messages().addStatus(id, status);
    if (!fresh)
        return failure(fresh.error());
    if (!*fresh)
        return done();
    auto message = std::as_const(tx).messages().record(id);
    if (!message)
        return failure(message.error());
    if (status.code == kStoppedByPerson) { // same standing, whatever is shown
        ConsentService::Change change;
        change.contact = message->contact;
        change.conversation = message->conversation;
        change.source = ConsentSource::MetaError;
        change.at = status.at.isNull() ? clock.now() : status.at;
        change.actor = Actor::system();
        if (auto applied = ConsentService(tx, clock).apply(change); !applied)
            return applied;
        if (auto fed = tx.feed().conversationChanged(message->conversation); !fed)
            return failure(fed.error());
    }
    const SendState shown = climb(message->state, status.state);
    if (shown == message->state)
        return done();
    message->state = shown;
    if (shown == SendState::Failed)
        message->errorCode = status.code;
    if (auto updated = tx.messages().updateState(*message); !updated)
        return updated;
    if (auto fed = tx.feed().messageChanged(message->conversation, id); !fed)
        return failure(fed.error());
    if (auto fed = tx.feed().conversationChanged(message->conversation); !fed)
        return failure(fed.error());
    return done();
}

Stored<Done> InboundApplier::applyPreference(Tx &tx, const PreferenceUpdate &update) const
{
    const auto key = "preference:" + update.person.first().value.toUtf8() + ':' +
                     QByteArray::number(update.at.ms) + (update.stop ? ":stop" : ":resume");
    const auto first = tx.intake().firstSeen(key, m_clock.now());
    if (!first)
        return failure(first.error());
    if (!*first || !update.stop) // `resume` lifts only Meta's own flag (facts/whatsapp.md 10.4)
        return done();
    for (const Identity &identity : update.person) {
        const auto contact = std::as_const(tx).contacts().find(identity);
        if (!contact)
            return failure(contact.error());
        if (!*contact)
            continue;
        ConsentService::Change change;
        change.contact = **contact;
        change.source = ConsentSource::MetaPreference;
        change.at = update.at.isNull() ? m_clock.now() : update.at;
        change.actor = Actor::system();
        const auto conversations = std::as_const(tx).conversations().ofContact(**contact);
        if (conversations && !conversations->isEmpty())
            change.conversation = conversations->first().id;
        if (auto applied = ConsentService(tx, m_clock).apply(change); !applied)
            return applied;
        if (change.conversation.isValid()) {
            if (auto fed = tx.feed().conversationChanged(change.conversation); !fed)
                return failure(fed.error());
        }
        return done();
    }
    return done();
}

Stored<Done> InboundApplier::applyTemplate(Tx &tx, const TemplateUpdate &update) const
{
    if (!update.status.isEmpty()) {
        if (auto set = tx.templates().setStatus(update.name, update.language, update.status);
            !set && set.error() != StoreError::NotFound)
            return set;
    }
    if (!update.category.isEmpty()) {
        if (auto set = tx.templates().setCategory(update.name, update.language, update.category);
            !set && set.error() != StoreError::NotFound)
            return set;
    }
    return done();
}

} // namespace destek::daemon
