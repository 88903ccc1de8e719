#pragma once

#include "daemon/service/ports/database.h"

namespace destek::daemon
{

/// Makes everybody findable who was known before people could be searched for: in small steps
/// behind everything urgent, each remembered, so that it goes on where it was after a restart.
/// Threads: any; the work runs on the writer thread.
class PeopleIndexing
{
public:
    explicit PeopleIndexing(Database &database) : m_database(database) {}

    /// Nothing happens once all are done.
    void start();

private:
    void step();

    Database &m_database;
};

} // namespace destek::daemon
