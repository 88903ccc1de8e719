#include "tests/sandbox/stage.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace destek::sandbox::test
{

FakeCallback::FakeCallback()
{
    httpd::ListenerConfig config;
    config.routes << httpd::Route{
        "POST", u"/webhook"_s,
        [this](const httpd::Request &r, const httpd::Responder &reply) {
            QMutexLocker lock(&m_mutex);
            m_received << Received{r.body, r.header("X-Hub-Signature-256")};
            const int status = m_answers.isEmpty() ? 200 : m_answers.takeFirst();
            reply.respond(httpd::Reply::empty(status));
        },
        4 * 1024 * 1024};
    config.routes << httpd::Route{
        "GET", u"/webhook"_s, [](const httpd::Request &r, const httpd::Responder &reply) {
            const bool ours = r.queryValue(u"hub.mode") == u"subscribe"_s &&
                              r.queryValue(u"hub.verify_token") == u"verify/me"_s;
            reply.respond(ours ? httpd::Reply::text(200, r.queryValue(u"hub.challenge")->toUtf8())
                               : httpd::Reply::empty(403));
        }};
    m_port = m_server.listen(config).valueOr({}).port;
    m_server.start();
}

QUrl FakeCallback::url() const
{
    return QUrl(u"http://127.0.0.1:%1/webhook"_s.arg(m_port));
}

QList<Received> FakeCallback::received() const
{
    QMutexLocker lock(&m_mutex);
    return m_received;
}

QList<QJsonObject> FakeCallback::values() const
{
    QList<QJsonObject> values;
    for (const Received &one : received()) {
        const QJsonObject root = QJsonDocument::fromJson(one.body).object();
        for (const QJsonValue &entry : root[u"entry"].toArray()) {
            for (const QJsonValue &change : entry[u"changes"].toArray())
                values << change[u"value"].toObject();
        }
    }
    return values;
}

void FakeCallback::answerWith(QList<int> statuses)
{
    QMutexLocker lock(&m_mutex);
    m_answers = std::move(statuses);
}

Stage::Stage(const std::function<void(Options &)> &change, Scenario scenario)
{
    Options options;
    options.token = "secret-token";
    options.webhooks.appSecret = "test_app_secret";
    options.webhooks.verifyToken = "verify/me";
    options.webhooks.callback = callback.url();
    options.webhooks.parallel = 1;
    options.seed = 7;
    options.quiet = true;
    options.pace = Pace::Manual;
    options.clock = [this] { return nowMs; };
    if (change)
        change(options);
    sandbox = std::make_unique<Sandbox>(options, scenario);
}

Answer Stage::call(const QString &method, const QString &path, const QByteArray &body,
                   const QByteArray &token)
{
    ApiRequest request;
    request.method = method;
    request.path = path;
    request.authorization = "Bearer " + token;
    request.contentType = "application/json";
    request.body = body;
    const ApiAnswer answer = sandbox->graph(request);
    return {answer.status, QJsonDocument::fromJson(answer.body).object()};
}

Answer Stage::get(const QString &path, const QHash<QString, QString> &query)
{
    ApiRequest request;
    request.method = u"GET"_s;
    request.path = path;
    request.query = query;
    request.authorization = "Bearer secret-token";
    const ApiAnswer answer = sandbox->graph(request);
    return {answer.status, QJsonDocument::fromJson(answer.body).object()};
}

Answer Stage::send(const QJsonObject &body)
{
    return call(u"POST"_s, u"/v25.0/100200300400/messages"_s,
                QJsonDocument(body).toJson(QJsonDocument::Compact));
}

Answer Stage::sendText(const QString &to, const QString &text)
{
    return send({{u"messaging_product"_s, u"whatsapp"_s},
                 {u"to"_s, to},
                 {u"type"_s, u"text"_s},
                 {u"text"_s, QJsonObject{{u"body"_s, text}}}});
}

Answer Stage::order(const QString &name, const QJsonObject &body)
{
    ApiRequest request;
    request.method = u"POST"_s;
    request.path = u"/control/"_s + name;
    request.body = QJsonDocument(body).toJson();
    const ApiAnswer answer = sandbox->control(request);
    return {answer.status, QJsonDocument::fromJson(answer.body).object()};
}

QJsonArray Stage::listSent()
{
    ApiRequest request;
    request.method = u"GET"_s;
    request.path = u"/control/sent"_s;
    return QJsonDocument::fromJson(sandbox->control(request).body).array();
}

QString Stage::hearFrom(const QString &phone, qint64 minutesAgo)
{
    return order(u"inbound"_s, {{u"from"_s, phone},
                                {u"name"_s, u"Şule Ö."_s},
                                {u"text"_s, u"Merhaba"_s},
                                {u"minutes_ago"_s, minutesAgo}})
        .json[u"wamid"]
        .toString();
}

} // namespace destek::sandbox::test
