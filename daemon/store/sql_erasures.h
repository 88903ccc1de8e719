#pragma once

#include "daemon/service/ports/contacts.h"
#include "daemon/service/ports/records.h"

#include <functional>

namespace destek::daemon
{

class Connection;
class SqlChangeFeed;
class SqlContacts;
class SqlIntakeLog;
class Vault;

class SqlErasures final : public Erasures
{
public:
    /// `completed` is called in the job that deleted rows: the log must be emptied afterwards.
    SqlErasures(Connection &connection, Vault &vault, SqlContacts &contacts, SqlIntakeLog &intake,
                SqlChangeFeed &feed, std::function<void()> completed);

    /// Name and number are left empty.
    [[nodiscard]] Stored<ErasurePreview> preview(ContactId id) const override;
    [[nodiscard]] Stored<QList<ErasureOrder>> unfinished() const override;
    [[nodiscard]] Stored<ErasureOrder> orderById(OrderId id) const override;
    [[nodiscard]] Stored<QList<DestructionRecord>> records() const override;

    Stored<ErasureOrder> order(ContactId id, const QString &orderedBy, const QString &reason,
                               Instant at) override;
    /// Answers the record again when it was completed before.
    Stored<DestructionRecord> complete(OrderId id, int keysDestroyed, Instant at) override;
    Stored<Done> setDocument(OrderId id, const QByteArray &document,
                             const QByteArray &signature) override;
    Stored<Done> addReceipt(OrderId id, DeviceId device, const QByteArray &receipt,
                            const QByteArray &signature, Instant at) override;

private:
    /// The person's own record last, after those that were joined into it.
    [[nodiscard]] Stored<QList<ContactId>> recordsOf(ContactId id) const;
    [[nodiscard]] Stored<int> count(const char *statement, ContactId id) const;
    [[nodiscard]] Stored<DestructionRecord> recordOf(OrderId id) const;
    Stored<Done> leaveTombstones(OrderId order, const QList<Identity> &identities, Instant at);
    Stored<Done> markOrdered(OrderId order, ContactId id, Instant at);
    Stored<Done> addOrder(OrderId order, ContactId id, const QString &orderedBy,
                          const QString &reason, Instant at);

    Connection &m_connection;
    Vault &m_vault;
    SqlContacts &m_contacts;
    SqlIntakeLog &m_intake;
    SqlChangeFeed &m_feed;
    std::function<void()> m_completed;
};

} // namespace destek::daemon
