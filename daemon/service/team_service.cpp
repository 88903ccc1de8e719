#include "daemon/service/team_service.h"

#include "core/policy/permissions.h"
#include "core/text/fold.h"
#include "daemon/service/store_errors.h"
#include "daemon/service/thread_lines.h"
#include "daemon/service/work_flow.h"

#include <algorithm>

namespace destek::daemon
{

namespace
{

constexpr auto kAlertContent = u"alerts.content";
constexpr int kNameAtMost = 40;
constexpr int kTitleAtMost = 80;
constexpr int kShortcutAtMost = 32;
constexpr int kReplyAtMost = 4096;
constexpr int kCapacityAtMost = 500;
constexpr int kOfEachAtMost = 1000;
constexpr int kViewsAtMost = 50; // of one agent

ApiError problem(TeamProblem what)
{
    return {ApiErrorCode::BadRequest, std::nullopt, QString(wireName(what))};
}

std::optional<TeamProblem> problemOfName(const QString &name, int atMost)
{
    if (name.isEmpty())
        return TeamProblem::NameMissing;
    return name.size() > atMost ? std::optional(TeamProblem::NameTooLong) : std::nullopt;
}

std::optional<TeamProblem> problemOf(const Label &label)
{
    if (const auto name = problemOfName(label.name, kNameAtMost))
        return name;
    // A name of signs alone folds to nothing and could not be told from another one.
    if (text::matchFold(label.name).isEmpty())
        return TeamProblem::NameMissing;
    return label.hue < 0 || label.hue > 359 ? std::optional(TeamProblem::HueUnknown) : std::nullopt;
}

bool isShortcut(const QString &shortcut)
{
    return !shortcut.isEmpty() && shortcut.size() <= kShortcutAtMost &&
           std::all_of(shortcut.cbegin(), shortcut.cend(),
                       [](QChar c) { return c.isLetterOrNumber() || c == u'-'; });
}

bool isLanguage(const QString &language)
{
    return language.isEmpty() ||
           (language.size() == 2 && std::all_of(language.cbegin(), language.cend(),
                                                [](QChar c) { return c >= u'a' && c <= u'z'; }));
}

std::optional<TeamProblem> problemOf(const QuickReply &reply)
{
    if (!isShortcut(reply.shortcut))
        return TeamProblem::ShortcutInvalid;
    if (const auto title = problemOfName(reply.title, kTitleAtMost))
        return title;
    if (reply.text.trimmed().isEmpty())
        return TeamProblem::TextMissing;
    if (reply.text.size() > kReplyAtMost)
        return TeamProblem::TextTooLong;
    return isLanguage(reply.language) ? std::nullopt : std::optional(TeamProblem::LanguageUnknown);
}

template <typename T, typename I>
bool has(const QList<T> &all, I id)
{
    return std::any_of(all.cbegin(), all.cend(), [&](const T &one) { return one.id == id; });
}

bool managesTeam(const Actor &actor)
{
    return may(actor.roles, Permission::ManageTeam);
}

Stored<QList<Colleague>> colleagues(const Tx &tx, const PresenceBoard &board)
{
    const auto users = tx.access().users();
    const auto loads = tx.conversations().loads();
    if (!users || !loads)
        return failure(users ? loads.error() : users.error());
    QHash<AgentId, int> open;
    for (const AgentLoad &load : *loads)
        open.insert(load.agent, load.open);
    QList<Colleague> all;
    for (const UserRecord &user : *users) {
        // Who only administers has no part in conversations.
        if (!may(user.roles, Permission::ReadConversations))
            continue;
        Colleague colleague;
        colleague.id = user.id;
        colleague.name = shownName(user);
        colleague.presence = board.presence(user.id);
        colleague.since = board.since(user.id);
        colleague.mayAnswer = !user.disabled && may(user.roles, Permission::SendMessages);
        colleague.open = open.value(user.id);
        all << colleague;
    }
    std::sort(all.begin(), all.end(), [](const Colleague &a, const Colleague &b) {
        return std::pair(text::matchFold(a.name), a.id) < std::pair(text::matchFold(b.name), b.id);
    });
    return all;
}

} // namespace

Stored<TeamView> TeamService::view(const Tx &tx, const PresenceBoard &board, AgentId reader)
{
    auto people = colleagues(tx, board);
    auto labels = tx.team().labels();
    auto replies = tx.team().quickReplies();
    const auto views = tx.team().views(reader);
    const auto rule = assignmentRule(tx);
    if (!people)
        return failure(people.error());
    if (!labels || !replies || !views || !rule)
        return failure(!labels    ? labels.error()
                       : !replies ? replies.error()
                       : !views   ? views.error()
                                  : rule.error());
    TeamView team;
    team.colleagues = std::move(*people);
    team.labels = std::move(*labels);
    team.quickReplies = std::move(*replies);
    for (const OwnedView &owned : *views)
        team.views << owned.view;
    team.assignment = *rule;
    return team;
}

TeamService::Kept<Label> TeamService::keep(const Actor &actor, Label label)
{
    using Answer = Result<Label, ApiError>;
    label.name = label.name.simplified();
    if (const auto wrong = problemOf(label))
        return Answer(failure(problem(*wrong)));
    const auto known = std::as_const(m_tx).team().labels();
    if (!known)
        return failure(known.error());
    if (label.id.isValid() && !has(*known, label.id))
        return Answer(failure(apiError(ApiErrorCode::NotFound)));
    for (const Label &other : *known) {
        if (other.id != label.id && text::matchFold(other.name) == text::matchFold(label.name))
            return Answer(failure(problem(TeamProblem::NameTaken)));
    }
    if (!label.id.isValid() && known->size() >= kOfEachAtMost)
        return Answer(failure(problem(TeamProblem::TooMany)));
    const auto saved = m_tx.team().save(label);
    if (!saved)
        return failure(saved.error());
    const bool made = !label.id.isValid();
    label.id = *saved;
    if (auto told = changed(actor, QStringLiteral("label %1").arg(saved->value),
                            made ? QStringLiteral("made") : QStringLiteral("changed"));
        !told)
        return failure(told.error());
    return Answer(label);
}

TeamService::Kept<QuickReply> TeamService::keep(const Actor &actor, QuickReply reply)
{
    using Answer = Result<QuickReply, ApiError>;
    reply.shortcut = text::matchFold(reply.shortcut);
    reply.title = reply.title.simplified();
    if (const auto wrong = problemOf(reply))
        return Answer(failure(problem(*wrong)));
    const auto known = std::as_const(m_tx).team().quickReplies();
    if (!known)
        return failure(known.error());
    if (reply.id.isValid() && !has(*known, reply.id))
        return Answer(failure(apiError(ApiErrorCode::NotFound)));
    for (const QuickReply &other : *known) {
        if (other.id != reply.id && other.shortcut == reply.shortcut)
            return Answer(failure(problem(TeamProblem::ShortcutTaken)));
    }
    if (!reply.id.isValid() && known->size() >= kOfEachAtMost)
        return Answer(failure(problem(TeamProblem::TooMany)));
    const auto saved = m_tx.team().save(reply);
    if (!saved)
        return failure(saved.error());
    const bool made = !reply.id.isValid();
    reply.id = *saved;
    if (auto told = changed(actor, QStringLiteral("quick reply %1").arg(saved->value),
                            made ? QStringLiteral("made") : QStringLiteral("changed"));
        !told)
        return failure(told.error());
    return Answer(reply);
}

TeamService::Kept<SavedView> TeamService::keep(const Actor &actor, SavedView view)
{
    using Answer = Result<SavedView, ApiError>;
    view.name = view.name.simplified();
    if (const auto wrong = problemOfName(view.name, kNameAtMost))
        return Answer(failure(problem(*wrong)));
    const auto known = std::as_const(m_tx).team().views(actor.agent);
    if (!known)
        return failure(known.error());
    OwnedView owned;
    owned.view = view;
    owned.owner = actor.agent;
    bool wasShared = false;
    if (view.id.isValid()) {
        const auto before = std::as_const(m_tx).team().view(view.id);
        if (!before)
            return failure(before.error());
        // A colleague's own view is none of ours: not even that it is there.
        if (!*before || ((*before)->owner != actor.agent && !(*before)->view.shared))
            return Answer(failure(apiError(ApiErrorCode::NotFound)));
        owned.owner = (*before)->owner;
        wasShared = (*before)->view.shared;
    }
    if ((view.shared || wasShared) && !managesTeam(actor))
        return Answer(failure(apiError(ApiErrorCode::NotPermitted)));
    const auto own = std::count_if(known->cbegin(), known->cend(),
                                   [&](const OwnedView &one) { return one.owner == actor.agent; });
    if (!view.id.isValid() && own >= kViewsAtMost)
        return Answer(failure(problem(TeamProblem::TooMany)));
    const auto saved = m_tx.team().save(owned);
    if (!saved)
        return failure(saved.error());
    view.id = *saved;
    if (view.shared || wasShared) {
        if (auto told =
                changed(actor, QStringLiteral("view %1").arg(saved->value),
                        view.shared ? QStringLiteral("shared") : QStringLiteral("unshared"));
            !told)
            return failure(told.error());
    }
    return Answer(view);
}

TeamService::Kept<AssignmentRule> TeamService::keep(const Actor &actor, const AssignmentRule &rule)
{
    using Answer = Result<AssignmentRule, ApiError>;
    if (rule.capacity < 1 || rule.capacity > kCapacityAtMost)
        return Answer(failure(problem(TeamProblem::CapacityInvalid)));
    if (auto set = setAssignmentRule(m_tx, rule); !set)
        return failure(set.error());
    const QString result = rule.automatic ? QStringLiteral("automatic, %1 each").arg(rule.capacity)
                                          : QStringLiteral("by hand");
    if (auto told = changed(actor, QStringLiteral("assignment"), result); !told)
        return failure(told.error());
    return Answer(rule);
}

Stored<Done> teamChanged(Tx &tx, const Clock &clock, const Actor &actor, const QString &object,
                         const QString &result)
{
    AuditDraft draft;
    draft.at = clock.now();
    draft.actor = actor;
    draft.action = AuditAction::TeamChanged;
    draft.object = object;
    draft.result = result;
    if (auto appended = tx.audit().append(draft); !appended)
        return failure(appended.error());
    if (auto fed = tx.feed().teamChanged(); !fed)
        return failure(fed.error());
    return done();
}

Stored<Done> TeamService::changed(const Actor &actor, const QString &object, const QString &result)
{
    return teamChanged(m_tx, m_clock, actor, object, result);
}

Stored<AlertContent> alertContent(const Tx &tx)
{
    const auto kept = tx.facts().number(kAlertContent, qint64(AlertContent::None));
    if (!kept)
        return failure(kept.error());
    switch (*kept) {
    case qint64(AlertContent::Name):
        return AlertContent::Name;
    case qint64(AlertContent::NameAndText):
        return AlertContent::NameAndText;
    default:
        return AlertContent::None;
    }
}

Stored<Done> TeamService::allow(const Actor &actor, AlertContent content)
{
    if (auto set = m_tx.facts().setNumber(kAlertContent, qint64(content)); !set)
        return set;
    return changed(actor, QStringLiteral("notifications"), wireName(content));
}

TeamService::Kept<Done> TeamService::remove(const Actor &actor, QuickReplyId id)
{
    using Answer = Result<Done, ApiError>;
    const auto removed = m_tx.team().remove(id);
    if (!removed && removed.error() == StoreError::NotFound)
        return Answer(failure(apiError(ApiErrorCode::NotFound)));
    if (!removed)
        return failure(removed.error());
    if (auto told = changed(actor, QStringLiteral("quick reply %1").arg(id.value),
                            QStringLiteral("removed"));
        !told)
        return failure(told.error());
    return Answer(Done());
}

TeamService::Kept<Done> TeamService::remove(const Actor &actor, SavedViewId id)
{
    using Answer = Result<Done, ApiError>;
    const auto before = std::as_const(m_tx).team().view(id);
    if (!before)
        return failure(before.error());
    if (!*before || ((*before)->owner != actor.agent && !(*before)->view.shared))
        return Answer(failure(apiError(ApiErrorCode::NotFound)));
    const bool shared = (*before)->view.shared;
    if (shared && !managesTeam(actor))
        return Answer(failure(apiError(ApiErrorCode::NotPermitted)));
    if (auto removed = m_tx.team().remove(id); !removed)
        return failure(removed.error());
    if (shared) {
        if (auto told =
                changed(actor, QStringLiteral("view %1").arg(id.value), QStringLiteral("removed"));
            !told)
            return failure(told.error());
    }
    return Answer(Done());
}

} // namespace destek::daemon
