#include "daemon/service/dispatcher.h"

#include "daemon/service/send_verdict.h"

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
/// Meta's code for a file it does not take (facts/whatsapp.md 6).
constexpr int kFileNotTaken = 131053;
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
    struct Claimed {
        QList<OutboundRequest> requests;
        QList<UploadId> wanted;
    };
    auto claimed = std::make_shared<Claimed>();
    const int room = kMostInFlight - m_inFlight;
    m_database.write(
        Urgency::Now,
        [this, claimed, room](Tx &tx) -> Stored<Done> {
            if (m_before) {
                const auto allKnown = m_before(tx);
                if (!allKnown)
                    return failure(allKnown.error());
                if (!*allKnown)
                    return done();
            }
            SendService service(tx, m_clock, m_rates);
            auto requests = service.claim(room);
            if (!requests)
                return failure(requests.error());
            *claimed = {*requests, service.wanted()};
            return done();
        },
        [this, claimed](Stored<Done> result) {
            QMetaObject::invokeMethod(
                this,
                [this, claimed, result] {
                    m_claiming = false;
                    if (result) {
                        for (const OutboundRequest &request : std::as_const(claimed->requests))
                            post(request);
                        handOver(claimed->wanted);
                    }
                    if (m_again)
                        claim();
                },
                Qt::QueuedConnection);
        });
}

/// Handing a file over sends nothing to anybody: what fails may be tried as often as it takes.
void Dispatcher::handOver(const QList<UploadId> &files)
{
    for (const UploadId &file : files) {
        if (!m_handOver || m_handingOver.contains(file))
            continue;
        m_handingOver << file;
        m_handOver(file, [self = QPointer(this), file](const HandOverAnswer &answer) {
            if (self)
                self->handedOver(file, answer);
        });
    }
}

void Dispatcher::handedOver(UploadId file, const HandOverAnswer &answer)
{
    const Verdict verdict = judgeHandOver(answer, ++m_handOverTries[file]);
    if (verdict.outcome != AttemptOutcome::Retry)
        m_handOverTries.remove(file);
    if (verdict.outcome == AttemptOutcome::Accepted) {
        m_handingOver.remove(file);
        return wake();
    }
    const int code = answer.asked ? answer.code : kFileNotTaken;
    m_database.write(
        Urgency::Now,
        [this, file, code, verdict](Tx &tx) {
            return SendService(tx, m_clock).settleFile(file, code, verdict);
        },
        [this, file](Stored<Done> result) {
            if (!result)
                qCWarning(lcOutbox) << "answer not recorded for file" << file.value;
            // Not before its message knows how long to wait: until then it asks again.
            QMetaObject::invokeMethod(
                this,
                [this, file] {
                    m_handingOver.remove(file);
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
