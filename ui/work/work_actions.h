#pragma once

#include "ui/kit/banner.h"
#include "ui/shell/desk.h"

class QMenu;

namespace destek::ui
{

/// What one does with conversations, by key, button or menu: with those that are selected, else
/// with the one that is open. Says in words what was done or refused. Grants nothing: the daemon
/// decides. Threads: GUI only.
class WorkActions : public QObject
{
    Q_OBJECT
public:
    /// A second F5 within this time takes a conversation over from a colleague.
    static constexpr Duration kConfirmWithin = std::chrono::seconds(3);

    WorkActions(const Desk &desk, QWidget *window);

    /// What was opened from elsewhere is meant, and not those selected beside it.
    void setOpen(ConversationId id);
    /// Two or more: they are meant, and not the open one.
    void setSelected(const QList<ConversationId> &ids) { m_selected = ids; }
    [[nodiscard]] QList<ConversationId> targets() const;
    [[nodiscard]] bool mayAct() const;

    void claim();
    void release();
    void handOver();
    void assign(AgentId agent, const QString &note = {});
    void snoozeUntil(Instant until);
    void chooseSnooze();
    void resolve();
    void reopen();
    void setLabel(LabelId label, bool on);
    void setPriority(Priority priority);
    void nextTask();

    /// Puts everything that can be done with the targets into `menu`.
    void fill(QMenu *menu);
    void fillSnooze(QMenu *menu);
    /// The small menu of F7 below `anchor`.
    void popUpSnooze(QWidget *anchor);

Q_SIGNALS:
    void said(destek::ui::Tone tone, const QString &sentence);
    void openRequested(destek::ConversationId id);
    void snoozeRequested();
    void presenceRequested();
    void dayEndRequested();

private:
    void addCommands();
    [[nodiscard]] QString whyNotAct() const;
    [[nodiscard]] QString whyNotShare() const;
    void act(WorkAct act);
    [[nodiscard]] const ConversationSummary *first() const;
    void onActed(const WorkAct &act, const QList<WorkOutcome> &outcomes);
    void saySingle(const WorkAct &act, const WorkOutcome &outcome);
    void sayMany(const QList<WorkOutcome> &outcomes);
    void fillAssign(QMenu *menu);
    void fillLabels(QMenu *menu);
    void fillPriority(QMenu *menu);

    Desk m_desk;
    QWidget *m_window;
    ConversationId m_open;
    QList<ConversationId> m_selected;
    ConversationId m_takeOver; ///< asked once; a second time takes it
    Instant m_takeOverUntil;
};

} // namespace destek::ui
