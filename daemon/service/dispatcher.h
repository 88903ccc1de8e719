#pragma once

#include "daemon/service/send_service.h"

#include <QObject>
#include <QTimer>

namespace destek::daemon
{

/// Carries queued messages to Meta: claim (durable) → POST → settle (durable). One message per
/// conversation at a time keeps a person's order. Threads: main, except wake() from any.
class Dispatcher : public QObject
{
    Q_OBJECT
public:
    Dispatcher(Database &database, MetaGateway &gateway, const Clock &clock,
               QObject *parent = nullptr);

    /// Messages left in flight by a process that ended become `unknown`; then begins.
    void start();
    /// No new POSTs; answers under way are still settled.
    void stop();
    void wake();
    [[nodiscard]] int inFlight() const { return m_inFlight; }

private:
    void claim();
    void post(const OutboundRequest &request);
    void settle(const OutboundRequest &request, const SendAnswer &answer);

    Database &m_database;
    MetaGateway &m_gateway;
    const Clock &m_clock;
    QTimer m_later; ///< for what waits out a back-off
    int m_inFlight = 0;
    bool m_claiming = false;
    bool m_again = false;
    bool m_started = false;
};

} // namespace destek::daemon
