#pragma once

#include "core/base/clock.h"
#include "core/policy/permissions.h"
#include "daemon/service/ports/database.h"

#include <QHash>

#include <mutex>

namespace destek::daemon
{

/// Reading content is an act: the entry is durable before any byte leaves. Reads of
/// the same thing by the same person within a minute are one entry. Threads: any.
class ReadAudit
{
public:
    ReadAudit(Database &database, const Clock &clock) : m_database(database), m_clock(clock) {}

    /// Calls `then(true)` once the entry is durable (at once if there is a fresh one),
    /// `then(false)` if it could not be written: then nothing may be shown.
    void note(const Actor &actor, AuditAction action, ContactId contact, const QString &object,
              std::function<void(bool)> then);

private:
    struct Key {
        qint64 agent;
        AuditAction action;
        qint64 contact;
        QString object;
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed)
        {
            return qHashMulti(seed, key.agent, int(key.action), key.contact, key.object);
        }
    };
    Database &m_database;
    const Clock &m_clock;
    std::mutex m_mutex;
    QHash<Key, Instant> m_recent;
};

} // namespace destek::daemon
