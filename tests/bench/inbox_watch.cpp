#include "models/inbox/inbox_model.h"
#include "tests/bench/paint_watch.h"
#include "ui/inbox/inbox_pane.h"

namespace destek::bench
{

QPointer<QListView> PaintWatch::inboxListOf(const QWidget *viewport)
{
    auto *list = qobject_cast<QListView *>(viewport->parentWidget());
    for (QWidget *above = list; above != nullptr; above = above->parentWidget()) {
        if (qobject_cast<ui::InboxPane *>(above))
            return list;
    }
    return nullptr;
}

void PaintWatch::onInboxPainted(const QPointer<QListView> &list, const QRegion &region)
{
    if (!list || list->model()->rowCount() == 0)
        return;
    if (!m_inboxSeen)
        mark("inbox");
    m_inboxSeen = true;
    // The bench numbers its messages; a number is marked when its row was in what was painted.
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        const QRect place = list->visualRect(index);
        if (place.top() > list->viewport()->height())
            break;
        const QString line = index.data(models::InboxModel::LastLineRole).toString();
        if (!line.startsWith(QLatin1String("bench-")) || !region.intersects(place) ||
            m_lines.contains(line))
            continue;
        m_lines.insert(line);
        mark(line.toLatin1());
    }
}

} // namespace destek::bench
