#include "daemon/graph/graph_media.h"

#include "daemon/graph/source_body.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QUrlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

Q_LOGGING_CATEGORY(lcGraphMedia, "destek.graph.media")

namespace
{

constexpr qint64 kAnswerAtMost = 64 * 1024;
constexpr qint64 kReadBuffer = 1024 * 1024;

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/// It becomes part of a path: nothing but an id may stand there.
bool isId(const QString &text)
{
    return !text.isEmpty() && text.size() <= 128 &&
           std::all_of(text.cbegin(), text.cend(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') ||
                      (c >= u'A' && c <= u'Z') || c == u'_' || c == u'-';
           });
}

QString networkReason(const QNetworkReply &reply, int status)
{
    if (status == 0)
        return u"network_%1"_s.arg(int(reply.error()));
    return u"status_%1"_s.arg(status);
}

/// A header field's worth of a type we found ourselves; anything else would split the body.
QByteArray typeField(const QString &mimeType)
{
    const QByteArray type = mimeType.toLatin1();
    const bool plain = std::all_of(type.cbegin(), type.cend(),
                                   [](char c) { return c > ' ' && c < 0x7f && c != '"'; });
    return plain && !type.isEmpty() ? type : QByteArrayLiteral("application/octet-stream");
}

/// The ending only: WhatsApp compares it with the content (131053). What the customer sees comes
/// from the message.
QByteArray nameField(const QString &fileName)
{
    const QString ending = fileName.section(u'.', -1);
    const bool plain = ending.size() <= 5 && fileName.contains(u'.') &&
                       std::all_of(ending.cbegin(), ending.cend(), [](QChar c) {
                           return c.unicode() < 0x80 && c.isLetterOrNumber();
                       });
    return plain && !ending.isEmpty() ? "file." + ending.toLatin1() : QByteArray("file");
}

} // namespace

struct GraphMedia::Download {
    Take take;
    std::function<void(FetchAnswer)> told;
    FetchAnswer answer;
    qint64 taken = 0;
};

GraphMedia::GraphMedia(Settings settings, QObject *parent)
    : QObject(parent), m_settings(std::move(settings)),
      m_network(std::make_unique<QNetworkAccessManager>())
{
}

GraphMedia::~GraphMedia() = default;

QNetworkRequest GraphMedia::requestTo(const QUrl &url) const
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(int(m_settings.silence.count()));
    request.setRawHeader("Authorization", "Bearer " + m_settings.token.reveal());
    request.setRawHeader("Accept-Encoding", "identity"); // sizes are sizes
    request.setHeader(QNetworkRequest::UserAgentHeader, u"destekd/" DESTEK_VERSION ""_s);
    return request;
}

void GraphMedia::fetch(const QString &metaId, const QString &phoneNumberId, Take take,
                       std::function<void(FetchAnswer)> answer)
{
    auto download = std::make_shared<Download>();
    download->take = std::move(take);
    download->told = std::move(answer);
    if (!isId(metaId) || !isId(phoneNumberId)) {
        download->answer.outcome = FetchOutcome::Refused;
        download->answer.reason = u"no_id"_s;
        QMetaObject::invokeMethod(
            this, [download] { download->told(download->answer); }, Qt::QueuedConnection);
        return;
    }
    QUrl url = m_settings.baseUrl;
    url.setPath(u'/' + m_settings.version + u'/' + metaId);
    QUrlQuery query;
    query.addQueryItem(u"phone_number_id"_s, phoneNumberId);
    url.setQuery(query);
    QNetworkReply *reply = m_network->get(requestTo(url));
    reply->setReadBufferSize(kReadBuffer);
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, download] { answered(reply, download); });
}

void GraphMedia::answered(QNetworkReply *reply, const std::shared_ptr<Download> &download)
{
    reply->deleteLater();
    FetchAnswer &answer = download->answer;
    answer.httpStatus = statusOf(*reply);
    const QByteArray body = reply->read(kAnswerAtMost);
    if (answer.httpStatus != 200) {
        answer.code = QJsonDocument::fromJson(body)
                          .object()
                          .value("error"_L1)
                          .toObject()
                          .value("code"_L1)
                          .toInt();
        answer.reason = networkReason(*reply, answer.httpStatus);
        return download->told(answer);
    }
    const auto address = readMediaAddress(body);
    if (!address) {
        answer.reason = u"no_address"_s;
        return download->told(answer);
    }
    answer.sha256 = address->sha256;
    answer.mimeType = address->mimeType;
    answer.size = address->size;
    if (address->size > m_settings.most) {
        answer.outcome = FetchOutcome::TooLarge;
        answer.reason = u"too_large"_s;
        return download->told(answer);
    }
    if (!isMediaAddress(address->url, m_settings.baseUrl)) {
        // The host is no secret and names nobody; the rest of the address might.
        qCWarning(lcGraphMedia) << "a media address on a host that is not WhatsApp's was refused";
        answer.outcome = FetchOutcome::Refused;
        answer.reason = u"host"_s;
        return download->told(answer);
    }
    transfer(address->url, download);
}

