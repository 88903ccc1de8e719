#include "daemon/service/dispatcher.h"

#include <QLoggingCategory>
#include <QPointer>

namespace destek::daemon
{

Q_LOGGING_CATEGORY(lcOutbox, "destek.outbox")

namespace
{

/// As many as the HTTP client opens connections: one more would wait for a free one while its
/// time-out runs, and end as unknown without having been sent.
constexpr int kMostInFlight = 6;
/// Back-offs end between wakes too.
constexpr auto kLookAgain = std::chrono::seconds(1);

} // namespace

Dispatcher::Dispatcher(Database &database, MetaGateway &gateway, const Clock &clock,
                       QObject *parent)
    : QObject(parent), m_database(database), m_gateway(gateway), m_clock(clock)
{
    m_later.setInterval(kLookAgain);
    connect(&m_later, &QTimer::timeout, this, &Dispatcher::claim);
}

void Dispatcher::start()
{
    const auto marked = m_database.writeAndWait([this](Tx &tx) -> Stored<Done> {
        const auto count = SendService(tx, m_clock).markInterrupted();
        if (!count)
            return failure(count.error());
        if (*count > 0)
            qCWarning(lcOutbox) << *count << "messages have an unknown outcome after a restart";
        return done();
    });
    if (!marked)
        qCWarning(lcOutbox) << "could not look at interrupted messages";
    m_started = bool(marked);
    m_later.start();
    claim();
}

void Dispatcher::stop()
{
    m_started = false;
    m_later.stop();
}

void Dispatcher::wake()
{
    QMetaObject::invokeMethod(this, &Dispatcher::claim, Qt::QueuedConnection);
}

void Dispatcher::claim()
{
    if (!m_started || m_inFlight >= kMostInFlight)
        return;
    if (m_claiming) {
        m_again = true;
        return;
    }
    m_claiming = true;
    m_again = false;
    auto claimed = std::make_shared<QList<OutboundRequest>>();
    const int room = kMostInFlight - m_inFlight;
    m_database.write(
        Urgency::Now,
        [this, claimed, room](Tx &tx) -> Stored<Done> {
            auto requests = SendService(tx, m_clock).claim(room);
            if (!requests)
                return failure(requests.error());
            *claimed = *requests;
            return done();
        },
        [this, claimed](Stored<Done> result) {
            QMetaObject::invokeMethod(
                this,
                [this, claimed, result] {
                    m_claiming = false;
                    if (result) {
                        for (const OutboundRequest &request : std::as_const(*claimed))
                            post(request);
                    }
                    if (m_again)
                        claim();
                },
                Qt::QueuedConnection);
        });
}

void Dispatcher::post(const OutboundRequest &request)
{
    ++m_inFlight;
    m_gateway.send(request, [self = QPointer(this), request](const SendAnswer &answer) {
        if (self)
            self->settle(request, answer);
    });
}

void Dispatcher::settle(const OutboundRequest &request, const SendAnswer &answer)
{
    m_database.write(
        Urgency::Now,
        [this, request, answer](Tx &tx) {
            return SendService(tx, m_clock).settle(request, answer);
        },
        [this, id = request.id](Stored<Done> result) {
            if (!result)
                qCWarning(lcOutbox) << "answer not recorded for message" << id.toString();
            QMetaObject::invokeMethod(
                this,
                [this] {
                    --m_inFlight;
                    claim();
                },
                Qt::QueuedConnection);
        });
}

} // namespace destek::daemon
