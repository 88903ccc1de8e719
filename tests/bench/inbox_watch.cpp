#include "models/inbox/inbox_model.h"
#include "tests/bench/alert_watch.h"
#include "tests/bench/paint_watch.h"
#include "ui/inbox/inbox_pane.h"

#include <QCryptographicHash>
#include <QTimer>

#include <algorithm>

namespace destek::bench
{

namespace
{

/// Short beside what is measured, long beside what a digest costs.
constexpr int kDigestEveryMs = 10;

/// Everybody who waits, with the last line: bench_reconnect.py makes the same of the daemon's
/// answer.
QByteArray digestOf(const models::InboxModel &inbox)
{
    std::vector<QByteArray> lines;
    inbox.each([&](const ConversationSummary &summary) {
        if (summary.waiting > 0)
            lines.push_back(QByteArray::number(summary.id.value).rightJustified(12, '0') + '|' +
                            QByteArray::number(summary.waiting) + '|' + summary.lastLine.toUtf8() +
                            '\n');
    });
    std::sort(lines.begin(), lines.end());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &line : lines)
        hash.addData(line);
    return hash.result().toHex();
}

void watchDigest(models::InboxModel &inbox, const Mark &mark)
{
    auto *pause = new QTimer(&inbox);
    pause->setSingleShot(true);
    pause->setInterval(kDigestEveryMs);
    QObject::connect(pause, &QTimer::timeout, &inbox,
                     [&inbox, mark, last = QByteArray()]() mutable {
                         const QByteArray now = digestOf(inbox);
                         if (now != std::exchange(last, now))
                             mark("digest " + now);
                     });
    const auto moved = [pause] {
        if (!pause->isActive())
            pause->start();
    };
    QObject::connect(&inbox, &QAbstractItemModel::dataChanged, pause, moved);
    QObject::connect(&inbox, &QAbstractItemModel::rowsMoved, pause, moved);
    QObject::connect(&inbox, &QAbstractItemModel::rowsInserted, pause, moved);
    QObject::connect(&inbox, &QAbstractItemModel::layoutChanged, pause, moved);
    QObject::connect(&inbox, &QAbstractItemModel::modelReset, pause, moved);
    moved();
}

} // namespace

QPointer<QListView> PaintWatch::inboxListOf(const QWidget *viewport)
{
    auto *list = qobject_cast<QListView *>(viewport->parentWidget());
    for (QWidget *above = list; above != nullptr; above = above->parentWidget()) {
        if (qobject_cast<ui::InboxPane *>(above))
            return list;
    }
    return nullptr;
}

void PaintWatch::watchMore(QListView &list)
{
    const Mark marked = [this](const QByteArray &name) { mark(name); };
    auto *inbox = qobject_cast<models::InboxModel *>(list.model());
    if (inbox && qEnvironmentVariableIsSet("DESTEK_BENCH_DIGEST"))
        watchDigest(*inbox, marked);
    if (qEnvironmentVariableIsSet("DESTEK_BENCH_ALERTS"))
        watchAlerts(*list.window(), marked);
}

void PaintWatch::onInboxPainted(const QPointer<QListView> &list, const QRegion &region)
{
    if (!list || list->model()->rowCount() == 0)
        return;
    if (!m_inboxSeen) {
        m_inboxSeen = true;
        mark("inbox");
        watchMore(*list);
    }
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
