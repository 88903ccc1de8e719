#pragma once

#include "httpd/server.h"
#include "net/http/daemon_link.h"
#include "tests/net/identities.h"

#include <QJsonObject>

#include <mutex>

namespace destek::test
{

/// A real TLS server on loopback whose answers a test writes down beforehand.
class TinyDaemon
{
public:
    /// Listens with the server's certificate and, like the daemon, sends its CA along.
    TinyDaemon(const Identity &ca, const Identity &server,
               httpd::TlsVersion minimum = httpd::TlsVersion::Tls13);

    /// The next and all later requests to this path get this answer.
    void answer(const QString &path, int status, const QByteArray &body,
                QList<httpd::Header> headers = {});
    /// Requests to this path get the part they name in Range, as the daemon gives it.
    void serve(const QString &path, const QByteArray &file);
    /// Requests to this path are kept without an answer.
    void hang(const QString &path);

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] net::DaemonLink link(const QByteArray &caPem) const;
    [[nodiscard]] int requests() const;
    [[nodiscard]] httpd::Request last() const;
    [[nodiscard]] QJsonObject lastBody() const;
    /// Open event streams (GET /v1/feed), oldest first; the tests write into them.
    [[nodiscard]] QList<httpd::EventStream> streams() const;
    /// TLS handshakes that failed.
    [[nodiscard]] qint64 handshakesFailed() const { return m_server.counters().handshakesFailed; }

private:
    void handle(const httpd::Request &request, const httpd::Responder &responder);

    mutable std::mutex m_mutex;
    QHash<QString, httpd::Reply> m_replies;
    QHash<QString, QByteArray> m_files;
    QList<httpd::Request> m_requests;
    QList<httpd::Responder> m_kept;
    QList<httpd::EventStream> m_streams;
    quint16 m_port = 0;
    httpd::Server m_server;
};

} // namespace destek::test
