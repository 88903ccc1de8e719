#include "daemon/service/work_flow.h"

#include "core/policy/send_policy.h"
#include "daemon/service/thread_lines.h"

#include <algorithm>

namespace destek::daemon
{

namespace
{

constexpr auto kAutomatic = u"assignment.automatic";
constexpr auto kCapacity = u"assignment.capacity";

/// Also an opt-out word: an agent sees what was written. Copies, imports and what is shown with
/// another message are not news to anybody.
bool isHeard(const MessageRecord &message)
{
    return message.direction == Direction::Inbound && message.provenance == Provenance::Cloud &&
           message.kind != MessageKind::Reaction && message.kind != MessageKind::System &&
           message.kind != MessageKind::Revoke && message.kind != MessageKind::Edit;
}

} // namespace

Stored<AssignmentRule> assignmentRule(const Tx &tx)
{
    AssignmentRule rule;
    const auto automatic = tx.facts().number(kAutomatic, 0);
    const auto capacity = tx.facts().number(kCapacity, rule.capacity);
    if (!automatic || !capacity)
        return failure(automatic ? capacity.error() : automatic.error());
    rule.automatic = *automatic != 0;
    rule.capacity = int(*capacity);
    return rule;
}

Stored<Done> setAssignmentRule(Tx &tx, const AssignmentRule &rule)
{
    if (auto set = tx.facts().setNumber(kAutomatic, rule.automatic ? 1 : 0); !set)
        return set;
    return tx.facts().setNumber(kCapacity, rule.capacity);
}

Stored<Done> WorkFlow::heard(ConversationRecord &conversation, const MessageRecord &message)
{
    const bool corrects =
        message.direction == Direction::Inbound && message.kind == MessageKind::Edit;
    if (!isHeard(message))
        return corrects ? stillWaits(conversation) : Stored<Done>(done());
    const AgentId assignee = conversation.work.assignee;
    const bool here = assignee.isValid() && m_board && m_board->isHere(assignee);
    conversation.work = afterCustomerWrote(conversation.work, here);
    conversation.work.heard += 1;
    if (!conversation.work.assignee.isValid()) {
        if (auto found = findSomebody(conversation, assignee); !found)
            return found;
    }
    return m_tx.conversations().updateWork(conversation);
}

Stored<Done> WorkFlow::stillWaits(ConversationRecord &conversation)
{
    if (conversation.waiting <= 0 || conversation.work.status != WorkStatus::Resolved)
        return done();
    conversation.work.status = WorkStatus::Open;
    return m_tx.conversations().updateWork(conversation);
}

bool WorkFlow::isGone(AgentId agent) const
{
    return agent.isValid() && m_board && !m_board->isHere(agent);
}

Stored<Done> WorkFlow::findSomebody(ConversationRecord &conversation, AgentId from)
{
    const auto rule = assignmentRule(m_tx);
    if (!rule)
        return failure(rule.error());
    if (!rule->automatic || !m_board)
        return done();
    const auto all = candidates();
    if (!all)
        return failure(all.error());
    const auto next = nextAssignee(*all, *rule);
    if (!next)
        return done();
    conversation.work.assignee = *next;
    conversation.assignedAt = m_clock.now();
    QString names = nameOfAgent(m_tx, *next);
    if (from.isValid() && from != *next)
        names += u'\n' + nameOfAgent(m_tx, from); // whose it was
    return addThreadLine(m_tx, m_clock, conversation, EventKind::Assigned, names, m_clock.now(),
                         Actor::system());
}

/// What waits and is nobody's or a gone colleague's, the longest waiting first.
Stored<QList<ConversationRecord>> WorkFlow::unattended(int limit) const
{
    const auto &conversations = std::as_const(m_tx).conversations();
    auto ids = conversations.unclaimed(limit);
    const auto users = std::as_const(m_tx).access().users();
    if (!ids || !users)
        return failure(ids ? users.error() : ids.error());
    for (const UserRecord &user : *users) {
        if (!isGone(user.id))
            continue;
        const auto theirs = conversations.waitingFor(user.id, limit);
        if (!theirs)
            return failure(theirs.error());
        *ids += *theirs;
    }
    QList<ConversationRecord> all;
    for (const ConversationId id : std::as_const(*ids)) {
        auto conversation = conversations.record(id);
        if (!conversation && conversation.error() == StoreError::NotFound)
            continue; // about to be erased
        if (!conversation)
            return failure(conversation.error());
        all << std::move(*conversation);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const ConversationRecord &a, const ConversationRecord &b) {
                         return a.waitingSince < b.waitingSince;
                     });
    return all;
}

Stored<WorkFlow::HandedOut> WorkFlow::handOut(int limit)
{
    HandedOut out;
    const auto rule = assignmentRule(m_tx);
    if (!rule)
        return failure(rule.error());
    if (!rule->automatic || !m_board)
        return out;
    const auto ready = candidates();
    if (!ready)
        return failure(ready.error());
    if (!nextAssignee(*ready, *rule))
        return out; // whoever comes online asks again
    auto waiting = unattended(limit);
    if (!waiting)
        return failure(waiting.error());
    for (ConversationRecord &conversation : *waiting) {
        const WorkState &work = conversation.work;
        if (isHeldByOther(work, AgentId(), m_clock.now())) {
            out.again = std::min(out.again.value_or(work.heldUntil), work.heldUntil);
            continue;
        }
        if (out.given == limit)
            break; // the next round goes on
        const AgentId from = work.assignee;
        if (auto found = findSomebody(conversation, from); !found)
            return failure(found.error());
        if (conversation.work.assignee == from)
            break; // nobody has room: nobody will for the next one
        if (auto kept = keep(conversation, WorkAct::Kind::Assign); !kept)
            return failure(kept.error());
        ++out.given;
    }
    return out;
}

