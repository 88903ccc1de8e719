#include "daemon/store/sql_people_index.h"

#include "core/text/fold.h"
#include "core/text/phone.h"
#include "daemon/store/sql_contacts.h"
#include "daemon/store/sql_person_fields.h"
#include "daemon/store/statement.h"
#include "daemon/vault/vault.h"

#include <QSet>

#include <algorithm>

namespace destek::daemon
{

namespace
{

constexpr int kShortest = 2;
constexpr int kLongest = 10;
constexpr int kMostTokens = 5; ///< as many as find_people.sql has placeholders
constexpr int kLastDigits = 4;
/// The index only suggests: this many are looked at for each one wanted.
constexpr int kCandidates = 3;

/// What a person is found by.
struct Telling {
    QStringList words;
    QStringList numbers;
};

qint64 beginningToken(const Vault &vault, QStringView beginning)
{
    return vault.searchToken(QByteArray("person|") + beginning.toUtf8());
}

qint64 digitsToken(const Vault &vault, QStringView digits)
{
    return vault.searchToken(QByteArray("digits|") + digits.toUtf8());
}

/// Empty for people who are gone, and for what cannot be opened any more.
Stored<Telling> tellingOf(Connection &connection, Vault &vault, ContactId id)
{
    const auto gone = [](StoreError error) {
        return error == StoreError::NotFound || error == StoreError::Sealed;
    };
    const SqlContacts contacts(connection, vault);
    const auto record = contacts.record(id);
    if (!record)
        return gone(record.error()) ? Stored<Telling>(Telling()) : failure(record.error());
    const auto identities = contacts.identities(id);
    const auto fields = SqlPersonFields(connection, vault).ofContact(id);
    if (!identities || !fields) {
        const StoreError error = identities ? fields.error() : identities.error();
        return gone(error) ? Stored<Telling>(Telling()) : failure(error);
    }
    Telling telling;
    QStringList texts{record->name, record->addressBookName};
    for (const Identity &identity : *identities) {
        if (identity.kind == IdentityKind::Phone)
            telling.numbers << identity.value;
        else if (identity.kind == IdentityKind::Username)
            texts << identity.value;
    }
    for (const PersonFields::Kept &kept : *fields)
        texts << kept.field.value;
    telling.words = text::words(text::matchFold(texts.join(u'\n')));
    return telling;
}

QSet<qint64> tokensOf(const Vault &vault, const Telling &telling)
{
    QSet<qint64> tokens;
    for (const QString &word : telling.words) {
        const auto longest = std::min<qsizetype>(word.size(), kLongest);
        for (qsizetype length = kShortest; length <= longest; ++length)
            tokens << beginningToken(vault, QStringView(word).left(length));
    }
    for (const QString &number : telling.numbers)
        tokens << digitsToken(vault, QStringView(number).right(kLastDigits));
    return tokens;
}

/// Every word wanted begins one of theirs: eight bytes may collide, and a letter has no token.
bool holdsAll(const QStringList &present, const QStringList &wanted)
{
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString &beginning) {
        return std::any_of(present.begin(), present.end(),
                           [&](const QString &word) { return word.startsWith(beginning); });
    });
}

bool endsSo(const QStringList &numbers, const QString &digits)
{
    return std::any_of(numbers.begin(), numbers.end(),
                       [&](const QString &number) { return number.endsWith(digits); });
}

/// The longest words first: they are the rarest.
QList<qint64> tokensFor(const Vault &vault, QStringList words)
{
    std::stable_sort(words.begin(), words.end(),
                     [](const QString &a, const QString &b) { return a.size() > b.size(); });
    QList<qint64> tokens;
    for (const QString &word : std::as_const(words)) {
        if (word.size() >= kShortest && tokens.size() < kMostTokens)
            tokens << beginningToken(vault, QStringView(word).left(kLongest));
    }
    return tokens;
}

void addNew(QList<ConversationId> &to, ConversationId id)
{
    if (!to.contains(id))
        to << id;
}

} // namespace

