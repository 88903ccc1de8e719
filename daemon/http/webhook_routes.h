#pragma once

#include "core/base/clock.h"
#include "core/base/secret.h"
#include "daemon/service/ports/database.h"
#include "httpd/route.h"

#include <atomic>
#include <functional>

namespace destek::daemon
{

/// The public port: Meta's handshake and webhooks (facts/whatsapp.md 1). A 200 to a POST is given
/// after the sealed body is durable, and only then.
class WebhookRoutes
{
public:
    struct Services {
        Database &database;
        const Clock &clock;
        Secret verifyToken;
        std::function<bool(const QByteArray &header)> isWellFormed;
        std::function<bool(const QByteArray &header, const QByteArray &body)> isGenuine;
        std::function<void()> appended; ///< wakes the pump; any thread
    };
    explicit WebhookRoutes(Services services);
    [[nodiscard]] QList<httpd::Route> routes();

    struct Counts {
        qint64 accepted = 0; ///< durable and answered 200
        qint64 forged = 0;
        qint64 refused = 0; ///< 503: could not be made durable; Meta delivers again
    };
    [[nodiscard]] Counts counts() const;

private:
    [[nodiscard]] httpd::Reply handshake(const httpd::Request &request) const;
    void receive(const httpd::Request &request, const httpd::Responder &responder);

    Services m_s;
    std::atomic<qint64> m_accepted{0};
    std::atomic<qint64> m_forged{0};
    std::atomic<qint64> m_refused{0};
};

} // namespace destek::daemon
