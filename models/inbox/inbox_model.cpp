#include "models/inbox/inbox_model.h"

#include "core/text/fold.h"
#include "models/format/words.h"
#include "models/wipe.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::models
{

namespace
{

constexpr int kPageRows = 100;
constexpr int kWaitingOpen = 0;
constexpr int kWaitingClosed = 1;
constexpr int kAnswered = 2;

void wipeTexts(ConversationSummary &summary)
{
    wipe(summary.name);
    wipe(summary.number);
    wipe(summary.username);
    wipe(summary.lastLine);
}

qint64 minutesLeft(const ConversationSummary &summary, Instant now)
{
    if (summary.waiting <= 0 || !summary.windowClosesAt)
        return -1;
    return std::max<qint64>(-1, (*summary.windowClosesAt - now).count() / 60000);
}

} // namespace

WindowUrgency urgencyOf(const ConversationSummary &summary, Instant now)
{
    using namespace std::chrono;
    if (summary.waiting <= 0)
        return WindowUrgency::None;
    if (!summary.windowClosesAt || *summary.windowClosesAt <= now)
        return WindowUrgency::Closed;
    const Duration left = *summary.windowClosesAt - now;
    if (left < minutes(30))
        return WindowUrgency::Urgent;
    return left < hours(2) ? WindowUrgency::Soon : WindowUrgency::Ample;
}

InboxModel::InboxModel(net::ConversationApi *api, const Clock *clock, QObject *parent)
    : QAbstractListModel(parent), m_api(api), m_clock(clock), m_now(clock->now()),
      m_refreshedAt(m_now)
{
}

// --- order ---------------------------------------------------------------------------------

InboxModel::Key InboxModel::keyOf(const ConversationSummary &summary) const
{
    if (summary.waiting > 0 && summary.windowClosesAt && *summary.windowClosesAt > m_now)
        return {kWaitingOpen, summary.windowClosesAt->ms, summary.id.value};
    return {summary.waiting > 0 ? kWaitingClosed : kAnswered, -summary.lastAt.ms, summary.id.value};
}

InboxModel::Entry InboxModel::entryOf(const ConversationSummary &summary) const
{
    Entry entry;
    entry.summary = summary;
    entry.key = keyOf(summary);
    entry.folded = text::matchFold(summary.name + u'\n' + summary.number + u'\n' +
                                   summary.username + u'\n' + summary.lastLine);
    entry.shown = matches(entry);
    entry.wordsMinute = minutesLeft(summary, m_now);
    return entry;
}

bool InboxModel::matches(const Entry &entry) const
{
    return m_foldedFilter.isEmpty() || entry.folded.contains(m_foldedFilter);
}

int InboxModel::rowOf(const Key &key) const
{
    const auto found = std::lower_bound(m_order.begin(), m_order.end(), key);
    if (found == m_order.end() || *found != key)
        return -1;
    return int(found - m_order.begin());
}

void InboxModel::rebuildOrder()
{
    m_order.clear();
    m_order.reserve(size_t(m_entries.size()));
    for (Entry &entry : m_entries) {
        entry.key = keyOf(entry.summary);
        entry.shown = matches(entry);
        if (entry.shown)
            m_order.push_back(entry.key);
    }
    std::sort(m_order.begin(), m_order.end());
}

// --- loading -------------------------------------------------------------------------------

void InboxModel::load()
{
    ++m_generation;
    fetch({});
}

void InboxModel::clear()
{
    ++m_generation;
    m_loading = false;
    beginResetModel();
    for (Entry &entry : m_entries) {
        wipeTexts(entry.summary);
        wipe(entry.folded);
    }
    m_entries.clear();
    m_order.clear();
    m_pending.clear();
    m_next.clear();
    m_seq = 0;
    endResetModel();
    countWaiting(-m_waiting);
}

void InboxModel::fetch(const QString &cursor)
{
    m_loading = true;
    const bool first = cursor.isEmpty();
    m_api->inbox(cursor, kPageRows,
                 {this, [this, first, generation = m_generation](net::Answer<InboxPage> answer) {
                      if (generation == m_generation)
                          take(answer, first);
                  }});
}

void InboxModel::take(const net::Answer<InboxPage> &answer, bool first)
{
    m_loading = false;
    if (!answer.ok()) {
        Q_EMIT failed(answer.error());
        return;
    }
    m_now = std::max(m_now, m_clock->now());
    m_next = answer->next;
    if (first) {
        replaceAll(answer->conversations);
        m_seq = answer->seq;
        Q_EMIT loaded(m_seq);
        return;
    }
    for (const ConversationSummary &summary : answer->conversations)
        upsert(summary);
}

void InboxModel::replaceAll(const QList<ConversationSummary> &summaries)
{
    beginResetModel();
    QHash<ConversationId, Entry> before;
    before.swap(m_entries);
    int waiting = 0;
    m_entries.reserve(summaries.size());
    for (const ConversationSummary &summary : summaries) {
        if (m_erased.contains(summary.contact))
            continue;
        const auto known = before.constFind(summary.id);
        const bool newer = known != before.constEnd() && known->summary.revision > summary.revision;
        Entry entry = newer ? *known : entryOf(summary);
        waiting += entry.summary.waiting > 0 ? 1 : 0;
        m_entries.insert(summary.id, std::move(entry));
    }
    rebuildOrder();
    endResetModel();
    countWaiting(waiting - m_waiting);
}

bool InboxModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_loading && !m_next.isEmpty();
}

void InboxModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        fetch(m_next);
}

// --- changes -------------------------------------------------------------------------------

void InboxModel::apply(const ConversationSummary &summary)
{
    const auto waiting = m_pending.constFind(summary.id);
    if (waiting != m_pending.constEnd() && waiting->revision > summary.revision)
        return;
    m_pending.insert(summary.id, summary);
    if (m_flushQueued)
        return;
    m_flushQueued = true;
    QMetaObject::invokeMethod(this, &InboxModel::applyNow, Qt::QueuedConnection);
}

void InboxModel::applyNow()
{
    m_flushQueued = false;
    m_now = std::max(m_now, m_clock->now());
    QHash<ConversationId, ConversationSummary> pending;
    pending.swap(m_pending);
    for (const ConversationSummary &summary : std::as_const(pending)) {
        const ConversationSummary *known = find(summary.id);
        const bool wrote = summary.lastDirection == Direction::Inbound && summary.waiting > 0 &&
                           (!known || known->lastAt < summary.lastAt);
        if (upsert(summary) && wrote)
            Q_EMIT customerWrote(summary.id);
    }
}

bool InboxModel::upsert(const ConversationSummary &summary)
{
    if (m_erased.contains(summary.contact))
        return false;
    const auto known = m_entries.find(summary.id);
    if (known == m_entries.end()) {
        insertNew(entryOf(summary));
        return true;
    }
    if (known->summary.revision > summary.revision)
        return false; // an older answer that took the longer way
    if (known->summary == summary)
        return false;
    update(*known, entryOf(summary));
    return true;
}

void InboxModel::insertNew(Entry entry)
{
    const Key key = entry.key;
    const bool shown = entry.shown;
    const int waits = entry.summary.waiting > 0 ? 1 : 0;
    const int row = int(std::lower_bound(m_order.begin(), m_order.end(), key) - m_order.begin());
    if (shown)
        beginInsertRows({}, row, row);
    m_entries.insert(ConversationId(key.id), std::move(entry));
    if (shown) {
        m_order.insert(m_order.begin() + row, key);
        endInsertRows();
    }
    countWaiting(waits);
}

