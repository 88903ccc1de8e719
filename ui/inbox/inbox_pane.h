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

/// The left pane: filter and the list of conversations.
class InboxPane : public Panel
{
    Q_OBJECT
public:
    explicit InboxPane(const Desk &desk, QWidget *parent = nullptr);
    [[nodiscard]] QListView *list() const { return m_list; }
    void focusFilter();
    /// Moves the selection by so many rows; stays within the list.
    void step(int rows);
    /// Shows which conversation is open, without opening it again.
    void mark(ConversationId id);

Q_SIGNALS:
    void chosen(destek::ConversationId id);

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
    std::optional<ApiError> m_failed;
    ConversationId m_open;
};

} // namespace destek::ui
