#include "net/http/http_transport.h"

#include "core/wire/json.h"

#include <QJsonDocument>
#include <QUrl>

#include <memory>

using namespace Qt::StringLiterals;

namespace destek::net
{

namespace
{

ApiError errorOf(ApiErrorCode code, const QString &detail)
{
    return {code, std::nullopt, detail};
}

ApiErrorCode codeFor(int status)
{
    switch (status) {
    case 400:
        return ApiErrorCode::BadRequest;
    case 401:
        return ApiErrorCode::NotSignedIn;
    case 403:
        return ApiErrorCode::NotPermitted;
    case 404:
        return ApiErrorCode::NotFound;
    case 413:
        return ApiErrorCode::TooLarge;
    case 429:
        return ApiErrorCode::TooManyAttempts;
    case 503:
        return ApiErrorCode::Busy;
    case 504:
        return ApiErrorCode::Timeout;
    default:
        return status >= 500 ? ApiErrorCode::Internal : ApiErrorCode::BadAnswer;
    }
}

ApiError errorOf(NetworkFailure failed, const QString &detail)
{
    switch (failed) {
    case NetworkFailure::WrongServer:
        return errorOf(ApiErrorCode::WrongServer, detail);
    case NetworkFailure::Timeout:
        return errorOf(ApiErrorCode::Timeout, detail);
    default:
        return errorOf(ApiErrorCode::Unreachable, detail);
    }
}

QByteArray encoded(const QList<QPair<QByteArray, QString>> &query)
{
    QByteArray text;
    for (const auto &[key, value] : query) {
        if (value.isEmpty())
            continue;
        text += (text.isEmpty() ? "" : "&") + key + '=' + QUrl::toPercentEncoding(value);
    }
    return text;
}

} // namespace

Answer<QJsonObject> answerFrom(int status, const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (status >= 200 && status < 300) {
        if (body.isEmpty())
            return QJsonObject();
        if (document.isObject())
            return document.object();
        return failure(errorOf(ApiErrorCode::BadAnswer, u"not JSON"_s));
    }
    if (status >= 400 && document.object().contains("error"_L1)) {
        const ApiError said = wire::apiErrorFromJson(document.object());
        if (said.code != ApiErrorCode::BadAnswer)
            return failure(said);
    }
    return failure(errorOf(codeFor(status), u"status %1"_s.arg(status)));
}

struct HttpTransport::Exchange {
    QByteArray body;
    qint64 mostBytes = 0;
    bool tooLarge = false;
    Read read;
};

HttpTransport::HttpTransport(QObject *parent) : QObject(parent) {}

HttpTransport::~HttpTransport() = default;

ApiError HttpTransport::badAnswer()
{
    return errorOf(ApiErrorCode::BadAnswer, u"unexpected shape"_s);
}

void HttpTransport::setLink(const DaemonLink &link)
{
    if (m_link.server != link.server || m_link.ca != link.ca)
        m_network.forget();
    m_link = link;
}

void HttpTransport::ask(const JsonAsk &what, Read read)
{
    NetworkAsk request{what.verb, what.path, encoded(what.query), {}, what.headers, m_silence};
    if (what.body)
        request.body = QJsonDocument(*what.body).toJson(QJsonDocument::Compact);
    QNetworkReply *reply = m_network.send(m_link, request);
    if (!reply) {
        QMetaObject::invokeMethod(
            this,
            [read = std::move(read)] {
                read(failure(errorOf(ApiErrorCode::WrongServer, u"not a pinned https server"_s)));
            },
            Qt::QueuedConnection);
        return;
    }
    auto exchange = std::make_shared<Exchange>();
    exchange->mostBytes = what.mostBytes;
    exchange->read = std::move(read);
    connect(reply, &QNetworkReply::readyRead, this, [reply, exchange] {
        exchange->body += reply->read(exchange->mostBytes - exchange->body.size() + 1);
        if (exchange->body.size() > exchange->mostBytes) {
            exchange->tooLarge = true;
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, exchange] { finish(reply, *exchange); });
}

void HttpTransport::finish(QNetworkReply *reply, const Exchange &exchange)
{
    reply->deleteLater();
    if (exchange.tooLarge) {
        exchange.read(failure(errorOf(ApiErrorCode::BadAnswer, u"answer too large"_s)));
        return;
    }
    if (const NetworkFailure failed = failureOf(*reply); failed != NetworkFailure::None) {
        exchange.read(failure(errorOf(failed, u"network error %1"_s.arg(int(reply->error())))));
        return;
    }
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    exchange.read(answerFrom(status, exchange.body + reply->read(exchange.mostBytes)));
}

} // namespace destek::net
