#pragma once

#include "ui/kit/panel.h"
#include "ui/shell/desk.h"

class QLineEdit;
class QListView;
class QStackedWidget;

namespace destek::ui
{

class Banner;
class EmptyState;
class Label;
class SearchHits;

/// The left pane: one field that narrows the list of conversations and searches all messages.
class InboxPane : public Panel
{
    Q_OBJECT
public:
    explicit InboxPane(const Desk &desk, QWidget *parent = nullptr);
    [[nodiscard]] QListView *list() const { return m_list; }
    void focusFilter();
    /// Moves the selection by so many rows; stays within the list.
    void step(int rows);
    /// Signed out: what was searched for goes.
    void forgetSearch();
    /// Shows which conversation is open, without opening it again.
    void mark(ConversationId id);

Q_SIGNALS:
    void chosen(destek::ConversationId id);
    /// A message found by searching: open its conversation there.
    void hitChosen(const destek::net::SearchHit &hit);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void showState();
    void onCurrentChanged(const QModelIndex &index);

    Desk m_desk;
    QLineEdit *m_filter;
    Label *m_count;
    QListView *m_list;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    Banner *m_error;
    SearchHits *m_hits;
    std::optional<ApiError> m_failed;
    ConversationId m_open;
};

} // namespace destek::ui
