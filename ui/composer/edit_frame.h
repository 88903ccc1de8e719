#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace destek::ui
{

/// The field with a frame that shows the focus of what it holds, and whether customers or
/// colleagues will read it: a note has a ground and a striped edge of its own.
class EditFrame : public QWidget
{
    Q_OBJECT
public:
    EditFrame(const Theme &theme, QWidget *edit, QWidget *parent = nullptr);
    void setNote(bool note);
    [[nodiscard]] bool isNote() const { return m_note; }

protected:
    /// Has the keyboard while the field is closed: what is typed blindly does nothing.
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void spread();
    const Theme &m_theme;
    QWidget *m_edit;
    bool m_note = false;
};

} // namespace destek::ui
