#pragma once

#include "core/base/clock.h"
#include "core/crypto/signing.h"
#include "daemon/service/ports/database.h"

#include <mutex>

namespace destek::daemon
{

/// What supervisors are told about the log: the newest checkpoint with its proof, and the outcome
/// of a recomputation of every record that is at most some minutes old (at once for small logs).
/// Threads: any; may take long for millions of records, so call it on a reader.
class AuditWatch
{
public:
    AuditWatch(crypto::PublicKey key, const Clock &clock) : m_key(std::move(key)), m_clock(clock) {}

    [[nodiscard]] Stored<AuditState> state(const Tx &tx, qint64 since);

private:
    crypto::PublicKey m_key;
    const Clock &m_clock;
    std::mutex m_mutex;
    Instant m_checkedAt;
    bool m_verified = false;
    qint64 m_firstBad = -1;
};

} // namespace destek::daemon
