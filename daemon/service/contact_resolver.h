#pragma once

#include "core/base/clock.h"
#include "daemon/service/inbound_events.h"
#include "daemon/service/ports/database.h"

namespace destek::daemon
{

/// Which person is this? (facts/whatsapp.md 3.3, R-05, R-06.) BSUID first, then phone; a
/// username or a name never identifies. Identities hold for a span of time, so that messages and
/// lines about changes may come in any order. A number that comes with another BSUID than the one
/// we know has changed hands: a new person, marked for review. One thing cannot be told: a line
/// that gives somebody a new number and no BSUID, and then a first word from that number, are the
/// same person to us, also if the number has gone to somebody else in between. And two changes of
/// one person within one second (Meta's times have no smaller parts) have no order: told in the
/// wrong one, they may leave two records. However a person comes by an identity, what was kept of
/// a refusal under it is theirs from then on.
class ContactResolver
{
public:
    ContactResolver(Tx &tx, const Clock &clock) : m_tx(tx), m_clock(clock) {}

    struct Resolved {
        ContactId contact;
        bool recycledNumber = false; ///< new, because the number belongs to somebody else now
    };

    /// Finds or makes the person and links every identity given. `identities` not empty.
    Stored<Resolved> resolve(const QList<Identity> &identities, Instant at);
    /// The former identities end, the current ones begin, on the same person (history stays); a
    /// person who wrote under the current ones before we heard of the change is the same one.
    Stored<ContactId> move(const IdentityChange &change, Instant at);
    /// Signed evidence that these identities belong to this person.
    Stored<Done> linkEvidence(ContactId contact, const QList<Identity> &identities, Instant at);

private:
    Stored<Resolved> find(const QList<Identity> &identities, Instant at);
    Stored<ContactId> moved(const IdentityChange &change, Instant at);
    Stored<std::optional<ContactId>> holderOf(const QList<Identity> &identities, Instant at);
    /// Who holds the current identities already, and may be the same person.
    Stored<std::optional<ContactId>> sameUnder(const QList<Identity> &current, ContactId former,
                                               Instant at);
    /// Two records turn out to be one person.
    Stored<Done> join(ContactId loser, ContactId winner);
    /// A new number brings a new BSUID (facts/whatsapp.md 3.1), also where the line names none.
    Stored<Done> endBsuid(ContactId contact, const QList<Identity> &current, Instant at);
    Stored<Done> linkAll(ContactId contact, const QList<Identity> &identities, Instant at);
    Stored<bool> hasOtherBsuid(ContactId contact, const QList<Identity> &identities);

    /// What was kept of a refusal under these identities.
    Stored<Done> restore(ContactId contact, const QList<Identity> &identities);

    Tx &m_tx;
    const Clock &m_clock;
};

} // namespace destek::daemon
