#include "core/wire/collaboration_json.h"

#include "core/wire/json.h"
#include "core/wire/json_fields.h"

using namespace Qt::StringLiterals;

namespace destek::wire
{

using namespace fields;

namespace
{

void putId(QJsonObject &json, QLatin1StringView key, qint64 id)
{
    if (id != 0)
        json.insert(key, id);
}

void putText(QJsonObject &json, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        json.insert(key, text);
}

} // namespace

QJsonObject toJson(const WorkState &work)
{
    QJsonObject json{{"status"_L1, QString(wireName(work.status))},
                     {"priority"_L1, QString(wireName(work.priority))},
                     {"heard"_L1, work.heard}};
    put(json, "snoozedUntil"_L1, work.snoozedUntil);
    putId(json, "assignee"_L1, work.assignee.value);
    if (work.holder.isValid()) {
        json.insert("holder"_L1, work.holder.value);
        json.insert("heldUntil"_L1, work.heldUntil.ms);
    }
    if (!work.labels.isEmpty())
        json.insert("labels"_L1, idArray(work.labels));
    return json;
}

WorkState workStateFromJson(const QJsonObject &json)
{
    WorkState work;
    work.status = enumerator(json, "status"_L1, WorkStatus::Open);
    work.snoozedUntil = maybeInstant(json, "snoozedUntil"_L1);
    work.assignee = AgentId(integer(json, "assignee"_L1));
    work.holder = AgentId(integer(json, "holder"_L1));
    work.heldUntil = instant(json, "heldUntil"_L1);
    work.priority = enumerator(json, "priority"_L1, Priority::Normal);
    work.labels = ids<LabelId>(json, "labels"_L1);
    work.heard = integer(json, "heard"_L1);
    return work;
}

QJsonObject toJson(const WorkAct &act)
{
    QJsonObject json{{"kind"_L1, QString(wireName(act.kind))}};
    putId(json, "agent"_L1, act.agent.value);
    putId(json, "until"_L1, act.until.ms);
    putId(json, "label"_L1, act.label.value);
    if (act.kind == WorkAct::Kind::SetPriority)
        json.insert("priority"_L1, QString(wireName(act.priority)));
    putText(json, "note"_L1, act.note);
    return json;
}

std::optional<WorkAct> workActFromJson(const QJsonObject &json)
{
    const auto kind = fromWireName<WorkAct::Kind>(string(json, "kind"_L1));
    if (!kind)
        return std::nullopt;
    WorkAct act;
    act.kind = *kind;
    act.agent = AgentId(integer(json, "agent"_L1));
    act.until = instant(json, "until"_L1);
    act.label = LabelId(integer(json, "label"_L1));
    act.note = string(json, "note"_L1);
    if (act.kind == WorkAct::Kind::SetPriority) {
        const auto priority = fromWireName<Priority>(string(json, "priority"_L1));
        if (!priority)
            return std::nullopt;
        act.priority = *priority;
    }
    return act;
}

QJsonObject toJson(const WorkOutcome &outcome)
{
    QJsonObject json{{"conversation"_L1, outcome.conversation.value}};
    putMaybe(json, "refusal"_L1, outcome.refusal);
    if (outcome.summary)
        json.insert("summary"_L1, toJson(*outcome.summary));
    return json;
}

std::optional<WorkOutcome> workOutcomeFromJson(const QJsonObject &json)
{
    WorkOutcome outcome;
    outcome.conversation = ConversationId(integer(json, "conversation"_L1));
    if (!outcome.conversation.isValid())
        return std::nullopt;
    // A reason we do not know is still a refusal.
    if (json.contains("refusal"_L1))
        outcome.refusal = enumerator(json, "refusal"_L1, WorkRefusal::ConversationUnknown);
    if (json.contains("summary"_L1))
        outcome.summary = conversationFromJson(json.value("summary"_L1).toObject());
    return outcome;
}

QJsonObject toJson(const PresenceNow &now)
{
    QJsonArray agents;
    for (const PresenceNow::Line &line : now.agents)
        agents << QJsonObject{{"agent"_L1, line.agent.value},
                              {"presence"_L1, QString(wireName(line.presence))},
                              {"since"_L1, line.since.ms}};
    QJsonArray attending;
    for (const Attendance &one : now.attending) {
        QJsonObject line{{"conversation"_L1, one.conversation.value},
                         {"agent"_L1, one.agent.value},
                         {"typing"_L1, one.typing}};
        put(line, "heldUntil"_L1, one.heldUntil);
        attending << line;
    }
    return {{"agents"_L1, agents}, {"attending"_L1, attending}};
}

std::optional<PresenceNow> presenceNowFromJson(const QJsonObject &json)
{
    if (!json.value("agents"_L1).isArray())
        return std::nullopt;
    PresenceNow now;
    const QJsonArray agents = json.value("agents"_L1).toArray();
    for (const QJsonValue &value : agents) {
        const QJsonObject line = value.toObject();
        now.agents << PresenceNow::Line{AgentId(integer(line, "agent"_L1)),
                                        enumerator(line, "presence"_L1, Presence::Offline),
                                        instant(line, "since"_L1)};
    }
    const QJsonArray attending = json.value("attending"_L1).toArray();
    for (const QJsonValue &value : attending) {
        const QJsonObject one = value.toObject();
        now.attending << Attendance{
            ConversationId(integer(one, "conversation"_L1)), AgentId(integer(one, "agent"_L1)),
            one.value("typing"_L1).toBool(), maybeInstant(one, "heldUntil"_L1)};
    }
    return now;
}

QJsonObject toJson(const Draft &draft)
{
    QJsonObject json{{"conversation"_L1, draft.conversation.value},
                     {"kind"_L1, QString(wireName(draft.kind))},
                     {"text"_L1, draft.text},
                     {"at"_L1, draft.at.ms}};
    if (draft.answers.isValid())
        json.insert("answers"_L1, draft.answers.toString());
    if (draft.form)
        json.insert("template"_L1,
                    QJsonObject{{"name"_L1, draft.form->name},
                                {"language"_L1, draft.form->language},
                                {"texts"_L1, QJsonArray::fromStringList(draft.form->texts)}});
    return json;
}

std::optional<Draft> draftFromJson(const QJsonObject &json)
{
    const auto kind = fromWireName<Draft::Kind>(string(json, "kind"_L1));
    if (!kind || !json.value("text"_L1).isString())
        return std::nullopt;
    Draft draft;
    draft.conversation = ConversationId(integer(json, "conversation"_L1));
    draft.kind = *kind;
    draft.text = string(json, "text"_L1);
    draft.answers = MessageId::fromString(string(json, "answers"_L1));
    draft.at = instant(json, "at"_L1);
    const QJsonObject form = json.value("template"_L1).toObject();
    if (draft.kind == Draft::Kind::Reply && !string(form, "name"_L1).isEmpty()) {
        draft.form = BegunTemplate{string(form, "name"_L1), string(form, "language"_L1), {}};
        const QJsonArray texts = form.value("texts"_L1).toArray();
        for (const QJsonValue &text : texts)
            draft.form->texts << text.toString();
    }
    return draft;
}

QJsonObject toJson(const Drafts &drafts)
{
    Draft none;
    none.conversation = drafts.conversation;
    QJsonObject json = toJson(drafts.kept.isEmpty() ? none : drafts.kept.first());
    if (drafts.kept.size() > 1)
        json.insert("other"_L1, toJson(drafts.kept.at(1)));
    return json;
}

std::optional<Drafts> draftsFromJson(const QJsonObject &json)
{
    const auto newer = draftFromJson(json);
    if (!newer)
        return std::nullopt;
    Drafts drafts{newer->conversation, {}};
    if (!newer->isEmpty())
        drafts.kept << *newer;
    const auto older = draftFromJson(json.value("other"_L1).toObject());
    if (older && !older->isEmpty() && older->kind != newer->kind)
        drafts.kept << *older;
    return drafts;
}

QJsonObject toJson(const DraftsNow &now)
{
    QJsonArray kinds;
    for (const Draft::Kind kind : now.kinds)
        kinds << QString(wireName(kind));
    return {{"conversation"_L1, now.conversation.value}, {"kinds"_L1, kinds}};
}

std::optional<DraftsNow> draftsNowFromJson(const QJsonObject &json)
{
    DraftsNow now{ConversationId(integer(json, "conversation"_L1)), {}};
    if (!now.conversation.isValid())
        return std::nullopt;
    const QJsonArray kinds = json.value("kinds"_L1).toArray();
    for (const QJsonValue &word : kinds) {
        if (const auto kind = fromWireName<Draft::Kind>(word.toString()))
            now.kinds << *kind;
    }
    return now;
}

QJsonObject toJson(const SeenMark &mark)
{
    return {{"conversation"_L1, mark.conversation.value}, {"heard"_L1, mark.heard}};
}

std::optional<SeenMark> seenMarkFromJson(const QJsonObject &json)
{
    const ConversationId conversation(integer(json, "conversation"_L1));
    if (!conversation.isValid())
        return std::nullopt;
    return SeenMark{conversation, integer(json, "heard"_L1)};
}

QJsonObject toJson(const OwnView &own)
{
    return {{"seen"_L1, array(own.seen)},
            {"drafts"_L1, idArray(own.drafts)},
            {"mentioned"_L1, idArray(own.mentioned)}};
}

std::optional<OwnView> ownFromJson(const QJsonObject &json)
{
    auto seen = list<SeenMark>(json, "seen"_L1, seenMarkFromJson);
    if (!seen)
        return std::nullopt;
    return OwnView{std::move(*seen), ids<ConversationId>(json, "drafts"_L1),
                   ids<ConversationId>(json, "mentioned"_L1)};
}

QJsonObject toJson(const NoteDraft &note)
{
    return {{"id"_L1, note.id.toString()},
            {"conversation"_L1, note.conversation.value},
            {"text"_L1, note.text},
            {"mentions"_L1, idArray(note.mentions)}};
}

std::optional<NoteDraft> noteFromJson(const QJsonObject &json)
{
    NoteDraft note;
    note.id = MessageId::fromString(string(json, "id"_L1));
    if (!note.id.isValid())
        return std::nullopt;
    note.conversation = ConversationId(integer(json, "conversation"_L1));
    note.text = string(json, "text"_L1);
    note.mentions = ids<AgentId>(json, "mentions"_L1);
    return note;
}

} // namespace destek::wire
