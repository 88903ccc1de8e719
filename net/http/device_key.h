#pragma once

#include "net/api/secret_store.h"

#include <QByteArray>

#include <optional>

namespace destek::net
{

/// Names in the SecretStore.
inline QString deviceKeySecret()
{
    return QStringLiteral("destek/device-key");
}
inline QString deviceTokenSecret()
{
    return QStringLiteral("destek/device-token");
}

/// Makes this console's Ed25519 key, keeps its seed in the store and answers the public key (32
/// bytes). Replaces an earlier key. nullopt if the store refuses or there is no randomness.
[[nodiscard]] std::optional<QByteArray> makeDeviceKey(SecretStore &store);

/// 64 bytes; nullopt if there is no key.
[[nodiscard]] std::optional<QByteArray> signWithDeviceKey(const SecretStore &store,
                                                          const QByteArray &message);

} // namespace destek::net
