#include "daemon/graph/graph_client.h"

#include "daemon/service/send_verdict.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

QByteArray sendBody(const OutboundRequest &request)
{
    QJsonObject json = request.message;
    json.insert("messaging_product"_L1, "whatsapp"_L1);
    json.insert("recipient_type"_L1, "individual"_L1);
    json.insert("biz_opaque_callback_data"_L1, callbackData(request.id, request.attempt));
    // Without + Meta would put our country code in front: the wrong person (whatsapp.md 4).
    if (request.recipient.kind == IdentityKind::Phone)
        json.insert("to"_L1, QString(u'+' + request.recipient.value));
    else
        json.insert("recipient"_L1, request.recipient.value);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QByteArray readBody(const QString &wamid, bool typing)
{
    QJsonObject json{{"messaging_product"_L1, "whatsapp"_L1},
                     {"status"_L1, "read"_L1},
                     {"message_id"_L1, wamid}};
    if (typing)
        json.insert("typing_indicator"_L1, QJsonObject{{"type"_L1, "text"_L1}});
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

namespace
{

/// Words of tomorrow are taken as nothing special: statuses tell how it went on.
SendPace paceOf(const QString &status)
{
    if (status == "held_for_quality_assessment"_L1)
        return SendPace::HeldForQuality;
    return status == "paused"_L1 ? SendPace::Paused : SendPace::Straight;
}

} // namespace

SendAnswer readSendAnswer(int httpStatus, const QByteArray &body, int tries)
{
    SendAnswer answer;
    answer.httpStatus = httpStatus;
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    if (httpStatus >= 200 && httpStatus < 300) {
        const QJsonObject message = json["messages"_L1][0].toObject();
        answer.wamid = message.value("id"_L1).toString();
        answer.pace = paceOf(message.value("message_status"_L1).toString());
        answer.outcome =
            answer.wamid.isEmpty() ? AttemptOutcome::Unknown : AttemptOutcome::Accepted;
        return answer;
    }
    const QJsonObject error = json.value("error"_L1).toObject();
    answer.code = error.value("code"_L1).toInt(kNoMetaCode);
    answer.trace = error.value("fbtrace_id"_L1).toString();
    judge(answer, tries);
    return answer;
}

} // namespace destek::daemon
