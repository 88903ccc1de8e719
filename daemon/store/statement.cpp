#include "daemon/store/statement.h"

#include "daemon/store/connection.h"

#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

bool Row::isNull(int column) const
{
    return m_query.isNull(column);
}

qint64 Row::number(int column) const
{
    return m_query.value(column).toLongLong();
}

QString Row::text(int column) const
{
    return m_query.value(column).toString();
}

QByteArray Row::bytes(int column) const
{
    return m_query.value(column).toByteArray();
}

std::optional<Instant> Row::maybeInstant(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(instant(column));
}

MessageId Row::messageId(int column) const
{
    const QByteArray raw = bytes(column);
    return raw.size() == 16 ? MessageId{QUuid::fromRfc4122(raw)} : MessageId();
}

Statement::Statement(Connection &connection, const char *name)
    : m_connection(connection), m_name(name), m_query(connection.prepared(m_name))
{
}

Statement::~Statement()
{
    if (m_query)
        (*m_query)->finish();
}

void Statement::bind(const QVariant &value)
{
    if (m_query)
        (*m_query)->bindValue(m_bound++, value);
}

Stored<bool> Statement::start()
{
    if (!m_query)
        return failure(m_query.error());
    if (!(*m_query)->exec())
        return failure(m_connection.note((*m_query)->lastError(), m_name));
    return next();
}

Stored<bool> Statement::next()
{
    if ((*m_query)->next())
        return true;
    if ((*m_query)->lastError().isValid())
        return failure(m_connection.note((*m_query)->lastError(), m_name));
    return false;
}

Row Statement::row() const
{
    return Row(**m_query);
}

Stored<qint64> Statement::run()
{
    if (!m_query)
        return failure(m_query.error());
    if (!(*m_query)->exec())
        return failure(m_connection.note((*m_query)->lastError(), m_name));
    return qint64((*m_query)->numRowsAffected());
}

Stored<Done> Statement::runOne()
{
    const auto rows = run();
    if (!rows)
        return failure(rows.error());
    if (*rows != 1)
        return failure(StoreError::NotFound);
    return done();
}

Stored<Done> Statement::runAny()
{
    const auto rows = run();
    if (!rows)
        return failure(rows.error());
    return done();
}

Stored<qint64> Statement::number()
{
    const auto value = maybe([](const Row &row) { return row.number(0); });
    if (!value)
        return failure(value.error());
    return value->value_or(0);
}

// A null QString would be bound as NULL; text columns hold '' instead.
QVariant Statement::bound(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

QVariant Statement::bound(const QByteArray &value)
{
    return value.isNull() ? QByteArray("", 0) : value;
}

QVariant Statement::bound(MessageId id)
{
    return id.isValid() ? QVariant(id.uuid.toRfc4122()) : QVariant();
}

Stored<qint64> nextNumber(Connection &connection, const char *series)
{
    Statement statement(connection, "next_number");
    return statement.with(QLatin1StringView(series)).one([](const Row &row) {
        return row.number(0);
    });
}

} // namespace destek::daemon