void InboxModel::update(Entry &entry, Entry next)
{
    const Key from = entry.key;
    const Key to = next.key;
    const bool wasShown = entry.shown;
    const int waits = (next.summary.waiting > 0) - (entry.summary.waiting > 0);
    if (wasShown && !next.shown) {
        removeRow(from);
        entry = std::move(next);
    } else if (!wasShown && next.shown) {
        const int row = int(std::lower_bound(m_order.begin(), m_order.end(), to) - m_order.begin());
        beginInsertRows({}, row, row);
        entry = std::move(next);
        m_order.insert(m_order.begin() + row, to);
        endInsertRows();
    } else {
        entry = std::move(next);
        if (wasShown)
            moveRow(from, to);
    }
    countWaiting(waits);
}

void InboxModel::moveRow(const Key &from, const Key &to)
{
    const int row = rowOf(from);
    const int target = int(std::lower_bound(m_order.begin(), m_order.end(), to) - m_order.begin());
    if (target == row || target == row + 1) {
        m_order[size_t(row)] = to;
        Q_EMIT dataChanged(index(row), index(row));
        return;
    }
    beginMoveRows({}, row, row, {}, target);
    const auto begin = m_order.begin();
    m_order[size_t(row)] = to;
    if (target < row)
        std::rotate(begin + target, begin + row, begin + row + 1);
    else
        std::rotate(begin + row, begin + row + 1, begin + target);
    endMoveRows();
    const QModelIndex moved = index(target < row ? target : target - 1);
    Q_EMIT dataChanged(moved, moved);
}

void InboxModel::removeRow(const Key &key)
{
    const int row = rowOf(key);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_order.erase(m_order.begin() + row);
    endRemoveRows();
}

int InboxModel::erase(const ErasureOrder &order)
{
    m_erased.insert(order.contact);
    int dropped = 0;
    m_pending.removeIf([&](const auto &item) { return item.value().contact == order.contact; });
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        if (entry->summary.contact != order.contact) {
            ++entry;
            continue;
        }
        if (entry->shown)
            removeRow(entry->key);
        countWaiting(entry->summary.waiting > 0 ? -1 : 0);
        wipeTexts(entry->summary);
        wipe(entry->folded);
        entry = m_entries.erase(entry);
        ++dropped;
    }
    return dropped;
}

void InboxModel::countWaiting(int change)
{
    if (change == 0)
        return;
    m_waiting += change;
    Q_EMIT waitingCountChanged(m_waiting);
}

// --- time ----------------------------------------------------------------------------------

void InboxModel::refreshWindows(Instant now)
{
    if (now < m_now) { // the clock was set back: windows may be open again
        m_now = m_refreshedAt = now;
        beginResetModel();
        rebuildOrder();
        endResetModel();
        return;
    }
    m_now = now;
    while (!m_order.empty() && m_order.front().group == kWaitingOpen &&
           m_order.front().rank <= now.ms) {
        Entry &entry = m_entries[ConversationId(m_order.front().id)];
        update(entry, entryOf(entry.summary));
    }
    refreshWords();
    if (!words::isSameLocalDay(m_refreshedAt, now) && !m_order.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {TimeRole, Qt::AccessibleTextRole});
    m_refreshedAt = now;
}

void InboxModel::refreshWords()
{
    int firstChanged = -1;
    const auto tell = [&](int end) {
        if (firstChanged >= 0)
            Q_EMIT dataChanged(index(firstChanged), index(end - 1),
                               {WindowWordsRole, UrgencyRole, Qt::AccessibleTextRole});
        firstChanged = -1;
    };
    int row = 0;
    for (; row < rowCount() && m_order[size_t(row)].group == kWaitingOpen; ++row) {
        Entry &entry = m_entries[ConversationId(m_order[size_t(row)].id)];
        const qint64 minute = minutesLeft(entry.summary, m_now);
        if (minute == entry.wordsMinute) {
            tell(row);
            continue;
        }
        entry.wordsMinute = minute;
        if (firstChanged < 0)
            firstChanged = row;
    }
    tell(row);
}

} // namespace destek::models
