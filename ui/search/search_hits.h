#pragma once

#include "models/search/search_model.h"
#include "ui/kit/panel.h"
#include "ui/shell/desk.h"

#include <QStyledItemDelegate>

class QListView;
class QMenu;
class QStackedWidget;

namespace destek::ui
{

class EmptyState;
class Button;
class Label;

/// People and messages found by the daemon, under the inbox's own rows while something is searched
/// for.
class SearchHits : public Panel
{
    Q_OBJECT
public:
    explicit SearchHits(const Desk &desk, QWidget *parent = nullptr);
    [[nodiscard]] models::SearchModel *model() { return &m_model; }
    [[nodiscard]] QListView *list() const { return m_list; }

Q_SIGNALS:
    void chosen(const destek::net::SearchHit &hit);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showState();
    void retranslate();
    void choose(const QModelIndex &index);
    void fillMenu();
    [[nodiscard]] QString filterWords() const;

    Desk m_desk;
    models::SearchModel m_model;
    Label *m_caption;
    Button *m_narrow; ///< whose words, from when, with files
    QMenu *m_menu;
    QStackedWidget *m_stack;
    QListView *m_list;
    EmptyState *m_empty;
};

} // namespace destek::ui
