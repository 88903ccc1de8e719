#include "daemon/service/message_applier.h"

#include "core/text/fold.h"
#include "core/text/masking.h"
#include "daemon/service/channel_book.h"
#include "daemon/service/consent_service.h"
#include "daemon/service/contact_resolver.h"
#include "daemon/service/conversation_state.h"
#include "daemon/service/media_queue.h"
#include "daemon/service/message_content.h"
#include "daemon/service/status_applier.h"
#include "daemon/service/work_flow.h"

namespace destek::daemon
{

namespace
{

/// The strongest reading of all the places where an opt-out word may stand. In a group a refusal
/// counts like everywhere; asking for messages is said to us alone.
text::ConsentReading strongest(const InboundMessage &message)
{
    text::ConsentReading best;
    for (const QString &candidate : message.consentWords) {
        const text::ConsentReading reading = text::readConsent(candidate);
        if (message.inGroup && reading.word == text::ConsentWord::OptIn)
            continue;
        if (reading.word == text::ConsentWord::OptOut)
            return reading;
        if (reading.word != text::ConsentWord::None && best.word == text::ConsentWord::None)
            best = reading;
    }
    return best;
}

/// Do these words, as they stand here, ask for an answer (conversation_state.h)?
bool asks(const InboundMessage &message, text::ConsentWord word)
{
    return message.direction == Direction::Inbound && !message.inGroup &&
           message.provenance != Provenance::History && message.kind != MessageKind::Reaction &&
           message.kind != MessageKind::System && message.kind != MessageKind::Revoke &&
           word != text::ConsentWord::OptOut;
}

QByteArray keyOf(const InboundMessage &message)
{
    return (message.isPlaceholder ? "placeholder:" : "message:") +
           message.number.phoneNumberId.toUtf8() + ':' + message.wamid.toUtf8();
}

MessageRecord recordOf(const InboundMessage &message, ContactId contact,
                       ConversationId conversation)
{
    MessageRecord record;
    record.id = MessageId::create();
    record.conversation = conversation;
    record.contact = contact;
    record.sealedFor = contact;
    record.direction = message.direction;
    record.kind = message.kind;
    record.state = message.state;
    if (record.state == SendState::Failed)
        record.errorCode = kNoMetaCode;          // a history import says no more
    record.text = text::maskCards(message.text); // before anything is stored
    record.raw = withCardsMasked(message.raw);
    record.wamid = message.wamid;
    record.at = message.at;
    record.provenance = message.provenance;
    record.target = message.target;
    if (message.change)
        record.event =
            message.change->ofNumber ? EventKind::NumberChanged : EventKind::UserIdChanged;
    else if (message.identityKeyChanged)
        record.event = EventKind::IdentityKeyChanged;
    return record;
}

} // namespace

Stored<bool> MessageApplier::isNews(const InboundMessage &message, Instant receivedAt)
{
    const auto first = m_tx.intake().firstSeen(keyOf(message), receivedAt);
    if (!first)
        return failure(first.error());
    if (!*first)
        return false; // delivered before; also after an erasure
    // Meta's times are whole seconds: a new message of the second of the erasure is not older
    // than it, and what was delivered before is known by its key above.
    const auto erased = std::as_const(m_tx).contacts().erasedAfter(
        message.sender, message.at + std::chrono::milliseconds(999));
    if (!erased)
        return failure(erased.error());
    return !*erased;
}

Stored<MessageApplier::Place> MessageApplier::personOf(InboundMessage &message)
{
    ContactResolver resolver(m_tx, m_clock);
    if (message.change) {
        const auto moved = resolver.move(*message.change, message.at);
        if (!moved)
            return failure(moved.error());
        message.sender = message.change->current;
        return Place{*moved, false, false};
    }
    const auto resolved = resolver.resolve(message.sender, message.at);
    if (!resolved)
        return failure(resolved.error());
    return Place{resolved->contact, resolved->recycledNumber, false};
}

/// Another key without a line about it: a new device, or a new owner of the number. Never a
/// silent change of persons: somebody must look.
Stored<bool> MessageApplier::hasNewKey(const InboundMessage &message, ContactId contact)
{
    const bool told = message.identityKeyChanged;
    if (message.direction != Direction::Inbound || message.provenance == Provenance::History ||
        (message.identityKey.isEmpty() && !told))
        return false;
    for (const Identity &identity : message.sender) {
        if (identity.kind != IdentityKind::Phone)
            continue;
        const auto changed =
            m_tx.contacts().noteIdentityKey(contact, identity, message.identityKey, message.at);
        if (!changed || !*changed || told)
            return changed ? Stored<bool>(false) : changed;
        const auto marked = m_tx.contacts().markForReview(contact);
        return marked ? Stored<bool>(true) : failure(marked.error());
    }
    return false;
}

Stored<Done> MessageApplier::notePerson(const InboundMessage &message, ContactId contact)
{
    if (!message.profileName.isEmpty()) {
        if (auto named =
                m_tx.contacts().setName(contact, text::maskCards(message.profileName), message.at);
            !named)
            return named;
    }
    const QString username = text::matchFold(message.username);
    if (username.isEmpty())
        return done();
    return m_tx.contacts().adoptUsername(contact, username, message.at);
}

Stored<Done> MessageApplier::apply(InboundMessage message, Instant receivedAt)
{
    if (message.at.isNull() || message.at > receivedAt + std::chrono::minutes(10))
        message.at = receivedAt; // no time, or one from the future, must not hold a window open
    const auto news = isNews(message, receivedAt);
    if (!news)
        return failure(news.error());
    if (!*news)
        return done();
    auto place = personOf(message);
    if (!place)
        return failure(place.error());
    const auto newKey = hasNewKey(message, place->contact);
    if (!newKey)
        return failure(newKey.error());
    place->newKey = *newKey;
    if (message.direction == Direction::Inbound) {
        if (auto noted = notePerson(message, place->contact); !noted)
            return noted;
    }
    return store(message, *place, receivedAt);
}

Stored<Done> MessageApplier::store(const InboundMessage &message, const Place &place,
                                   Instant receivedAt)
{
    const QString &number = message.number.phoneNumberId;
    const auto known = std::as_const(m_tx).messages().findByWamid(number, message.wamid);
    if (!known)
        return failure(known.error());
    if (*known) {
        const auto record = std::as_const(m_tx).messages().record(**known);
        return record ? fillPlaceholder(message, *record) : Stored<Done>(done());
    }
    const auto conversationId =
        m_tx.conversations().openFor(number, message.number.display, place.contact);
    if (!conversationId)
        return failure(conversationId.error());
    auto conversation = std::as_const(m_tx).conversations().record(*conversationId);
    if (!conversation)
        return failure(conversation.error());

    const text::ConsentReading consent = strongest(message);
    MessageRecord record = recordOf(message, place.contact, *conversationId);
    record.receivedAt = receivedAt;
    record.appliedAt = m_clock.now();
    record.asks = asks(message, consent.word);
    if (place.recycledNumber) {
        if (auto shown = ConsentService(m_tx, m_clock)
                             .addEvent(*conversation, EventKind::NumberRecycled, {}, message.at);
            !shown)
            return shown;
    }
    if (place.newKey) {
        if (auto shown =
                ConsentService(m_tx, m_clock)
                    .addEvent(*conversation, EventKind::IdentityKeyChanged, {}, message.at);
            !shown)
            return shown;
    }
    const auto inserted = m_tx.messages().insert(record, number);
    if (!inserted && inserted.error() == StoreError::Conflict)
        return done();
    if (!inserted)
        return failure(inserted.error());
    record.order = *inserted;
    if (auto queued = queueMedia(m_tx, record, number, message.raw, m_clock.now()); !queued)
        return queued;
    if (auto noted = noteConversation(*conversation, message, record); !noted)
        return noted;
    if (auto shared = WorkFlow(m_tx, m_clock, m_board).heard(*conversation, record); !shared)
        return shared;
    if (auto told = tellConsoles(record); !told)
        return told;
    if (auto shown = noteLines(*conversation, message, record); !shown)
        return shown;
    if (auto noted = noteStatuses(message, record); !noted)
        return noted;
    if (auto noted = noteConsent(*conversation, message, consent, record); !noted)
        return noted;
    if (auto fed = m_tx.feed().conversationChanged(*conversationId); !fed)
        return failure(fed.error());
    return done();
}

Stored<Done> MessageApplier::fillPlaceholder(const InboundMessage &message, MessageRecord record)
{
    if (message.isPlaceholder) { // its file overtook it, but only the placeholder has its ticks
        return record.direction == Direction::Outbound
                   ? climbTo(m_tx, std::move(record), message.state)
                   : done();
    }
    if (readContent(record.kind, record.raw).foreignType != QLatin1StringView("media_placeholder"))
        return done(); // ours
    record.kind = message.kind;
    record.text = text::maskCards(message.text);
    record.raw = withCardsMasked(message.raw);
    if (auto replaced = m_tx.messages().replaceContent(record); !replaced)
        return replaced;
    if (auto queued =
            queueMedia(m_tx, record, message.number.phoneNumberId, message.raw, m_clock.now());
        !queued)
        return queued;
    if (auto fed = m_tx.feed().messageChanged(record.conversation, record.id); !fed)
        return failure(fed.error());
    const auto conversation = std::as_const(m_tx).conversations().record(record.conversation);
    return conversation ? noteLines(*conversation, message, record)
                        : Stored<Done>(failure(conversation.error()));
}

Stored<Done> MessageApplier::noteLines(const ConversationRecord &conversation,
                                       const InboundMessage &message, const MessageRecord &record)
{
    ConsentService lines(m_tx, m_clock);
    if (record.text != message.text || record.raw != message.raw) {
        if (auto shown = lines.addEvent(conversation, EventKind::CardMasked, {}, message.at);
            !shown)
            return shown;
    }
    if (message.provenance != Provenance::History)
        return done();
    const auto first = m_tx.intake().firstSeen(
        "history:" + QByteArray::number(conversation.id.value), m_clock.now());
    if (!first)
        return failure(first.error());
    // Not later than what was said last: no person is kept longer for its sake.
    return *first
               ? lines.addEvent(conversation, EventKind::HistoryImported, {}, conversation.lastAt)
               : Stored<Done>(done());
}

Stored<Done> MessageApplier::noteConversation(ConversationRecord &conversation,
                                              const InboundMessage &message,
                                              const MessageRecord &record)
{
    const auto later = [](std::optional<Instant> &kept, Instant at) {
        if (!kept || at > *kept)
            kept = at;
    };
    if (message.opensWindow)
        later(conversation.lastInboundAt, message.at);
    if (record.asks)
        later(conversation.lastQuestionAt, message.at);
    noteLast(conversation, record);
    // Who gets copies does not answer; who gets the message itself does. Of one moment: nobody.
    // A group is another conversation: it says nothing about this one.
    if (!message.inGroup &&
        (message.provenance == Provenance::Standby || message.provenance == Provenance::Cloud)) {
        const bool standby = message.provenance == Provenance::Standby;
        if (message.at > conversation.standbyAt ||
            (message.at == conversation.standbyAt && standby)) {
            conversation.standby = standby;
            conversation.standbyAt = message.at;
        }
    }
    if (auto counted = countWaiting(m_tx, conversation); !counted)
        return counted;
    return m_tx.conversations().update(conversation);
}

Stored<Done> MessageApplier::tellConsoles(const MessageRecord &record)
{
    if (auto fed = m_tx.feed().messageChanged(record.conversation, record.id); !fed)
        return failure(fed.error());
    const auto target = std::as_const(m_tx).messages().linkTarget(record.id);
    if (!target)
        return failure(target.error());
    if (*target) {
        if (auto fed = m_tx.feed().messageChanged(record.conversation, **target); !fed)
            return failure(fed.error());
    }
    // What came before the message it is about loses its own bubble now; what is known of a
    // message by its corrections alone may have been taken back.
    const auto &messages = std::as_const(m_tx).messages();
    for (const auto &links : {messages.linkedTo(record.id), messages.linkedAlike(record.id)}) {
        if (!links)
            return failure(links.error());
        for (const MessageRecord &link : *links) {
            if (auto fed = m_tx.feed().messageChanged(record.conversation, link.id); !fed)
                return failure(fed.error());
        }
    }
    return done();
}

Stored<Done> MessageApplier::noteStatuses(const InboundMessage &message,
                                          const MessageRecord &record)
{
    if (message.direction != Direction::Outbound)
        return done();
    const auto parked = m_tx.messages().takeParked(message.number.phoneNumberId, message.wamid);
    if (!parked)
        return failure(parked.error());
    for (const StatusEvent &status : *parked) {
        if (auto applied = applyStatusTo(m_tx, record.id, status, m_clock); !applied)
            return applied;
    }
    return done();
}

Stored<Done> MessageApplier::noteConsent(ConversationRecord &conversation,
                                         const InboundMessage &message,
                                         const text::ConsentReading &reading,
                                         const MessageRecord &record)
{
    if (message.direction != Direction::Inbound)
        return done();
    ConsentService service(m_tx, m_clock);
    const bool live = message.provenance == Provenance::Cloud;
    if (reading.word == text::ConsentWord::OptOutQuestion)
        return live ? service.ask(conversation, reading.matched, message.at) : Stored<Done>(done());
    if (reading.word == text::ConsentWord::None)
        return done();
    if (conversation.optOutQuestion) {
        conversation.optOutQuestion = false; // said plainly now: nobody needs to ask
        if (auto updated = m_tx.conversations().update(conversation); !updated)
            return updated;
    }
    const bool out = reading.word == text::ConsentWord::OptOut;
    ConsentService::Change change;
    change.contact = record.contact;
    change.conversation = record.conversation;
    change.standing = out ? Standing::OptedOut : Standing::Open;
    change.source = message.consentSource;
    change.word = reading.matched;
    change.message = record.id;
    change.at = message.at;
    change.actor = Actor::system();
    // Never in private for what was said among others.
    change.confirmation = out && live && !message.inGroup ? m_confirmation : QString();
    return service.apply(change);
}

} // namespace destek::daemon
