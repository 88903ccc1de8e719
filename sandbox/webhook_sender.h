#pragma once

#include "sandbox/dice.h"
#include "sandbox/timetable.h"
#include "sandbox/webhook_shapes.h"

#include <QObject>
#include <QUrl>

#include <deque>
#include <map>
#include <memory>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;
QT_END_NAMESPACE

namespace destek::sandbox
{

/// How unkind the network between Meta and the business is.
struct WebhookSettings {
    QUrl callback;
    QByteArray appSecret;
    QByteArray verifyToken;
    QByteArray callbackCaPem; ///< extra root for an https callback with a CA of its own
    double duplicates = 0;    ///< chance that an acknowledged POST is sent again
    double twins = 0;         ///< chance that a POST leaves twice at the same moment
    double reorder = 0;       ///< chance that an update is held back behind later ones
    int delayMs = 0;          ///< before each update leaves
    int batch = 3;            ///< most updates in one POST
    int parallel = 4;         ///< POSTs under way at the same time
    int timeoutMs = 10'000;   ///< for an answer (real time)
};

/// One POST and what became of it.
struct Delivery {
    quint64 id = 0;
    QByteArray body;
    QByteArray signature;  ///< the header's value; empty: header left out
    QStringList keys;      ///< wamids inside
    QList<Update> content; ///< until acknowledged; empty for raw bodies and duplicates
    int updates = 0;
    int attempts = 0;
    int lastAnswer = 0; ///< HTTP status, 0: no answer
    bool acknowledged = false;
    bool again = false; ///< a deliberate duplicate
    bool once = false;  ///< never retried
    qint64 acknowledgedAtMs = 0;
};

struct WebhookCounts {
    qint64 updates = 0;
    qint64 updatesAcknowledged = 0;
    qint64 posts = 0; ///< distinct bodies, duplicates not counted
    qint64 acknowledged = 0;
    qint64 attempts = 0;
    qint64 duplicates = 0;
};

/// Brings updates to the callback as Meta does: signed over the exact bytes, one or several per
/// POST, several POSTs at once, anything but 200 retried with growing pauses for seven days of
/// simulated time (whatsapp.md 1.5). Main thread only.
class WebhookSender : public QObject
{
    Q_OBJECT
public:
    WebhookSender(WebhookSettings settings, Business business, WallClock clock,
                  Timetable &timetable, quint32 seed, QObject *parent = nullptr);
    ~WebhookSender() override;

    void post(Update update);
    /// These share one POST, whatever the batch size (at most 1000).
    void postTogether(QList<Update> updates);
    /// Any bytes; without a signature argument they are signed correctly. Not retried.
    quint64 postRaw(QByteArray body, std::optional<QByteArray> signature);
    /// While held, updates pile up; they leave when released.
    void hold(bool held);
    [[nodiscard]] bool isHeld() const { return m_held; }
    /// An app without a subscription to the WABA gets nothing; what happens meanwhile is lost.
    void setSubscribed(bool subscribed) { m_subscribed = subscribed; }
    [[nodiscard]] bool isSubscribed() const { return m_subscribed; }
    /// Chances, delay, batch and parallelism can change while running; callback, secrets and
    /// time-out of the argument are ignored.
    void setWeather(const WebhookSettings &weather);
    [[nodiscard]] const WebhookSettings &settings() const { return m_settings; }

    /// GET with hub.mode, hub.challenge and hub.verify_token; answers through verified().
    void verifyCallback();

    [[nodiscard]] const std::deque<std::unique_ptr<Delivery>> &deliveries() const { return m_log; }
    [[nodiscard]] const WebhookCounts &counts() const { return m_counts; }
    [[nodiscard]] qsizetype pending() const;

Q_SIGNALS:
    void verified(bool ok);
    void acknowledged(quint64 id);
    /// Will be delivered; once per update.
    void posted(const destek::sandbox::Update &update);
    /// The business has answered 200; once per update.
    void taken(const QList<destek::sandbox::Update> &updates);

private:
    void enqueue(Update update);
    void pump();
    void pumpSoon();
    /// How many of the waiting updates go into the next POST.
    [[nodiscard]] qsizetype nextShare();
    Delivery &open(QByteArray body, QStringList keys, int updates);
    void attempt(Delivery &delivery);
    void settle(Delivery &delivery, QNetworkReply &reply);
    void applyTls(QNetworkRequest &request) const;
    [[nodiscard]] static qint64 pauseBefore(int attempt);

    WebhookSettings m_settings;
    const Business m_business;
    const WallClock m_clock;
    Timetable &m_timetable;
    Dice m_dice;
    QNetworkAccessManager *m_network;
    bool m_held = false;
    bool m_subscribed = true;
    bool m_pumpBooked = false;
    int m_underWay = 0;
    int m_unsettled = 0; ///< deliveries opened and neither acknowledged nor given up
    int m_heldBack = 0;  ///< updates waiting for their delay
    quint64 m_lastId = 0;
    quint64 m_lastBundle = 0;
    QList<Update> m_waiting;
    QList<Delivery *> m_retries; ///< due, waiting for a free line
    std::deque<std::unique_ptr<Delivery>> m_log;
    WebhookCounts m_counts;
};

} // namespace destek::sandbox
