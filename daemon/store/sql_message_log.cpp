#include "daemon/store/sql_message_log.h"

#include "daemon/store/lookup.h"
#include "daemon/store/statement.h"

namespace destek::daemon
{

namespace
{

StatusEvent statusFrom(const Row &row)
{
    const auto state = row.word(0, SendState::None);
    return {state,       row.instant(1), failureCode(state, row.count(2)),
            row.text(3), row.text(4),    row.count(5)};
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

Stored<std::optional<SentAttempt>> SqlMessageLog::findAttempt(const QString &phoneNumberId,
                                                              const QString &wamid) const
{
    Statement statement(m_connection, "find_attempt_by_wamid");
    return statement.with(wamidHash(m_vault, phoneNumberId, wamid)).maybe([](const Row &row) {
        return SentAttempt{row.messageId(0), row.count(1)};
    });
}

Stored<Done> SqlMessageLog::setAttemptWamid(MessageId id, int attempt, const QString &phoneNumberId,
                                            const QString &wamid)
{
    const QByteArray hash = wamidHash(m_vault, phoneNumberId, wamid);
    Statement statement(m_connection, "set_attempt_wamid");
    const auto set = statement.with(hash, id, attempt).run();
    if (!set)
        return failure(set.error());
    if (*set == 1)
        return done();
    const auto known = findAttempt(phoneNumberId, wamid);
    if (!known)
        return failure(known.error());
    const bool same = known->has_value() && (*known)->message == id && (*known)->attempt == attempt;
    return same ? Stored<Done>(done()) : Stored<Done>(failure(StoreError::Conflict));
}

Stored<StatusNoted> SqlMessageLog::addStatus(MessageId id, const StatusEvent &status)
{
    qint64 place = 0;
    {
        Statement statement(m_connection, "message_place");
        const auto found = statement.with(id).one([](const Row &row) { return row.number(0); });
        if (!found)
            return failure(found.error());
        place = *found;
    }
    qint64 prices = 0;
    {
        Statement statement(m_connection, "price_of_attempt");
        const auto found = statement.with(place, status.attempt).number();
        if (!found)
            return failure(found.error());
        prices = *found;
    }
    Statement statement(m_connection, "add_status");
    const auto added = statement
                           .with(place, status.attempt, status.state, status.at, status.code,
                                 status.pricingCategory, status.pricingType)
                           .run();
    if (!added)
        return failure(added.error());
    return StatusNoted{*added == 1,
                       *added == 1 && prices == 0 && !status.pricingCategory.isEmpty()};
}

Stored<Done> SqlMessageLog::parkStatus(const QString &phoneNumberId, const QString &wamid,
                                       const StatusEvent &status)
{
    Statement statement(m_connection, "park_status");
    return statement
        .with(wamidHash(m_vault, phoneNumberId, wamid), status.state, status.at, status.code,
              status.pricingCategory, status.pricingType)
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
