#include "sandbox/listener.h"

#include "httpd/server.h"

#include <QRandomGenerator>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

constexpr qsizetype kMostBody = 110LL * 1024 * 1024; ///< documents of 100 MB may be uploaded

ApiRequest readable(const httpd::Request &request)
{
    ApiRequest read;
    read.method = QString::fromLatin1(request.method);
    read.path = request.path;
    for (const auto &[key, value] : request.query)
        read.query.insert(key, value);
    read.authorization = request.header("authorization");
    read.contentType = request.header("content-type");
    read.body = request.body;
    return read;
}

bool mayControl(const httpd::Request &request)
{
    const QByteArray &peer = request.peerAddress;
    return (peer == "127.0.0.1" || peer == "::1") && request.header("origin").isNull();
}

/// What Meta puts on every answer (whatsapp.md 6).
httpd::Reply decorated(const ApiAnswer &answer)
{
    httpd::Reply reply;
    reply.status = answer.status;
    reply.body = answer.body;
    reply.headers = {{"Content-Type", answer.contentType},
                     {"facebook-api-version", "v26.0"},
                     {"x-fb-request-id",
                      "A" + QByteArray::number(QRandomGenerator::global()->generate64(), 36)}};
    for (const auto &[name, value] : answer.headers)
        reply.headers.append({name, value});
    return reply;
}

} // namespace

class Listener::Private
{
public:
    Handler graph;
    Handler control;
    QList<httpd::Responder> silent; ///< held so that they are never answered
    std::unique_ptr<httpd::Server> server;

    void answer(const ApiAnswer &given, const httpd::Responder &responder)
    {
        switch (given.fate) {
        case Fate::Answer:
            responder.respond(decorated(given));
            break;
        case Fate::Silence:
            silent << responder;
            break;
        case Fate::Cut:
            cut(given, responder);
            break;
        }
    }

    /// An open-ended answer that grows beyond what the server will hold is cut off: the caller
    /// sees the connection break and cannot know what became of its message.
    static void cut(const ApiAnswer &given, const httpd::Responder &responder)
    {
        const httpd::EventStream stream =
            responder.startEventStream({{"Content-Type", given.contentType}});
        stream.send(given.body.left(std::max<qsizetype>(20, given.body.size() / 2)));
        stream.send(QByteArray(httpd::Limits().streamQueue * 2, ' '));
        stream.close();
    }
};

Listener::Listener(Handler graph, Handler control, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>())
{
    d->graph = std::move(graph);
    d->control = std::move(control);
}

Listener::~Listener()
{
    if (d->server)
        d->server->stop(std::chrono::milliseconds(0));
}

Result<quint16, ListenError> Listener::listen(quint16 port)
{
    const auto toMainThread = [this](bool control) -> httpd::Handler {
        return [this, control](const httpd::Request &request, const httpd::Responder &responder) {
            if (control && !mayControl(request)) {
                responder.respond(httpd::Reply::empty(403));
                return;
            }
            QMetaObject::invokeMethod(
                this,
                [this, control, read = readable(request), responder] {
                    const ApiAnswer given = control ? d->control(read) : d->graph(read);
                    if (given.delayMs == 0)
                        d->answer(given, responder);
                    else
                        QTimer::singleShot(given.delayMs, this, [this, given, responder] {
                            d->answer(given, responder);
                        });
                },
                Qt::QueuedConnection);
        };
    };
    httpd::ListenerConfig config;
    config.port = port;
    config.limits.handlerTimeout = std::chrono::hours(1); // silence-next outlasts its caller
    config.limits.connectionsPerAddress = 0;
    config.limits.requestsPerConnection = 1'000'000;
    for (const QByteArray method : {"GET", "POST", "DELETE"}) {
        for (const auto &pattern : {u"/control/{what}"_s, u"/control/{what}/{key}/{verb}"_s})
            config.routes << httpd::Route{method, pattern, toMainThread(true), kMostBody};
        for (const auto &pattern :
             {u"/{version}"_s, u"/{version}/{id}"_s, u"/{version}/{id}/{edge}"_s})
            config.routes << httpd::Route{method, pattern, toMainThread(false), kMostBody};
    }
    d->server = std::make_unique<httpd::Server>();
    const auto bound = d->server->listen(config);
    if (!bound) {
        if (bound.error() == httpd::ServerError::AddressInUse)
            return failure(ListenError::PortTaken);
        if (bound.error() == httpd::ServerError::NotPermitted)
            return failure(ListenError::NotAllowed);
        return failure(ListenError::Failed);
    }
    d->server->start();
    return bound->port;
}

} // namespace destek::sandbox
