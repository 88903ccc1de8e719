// What changes about a person over time: identities, names, switches, and two records that turn
// out to be one person.
#include "daemon/store/connection.h"
#include "daemon/store/contact_places.h"
#include "daemon/store/lookup.h"
#include "daemon/store/sealed_column.h"
#include "daemon/store/sql_contacts.h"
#include "daemon/store/sql_people_index.h"
#include "daemon/store/sql_person_fields.h"
#include "daemon/store/statement.h"

namespace destek::daemon
{

namespace
{

struct Times {
    Instant name;
    Instant bookName;
    bool stopped = false;
    Instant stoppedAt;
};

Stored<Times> timesOf(Connection &connection, ContactId id)
{
    Statement statement(connection, "contact_times");
    return statement.with(id).one([](const Row &row) {
        return Times{row.instant(0), row.instant(1), row.flag(2), row.instant(3)};
    });
}

struct SealedRow {
    qint64 id = 0;
    QByteArray sealed;
};

/// Rows of `loser` sealed anew under the profile key of `winner`.
Stored<Done> moveSealed(Connection &connection, Vault &vault, const char *select,
                        const char *update, SealPlace (*place)(qint64), ContactId loser,
                        ContactId winner)
{
    Stored<QList<SealedRow>> rows = failure(StoreError::Failed);
    {
        Statement statement(connection, select);
        rows = statement.with(loser).all([](const Row &row) {
            return SealedRow{row.number(0), row.bytes(1)};
        });
    }
    if (!rows)
        return failure(rows.error());
    for (const SealedRow &row : *rows) {
        const auto plain = openColumn(vault, KeySlot::profile(loser), place(row.id), row.sealed);
        if (!plain)
            return failure(plain.error());
        const auto sealed = sealColumn(vault, KeySlot::profile(winner), place(row.id), *plain);
        if (!sealed)
            return failure(sealed.error());
        Statement statement(connection, update);
        if (const auto moved = statement.with(winner, *sealed, row.id).runOne(); !moved)
            return moved;
    }
    return done();
}

struct Kept {
    ConversationId conversation;
    QString phoneNumberId;
};

Stored<QList<Kept>> conversationsOf(Connection &connection, ContactId id)
{
    Statement statement(connection, "conversations_of_contact");
    return statement.with(id).all([](const Row &row) {
        return Kept{row.id<ConversationId>(0), row.text(2)};
    });
}

Stored<Done> moveInto(Connection &connection, ConversationId from, ConversationId to)
{
    {
        Statement work(connection, "join_work");
        if (const auto joined = work.with(from, to).runAny(); !joined)
            return joined;
    }
    for (const auto &[kept, other] : {std::pair(to, from), std::pair(from, to)}) {
        Statement statement(connection, "drop_older_drafts");
        if (const auto dropped = statement.with(kept, other).runAny(); !dropped)
            return dropped;
    }
    const std::pair<const char *, bool> steps[] = {{"drop_recycled_lines", false},
                                                   {"move_messages", true},
                                                   {"move_media", true},
                                                   {"move_labels", true},
                                                   {"remove_conversation_labels", false},
                                                   {"move_drafts", true},
                                                   {"move_seen", true},
                                                   {"remove_seen_of_conversation", false},
                                                   {"unlink_changes_of_conversation", false},
                                                   {"remove_conversation", false}};
    for (const auto &[name, withTarget] : steps) {
        Statement statement(connection, name);
        if (withTarget)
            statement.with(to);
        if (const auto moved = statement.with(from).runAny(); !moved)
            return moved;
    }
    return done();
}

} // namespace

Stored<std::optional<Holding>> SqlContacts::holding(const Identity &identity, Instant at) const
{
    Statement statement(m_connection, "holding_of");
    return statement.with(identity.kind, identityHash(m_vault, identity), at)
        .maybe([](const Row &row) {
            return Holding{row.id<ContactId>(0), row.instant(1), row.maybeInstant(2)};
        });
}

Stored<QList<ContactId>> SqlContacts::joinedInto(ContactId id) const
{
    Statement statement(m_connection, "joined_into");
    return statement.with(id).all([](const Row &row) { return row.id<ContactId>(0); });
}

Stored<Done> SqlContacts::linkFormer(ContactId id, const Identity &identity, Instant from,
                                     Instant until)
{
    const auto row = nextNumber(m_connection, "contact_identity");
    if (!row)
        return failure(row.error());
    const auto sealed =
        sealColumn(m_vault, KeySlot::profile(id), identityValue(*row), identity.value);
    if (!sealed)
        return failure(sealed.error());
    Statement statement(m_connection, "add_former_identity");
    return statement
        .with(*row, id, identity.kind, identityHash(m_vault, identity), *sealed, from, until)
        .runAny();
}

Stored<Done> SqlContacts::closeOthers(ContactId id, const Identity &kept, Instant at)
{
    {
        Statement statement(m_connection, "close_identity_since");
        const auto closed =
            statement.with(at, id, kept.kind, identityHash(m_vault, kept), at).run();
        if (!closed || *closed == 0)
            return closed ? Stored<Done>(done()) : failure(closed.error());
    }
    return SqlPeopleIndex(m_connection, m_vault).refresh(id);
}

Stored<Done> SqlContacts::adoptUsername(ContactId id, const QString &username, Instant at)
{
    struct Row2 {
        QByteArray hash;
        ContactId contact;
        Instant from;
    };
    const Identity identity{IdentityKind::Username, username};
    const QByteArray hash = identityHash(m_vault, identity);
    Stored<std::optional<Row2>> mine = failure(StoreError::Failed);
    {
        Statement statement(m_connection, "username_of");
        mine = statement.with(id).maybe([&](const Row &row) {
            return Row2{row.bytes(0), id, row.instant(1)};
        });
    }
    Stored<std::optional<Row2>> holder = failure(StoreError::Failed);
    {
        Statement statement(m_connection, "username_holder");
        holder = statement.with(hash).maybe([&](const Row &row) {
            return Row2{hash, row.id<ContactId>(0), row.instant(1)};
        });
    }
    if (!mine || !holder)
        return failure(mine ? holder.error() : mine.error());
    if (*mine && ((*mine)->hash == hash || (*mine)->from > at))
        return done();
    if (*holder && (*holder)->from > at)
        return done(); // somebody has taken it since
    for (const auto *held : {&*mine, &*holder}) {
        if (!*held)
            continue;
        Statement close(m_connection, "close_identity_by_hash");
        if (const auto closed = close.with(at, (*held)->hash).runAny(); !closed)
            return closed;
    }
    if (*holder && (*holder)->contact != id) {
        const auto known = SqlPeopleIndex(m_connection, m_vault).refresh((*holder)->contact);
        if (!known)
            return known;
    }
    return link(id, identity, at);
}

Stored<Done> SqlContacts::setName(ContactId id, const QString &name, Instant at)
{
    const auto times = timesOf(m_connection, id);
    if (!times)
        return failure(times.error());
    if (times->name > at)
        return done();
    const auto sealed = sealColumn(m_vault, KeySlot::profile(id), nameOf(id), name);
    if (!sealed)
        return failure(sealed.error());
    const auto before = record(id);
    {
        Statement statement(m_connection, "set_contact_name");
        const auto named = statement.with(*sealed, at, id).runOne();
        if (!named || (before && before->name == name)) // nearly always
            return named;
    }
    return SqlPeopleIndex(m_connection, m_vault).refresh(id);
}

Stored<Done> SqlContacts::setAddressBookName(ContactId id, const QString &name, Instant at)
{
    const auto times = timesOf(m_connection, id);
    if (!times)
        return failure(times.error());
    if (times->bookName > at)
        return done();
    const auto sealed = sealColumn(m_vault, KeySlot::profile(id), bookNameOf(id), name);
    if (!sealed)
        return failure(sealed.error());
    const auto before = record(id);
    {
        Statement statement(m_connection, "set_book_name");
        const auto named = statement.with(*sealed, at, id).runOne();
        if (!named || (before && before->addressBookName == name)) // nearly always
            return named;
    }
    return SqlPeopleIndex(m_connection, m_vault).refresh(id);
}

Stored<Done> SqlContacts::setStoppedAtWhatsApp(ContactId id, bool stopped, Instant at)
{
    const auto times = timesOf(m_connection, id);
    if (!times)
        return failure(times.error());
    if (times->stoppedAt > at || (times->stoppedAt == at && times->stopped))
        return done();
    Statement statement(m_connection, "set_stopped_at_meta");
    return statement.with(stopped, at, id).runOne();
}

Stored<Done> SqlContacts::suppress(const QList<Identity> &identities, const Suppression &kept)
{
    for (const Identity &identity : identities) {
        Statement statement(m_connection, "suppress");
        const auto added =
            statement
                .with(identity.kind, m_vault.suppressionHash(identityText(identity)), kept.since,
                      kept.scope, kept.stoppedAtWhatsApp, kept.switchedAt)
                .runAny();
        if (!added)
            return added;
    }
    return done();
}

Stored<Done> SqlContacts::resumeSuppressed(const QList<Identity> &identities, Instant at)
{
    for (const Identity &identity : identities) {
        const QByteArray hash = m_vault.suppressionHash(identityText(identity));
        {
            Statement statement(m_connection, "resume_suppressed");
            if (auto lifted = statement.with(at, identity.kind, hash, at).runAny(); !lifted)
                return lifted;
        }
        Statement statement(m_connection, "drop_suppression");
        if (auto dropped = statement.with(identity.kind, hash).runAny(); !dropped)
            return dropped;
    }
    return done();
}

Stored<Done> SqlContacts::keepRefusal(const ContactRecord &contact,
                                      const QList<Identity> &identities)
{
    const auto times = timesOf(m_connection, contact.id);
    if (!times)
        return failure(times.error());
    Suppression kept;
    kept.stoppedAtWhatsApp = times->stopped;
    kept.switchedAt = times->stoppedAt;
    if (contact.standing == Standing::OptedOut) {
        kept.since = contact.optedOutAt.value_or(contact.firstSeenAt);
        Statement statement(m_connection, "refusal_scope");
        const auto scope = statement.with(contact.id).maybe([](const Row &row) {
            return row.word(0, ConsentScope::AllProactive);
        });
        if (!scope)
            return failure(scope.error());
        kept.scope = scope->value_or(ConsentScope::AllProactive);
    } else if (auto ended = endSuppression(contact.id, identities); !ended) {
        return ended;
    }
    if (kept.since || kept.stoppedAtWhatsApp)
        return suppress(identities, kept);
    // Lifted there meanwhile: what was kept of that stop goes too.
    return kept.switchedAt.isNull() ? done() : resumeSuppressed(identities, kept.switchedAt);
}

Stored<QList<ConversationId>> SqlContacts::join(ContactId loser, ContactId winner)
{
    const auto before = record(loser);
    const auto present = record(winner);
    const auto times = timesOf(m_connection, loser);
    if (!before || !present || !times)
        return failure(!before ? before.error() : !present ? present.error() : times.error());
    if (!before->name.isEmpty()) {
        if (auto named = setName(winner, before->name, times->name); !named)
            return failure(named.error());
    }
    if (!times->bookName.isNull()) {
        if (auto named = setAddressBookName(winner, before->addressBookName, times->bookName);
            !named)
            return failure(named.error());
    }
    if (before->needsReview) {
        if (auto marked = markForReview(winner); !marked)
            return failure(marked.error());
    }
    if (auto switched = setStoppedAtWhatsApp(winner, times->stopped, times->stoppedAt);
        !times->stoppedAt.isNull() && !switched)
        return failure(switched.error());
    if (auto moved = moveSealed(m_connection, m_vault, "all_identities", "move_identity",
                                identityValue, loser, winner);
        !moved)
        return failure(moved.error());
    if (auto moved = moveSealed(m_connection, m_vault, "all_consent", "move_consent", consentWord,
                                loser, winner);
        !moved)
        return failure(moved.error());
    if (auto moved = joinFields(m_connection, m_vault, loser, winner); !moved)
        return failure(moved.error());

    const auto theirs = conversationsOf(m_connection, loser);
    const auto ours = conversationsOf(m_connection, winner);
    if (!theirs || !ours)
        return failure(theirs ? ours.error() : theirs.error());
    QList<ConversationId> ended;
    for (const Kept &moving : *theirs) {
        ConversationId into;
        for (const Kept &kept : *ours) {
            if (kept.phoneNumberId == moving.phoneNumberId)
                into = kept.conversation;
        }
        if (into.isValid()) {
            if (auto moved = moveInto(m_connection, moving.conversation, into); !moved)
                return failure(moved.error());
            ended << moving.conversation;
        } else {
            Statement statement(m_connection, "move_conversation");
            if (auto moved = statement.with(winner, moving.conversation).runOne(); !moved)
                return failure(moved.error());
        }
    }
    {
        Statement statement(m_connection, "make_shell");
        if (auto made = statement.with(winner, loser, loser).runAny(); !made)
            return failure(made.error());
    }
    {
        Statement statement(m_connection, "set_first_seen");
        if (auto set = statement.with(before->firstSeenAt, winner).runOne(); !set)
            return failure(set.error());
    }
    const auto said = consent(winner);
    if (!said)
        return failure(said.error());
    if (!said->isEmpty()) {
        if (auto settled = settleStanding(winner); !settled)
            return failure(settled.error());
        if (before->confirmationSent || present->confirmationSent) {
            if (auto marked = setConfirmationSent(winner); !marked)
                return failure(marked.error());
        }
    }
    SqlPeopleIndex index(m_connection, m_vault);
    for (const ContactId changed : {loser, winner}) {
        if (auto refreshed = index.refresh(changed); !refreshed)
            return failure(refreshed.error());
    }
    return ended;
}

Stored<bool> SqlContacts::noteIdentityKey(ContactId id, const Identity &phone, const QString &key,
                                          Instant at)
{
    struct Known {
        QByteArray hash;
        std::optional<Instant> at;
    };
    const QByteArray number = identityHash(m_vault, phone);
    const QByteArray hash = identityKeyHash(m_vault, key);
    std::optional<Known> known;
    {
        Statement statement(m_connection, "identity_key");
        const auto found = statement.with(id, phone.kind, number).maybe([](const Row &row) {
            return Known{row.bytes(0), row.maybeInstant(1)};
        });
        if (!found)
            return failure(found.error());
        known = *found;
    }
    if (!known || known->hash == hash || (known->at && at < *known->at))
        return false;
    Statement statement(m_connection, "set_identity_key");
    if (auto set = statement.with(hash, at, id, phone.kind, number).runAny(); !set)
        return failure(set.error());
    return !known->hash.isEmpty() && !hash.isEmpty();
}

Stored<Done> SqlContacts::markForReview(ContactId id)
{
    Statement statement(m_connection, "review_contact");
    return statement.with(id).runAny();
}

} // namespace destek::daemon
