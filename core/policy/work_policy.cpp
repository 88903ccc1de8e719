#include "core/policy/work_policy.h"

#include <algorithm>
#include <tuple>

namespace destek
{

namespace
{

using Kind = WorkAct::Kind;

std::optional<WorkRefusal> whyNotSnooze(const WorkFacts &facts, Instant until)
{
    if (until <= facts.now)
        return WorkRefusal::SnoozePast;
    if (until - facts.now > kSnoozeAtMost)
        return WorkRefusal::SnoozeTooFar;
    if (comesBackAt(facts, until) <= facts.now)
        return WorkRefusal::WindowTooShort;
    return std::nullopt;
}

std::optional<WorkRefusal> alreadySo(bool so)
{
    return so ? std::optional(WorkRefusal::AlreadySo) : std::nullopt;
}

void letGo(WorkState &work)
{
    work.holder = AgentId();
    work.heldUntil = Instant();
}

void hold(WorkState &work, AgentId agent, Instant now)
{
    work.holder = agent;
    work.heldUntil = now + kLeaseLasts;
}

void wakeUp(WorkState &work)
{
    work.status = WorkStatus::Open;
    work.snoozedUntil.reset();
}

} // namespace

Instant comesBackAt(const WorkFacts &facts, Instant wanted)
{
    const bool windowOpen = facts.windowClosesAt && *facts.windowClosesAt > facts.now;
    if (facts.waiting <= 0 || !windowOpen)
        return wanted;
    return std::min(wanted, *facts.windowClosesAt - kBackBeforeWindowCloses);
}

std::optional<WorkRefusal> whyNot(const WorkFacts &facts, const WorkAct &act, AgentId me)
{
    const WorkState &work = facts.work;
    const bool held = isHeldByOther(work, me, facts.now);
    switch (act.kind) {
    case Kind::Claim:
        return held ? std::optional(WorkRefusal::HeldByColleague) : std::nullopt;
    case Kind::TakeOver:
    case Kind::Release:
        return std::nullopt;
    case Kind::Assign:
        if (!facts.agentMayAnswer)
            return WorkRefusal::AgentUnknown;
        if (held && !facts.leadsTeam && act.agent != work.holder)
            return WorkRefusal::HeldByColleague; // it would be taken from under their hands
        return alreadySo(work.assignee == act.agent && act.note.isEmpty());
    case Kind::Snooze:
        return held ? std::optional(WorkRefusal::HeldByColleague) : whyNotSnooze(facts, act.until);
    case Kind::Resolve:
        if (held)
            return WorkRefusal::HeldByColleague;
        return alreadySo(work.status == WorkStatus::Resolved);
    case Kind::Reopen:
        return alreadySo(work.status == WorkStatus::Open);
    case Kind::AddLabel:
        if (!facts.labelKnown)
            return WorkRefusal::LabelUnknown;
        return alreadySo(work.labels.contains(act.label));
    case Kind::RemoveLabel:
        return alreadySo(!work.labels.contains(act.label));
    case Kind::SetPriority:
        return alreadySo(work.priority == act.priority);
    }
    return WorkRefusal::ConversationUnknown;
}

WorkState after(const WorkFacts &facts, const WorkAct &act, AgentId me)
{
    WorkState work = facts.work;
    switch (act.kind) {
    case Kind::Claim:
    case Kind::TakeOver:
        work.assignee = me;
        hold(work, me, facts.now);
        wakeUp(work);
        break;
    case Kind::Release:
        if (work.holder == me)
            letGo(work);
        break;
    case Kind::Assign:
        work.assignee = act.agent;
        if (work.holder != act.agent)
            letGo(work);
        break;
    case Kind::Snooze:
        work.status = WorkStatus::Snoozed;
        work.snoozedUntil = comesBackAt(facts, act.until);
        letGo(work);
        break;
    case Kind::Resolve:
        work.status = WorkStatus::Resolved;
        work.snoozedUntil.reset();
        letGo(work);
        break;
    case Kind::Reopen:
        wakeUp(work);
        break;
    case Kind::AddLabel:
        work.labels.insert(std::lower_bound(work.labels.begin(), work.labels.end(), act.label,
                                            [](LabelId a, LabelId b) { return a.value < b.value; }),
                           act.label);
        break;
    case Kind::RemoveLabel:
        work.labels.removeOne(act.label);
        break;
    case Kind::SetPriority:
        work.priority = act.priority;
        break;
    }
    return work;
}

WorkState afterCustomerWrote(WorkState work, bool assigneeHere)
{
    wakeUp(work);
    if (!assigneeHere)
        work.assignee = AgentId();
    return work;
}

WorkState afterAnswer(WorkState work, AgentId author, Instant now)
{
    if (!author.isValid())
        return work; // the daemon's own confirmation claims nothing
    if (!work.assignee.isValid())
        work.assignee = author;
    hold(work, author, now);
    return work;
}

std::optional<AgentId> nextAssignee(const QList<Candidate> &candidates, const AssignmentRule &rule)
{
    if (!rule.automatic)
        return std::nullopt;
    std::optional<Candidate> best;
    for (const Candidate &candidate : candidates) {
        if (candidate.presence != Presence::Online || candidate.open >= rule.capacity)
            continue;
        const auto rank = [](const Candidate &one) {
            return std::tuple(one.lastAssigned.ms, one.agent.value);
        };
        if (!best || rank(candidate) < rank(*best))
            best = candidate;
    }
    return best ? std::optional(best->agent) : std::nullopt;
}

} // namespace destek
