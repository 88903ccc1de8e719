#include "daemon/store/lookup.h"

namespace destek::daemon
{

QByteArray identityText(const Identity &identity)
{
    return QByteArray("identity|") + wireName(identity.kind).data() + '|' + identity.value.toUtf8();
}

QByteArray identityHash(const Vault &vault, const Identity &identity)
{
    return vault.lookupHash(identityText(identity));
}

QByteArray identityKeyHash(const Vault &vault, const QString &key)
{
    return key.isEmpty() ? QByteArray()
                         : vault.lookupHash(QByteArray("identity-key|") + key.toUtf8());
}

QByteArray wamidHash(const Vault &vault, const QString &phoneNumberId, const QString &wamid)
{
    const QByteArray number = phoneNumberId.toUtf8();
    return vault.lookupHash(QByteArray("wamid|") + QByteArray::number(number.size()) + ':' +
                            number + '|' + wamid.toUtf8());
}

QByteArray seenHash(const Vault &vault, const QByteArray &key)
{
    return vault.lookupHash(QByteArray("seen|") + key);
}

} // namespace destek::daemon
