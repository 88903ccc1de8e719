#pragma once

#include "core/policy/meta_errors.h"
#include "daemon/service/ports/messages.h"

namespace destek::daemon
{

class Connection;
class Vault;

/// Rows of earlier versions have 0 where a failure came without a code; with Meta's own 0 the
/// number is held and the message waits, so that no row of a failure says it.
[[nodiscard]] inline int failureCode(SendState state, int stored)
{
    return state == SendState::Failed && stored == 0 ? kNoMetaCode : stored;
}

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
