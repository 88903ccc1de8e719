#pragma once

#include "ui/kit/panel.h"
#include "ui/shell/desk.h"

namespace destek::ui
{

class Button;
class Label;
class WorkActions;

/// Above the list while several conversations are selected: what can be done with all of them.
class BulkBar : public Panel
{
    Q_OBJECT
public:
    explicit BulkBar(const Desk &desk, QWidget *parent = nullptr);
    void setActions(WorkActions *actions);
    /// Hidden below two.
    void setCount(int count);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    Desk m_desk;
    int m_selected = 0;
    Label *m_count;
    Button *m_handOver;
    Button *m_snooze;
    Button *m_resolve;
    Button *m_more;
    WorkActions *m_actions = nullptr;
};

} // namespace destek::ui
