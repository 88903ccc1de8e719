#include "daemon/store/sql_tx.h"

#include "daemon/store/connection.h"
#include "daemon/store/statement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

constexpr auto kMonth = std::chrono::hours(24 * 30);
constexpr auto kDay = std::chrono::hours(24);
constexpr qint64 kChangesKept = 100'000;

} // namespace

SqlTx::SqlTx(Connection &connection, Vault &vault, crypto::MerkleFrontier *frontier,
             std::function<void()> erased)
    : m_connection(connection), m_frontier(frontier), m_contacts(connection, vault),
      m_conversations(connection), m_messages(connection, vault), m_media(connection, vault),
      m_search(connection, vault), m_own(connection, vault), m_fields(connection, vault),
      m_intake(connection, vault), m_access(connection, vault),
      m_audit(connection, vault, frontier), m_feed(connection), m_templates(connection),
      m_facts(connection), m_channel(connection), m_team(connection),
      m_erasures(connection, vault, m_contacts, m_intake, m_feed, std::move(erased)),
      m_retention(connection)
{
}

Stored<Done> SqlTx::attempt(const std::function<Stored<Done>(Tx &)> &part)
{
    if (m_frontier == nullptr)
        return failure(StoreError::Failed);
    if (const auto set = m_connection.execute(u"SAVEPOINT part"_s); !set)
        return set;
    const crypto::MerkleFrontier before = *m_frontier;
    auto result = part(*this);
    if (m_connection.isSuspect())
        return failure(m_connection.suspicion());
    if (!result) {
        *m_frontier = before;
        if (const auto undone = m_connection.execute(u"ROLLBACK TO part"_s); !undone) {
            m_connection.distrust(undone.error());
            return undone;
        }
    }
    if (const auto released = m_connection.execute(u"RELEASE part"_s); !released) {
        m_connection.distrust(released.error());
        return released;
    }
    return result;
}

Stored<Instant> SqlTx::forgetOld(Instant now)
{
    const auto last = m_feed.last();
    if (!last)
        return failure(last.error());
    const std::pair<const char *, qint64> steps[] = {
        {"forget_seen_events", (now - kMonth).ms},
        {"forget_parked_statuses", (now - kMonth).ms},
        {"forget_dead_letters", (now - kMonth).ms},
        {"forget_sessions", now.ms},
        {"forget_codes", now.ms},
        {"forget_changes", *last - kChangesKept},
    };
    for (const auto &[name, limit] : steps) {
        Statement statement(m_connection, name);
        if (const auto forgotten = statement.with(limit).runAny(); !forgotten)
            return failure(forgotten.error());
    }
    const auto oldest = m_intake.oldest();
    if (!oldest)
        return oldest;
    // A day of grace: a body received just before midnight may still be on its way in.
    return oldest->isNull() ? now - kDay : std::min(*oldest, now - kDay);
}

} // namespace destek::daemon
