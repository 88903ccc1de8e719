#include "net/http/http_media_api.h"

#include "core/wire/endpoints.h"
#include "core/wire/json.h"
#include "net/http/paths.h"

#include <QRegularExpression>

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

bool isFile(const QNetworkReply &reply)
{
    return statusOf(reply) == 200 || statusOf(reply) == 206;
}

/// A picture may be large; what is not one stays small.
qint64 mostOf(const QNetworkReply &reply)
{
    return isFile(reply) ? HttpMediaApi::kMostBytes : kMostAnswer;
}

struct ByteRange {
    qint64 first = 0;
    qint64 last = 0;
    qint64 total = 0;
};

/// "bytes 0-4194303/9000000".
std::optional<ByteRange> rangeOf(const QNetworkReply &reply)
{
    static const QRegularExpression form(u"^bytes (\\d{1,15})-(\\d{1,15})/(\\d{1,15})$"_s);
    const auto match = form.match(QString::fromLatin1(reply.rawHeader("Content-Range")));
    if (!match.hasMatch())
        return std::nullopt;
    return ByteRange{match.captured(1).toLongLong(), match.captured(2).toLongLong(),
                     match.captured(3).toLongLong()};
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

/// A file on its way here.
struct HttpMediaApi::Download {
    Download(MessageId message, Progress tell, Then<QByteArray> answer)
        : id(message), progress(std::move(tell)), then(std::move(answer))
    {
    }
    const MessageId id;
    const Progress progress;
    const Then<QByteArray> then;
    QByteArray bytes; ///< complete parts
    qint64 total = 0; ///< 0: not known yet
    Arriving part;
};

void HttpMediaApi::fetch(MessageId id, Progress progress, Then<QByteArray> then)
{
    fetchPart(std::make_shared<Download>(id, std::move(progress), std::move(then)));
}

void HttpMediaApi::fetchPart(const std::shared_ptr<Download> &download)
{
    const Then<QByteArray> then = download->then;
    const qint64 first = download->bytes.size();
    NetworkAsk ask;
    ask.verb = "GET";
    ask.path = pathFor(wire::kMedia, download->id.toString());
    ask.silence = m_silence;
    ask.headers = {{"Range", "bytes=" + QByteArray::number(first) + '-' +
                                 QByteArray::number(first + kPart - 1)}};
    QNetworkReply *reply = send(ask);
    if (!reply)
        return later([then] { then(failure(errorOf(ApiErrorCode::WrongServer))); });
    download->part = {};
    if (then.owner())
        connect(then.owner(), &QObject::destroyed, reply, &QNetworkReply::abort);
    connect(reply, &QNetworkReply::readyRead, this,
            [reply, download] { collect(reply, download->part); });
    if (download->progress)
        connect(reply, &QNetworkReply::downloadProgress, this,
                [reply, download, first](qint64 done, qint64 total) {
                    if (!download->then.owner() || !isFile(*reply))
                        return;
                    const qint64 known = rangeOf(*reply) ? rangeOf(*reply)->total : total;
                    download->progress(first + done, std::max<qint64>(known, 0));
                });
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, download] { takePart(reply, download); });
}

void HttpMediaApi::takePart(QNetworkReply *reply, const std::shared_ptr<Download> &download)
{
    reply->deleteLater();
    if (const auto trouble = troubleOf(reply, download->part))
        return download->then(failure(*trouble));
    if (statusOf(*reply) != 206) { // a daemon that gives files as a whole
        if (download->bytes.isEmpty())
            return download->then(std::move(download->part.bytes));
        return download->then(failure(errorOf(ApiErrorCode::BadAnswer)));
    }
    const auto range = rangeOf(*reply);
    const qint64 size = download->part.bytes.size();
    const bool fits = range && size > 0 && range->first == download->bytes.size() &&
                      range->last - range->first + 1 == size && range->last < range->total &&
                      range->total <= kMostBytes &&
                      (download->total == 0 || download->total == range->total);
    if (!fits)
        return download->then(failure(errorOf(ApiErrorCode::BadAnswer)));
    download->total = range->total;
    download->bytes += download->part.bytes;
    if (download->bytes.size() == download->total)
        return download->then(std::move(download->bytes));
    if (download->then.owner())
        fetchPart(download);
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
