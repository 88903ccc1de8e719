// What belongs to the team: colleagues, labels, quick replies, views, the rule of assignment.
#include "core/wire/collaboration_json.h"
#include "core/wire/json_fields.h"

using namespace Qt::StringLiterals;

namespace destek::wire
{

using namespace fields;

QJsonObject toJson(const Label &label)
{
    return {{"id"_L1, label.id.value},
            {"name"_L1, label.name},
            {"hue"_L1, label.hue},
            {"retired"_L1, label.retired}};
}

std::optional<Label> labelFromJson(const QJsonObject &json)
{
    Label label;
    label.id = LabelId(integer(json, "id"_L1));
    label.name = string(json, "name"_L1);
    label.hue = int(integer(json, "hue"_L1));
    label.retired = json.value("retired"_L1).toBool();
    if (label.name.isEmpty())
        return std::nullopt;
    return label;
}

QJsonObject toJson(const QuickReply &reply)
{
    return {{"id"_L1, reply.id.value},
            {"shortcut"_L1, reply.shortcut},
            {"title"_L1, reply.title},
            {"text"_L1, reply.text},
            {"language"_L1, reply.language}};
}

std::optional<QuickReply> quickReplyFromJson(const QJsonObject &json)
{
    QuickReply reply;
    reply.id = QuickReplyId(integer(json, "id"_L1));
    reply.shortcut = string(json, "shortcut"_L1);
    reply.title = string(json, "title"_L1);
    reply.text = string(json, "text"_L1);
    reply.language = string(json, "language"_L1);
    if (reply.text.isEmpty())
        return std::nullopt;
    return reply;
}

QJsonObject toJson(const InboxFilter &filter)
{
    QJsonObject json{{"whose"_L1, QString(wireName(filter.whose))},
                     {"labels"_L1, idArray(filter.labels)},
                     {"waitingOnly"_L1, filter.waitingOnly}};
    putMaybe(json, "status"_L1, filter.status);
    putMaybe(json, "atLeast"_L1, filter.atLeast);
    return json;
}

InboxFilter inboxFilterFromJson(const QJsonObject &json)
{
    InboxFilter filter;
    filter.whose = enumerator(json, "whose"_L1, InboxFilter::Whose::Anybody);
    filter.labels = ids<LabelId>(json, "labels"_L1);
    filter.waitingOnly = json.value("waitingOnly"_L1).toBool();
    filter.status = fromWireName<WorkStatus>(string(json, "status"_L1));
    filter.atLeast = fromWireName<Priority>(string(json, "atLeast"_L1));
    return filter;
}

QJsonObject toJson(const SavedView &view)
{
    return {{"id"_L1, view.id.value},
            {"name"_L1, view.name},
            {"shared"_L1, view.shared},
            {"filter"_L1, toJson(view.filter)}};
}

std::optional<SavedView> savedViewFromJson(const QJsonObject &json)
{
    SavedView view;
    view.id = SavedViewId(integer(json, "id"_L1));
    view.name = string(json, "name"_L1);
    view.shared = json.value("shared"_L1).toBool();
    view.filter = inboxFilterFromJson(json.value("filter"_L1).toObject());
    if (view.name.isEmpty())
        return std::nullopt;
    return view;
}

QJsonObject toJson(const AssignmentRule &rule)
{
    return {{"automatic"_L1, rule.automatic}, {"capacity"_L1, rule.capacity}};
}

AssignmentRule assignmentRuleFromJson(const QJsonObject &json)
{
    AssignmentRule rule;
    rule.automatic = json.value("automatic"_L1).toBool();
    rule.capacity = json.value("capacity"_L1).toInt(rule.capacity);
    return rule;
}

QJsonObject toJson(const Colleague &colleague)
{
    return {{"id"_L1, colleague.id.value},
            {"name"_L1, colleague.name},
            {"presence"_L1, QString(wireName(colleague.presence))},
            {"since"_L1, colleague.since.ms},
            {"mayAnswer"_L1, colleague.mayAnswer},
            {"open"_L1, colleague.open}};
}

std::optional<Colleague> colleagueFromJson(const QJsonObject &json)
{
    Colleague colleague;
    colleague.id = AgentId(integer(json, "id"_L1));
    if (!colleague.id.isValid())
        return std::nullopt;
    colleague.name = string(json, "name"_L1);
    colleague.presence = enumerator(json, "presence"_L1, Presence::Offline);
    colleague.since = instant(json, "since"_L1);
    colleague.mayAnswer = json.value("mayAnswer"_L1).toBool();
    colleague.open = int(integer(json, "open"_L1));
    return colleague;
}

QJsonObject toJson(const TeamView &team)
{
    return {{"colleagues"_L1, array(team.colleagues)},
            {"labels"_L1, array(team.labels)},
            {"quickReplies"_L1, array(team.quickReplies)},
            {"views"_L1, array(team.views)},
            {"assignment"_L1, toJson(team.assignment)}};
}

std::optional<TeamView> teamFromJson(const QJsonObject &json)
{
    auto colleagues = list<Colleague>(json, "colleagues"_L1, colleagueFromJson);
    auto labels = list<Label>(json, "labels"_L1, labelFromJson);
    auto replies = list<QuickReply>(json, "quickReplies"_L1, quickReplyFromJson);
    auto views = list<SavedView>(json, "views"_L1, savedViewFromJson);
    if (!colleagues || !labels || !replies || !views)
        return std::nullopt;
    return TeamView{std::move(*colleagues), std::move(*labels), std::move(*replies),
                    std::move(*views),
                    assignmentRuleFromJson(json.value("assignment"_L1).toObject())};
}

QJsonObject toJson(const PersonField &field)
{
    return {{"name"_L1, field.name}, {"value"_L1, field.value}};
}

std::optional<PersonField> personFieldFromJson(const QJsonObject &json)
{
    PersonField field{string(json, "name"_L1), string(json, "value"_L1)};
    if (field.name.isEmpty())
        return std::nullopt;
    return field;
}

} // namespace destek::wire
