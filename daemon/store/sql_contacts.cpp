#include "daemon/store/sql_contacts.h"

#include "daemon/store/connection.h"
#include "daemon/store/contact_places.h"
#include "daemon/store/lookup.h"
#include "daemon/store/sealed_column.h"
#include "daemon/store/sql_people_index.h"
#include "daemon/store/statement.h"

namespace destek::daemon
{

namespace
{

/// Rows are read first and opened afterwards: opening may fail, reading goes on.
struct SealedIdentity {
    qint64 row = 0;
    IdentityKind kind = IdentityKind::Phone;
    QByteArray value;
};

struct SealedConsent {
    qint64 row = 0;
    ConsentEvent event;
    QByteArray word;
};

/// Of two times the newer one counts, of two scopes the wider one; in one moment the stop.
void add(Suppression &kept, const Suppression &other)
{
    if (other.since) {
        kept.scope = kept.since ? std::max(kept.scope, other.scope) : other.scope;
        kept.since = std::max(kept.since, other.since);
    }
    if (other.switchedAt == kept.switchedAt)
        kept.stoppedAtWhatsApp = kept.stoppedAtWhatsApp || other.stoppedAtWhatsApp;
    else if (other.switchedAt > kept.switchedAt)
        kept.stoppedAtWhatsApp = other.stoppedAtWhatsApp;
    kept.switchedAt = std::max(kept.switchedAt, other.switchedAt);
}

} // namespace

SqlContacts::SqlContacts(Connection &connection, Vault &vault)
    : m_connection(connection), m_vault(vault)
{
}

Stored<std::optional<ContactId>> SqlContacts::find(const Identity &identity) const
{
    Statement statement(m_connection, "find_contact");
    return statement.with(identity.kind, identityHash(m_vault, identity)).maybe([](const Row &row) {
        return row.id<ContactId>(0);
    });
}

Stored<ContactRecord> SqlContacts::record(ContactId id) const
{
    QByteArray sealedName;
    QByteArray sealedBookName;
    Statement statement(m_connection, "contact");
    auto found = statement.with(id).one([&](const Row &row) {
        ContactRecord record;
        record.id = row.id<ContactId>(0);
        sealedName = row.bytes(1);
        record.standing = row.word(2, Standing::OptedOut); // unknown means no
        record.optedOutAt = row.maybeInstant(3);
        record.confirmationSent = row.flag(4);
        record.firstSeenAt = row.instant(5);
        record.needsReview = row.flag(6);
        record.stoppedAtWhatsApp = row.flag(7);
        sealedBookName = row.bytes(8);
        return record;
    });
    if (!found)
        return found;
    auto name = openText(m_vault, KeySlot::profile(id), nameOf(id), sealedName);
    if (!name)
        return failure(name.error());
    found->name = std::move(*name);
    auto bookName = openText(m_vault, KeySlot::profile(id), bookNameOf(id), sealedBookName);
    if (!bookName)
        return failure(bookName.error());
    found->addressBookName = std::move(*bookName);
    return found;
}

Stored<QList<Identity>> SqlContacts::identities(ContactId id) const
{
    return identitiesFrom("identities", id);
}

Stored<QList<Identity>> SqlContacts::identitiesEver(ContactId id) const
{
    return identitiesFrom("identities_ever", id);
}

Stored<QList<Identity>> SqlContacts::identitiesFrom(const char *name, ContactId id) const
{
    Statement statement(m_connection, name);
    const auto rows = statement.with(id).all([](const Row &row) {
        return SealedIdentity{row.number(0), row.word(1, IdentityKind::Username), row.bytes(2)};
    });
    if (!rows)
        return failure(rows.error());
    QList<Identity> identities;
    for (const SealedIdentity &sealed : *rows) {
        auto value =
            openText(m_vault, KeySlot::profile(id), identityValue(sealed.row), sealed.value);
        if (!value)
            return failure(value.error());
        identities.append({sealed.kind, std::move(*value)});
    }
    return identities;
}

Stored<QList<ConsentEvent>> SqlContacts::consent(ContactId id) const
{
    Statement statement(m_connection, "consent_events");
    auto rows = statement.with(id).all([](const Row &row) {
        SealedConsent sealed;
        sealed.row = row.number(0);
        sealed.event.at = row.instant(1);
        sealed.event.effectAt = row.instant(2);
        sealed.event.standing = row.word(3, Standing::OptedOut);
        sealed.event.source = row.word(4, ConsentSource::Keyword);
        sealed.word = row.bytes(5);
        sealed.event.message = row.messageId(6);
        sealed.event.recordedBy = row.text(7);
        sealed.event.scope = row.word(8, ConsentScope::AllProactive); // unknown means all
        sealed.event.businessNumber = row.text(9);
        return sealed;
    });
    if (!rows)
        return failure(rows.error());
    QList<ConsentEvent> events;
    for (SealedConsent &sealed : *rows) {
        auto word = openText(m_vault, KeySlot::profile(id), consentWord(sealed.row), sealed.word);
        if (!word)
            return failure(word.error());
        sealed.event.word = std::move(*word);
        events.append(sealed.event);
    }
    return events;
}

Stored<Suppression> SqlContacts::suppression(const QList<Identity> &identities) const
{
    Suppression kept;
    for (const Identity &identity : identities) {
        Statement statement(m_connection, "suppression");
        const auto row =
            statement.with(identity.kind, m_vault.suppressionHash(identityText(identity)))
                .maybe([](const Row &found) {
                    return Suppression{found.maybeInstant(0),
                                       found.word(1, ConsentScope::AllProactive), found.flag(2),
                                       found.instant(3)};
                });
        if (!row)
            return failure(row.error());
        if (*row)
            add(kept, **row);
    }
    return kept;
}

// An event of the very moment of the erasure belongs to the past: what was erased stays erased.
Stored<bool> SqlContacts::erasedAfter(const QList<Identity> &identities, Instant at) const
{
    for (const Identity &identity : identities) {
        Statement statement(m_connection, "tombstone");
        const auto erasedAt =
            statement.with(identity.kind, m_vault.tombHash(identityText(identity)))
                .maybe([](const Row &row) { return row.instant(0); });
        if (!erasedAt)
            return failure(erasedAt.error());
        if (erasedAt->has_value() && **erasedAt >= at)
            return true;
    }
    return false;
}

Stored<ContactId> SqlContacts::create(Instant firstSeenAt, bool needsReview)
{
    const auto id = nextNumber(m_connection, "contact");
    if (!id)
        return failure(id.error());
    Statement statement(m_connection, "add_contact");
    const auto added = statement.with(*id, Standing::Open, firstSeenAt, needsReview).runAny();
    if (!added)
        return failure(added.error());
    return ContactId(*id);
}

Stored<Done> SqlContacts::link(ContactId id, const Identity &identity, Instant from)
{
    const auto row = nextNumber(m_connection, "contact_identity");
    if (!row)
        return failure(row.error());
    const auto sealed =
        sealColumn(m_vault, KeySlot::profile(id), identityValue(*row), identity.value);
    if (!sealed)
        return failure(sealed.error());
    {
        Statement statement(m_connection, "add_identity");
        const auto added =
            statement.with(*row, id, identity.kind, identityHash(m_vault, identity), *sealed, from)
                .runAny();
        if (!added)
            return added;
    }
    if (const auto known = SqlPeopleIndex(m_connection, m_vault).refresh(id); !known)
        return known;
    // Who opted in again is back under every identity, also under those we learn of later.
    return endSuppression(id, {identity});
}

Stored<Done> SqlContacts::close(const Identity &identity, Instant at)
{
    const auto holder = find(identity);
    if (!holder)
        return failure(holder.error());
    {
        Statement statement(m_connection, "close_identity");
        const auto closed =
            statement.with(at, identity.kind, identityHash(m_vault, identity)).runOne();
        if (!closed || !*holder)
            return closed;
    }
    return SqlPeopleIndex(m_connection, m_vault).refresh(**holder);
}

Stored<Done> SqlContacts::addConsent(ContactId id, const ConsentEvent &event)
{
    const auto row = nextNumber(m_connection, "consent_event");
    if (!row)
        return failure(row.error());
    const auto word = sealColumn(m_vault, KeySlot::profile(id), consentWord(*row), event.word);
    if (!word)
        return failure(word.error());
    Statement statement(m_connection, "add_consent_event");
    const auto added =
        statement
            .with(*row, id, event.at, event.effectAt, event.standing, event.source, *word,
                  event.message, event.recordedBy, event.scope, event.businessNumber)
            .runAny();
    if (!added)
        return added;
    return settleStanding(id);
}

/// What was said last counts, in whatever order it came; of one moment the refusal.
Stored<Done> SqlContacts::settleStanding(ContactId id)
{
    Statement select(m_connection, "latest_consent");
    const auto latest = select.with(id).one(
        [](const Row &row) { return std::pair(row.word(0, Standing::OptedOut), row.instant(1)); });
    if (!latest)
        return failure(latest.error());
    const bool out = latest->first == Standing::OptedOut;
    Statement standing(m_connection, out ? "opt_out_contact" : "opt_in_contact");
    if (out)
        standing.with(latest->second);
    if (const auto changed = standing.with(id).runOne(); !changed)
        return changed;
    if (out)
        return done();
    const auto known = identities(id);
    return known ? endSuppression(id, *known) : failure(known.error());
}

Stored<Done> SqlContacts::endSuppression(ContactId id, const QList<Identity> &identities)
{
    std::optional<Instant> openSince;
    {
        Statement statement(m_connection, "latest_consent");
        const auto latest = statement.with(id).maybe([](const Row &row) {
            return std::pair(row.word(0, Standing::OptedOut), row.instant(1));
        });
        if (!latest)
            return failure(latest.error());
        if (*latest && (*latest)->first == Standing::Open)
            openSince = (*latest)->second;
    }
    if (!openSince)
        return done();
    for (const Identity &identity : identities) {
        const QByteArray hash = m_vault.suppressionHash(identityText(identity));
        {
            Statement statement(m_connection, "end_suppression");
            if (auto ended = statement.with(identity.kind, hash, *openSince).runAny(); !ended)
                return ended;
        }
        Statement statement(m_connection, "drop_suppression"); // stopped at WhatsApp: stays
        if (auto dropped = statement.with(identity.kind, hash).runAny(); !dropped)
            return dropped;
    }
    return done();
}

Stored<Done> SqlContacts::setConfirmationSent(ContactId id)
{
    Statement statement(m_connection, "set_confirmation_sent");
    return statement.with(id).runOne();
}

} // namespace destek::daemon
