// What InboxModel answers to views: rows, roles and words.
#include "models/inbox/inbox_model.h"

#include "core/text/fold.h"
#include "models/format/words.h"

#include <QCoreApplication>

namespace destek::models
{

void InboxModel::setFilter(const QString &words)
{
    const QString folded = text::matchFold(words);
    m_filter = words;
    if (folded == m_foldedFilter)
        return;
    m_foldedFilter = folded;
    reorder();
}

int InboxModel::rowOf(ConversationId id) const
{
    const auto entry = m_entries.constFind(id);
    return entry == m_entries.constEnd() || !entry->shown ? -1 : rowOf(entry->key);
}

const ConversationSummary *InboxModel::find(ConversationId id) const
{
    const auto entry = m_entries.constFind(id);
    return entry == m_entries.constEnd() ? nullptr : &entry->summary;
}

ConversationId InboxModel::idAt(int row) const
{
    return row < 0 || row >= rowCount() ? ConversationId()
                                        : ConversationId(m_order[size_t(row)].id);
}

int InboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

QVariant InboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Key &key = m_order[size_t(index.row())];
    const ConversationSummary &summary = m_entries.constFind(ConversationId(key.id))->summary;
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return words::personWords(summary);
    case Qt::AccessibleTextRole:
        return accessibleText(summary);
    case SummaryRole:
        return QVariant::fromValue(summary);
    case IdRole:
        return summary.id.value;
    case NumberRole:
        return summary.number;
    case LastLineRole:
        return words::lastLineWords(summary);
    case TimeRole:
        return words::listTime(summary.lastAt, m_now);
    case WaitingRole:
        return waits(summary) ? summary.waiting : 0;
    case UrgencyRole:
        return int(urgencyOf(summary, m_now));
    case WindowWordsRole:
        return windowWords(summary);
    case OptedOutRole:
        return summary.standing == Standing::OptedOut;
    case OptOutQuestionRole:
        return summary.optOutQuestion;
    case OwnStateRole:
        return int(summary.lastDirection == Direction::Outbound ? summary.lastOwnState
                                                                : SendState::None);
    case GroupRole:
        return key.group;
    default:
        return teamData(summary, role);
    }
}

QString InboxModel::windowWords(const ConversationSummary &summary) const
{
    if (!waits(summary))
        return {};
    const Duration left =
        summary.windowClosesAt ? *summary.windowClosesAt - m_now : Duration::zero();
    return words::timeLeftWords(left);
}

QString InboxModel::accessibleText(const ConversationSummary &summary) const
{
    QStringList sentences{QCoreApplication::translate("destek", "Conversation with %1.")
                              .arg(words::personWords(summary))};
    if (waits(summary)) {
        sentences << QCoreApplication::translate("destek", "%n message(s) waiting.", nullptr,
                                                 summary.waiting)
                  << QCoreApplication::translate("destek", "Window for free text: %1.")
                         .arg(windowWords(summary));
    }
    if (summary.optOutQuestion)
        sentences << QCoreApplication::translate("destek", "Possible opt-out: please decide.");
    if (summary.standing == Standing::OptedOut)
        sentences << QCoreApplication::translate("destek", "Opted out.");
    if (summary.standby)
        sentences << QCoreApplication::translate("destek", "Somebody else answers here.");
    if (const QString work = workSentences(summary); !work.isEmpty())
        sentences << work;
    sentences << QCoreApplication::translate("destek", "Last message, %1: %2")
                     .arg(words::listTime(summary.lastAt, m_now), words::lastLineAloud(summary));
    return sentences.join(u' ');
}

QHash<int, QByteArray> InboxModel::roleNames() const
{
    auto names = QAbstractListModel::roleNames();
    names.insert({{SummaryRole, "summary"},
                  {IdRole, "conversationId"},
                  {NameRole, "name"},
                  {NumberRole, "number"},
                  {LastLineRole, "lastLine"},
                  {TimeRole, "time"},
                  {WaitingRole, "waiting"},
                  {UrgencyRole, "urgency"},
                  {WindowWordsRole, "windowWords"},
                  {OptedOutRole, "optedOut"},
                  {OptOutQuestionRole, "optOutQuestion"},
                  {OwnStateRole, "ownState"},
                  {GroupRole, "group"},
                  {UnreadRole, "unread"},
                  {OwnerRole, "owner"},
                  {HolderRole, "holder"},
                  {AssigneeRole, "assignee"},
                  {LabelRole, "label"},
                  {LabelHueRole, "labelHue"},
                  {MoreLabelsRole, "moreLabels"},
                  {PriorityRole, "priority"},
                  {SnoozedWordsRole, "snoozed"},
                  {DraftRole, "draft"},
                  {MentionedRole, "mentioned"}});
    return names;
}

// --- finding -------------------------------------------------------------------------------

QList<ConversationId> InboxModel::named(const QString &folded, int limit) const
{
    std::vector<Key> found;
    for (const Entry &entry : m_entries) {
        // The last line is in there as well; only what passes is folded again.
        if (!entry.folded.contains(folded))
            continue;
        const ConversationSummary &summary = entry.summary;
        if (text::matchFold(summary.name + u'\n' + summary.number + u'\n' + summary.username)
                .contains(folded))
            found.push_back(entry.key);
    }
    const auto wanted = std::min(found.size(), std::size_t(limit));
    std::partial_sort(found.begin(), found.begin() + std::ptrdiff_t(wanted), found.end());
    QList<ConversationId> ids;
    for (std::size_t i = 0; i < wanted; ++i)
        ids << ConversationId(found[i].id);
    return ids;
}

void InboxModel::each(const std::function<void(const ConversationSummary &)> &look) const
{
    for (const Entry &entry : m_entries)
        look(entry.summary);
}

} // namespace destek::models
