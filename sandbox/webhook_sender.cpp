#include "sandbox/webhook_sender.h"

#include "sandbox/signature.h"
#include "sandbox/wire_json.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUrlQuery>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{
constexpr qint64 kSevenDaysMs = 7LL * 24 * 60 * 60 * 1000;
constexpr qint64 kLongestPauseMs = 5LL * 60 * 1000;
constexpr int kMostAttempts = int(kSevenDaysMs / kLongestPauseMs);
constexpr std::size_t kLogLimit = 100'000;
} // namespace

WebhookSender::WebhookSender(WebhookSettings settings, Business business, WallClock clock,
                             Timetable &timetable, quint32 seed, QObject *parent)
    : QObject(parent), m_settings(std::move(settings)), m_business(std::move(business)),
      m_clock(std::move(clock)), m_timetable(timetable), m_dice(seed),
      m_network(new QNetworkAccessManager(this))
{
}

WebhookSender::~WebhookSender() = default;

void WebhookSender::post(Update update)
{
    if (!m_subscribed || !m_settings.callback.isValid())
        return;
    ++m_counts.updates;
    Q_EMIT posted(update);
    qint64 wait = m_settings.delayMs;
    if (m_dice.chance(m_settings.reorder))
        wait += m_dice.between(800, 6000);
    if (wait == 0) {
        enqueue(std::move(update));
        return;
    }
    ++m_heldBack;
    m_timetable.after(wait, [this, update = std::move(update)]() mutable {
        --m_heldBack;
        enqueue(std::move(update));
    });
}

void WebhookSender::postTogether(QList<Update> updates)
{
    if (!m_subscribed || !m_settings.callback.isValid())
        return;
    ++m_lastBundle;
    for (Update &update : updates) {
        ++m_counts.updates;
        update.bundle = m_lastBundle;
        Q_EMIT posted(update);
        m_waiting << update;
    }
    pumpSoon();
}

qsizetype WebhookSender::nextShare()
{
    const quint64 bundle = m_waiting.first().bundle;
    const qsizetype wanted =
        bundle != 0 ? m_waiting.size() : m_dice.between(1, std::max(1, m_settings.batch));
    qsizetype count = 0;
    while (count < std::min(wanted, m_waiting.size()) && m_waiting.at(count).bundle == bundle)
        ++count;
    return count;
}

void WebhookSender::enqueue(Update update)
{
    m_waiting << std::move(update);
    pumpSoon();
}

void WebhookSender::pumpSoon()
{
    // After the current turn, so that what happens at the same moment can share a POST.
    if (m_pumpBooked)
        return;
    m_pumpBooked = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_pumpBooked = false;
            pump();
        },
        Qt::QueuedConnection);
}

void WebhookSender::pump()
{
    while (!m_held && m_underWay < m_settings.parallel) {
        if (!m_retries.isEmpty()) {
            attempt(*m_retries.takeFirst());
            continue;
        }
        if (m_waiting.isEmpty())
            return;
        const qsizetype count = nextShare();
        const QList<Update> together = m_waiting.first(count);
        m_waiting.remove(0, count);
        QStringList keys;
        for (const Update &update : together)
            keys << update.key;
        const QJsonObject body = envelopeOf(m_business, together, m_dice.chance(0.5), m_clock());
        Delivery &delivery = open(toWire(body), keys, int(count));
        delivery.content = together;
        const bool twice = m_settings.twins > 0 && m_dice.chance(m_settings.twins);
        attempt(delivery);
        if (twice) { // on another line, before the first has been answered
            Delivery &twin = open(delivery.body, delivery.keys, delivery.updates);
            twin.again = true;
            attempt(twin);
        }
    }
}

Delivery &WebhookSender::open(QByteArray body, QStringList keys, int updates)
{
    auto delivery = std::make_unique<Delivery>();
    delivery->id = ++m_lastId;
    delivery->signature = hubSignature(m_settings.appSecret, body);
    delivery->body = std::move(body);
    delivery->keys = std::move(keys);
    delivery->updates = updates;
    ++m_unsettled;
    m_log.push_back(std::move(delivery));
    if (m_log.size() > kLogLimit && m_log.front()->acknowledged)
        m_log.pop_front();
    return *m_log.back();
}

