#pragma once

#include "ui/commands/palette_model.h"
#include "ui/kit/panel.h"

#include <QPointer>

class QLineEdit;
class QListView;

namespace destek::ui
{

class Label;

/// Ctrl+K: every command by its words, and people by their names, over the window. Keyboard only:
/// arrows choose, Enter does it, Esc gives the focus back to where it was.
class Palette : public Panel
{
    Q_OBJECT
public:
    /// `names` as in PaletteModel; both outlive the palette.
    Palette(const Theme &theme, Commands *commands, NameSource names, QWidget *window);
    ~Palette() override;
    void openUp();
    /// `refocus`: to where it was before openUp().
    void close(bool refocus);
    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] QListView *list() const { return m_list; }

Q_SIGNALS:
    void conversationChosen(destek::ConversationId id);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void place();
    void showState();
    void choose();
    void step(int rows);
    void onFocusChanged(const QWidget *now);

    Commands *m_commands;
    PaletteModel m_model;
    QLineEdit *m_field;
    QListView *m_list;
    Label *m_nothing;
    QPointer<QWidget> m_before;
};

} // namespace destek::ui
