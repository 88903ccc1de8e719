#include "daemon/http/admin_routes.h"

#include "core/crypto/keyed_hash.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

crypto::Hash hashOf(const QByteArray &bytes)
{
    return crypto::sha256(
        {reinterpret_cast<const std::uint8_t *>(bytes.constData()), size_t(bytes.size())});
}

} // namespace

QList<httpd::Route> AdminRoutes::routes()
{
    QList<httpd::Route> routes;
    routes << httpd::Route{"GET", u"/healthz"_s, [](httpd::Request, httpd::Responder responder) {
                               responder.respond(httpd::Reply::text(200, "alive\n"));
                           }};
    routes << httpd::Route{"GET", u"/readyz"_s, [this](httpd::Request, httpd::Responder responder) {
                               const bool ready = m_s.isReady();
                               responder.respond(httpd::Reply::text(
                                   ready ? 200 : 503, ready ? "ready\n" : "not ready\n"));
                           }};
    routes << httpd::Route{
        "GET", u"/metrics"_s, [this](httpd::Request, httpd::Responder responder) {
            responder.respond(httpd::Reply::text(200, m_s.metrics())
                                  .with("Content-Type", "text/plain; version=0.0.4"));
        }};
    routes << httpd::Route{
        "POST", u"/admin/command"_s, [this](httpd::Request request, httpd::Responder responder) {
            const QByteArray expected = "Bearer " + m_s.token.reveal();
            if (m_s.token.isEmpty() ||
                !crypto::equal(hashOf(request.header("Authorization")), hashOf(expected))) {
                responder.respond(httpd::Reply::text(401, "admin token missing or wrong\n"));
                return;
            }
            const QJsonObject body = QJsonDocument::fromJson(request.body).object();
            m_s.run(body.value("command"_L1).toString(), body.value("arguments"_L1).toObject(),
                    [responder](int exitCode, const QJsonObject &answer) {
                        const QJsonObject json{{"exitCode"_L1, exitCode}, {"answer"_L1, answer}};
                        responder.respond(httpd::Reply::json(
                            200, QJsonDocument(json).toJson(QJsonDocument::Compact)));
                    });
        }};
    return routes;
}

} // namespace destek::daemon