quint64 WebhookSender::postRaw(QByteArray body, std::optional<QByteArray> signature)
{
    Delivery &delivery = open(std::move(body), {}, 0);
    if (signature)
        delivery.signature = *signature;
    delivery.once = true;
    attempt(delivery);
    return delivery.id;
}

void WebhookSender::attempt(Delivery &delivery)
{
    QNetworkRequest request(m_settings.callback);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"facebookexternalua"_s);
    request.setRawHeader("Accept", "*/*");
    if (!delivery.signature.isEmpty())
        request.setRawHeader("X-Hub-Signature-256", delivery.signature);
    request.setTransferTimeout(m_settings.timeoutMs);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    applyTls(request);
    ++m_underWay;
    ++m_counts.attempts;
    if (++delivery.attempts == 1 && !delivery.again)
        ++m_counts.posts;
    QNetworkReply *reply = m_network->post(request, delivery.body);
    connect(reply, &QNetworkReply::finished, this, [this, reply, &delivery] {
        reply->deleteLater();
        --m_underWay;
        settle(delivery, *reply);
        pump();
    });
}

void WebhookSender::settle(Delivery &delivery, QNetworkReply &reply)
{
    delivery.lastAnswer = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool first = !delivery.acknowledged;
    if (delivery.lastAnswer == 200) {
        delivery.acknowledged = true;
        delivery.acknowledgedAtMs = m_clock();
        if (first) {
            --m_unsettled;
            ++(delivery.again ? m_counts.duplicates : m_counts.acknowledged);
            if (!delivery.again)
                m_counts.updatesAcknowledged += delivery.updates;
            Q_EMIT taken(std::exchange(delivery.content, {}));
        }
        if (!delivery.again && !delivery.once && m_dice.chance(m_settings.duplicates)) {
            Delivery &copy = open(delivery.body, delivery.keys, delivery.updates);
            copy.again = true;
            m_timetable.after(m_dice.between(50, 4000), [this, &copy] {
                m_retries << &copy;
                pumpSoon();
            });
        }
        Q_EMIT acknowledged(delivery.id);
        return;
    }
    if (delivery.once || delivery.attempts > kMostAttempts) {
        --m_unsettled;
        return;
    }
    m_timetable.after(pauseBefore(delivery.attempts), [this, &delivery] {
        m_retries << &delivery;
        pumpSoon();
    });
}

qint64 WebhookSender::pauseBefore(int attempt)
{
    if (attempt <= 1)
        return 0; // "Immediately, then with decreasing frequency."
    return std::min(kLongestPauseMs, qint64(1000) << std::min(attempt - 2, 20));
}

void WebhookSender::hold(bool held)
{
    m_held = held;
    if (!held)
        pumpSoon();
}

void WebhookSender::setWeather(const WebhookSettings &weather)
{
    m_settings.duplicates = weather.duplicates;
    m_settings.twins = weather.twins;
    m_settings.reorder = weather.reorder;
    m_settings.delayMs = weather.delayMs;
    m_settings.batch = weather.batch;
    m_settings.parallel = weather.parallel;
    pumpSoon();
}

qsizetype WebhookSender::pending() const
{
    return m_waiting.size() + m_heldBack + m_unsettled;
}

void WebhookSender::verifyCallback()
{
    const QByteArray challenge = m_dice.digits(10).toLatin1();
    QUrl url = m_settings.callback;
    QUrlQuery query(url);
    query.addQueryItem(u"hub.mode"_s, u"subscribe"_s);
    query.addQueryItem(u"hub.challenge"_s, QString::fromLatin1(challenge));
    query.addQueryItem(u"hub.verify_token"_s,
                       QString::fromLatin1(m_settings.verifyToken.toPercentEncoding()));
    url.setQuery(query);
    QNetworkRequest request(url);
    request.setTransferTimeout(m_settings.timeoutMs);
    applyTls(request);
    QNetworkReply *reply = m_network->get(request);
    connect(reply, &QNetworkReply::finished, this, [this, reply, challenge] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        Q_EMIT verified(status == 200 && reply->readAll() == challenge);
    });
}

void WebhookSender::applyTls(QNetworkRequest &request) const
{
    if (m_settings.callbackCaPem.isEmpty())
        return;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.addCaCertificates(QSslCertificate::fromData(m_settings.callbackCaPem));
    request.setSslConfiguration(tls);
}

} // namespace destek::sandbox
