#include "daemon/store/sealed_column.h"

#include "daemon/store/connection.h"

namespace destek::daemon
{

Stored<QVariant> sealColumn(Vault &vault, const KeySlot &slot, const SealPlace &place,
                            const QByteArray &plain)
{
    if (plain.isEmpty())
        return QVariant();
    auto sealed = vault.seal(slot, place, plain);
    if (!sealed)
        return failure(storeError(sealed.error()));
    return QVariant(std::move(*sealed));
}

Stored<QVariant> sealColumn(Vault &vault, const KeySlot &slot, const SealPlace &place,
                            const QString &plain)
{
    return sealColumn(vault, slot, place, plain.toUtf8());
}

Stored<QByteArray> openColumn(Vault &vault, const KeySlot &slot, const SealPlace &place,
                              const QByteArray &sealed)
{
    if (sealed.isEmpty())
        return QByteArray();
    auto plain = vault.open(slot, place, sealed);
    if (!plain)
        return failure(storeError(plain.error()));
    return std::move(*plain);
}

Stored<QString> openText(Vault &vault, const KeySlot &slot, const SealPlace &place,
                         const QByteArray &sealed)
{
    const auto plain = openColumn(vault, slot, place, sealed);
    if (!plain)
        return failure(plain.error());
    return QString::fromUtf8(*plain);
}

} // namespace destek::daemon
