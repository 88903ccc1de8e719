#include "daemon/store/sql_message_log.h"

#include "daemon/store/lookup.h"
#include "daemon/store/statement.h"

namespace destek::daemon
{

namespace
{

StatusEvent statusFrom(const Row &row)
{
    return {row.word(0, SendState::None), row.instant(1), row.count(2), row.text(3)};
}

Attempt attemptFrom(const Row &row)
{
    return {row.count(0), row.instant(1), row.instant(2), row.word(3, AttemptOutcome::Unknown),
            row.count(4), row.count(5)};
}

} // namespace

SqlMessageLog::SqlMessageLog(Connection &connection, Vault &vault)
    : m_connection(connection), m_vault(vault)
{
}

Stored<QList<Attempt>> SqlMessageLog::attempts(MessageId id) const
{
    Statement statement(m_connection, "attempts");
    return statement.with(id).all(attemptFrom);
}

Stored<QList<StatusEvent>> SqlMessageLog::statuses(MessageId id) const
{
    Statement statement(m_connection, "statuses");
    return statement.with(id).all(statusFrom);
}

Stored<bool> SqlMessageLog::addStatus(MessageId id, const StatusEvent &status)
{
    qint64 place = 0;
    {
        Statement statement(m_connection, "message_place");
        const auto found = statement.with(id).one([](const Row &row) { return row.number(0); });
        if (!found)
            return failure(found.error());
        place = *found;
    }
    Statement statement(m_connection, "add_status");
    const auto added =
        statement.with(place, status.state, status.at, status.code, status.pricingCategory).run();
    if (!added)
        return failure(added.error());
    return *added == 1;
}

Stored<Done> SqlMessageLog::parkStatus(const QString &phoneNumberId, const QString &wamid,
                                       const StatusEvent &status)
{
    Statement statement(m_connection, "park_status");
    return statement
        .with(wamidHash(m_vault, phoneNumberId, wamid), status.state, status.at, status.code,
              status.pricingCategory)
        .runAny();
}

Stored<QList<StatusEvent>> SqlMessageLog::takeParked(const QString &phoneNumberId,
                                                     const QString &wamid)
{
    const QByteArray hash = wamidHash(m_vault, phoneNumberId, wamid);
    Statement select(m_connection, "parked_statuses");
    auto parked = select.with(hash).all(statusFrom);
    if (!parked || parked->isEmpty())
        return parked;
    Statement remove(m_connection, "remove_parked_statuses");
    if (const auto removed = remove.with(hash).runAny(); !removed)
        return failure(removed.error());
    return parked;
}

Stored<Done> SqlMessageLog::startAttempt(MessageId id, const Attempt &attempt)
{
    Statement statement(m_connection, "start_attempt");
    return statement
        .with(attempt.number, attempt.startedAt, attempt.endedAt, attempt.outcome,
              attempt.httpStatus, attempt.code, id)
        .runOne();
}

Stored<Done> SqlMessageLog::endAttempt(MessageId id, const Attempt &attempt)
{
    Statement statement(m_connection, "end_attempt");
    return statement
        .with(attempt.startedAt, attempt.endedAt, attempt.outcome, attempt.httpStatus, attempt.code,
              id, attempt.number)
        .runOne();
}

} // namespace destek::daemon
