#pragma once

#include "core/base/instant.h"

#include <QByteArray>
#include <QString>

namespace destek::daemon
{

class Row;

/// One entry as it is hashed. The link to a person's row is no part of it: it goes at erasure
/// while the line and its hash stay.
struct AuditEntry {
    qint64 seq = 0;
    Instant at;
    QString actor;
    QString device; ///< decimal number of the console, empty for the daemon itself
    QString action;
    QString subject; ///< keyed reference, 64 hex digits, or empty
    QString object;
    QString reason;
    QString result;
};

/// The line whose hash is the leaf: one JSON object, keys sorted, no spaces, UTF-8; in strings
/// only what JSON demands is escaped (\" \\ and \u00xx below 32). Never change this: history is
/// signed in it.
[[nodiscard]] QByteArray canonicalLine(const AuditEntry &entry);

/// The columns of audit_entries.sql.
[[nodiscard]] AuditEntry auditEntryFrom(const Row &row);

} // namespace destek::daemon
