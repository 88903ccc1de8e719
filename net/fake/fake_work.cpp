// What agents do with conversations: the port WorkApi of FakeServer.
#include "core/policy/permissions.h"
#include "core/policy/work_policy.h"
#include "core/text/fold.h"
#include "net/fake/fake_server.h"

using namespace Qt::StringLiterals;

namespace destek::net
{

namespace
{

constexpr int kMostAtOnce = 200;
constexpr int kFieldNameMost = 40;

template <typename T>
Answer<T> no(ApiErrorCode code)
{
    return failure(ApiError{code, std::nullopt, {}});
}

EventKind eventOf(const WorkAct &act, const WorkState &before)
{
    switch (act.kind) {
    case WorkAct::Kind::TakeOver:
        return before.holder.isValid() ? EventKind::TakenOver : EventKind::None;
    case WorkAct::Kind::Assign:
        return EventKind::Assigned;
    case WorkAct::Kind::Snooze:
        return EventKind::Snoozed;
    case WorkAct::Kind::Resolve:
        return EventKind::Resolved;
    case WorkAct::Kind::Reopen:
        return EventKind::Reopened;
    default:
        return EventKind::None;
    }
}

} // namespace

WorkOutcome FakeServer::doAct(AgentId who, ConversationId id, const WorkAct &act)
{
    WorkOutcome outcome;
    outcome.conversation = id;
    outcome.refusal = WorkRefusal::ConversationUnknown;
    if (!m_world.exists(id))
        return outcome;
    ConversationSummary summary = m_world.conversation(id);
    WorkFacts facts;
    facts.now = m_clock->now();
    facts.work = summary.work;
    facts.waiting = summary.waiting;
    facts.windowClosesAt = summary.windowClosesAt;
    const Colleague *other = m_team.colleague(act.agent);
    facts.agentMayAnswer = !act.agent.isValid() || (other && other->mayAnswer);
    facts.leadsTeam = who == m_agent.id && may(m_agent.roles, Permission::ManageTeam);
    for (const Label &label : std::as_const(m_team.view.labels))
        facts.labelKnown = facts.labelKnown || (label.id == act.label && !label.retired);
    outcome.refusal = whyNot(facts, act, who);
    if (!outcome.refusal) {
        tellEvent(who, summary, act);
        if (!act.note.isEmpty())
            tell(noteOf(who, id, MessageId::create(), act.note, {}));
        summary = m_world.conversation(id);
        summary.work = destek::after(facts, act, who);
        change(summary);
    }
    outcome.summary = m_world.conversation(id);
    return outcome;
}

void FakeServer::tellEvent(AgentId who, const ConversationSummary &before, const WorkAct &act)
{
    const EventKind kind = eventOf(act, before.work);
    if (kind == EventKind::None)
        return;
    const auto nameOf = [this](AgentId id) {
        const Colleague *colleague = m_team.colleague(id);
        return colleague ? colleague->name : QString();
    };
    MessageView line = noteOf(who, before.id, MessageId::create(), {}, {});
    line.kind = MessageKind::Event;
    line.event = kind;
    if (kind == EventKind::TakenOver)
        line.text = nameOf(before.work.holder);
    else if (kind == EventKind::Assigned)
        line.text = nameOf(act.agent);
    else if (kind == EventKind::Snoozed)
        line.text = QString::number(act.until.ms);
    tell(line);
}

MessageView FakeServer::noteOf(AgentId who, ConversationId id, MessageId message,
                               const QString &text, const QList<AgentId> &mentions) const
{
    const Colleague *author = m_team.colleague(who);
    MessageView note;
    note.id = message;
    note.conversation = id;
    note.direction = Direction::Event;
    note.kind = MessageKind::Note;
    note.text = text;
    note.author = author ? author->name : QString();
    note.at = note.receivedAt = m_clock->now();
    note.mentions = mentions;
    return note;
}

WorkOutcome FakeServer::colleagueActs(AgentId who, ConversationId id, const WorkAct &act)
{
    return doAct(who, id, act);
}

MessageView FakeServer::colleagueNotes(AgentId who, ConversationId id, const QString &text,
                                       const QList<AgentId> &mentions)
{
    if (mentions.contains(m_agent.id))
        m_team.mentioned << id;
    return tell(noteOf(who, id, MessageId::create(), text, mentions));
}

MessageView FakeServer::colleagueAnswers(AgentId who, ConversationId id, const QString &text)
{
    const Colleague *colleague = m_team.colleague(who);
    MessageView message;
    message.id = MessageId::create();
    message.conversation = id;
    message.direction = Direction::Outbound;
    message.state = SendState::Sent;
    message.text = text;
    message.author = colleague ? colleague->name : QString();
    message.at = m_clock->now(); // like the daemon: nobody received it
    return tell(message);
}

void FakeServer::act(const QList<ConversationId> &conversations, const WorkAct &act,
                     Then<QList<WorkOutcome>> then)
{
    answer<QList<WorkOutcome>>(FakeCall::Act, then, [=, this]() -> Answer<QList<WorkOutcome>> {
        if (conversations.size() > kMostAtOnce)
            return no<QList<WorkOutcome>>(ApiErrorCode::BadRequest);
        m_acts << act;
        QList<WorkOutcome> outcomes;
        for (const ConversationId id : conversations)
            outcomes << doAct(m_agent.id, id, act);
        return outcomes;
    });
}

void FakeServer::keepNote(const NoteDraft &note, Then<MessageView> then)
{
    answer<MessageView>(FakeCall::KeepNote, then, [=, this]() -> Answer<MessageView> {
        if (!m_world.exists(note.conversation))
            return no<MessageView>(ApiErrorCode::NotFound);
        if (note.text.trimmed().isEmpty())
            return no<MessageView>(ApiErrorCode::BadRequest);
        if (const auto known = m_world.find(note.id))
            return *known; // the same id again: already have it
        return tell(noteOf(m_agent.id, note.conversation, note.id, note.text, note.mentions));
    });
}

void FakeServer::withdraw(MessageId id, Then<MessageView> then)
{
    answer<MessageView>(FakeCall::Withdraw, then, [=, this]() -> Answer<MessageView> {
        auto message = m_world.find(id);
        if (!message)
            return no<MessageView>(ApiErrorCode::NotFound);
        const bool held = message->goesAt && *message->goesAt > m_clock->now();
        if (message->state != SendState::Queued || !held)
            return no<MessageView>(ApiErrorCode::Refused);
        settle(id, SendState::Withdrawn);
        return *m_world.find(id);
    });
}

void FakeServer::letHeldGo()
{
    const QList<OutgoingMessage> sent = m_sent;
    for (const OutgoingMessage &outgoing : sent) {
        const auto message = m_world.find(outgoing.id);
        if (message && message->state == SendState::Queued && message->goesAt &&
            *message->goesAt <= m_clock->now())
            settle(outgoing.id, SendState::Accepted);
    }
}

void FakeServer::keepField(ContactId id, const PersonField &field, Then<PersonView> then)
{
    const bool fits = !field.name.trimmed().isEmpty() && field.name.size() <= kFieldNameMost;
    if (!fits)
        return answer<PersonView>(FakeCall::KeepField, then, []() -> Answer<PersonView> {
            return no<PersonView>(ApiErrorCode::BadRequest);
        });
    auto &fields = m_team.fields[id];
    const QString folded = text::matchFold(field.name);
    fields.removeIf(
        [&](const PersonField &known) { return text::matchFold(known.name) == folded; });
    if (!field.value.isEmpty())
        fields << field;
    answer<PersonView>(FakeCall::KeepField, then, [=, this]() -> Answer<PersonView> {
        if (!m_world.exists(FakeWorld::conversationOf(id)))
            return no<PersonView>(ApiErrorCode::NotFound);
        return viewOf(id);
    });
}

} // namespace destek::net
