#pragma once

#include "core/base/clock.h"
#include "daemon/service/inbound_events.h"
#include "daemon/service/ports/database.h"

namespace destek::daemon
{

/// What Meta says about people besides their messages (facts/whatsapp.md 5.1, 5.4, 7). Idempotent
/// and indifferent to order. Inside a Tx.
class PeopleApplier
{
public:
    PeopleApplier(Tx &tx, const Clock &clock) : m_tx(tx), m_clock(clock) {}

    /// The person's own switch at WhatsApp; a stop of somebody unknown holds once they write.
    Stored<Done> preference(const PreferenceUpdate &update);
    /// The phone's address book: names people we know, makes nobody.
    Stored<Done> addressBook(const AddressBookEntry &entry, Instant receivedAt);
    Stored<Done> handover(const HandoverUpdate &update, Instant receivedAt);
    /// A status that names the person twice is signed evidence that both names are theirs.
    Stored<Done> recipient(const StatusUpdate &update);
    /// A call of theirs opens the service window.
    Stored<Done> call(const CallUpdate &call, Instant receivedAt);

private:
    Stored<std::optional<ContactId>> find(const QList<Identity> &person);
    /// This person's conversation at this number; both are opened if need be.
    Stored<ConversationRecord> conversationOf(const QList<Identity> &person,
                                              const BusinessNumber &number, Instant at);
    Stored<bool> isNews(const QByteArray &key, const QList<Identity> &person, Instant at);

    Tx &m_tx;
    const Clock &m_clock;
};

} // namespace destek::daemon
