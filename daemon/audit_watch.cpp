#include "daemon/audit_watch.h"

#include "daemon/audit/audit_log.h"

namespace destek::daemon
{

namespace
{

/// Recomputed whenever somebody looks: takes well under a second.
constexpr qint64 kAlwaysBelow = 20000;
constexpr auto kOtherwiseEvery = std::chrono::minutes(10);

} // namespace

Stored<AuditState> AuditWatch::state(const Tx &tx, qint64 since)
{
    auto state = AuditLog::in(tx).state(since, m_key);
    if (!state)
        return state;
    const std::lock_guard lock(m_mutex);
    const Instant now = m_clock.now();
    if (state->size < kAlwaysBelow || m_checkedAt.isNull() || now - m_checkedAt > kOtherwiseEvery) {
        const auto checked = AuditLog::in(tx).verify(since, m_key);
        if (!checked)
            return checked;
        m_checkedAt = now;
        m_verified = checked->verified;
        m_firstBad = checked->firstBad;
    }
    state->verified = state->verified && m_verified;
    state->firstBad = m_firstBad;
    return state;
}

} // namespace destek::daemon
