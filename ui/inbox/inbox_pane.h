#pragma once

#include "models/inbox/inbox_filter.h"
#include "ui/kit/banner.h"
#include "ui/kit/panel.h"
#include "ui/shell/desk.h"

class QLineEdit;
class QListView;
class QStackedWidget;
class QTimer;

namespace destek::ui
{

class BulkBar;
class Button;
class EmptyState;
class InboxList;
class Label;
class QueueTabs;
class SearchHits;
class ViewMenu;
class WorkActions;

/// The left pane: the queues, one field that narrows the list of conversations and searches all
/// messages, views, and what can be done with several at once.
class InboxPane : public Panel
{
    Q_OBJECT
public:
    explicit InboxPane(const Desk &desk, QWidget *parent = nullptr);
    [[nodiscard]] QListView *list() const;
    /// The acts behind menus and the bar for several; outlives this.
    void setActions(WorkActions *actions);
    void setQueue(models::Queue queue);
    /// A word about what was done with several; goes by itself.
    void say(Tone tone, const QString &sentence);
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
    void layOut();
    void connectModel();
    void showCounts();
    void showView();
    void showMenu(const QPoint &at);
    void onChosen(ConversationId id);
    void sayEmpty();

    Desk m_desk;
    QueueTabs *m_tabs;
    QLineEdit *m_filter;
    Button *m_views;
    ViewMenu *m_viewMenu;
    Label *m_count;
    Button *m_clearView;
    BulkBar *m_bulk;
    Banner *m_said;
    QTimer *m_saidLong;
    InboxList *m_list;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    Banner *m_error;
    SearchHits *m_hits;
    std::optional<ApiError> m_failed;
    ConversationId m_open;
    WorkActions *m_actions = nullptr;
};

} // namespace destek::ui
