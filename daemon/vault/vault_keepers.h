#pragma once

#include "core/crypto/signing.h"
#include "daemon/service/ports/keepers.h"
#include "daemon/vault/vault.h"

namespace destek::daemon
{

/// The vault as services see it. The vault must outlive it.
class VaultKeyKeeper final : public KeyKeeper
{
public:
    explicit VaultKeyKeeper(Vault &vault) : m_vault(vault) {}

    /// 0 as well when keys.db cannot be read.
    [[nodiscard]] int keysOf(ContactId id) override;
    Stored<int> destroyContact(ContactId id) override;
    Stored<int> destroyMonthsBefore(Instant cutoff) override;

private:
    Vault &m_vault;
};

/// Signs with the key that Vault::auditSigningKey() gives.
class VaultDocumentSigner final : public DocumentSigner
{
public:
    explicit VaultDocumentSigner(crypto::SigningKey key) : m_key(std::move(key)) {}

    [[nodiscard]] Stored<QByteArray> sign(const QByteArray &bytes) const override;
    [[nodiscard]] QByteArray publicKeyPem() const override;
    [[nodiscard]] QString fingerprint() const override;

private:
    crypto::SigningKey m_key;
};

} // namespace destek::daemon