void GraphMedia::transfer(const QUrl &url, const std::shared_ptr<Download> &download)
{
    QNetworkReply *reply = m_network->get(requestTo(url));
    reply->setReadBufferSize(kReadBuffer);
    connect(reply, &QNetworkReply::readyRead, this,
            [this, reply, download] { takeFrom(reply, download); });
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, download] { ended(reply, download); });
}

void GraphMedia::takeFrom(QNetworkReply *reply, const std::shared_ptr<Download> &download) const
{
    if (statusOf(*reply) != 200 || download->answer.outcome != FetchOutcome::Retry)
        return;
    FetchAnswer &answer = download->answer;
    while (reply->bytesAvailable() > 0) {
        const QByteArray bytes = reply->read(kReadBuffer);
        download->taken += bytes.size();
        if (download->taken > m_settings.most) {
            answer.outcome = FetchOutcome::TooLarge;
            answer.reason = u"too_large"_s;
        } else if (!download->take(bytes)) {
            answer.outcome = FetchOutcome::Stopped;
            answer.reason = u"not_taken"_s;
        }
        if (answer.outcome != FetchOutcome::Retry)
            return reply->abort();
    }
}

void GraphMedia::ended(QNetworkReply *reply, const std::shared_ptr<Download> &download) const
{
    reply->deleteLater();
    FetchAnswer &answer = download->answer;
    answer.httpStatus = statusOf(*reply);
    if (answer.outcome == FetchOutcome::Retry && reply->error() == QNetworkReply::NoError)
        takeFrom(reply, download);
    if (answer.outcome == FetchOutcome::Retry) {
        if (answer.httpStatus == 200 && reply->error() == QNetworkReply::NoError)
            answer.outcome = FetchOutcome::Fetched;
        else
            answer.reason = networkReason(*reply, answer.httpStatus);
    }
    download->told(answer);
}

void GraphMedia::handOver(const QString &phoneNumberId, const QString &mimeType,
                          const QString &fileName, qint64 size, std::unique_ptr<MediaSource> body,
                          std::function<void(HandOverAnswer)> answer)
{
    const QByteArray boundary = "destek-" + QUuid::createUuid().toByteArray(QUuid::Id128);
    const QByteArray type = typeField(mimeType);
    const auto field = [&](const char *name, const QByteArray &value) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name +
               "\"\r\n\r\n" + value + "\r\n";
    };
    const QByteArray begin = field("messaging_product", "whatsapp") + field("type", type) + "--" +
                             boundary +
                             "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" +
                             nameField(fileName) + "\"\r\nContent-Type: " + type + "\r\n\r\n";
    const QByteArray end = "\r\n--" + boundary + "--\r\n";
    QUrl url = m_settings.baseUrl;
    url.setPath(u'/' + m_settings.version + u'/' + phoneNumberId + u"/media"_s);
    QNetworkRequest http = requestTo(url);
    http.setHeader(QNetworkRequest::ContentTypeHeader,
                   QByteArray("multipart/form-data; boundary=" + boundary));
    http.setHeader(QNetworkRequest::ContentLengthHeader, begin.size() + size + end.size());
    http.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    auto *stream = new SourceBody(begin, std::move(body), end, this);
    QNetworkReply *reply = m_network->post(http, stream);
    stream->setParent(reply);
    connect(reply, &QNetworkReply::finished, this, [reply, stream, answer = std::move(answer)] {
        reply->deleteLater();
        HandOverAnswer read = readHandOverAnswer(statusOf(*reply), reply->read(kAnswerAtMost));
        if (stream->isBroken()) // no later attempt reads it either
            read = HandOverAnswer{};
        if (read.metaId.isEmpty())
            qCInfo(lcGraphMedia) << "file not taken, status" << read.httpStatus << "code"
                                 << read.code;
        answer(read);
    });
}

} // namespace destek::daemon
