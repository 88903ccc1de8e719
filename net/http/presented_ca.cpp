#include "net/http/presented_ca.h"

#include <QCryptographicHash>
#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace destek::net
{

QByteArray publicKeyHash(const QSslCertificate &certificate)
{
    const QByteArray spki = certificate.publicKey().toDer();
    if (spki.isEmpty())
        return {};
    return QCryptographicHash::hash(spki, QCryptographicHash::Sha256);
}

void PresentedCa::find(const QString &host, quint16 port, const QByteArray &keyHash,
                       Duration patience, Then<QSslCertificate> then, QObject *parent)
{
    auto *search = new PresentedCa(keyHash, std::move(then), parent);
    QTimer::singleShot(patience, search, [search] {
        search->settle(failure(ApiError{ApiErrorCode::Timeout, std::nullopt, {}}));
    });
    search->m_socket.connectToHostEncrypted(host, port);
}

PresentedCa::PresentedCa(const QByteArray &keyHash, Then<QSslCertificate> then, QObject *parent)
    : QObject(parent), m_keyHash(keyHash), m_then(std::move(then))
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates({});
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    // Nothing is trusted here: the chain is only looked at. Trust comes with the connection
    // after this one.
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_socket.setSslConfiguration(tls);
    m_socket.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    connect(&m_socket, &QSslSocket::encrypted, this, &PresentedCa::look);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &PresentedCa::onError);
}

void PresentedCa::look()
{
    const QList<QSslCertificate> chain = m_socket.peerCertificateChain();
    for (const QSslCertificate &certificate : chain) {
        if (publicKeyHash(certificate) == m_keyHash) {
            settle(certificate);
            return;
        }
    }
    settle(failure(ApiError{ApiErrorCode::WrongServer, std::nullopt, u"no such CA in chain"_s}));
}

void PresentedCa::onError()
{
    const bool tls = m_socket.error() == QAbstractSocket::SslHandshakeFailedError ||
                     m_socket.error() == QAbstractSocket::SslInternalError ||
                     m_socket.error() == QAbstractSocket::SslInvalidUserDataError;
    settle(failure(ApiError{tls ? ApiErrorCode::WrongServer : ApiErrorCode::Unreachable,
                            std::nullopt, u"socket error %1"_s.arg(int(m_socket.error()))}));
}

void PresentedCa::settle(Answer<QSslCertificate> answer)
{
    if (m_settled)
        return;
    m_settled = true;
    // Not from within a call of the socket, nor before find() has returned.
    QMetaObject::invokeMethod(
        this,
        [this, answer = std::move(answer)] {
            m_socket.abort();
            deleteLater();
            m_then(answer);
        },
        Qt::QueuedConnection);
}

} // namespace destek::net
