#include "daemon/service/people_applier.h"

#include "core/text/fold.h"
#include "core/text/masking.h"
#include "daemon/service/consent_service.h"
#include "daemon/service/contact_resolver.h"
#include "daemon/service/conversation_state.h"
#include "daemon/service/work_flow.h"

namespace destek::daemon
{

Stored<std::optional<ContactId>> PeopleApplier::find(const QList<Identity> &person)
{
    for (const Identity &identity : person) {
        const auto contact = std::as_const(m_tx).contacts().find(identity);
        if (!contact || *contact)
            return contact;
    }
    return std::optional<ContactId>();
}

Stored<ConversationRecord> PeopleApplier::conversationOf(const QList<Identity> &person,
                                                         const BusinessNumber &number, Instant at)
{
    const auto resolved = ContactResolver(m_tx, m_clock).resolve(person, at);
    if (!resolved)
        return failure(resolved.error());
    const auto id =
        m_tx.conversations().openFor(number.phoneNumberId, number.display, resolved->contact);
    if (!id)
        return failure(id.error());
    return std::as_const(m_tx).conversations().record(*id);
}

Stored<bool> PeopleApplier::isNews(const QByteArray &key, const QList<Identity> &person, Instant at)
{
    const auto first = m_tx.intake().firstSeen(key, m_clock.now());
    if (!first)
        return failure(first.error());
    if (!*first)
        return false;
    const auto erased =
        std::as_const(m_tx).contacts().erasedAfter(person, at + std::chrono::milliseconds(999));
    if (!erased)
        return failure(erased.error());
    return !*erased;
}

Stored<Done> PeopleApplier::preference(const PreferenceUpdate &update)
{
    const Instant at = update.at.isNull() ? m_clock.now() : update.at;
    const auto key = "preference:" + update.person.first().value.toUtf8() + ':' +
                     QByteArray::number(update.at.ms) + (update.stop ? ":stop" : ":resume");
    const auto first = m_tx.intake().firstSeen(key, m_clock.now());
    if (!first)
        return failure(first.error());
    if (!*first)
        return done();
    const auto contact = find(update.person);
    if (!contact)
        return failure(contact.error());
    if (!*contact)
        return update.stop ? m_tx.contacts().suppress(update.person,
                                                      {at, ConsentScope::Marketing, true, at})
                           : m_tx.contacts().resumeSuppressed(update.person, at);
    const auto conversations = std::as_const(m_tx).conversations().ofContact(**contact);
    if (!conversations)
        return failure(conversations.error());
    if (!update.stop) { // also what was kept from before they were known
        if (auto resumed = m_tx.contacts().resumeSuppressed(update.person, at); !resumed)
            return resumed;
    }
    // `resume` lifts only Meta's own flag (facts/whatsapp.md 10.4).
    const auto switched =
        update.stop
            ? ConsentService(m_tx, m_clock)
                  .stopAtWhatsApp(**contact,
                                  conversations->isEmpty() ? nullptr : &conversations->first(),
                                  ConsentSource::MetaPreference, update.number.display, at)
            : m_tx.contacts().setStoppedAtWhatsApp(**contact, false, at);
    if (!switched)
        return switched;
    for (const ConversationRecord &conversation : *conversations) {
        if (auto fed = m_tx.feed().conversationChanged(conversation.id); !fed)
            return failure(fed.error());
    }
    return done();
}

Stored<Done> PeopleApplier::addressBook(const AddressBookEntry &entry, Instant receivedAt)
{
    const Instant at = entry.at.isNull() ? receivedAt : entry.at;
    const auto contact = find(entry.person);
    if (!contact)
        return failure(contact.error());
    if (!*contact)
        return done();
    const QString name = entry.removed ? QString() : text::maskCards(entry.name);
    if (auto named = m_tx.contacts().setAddressBookName(**contact, name, at); !named)
        return named;
    if (!entry.removed) {
        if (auto linked = ContactResolver(m_tx, m_clock).linkEvidence(**contact, entry.person, at);
            !linked)
            return linked;
    }
    const QString username = text::matchFold(entry.username);
    if (entry.removed || username.isEmpty())
        return done();
    return m_tx.contacts().adoptUsername(
        **contact, username.startsWith(u'@') ? username.mid(1) : username, at);
}

Stored<Done> PeopleApplier::handover(const HandoverUpdate &update, Instant receivedAt)
{
    const Instant at = update.at.isNull() ? receivedAt : update.at;
    const auto news = isNews("handover:" + update.number.phoneNumberId.toUtf8() + ':' +
                                 update.person.first().value.toUtf8() + ':' +
                                 QByteArray::number(at.ms) + (update.ours ? ":ours" : ":theirs"),
                             update.person, at);
    if (!news)
        return failure(news.error());
    if (!*news)
        return done();
    auto conversation = conversationOf(update.person, update.number, at);
    if (!conversation)
        return failure(conversation.error());
    if (at >= conversation->standbyAt) {
        conversation->standby = !update.ours;
        conversation->standbyAt = at;
        if (auto counted = countWaiting(m_tx, *conversation); !counted)
            return counted;
        if (auto updated = m_tx.conversations().update(*conversation); !updated)
            return updated;
        if (auto opened = WorkFlow(m_tx, m_clock).stillWaits(*conversation); !opened)
            return opened;
    }
    if (auto shown =
            ConsentService(m_tx, m_clock)
                .addEvent(*conversation, update.ours ? EventKind::TakenBack : EventKind::HandedOver,
                          {}, at);
        !shown)
        return shown;
    if (auto fed = m_tx.feed().conversationChanged(conversation->id); !fed)
        return failure(fed.error());
    return done();
}

Stored<Done> PeopleApplier::recipient(const StatusUpdate &update)
{
    if (update.recipient.size() < 2)
        return done();
    const auto id =
        std::as_const(m_tx).messages().findByWamid(update.number.phoneNumberId, update.wamid);
    if (!id)
        return failure(id.error());
    const auto message =
        *id ? std::as_const(m_tx).messages().record(**id) : failure(StoreError::NotFound);
    if (!message)
        return done(); // not among ours (any more)
    return ContactResolver(m_tx, m_clock)
        .linkEvidence(message->contact, update.recipient, update.status.at);
}

Stored<Done> PeopleApplier::call(const CallUpdate &call, Instant receivedAt)
{
    const Instant at =
        call.at.isNull() || call.at > receivedAt + std::chrono::minutes(10) ? receivedAt : call.at;
    const auto news = isNews("call:" + call.callId.toUtf8(), call.person, at);
    if (!news)
        return failure(news.error());
    if (!*news)
        return done();
    auto conversation = conversationOf(call.person, call.number, at);
    if (!conversation)
        return failure(conversation.error());
    if (!conversation->lastInboundAt || at > *conversation->lastInboundAt)
        conversation->lastInboundAt = at;
    conversation->lastAt = std::max(conversation->lastAt, at);
    if (auto updated = m_tx.conversations().update(*conversation); !updated)
        return updated;
    if (auto fed = m_tx.feed().conversationChanged(conversation->id); !fed)
        return failure(fed.error());
    return done();
}

} // namespace destek::daemon
