#pragma once

#include "core/domain/conversation.h"

#include <QJsonObject>

/// Codecs of what a team shares; same manners as core/wire/json.h.
namespace destek::wire
{

[[nodiscard]] QJsonObject toJson(const WorkState &work);
/// Lenient: what is missing reads as an open conversation of nobody.
[[nodiscard]] WorkState workStateFromJson(const QJsonObject &json);

[[nodiscard]] QJsonObject toJson(const WorkAct &act);
/// nullopt for an act this version does not know: nothing is done then.
[[nodiscard]] std::optional<WorkAct> workActFromJson(const QJsonObject &json);

[[nodiscard]] QJsonObject toJson(const WorkOutcome &outcome);
[[nodiscard]] QJsonObject toJson(const Label &label);
[[nodiscard]] QJsonObject toJson(const QuickReply &reply);
[[nodiscard]] QJsonObject toJson(const InboxFilter &filter);
[[nodiscard]] QJsonObject toJson(const SavedView &view);
[[nodiscard]] QJsonObject toJson(const AssignmentRule &rule);
[[nodiscard]] QJsonObject toJson(const Colleague &colleague);
[[nodiscard]] QJsonObject toJson(const TeamView &team);
[[nodiscard]] QJsonObject toJson(const PresenceNow &now);
[[nodiscard]] QJsonObject toJson(const Draft &draft);
/// The newer one, as consoles that know one text read it; beside it, as `other`, the older one.
[[nodiscard]] QJsonObject toJson(const Drafts &drafts);
[[nodiscard]] QJsonObject toJson(const DraftsNow &now);
[[nodiscard]] QJsonObject toJson(const SeenMark &mark);
[[nodiscard]] QJsonObject toJson(const OwnView &own);
[[nodiscard]] QJsonObject toJson(const NoteDraft &note);
[[nodiscard]] QJsonObject toJson(const PersonField &field);

[[nodiscard]] std::optional<WorkOutcome> workOutcomeFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<Label> labelFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<QuickReply> quickReplyFromJson(const QJsonObject &json);
[[nodiscard]] InboxFilter inboxFilterFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<SavedView> savedViewFromJson(const QJsonObject &json);
[[nodiscard]] AssignmentRule assignmentRuleFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<Colleague> colleagueFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<TeamView> teamFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<PresenceNow> presenceNowFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<Draft> draftFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<Drafts> draftsFromJson(const QJsonObject &json);
/// Kinds this version does not know are left out.
[[nodiscard]] std::optional<DraftsNow> draftsNowFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<SeenMark> seenMarkFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<OwnView> ownFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<NoteDraft> noteFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<PersonField> personFieldFromJson(const QJsonObject &json);

} // namespace destek::wire
