#pragma once

#include "core/base/instant.h"
#include "core/domain/ids.h"

#include <QString>

/// Which key seals what: one per person and month of messages, one per person for the profile,
/// one per person for audit references; contact 0 holds the daemon's own (intake days, audit
/// signing). Destroying the key is the erasure (facts/trust.md 4.6, by-law article 8-10).
namespace destek::daemon
{

struct KeySlot {
    ContactId contact; ///< invalid (0) for the daemon's own keys
    QString name;      ///< "2026-11", "profile", "audit", "intake:2026-11-22", "audit-signing"

    [[nodiscard]] static KeySlot month(ContactId contact, Instant at);
    [[nodiscard]] static KeySlot profile(ContactId contact);
    [[nodiscard]] static KeySlot audit(ContactId contact);
    [[nodiscard]] static KeySlot intakeDay(Instant at);
    [[nodiscard]] static KeySlot auditSigning();

    bool operator==(const KeySlot &) const = default;
};

inline size_t qHash(const KeySlot &slot, size_t seed = 0)
{
    return qHashMulti(seed, slot.contact, slot.name);
}

/// "2026-11" of a time, UTC.
[[nodiscard]] QString monthOf(Instant at);
/// "2026-11-22" of a time, UTC.
[[nodiscard]] QString dayOf(Instant at);

} // namespace destek::daemon
