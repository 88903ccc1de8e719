#pragma once

#include "daemon/service/ports/database.h"

namespace destek::daemon
{

/// Which person is this? (facts/whatsapp.md 3.3, R-05, R-06.) BSUID first, then phone; a
/// username or a name never identifies. A number that comes with another BSUID than the one we
/// know has changed hands: a new person, marked for review.
class ContactResolver
{
public:
    explicit ContactResolver(Tx &tx) : m_tx(tx) {}

    /// Finds or makes the person and links every identity given. `identities` not empty.
    Stored<ContactId> resolve(const QList<Identity> &identities, Instant at);
    /// The former identities end, the current ones begin, on the same person (history stays).
    Stored<Done> moveIdentities(const QList<Identity> &former, const QList<Identity> &current,
                                Instant at);

private:
    /// Two records turn out to be one person: an opt-out of either holds for both.
    Stored<Done> keepOptOut(ContactId from, ContactId to, const QList<Identity> &identities,
                            Instant at);
    Stored<Done> linkAll(ContactId contact, const QList<Identity> &identities, Instant at);
    Stored<bool> hasOtherBsuid(ContactId contact, const QList<Identity> &identities);

    Tx &m_tx;
};

} // namespace destek::daemon
