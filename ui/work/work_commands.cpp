// The commands of the menu "Conversation": what one does with conversations, by key and palette.
#include "ui/work/work_actions.h"

namespace destek::ui
{

QString WorkActions::whyNotAct() const
{
    const QString why = whyNotShare();
    if (why.isEmpty() && targets().isEmpty())
        return tr("Please open a conversation first.");
    return why;
}

QString WorkActions::whyNotShare() const
{
    if (!m_desk.state->agent().id.isValid())
        return tr("Please sign in first.");
    return m_desk.state->may(Permission::ShareWork) ? QString()
                                                    : tr("Your role does not include this.");
}

void WorkActions::addCommands()
{
    const auto add = [this](const char *id, const char *words, const QList<QKeySequence> &keys,
                            std::function<void()> run, bool startsBlock = false) {
        Command command;
        command.id = QLatin1StringView(id);
        command.group = CommandGroup::Conversation;
        command.words = [words] { return tr(words); };
        command.keys = keys;
        command.whyNot = [this] { return whyNotAct(); };
        command.run = std::move(run);
        command.startsBlock = startsBlock;
        return command;
    };
    auto *commands = m_desk.commands;
    const auto withShift = Qt::CTRL | Qt::SHIFT;
    commands->add(add("work.claim", QT_TR_NOOP("Claim or take over"),
                      {Qt::Key_F5, withShift | Qt::Key_U}, [this] { claim(); }));
    commands->add(add("work.handOver", QT_TR_NOOP("Hand over…"),
                      {Qt::Key_F6, withShift | Qt::Key_D}, [this] { handOver(); }));
    commands->add(add("work.snooze", QT_TR_NOOP("Snooze…"), {Qt::Key_F7, withShift | Qt::Key_S},
                      [this] { Q_EMIT snoozeRequested(); }));
    commands->add(add("work.resolve", QT_TR_NOOP("Resolve"), {Qt::Key_F8, withShift | Qt::Key_R},
                      [this] { resolve(); }));
    commands->add(add("work.reopen", QT_TR_NOOP("Reopen"), {}, [this] { reopen(); }));
    Command presence = add(
        "own.presence", QT_TR_NOOP("Away or online again"), {withShift | Qt::Key_A},
        [this] { Q_EMIT presenceRequested(); }, true);
    presence.whyNot = [this] { return whyNotShare(); };
    commands->add(presence);
    Command dayEnd =
        add("own.dayEnd", QT_TR_NOOP("End of day…"), {}, [this] { Q_EMIT dayEndRequested(); });
    dayEnd.whyNot = presence.whyNot;
    commands->add(dayEnd);
}

} // namespace destek::ui
