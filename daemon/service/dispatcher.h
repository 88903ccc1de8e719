#pragma once

#include "daemon/service/media_gateway.h"
#include "daemon/service/send_service.h"

#include <QHash>
#include <QObject>
#include <QSet>
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
    void setRates(SendRates rates) { m_rates = rates; }
    /// Runs in the transaction of each claim, before it; false: nothing may start yet, and whoever
    /// said so wakes the dispatcher later. None: everything is known already.
    using Before = std::function<Stored<bool>(Tx &)>;
    void setBefore(Before before) { m_before = std::move(before); }
    /// Who hands files over to Meta before their messages go; called and answering on the main
    /// thread. None: messages with files wait.
    using HandOver = std::function<void(UploadId, std::function<void(HandOverAnswer)>)>;
    void setHandOver(HandOver handOver) { m_handOver = std::move(handOver); }

    /// Messages left in flight by a process that ended become `unknown`; then begins.
    void start();
    /// No new POSTs; answers under way are still settled.
    void stop();
    void wake();
    [[nodiscard]] int inFlight() const { return m_inFlight; }

private:
    void claim();
    void post(const OutboundRequest &request);
    void handOver(const QList<UploadId> &files);
    void handedOver(UploadId file, const HandOverAnswer &answer);
    void settle(const OutboundRequest &request, const SendAnswer &answer);

    Database &m_database;
    MetaGateway &m_gateway;
    const Clock &m_clock;
    QTimer m_later; ///< for what waits out a back-off
    int m_inFlight = 0;
    SendRates m_rates;
    Before m_before;
    HandOver m_handOver;
    QSet<UploadId> m_handingOver;
    QHash<UploadId, int> m_handOverTries; ///< of those that are tried again
    bool m_claiming = false;
    bool m_again = false;
    bool m_started = false;
};

} // namespace destek::daemon
