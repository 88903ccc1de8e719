#include "net/http/http_media_api.h"

#include "core/wire/endpoints.h"
#include "core/wire/json.h"
#include "net/http/paths.h"

using namespace Qt::StringLiterals;

namespace destek::net
{

namespace
{

constexpr qint64 kMostAnswer = 64 * 1024; ///< of JSON

ApiError errorOf(ApiErrorCode code)
{
    return {code, std::nullopt, {}};
}

ApiError errorOf(NetworkFailure failed)
{
    switch (failed) {
    case NetworkFailure::WrongServer:
        return errorOf(ApiErrorCode::WrongServer);
    case NetworkFailure::Timeout:
        return errorOf(ApiErrorCode::Timeout);
    default:
        return errorOf(ApiErrorCode::Unreachable);
    }
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/// What arrived so far of one answer.
struct Arriving {
    QByteArray bytes;
    bool tooLarge = false;
};

/// A picture may be large; what is not one stays small.
qint64 mostOf(const QNetworkReply &reply)
{
    return statusOf(reply) == 200 ? HttpMediaApi::kMostBytes : kMostAnswer;
}

void collect(QNetworkReply *reply, Arriving &arriving)
{
    const qint64 most = mostOf(*reply);
    arriving.bytes += reply->read(most - arriving.bytes.size() + 1);
    if (arriving.bytes.size() > most) {
        arriving.tooLarge = true;
        reply->abort();
    }
}

/// The error of an ended transfer; nullopt: 2xx arrived completely.
std::optional<ApiError> troubleOf(QNetworkReply *reply, Arriving &arriving)
{
    if (!arriving.tooLarge && reply->bytesAvailable() > 0)
        collect(reply, arriving);
    if (arriving.tooLarge)
        return errorOf(ApiErrorCode::BadAnswer);
    if (const NetworkFailure failed = failureOf(*reply); failed != NetworkFailure::None)
        return errorOf(failed);
    const int status = statusOf(*reply);
    if (status >= 200 && status < 300)
        return std::nullopt;
    const auto said = answerFrom(status, arriving.bytes);
    return said ? errorOf(ApiErrorCode::BadAnswer) : said.error();
}

} // namespace

HttpMediaApi::HttpMediaApi(const HttpTransport *transport, QObject *parent)
    : QObject(parent), m_transport(transport)
{
}

HttpMediaApi::~HttpMediaApi() = default;

QNetworkReply *HttpMediaApi::send(const NetworkAsk &ask)
{
    const DaemonLink &link = m_transport->link();
    if (m_server != link.server || m_ca != link.ca) {
        m_network.forget();
        m_server = link.server;
        m_ca = link.ca;
    }
    return m_network.send(link, ask);
}

void HttpMediaApi::later(std::function<void()> answer)
{
    QMetaObject::invokeMethod(this, std::move(answer), Qt::QueuedConnection);
}

void HttpMediaApi::fetch(MessageId id, Progress progress, Then<QByteArray> then)
{
    NetworkAsk ask;
    ask.verb = "GET";
    ask.path = pathFor(wire::kMedia, id.toString());
    ask.silence = m_silence;
    QNetworkReply *reply = send(ask);
    if (!reply)
        return later([then] { then(failure(errorOf(ApiErrorCode::WrongServer))); });
    auto arriving = std::make_shared<Arriving>();
    if (then.owner())
        connect(then.owner(), &QObject::destroyed, reply, &QNetworkReply::abort);
    connect(reply, &QNetworkReply::readyRead, this,
            [reply, arriving] { collect(reply, *arriving); });
    if (progress)
        connect(reply, &QNetworkReply::downloadProgress, this,
                [reply, progress, then](qint64 done, qint64 total) {
                    if (then.owner() && statusOf(*reply) == 200)
                        progress(done, std::max<qint64>(total, 0));
                });
    connect(reply, &QNetworkReply::finished, this, [reply, arriving, then] {
        reply->deleteLater();
        if (const auto trouble = troubleOf(reply, *arriving))
            then(failure(*trouble));
        else
            then(std::move(arriving->bytes));
    });
}

void HttpMediaApi::upload(ConversationId id, const QString &fileName, const QByteArray &bytes,
                          Progress progress, Then<UploadView> then)
{
    if (bytes.size() > kMostBytes)
        return later([then] { then(failure(errorOf(ApiErrorCode::TooLarge))); });
    NetworkAsk ask;
    ask.verb = "POST";
    ask.path = pathFor(wire::kUploads, id.value);
    ask.body = bytes;
    ask.silence = m_silence;
    ask.headers = {{"Content-Type", "application/octet-stream"},
                   {QByteArray(wire::kFileNameHeader.data(), wire::kFileNameHeader.size()),
                    QUrl::toPercentEncoding(fileName)}};
    QNetworkReply *reply = send(ask);
    if (!reply)
        return later([then] { then(failure(errorOf(ApiErrorCode::WrongServer))); });
    auto arriving = std::make_shared<Arriving>();
    if (then.owner())
        connect(then.owner(), &QObject::destroyed, reply, &QNetworkReply::abort);
    connect(reply, &QNetworkReply::readyRead, this,
            [reply, arriving] { collect(reply, *arriving); });
    if (progress)
        connect(reply, &QNetworkReply::uploadProgress, this,
                [progress, then](qint64 done, qint64 total) {
                    if (then.owner() && total > 0)
                        progress(done, total);
                });
    connect(reply, &QNetworkReply::finished, this, [reply, arriving, then] {
        reply->deleteLater();
        if (const auto trouble = troubleOf(reply, *arriving))
            return then(failure(*trouble));
        const auto said = answerFrom(200, arriving->bytes);
        const auto upload = said ? wire::uploadFromJson(*said) : std::nullopt;
        if (upload)
            then(*upload);
        else
            then(failure(HttpTransport::badAnswer()));
    });
}

} // namespace destek::net
