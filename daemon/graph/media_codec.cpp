#include "daemon/graph/graph_media.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || host == "127.0.0.1"_L1 || host == "::1"_L1;
}

bool isMetaHost(const QString &host)
{
    return host == "graph.facebook.com"_L1 || host.endsWith(".fbsbx.com"_L1) ||
           host.endsWith(".fbcdn.net"_L1);
}

/// WhatsApp writes hashes in base64 in webhooks and in hexadecimal digits here; both are read.
QByteArray hashFrom(const QString &text)
{
    const QByteArray latin = text.toLatin1();
    if (latin.size() == 64) {
        const QByteArray hash = QByteArray::fromHex(latin);
        return hash.size() == 32 ? hash : QByteArray();
    }
    const auto decoded = QByteArray::fromBase64Encoding(
        latin, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    return decoded && decoded.decoded.size() == 32 ? decoded.decoded : QByteArray();
}

qint64 sizeFrom(const QJsonValue &value)
{
    const qint64 size = value.isString() ? value.toString().toLongLong() : value.toInteger();
    return std::max<qint64>(size, 0);
}

} // namespace

bool isMediaAddress(const QUrl &url, const QUrl &base)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    if (isLoopback(base.host()))
        return url.scheme() == base.scheme() && url.host() == base.host() &&
               url.port() == base.port();
    return url.scheme() == "https"_L1 && url.port(443) == 443 && isMetaHost(url.host());
}

std::optional<MediaAddress> readMediaAddress(const QByteArray &body)
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    const QString text = json.value("url"_L1).toString();
    if (text.isEmpty())
        return std::nullopt;
    MediaAddress address;
    address.url = QUrl(text, QUrl::StrictMode);
    address.mimeType =
        json.value("mime_type"_L1).toString().section(u';', 0, 0).trimmed().left(100);
    address.sha256 = hashFrom(json.value("sha256"_L1).toString());
    address.size = sizeFrom(json.value("file_size"_L1));
    return address;
}

HandOverAnswer readHandOverAnswer(int httpStatus, const QByteArray &body)
{
    HandOverAnswer answer;
    answer.asked = true;
    answer.httpStatus = httpStatus;
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    if (httpStatus >= 200 && httpStatus < 300)
        answer.metaId = json.value("id"_L1).toString();
    if (answer.metaId.isEmpty())
        answer.code = json.value("error"_L1).toObject().value("code"_L1).toInt(kNoMetaCode);
    return answer;
}

} // namespace destek::daemon
