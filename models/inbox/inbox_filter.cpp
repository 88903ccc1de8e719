#include "models/inbox/inbox_filter.h"

#include <algorithm>

namespace destek::models
{

namespace
{

bool belongs(InboxFilter::Whose whose, AgentId assignee, AgentId me)
{
    switch (whose) {
    case InboxFilter::Whose::Mine:
        return assignee.isValid() && assignee == me;
    case InboxFilter::Whose::Colleagues:
        return assignee.isValid() && assignee != me;
    case InboxFilter::Whose::Nobody:
        return !assignee.isValid();
    case InboxFilter::Whose::Anybody:
        break;
    }
    return true;
}

} // namespace

bool waits(const ConversationSummary &summary)
{
    return summary.waiting > 0 && summary.work.status == WorkStatus::Open;
}

bool isIn(Queue queue, const ConversationSummary &summary, AgentId me)
{
    const WorkState &work = summary.work;
    const bool open = work.status == WorkStatus::Open;
    switch (queue) {
    case Queue::Mine:
        return open && belongs(InboxFilter::Whose::Mine, work.assignee, me);
    case Queue::Team:
        return open && belongs(InboxFilter::Whose::Colleagues, work.assignee, me);
    case Queue::Unassigned:
        return open && belongs(InboxFilter::Whose::Nobody, work.assignee, me);
    case Queue::Snoozed:
        return work.status == WorkStatus::Snoozed;
    case Queue::All:
        break;
    }
    return true;
}

bool lets(const InboxFilter &filter, const ConversationSummary &summary, AgentId me)
{
    const WorkState &work = summary.work;
    const auto isWanted = [&](LabelId label) { return filter.labels.contains(label); };
    if (filter.status && *filter.status != work.status)
        return false;
    if (filter.atLeast && work.priority < *filter.atLeast)
        return false;
    if (filter.waitingOnly && !waits(summary))
        return false;
    if (!filter.labels.isEmpty() && std::none_of(work.labels.begin(), work.labels.end(), isWanted))
        return false;
    return belongs(filter.whose, work.assignee, me);
}

bool mayBeResolved(const InboxFilter &filter)
{
    return !filter.waitingOnly &&
           filter.status.value_or(WorkStatus::Resolved) == WorkStatus::Resolved;
}

} // namespace destek::models
