#pragma once

#include "daemon/service/ports/messages.h"

namespace destek::daemon
{

class Connection;
class Vault;

/// What happened to a message after it was stored: attempts and statuses, each kept. No content.
class SqlMessageLog
{
public:
    SqlMessageLog(Connection &connection, Vault &vault);

    [[nodiscard]] Stored<QList<Attempt>> attempts(MessageId id) const;
    [[nodiscard]] Stored<QList<StatusEvent>> statuses(MessageId id) const;
    [[nodiscard]] Stored<std::optional<SentAttempt>> findAttempt(const QString &phoneNumberId,
                                                                 const QString &wamid) const;
    Stored<StatusNoted> addStatus(MessageId id, const StatusEvent &status);
    Stored<Done> setAttemptWamid(MessageId id, int attempt, const QString &phoneNumberId,
                                 const QString &wamid);
    Stored<Done> parkStatus(const QString &phoneNumberId, const QString &wamid,
                            const StatusEvent &status);
    Stored<QList<StatusEvent>> takeParked(const QString &phoneNumberId, const QString &wamid);
    Stored<Done> startAttempt(MessageId id, const Attempt &attempt);
    Stored<Done> endAttempt(MessageId id, const Attempt &attempt);

private:
    Connection &m_connection;
    Vault &m_vault;
};

} // namespace destek::daemon
