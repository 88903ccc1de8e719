#include "core/wire/json.h"
#include "core/wire/json_fields.h"

using namespace Qt::StringLiterals;

namespace destek::wire
{

using namespace fields;

QJsonObject toJson(const MessageHistory &history)
{
    QJsonArray versions;
    for (const auto &version : history.versions)
        versions << QJsonObject{
            {"at"_L1, version.at.ms}, {"text"_L1, version.text}, {"revoked"_L1, version.revoked}};
    QJsonArray steps;
    for (const auto &step : history.steps)
        steps << QJsonObject{{"attempt"_L1, step.attempt},
                             {"at"_L1, step.at.ms},
                             {"state"_L1, QString(wireName(step.state))},
                             {"code"_L1, step.code},
                             {"pricingCategory"_L1, step.pricingCategory},
                             {"pricingType"_L1, step.pricingType}};
    return {{"versions"_L1, versions}, {"steps"_L1, steps}};
}

std::optional<MessageHistory> historyFromJson(const QJsonObject &json)
{
    if (!json.value("versions"_L1).isArray() || !json.value("steps"_L1).isArray())
        return std::nullopt;
    MessageHistory history;
    const QJsonArray versions = json.value("versions"_L1).toArray();
    for (const QJsonValue &value : versions) {
        const QJsonObject version = value.toObject();
        history.versions << MessageHistory::Version{instant(version, "at"_L1),
                                                    string(version, "text"_L1),
                                                    version.value("revoked"_L1).toBool()};
    }
    const QJsonArray steps = json.value("steps"_L1).toArray();
    for (const QJsonValue &value : steps) {
        const QJsonObject step = value.toObject();
        history.steps << MessageHistory::Step{int(integer(step, "attempt"_L1)),
                                              instant(step, "at"_L1),
                                              enumerator(step, "state"_L1, SendState::Unknown),
                                              int(integer(step, "code"_L1)),
                                              string(step, "pricingCategory"_L1),
                                              string(step, "pricingType"_L1)};
    }
    return history;
}

} // namespace destek::wire
