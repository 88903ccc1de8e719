#pragma once

#include "ui/kit/button.h"
#include "ui/shell/desk.h"

namespace destek::ui
{

/// Whether I am here: online, busy (no new conversations) or away. Says what the daemon knows,
/// not what was wished for.
class PresenceButton : public Button
{
    Q_OBJECT
public:
    explicit PresenceButton(const Desk &desk, QWidget *parent = nullptr);
    /// Online becomes away, anything else online.
    void toggle();
    void applyRoles();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void choose(Presence presence);
    void openMenu();

    Desk m_desk;
};

} // namespace destek::ui
