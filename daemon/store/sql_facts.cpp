#include "daemon/store/sql_facts.h"

#include "daemon/store/statement.h"

namespace destek::daemon
{

SqlFacts::SqlFacts(Connection &connection) : m_connection(connection) {}

Stored<qint64> SqlFacts::number(QStringView name, qint64 fallback) const
{
    Statement statement(m_connection, "fact");
    const auto value = statement.with(name).maybe([](const Row &row) { return row.number(0); });
    if (!value)
        return failure(value.error());
    return value->value_or(fallback);
}

Stored<Done> SqlFacts::setNumber(QStringView name, qint64 value)
{
    Statement statement(m_connection, "set_fact");
    return statement.with(name, value).runAny();
}

} // namespace destek::daemon
