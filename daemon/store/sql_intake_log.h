#pragma once

#include "daemon/service/ports/intake_log.h"

namespace destek::daemon
{

class Connection;
class Vault;

class SqlIntakeLog final : public IntakeLog
{
public:
    SqlIntakeLog(Connection &connection, Vault &vault);

    [[nodiscard]] Stored<QList<PendingBody>> pending(int limit) const override;
    [[nodiscard]] Stored<int> pendingCount() const override;
    [[nodiscard]] Stored<int> deadLetters() const override;
    [[nodiscard]] Stored<QList<PendingBody>> deadBodies(qint64 row, int limit) const override;
    Stored<Done> removeDeadLetter(qint64 row) override;
    Stored<qint64> append(const QByteArray &body, Instant receivedAt) override;
    Stored<Done> applied(qint64 row) override;
    Stored<Done> deadLetter(const QByteArray &body, const QString &reason, Instant at) override;
    Stored<bool> firstSeen(const QByteArray &key, Instant at) override;

    /// Drops dead letters that hold any of these values, as text or in JSON's \u spelling, large
    /// or small, and those nobody can open any more. Answers how many.
    Stored<int> dropDeadLettersOf(const QList<Identity> &identities);
    /// Of the oldest body still here; null if there is none.
    [[nodiscard]] Stored<Instant> oldest() const;

private:
    Connection &m_connection;
    Vault &m_vault;
};

/// The text with JSON's \uXXXX and \/ resolved: what a value is looked for in.
[[nodiscard]] QString unescapedBody(const QByteArray &body);

} // namespace destek::daemon
