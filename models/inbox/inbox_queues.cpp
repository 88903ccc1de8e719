// The shared side of InboxModel: queues, views, and what a row says about the team.
#include "models/format/work_words.h"
#include "models/inbox/inbox_model.h"
#include "models/work/own_book.h"
#include "models/work/team_book.h"

#include <QCoreApplication>

#include <algorithm>

namespace destek::models
{

void InboxModel::consult(const TeamBook *team, const OwnBook *own)
{
    m_team = team;
    m_own = own;
    connect(team, &TeamBook::changed, this, [this] {
        touchAll({HolderRole, AssigneeRole, LabelRole, LabelHueRole, Qt::AccessibleTextRole});
    });
    connect(own, &OwnBook::changed, this, [this](ConversationId id) {
        const QList<int> roles{UnreadRole, DraftRole, MentionedRole, Qt::AccessibleTextRole};
        if (!id.isValid())
            return touchAll(roles);
        if (const int row = rowOf(id); row >= 0)
            Q_EMIT dataChanged(index(row), index(row), roles);
    });
}

void InboxModel::touchAll(const QList<int> &roles)
{
    if (!m_order.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), roles);
}

void InboxModel::setMe(AgentId me)
{
    if (m_me == me)
        return;
    m_me = me;
    m_waiting = 0;
    m_forMeChanged = true;
    m_waitingForMe = 0;
    m_counts = {};
    for (const Entry &entry : std::as_const(m_entries))
        count(entry.summary, 1);
    reorder();
    tellCounts();
}

void InboxModel::setQueue(Queue queue)
{
    if (m_queue == queue)
        return;
    m_queue = queue;
    if (queue != Queue::All && m_view.status == WorkStatus::Resolved)
        m_view.status.reset(); // nothing resolved is in it
    reorder();
}

void InboxModel::setView(const InboxFilter &view)
{
    if (m_view == view)
        return;
    m_view = view;
    if (view.status == WorkStatus::Resolved)
        m_queue = Queue::All; // no other holds what is resolved
    reorder();
}

ConversationId InboxModel::nextTask(ConversationId current) const
{
    using Rank = std::pair<int, Key>; // mine before nobody's before those of who is not here
    const auto rankOf = [this](const ConversationSummary &summary) -> std::optional<Rank> {
        if (!waits(summary) || summary.standby || isHeldByOther(summary.work, m_me, m_now))
            return std::nullopt;
        if (isIn(Queue::Mine, summary, m_me))
            return Rank(0, keyOf(summary));
        if (isIn(Queue::Unassigned, summary, m_me))
            return Rank(1, keyOf(summary));
        const bool offered = m_team && m_team->isGone(summary.work.assignee);
        return offered ? std::optional(Rank(2, keyOf(summary))) : std::nullopt;
    };
    const ConversationSummary *open = find(current);
    const std::optional<Rank> here = open ? rankOf(*open) : std::nullopt;
    std::optional<Rank> first;
    std::optional<Rank> next;
    for (const Entry &entry : m_entries) {
        const std::optional<Rank> rank = rankOf(entry.summary);
        if (!rank || entry.summary.id == current)
            continue;
        if (!first || *rank < *first)
            first = rank;
        if (here && *rank > *here && (!next || *rank < *next))
            next = rank;
    }
    if (next)
        return ConversationId(next->second.id);
    return first ? ConversationId(first->second.id) : ConversationId();
}

QList<ConversationId> InboxModel::mine() const
{
    std::vector<Key> keys;
    for (const Entry &entry : m_entries) {
        if (isIn(Queue::Mine, entry.summary, m_me))
            keys.push_back(keyOf(entry.summary));
    }
    std::sort(keys.begin(), keys.end());
    QList<ConversationId> ids;
    for (const Key &key : keys)
        ids << ConversationId(key.id);
    return ids;
}

QVariant InboxModel::teamData(const ConversationSummary &summary, int role) const
{
    const WorkState &work = summary.work;
    switch (role) {
    case UnreadRole:
        return m_own ? m_own->unread(summary, m_me) : summary.waiting;
    case OwnerRole:
        return int(!work.assignee.isValid() ? Owner::Nobody
                   : work.assignee == m_me  ? Owner::Mine
                                            : Owner::Colleague);
    case HolderRole:
        return m_team && isHeldByOther(work, m_me, m_now) ? m_team->nameOf(work.holder) : QString();
    case AssigneeRole:
        return m_team && work.assignee != m_me ? m_team->nameOf(work.assignee) : QString();
    case LabelRole:
    case LabelHueRole: {
        const Label *label =
            m_team && !work.labels.isEmpty() ? m_team->label(work.labels.constFirst()) : nullptr;
        if (role == LabelHueRole)
            return label ? label->hue : 0;
        return label ? label->name : QString();
    }
    case MoreLabelsRole:
        return int(std::max<qsizetype>(0, work.labels.size() - 1));
    case PriorityRole:
        return int(work.priority);
    case SnoozedWordsRole:
        return work.snoozedUntil ? words::snoozedWords(*work.snoozedUntil, m_now) : QString();
    case DraftRole:
        return m_own && m_own->hasDraft(summary.id);
    case MentionedRole:
        return m_own && m_own->isMentioned(summary.id);
    default:
        return {};
    }
}

QString InboxModel::workSentences(const ConversationSummary &summary) const
{
    QStringList sentences;
    const auto text = [&](int role) { return teamData(summary, role).toString(); };
    if (const int unread = teamData(summary, UnreadRole).toInt(); unread > 0)
        sentences << QCoreApplication::translate("destek", "%n unread.", nullptr, unread);
    if (summary.work.priority != Priority::Normal)
        sentences << words::priorityWords(summary.work.priority) + u'.';
    if (const QString holder = text(HolderRole); !holder.isEmpty())
        sentences << QCoreApplication::translate("destek", "Answering now: %1.").arg(holder);
    else if (const QString assignee = text(AssigneeRole); !assignee.isEmpty())
        sentences << QCoreApplication::translate("destek", "Assigned to: %1.").arg(assignee);
    else if (summary.work.assignee.isValid() && summary.work.assignee == m_me)
        sentences << QCoreApplication::translate("destek", "Yours.");
    if (const QString snoozed = text(SnoozedWordsRole); !snoozed.isEmpty())
        sentences << snoozed + u'.';
    for (const LabelId id : summary.work.labels) {
        if (const Label *label = m_team ? m_team->label(id) : nullptr)
            sentences << QCoreApplication::translate("destek", "Label: %1.").arg(label->name);
    }
    if (teamData(summary, DraftRole).toBool())
        sentences << QCoreApplication::translate("destek", "You have begun to write.");
    if (teamData(summary, MentionedRole).toBool())
        sentences << QCoreApplication::translate("destek", "A note names you.");
    return sentences.join(u' ');
}

} // namespace destek::models
