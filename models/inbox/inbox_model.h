#pragma once

#include "core/base/clock.h"
#include "core/domain/subject_request.h"
#include "net/api/conversation_api.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

#include <tuple>
#include <vector>

namespace destek::models
{

/// How much of the 24-hour window is left: amber below two hours, red below 30 minutes.
enum class WindowUrgency : quint8 { None, Ample, Soon, Urgent, Closed };
[[nodiscard]] WindowUrgency urgencyOf(const ConversationSummary &summary, Instant now);

/// The inbox, in its own order, without a proxy (facts/desktop.md 4): who waits with an open
/// window, the soonest to close first; who waits with a closed one, newest first; then
/// everybody else, newest first. Feed changes are collected and applied once per turn of the
/// event loop. Keeps summaries in memory only. Threads: GUI only.
class InboxModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        SummaryRole = Qt::UserRole + 1, ///< ConversationSummary
        IdRole,                         ///< qint64
        NameRole,           ///< hostile; number, @username or "Unnamed person" if there is none
        NumberRole,         ///< masked
        LastLineRole,       ///< hostile text, or a placeholder such as "[Picture]"
        TimeRole,           ///< words for the last message's time
        WaitingRole,        ///< int, 0 = answered
        UrgencyRole,        ///< int of WindowUrgency
        WindowWordsRole,    ///< "2 h 41 min left", "closed"; empty if nobody waits
        OptedOutRole,       ///< bool
        OptOutQuestionRole, ///< bool: an agent must say what was meant
        OwnStateRole,       ///< int of SendState; None if the customer wrote last
        GroupRole,          ///< int: 0 waiting and open, 1 waiting and closed, 2 the rest
    };

    InboxModel(net::ConversationApi *api, const Clock *clock, QObject *parent = nullptr);

    /// Fetches the first page; what is shown stays until it has come, then is replaced.
    void load();
    void clear();
    [[nodiscard]] bool isLoading() const { return m_loading; }
    /// The feed number the last load() was true at.
    [[nodiscard]] qint64 seq() const { return m_seq; }

    /// A change from the feed or an answer; older revisions than the one known are ignored.
    void apply(const ConversationSummary &summary);
    /// Applies what apply() has collected now instead of at the end of this turn.
    void applyNow();
    /// Removes the person's rows for good; answers how many there were.
    int erase(const ErasureOrder &order);
    /// Countdown and order follow the clock; touches only rows whose words changed. Call about
    /// every 15 seconds.
    void refreshWindows(Instant now);

    /// Only rows whose name, number, username or last line contain the words (match fold).
    void setFilter(const QString &words);
    [[nodiscard]] const QString &filter() const { return m_filter; }

    /// -1 if not shown.
    [[nodiscard]] int rowOf(ConversationId id) const;
    /// nullptr if unknown; also finds rows a filter hides. Valid until the next change.
    [[nodiscard]] const ConversationSummary *find(ConversationId id) const;
    [[nodiscard]] ConversationId idAt(int row) const;
    [[nodiscard]] int knownCount() const { return int(m_entries.size()); }
    /// Conversations that wait for us, whatever the filter.
    [[nodiscard]] int waitingCount() const { return m_waiting; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void loaded(qint64 seq);
    void failed(const destek::ApiError &error);
    void waitingCountChanged(int waiting);
    /// A customer wrote (for alerts): after the row has been applied.
    void customerWrote(destek::ConversationId id);

private:
    struct Key {
        int group = 2;
        qint64 rank = 0; ///< ascending
        qint64 id = 0;
        auto operator<=>(const Key &) const = default;
    };
    struct Entry {
        ConversationSummary summary;
        Key key;
        QString folded; ///< what the filter looks into
        bool shown = true;
        qint64 wordsMinute = -1; ///< minutes left as last shown
    };

    [[nodiscard]] Key keyOf(const ConversationSummary &summary) const;
    [[nodiscard]] Entry entryOf(const ConversationSummary &summary) const;
    [[nodiscard]] int rowOf(const Key &key) const;
    [[nodiscard]] bool matches(const Entry &entry) const;
    void fetch(const QString &cursor);
    void take(const net::Answer<InboxPage> &answer, bool first);
    void replaceAll(const QList<ConversationSummary> &summaries);
    bool upsert(const ConversationSummary &summary); ///< false: known or stale
    void insertNew(Entry entry);
    void update(Entry &entry, Entry next);
    void moveRow(const Key &from, const Key &to);
    void removeRow(const Key &key);
    void rebuildOrder();
    void refreshWords();
    void countWaiting(int change);
    [[nodiscard]] QString windowWords(const ConversationSummary &summary) const;
    [[nodiscard]] QString accessibleText(const ConversationSummary &summary) const;

    net::ConversationApi *m_api;
    const Clock *m_clock;
    Instant m_now;
    Instant m_refreshedAt;
    std::vector<Key> m_order; ///< shown rows
    QHash<ConversationId, Entry> m_entries;
    QHash<ConversationId, ConversationSummary> m_pending;
    QSet<ContactId> m_erased;
    QString m_filter;
    QString m_foldedFilter;
    QString m_next;
    qint64 m_seq = 0;
    int m_generation = 0;
    int m_waiting = 0;
    bool m_loading = false;
    bool m_flushQueued = false;
};

} // namespace destek::models
