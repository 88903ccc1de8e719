#pragma once

#include "core/base/clock.h"
#include "core/domain/alert_content.h"
#include "core/wire/api_error.h"
#include "daemon/service/ports/database.h"
#include "daemon/service/presence_board.h"

namespace destek::daemon
{

/// Why something of the team's was not kept. Goes out as the detail of bad_request.
enum class TeamProblem : quint8 {
    NameMissing,
    NameTooLong,
    NameTaken,
    HueUnknown,      ///< not 0 … 359
    ShortcutInvalid, ///< letters, digits and '-', 32 at most
    ShortcutTaken,
    TextMissing,
    TextTooLong,
    LanguageUnknown, ///< not two small letters
    CapacityInvalid, ///< not 1 … 500
    TooMany,
};
constexpr auto enumNames(TeamProblem)
{
    using P = TeamProblem;
    return std::array{DESTEK_NAME(P::NameMissing, "name_missing"),
                      DESTEK_NAME(P::NameTooLong, "name_too_long"),
                      DESTEK_NAME(P::NameTaken, "name_taken"),
                      DESTEK_NAME(P::HueUnknown, "hue_unknown"),
                      DESTEK_NAME(P::ShortcutInvalid, "shortcut_invalid"),
                      DESTEK_NAME(P::ShortcutTaken, "shortcut_taken"),
                      DESTEK_NAME(P::TextMissing, "text_missing"),
                      DESTEK_NAME(P::TextTooLong, "text_too_long"),
                      DESTEK_NAME(P::LanguageUnknown, "language_unknown"),
                      DESTEK_NAME(P::CapacityInvalid, "capacity_invalid"),
                      DESTEK_NAME(P::TooMany, "too_many")};
}

/// What notifications outside a console may say about customers; nothing until somebody decided.
[[nodiscard]] Stored<AlertContent> alertContent(const Tx &tx);

/// Audits a change of what the team shares and tells every console.
Stored<Done> teamChanged(Tx &tx, const Clock &clock, const Actor &actor, const QString &object,
                         const QString &result);

/// Labels, quick replies, views and the rule of assignment. Each change is audited and told to
/// the consoles. Inside a Tx; roles were looked at by the caller, but for views: whose a view is
/// decides.
class TeamService
{
public:
    /// What is kept now, or why not.
    template <typename T>
    using Kept = Stored<Result<T, ApiError>>;

    TeamService(Tx &tx, const Clock &clock) : m_tx(tx), m_clock(clock) {}

    [[nodiscard]] static Stored<TeamView> view(const Tx &tx, const PresenceBoard &board,
                                               AgentId reader);

    Kept<Label> keep(const Actor &actor, Label label);
    Kept<QuickReply> keep(const Actor &actor, QuickReply reply);
    Kept<SavedView> keep(const Actor &actor, SavedView view);
    Kept<AssignmentRule> keep(const Actor &actor, const AssignmentRule &rule);
    /// The company's word on alerts; every console hears of it.
    Stored<Done> allow(const Actor &actor, AlertContent content);
    Kept<Done> remove(const Actor &actor, QuickReplyId id);
    Kept<Done> remove(const Actor &actor, SavedViewId id);

private:
    Stored<Done> changed(const Actor &actor, const QString &object, const QString &result);

    Tx &m_tx;
    const Clock &m_clock;
};

} // namespace destek::daemon
