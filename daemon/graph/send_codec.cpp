#include "daemon/graph/graph_client.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

/// Codes that say "not now, and surely not sent": waiting and asking again is safe. Everything
/// else that Meta refuses stays refused, and every 5xx without one of these is unknown.
std::optional<Duration> backOff(int code, int attempt)
{
    using namespace std::chrono;
    const int power = std::min(attempt - 1, 5);
    switch (code) {
    case 4:
    case 80007:
        return minutes(1 << power);
    case 130429:
        return seconds(1 << power);
    case 131056:
        return seconds(1LL << (2 * power)); // 4^n
    case 131057:
        return seconds(30);
    default:
        return std::nullopt;
    }
}

constexpr int kAttemptsAtMost = 8;

QJsonObject templateJson(const OutboundRequest &request)
{
    QJsonObject json{{"name"_L1, request.templateName},
                     {"language"_L1, QJsonObject{{"code"_L1, request.templateLanguage}}}};
    QJsonArray parameters;
    for (qsizetype i = 0; i < request.variables.size(); ++i) {
        QJsonObject parameter{{"type"_L1, "text"_L1}, {"text"_L1, request.variables.at(i)}};
        if (i < request.variableNames.size())
            parameter.insert("parameter_name"_L1, request.variableNames.at(i));
        parameters << parameter;
    }
    if (!parameters.isEmpty())
        json.insert("components"_L1,
                    QJsonArray{QJsonObject{{"type"_L1, "body"_L1}, {"parameters"_L1, parameters}}});
    return json;
}

} // namespace

QByteArray sendBody(const OutboundRequest &request)
{
    QJsonObject json{{"messaging_product"_L1, "whatsapp"_L1},
                     {"recipient_type"_L1, "individual"_L1},
                     {"biz_opaque_callback_data"_L1, request.id.toString()}};
    // Without + Meta would put our country code in front: the wrong person (whatsapp.md 4).
    if (request.recipient.kind == IdentityKind::Phone)
        json.insert("to"_L1, QString(u'+' + request.recipient.value));
    else
        json.insert("recipient"_L1, request.recipient.value);
    if (request.templateName.isEmpty()) {
        json.insert("type"_L1, "text"_L1);
        json.insert("text"_L1, QJsonObject{{"body"_L1, request.text}, {"preview_url"_L1, false}});
    } else {
        json.insert("type"_L1, "template"_L1);
        json.insert("template"_L1, templateJson(request));
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

SendAnswer readSendAnswer(int httpStatus, const QByteArray &body, int attempt)
{
    SendAnswer answer;
    answer.httpStatus = httpStatus;
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    if (httpStatus >= 200 && httpStatus < 300) {
        const QJsonArray messages = json.value("messages"_L1).toArray();
        answer.wamid =
            messages.isEmpty() ? QString() : messages.first().toObject().value("id"_L1).toString();
        answer.outcome =
            answer.wamid.isEmpty() ? AttemptOutcome::Unknown : AttemptOutcome::Accepted;
        return answer;
    }
    const QJsonObject error = json.value("error"_L1).toObject();
    answer.code = error.value("code"_L1).toInt();
    answer.trace = error.value("fbtrace_id"_L1).toString();
    if (const auto wait = backOff(answer.code, attempt)) {
        answer.outcome =
            attempt < kAttemptsAtMost ? AttemptOutcome::Retry : AttemptOutcome::Rejected;
        answer.retryAfter = *wait;
    } else if (httpStatus >= 400 && httpStatus < 500) {
        answer.outcome = AttemptOutcome::Rejected;
    } else {
        answer.outcome = AttemptOutcome::Unknown;
    }
    return answer;
}

} // namespace destek::daemon
