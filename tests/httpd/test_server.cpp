#include "tests/httpd/test_server.h"

#include "tests/httpd/raw_client.h"

#include <QElapsedTimer>
#include <QThread>

using namespace destek::httpd;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

bool eventually(const std::function<bool()> &condition, int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > milliseconds)
            return false;
        QThread::msleep(2);
    }
    return true;
}

Limits TestServer::patientLimits()
{
    Limits limits;
    limits.request = 60s;
    limits.idle = 60s;
    limits.write = 60s;
    limits.tlsHandshake = 60s;
    limits.handlerTimeout = 60s;
    limits.linger = 5s; // or an end that nobody reads would keep a test waiting
    limits.connectionsPerAddress = 0;
    return limits;
}

Limits TestServer::shortLimits()
{
    Limits limits = patientLimits();
    limits.request = 400ms;
    limits.idle = 400ms;
    limits.write = 400ms;
    limits.tlsHandshake = 400ms;
    limits.handlerTimeout = 1500ms;
    limits.linger = 300ms;
    return limits;
}

TestServer::TestServer(Limits limits, ServerLimits serverLimits, QList<Route> more,
                       std::optional<TlsConfig> tls)
    : m_server(std::make_unique<Server>(serverLimits))
{
    ListenerConfig config;
    config.limits = limits;
    config.tls = std::move(tls);
    config.routes = std::move(more);
    config.routes.append(Route{"GET", u"/hello"_s, [](const Request &, const Responder &responder) {
                                   responder.respond(Reply::text(200, "hello"));
                               }});
    config.routes.append(Route{"POST", u"/echo"_s,
                               [](const Request &request, const Responder &responder) {
                                   responder.respond(Reply::text(200, request.body));
                               },
                               64 * 1024});
    config.routes.append(Route{"POST", u"/small"_s,
                               [](const Request &request, const Responder &responder) {
                                   responder.respond(
                                       Reply::text(200, QByteArray::number(request.body.size())));
                               },
                               16});
    config.routes.append(
        Route{"GET", u"/later"_s, [this](const Request &, const Responder &responder) {
                  const std::scoped_lock lock(m_mutex);
                  m_kept.append(responder);
              }});
    config.routes.append(
        Route{"GET", u"/stream"_s, [this](const Request &, const Responder &responder) {
                  const std::scoped_lock lock(m_mutex);
                  m_streams.append(responder.startEventStream());
              }});
    const auto bound = m_server->listen(std::move(config));
    if (!bound)
        qFatal("the test server cannot listen");
    m_port = bound->port;
    m_listener = bound->index;
    m_server->start();
}

bool TestServer::servesOthers() const
{
    return eventually(
        [this] { return statusFor(m_port, "GET /hello HTTP/1.1\r\nHost: t\r\n\r\n") == 200; });
}

Responder TestServer::takeKept()
{
    Responder taken;
    eventually([&] {
        const std::scoped_lock lock(m_mutex);
        if (m_kept.isEmpty())
            return false;
        taken = m_kept.takeFirst();
        return true;
    });
    return taken;
}

EventStream TestServer::takeStream()
{
    EventStream taken;
    eventually([&] {
        const std::scoped_lock lock(m_mutex);
        if (m_streams.isEmpty())
            return false;
        taken = m_streams.takeFirst();
        return true;
    });
    return taken;
}
