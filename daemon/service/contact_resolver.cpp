#include "daemon/service/contact_resolver.h"

#include "daemon/service/consent_service.h"

namespace destek::daemon
{

namespace
{

const Identity *bsuidOf(const QList<Identity> &identities)
{
    for (const Identity &identity : identities) {
        if (identity.kind == IdentityKind::Bsuid)
            return &identity;
    }
    return nullptr;
}

} // namespace

Stored<ContactId> ContactResolver::resolve(const QList<Identity> &identities, Instant at)
{
    bool recycledNumber = false;
    for (const Identity &identity : identities) {
        if (identity.kind == IdentityKind::Username)
            continue;
        const auto found = std::as_const(m_tx).contacts().find(identity);
        if (!found)
            return failure(found.error());
        if (!*found)
            continue;
        const ContactId contact = **found;
        if (identity.kind == IdentityKind::Phone) {
            const auto recycled = hasOtherBsuid(contact, identities);
            if (!recycled)
                return failure(recycled.error());
            if (*recycled) {
                recycledNumber = true;
                if (auto closed = m_tx.contacts().close(identity, at); !closed)
                    return failure(closed.error());
                continue;
            }
        }
        if (auto linked = linkAll(contact, identities, at); !linked)
            return failure(linked.error());
        return contact;
    }
    auto created = m_tx.contacts().create(at, recycledNumber);
    if (!created)
        return created;
    if (auto linked = linkAll(*created, identities, at); !linked)
        return failure(linked.error());
    return created;
}

Stored<bool> ContactResolver::hasOtherBsuid(ContactId contact, const QList<Identity> &identities)
{
    const Identity *incoming = bsuidOf(identities);
    if (!incoming)
        return false;
    const auto known = std::as_const(m_tx).contacts().identities(contact);
    if (!known)
        return failure(known.error());
    const Identity *current = bsuidOf(*known);
    return current && current->value != incoming->value;
}

Stored<Done> ContactResolver::linkAll(ContactId contact, const QList<Identity> &identities,
                                      Instant at)
{
    for (const Identity &identity : identities) {
        const auto owner = std::as_const(m_tx).contacts().find(identity);
        if (!owner)
            return failure(owner.error());
        if (*owner && **owner == contact)
            continue;
        if (*owner) {
            // A signed webhook says the identity is this person's now.
            if (auto kept = keepOptOut(**owner, contact, identities, at); !kept)
                return kept;
            if (auto closed = m_tx.contacts().close(identity, at); !closed)
                return closed;
        }
        if (auto linked = m_tx.contacts().link(contact, identity, at); !linked)
            return linked;
    }
    return done();
}

Stored<Done> ContactResolver::keepOptOut(ContactId from, ContactId to,
                                         const QList<Identity> &identities, Instant at)
{
    // Known under another BSUID: a number that changed hands, not the same person.
    const auto stranger = hasOtherBsuid(from, identities);
    if (!stranger)
        return failure(stranger.error());
    const auto before = std::as_const(m_tx).contacts().record(from);
    const auto present = std::as_const(m_tx).contacts().record(to);
    if (!before || !present)
        return failure(before ? present.error() : before.error());
    if (*stranger || before->standing != Standing::OptedOut ||
        present->standing == Standing::OptedOut)
        return done();
    return carryOptOut(m_tx, to, before->optedOutAt.value_or(at), at);
}

Stored<Done> ContactResolver::moveIdentities(const QList<Identity> &former,
                                             const QList<Identity> &current, Instant at)
{
    std::optional<ContactId> contact;
    for (const Identity &identity : former) {
        const auto found = std::as_const(m_tx).contacts().find(identity);
        if (!found)
            return failure(found.error());
        if (!*found)
            continue;
        if (!contact)
            contact = **found;
        if (**found == *contact) {
            if (auto closed = m_tx.contacts().close(identity, at); !closed)
                return closed;
        }
    }
    if (!contact) // we never knew the old one: nothing to carry over
        return done();
    // A new BSUID replaces the old one even where the line does not name it.
    if (const Identity *replaced = bsuidOf(current)) {
        const auto known = std::as_const(m_tx).contacts().identities(*contact);
        if (!known)
            return failure(known.error());
        for (const Identity &identity : *known) {
            if (identity.kind != IdentityKind::Bsuid || identity == *replaced)
                continue;
            if (auto closed = m_tx.contacts().close(identity, at); !closed)
                return closed;
        }
    }
    return linkAll(*contact, current, at);
}

} // namespace destek::daemon
