#pragma once

#include "daemon/service/ports/records.h"

namespace destek::daemon
{

class Connection;

class SqlRetention final : public Retention
{
public:
    explicit SqlRetention(Connection &connection) : m_connection(connection) {}

    Stored<int> removeMessagesBefore(Instant cutoff, int limit) override;
    Stored<QList<ContactId>> removeEmptyPeople(Instant cutoff, Instant refusalCutoff) override;

private:
    Stored<Done> run(const char *statement, qint64 id);

    Connection &m_connection;
};

} // namespace destek::daemon
