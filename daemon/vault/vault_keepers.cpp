#include "daemon/vault/vault_keepers.h"

namespace destek::daemon
{

int VaultKeyKeeper::keysOf(ContactId id)
{
    return m_vault.keysOf(id).valueOr(0);
}

Stored<int> VaultKeyKeeper::destroyContact(ContactId id)
{
    const auto destroyed = m_vault.destroyContact(id);
    if (!destroyed)
        return failure(StoreError::Failed);
    return *destroyed;
}

Stored<int> VaultKeyKeeper::destroyMonthsBefore(Instant cutoff)
{
    const auto destroyed = m_vault.destroyMonthsBefore(monthOf(cutoff));
    if (!destroyed)
        return failure(StoreError::Failed);
    return *destroyed;
}

Stored<QByteArray> VaultDocumentSigner::sign(const QByteArray &bytes) const
{
    const auto signature = m_key.sign(crypto::view({bytes.constData(), std::size_t(bytes.size())}));
    if (!signature)
        return failure(StoreError::Failed);
    return QByteArray(reinterpret_cast<const char *>(signature->data()),
                      qsizetype(signature->size()));
}

QByteArray VaultDocumentSigner::publicKeyPem() const
{
    return QByteArray::fromStdString(m_key.publicKey().toPem().valueOr({}));
}

QString VaultDocumentSigner::fingerprint() const
{
    return QString::fromStdString(m_key.publicKey().fingerprint());
}

} // namespace destek::daemon
