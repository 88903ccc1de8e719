#include "daemon/store/sql_person_fields.h"

#include "core/text/fold.h"
#include "daemon/store/sealed_column.h"
#include "daemon/store/sql_people_index.h"
#include "daemon/store/statement.h"

#include <algorithm>

namespace destek::daemon
{

namespace
{

struct SealedField {
    qint64 row = 0;
    QByteArray name;
    QByteArray value;
    Instant at;
};

SealPlace fieldPlace(qint64 row, const char *column)
{
    return {"person_field", QByteArray::number(row), column};
}

/// "Şube" and "SUBE" are one name.
QByteArray nameHash(const Vault &vault, const QString &name)
{
    return vault.lookupHash("field|" + text::matchFold(name).toUtf8());
}

} // namespace

Stored<QList<PersonFields::Kept>> SqlPersonFields::ofContact(ContactId id) const
{
    Stored<QList<SealedField>> rows = failure(StoreError::Failed);
    {
        Statement statement(m_connection, "person_fields");
        rows = statement.with(id).all([](const Row &row) {
            return SealedField{row.number(0), row.bytes(1), row.bytes(2), row.instant(3)};
        });
    }
    if (!rows)
        return failure(rows.error());
    QList<Kept> fields;
    const KeySlot slot = KeySlot::profile(id);
    for (const SealedField &sealed : std::as_const(*rows)) {
        auto name = openText(m_vault, slot, fieldPlace(sealed.row, "name"), sealed.name);
        auto value = openText(m_vault, slot, fieldPlace(sealed.row, "value"), sealed.value);
        if (!name || !value)
            return failure(name ? value.error() : name.error());
        fields << Kept{{std::move(*name), std::move(*value)}, sealed.at};
    }
    return fields;
}

Stored<Done> SqlPersonFields::keep(ContactId id, const PersonField &field, Instant at)
{
    if (auto removed = remove(id, field.name); !removed)
        return failure(removed.error());
    const auto row = nextNumber(m_connection, "person_field");
    if (!row)
        return failure(row.error());
    const KeySlot slot = KeySlot::profile(id);
    const auto name = sealColumn(m_vault, slot, fieldPlace(*row, "name"), field.name);
    const auto value = sealColumn(m_vault, slot, fieldPlace(*row, "value"), field.value);
    if (!name || !value)
        return failure(name ? value.error() : name.error());
    {
        Statement statement(m_connection, "add_field");
        const auto added =
            statement.with(*row, id, nameHash(m_vault, field.name), *name, *value, at).runAny();
        if (!added)
            return added;
    }
    return SqlPeopleIndex(m_connection, m_vault).refresh(id);
}

Stored<bool> SqlPersonFields::remove(ContactId id, const QString &name)
{
    Stored<qint64> removed = 0;
    {
        Statement statement(m_connection, "remove_field");
        removed = statement.with(id, nameHash(m_vault, name)).run();
    }
    if (!removed)
        return failure(removed.error());
    if (*removed == 0)
        return false;
    if (auto known = SqlPeopleIndex(m_connection, m_vault).refresh(id); !known)
        return failure(known.error());
    return true;
}

Stored<Done> joinFields(Connection &connection, Vault &vault, ContactId loser, ContactId winner)
{
    SqlPersonFields fields(connection, vault);
    const auto theirs = fields.ofContact(loser);
    const auto ours = fields.ofContact(winner);
    if (!theirs || !ours)
        return failure(theirs ? ours.error() : theirs.error());
    for (const PersonFields::Kept &moving : *theirs) {
        const QString folded = text::matchFold(moving.field.name);
        const bool newerThere =
            std::any_of(ours->begin(), ours->end(), [&](const PersonFields::Kept &kept) {
                return text::matchFold(kept.field.name) == folded && kept.at >= moving.at;
            });
        if (newerThere)
            continue;
        if (auto kept = fields.keep(winner, moving.field, moving.at); !kept)
            return kept;
    }
    Statement statement(connection, "erase_fields");
    return statement.with(loser).runAny();
}

} // namespace destek::daemon
