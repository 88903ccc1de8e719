#pragma once

#include "daemon/service/ports/records.h"

namespace destek::daemon
{

class Connection;

class SqlFacts final : public Facts
{
public:
    explicit SqlFacts(Connection &connection);

    [[nodiscard]] Stored<qint64> number(QStringView name, qint64 fallback) const override;
    Stored<Done> setNumber(QStringView name, qint64 value) override;

private:
    Connection &m_connection;
};

} // namespace destek::daemon
