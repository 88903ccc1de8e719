#pragma once

#include <QByteArray>

/// Throw-away P-256 certificates for one test run.
namespace destek::test
{

struct Identity {
    QByteArray certificatePem;
    QByteArray privateKeyPem;
};

enum class Validity { Now, Past };

[[nodiscard]] Identity makeCa(const QByteArray &name);
/// A server's leaf for the DNS name and 127.0.0.1.
[[nodiscard]] Identity makeServer(const Identity &ca, const QByteArray &dnsName = "localhost",
                                  Validity validity = Validity::Now);
/// SHA-256 over the CA's SubjectPublicKeyInfo in hexadecimal, computed without Qt.
[[nodiscard]] QByteArray pinOf(const Identity &ca);

} // namespace destek::test
