#include "net/http/http_team_api.h"

#include "core/wire/collaboration_json.h"
#include "core/wire/endpoints.h"
#include "net/http/asks.h"
#include "net/http/paths.h"

using namespace Qt::StringLiterals;

namespace destek::net
{

namespace
{

/// A word of a later version allows nothing.
std::optional<AlertContent> alertContentFrom(const QJsonObject &json)
{
    return fromWireName<AlertContent>(json.value("alertContent"_L1).toString())
        .value_or(AlertContent::None);
}

} // namespace

void HttpTeamApi::team(Then<TeamView> then)
{
    m_transport->ask<TeamView>(get(QString(wire::kTeam)), then, wire::teamFromJson);
}

void HttpTeamApi::keepLabel(const Label &label, Then<Label> then)
{
    m_transport->ask<Label>(put(pathFor(wire::kLabel, label.id.value), wire::toJson(label)), then,
                            wire::labelFromJson);
}

void HttpTeamApi::keepQuickReply(const QuickReply &reply, Then<QuickReply> then)
{
    m_transport->ask<QuickReply>(
        put(pathFor(wire::kQuickReply, reply.id.value), wire::toJson(reply)), then,
        wire::quickReplyFromJson);
}

void HttpTeamApi::removeQuickReply(QuickReplyId id, Then<Done> then)
{
    m_transport->ask<Done>(remove(pathFor(wire::kQuickReply, id.value)), then, nothing);
}

void HttpTeamApi::keepView(const SavedView &view, Then<SavedView> then)
{
    m_transport->ask<SavedView>(put(pathFor(wire::kSavedView, view.id.value), wire::toJson(view)),
                                then, wire::savedViewFromJson);
}

void HttpTeamApi::removeView(SavedViewId id, Then<Done> then)
{
    m_transport->ask<Done>(remove(pathFor(wire::kSavedView, id.value)), then, nothing);
}

void HttpTeamApi::setAssignment(const AssignmentRule &rule, Then<AssignmentRule> then)
{
    m_transport->ask<AssignmentRule>(
        put(QString(wire::kAssignment), wire::toJson(rule)), then,
        [](const QJsonObject &json) { return std::optional(wire::assignmentRuleFromJson(json)); });
}

void HttpTeamApi::alertContent(Then<AlertContent> then)
{
    m_transport->ask<AlertContent>(get(QString(wire::kAlertContent)), then, alertContentFrom);
}

void HttpTeamApi::setAlertContent(AlertContent content, Then<AlertContent> then)
{
    const QJsonObject body{{"alertContent"_L1, QString(wireName(content))}};
    m_transport->ask<AlertContent>(put(QString(wire::kAlertContent), body), then, alertContentFrom);
}

} // namespace destek::net
