#pragma once

#include "core/base/instant.h"
#include "net/api/reply.h"

#include <QSslCertificate>
#include <QSslSocket>

namespace destek::net
{

/// SHA-256 of a certificate's SubjectPublicKeyInfo (DER).
[[nodiscard]] QByteArray publicKeyHash(const QSslCertificate &certificate);

/// Asks a server for its certificates, without believing or telling it anything: a handshake,
/// not one byte more. Answers the certificate whose public key has the wanted hash (the daemon
/// sends its CA along); WrongServer if none has. The caller verifies everything by connecting
/// again with that certificate as the only CA. Deletes itself after it has answered.
class PresentedCa final : public QObject
{
    Q_OBJECT
public:
    static void find(const QString &host, quint16 port, const QByteArray &keyHash,
                     Duration patience, Then<QSslCertificate> then, QObject *parent);

private:
    PresentedCa(const QByteArray &keyHash, Then<QSslCertificate> then, QObject *parent);
    void settle(Answer<QSslCertificate> answer);
    void look();
    void onError();

    QByteArray m_keyHash;
    Then<QSslCertificate> m_then;
    QSslSocket m_socket;
    bool m_settled = false;
};

} // namespace destek::net
