#include "daemon/service/work_service.h"

#include "core/policy/permissions.h"
#include "core/policy/send_policy.h"
#include "daemon/service/note_service.h"
#include "daemon/service/thread_lines.h"

namespace destek::daemon
{

using Kind = WorkAct::Kind;

Stored<bool> WorkService::mayAnswer(const Tx &tx, AgentId agent)
{
    if (!agent.isValid())
        return true;
    const auto user = tx.access().user(agent);
    if (!user)
        return failure(user.error());
    return *user && !(*user)->disabled && may((*user)->roles, Permission::SendMessages);
}

Stored<bool> WorkService::labelKnown(LabelId id) const
{
    if (!id.isValid())
        return false;
    const auto labels = std::as_const(m_tx).team().labels();
    if (!labels)
        return failure(labels.error());
    return std::any_of(labels->cbegin(), labels->cend(),
                       [&](const Label &label) { return label.id == id && !label.retired; });
}

Stored<QList<WorkOutcome>> WorkService::act(const Actor &actor, const QList<ConversationId> &ids,
                                            const WorkAct &act)
{
    const auto answers = mayAnswer(m_tx, act.agent);
    const auto known = labelKnown(act.label);
    if (!answers || !known)
        return failure(answers ? known.error() : answers.error());
    QList<WorkOutcome> outcomes;
    for (const ConversationId id : ids) {
        WorkOutcome outcome;
        outcome.conversation = id;
        const auto conversation = std::as_const(m_tx).conversations().record(id);
        if (!conversation && conversation.error() != StoreError::NotFound)
            return failure(conversation.error());
        if (!conversation) {
            outcome.refusal = WorkRefusal::ConversationUnknown;
            outcomes << outcome;
            continue;
        }
        WorkFacts facts;
        facts.now = m_clock.now();
        facts.work = conversation->work;
        facts.waiting = conversation->waiting;
        facts.windowClosesAt = windowClosesAt(conversation->lastInboundAt);
        facts.agentMayAnswer = *answers;
        facts.labelKnown = *known;
        facts.leadsTeam = may(actor.roles, Permission::ManageTeam);
        outcome.refusal = whyNot(facts, act, actor.agent);
        if (!outcome.refusal) {
            const WorkState next = after(facts, act, actor.agent);
            if (auto kept = keep(actor, *conversation, next, act); !kept)
                return failure(kept.error());
        }
        outcomes << outcome;
    }
    return outcomes;
}

Stored<Done> WorkService::keep(const Actor &actor, const ConversationRecord &before,
                               const WorkState &next, const WorkAct &act)
{
    ConversationRecord record = before;
    record.work = next;
    if (next.assignee != before.work.assignee)
        record.assignedAt = next.assignee.isValid() ? m_clock.now() : Instant();
    Stored<Done> stored = done();
    if (act.kind == Kind::AddLabel)
        stored = m_tx.conversations().addLabel(record.id, act.label);
    else if (act.kind == Kind::RemoveLabel)
        stored = m_tx.conversations().removeLabel(record.id, act.label);
    else
        stored = m_tx.conversations().updateWork(record);
    if (!stored)
        return stored;
    if (auto shown = addLines(actor, before, next, act); !shown)
        return shown;
    if (auto audited = audit(actor, before, act); !audited)
        return audited;
    if (auto fed = m_tx.feed().conversationChanged(record.id); !fed)
        return failure(fed.error());
    return done();
}

Stored<Done> WorkService::addLines(const Actor &actor, const ConversationRecord &before,
                                   const WorkState &next, const WorkAct &act)
{
    const Instant now = m_clock.now();
    const auto line = [&](EventKind kind, const QString &text = {}) {
        return addThreadLine(m_tx, m_clock, before, kind, text, now, actor);
    };
    const bool moved = next.assignee != before.work.assignee;
    switch (act.kind) {
    case Kind::TakeOver:
        if (isHeldByOther(before.work, actor.agent, now))
            return line(EventKind::TakenOver, nameOfAgent(m_tx, before.work.holder));
        [[fallthrough]];
    case Kind::Claim:
        return moved ? line(EventKind::Assigned, shownName(actor)) : Stored<Done>(done());
    case Kind::Assign:
        if (moved) {
            if (auto shown = line(EventKind::Assigned, nameOfAgent(m_tx, next.assignee)); !shown)
                return shown;
        }
        return act.note.isEmpty() ? Stored<Done>(done()) : addNote(actor, before, act);
    case Kind::Snooze:
        return line(EventKind::Snoozed, QString::number(next.snoozedUntil.value_or(now).ms));
    case Kind::Resolve:
        return line(EventKind::Resolved);
    case Kind::Reopen:
        return line(EventKind::Reopened);
    case Kind::Release:
    case Kind::AddLabel:
    case Kind::RemoveLabel:
    case Kind::SetPriority:
        break;
    }
    return done();
}

/// Whoever gets the conversation is named in the note, and so hears of it.
Stored<Done> WorkService::addNote(const Actor &actor, const ConversationRecord &conversation,
                                  const WorkAct &act)
{
    NoteDraft note;
    note.id = MessageId::create();
    note.conversation = conversation.id;
    note.text = act.note;
    if (act.agent.isValid())
        note.mentions = {act.agent};
    return NoteService(m_tx, m_clock).keep(actor, note);
}

Stored<Done> WorkService::audit(const Actor &actor, const ConversationRecord &conversation,
                                const WorkAct &act)
{
    AuditDraft draft;
    draft.at = m_clock.now();
    draft.actor = actor;
    draft.action = AuditAction::WorkDone;
    draft.contact = conversation.contact;
    draft.object = QStringLiteral("conversation %1").arg(conversation.id.value);
    if (act.kind == Kind::Assign)
        draft.object += QStringLiteral(", agent %1").arg(act.agent.value);
    draft.result = wireName(act.kind);
    if (auto appended = m_tx.audit().append(draft); !appended)
        return failure(appended.error());
    return done();
}

Stored<std::optional<Instant>> WorkService::renew(const Actor &actor, ConversationId id)
{
    // Who may not be read (any more) is not attended either.
    if (const auto known = std::as_const(m_tx).conversations().record(id); !known)
        return failure(known.error());
    const Instant now = m_clock.now();
    const Instant until = now + kLeaseLasts;
    const auto renewed = m_tx.conversations().renewLease(id, actor.agent, now, until);
    if (!renewed)
        return failure(renewed.error());
    return *renewed ? std::optional(until) : std::nullopt;
}

} // namespace destek::daemon
