#pragma once

#include "daemon/service/ports/contacts.h"
#include "daemon/vault/vault.h"

/// How a value is spelled before it is hashed under a key; changing a spelling loses every row
/// that was stored under the old one.
namespace destek::daemon
{

[[nodiscard]] QByteArray identityText(const Identity &identity);
[[nodiscard]] QByteArray identityHash(const Vault &vault, const Identity &identity);
/// Empty for an empty key.
[[nodiscard]] QByteArray identityKeyHash(const Vault &vault, const QString &key);
[[nodiscard]] QByteArray wamidHash(const Vault &vault, const QString &phoneNumberId,
                                   const QString &wamid);
[[nodiscard]] QByteArray seenHash(const Vault &vault, const QByteArray &key);

} // namespace destek::daemon
