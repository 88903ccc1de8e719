#include "models/inbox/inbox_model.h"

#include "core/text/fold.h"
#include "models/format/words.h"
#include "models/wipe.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace destek::models
{

namespace
{

constexpr int kPageRows = 100;
/// Below this much nothing else is more urgent: whoever is missed cannot be answered any more.
constexpr Duration kRedWindow = std::chrono::minutes(30);
constexpr int kRed = -1;              ///< before every priority
constexpr qsizetype kMostMoves = 256; ///< of rows one by one

void wipeTexts(ConversationSummary &summary)
{
    wipe(summary.name);
    wipe(summary.number);
    wipe(summary.username);
    wipe(summary.lastLine);
}

/// Such a cursor goes on with what is open or snoozed: more of it than one page holds.
bool isAtWork(const QString &cursor)
{
    return cursor.startsWith(u'w');
}

qint64 minutesLeft(const ConversationSummary &summary, Instant now)
{
    if (!waits(summary) || !summary.windowClosesAt)
        return -1;
    return std::max<qint64>(-1, (*summary.windowClosesAt - now).count() / 60000);
}

} // namespace

Stood stoodOf(const ConversationSummary &summary)
{
    return {summary.work.heard, summary.work.assignee, summary.work.status};
}

/// The daemon counts what a customer writes in the order it came: what WhatsApp delivers late, with
/// an old time, is new all the same. Who took it themselves holds it and needs no telling.
InboxNews newsOf(const ConversationSummary &summary, const Stood *before, AgentId me, Instant now)
{
    const WorkState &work = summary.work;
    if (waits(summary) && (!before || before->heard < work.heard))
        return InboxNews::Wrote;
    const bool mine = me.isValid() && work.assignee == me && work.status != WorkStatus::Resolved;
    const bool took = work.holder == me && work.heldUntil > now;
    if (!before || !mine || took)
        return InboxNews::None;
    if (before->assignee != me)
        return InboxNews::Assigned;
    return before->status == WorkStatus::Snoozed && work.status == WorkStatus::Open
               ? InboxNews::Back
               : InboxNews::None;
}

WindowUrgency urgencyOf(const ConversationSummary &summary, Instant now)
{
    using namespace std::chrono;
    if (!waits(summary))
        return WindowUrgency::None;
    if (!summary.windowClosesAt || *summary.windowClosesAt <= now)
        return WindowUrgency::Closed;
    const Duration left = *summary.windowClosesAt - now;
    if (left < kRedWindow)
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
    const int urgency = int(Priority::Urgent) - int(summary.work.priority);
    const qint64 id = summary.id.value;
    if (m_queue == Queue::Snoozed && summary.work.snoozedUntil)
        return {kAnswered, urgency, summary.work.snoozedUntil->ms, id};
    if (!waits(summary))
        return {kAnswered, urgency, -summary.lastAt.ms, id};
    if (summary.windowClosesAt && *summary.windowClosesAt > m_now) {
        const bool red = *summary.windowClosesAt - m_now < kRedWindow;
        return {kWaitingOpen, red ? kRed : urgency, summary.windowClosesAt->ms, id};
    }
    return {kWaitingClosed, urgency, -summary.lastAt.ms, id};
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
    if (!m_foldedFilter.isEmpty()) // who is looked for may be in any queue
        return entry.folded.contains(m_foldedFilter);
    return isIn(m_queue, entry.summary, m_me) && lets(m_view, entry.summary, m_me);
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

void InboxModel::reorder()
{
    beginResetModel();
    rebuildOrder();
    endResetModel();
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
    m_loaded = false;
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
    m_counts = {};
    m_forMeChanged = true;
    m_waitingForMe = 0;
    endResetModel();
    countWaiting(-m_waiting);
    tellCounts();
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
    const bool more = isAtWork(m_next);
    if (more)
        fetch(m_next); // queues and counts speak of all of them
    if (first) {
        const News news = newsIn(answer->conversations);
        m_loaded = !more;
        replaceAll(answer->conversations);
        m_seq = answer->seq;
        Q_EMIT loaded(m_seq);
        tellNews(news);
        return;
    }
    for (const ConversationSummary &summary : answer->conversations)
        upsert(summary);
    tellCounts();
    if (!more && !m_loaded) {
        m_loaded = true;
        Q_EMIT countsChanged(); // they may be believed now
    }
}

/// What was missed while the feed could not be followed; nothing when all is new.
InboxModel::News InboxModel::newsIn(const QList<ConversationSummary> &summaries) const
{
    News all;
    if (m_seq == 0)
        return all;
    for (const ConversationSummary &summary : summaries) {
        if (!m_erased.contains(summary.contact))
            all.emplaceBack(summary.id, newsTo(summary));
    }
    return all;
}

InboxNews InboxModel::newsTo(const ConversationSummary &summary) const
{
    const ConversationSummary *known = find(summary.id);
    const Stood before = known ? stoodOf(*known) : Stood();
    return newsOf(summary, known ? &before : nullptr, m_me, m_now);
}

void InboxModel::tellNews(const News &news)
{
    for (const auto &[id, what] : news) {
        if (what == InboxNews::Wrote)
            Q_EMIT customerWrote(id);
        else if (what != InboxNews::None)
            Q_EMIT cameToMe(id, what);
    }
}

void InboxModel::replaceAll(const QList<ConversationSummary> &summaries)
{
    beginResetModel();
    QHash<ConversationId, Entry> before;
    before.swap(m_entries);
    const int waiting = m_waiting;
    m_waiting = 0;
    m_forMeChanged = true;
    m_waitingForMe = 0;
    m_counts = {};
    m_entries.reserve(summaries.size());
    for (const ConversationSummary &summary : summaries) {
        if (m_erased.contains(summary.contact))
            continue;
        const auto known = before.constFind(summary.id);
        const bool newer = known != before.constEnd() && known->summary.revision > summary.revision;
        Entry entry = newer ? *known : entryOf(summary);
        count(entry.summary, 1);
        m_entries.insert(summary.id, std::move(entry));
    }
    rebuildOrder();
    endResetModel();
    if (waiting != m_waiting)
        Q_EMIT waitingCountChanged(m_waiting);
    tellCounts();
}

bool InboxModel::canFetchMore(const QModelIndex &parent) const
{
    if (parent.isValid() || m_loading || m_next.isEmpty())
        return false;
    return isAtWork(m_next) || (m_queue == Queue::All && mayBeResolved(m_view));
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
        const InboxNews news = newsTo(summary);
        if (upsert(summary))
            tellNews({{summary.id, news}});
    }
    tellCounts();
}

void InboxModel::learn(const ConversationSummary &summary)
{
    upsert(summary);
    tellCounts();
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
    const int before = m_waiting;
    count(entry.summary, 1);
    const int row = int(std::lower_bound(m_order.begin(), m_order.end(), key) - m_order.begin());
    if (shown)
        beginInsertRows({}, row, row);
    m_entries.insert(ConversationId(key.id), std::move(entry));
    if (shown) {
        m_order.insert(m_order.begin() + row, key);
        endInsertRows();
    }
    if (before != m_waiting)
        Q_EMIT waitingCountChanged(m_waiting);
}

void InboxModel::update(Entry &entry, Entry next)
{
    const Key from = entry.key;
    const Key to = next.key;
    const bool wasShown = entry.shown;
    const int before = m_waiting;
    count(entry.summary, -1);
    count(next.summary, 1);
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
    if (before != m_waiting)
        Q_EMIT waitingCountChanged(m_waiting);
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
        const int before = m_waiting;
        count(entry->summary, -1);
        if (before != m_waiting)
            Q_EMIT waitingCountChanged(m_waiting);
        wipeTexts(entry->summary);
        wipe(entry->folded);
        entry = m_entries.erase(entry);
        ++dropped;
    }
    tellCounts();
    return dropped;
}

