#pragma once

#include "core/base/clock.h"
#include "core/domain/subject_request.h"
#include "models/inbox/inbox_filter.h"
#include "net/api/conversation_api.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

#include <array>
#include <functional>
#include <tuple>
#include <vector>

namespace destek::models
{

class OwnBook;
class TeamBook;

/// How much of the 24-hour window is left: amber below two hours, red below 30 minutes.
enum class WindowUrgency : quint8 { None, Ample, Soon, Urgent, Closed };
[[nodiscard]] WindowUrgency urgencyOf(const ConversationSummary &summary, Instant now);

/// What a change of a conversation is to this agent.
enum class InboxNews : quint8 {
    None,
    Wrote,    ///< the customer wrote
    Assigned, ///< it is this agent's now, and they have not claimed it
    Back,     ///< this agent's, and its snooze is over
};

/// How a conversation stood: all that news are made out from, and nothing of the person.
struct Stood {
    qint64 heard = 0;
    AgentId assignee;
    WorkStatus status = WorkStatus::Open;
};
[[nodiscard]] Stood stoodOf(const ConversationSummary &summary);
/// `before`: nullptr if the conversation was not known.
[[nodiscard]] InboxNews newsOf(const ConversationSummary &summary, const Stood *before, AgentId me,
                               Instant now);

/// The inbox, in its own order, without a proxy (facts/desktop.md 4): who waits with an open
/// window, the soonest to close first; who waits with a closed one, newest first; then
/// everybody else, newest first (what is snoozed: what comes back next). Higher priorities stand
/// first within each group, but below every window that is about to close (red). One queue is
/// shown at a time, narrowed by a view and by words; the counts are of whole queues. Feed changes
/// are collected and applied once per turn of the event loop. Keeps summaries in memory only.
/// Threads: GUI only.
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
        UnreadRole,         ///< int: what this agent has not seen
        OwnerRole,          ///< int of Owner
        HolderRole,         ///< name of the colleague who answers now; hostile; empty: nobody
        AssigneeRole,       ///< name of the colleague whose it is; hostile; empty: mine or nobody's
        LabelRole,          ///< name of the first label; hostile; empty: none
        LabelHueRole,       ///< int
        MoreLabelsRole,     ///< int: how many besides
        PriorityRole,       ///< int of Priority
        SnoozedWordsRole,   ///< until when it sleeps; empty otherwise
        DraftRole,          ///< bool: this agent has begun to write
        MentionedRole,      ///< bool: a note names this agent
    };

    enum class Owner : quint8 { Nobody, Mine, Colleague };

    InboxModel(net::ConversationApi *api, const Clock *clock, QObject *parent = nullptr);
    /// Names, labels, unread counts. Both outlive this.
    void consult(const TeamBook *team, const OwnBook *own);
    /// Whose queue "mine" is. Before load().
    void setMe(AgentId me);
    [[nodiscard]] AgentId me() const { return m_me; }

    /// Fetches the first page; what is shown stays until it has come, then is replaced.
    void load();
    void clear();
    [[nodiscard]] bool isLoading() const { return m_loading; }
    /// A first page has come since clear(); until then no count says anything.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// The feed number the last load() was true at.
    [[nodiscard]] qint64 seq() const { return m_seq; }

    /// A change from the feed or an answer; older revisions than the one known are ignored.
    void apply(const ConversationSummary &summary);
    /// Applies what apply() has collected now instead of at the end of this turn.
    void applyNow();
    /// A conversation that was found elsewhere and is shown from now on: no news to anybody.
    void learn(const ConversationSummary &summary);
    /// Removes the person's rows for good; answers how many there were.
    int erase(const ErasureOrder &order);
    /// Countdown and order follow the clock; touches only rows whose words changed. Call about
    /// every 15 seconds.
    void refreshWindows(Instant now);

    /// Only rows whose name, number, username or last line contain the words (match fold).
    void setFilter(const QString &words);
    [[nodiscard]] const QString &filter() const { return m_filter; }

    /// Loaded conversations whose person's name, number or username holds the folded words, in
    /// the inbox's own order, whatever the filter; at most `limit`.
    [[nodiscard]] QList<ConversationId> named(const QString &folded, int limit) const;
    void setQueue(Queue queue);
    [[nodiscard]] Queue queue() const { return m_queue; }
    /// Narrows the queue further; an empty view narrows nothing.
    void setView(const InboxFilter &view);
    [[nodiscard]] const InboxFilter &view() const { return m_view; }
    /// Conversations in a queue, whatever the view and the words; of All those that are not
    /// resolved.
    [[nodiscard]] int countOf(Queue queue) const { return m_counts[size_t(queue)]; }
    /// What most needs this agent: of their own, else of nobody's, else of a colleague's who is not
    /// here; who waits with an open window first, the soonest to close on top. Not what a colleague
    /// holds or somebody else answers. After `current` if that is such a task itself, round the
    /// end. Invalid: nothing else waits.
    [[nodiscard]] ConversationId nextTask(ConversationId current = {}) const;
    /// Every known conversation that is this agent's and open, soonest to close first.
    [[nodiscard]] QList<ConversationId> mine() const;

    /// -1 if not shown.
    [[nodiscard]] int rowOf(ConversationId id) const;
    /// nullptr if unknown; also finds rows a filter hides. Valid until the next change.
    [[nodiscard]] const ConversationSummary *find(ConversationId id) const;
    [[nodiscard]] ConversationId idAt(int row) const;
    [[nodiscard]] int knownCount() const { return int(m_entries.size()); }
    /// Every loaded conversation, in no order; `look` must not change the model.
    void each(const std::function<void(const ConversationSummary &)> &look) const;
    /// Conversations that wait for us, whatever the filter. What sleeps or is resolved does not.
    [[nodiscard]] int waitingCount() const { return m_waiting; }
    /// Of them those that are this agent's or nobody's.
    [[nodiscard]] int waitingForMe() const { return m_waitingForMe; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void loaded(qint64 seq);
    void failed(const destek::ApiError &error);
    void waitingCountChanged(int waiting);
    /// countOf() of some queue, or waitingForMe().
    void countsChanged();
    /// A customer wrote (for alerts): after the row has been applied.
    void customerWrote(destek::ConversationId id);
    /// The same: it was assigned to this agent, or came back to them.
    void cameToMe(destek::ConversationId id, destek::models::InboxNews news);

private:
    // Groups, in the inbox's order.
    static constexpr int kWaitingOpen = 0;
    static constexpr int kWaitingClosed = 1;
    static constexpr int kAnswered = 2;
    struct Key {
        int group = 2;
        int urgency = 0; ///< of its priority, ascending; before them all: about to close
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
    using News = QList<std::pair<ConversationId, InboxNews>>;
    [[nodiscard]] InboxNews newsTo(const ConversationSummary &summary) const;
    [[nodiscard]] News newsIn(const QList<ConversationSummary> &summaries) const;
    void tellNews(const News &news);
    void replaceAll(const QList<ConversationSummary> &summaries);
    bool upsert(const ConversationSummary &summary); ///< false: known or stale
    void insertNew(Entry entry);
    void update(Entry &entry, Entry next);
    void moveRow(const Key &from, const Key &to);
    void removeRow(const Key &key);
    void rebuildOrder();
    void refreshWords();
    void countWaiting(int change);
    /// Adds `by` to the queues it is in, and to those who wait.
    void count(const ConversationSummary &summary, int by);
    void tellCounts();
    void reorder();
    void touchAll(const QList<int> &roles);
    [[nodiscard]] QVariant teamData(const ConversationSummary &summary, int role) const;
    [[nodiscard]] QString workSentences(const ConversationSummary &summary) const;
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
    const TeamBook *m_team = nullptr;
    const OwnBook *m_own = nullptr;
    AgentId m_me;
    Queue m_queue = Queue::All;
    InboxFilter m_view;
    std::array<int, kQueues> m_counts{};
    std::array<int, kQueues> m_toldCounts{};
    QString m_filter;
    QString m_foldedFilter;
    QString m_next;
    qint64 m_seq = 0;
    int m_generation = 0;
    int m_waiting = 0;
    bool m_loading = false;
    bool m_loaded = false;
    bool m_flushQueued = false;
    bool m_forMeChanged = false; ///< since countsChanged()
    int m_waitingForMe = 0;
};

} // namespace destek::models
