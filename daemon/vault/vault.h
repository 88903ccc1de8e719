#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/crypto/signing.h"
#include "daemon/vault/key_slot.h"
#include "daemon/vault/seal_place.h"
#include "daemon/vault/vault_error.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace destek::daemon
{

/// The keeper of keys (house.md 5: erasure is key destruction). Data keys are random, one per
/// slot, wrapped under the master key in keys.db; keyed hashes use keys derived from the master
/// key. Any thread.
///
/// A key made by keyFor() or seal() lives in memory until flushNewKeys(): the store's writer
/// calls that before each COMMIT, so that no committed row is ever sealed under a lost key.
class Vault
{
public:
    /// `keysFile`: path of keys.db, made if missing. `masterKey`: 32 bytes.
    [[nodiscard]] static Result<std::unique_ptr<Vault>, VaultOpenError>
    open(const QString &keysFile, const Secret &masterKey);
    ~Vault();
    Vault(const Vault &) = delete;
    Vault &operator=(const Vault &) = delete;

    // --- keys -------------------------------------------------------------------------------
    /// The slot's key, made if there is none. Errors: Destroyed for people whose keys were
    /// ended, Unavailable, NotAuthentic, Failed.
    [[nodiscard]] Result<Secret, VaultError> keyFor(const KeySlot &slot);
    /// nullopt if there is none.
    [[nodiscard]] Result<std::optional<Secret>, VaultError> existing(const KeySlot &slot);
    /// Makes new keys durable. An error must fail the commit that needs them.
    [[nodiscard]] Result<Done, VaultError> flushNewKeys();
    /// Keys of this person, the ones not yet flushed included.
    [[nodiscard]] Result<int, VaultError> keysOf(ContactId contact);
    /// The highest person any key was ever made for: a store restored from an older copy must not
    /// give such a number to somebody else.
    [[nodiscard]] Result<ContactId, VaultError> highestContact();
    /// Ends a person: every key goes from memory, file and journal, and none is made again.
    /// Answers how many were destroyed, also when asked again.
    [[nodiscard]] Result<int, VaultError> destroyContact(ContactId contact);
    /// Retention: ends the months before `month` ("2026-11") of everybody.
    [[nodiscard]] Result<int, VaultError> destroyMonthsBefore(const QString &month);
    /// Intake keys of days before that of `at`; the caller has made sure nothing is pending.
    [[nodiscard]] Result<int, VaultError> destroyIntakeBefore(Instant at);

    // --- sealing ----------------------------------------------------------------------------
    [[nodiscard]] Result<QByteArray, VaultError> seal(const KeySlot &slot, const SealPlace &place,
                                                      const QByteArray &plain);
    /// Errors: Destroyed if the slot has no key, NotAuthentic, Unavailable.
    [[nodiscard]] Result<QByteArray, VaultError> open(const KeySlot &slot, const SealPlace &place,
                                                      const QByteArray &sealed);
    /// The daemon's own secrets (TOTP, access tokens): under a key derived from the master key.
    [[nodiscard]] Result<QByteArray, VaultError> sealOwn(const SealPlace &place,
                                                         const Secret &plain) const;
    [[nodiscard]] Result<Secret, VaultError> openOwn(const SealPlace &place,
                                                     const QByteArray &sealed) const;

    // --- keyed hashes, 32 bytes -------------------------------------------------------------
    [[nodiscard]] QByteArray lookupHash(const QByteArray &canonical) const;
    [[nodiscard]] QByteArray tombHash(const QByteArray &canonical) const;
    [[nodiscard]] QByteArray suppressionHash(const QByteArray &canonical) const;
    /// Eight bytes are enough for search: hits are opened and checked.
    [[nodiscard]] qint64 searchToken(const QByteArray &folded) const;
    /// The person's name in the audit log: hex of a hash under a random key that dies with the
    /// person. Makes the key if needed. Errors: Destroyed.
    [[nodiscard]] Result<QByteArray, VaultError> subjectRef(ContactId contact);
    /// The same, but never makes a key; nullopt if there is none.
    [[nodiscard]] Result<std::optional<QByteArray>, VaultError> knownSubjectRef(ContactId contact);

    /// Signs checkpoints and destruction records; made at first use and durable at once.
    [[nodiscard]] Result<crypto::SigningKey, VaultError> auditSigningKey();

private:
    struct State;
    explicit Vault(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

} // namespace destek::daemon
