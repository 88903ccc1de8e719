#pragma once

#include "ui/kit/panel.h"
#include "ui/shell/desk.h"

namespace destek::ui
{

class Button;
class Label;
class WorkActions;

/// Below the thread's header: whose the conversation is, who answers at this moment, who else
/// looks and types; beside it what one can do.
class ClaimBar : public Panel
{
    Q_OBJECT
public:
    ClaimBar(const Desk &desk, QWidget *parent = nullptr);
    /// The acts behind the buttons; outlives this.
    void setActions(WorkActions *actions);
    void show(const ConversationSummary &summary);
    void clear();
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QWidget *snoozeButton() const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Mark;
    void refresh();
    void retranslate();
    void showWho();
    void showButtons();
    [[nodiscard]] QString ownerWords() const;
    [[nodiscard]] QString companyWords() const;

    Desk m_desk;
    WorkActions *m_actions = nullptr;
    std::optional<ConversationSummary> m_summary;
    Mark *m_mark;
    Label *m_who;
    Button *m_claim;
    Button *m_handOver;
    Button *m_snooze;
    Button *m_resolve;
    Button *m_more;
};

} // namespace destek::ui
