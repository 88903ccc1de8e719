#include "tests/net/tiny_daemon.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace destek::test
{

TinyDaemon::TinyDaemon(const Identity &ca, const Identity &server, httpd::TlsVersion minimum)
{
    httpd::ListenerConfig config;
    httpd::TlsConfig tls;
    tls.certificateChainPem = server.certificatePem + ca.certificatePem;
    tls.privateKeyPem = server.privateKeyPem;
    tls.minimum = minimum;
    config.tls = tls;
    const auto handler = [this](httpd::Request request, httpd::Responder responder) {
        handle(request, responder);
    };
    for (const char *method : {"GET", "POST", "PUT", "DELETE"}) {
        for (const QString &pattern :
             {u"/v1/{a}"_s, u"/v1/{a}/{b}"_s, u"/v1/{a}/{b}/{c}"_s, u"/v1/{a}/{b}/{c}/{d}"_s}) {
            httpd::Route route;
            route.method = method;
            route.pattern = pattern;
            route.handler = handler;
            config.routes << route;
        }
    }
    const auto bound = m_server.listen(config);
    m_port = bound.ok() ? bound->port : 0;
    m_server.start();
}

void TinyDaemon::answer(const QString &path, int status, const QByteArray &body,
                        QList<httpd::Header> headers)
{
    const std::lock_guard lock(m_mutex);
    httpd::Reply reply = httpd::Reply::json(status, body);
    reply.headers << headers;
    m_replies.insert(path, reply);
}

void TinyDaemon::serve(const QString &path, const QByteArray &file)
{
    const std::lock_guard lock(m_mutex);
    m_files.insert(path, file);
}

void TinyDaemon::hang(const QString &path)
{
    const std::lock_guard lock(m_mutex);
    m_replies.remove(path);
}

void TinyDaemon::handle(const httpd::Request &request, const httpd::Responder &responder)
{
    const std::lock_guard lock(m_mutex);
    m_requests << request;
    if (const auto file = m_files.constFind(request.path); file != m_files.constEnd()) {
        const QList<QByteArray> ends = request.header("Range").mid(6).split('-');
        const qint64 first = ends.first().toLongLong();
        const QByteArray part = file->mid(first, ends.last().toLongLong() - first + 1);
        httpd::Reply partial;
        partial.status = 206;
        partial.body = part;
        partial.headers << httpd::Header{"Content-Range",
                                         "bytes " + QByteArray::number(first) + '-' +
                                             QByteArray::number(first + part.size() - 1) + '/' +
                                             QByteArray::number(file->size())};
        return responder.respond(partial);
    }
    const auto reply = m_replies.constFind(request.path);
    if (reply != m_replies.constEnd())
        responder.respond(*reply);
    else if (request.path == "/v1/feed"_L1)
        m_streams << responder.startEventStream();
    else
        m_kept << responder;
}

net::DaemonLink TinyDaemon::link(const QByteArray &caPem) const
{
    net::DaemonLink link;
    link.server = QUrl(u"https://localhost:%1"_s.arg(m_port));
    link.ca = QSslCertificate(caPem, QSsl::Pem);
    link.token = Secret(QByteArray("session-token"));
    return link;
}

int TinyDaemon::requests() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_requests.size());
}

httpd::Request TinyDaemon::last() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests.isEmpty() ? httpd::Request() : m_requests.constLast();
}

QJsonObject TinyDaemon::lastBody() const
{
    return QJsonDocument::fromJson(last().body).object();
}

QList<httpd::EventStream> TinyDaemon::streams() const
{
    const std::lock_guard lock(m_mutex);
    return m_streams;
}

} // namespace destek::test
