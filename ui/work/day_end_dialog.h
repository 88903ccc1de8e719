#pragma once

#include "ui/kit/dialog.h"
#include "ui/shell/desk.h"

class QListWidget;

namespace destek::ui
{

class WorkActions;

/// What is still mine at the end of the day, and what I have begun to write: handed over, put
/// off until tomorrow, or left.
class DayEndDialog : public Dialog
{
    Q_OBJECT
public:
    DayEndDialog(const Desk &desk, QWidget *parent = nullptr);

Q_SIGNALS:
    void openRequested(destek::ConversationId id);

protected:
    void retranslate() override;

private:
    void fill();
    [[nodiscard]] QList<ConversationId> ticked() const;
    void act(const WorkAct &act);
    void handOver();
    void snooze();

    Desk m_desk;
    Label *m_intro;
    QListWidget *m_list;
    Button *m_handOver;
    Button *m_snooze;
    Button *m_away;
    Button *m_close;
};

} // namespace destek::ui
