#pragma once

#include "models/work/quick_reply_model.h"
#include "ui/kit/empty_state.h"
#include "ui/kit/panel.h"

class QLineEdit;
class QListView;

namespace destek::ui
{

/// The quick replies over the window, near where one writes. Takes the focus only with a field to
/// search in; otherwise whoever has it hands its keys to takeKey().
class QuickReplyList : public Panel
{
    Q_OBJECT
public:
    QuickReplyList(const Theme &theme, const models::TeamBook *team, QWidget *window);

    /// `caret` in the window's coordinates. With `search` the list has a field of its own.
    void openUp(const QRect &caret, bool search);
    void close();
    void setTyped(const QString &typed);
    /// What the rows show filled in.
    void setValues(const models::FillValues &values);
    /// Somebody who reads this may write a new one.
    void setMayMake(bool may);
    /// What opens this, for the sentence that says so.
    void setKey(const QString &key);
    /// True: the key was for the list.
    bool takeKey(int key);
    [[nodiscard]] bool hasSearch() const { return m_search; }
    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] QListView *list() const { return m_list; }

Q_SIGNALS:
    void chosen(const destek::QuickReply &reply);
    void makeRequested();
    /// Esc.
    void left();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Rows;
    void retranslate();
    void place();
    void showState();
    void choose();
    void step(int rows);
    void sayRow();

    models::QuickReplyModel m_model;
    QLineEdit *m_field;
    QListView *m_list;
    Rows *m_rows;
    Label *m_nothing;
    EmptyState *m_empty;
    Label *m_hint;
    Button *m_make;
    QRect m_caret;
    bool m_search = false;
    bool m_mayMake = false;
    QString m_key;
};

} // namespace destek::ui
