#pragma once

#include "core/base/instant.h"
#include "core/base/secret.h"
#include "core/domain/ids.h"
#include "daemon/service/ports/stored.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace destek::daemon
{

/// Holds the keys people's records are sealed under. Any thread.
class KeyKeeper
{
public:
    virtual ~KeyKeeper() = default;
    [[nodiscard]] virtual int keysOf(ContactId id) = 0;
    /// Destroys every key of the person, durably; afterwards nothing of them can be opened, from
    /// whatever copy (facts/kvkk.md 2.5). Repeatable. Answers how many there were.
    virtual Stored<int> destroyContact(ContactId id) = 0;
    /// Destroys everybody's keys of the months that ended before the month of `cutoff` began.
    virtual Stored<int> destroyMonthsBefore(Instant cutoff) = 0;
};

/// Signs what leaves the house: export packages, destruction records. Any thread.
class DocumentSigner
{
public:
    virtual ~DocumentSigner() = default;
    [[nodiscard]] virtual Stored<QByteArray> sign(const QByteArray &bytes) const = 0;
    [[nodiscard]] virtual QByteArray publicKeyPem() const = 0;
    [[nodiscard]] virtual QString fingerprint() const = 0;
};

/// Argon2id, off the caller's thread and few at a time, so that a storm of sign-ins cannot eat
/// memory. Callbacks run on the hasher's thread.
class PasswordHasher
{
public:
    virtual ~PasswordHasher() = default;
    /// nullopt: too busy (or out of memory); ask again later.
    virtual void hash(const Secret &password,
                      std::function<void(std::optional<QByteArray>)> then) = 0;
    /// An empty hash does the same work and answers false: unknown users take as long as known
    /// ones (facts/trust.md row 57).
    virtual void verify(const QByteArray &hash, const Secret &password,
                        std::function<void(std::optional<bool>)> then) = 0;
};

} // namespace destek::daemon
