#include "net/live/live_feed.h"

#include "core/wire/collaboration_json.h"
#include "core/wire/endpoints.h"
#include "core/wire/json.h"
#include "net/http/http_transport.h"

#include <QJsonDocument>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace destek::net
{

namespace
{

constexpr int kSilentWatches = 3;
constexpr qint64 kMostErrorBody = 64 * 1024;

QJsonObject jsonOf(const SseEvent &event)
{
    return QJsonDocument::fromJson(event.data).object();
}

} // namespace

LiveFeed::LiveFeed(std::function<DaemonLink()> link, Later later, QObject *parent)
    : Feed(parent), m_link(std::move(link)), m_later(std::move(later))
{
}

LiveFeed::~LiveFeed()
{
    close();
}

void LiveFeed::start(qint64 afterSeq)
{
    m_seq = afterSeq;
    m_backoff.reset();
    close();
    m_network.forget(); // the link may be another one by now
    connectNow();
}

void LiveFeed::stop()
{
    close();
    setState(FeedState::Stopped);
}

void LiveFeed::connectNow()
{
    close();
    setState(FeedState::Connecting);
    NetworkAsk ask{"GET", QString(wire::kFeed), {}, {}, {}, Duration::zero()};
    ask.headers << qMakePair(QByteArray("Last-Event-ID"), QByteArray::number(m_seq))
                << qMakePair(QByteArray("Accept"), QByteArray("text/event-stream"));
    m_parser.reset();
    m_silentWatches = 0;
    m_reply = m_network.send(m_link(), ask);
    if (!m_reply) {
        lost();
        return;
    }
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &LiveFeed::onHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &LiveFeed::onBytes);
    connect(m_reply, &QNetworkReply::finished, this, &LiveFeed::onFinished);
    watch();
}

void LiveFeed::watch()
{
    m_later(kWatch, this, [this, connection = m_connection] {
        if (connection != m_connection || !m_reply)
            return;
        if (++m_silentWatches >= kSilentWatches)
            lost();
        else
            watch();
    });
}

void LiveFeed::onHeaders()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray type = m_reply->rawHeader("Content-Type");
    m_streaming = status == 200 && type.startsWith("text/event-stream");
    if (m_streaming && m_state == FeedState::Connecting)
        setState(FeedState::CatchingUp);
}

void LiveFeed::onBytes()
{
    m_silentWatches = 0;
    if (!m_streaming) {
        if (m_reply->bytesAvailable() > kMostErrorBody)
            lost();
        return; // an error; read when it has ended
    }
    const auto events = m_parser.feed(m_reply->readAll());
    if (!events.ok()) {
        lost();
        return;
    }
    for (const SseEvent &event : *events) {
        if (!take(event))
            return;
    }
}

void LiveFeed::onFinished()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!m_streaming && status >= 400) {
        const auto answer = answerFrom(status, m_reply->read(kMostErrorBody));
        const ApiErrorCode code = answer.error().code;
        if (code == ApiErrorCode::NotSignedIn || code == ApiErrorCode::NotPermitted) {
            close();
            m_endedBy = SessionEnd::Over;
            setState(FeedState::Ended);
            return;
        }
    }
    lost();
}

bool LiveFeed::take(const SseEvent &event)
{
    const int connection = m_connection;
    if (event.name == "beat")
        return takeBeat(event);
    if (event.name == "reset")
        return startOver();
    if (event.name == "presence") {
        // Not numbered and said again after each change: one that cannot be read is let go.
        if (const auto now = wire::presenceNowFromJson(jsonOf(event)))
            Q_EMIT presenceChanged(*now);
        return connection == m_connection;
    }
    if (event.name == "draft") {
        if (const auto now = wire::draftsNowFromJson(jsonOf(event)))
            Q_EMIT draftsChanged(*now);
        return connection == m_connection;
    }
    if (event.name == "ended") {
        close();
        m_endedBy = fromWireName<SessionEnd>(jsonOf(event).value("by"_L1).toString())
                        .value_or(SessionEnd::Over);
        setState(FeedState::Ended);
        return false;
    }
    return takeChange(event) && connection == m_connection;
}

bool LiveFeed::takeChange(const SseEvent &event)
{
    bool isNumber = false;
    const qint64 seq = event.id.toLongLong(&isNumber);
    if (!isNumber)
        return event.name == "message" || event.name == "conversation" || event.name == "erased" ||
                       event.name == "team"
                   ? startOver()
                   : true; // a word of a later version
    if (seq <= m_seq)
        return true; // had it already
    const int connection = m_connection;
    m_seq = seq;
    if (event.name == "conversation") {
        const auto summary = wire::conversationFromJson(jsonOf(event));
        if (!summary)
            return startOver();
        Q_EMIT conversationChanged(*summary, seq);
    } else if (event.name == "message") {
        const auto message = wire::messageFromJson(jsonOf(event));
        if (!message)
            return startOver();
        Q_EMIT messageChanged(*message, seq);
    } else if (event.name == "erased") {
        const auto order = wire::erasureOrderFromJson(jsonOf(event));
        if (!order)
            return startOver();
        Q_EMIT personErased(*order, seq);
    } else if (event.name == "team") {
        Q_EMIT teamChanged(seq);
    }
    return connection == m_connection; // somebody may have stopped us
}

bool LiveFeed::takeBeat(const SseEvent &event)
{
    const QJsonObject json = jsonOf(event);
    const qint64 seq = json.value("seq"_L1).toInteger(-1);
    if (seq >= 0 && seq < m_seq)
        return startOver(); // the daemon forgot what we have seen: restored from a backup
    m_seq = std::max(m_seq, seq);
    m_syncedAt = Instant::fromMs(json.value("time"_L1).toInteger());
    m_backoff.reset();
    const int connection = m_connection;
    setState(FeedState::Live);
    if (connection != m_connection)
        return false;
    Q_EMIT beat(m_syncedAt, m_seq);
    return connection == m_connection;
}

bool LiveFeed::startOver()
{
    close();
    setState(FeedState::Stopped);
    Q_EMIT resetRequired();
    return false;
}

void LiveFeed::lost()
{
    close();
    setState(FeedState::Offline);
    if (m_state != FeedState::Offline)
        return; // whoever heard it has stopped or restarted us
    m_later(m_backoff.next(QRandomGenerator::global()->generateDouble()), this,
            [this, connection = m_connection] {
                if (connection == m_connection && m_state == FeedState::Offline)
                    connectNow();
            });
}

void LiveFeed::close()
{
    ++m_connection;
    m_streaming = false;
    if (!m_reply)
        return;
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void LiveFeed::setState(FeedState state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace destek::net
