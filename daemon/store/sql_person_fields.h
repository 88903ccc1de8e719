#pragma once

#include "daemon/service/ports/own.h"

namespace destek::daemon
{

class Connection;
class Vault;

class SqlPersonFields final : public PersonFields
{
public:
    SqlPersonFields(Connection &connection, Vault &vault) : m_connection(connection), m_vault(vault)
    {
    }

    [[nodiscard]] Stored<QList<Kept>> ofContact(ContactId id) const override;
    Stored<Done> keep(ContactId id, const PersonField &field, Instant at) override;
    Stored<bool> remove(ContactId id, const QString &name) override;

private:
    Connection &m_connection;
    Vault &m_vault;
};

/// Fields of a record that turned out to be `winner`; of two with one name the newer one stays.
[[nodiscard]] Stored<Done> joinFields(Connection &connection, Vault &vault, ContactId loser,
                                      ContactId winner);

} // namespace destek::daemon
