#include "core/wire/json.h"
#include "core/wire/json_fields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::wire
{

using namespace fields;

namespace
{

HistoryImport importFromJson(const QJsonObject &json)
{
    HistoryImport history;
    history.percent = int(std::clamp<qint64>(integer(json, "percent"_L1), 0, 100));
    history.code = int(integer(json, "code"_L1));
    history.at = instant(json, "at"_L1);
    return history;
}

} // namespace

QJsonObject toJson(const ChannelNumber &number)
{
    QJsonArray pricing;
    for (const auto &line : number.pricing)
        pricing << QJsonObject{{"month"_L1, line.month},
                               {"category"_L1, line.category},
                               {"type"_L1, line.type},
                               {"count"_L1, line.count}};
    QJsonObject json{{"phoneNumberId"_L1, number.phoneNumberId},
                     {"display"_L1, number.display},
                     {"quality"_L1, number.quality},
                     {"limit"_L1, number.limit},
                     {"throughput"_L1, number.throughput},
                     {"nameStatus"_L1, number.nameStatus},
                     {"verifiedName"_L1, number.verifiedName},
                     {"status"_L1, number.status},
                     {"onPhone"_L1, number.onPhone},
                     {"restriction"_L1, number.restriction},
                     {"restrictedUntil"_L1, number.restrictedUntil.ms},
                     {"lastInboundAt"_L1, number.lastInboundAt.ms},
                     {"lastCallAt"_L1, number.lastCallAt.ms},
                     {"servicesThisMonth"_L1, number.servicesThisMonth},
                     {"pricing"_L1, pricing}};
    if (number.history)
        json.insert("history"_L1, QJsonObject{{"percent"_L1, number.history->percent},
                                              {"code"_L1, number.history->code},
                                              {"at"_L1, number.history->at.ms}});
    return json;
}

std::optional<ChannelNumber> channelNumberFromJson(const QJsonObject &json)
{
    ChannelNumber number;
    number.phoneNumberId = string(json, "phoneNumberId"_L1);
    if (number.phoneNumberId.isEmpty())
        return std::nullopt;
    number.display = string(json, "display"_L1);
    number.quality = string(json, "quality"_L1);
    number.limit = string(json, "limit"_L1);
    number.throughput = string(json, "throughput"_L1);
    number.nameStatus = string(json, "nameStatus"_L1);
    number.verifiedName = string(json, "verifiedName"_L1);
    number.status = string(json, "status"_L1);
    number.onPhone = json.value("onPhone"_L1).toBool();
    number.restriction = string(json, "restriction"_L1);
    number.restrictedUntil = instant(json, "restrictedUntil"_L1);
    number.lastInboundAt = instant(json, "lastInboundAt"_L1);
    number.lastCallAt = instant(json, "lastCallAt"_L1);
    number.servicesThisMonth = int(integer(json, "servicesThisMonth"_L1));
    if (json.value("history"_L1).isObject())
        number.history = importFromJson(json.value("history"_L1).toObject());
    const QJsonArray pricing = json.value("pricing"_L1).toArray();
    for (const QJsonValue &value : pricing) {
        const QJsonObject line = value.toObject();
        number.pricing << ChannelNumber::PricingCount{
            string(line, "month"_L1), string(line, "category"_L1), string(line, "type"_L1),
            int(integer(line, "count"_L1))};
    }
    return number;
}

QJsonObject toJson(const ChannelAlert &alert)
{
    return {{"id"_L1, alert.id},
            {"at"_L1, alert.at.ms},
            {"severity"_L1, QString(wireName(alert.severity))},
            {"kind"_L1, alert.kind},
            {"subject"_L1, alert.subject},
            {"detail"_L1, alert.detail},
            {"code"_L1, alert.code},
            {"acknowledged"_L1, alert.acknowledged}};
}

std::optional<ChannelAlert> channelAlertFromJson(const QJsonObject &json)
{
    ChannelAlert alert;
    alert.id = integer(json, "id"_L1);
    if (alert.id <= 0)
        return std::nullopt;
    alert.at = instant(json, "at"_L1);
    // A word this version does not know is no reason to look away.
    alert.severity = enumerator(json, "severity"_L1, AlertSeverity::Warning);
    alert.kind = string(json, "kind"_L1);
    alert.subject = string(json, "subject"_L1);
    alert.detail = string(json, "detail"_L1);
    alert.code = int(integer(json, "code"_L1));
    alert.acknowledged = json.value("acknowledged"_L1).toBool();
    return alert;
}

QJsonObject toJson(const ChannelView &channel)
{
    return {{"numbers"_L1, array(channel.numbers)},        {"alerts"_L1, array(channel.alerts)},
            {"sendingStopped"_L1, channel.sendingStopped}, {"restricted"_L1, channel.restricted},
            {"waitingMedia"_L1, channel.waitingMedia},     {"queued"_L1, channel.queued},
            {"deadLetters"_L1, channel.deadLetters}};
}

std::optional<ChannelView> channelFromJson(const QJsonObject &json)
{
    if (!json.value("numbers"_L1).isArray())
        return std::nullopt;
    auto numbers = list<ChannelNumber>(json, "numbers"_L1, channelNumberFromJson);
    auto alerts = list<ChannelAlert>(json, "alerts"_L1, channelAlertFromJson);
    if (!numbers || !alerts)
        return std::nullopt;
    ChannelView channel;
    channel.numbers = *std::move(numbers);
    channel.alerts = *std::move(alerts);
    channel.sendingStopped = json.value("sendingStopped"_L1).toBool();
    channel.restricted = json.value("restricted"_L1).toBool();
    channel.waitingMedia = int(integer(json, "waitingMedia"_L1));
    channel.queued = int(integer(json, "queued"_L1));
    channel.deadLetters = int(integer(json, "deadLetters"_L1));
    return channel;
}

} // namespace destek::wire
