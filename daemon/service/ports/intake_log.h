#pragma once

#include "core/base/instant.h"
#include "daemon/service/ports/contacts.h"

#include <QByteArray>

namespace destek::daemon
{

struct PendingBody {
    qint64 row = 0;
    Instant receivedAt;
    QByteArray body; ///< opened
};

/// The promise behind a 200: raw bodies, sealed under a day key of the intake, in order of
/// arrival, until every event in them is applied; then the row is deleted.
class IntakeLog
{
public:
    virtual ~IntakeLog() = default;
    [[nodiscard]] virtual Stored<QList<PendingBody>> pending(int limit) const = 0;
    [[nodiscard]] virtual Stored<int> pendingCount() const = 0;
    [[nodiscard]] virtual Stored<int> deadLetters() const = 0;
    /// Oldest first, after `row`; those whose day key is gone are left out.
    [[nodiscard]] virtual Stored<QList<PendingBody>> deadBodies(qint64 row, int limit) const = 0;

    virtual Stored<qint64> append(const QByteArray &body, Instant receivedAt) = 0;
    virtual Stored<Done> applied(qint64 row) = 0;
    virtual Stored<Done> removeDeadLetter(qint64 row) = 0;
    /// What could not be read: kept sealed for 30 days, once per content, blocks nothing.
    virtual Stored<Done> deadLetter(const QByteArray &body, const QString &reason, Instant at) = 0;
    /// First time this key is seen? Keys are hashed; remembered for 30 days and past erasure.
    virtual Stored<bool> firstSeen(const QByteArray &key, Instant at) = 0;
};

} // namespace destek::daemon
