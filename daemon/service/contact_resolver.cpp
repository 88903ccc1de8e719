#include "daemon/service/contact_resolver.h"

#include "daemon/service/consent_service.h"
#include "daemon/service/conversation_state.h"

namespace destek::daemon
{

namespace
{

/// A number known without a BSUID for longer than this before it came to somebody else was
/// another person's.
constexpr Duration kSamePerson = std::chrono::hours(24);

const Identity *bsuidOf(const QList<Identity> &identities)
{
    for (const Identity &identity : identities) {
        if (identity.kind == IdentityKind::Bsuid)
            return &identity;
    }
    return nullptr;
}

void later(std::optional<Instant> &kept, const std::optional<Instant> &other)
{
    if (other && (!kept || *other > *kept))
        kept = other;
}

/// Two conversations with one person become one: what happened last in either counts.
void takeTimes(ConversationRecord &kept, const ConversationRecord &joined)
{
    later(kept.lastInboundAt, joined.lastInboundAt);
    later(kept.lastQuestionAt, joined.lastQuestionAt);
    kept.optOutQuestion = kept.optOutQuestion || joined.optOutQuestion;
    if (!kept.lastOwnMessage.isValid())
        kept.lastOwnMessage = joined.lastOwnMessage;
    if (joined.standbyAt > kept.standbyAt ||
        (joined.standbyAt == kept.standbyAt && joined.standby)) {
        kept.standby = joined.standby;
        kept.standbyAt = joined.standbyAt;
    }
    if (joined.lastAt > kept.lastAt) {
        kept.lastAt = joined.lastAt;
        kept.lastMessage = joined.lastMessage;
    }
}

} // namespace

Stored<ContactResolver::Resolved> ContactResolver::resolve(const QList<Identity> &identities,
                                                           Instant at)
{
    const auto found = find(identities, at);
    if (!found)
        return found;
    const auto restored = restore(found->contact, identities);
    return restored ? found : failure(restored.error());
}

Stored<Done> ContactResolver::restore(ContactId contact, const QList<Identity> &identities)
{
    const auto restored = restoreRefusal(m_tx, contact, identities, m_clock.now());
    if (!restored)
        return failure(restored.error());
    if (!*restored)
        return done();
    const auto conversations = std::as_const(m_tx).conversations().ofContact(contact);
    if (!conversations)
        return failure(conversations.error());
    for (const ConversationRecord &conversation : *conversations) {
        if (auto fed = m_tx.feed().conversationChanged(conversation.id); !fed)
            return failure(fed.error());
    }
    return done();
}

Stored<ContactResolver::Resolved> ContactResolver::find(const QList<Identity> &identities,
                                                        Instant at)
{
    bool recycled = false;
    QList<std::pair<Identity, Instant>> lost; // by this person, to somebody who came earlier
    for (const Identity &identity : identities) {
        if (identity.kind == IdentityKind::Username)
            continue;
        const auto held = std::as_const(m_tx).contacts().holding(identity, at);
        if (!held)
            return failure(held.error());
        if (!*held)
            continue;
        const ContactId contact = (*held)->contact;
        if (identity.kind == IdentityKind::Phone) {
            const auto other = hasOtherBsuid(contact, identities);
            if (!other)
                return failure(other.error());
            if (*other && (*held)->from > at) {
                lost << std::pair(identity, (*held)->from); // an old message of a former owner
                continue;
            }
            if (*other) {
                recycled = true;
                if (!(*held)->until) {
                    if (auto closed = m_tx.contacts().close(identity, at); !closed)
                        return failure(closed.error());
                }
                continue;
            }
        }
        if (auto linked = linkAll(contact, identities, at); !linked)
            return failure(linked.error());
        return Resolved{contact, false};
    }
    const auto created = m_tx.contacts().create(at, recycled);
    if (!created)
        return failure(created.error());
    QList<Identity> present = identities;
    for (const auto &[identity, until] : std::as_const(lost)) {
        present.removeAll(identity);
        if (auto linked = m_tx.contacts().linkFormer(*created, identity, at, until); !linked)
            return failure(linked.error());
    }
    if (auto linked = linkAll(*created, present, at); !linked)
        return failure(linked.error());
    return Resolved{*created, recycled};
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
    return current && !known->contains(*incoming);
}

Stored<Done> ContactResolver::linkAll(ContactId contact, const QList<Identity> &identities,
                                      Instant at)
{
    for (const Identity &identity : identities) {
        const auto held = std::as_const(m_tx).contacts().holding(identity, at);
        if (!held)
            return failure(held.error());
        if (*held && (*held)->contact == contact)
            continue;
        const auto until = *held ? (*held)->until : std::nullopt;
        if (until && *until > at)
            continue; // somebody else's at that time, and lost since: nothing to say about now
        if (until) {
            // Lost at this very moment: theirs who has it now, else ours.
            const auto owner = std::as_const(m_tx).contacts().find(identity);
            if (!owner)
                return failure(owner.error());
            if (*owner)
                continue;
        } else if (*held) {
            // A signed webhook says the identity is this person's: one person under two records,
            // unless the other is known under another BSUID.
            const ContactId owner = (*held)->contact;
            const auto stranger = hasOtherBsuid(owner, identities);
            if (!stranger)
                return failure(stranger.error());
            if (!*stranger) {
                if (auto joined = join(owner, contact); !joined)
                    return joined;
                continue;
            }
            if ((*held)->from > at)
                continue; // theirs since; this is an older message
            if (auto closed = m_tx.contacts().close(identity, at); !closed)
                return closed;
        }
        if (auto linked = m_tx.contacts().link(contact, identity, at); !linked)
            return linked;
    }
    return done();
}

Stored<Done> ContactResolver::linkEvidence(ContactId contact, const QList<Identity> &identities,
                                           Instant at)
{
    const auto stranger = hasOtherBsuid(contact, identities);
    if (!stranger)
        return failure(stranger.error());
    const auto holder = holderOf(identities, at);
    if (!holder)
        return failure(holder.error());
    if (*stranger || !*holder)
        return done();
    const auto linked = linkAll(contact, identities, at);
    return linked ? restore(contact, identities) : linked;
}

Stored<Done> ContactResolver::join(ContactId loser, ContactId winner)
{
    const auto theirs = std::as_const(m_tx).conversations().ofContact(loser);
    if (!theirs)
        return failure(theirs.error());
    const auto ended = m_tx.contacts().join(loser, winner);
    if (!ended)
        return failure(ended.error());
    const auto kept = std::as_const(m_tx).conversations().ofContact(winner);
    if (!kept)
        return failure(kept.error());
    for (ConversationRecord conversation : *kept) {
        for (const ConversationRecord &joined : *theirs) {
            if (joined.phoneNumberId == conversation.phoneNumberId)
                takeTimes(conversation, joined);
        }
        if (auto counted = countWaiting(m_tx, conversation); !counted)
            return counted;
        if (auto updated = m_tx.conversations().update(conversation); !updated)
            return updated;
        if (auto fed = m_tx.feed().conversationChanged(conversation.id); !fed)
            return failure(fed.error());
    }
    if (!ended->isEmpty()) {
        if (auto fed = m_tx.feed().peopleJoined(); !fed)
            return failure(fed.error());
    }
    return done();
}

Stored<std::optional<ContactId>> ContactResolver::holderOf(const QList<Identity> &identities,
                                                           Instant at)
{
    for (const Identity &identity : identities) {
        const auto held = std::as_const(m_tx).contacts().holding(identity, at);
        if (!held)
            return failure(held.error());
        if (*held)
            return std::optional((*held)->contact);
    }
    return std::optional<ContactId>();
}

Stored<std::optional<ContactId>> ContactResolver::sameUnder(const QList<Identity> &current,
                                                            ContactId former, Instant at)
{
    for (const Identity &identity : current) {
        const auto held = std::as_const(m_tx).contacts().holding(identity, at);
        if (!held)
            return failure(held.error());
        if (!*held || (*held)->contact == former)
            continue;
        const ContactId other = (*held)->contact;
        if (identity.kind == IdentityKind::Phone) {
            const auto stranger = hasOtherBsuid(other, current);
            if (!stranger)
                return failure(stranger.error());
            const bool named = bsuidOf(current) != nullptr;
            const auto known = std::as_const(m_tx).contacts().identities(other);
            if (!known)
                return failure(known.error());
            const bool matched = named && known->contains(*bsuidOf(current));
            if (*stranger || (!matched && (*held)->from < at - kSamePerson)) {
                // Whoever had that number before: it has changed hands.
                if (!(*held)->until) {
                    if (auto closed = m_tx.contacts().close(identity, at); !closed)
                        return failure(closed.error());
                }
                continue;
            }
        }
        return std::optional(other);
    }
    return std::optional<ContactId>();
}

Stored<Done> ContactResolver::endBsuid(ContactId contact, const QList<Identity> &current,
                                       Instant at)
{
    if (bsuidOf(current))
        return done();
    for (const Identity &identity : current) {
        const auto held = std::as_const(m_tx).contacts().holding(identity, at);
        if (!held)
            return failure(held.error());
        if (*held && (*held)->contact == contact)
            return done(); // they wrote from there already: the BSUID we have is of now
    }
    return m_tx.contacts().closeOthers(contact, {IdentityKind::Bsuid, {}}, at);
}

Stored<ContactId> ContactResolver::move(const IdentityChange &change, Instant at)
{
    const auto contact = moved(change, at);
    if (!contact)
        return contact;
    const auto restored = restore(*contact, change.former + change.current);
    return restored ? contact : failure(restored.error());
}

Stored<ContactId> ContactResolver::moved(const IdentityChange &change, Instant at)
{
    auto person = holderOf(change.former, at);
    if (!person)
        return failure(person.error());
    const auto other = sameUnder(change.current, person->value_or(ContactId()), at);
    if (!other)
        return failure(other.error());
    if (*person && *other) {
        if (auto joined = join(**other, **person); !joined)
            return failure(joined.error());
    } else if (*other) {
        *person = **other;
    }
    if (!*person) {
        const auto created = m_tx.contacts().create(at, false);
        if (!created)
            return failure(created.error());
        *person = *created;
    }
    const ContactId contact = **person;
    for (const Identity &identity : change.former) {
        const auto held = std::as_const(m_tx).contacts().holding(identity, at);
        if (!held)
            return failure(held.error());
        // Never heard of: older messages may still come under it.
        const auto ended = !*held ? m_tx.contacts().linkFormer(contact, identity, at, at)
                           : (*held)->contact == contact && !(*held)->until
                               ? m_tx.contacts().close(identity, at)
                               : Stored<Done>(done());
        if (!ended)
            return failure(ended.error());
    }
    // A new BSUID or number replaces the old one even where the line does not name it.
    for (const Identity &identity : change.current) {
        if (auto closed = m_tx.contacts().closeOthers(contact, identity, at); !closed)
            return failure(closed.error());
    }
    if (auto ended = endBsuid(contact, change.current, at); !ended)
        return failure(ended.error());
    if (auto linked = linkAll(contact, change.current, at); !linked)
        return failure(linked.error());
    return contact;
}

} // namespace destek::daemon
