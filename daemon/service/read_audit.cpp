#include "daemon/service/read_audit.h"

namespace destek::daemon
{

namespace
{

constexpr auto kOneEntryPer = std::chrono::minutes(1);
constexpr qsizetype kRememberAtMost = 10000;

} // namespace

void ReadAudit::note(const Actor &actor, AuditAction action, ContactId contact,
                     const QString &object, std::function<void(bool)> then)
{
    const Key key{actor.agent.value, action, contact.value, object};
    const Instant now = m_clock.now();
    {
        const std::lock_guard lock(m_mutex);
        const auto it = m_recent.constFind(key);
        if (it != m_recent.constEnd() && now - *it < kOneEntryPer && now >= *it) {
            then(true);
            return;
        }
    }
    m_database.write(
        Urgency::Now,
        [=](Tx &tx) -> Stored<Done> {
            AuditDraft draft;
            draft.at = now;
            draft.actor = actor;
            draft.action = action;
            draft.contact = contact;
            draft.object = object;
            if (auto appended = tx.audit().append(draft); !appended)
                return failure(appended.error());
            return done();
        },
        [=, this](Stored<Done> result) {
            if (result) {
                const std::lock_guard lock(m_mutex);
                if (m_recent.size() >= kRememberAtMost)
                    m_recent.clear();
                m_recent.insert(key, now);
            }
            then(bool(result));
        });
}

} // namespace destek::daemon
