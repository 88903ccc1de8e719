#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/base/secret.h"

#include <QByteArray>
#include <QStringList>

namespace destek::daemon
{

/// The daemon's own certificate authority for the console port: consoles pin it, so that neither
/// a public nor a company CA can stand between (facts/trust.md 4.3). ECDSA P-256, made by
/// OpenSSL. Pure: where the PEM texts lie is the caller's business.
struct CertifiedKey {
    QByteArray certificatePem;
    Secret privateKeyPem;
};

enum class TlsMakeError : quint8 { Failed, BadName };

/// Valid ten years from `now`.
[[nodiscard]] Result<CertifiedKey, TlsMakeError> makeTeamCa(const QString &organisation,
                                                            Instant now);

/// A server certificate for these names and numeric addresses, valid 397 days.
[[nodiscard]] Result<CertifiedKey, TlsMakeError>
makeServerCertificate(const CertifiedKey &ca, const QStringList &hostNames, Instant now);

/// When less than a third of its life is left, or the names differ, it is made anew.
[[nodiscard]] bool needsRenewal(const QByteArray &certificatePem, const QStringList &hostNames,
                                Instant now);

/// Hex SHA-256 of the certificate's public key (SubjectPublicKeyInfo): what the pairing link
/// carries as `ca`.
[[nodiscard]] QString publicKeyFingerprint(const QByteArray &certificatePem);

} // namespace destek::daemon
