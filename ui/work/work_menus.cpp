// The menus of WorkActions.
#include "models/format/work_words.h"
#include "models/work/snooze_times.h"
#include "ui/kit/painted_text.h"
#include "ui/work/work_actions.h"

#include <QMenu>

namespace destek::ui
{

namespace
{

/// A name in a menu: no ampersand of it marks a key.
QString inMenu(const QString &name)
{
    return isolatedName(name).replace(u'&', QStringLiteral("&&"));
}

} // namespace

void WorkActions::fill(QMenu *menu)
{
    const ConversationSummary *summary = first();
    if (!summary || !mayAct()) {
        menu->addAction(tr("Nothing to do here"))->setEnabled(false);
        return;
    }
    const AgentId me = m_desk.state->agent().id;
    const bool many = targets().size() > 1;
    const bool held = !many && isHeldByOther(summary->work, me, m_desk.clock->now());
    const auto add = [menu, this](const QString &text, const QString &id, auto run) {
        // The key is only shown: the registry ties it, and the user may have changed it.
        const QString keys = m_desk.commands->keyWords(id);
        menu->addAction(keys.isEmpty() ? text : text + u'\t' + keys, this, run);
    };
    add(held ? tr("Take over") : tr("Claim"), QStringLiteral("work.claim"), &WorkActions::claim);
    if (!many && summary->work.holder == me)
        add(tr("Stop answering here"), {}, &WorkActions::release);
    add(tr("Hand over…"), QStringLiteral("work.handOver"), &WorkActions::handOver);
    fillAssign(menu->addMenu(tr("Assign to")));
    fillSnooze(menu->addMenu(tr("Snooze")));
    if (many || summary->work.status != WorkStatus::Resolved)
        add(tr("Resolve"), QStringLiteral("work.resolve"), &WorkActions::resolve);
    if (many || summary->work.status != WorkStatus::Open)
        add(tr("Reopen"), {}, &WorkActions::reopen);
    menu->addSeparator();
    fillLabels(menu->addMenu(tr("Labels")));
    fillPriority(menu->addMenu(tr("Priority")));
}

void WorkActions::fillAssign(QMenu *menu)
{
    const AgentId me = m_desk.state->agent().id;
    for (const Colleague &one : m_desk.state->team()->answering()) {
        const QString name = one.id == me ? tr("Myself") : inMenu(one.name);
        menu->addAction(tr("%1 · %2 · %n open", "name, presence, how many are theirs", one.open)
                            .arg(name, words::presenceWords(one.presence)),
                        this, [this, id = one.id] { assign(id); });
    }
    menu->addSeparator();
    menu->addAction(tr("Nobody"), this, [this] { assign({}); });
}

void WorkActions::fillSnooze(QMenu *menu)
{
    const ConversationSummary *summary = first();
    const Instant now = m_desk.clock->now();
    const auto times = models::snoozeTimes(
        now, summary && targets().size() == 1 ? summary->windowClosesAt : std::nullopt);
    const auto add = [&](const QString &text, Instant until) {
        menu->addAction(text.arg(words::snoozedWords(until, now)), this,
                        [this, until] { snoozeUntil(until); });
    };
    add(tr("&1  One hour, %1"), times.inAnHour);
    add(tr("&2  Tomorrow morning, %1"), times.tomorrowMorning);
    if (times.beforeWindow)
        add(tr("&3  One hour before the reply window closes, %1"), *times.beforeWindow);
    menu->addAction(tr("&4  Another time…"), this, &WorkActions::chooseSnooze);
}

void WorkActions::fillLabels(QMenu *menu)
{
    const ConversationSummary *summary = first();
    for (const destek::Label &label : m_desk.state->team()->labels()) {
        QAction *action = menu->addAction(inMenu(label.name));
        action->setCheckable(true);
        action->setChecked(summary && summary->work.labels.contains(label.id));
        connect(action, &QAction::triggered, this,
                [this, id = label.id](bool on) { setLabel(id, on); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("The team has no labels yet"))->setEnabled(false);
}

void WorkActions::fillPriority(QMenu *menu)
{
    const ConversationSummary *summary = first();
    for (const Priority priority : {Priority::Urgent, Priority::High, Priority::Normal}) {
        QAction *action = menu->addAction(words::priorityWords(priority), this,
                                          [this, priority] { setPriority(priority); });
        action->setCheckable(true);
        action->setChecked(summary && summary->work.priority == priority);
    }
}

void WorkActions::popUpSnooze(QWidget *anchor)
{
    if (!mayAct())
        return;
    auto *menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("snoozeMenu"));
    menu->setAccessibleName(tr("Snooze"));
    fillSnooze(menu);
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(anchor->mapToGlobal(QPoint(0, anchor->height())));
}

} // namespace destek::ui
