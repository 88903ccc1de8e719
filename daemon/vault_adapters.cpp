#include "daemon/vault_adapters.h"

namespace destek::daemon
{

namespace
{

class VaultKeeper final : public KeyKeeper
{
public:
    explicit VaultKeeper(Vault &vault) : m_vault(vault) {}
    int keysOf(ContactId id) override { return m_vault.keysOf(id).valueOr(0); }
    Stored<int> destroyContact(ContactId id) override
    {
        const auto destroyed = m_vault.destroyContact(id);
        if (!destroyed)
            return failure(StoreError::Failed);
        return *destroyed;
    }

    Stored<int> destroyMonthsBefore(Instant cutoff) override
    {
        const auto destroyed = m_vault.destroyMonthsBefore(monthOf(cutoff));
        if (!destroyed)
            return failure(StoreError::Failed);
        return *destroyed;
    }

private:
    Vault &m_vault;
};

class VaultSigner final : public DocumentSigner
{
public:
    VaultSigner(crypto::SigningKey key, std::string pem)
        : m_key(std::move(key)), m_pem(std::move(pem))
    {
    }
    Stored<QByteArray> sign(const QByteArray &bytes) const override
    {
        const auto signature = m_key.sign(
            {reinterpret_cast<const std::uint8_t *>(bytes.constData()), size_t(bytes.size())});
        if (!signature)
            return failure(StoreError::Failed);
        return QByteArray(reinterpret_cast<const char *>(signature->data()),
                          qsizetype(signature->size()));
    }
    QByteArray publicKeyPem() const override { return QByteArray::fromStdString(m_pem); }
    QString fingerprint() const override
    {
        return QString::fromStdString(m_key.publicKey().fingerprint());
    }

private:
    crypto::SigningKey m_key;
    std::string m_pem;
};

} // namespace

std::unique_ptr<KeyKeeper> keyKeeperOf(Vault &vault)
{
    return std::make_unique<VaultKeeper>(vault);
}

std::unique_ptr<DocumentSigner> signerOf(Vault &vault)
{
    auto key = vault.auditSigningKey();
    if (!key)
        return nullptr;
    auto pem = key->publicKey().toPem();
    if (!pem)
        return nullptr;
    return std::make_unique<VaultSigner>(std::move(*key), std::move(*pem));
}

} // namespace destek::daemon
