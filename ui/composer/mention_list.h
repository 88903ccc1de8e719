#pragma once

#include "ui/shell/desk.h"

#include <QListWidget>

namespace destek::ui
{

class PlainEdit;

/// '@' in a note: the colleagues it may mean, above the line that is typed. Arrows choose, Enter
/// and Tab take, Esc goes on without. The keyboard stays in the field.
class MentionList : public QListWidget
{
    Q_OBJECT
public:
    MentionList(const Desk &desk, PlainEdit *edit);
    /// Off: nothing is offered (what customers read mentions nobody).
    void setOffered(bool offered);
    void take(int row);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void place();
    void announce();
    [[nodiscard]] bool onKey(int key);

    Desk m_desk;
    PlainEdit *m_edit;
    bool m_offered = false;
    int m_declined = -1; ///< place of the '@' for which Esc was pressed
};

} // namespace destek::ui
