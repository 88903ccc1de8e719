#pragma once

#include "core/base/secret.h"

#include <QByteArray>
#include <QList>

namespace destek::daemon::intake
{

/// X-Hub-Signature-256 (facts/whatsapp.md 1.3). Several secrets are accepted so that the app
/// secret can be rotated without losing a webhook.
class SignatureCheck
{
public:
    explicit SignatureCheck(QList<Secret> appSecrets) : m_secrets(std::move(appSecrets)) {}

    /// "sha256=" and 64 lower-case hex digits: looked at before a body is read.
    [[nodiscard]] static bool isWellFormed(const QByteArray &header);
    /// Over the raw bytes, in constant time.
    [[nodiscard]] bool isGenuine(const QByteArray &header, const QByteArray &body) const;

private:
    QList<Secret> m_secrets;
};

} // namespace destek::daemon::intake
