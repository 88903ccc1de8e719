#include "httpd/server.h"

#include "httpd/connection.h"
#include "httpd/core.h"
#include "httpd/listener.h"

#include <thread>

namespace destek::httpd
{

class Server::Private
{
public:
    enum class Phase { Fresh, Running, Stopped };

    void beginDrain();
    void cutAll();

    std::shared_ptr<Core> core;
    QList<std::shared_ptr<Listener>> listeners;
    std::thread thread;
    Phase phase = Phase::Fresh;
};

namespace
{

/// A copy, because ending a connection takes it off the list.
QList<std::shared_ptr<Connection>> openConnections(const Core &core)
{
    QList<std::shared_ptr<Connection>> open;
    for (const auto &[key, weak] : core.connections) {
        if (auto connection = weak.lock())
            open.append(std::move(connection));
    }
    return open;
}

} // namespace

void Server::Private::beginDrain()
{
    core->loop->post([shared = core, open = listeners] {
        shared->draining = true;
        for (const auto &listener : open)
            listener->close();
        for (const auto &connection : openConnections(*shared))
            connection->drain();
    });
}

void Server::Private::cutAll()
{
    core->loop->post([shared = core] {
        for (const auto &connection : openConnections(*shared))
            connection->cut();
    });
}

Server::Server(ServerLimits limits, std::function<void(const Outcome &)> observe)
    : d(std::make_unique<Private>())
{
    d->core = std::make_shared<Core>(limits, std::move(observe));
}

Server::~Server()
{
    stop(std::chrono::milliseconds(0));
}

Result<BoundListener, ServerError> Server::listen(ListenerConfig config)
{
    if (d->phase == Private::Phase::Stopped)
        return failure(ServerError::Stopped);
    auto router = Router::build(std::move(config.routes));
    if (!router)
        return failure(ServerError::BadRoute);
    TlsContext tls;
    if (config.tls) {
        auto made = makeTlsContext(*config.tls);
        if (!made)
            return failure(ServerError{made.error()});
        tls = *made;
    }
    auto state = std::make_shared<ListenerState>(
        ListenerState{config.limits, *std::move(router), std::move(tls), {}});
    auto listener = std::make_shared<Listener>(d->core, std::move(state));
    const auto port = listener->open(config.address, config.port, config.plaintext);
    if (!port)
        return failure(ServerError{port.error()});
    d->listeners.append(listener);
    d->core->loop->post([listener] { listener->start(); });
    return BoundListener{static_cast<int>(d->listeners.size() - 1), *port};
}

void Server::start()
{
    if (d->phase != Private::Phase::Fresh)
        return;
    d->phase = Private::Phase::Running;
    d->thread = std::thread([loop = d->core->loop] { loop->run(); });
}

void Server::stop(std::chrono::milliseconds grace)
{
    if (d->phase == Private::Phase::Stopped)
        return;
    const bool running =
        std::exchange(d->phase, Private::Phase::Stopped) == Private::Phase::Running;
    d->beginDrain();
    if (running) {
        std::unique_lock lock(d->core->idleMutex);
        d->core->idle.wait_for(lock, grace, [this] { return d->core->open == 0; });
    }
    d->cutAll();
    d->core->loop->release();
    if (running)
        d->thread.join();
    d->core->loop->shut();
    d->listeners.clear();
}

Result<Done, ServerError> Server::reloadTls(int listener, TlsConfig config)
{
    if (listener < 0 || listener >= d->listeners.size() || !d->listeners[listener]->usesTls())
        return failure(ServerError::NoSuchListener);
    auto made = makeTlsContext(config);
    if (!made)
        return failure(ServerError{made.error()});
    d->core->loop->post([target = d->listeners[listener], tls = *made] { target->setTls(tls); });
    return done();
}

Counters Server::counters() const
{
    const Core &core = *d->core;
    return {.connections = core.open,
            .streams = core.streams,
            .bodyBytes = core.budget->used,
            .accepted = core.accepted,
            .refusedTotal = core.refusedTotal,
            .refusedAddress = core.refusedAddress,
            .acceptPauses = core.acceptPauses,
            .handshakesFailed = core.handshakesFailed,
            .timeouts = core.timeouts,
            .malformed = core.malformed,
            .streamsCut = core.streamsCut,
            .answered = core.answered,
            .answered5xx = core.answered5xx};
}

} // namespace destek::httpd