/// Supervisors may answer, but new work does not fall on them unless they are agents too.
Stored<QList<Candidate>> WorkFlow::candidates() const
{
    const auto loads = std::as_const(m_tx).conversations().loads();
    const auto users = std::as_const(m_tx).access().users();
    if (!loads || !users)
        return failure(loads ? users.error() : loads.error());
    QList<Candidate> all;
    for (const AgentLoad &load : *loads) {
        const bool isAgent =
            std::any_of(users->cbegin(), users->cend(), [&](const UserRecord &user) {
                return user.id == load.agent && user.roles.has(Role::Agent) && !user.disabled;
            });
        if (!isAgent)
            continue;
        Candidate candidate;
        candidate.agent = load.agent;
        candidate.presence = m_board->presence(load.agent);
        candidate.open = load.open;
        candidate.lastAssigned = load.lastAssigned;
        all << candidate;
    }
    return all;
}

Stored<Done> WorkFlow::answered(ConversationRecord &conversation, AgentId author)
{
    const WorkState next = afterAnswer(conversation.work, author, m_clock.now());
    if (next == conversation.work)
        return done();
    if (next.assignee != conversation.work.assignee)
        conversation.assignedAt = m_clock.now();
    conversation.work = next;
    return m_tx.conversations().updateWork(conversation);
}

Stored<int> WorkFlow::wakeDue(int limit)
{
    const auto due = std::as_const(m_tx).conversations().due(m_clock.now(), limit);
    if (!due)
        return failure(due.error());
    for (const ConversationId id : *due) {
        auto conversation = std::as_const(m_tx).conversations().record(id);
        if (!conversation && conversation.error() == StoreError::NotFound)
            continue; // about to be erased
        if (!conversation)
            return failure(conversation.error());
        conversation->work.status = WorkStatus::Open;
        conversation->work.snoozedUntil.reset();
        if (auto shown = addThreadLine(m_tx, m_clock, *conversation, EventKind::SnoozeOver, {},
                                       m_clock.now(), Actor::system());
            !shown)
            return failure(shown.error());
        const AgentId whose = conversation->work.assignee;
        if (isGone(whose)) {
            if (auto found = findSomebody(*conversation, whose); !found)
                return failure(found.error());
        }
        if (auto kept = keep(*conversation, WorkAct::Kind::Reopen); !kept)
            return failure(kept.error());
        if (conversation->work.assignee == whose)
            continue;
        if (auto audited = audit(QStringLiteral("conversation %1").arg(id.value),
                                 conversation->contact, WorkAct::Kind::Assign, 1);
            !audited)
            return failure(audited.error());
    }
    return int(due->size());
}

Stored<int> WorkFlow::resolveQuiet(int limit)
{
    const Instant now = m_clock.now();
    QuietSince since;
    since.now = now;
    since.nobodys = now - kServiceWindow - kQuietForNobody;
    since.somebodys = now - kServiceWindow - kQuietForSomebody;
    since.lastLine = now - kQuietForNobody;
    const auto quiet = std::as_const(m_tx).conversations().quiet(since, limit);
    if (!quiet)
        return failure(quiet.error());
    for (const ConversationId id : *quiet) {
        auto conversation = std::as_const(m_tx).conversations().record(id);
        if (!conversation && conversation.error() == StoreError::NotFound)
            continue;
        if (!conversation)
            return failure(conversation.error());
        conversation->work.status = WorkStatus::Resolved;
        if (auto updated = m_tx.conversations().updateWork(*conversation); !updated)
            return failure(updated.error());
        if (auto fed = m_tx.feed().conversationChanged(id); !fed)
            return failure(fed.error());
    }
    if (!quiet->isEmpty()) {
        if (auto audited = audit(QStringLiteral("conversations"), ContactId(),
                                 WorkAct::Kind::Resolve, int(quiet->size()));
            !audited)
            return failure(audited.error());
    }
    return int(quiet->size());
}

Stored<Done> WorkFlow::keep(const ConversationRecord &conversation, WorkAct::Kind kind)
{
    if (auto updated = m_tx.conversations().updateWork(conversation); !updated)
        return updated;
    if (auto audited = audit(QStringLiteral("conversation %1").arg(conversation.id.value),
                             conversation.contact, kind, 1);
        !audited)
        return audited;
    if (auto fed = m_tx.feed().conversationChanged(conversation.id); !fed)
        return failure(fed.error());
    return done();
}

Stored<Done> WorkFlow::audit(const QString &object, ContactId contact, WorkAct::Kind kind,
                             int count)
{
    AuditDraft draft;
    draft.at = m_clock.now();
    draft.actor = Actor::system();
    draft.action = AuditAction::WorkDone;
    draft.contact = contact;
    draft.object = object;
    draft.result = count == 1 ? QString(wireName(kind))
                              : QStringLiteral("%1 %2").arg(QString(wireName(kind))).arg(count);
    if (auto appended = m_tx.audit().append(draft); !appended)
        return failure(appended.error());
    return done();
}

} // namespace destek::daemon
