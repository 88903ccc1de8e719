#pragma once

#include "core/base/secret.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace destek::net
{

/// What `destekd pair` prints: destek://host:port?ca=<64 hex digits>&code=<one-time code>.
struct PairingOffer {
    QString host;
    quint16 port = 0;
    QByteArray caKeyHash; ///< SHA-256 of the CA's SubjectPublicKeyInfo, 32 bytes
    Secret code;
};

/// nullopt for anything that is not exactly such a URI.
[[nodiscard]] std::optional<PairingOffer> parsePairingOffer(const QString &uri);

} // namespace destek::net
