#include "net/http/pinned_network.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace destek::net
{

namespace
{

QSslConfiguration tlsFor(const QSslCertificate &ca)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates({ca}); // also ends the on-demand loading of system CAs
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setAllowedNextProtocols({});
    return tls;
}

QNetworkRequest requestFor(const DaemonLink &link, const NetworkAsk &ask)
{
    QUrl url = link.server;
    url.setPath(ask.path);
    url.setQuery(QString::fromLatin1(ask.query), QUrl::StrictMode);
    QNetworkRequest request(url);
    request.setSslConfiguration(tlsFor(link.ca));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setTransferTimeout(int(ask.silence.count()));
    request.setRawHeader("Accept-Encoding", "identity"); // no decompression bombs
    if (ask.body)
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    if (!link.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + link.token.reveal());
    for (const auto &[name, value] : ask.headers)
        request.setRawHeader(name, value);
    return request;
}

} // namespace

PinnedNetwork::PinnedNetwork()
{
    forget();
}

PinnedNetwork::~PinnedNetwork() = default;

void PinnedNetwork::forget()
{
    if (m_manager) {
        // Its end would take the replies along without a word; whoever waits must hear of it.
        QNetworkAccessManager *old = m_manager.release();
        const auto replies = old->findChildren<QNetworkReply *>();
        for (QNetworkReply *reply : replies)
            reply->abort();
        old->deleteLater();
    }
    m_manager = std::make_unique<QNetworkAccessManager>();
    m_manager->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
}

QNetworkReply *PinnedNetwork::send(const DaemonLink &link, const NetworkAsk &ask)
{
    if (link.server.scheme() != "https"_L1 || link.server.host().isEmpty() || link.ca.isNull())
        return nullptr;
    return m_manager->sendCustomRequest(requestFor(link, ask), ask.verb,
                                        ask.body.value_or(QByteArray()));
}

NetworkFailure failureOf(const QNetworkReply &reply)
{
    if (reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid() &&
        reply.error() != QNetworkReply::OperationCanceledError &&
        reply.error() != QNetworkReply::RemoteHostClosedError)
        return NetworkFailure::None;
    switch (reply.error()) {
    case QNetworkReply::NoError:
        return NetworkFailure::None;
    case QNetworkReply::SslHandshakeFailedError:
        return NetworkFailure::WrongServer;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
        return NetworkFailure::Timeout;
    default:
        return NetworkFailure::Unreachable;
    }
}

} // namespace destek::net
