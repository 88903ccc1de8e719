#include "daemon/service/inbound_applier.h"

#include "daemon/service/consent_service.h"
#include "daemon/service/message_applier.h"
#include "daemon/service/people_applier.h"

namespace destek::daemon
{

Stored<Done> InboundApplier::apply(Tx &tx, const InboundEvent &event, Instant receivedAt) const
{
    return std::visit(
        [&](const auto &part) -> Stored<Done> {
            using Part = std::decay_t<decltype(part)>;
            if constexpr (std::is_same_v<Part, InboundMessage>)
                return MessageApplier(tx, m_clock, m_wording.optOutConfirmation)
                    .apply(part, receivedAt);
            else if constexpr (std::is_same_v<Part, StatusUpdate>) {
                const auto linked = PeopleApplier(tx, m_clock).recipient(part);
                return linked ? applyStatus(tx, part) : linked;
            } else if constexpr (std::is_same_v<Part, PreferenceUpdate>)
                return PeopleApplier(tx, m_clock).preference(part);
            else if constexpr (std::is_same_v<Part, AddressBookEntry>)
                return PeopleApplier(tx, m_clock).addressBook(part, receivedAt);
            else if constexpr (std::is_same_v<Part, HandoverUpdate>)
                return PeopleApplier(tx, m_clock).handover(part, receivedAt);
            else if constexpr (std::is_same_v<Part, CallUpdate>)
                return PeopleApplier(tx, m_clock).call(part, receivedAt);
            else if constexpr (std::is_same_v<Part, TemplateUpdate>)
                return applyTemplate(tx, part);
            else if constexpr (std::is_same_v<Part, OtherUpdate>)
                return part.raw.isEmpty()
                           ? Stored<Done>(done())
                           : tx.intake().deadLetter(
                                 part.raw, QStringLiteral("not known: ") + part.field, receivedAt);
            else if constexpr (std::is_same_v<Part, UnreadablePart>)
                return tx.intake().deadLetter(part.raw, part.reason, receivedAt);
            else
                return done();
        },
        event);
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
