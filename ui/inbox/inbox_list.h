#pragma once

#include "core/domain/ids.h"

#include <QListView>

namespace destek::ui
{

/// The list of conversations. Several can be selected; exactly one selected is one that was
/// chosen to be opened, and so is one that is clicked or entered while it is selected already. A
/// row that leaves the queue while it is open selects nobody else: what a colleague does must not
/// change what is on the screen.
class InboxList : public QListView
{
    Q_OBJECT
public:
    explicit InboxList(QWidget *parent = nullptr);
    [[nodiscard]] QList<ConversationId> selected() const;
    /// Selects this row without choosing it; invalid: nobody.
    void showSelected(const QModelIndex &index);
    /// Selects nobody and keeps the keyboard's place.
    void deselectAll();
    void setModel(QAbstractItemModel *model) override;

Q_SIGNALS:
    void chosen(destek::ConversationId id);
    void selectionCountChanged(int count);

protected:
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;

private:
    void choose(const QModelIndex &index);

    bool m_quiet = false;
};

} // namespace destek::ui
