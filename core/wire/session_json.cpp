#include "core/wire/session_json.h"

#include "core/wire/json_fields.h"

using namespace Qt::StringLiterals;

namespace destek::wire
{

QJsonObject toJson(const SessionView &session)
{
    return {{"id"_L1, session.id},
            {"agent"_L1, session.agent.value},
            {"agentName"_L1, session.agentName},
            {"device"_L1, session.device},
            {"startedAt"_L1, session.startedAt.ms},
            {"lastUsedAt"_L1, session.lastUsedAt.ms},
            {"current"_L1, session.current}};
}

std::optional<SessionView> sessionFromJson(const QJsonObject &json)
{
    using namespace fields;
    SessionView session;
    session.id = string(json, "id"_L1);
    if (session.id.isEmpty())
        return std::nullopt;
    session.agent = AgentId(json.value("agent"_L1).toInteger());
    session.agentName = string(json, "agentName"_L1);
    session.device = string(json, "device"_L1);
    session.startedAt = instant(json, "startedAt"_L1);
    session.lastUsedAt = instant(json, "lastUsedAt"_L1);
    session.current = json.value("current"_L1).toBool();
    return session;
}

} // namespace destek::wire
