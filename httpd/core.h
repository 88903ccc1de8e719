#pragma once

#include "httpd/exchange.h"
#include "httpd/router.h"
#include "httpd/server.h"
#include "httpd/tls_context.h"

#include <QHash>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <unordered_map>

namespace destek::httpd
{

class Connection;

/// What all listeners and connections of one server share. Network thread, except for the
/// atomics and the waiting.
struct Core {
    Core(ServerLimits allowed, std::function<void(const Outcome &)> observer)
        : limits(allowed), observe(std::move(observer)),
          budget(std::make_shared<BodyBudget>(allowed.bodyBudget))
    {
    }

    using Counter = std::atomic<qint64>;

    const ServerLimits limits;
    const std::function<void(const Outcome &)> observe;
    const std::shared_ptr<Loop> loop = std::make_shared<Loop>();
    const std::shared_ptr<BodyBudget> budget;
    bool draining = false;
    std::unordered_map<Connection *, std::weak_ptr<Connection>> connections;

    Counter open{0}, streams{0}, accepted{0}, refusedTotal{0}, refusedAddress{0}, acceptPauses{0},
        handshakesFailed{0}, timeouts{0}, malformed{0}, streamsCut{0}, answered{0}, answered5xx{0};

    std::mutex idleMutex; ///< with idle: tells stop() that the last connection is gone
    std::condition_variable idle;
};

/// One listener's rules and its tally of addresses. Network thread; the rules are constant.
struct ListenerState {
    const Limits limits;
    const Router router;
    TlsContext tls; ///< for the next handshake; null: plain
    QHash<QByteArray, int> perAddress;
};

} // namespace destek::httpd
