#pragma once

#include "ui/shell/desk.h"

#include <QMenu>

namespace destek::ui
{

/// What narrows the inbox: saved views, labels, priority, only those who wait. Filled when it
/// opens, so that it is always what the team has now.
class ViewMenu : public QMenu
{
    Q_OBJECT
public:
    explicit ViewMenu(const Desk &desk, QWidget *parent = nullptr);
    /// "İade, waiting only"; empty if nothing is narrowed. Hostile names inside.
    [[nodiscard]] QString words() const;
    void narrow(const InboxFilter &filter);
    /// Asks for a name and keeps the present view.
    void save();

private:
    void fill();
    void fillViews();
    void addChoice(const QString &text, bool checked, const InboxFilter &then);
    void remove(const SavedView &view);

    Desk m_desk;
};

} // namespace destek::ui
