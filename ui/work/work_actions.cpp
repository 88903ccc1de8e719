#include "ui/work/work_actions.h"

#include "models/format/words.h"
#include "models/format/work_words.h"
#include "ui/kit/painted_text.h"
#include "ui/work/hand_over_dialog.h"
#include "ui/work/snooze_dialog.h"

#include <algorithm>

namespace destek::ui
{

using Kind = WorkAct::Kind;

WorkActions::WorkActions(const Desk &desk, QWidget *window)
    : QObject(window), m_desk(desk), m_window(window)
{
    addCommands();
    auto *sharing = desk.state->sharing();
    connect(sharing, &models::Sharing::acted, this, &WorkActions::onActed);
    connect(sharing, &models::Sharing::failed, this,
            [this](const WorkAct &, const ApiError &error) {
                Q_EMIT said(Tone::Bad, words::apiErrorSentence(error));
            });
}

void WorkActions::setOpen(ConversationId id)
{
    m_open = id;
    if (id.isValid() && !m_selected.contains(id))
        m_selected.clear();
}

QList<ConversationId> WorkActions::targets() const
{
    if (m_selected.size() > 1)
        return m_selected;
    return m_open.isValid() ? QList<ConversationId>{m_open} : QList<ConversationId>{};
}

bool WorkActions::mayAct() const
{
    return m_desk.state->may(Permission::ShareWork) && !targets().isEmpty();
}

const ConversationSummary *WorkActions::first() const
{
    const QList<ConversationId> ids = targets();
    return ids.isEmpty() ? nullptr : m_desk.state->inbox()->find(ids.constFirst());
}

void WorkActions::act(WorkAct act)
{
    if (mayAct())
        m_desk.state->sharing()->act(targets(), act);
}

// --- acts ----------------------------------------------------------------------------------

void WorkActions::claim()
{
    m_desk.state->inbox()->applyNow(); // what was just heard counts
    const ConversationSummary *summary = first();
    if (!summary || !mayAct())
        return;
    WorkAct claim;
    const Instant now = m_desk.clock->now();
    const bool held = isHeldByOther(summary->work, m_desk.state->agent().id, now);
    if (!held || targets().size() > 1)
        return act(claim);
    if (m_takeOver == summary->id && now <= m_takeOverUntil) {
        m_takeOver = {};
        claim.kind = Kind::TakeOver;
        return act(claim);
    }
    m_takeOver = summary->id;
    m_takeOverUntil = now + kConfirmWithin;
    const QString holder = isolatedName(m_desk.state->team()->nameOf(summary->work.holder));
    Q_EMIT said(Tone::Warn,
                tr("Answering here now: %1. Press %2 again within three seconds to take over.")
                    .arg(holder, m_desk.commands->pressWords(QStringLiteral("work.claim"))));
}

void WorkActions::release()
{
    WorkAct release;
    release.kind = Kind::Release;
    act(release);
}

void WorkActions::handOver()
{
    if (!mayAct())
        return;
    auto *dialog = new HandOverDialog(m_desk, int(targets().size()), m_window);
    connect(m_desk.state, &models::ConsoleState::phaseChanged, dialog, &QDialog::close);
    connect(dialog, &HandOverDialog::chosen, this, &WorkActions::assign);
    dialog->open();
}

void WorkActions::assign(AgentId agent, const QString &note)
{
    WorkAct assign;
    assign.kind = Kind::Assign;
    assign.agent = agent;
    assign.note = note;
    act(assign);
}

void WorkActions::snoozeUntil(Instant until)
{
    WorkAct snooze;
    snooze.kind = Kind::Snooze;
    snooze.until = until;
    act(snooze);
}

void WorkActions::chooseSnooze()
{
    if (!mayAct())
        return;
    auto *dialog = new SnoozeDialog(m_desk, m_window);
    connect(m_desk.state, &models::ConsoleState::phaseChanged, dialog, &QDialog::close);
    connect(dialog, &SnoozeDialog::chosen, this, &WorkActions::snoozeUntil);
    dialog->open();
}

void WorkActions::resolve()
{
    WorkAct resolve;
    resolve.kind = Kind::Resolve;
    act(resolve);
}

void WorkActions::reopen()
{
    WorkAct reopen;
    reopen.kind = Kind::Reopen;
    act(reopen);
}

void WorkActions::setLabel(LabelId label, bool on)
{
    WorkAct change;
    change.kind = on ? Kind::AddLabel : Kind::RemoveLabel;
    change.label = label;
    act(change);
}

void WorkActions::setPriority(Priority priority)
{
    WorkAct change;
    change.kind = Kind::SetPriority;
    change.priority = priority;
    act(change);
}

void WorkActions::nextTask()
{
    const ConversationId next = m_desk.state->inbox()->nextTask(m_open);
    if (next.isValid())
        Q_EMIT openRequested(next);
    else
        Q_EMIT said(Tone::Good, tr("Nothing else waits for you."));
}

// --- what became of it ---------------------------------------------------------------------

void WorkActions::onActed(const WorkAct &act, const QList<WorkOutcome> &outcomes)
{
    if (outcomes.size() != 1)
        return sayMany(outcomes);
    const WorkOutcome &outcome = outcomes.constFirst();
    m_desk.state->inbox()->applyNow(); // what comes next is decided by how things stand now
    saySingle(act, outcome);
    if (act.kind == Kind::Resolve && !outcome.refusal && outcome.conversation == m_open)
        nextTask();
}

void WorkActions::saySingle(const WorkAct &act, const WorkOutcome &outcome)
{
    if (outcome.refusal) {
        Q_EMIT said(Tone::Warn, words::workRefusalSentence(*outcome.refusal));
        return;
    }
    const Instant now = m_desk.clock->now();
    if (act.kind == Kind::Assign && act.agent.isValid() && act.agent != m_desk.state->agent().id) {
        Q_EMIT said(
            Tone::Good,
            tr("Handed over to: %1").arg(isolatedName(m_desk.state->team()->nameOf(act.agent))));
    } else if (act.kind == Kind::Snooze && outcome.summary && outcome.summary->work.snoozedUntil) {
        const Instant until = *outcome.summary->work.snoozedUntil;
        const QString when = words::snoozedWords(until, now);
        Q_EMIT said(Tone::Good,
                    until < act.until
                        ? tr("Snoozed %1: an hour before the reply window closes.").arg(when)
                        : tr("Snoozed %1.").arg(when));
    }
}

void WorkActions::sayMany(const QList<WorkOutcome> &outcomes)
{
    int refused = 0;
    std::optional<WorkRefusal> why;
    for (const WorkOutcome &outcome : outcomes) {
        if (!outcome.refusal || *outcome.refusal == WorkRefusal::AlreadySo)
            continue;
        ++refused;
        why = outcome.refusal;
    }
    const int done = int(outcomes.size()) - refused;
    if (!why) {
        Q_EMIT said(Tone::Good, tr("%n conversation(s) changed.", nullptr, done));
        return;
    }
    Q_EMIT said(Tone::Warn, tr("%n conversation(s) not changed.", nullptr, refused) + u' ' +
                                words::workRefusalSentence(*why));
}

} // namespace destek::ui
