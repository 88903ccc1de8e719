// Asking WhatsApp about our numbers (facts/whatsapp.md 5.6, 7).
#include "daemon/graph/graph_client.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

Q_DECLARE_LOGGING_CATEGORY(lcGraph)

namespace
{

constexpr qint64 kAnswerAtMost = 64 * 1024;
const QString kOldFields =
    u"display_phone_number,verified_name,quality_rating,name_status,status,throughput"_s;
/// An older version of the API refuses the whole question for a field it does not know.
const QString kFields =
    kOldFields + u",platform_type,is_on_biz_app,whatsapp_business_manager_messaging_limit"_s;

QString word(const QJsonObject &json, QLatin1StringView key)
{
    return json.value(key).toString().left(256);
}

} // namespace

void GraphClient::fetchNumber(const QString &phoneNumberId,
                              std::function<void(NumberAnswer)> answer)
{
    askNumber(phoneNumberId, kFields, std::move(answer));
}

void GraphClient::askNumber(const QString &phoneNumberId, const QString &fields,
                            std::function<void(NumberAnswer)> answer)
{
    QNetworkReply *reply =
        m_network->get(requestFor(phoneNumberId, QUrlQuery{{u"fields"_s, fields}}));
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, phoneNumberId, fields, answer = std::move(answer)]() mutable {
                reply->deleteLater();
                const int status =
                    reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
                if (status == 400 && fields != kOldFields)
                    return askNumber(phoneNumberId, kOldFields, std::move(answer));
                const NumberAnswer read = readNumberAnswer(status, reply->read(kAnswerAtMost));
                if (!read.facts)
                    qCWarning(lcGraph) << "a number's facts were not fetched, status" << status;
                answer(read);
            });
}

NumberAnswer readNumberAnswer(int httpStatus, const QByteArray &body)
{
    if (httpStatus == 200)
        return {readNumberFacts(body), {}};
    const QJsonValue code =
        QJsonDocument::fromJson(body).object().value("error"_L1).toObject().value("code"_L1);
    return {{}, code.isDouble() ? std::optional(code.toInt()) : std::nullopt};
}

std::optional<NumberFacts> readNumberFacts(const QByteArray &body)
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    NumberFacts facts;
    facts.phoneNumberId = word(json, "id"_L1);
    if (facts.phoneNumberId.isEmpty())
        return std::nullopt;
    facts.display = word(json, "display_phone_number"_L1);
    facts.verifiedName = word(json, "verified_name"_L1);
    facts.quality = word(json, "quality_rating"_L1);
    facts.limit = word(json, "whatsapp_business_manager_messaging_limit"_L1);
    facts.throughput = word(json.value("throughput"_L1).toObject(), "level"_L1);
    facts.nameStatus = word(json, "name_status"_L1);
    facts.status = word(json, "status"_L1);
    // Numbers that live on a phone alone are of no use to us and say so, too.
    if (const QJsonValue onPhone = json.value("is_on_biz_app"_L1); onPhone.isBool())
        facts.onPhone = onPhone.toBool();
    return facts;
}

} // namespace destek::daemon
