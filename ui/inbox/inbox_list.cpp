#include "ui/inbox/inbox_list.h"

#include "models/inbox/inbox_model.h"

#include <QGuiApplication>
#include <QScopedValueRollback>

namespace destek::ui
{

namespace
{

ConversationId idOf(const QModelIndex &index)
{
    return ConversationId(index.data(models::InboxModel::IdRole).toLongLong());
}

} // namespace

InboxList::InboxList(QWidget *parent) : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (selected() == QList<ConversationId>{idOf(index)}) // not one of several, not taken out
            Q_EMIT chosen(idOf(index));
    });
    connect(this, &QListView::activated, this, [this](const QModelIndex &index) {
        // Where one click activates, one with Ctrl or Shift only changes the selection.
        const auto held = QGuiApplication::keyboardModifiers();
        if (selected().size() < 2 && !(held & (Qt::ControlModifier | Qt::ShiftModifier)))
            choose(index);
    });
}

/// Whether or not the selection changes by it.
void InboxList::choose(const QModelIndex &index)
{
    showSelected(index);
    Q_EMIT chosen(idOf(index));
}

QList<ConversationId> InboxList::selected() const
{
    QList<ConversationId> ids;
    QModelIndexList rows =
        selectionModel() ? selectionModel()->selectedIndexes() : QModelIndexList();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex &index : std::as_const(rows))
        ids << idOf(index);
    return ids;
}

void InboxList::showSelected(const QModelIndex &index)
{
    const QScopedValueRollback quiet(m_quiet, true);
    if (index.isValid()) // whatever keys are held down meanwhile
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    else
        selectionModel()->clear();
}

void InboxList::deselectAll()
{
    const QScopedValueRollback quiet(m_quiet, true);
    clearSelection();
}

void InboxList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    const QList<ConversationId> ids = this->selected();
    Q_EMIT selectionCountChanged(int(ids.size()));
    if (!m_quiet && ids.size() == 1)
        Q_EMIT chosen(ids.constFirst());
}

void InboxList::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    const int current = currentIndex().row();
    if (current >= first && current <= last)
        showSelected({});
    m_quiet = true; // until they are gone: the selection shrinks meanwhile
    QListView::rowsAboutToBeRemoved(parent, first, last);
}

void InboxList::setModel(QAbstractItemModel *model)
{
    QListView::setModel(model);
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this] {
        m_quiet = false;
        Q_EMIT selectionCountChanged(int(selected().size()));
    });
}

} // namespace destek::ui