void InboxModel::countWaiting(int change)
{
    if (change == 0)
        return;
    m_waiting += change;
    Q_EMIT waitingCountChanged(m_waiting);
}

void InboxModel::count(const ConversationSummary &summary, int by)
{
    if (waits(summary)) {
        m_waiting += by;
        const bool forMe =
            isIn(Queue::Mine, summary, m_me) || isIn(Queue::Unassigned, summary, m_me);
        if (forMe && !summary.standby) {
            m_waitingForMe += by;
            m_forMeChanged = true;
        }
    }
    for (const Queue queue : {Queue::Mine, Queue::Team, Queue::Unassigned, Queue::Snoozed}) {
        if (isIn(queue, summary, m_me))
            m_counts[size_t(queue)] += by;
    }
    if (summary.work.status != WorkStatus::Resolved)
        m_counts[size_t(Queue::All)] += by;
}

void InboxModel::tellCounts()
{
    if (m_counts == m_toldCounts && !std::exchange(m_forMeChanged, false))
        return;
    m_forMeChanged = false;
    m_toldCounts = m_counts;
    Q_EMIT countsChanged();
}

// --- time ----------------------------------------------------------------------------------

void InboxModel::refreshWindows(Instant now)
{
    if (now < m_now) { // the clock was set back: windows may be open again
        m_now = m_refreshedAt = now;
        return reorder();
    }
    m_now = now;
    // Windows that turned red or closed since the order was made move without a message. They are
    // at the top of their kind; after a long sleep of the computer there are so many that sorting
    // all anew is faster.
    QList<ConversationId> passed;
    for (int urgency = kRed; urgency <= int(Priority::Urgent); ++urgency) {
        const Instant line = urgency == kRed ? m_now + std::chrono::milliseconds(1)
                                             : m_now + kRedWindow; // open until, red from below
        const Key first{kWaitingOpen, urgency, 0, 0};
        for (auto top = std::lower_bound(m_order.begin(), m_order.end(), first);
             top != m_order.end() && top->group == kWaitingOpen && top->urgency == urgency &&
             top->rank < line.ms;
             ++top)
            passed << ConversationId(top->id);
    }
    if (passed.size() > kMostMoves) {
        reorder();
        passed.clear();
    }
    for (const ConversationId id : std::as_const(passed)) {
        Entry &entry = m_entries[id];
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
                               {WindowWordsRole, UrgencyRole, HolderRole, Qt::AccessibleTextRole});
        firstChanged = -1;
    };
    int row = 0;
    for (; row < rowCount() && m_order[size_t(row)].group == kWaitingOpen; ++row) {
        Entry &entry = m_entries[ConversationId(m_order[size_t(row)].id)];
        const qint64 minute = minutesLeft(entry.summary, m_now);
        const WorkState &work = entry.summary.work;
        const bool letGo = work.holder.isValid() && work.heldUntil > m_refreshedAt &&
                           work.heldUntil <= m_now; // nobody says when a lease runs out
        if (minute == entry.wordsMinute && !letGo) {
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