Stored<QList<ConversationId>> SqlPeopleIndex::find(const QString &typed, int limit) const
{
    auto found = byNumber(typed);
    if (!found)
        return found;
    const QString folded = text::matchFold(typed);
    const QStringList words = text::words(folded);
    if (folded.size() == kLastDigits && text::digitsOf(folded) == folded) {
        if (auto taken = byTokens({digitsToken(m_vault, folded)}, {}, folded, limit, *found);
            !taken)
            return failure(taken.error());
    }
    if (auto taken = byTokens(tokensFor(m_vault, words), words, {}, limit, *found); !taken)
        return failure(taken.error());
    return found;
}

Stored<QList<ConversationId>> SqlPeopleIndex::byNumber(const QString &typed) const
{
    QList<ConversationId> found;
    const auto number = text::normalisePhone(typed);
    if (!number)
        return found;
    const auto contact = SqlContacts(m_connection, m_vault).find({IdentityKind::Phone, *number});
    if (!contact)
        return failure(contact.error());
    if (!*contact)
        return found;
    Statement statement(m_connection, "conversations_of_contact");
    return statement.with(**contact).all([](const Row &row) { return row.id<ConversationId>(0); });
}

Stored<QList<SqlPeopleIndex::Found>> SqlPeopleIndex::candidates(const QList<qint64> &tokens,
                                                                int limit) const
{
    Statement statement(m_connection, "find_people");
    for (int at = 0; at < kMostTokens; ++at)
        statement.with(tokens.at(at % tokens.size()));
    return statement.with(qint64(limit) * kCandidates).all([](const Row &row) {
        return Found{row.id<ConversationId>(0), row.id<ContactId>(1)};
    });
}

Stored<Done> SqlPeopleIndex::byTokens(const QList<qint64> &tokens, const QStringList &words,
                                      const QString &lastDigits, int limit,
                                      QList<ConversationId> &into) const
{
    if (tokens.isEmpty())
        return done();
    const auto found = candidates(tokens, limit);
    if (!found)
        return failure(found.error());
    for (const Found &candidate : *found) {
        if (into.size() >= limit)
            break;
        const auto telling = tellingOf(m_connection, m_vault, candidate.contact);
        if (!telling)
            return failure(telling.error());
        if (lastDigits.isEmpty() ? holdsAll(telling->words, words)
                                 : endsSo(telling->numbers, lastDigits))
            addNew(into, candidate.conversation);
    }
    return done();
}

Stored<Done> SqlPeopleIndex::refresh(ContactId id)
{
    const auto telling = tellingOf(m_connection, m_vault, id);
    if (!telling)
        return failure(telling.error());
    const QSet<qint64> wanted = tokensOf(m_vault, *telling);
    Stored<QList<qint64>> present = failure(StoreError::Failed);
    {
        Statement statement(m_connection, "person_tokens");
        present = statement.with(id).all([](const Row &row) { return row.number(0); });
    }
    if (!present)
        return failure(present.error());
    const QSet<qint64> kept(present->begin(), present->end());
    const auto run = [&](const char *name, const QSet<qint64> &tokens) -> Stored<Done> {
        for (const qint64 token : tokens) {
            Statement statement(m_connection, name);
            if (const auto changed = statement.with(token, id).runAny(); !changed)
                return changed;
        }
        return done();
    };
    if (auto removed = run("remove_person_token", kept - wanted); !removed)
        return removed;
    return run("add_person_token", wanted - kept);
}

Stored<ContactId> SqlPeopleIndex::refreshAfter(ContactId last, int limit)
{
    Stored<QList<ContactId>> people = failure(StoreError::Failed);
    {
        Statement statement(m_connection, "people_after");
        people = statement.with(last.value, qint64(limit)).all([](const Row &row) {
            return row.id<ContactId>(0);
        });
    }
    if (!people)
        return failure(people.error());
    for (const ContactId id : *people) {
        if (auto refreshed = refresh(id); !refreshed)
            return failure(refreshed.error());
    }
    return people->isEmpty() ? ContactId() : people->last();
}

} // namespace destek::daemon
