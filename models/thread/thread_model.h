#pragma once

#include "core/base/clock.h"
#include "models/thread/thread_memory.h"
#include "net/api/conversation_api.h"

#include <QAbstractListModel>

namespace destek::models
{

/// The messages of the open conversation, oldest first, of which at most kMostRows are in
/// memory: pages come at the end that is looked at, and the far end is dropped. What was typed
/// here appears at once as Queued and is replaced by the daemon's view of the same id.
/// What is absorbed by another message (a reaction, an edit, a withdrawal) has no row.
/// Threads looked at before are remembered and shown at once, then brought up to date; without a
/// connection they stay as they were (isUpToDate()). Texts are wiped by clear(). Threads: GUI only.
class ThreadModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr int kMostRows = 600;
    static constexpr int kPage = 50;

    enum Role {
        MessageRole = Qt::UserRole + 1, ///< MessageView
        IdRole,                         ///< QString
        TextRole,         ///< hostile plain text; a placeholder for other kinds (also DisplayRole)
        DirectionRole,    ///< int of Direction
        KindRole,         ///< int of MessageKind
        StateRole,        ///< int of SendState
        StateWordsRole,   ///< "Delivered", ...; empty for what customers wrote
        ProblemRole,      ///< a sentence for what did not go out (yet); else empty
        RetryAllowedRole, ///< bool: a person may decide to send it again
        TimeRole,         ///< "14:05"
        AuthorRole,       ///< who of us wrote it
        NeedsDayMarkRole, ///< bool: first of its day among the loaded rows
        DayWordsRole,     ///< "Today", "Yesterday", "Monday 16 November 2026"
        StartsUnreadRole, ///< bool: the oldest of what was unread when the thread was opened
        StartsGroupRole,  ///< bool: another writer or a pause of 5 minutes before it
        EndsGroupRole,    ///< bool: the next one starts a group
        UnacknowledgedRole, ///< bool: the daemon has not confirmed it yet
    };

    ThreadModel(net::ConversationApi *api, const Clock *clock, QObject *parent = nullptr);

    /// Shows what is remembered of it, then fetches the newest page. Opening what is open loads it
    /// afresh. The last `unread` messages of the customer are new to whoever opens it.
    void open(ConversationId id, int unread = 0);
    /// The same around a place (search hit, date).
    void openAt(ConversationId id, net::ThreadCursor place);
    /// Fetches again what could not be loaded or brought up to date; else nothing.
    void retry();
    /// Wipes texts and forgets all conversations; answers still on their way are dropped.
    void clear();
    /// Nothing of this one stays, open or remembered.
    void forget(ConversationId id);
    /// Changes were not heard: nothing that is remembered is true any more.
    void mayHaveMissed();
    [[nodiscard]] ConversationId conversation() const { return m_conversation; }

    [[nodiscard]] bool hasOlder() const { return m_hasOlder; }
    /// False: the last row is the newest message there is.
    [[nodiscard]] bool hasNewer() const { return m_hasNewer; }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    /// False: nothing of the conversation was loaded yet. What rows there are came since, and say
    /// nothing about what was before.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// The newest page was fetched since it was opened, and is followed from there.
    [[nodiscard]] bool isUpToDate() const { return m_upToDate; }
    void loadOlder();
    void loadNewer();
    /// Jump to the end: drops the window unless the end is loaded already.
    void loadNewest();

    /// From the feed; other conversations are ignored.
    void apply(const MessageView &message);
    /// What was just typed, before the daemon knows it.
    /// `shownText`: a template with its fields filled in.
    void addOwn(const net::OutgoingMessage &message, const QString &author,
                const QString &shownText = {});
    /// It will not be sent after all (refused; the text went back to the composer).
    void removeOwn(MessageId id);
    [[nodiscard]] bool isUnacknowledged(MessageId id) const { return m_own.contains(id); }

    /// Makes sure that a message is among the rows: older pages are loaded until it is there,
    /// at most kSeekPages of them. Answers with sought().
    void seek(MessageId id);
    static constexpr int kSeekPages = 40;

    /// The row with StartsUnreadRole; -1: nothing was unread, or it is not loaded.
    [[nodiscard]] int unreadRow() const { return m_window.rowOf(m_unreadFrom); }
    /// The first loaded row of that moment or later; rowCount() if all are older.
    [[nodiscard]] int firstRowSince(Instant at) const;
    [[nodiscard]] int rowOf(MessageId id) const { return m_window.rowOf(id); }
    /// Precondition: 0 <= row < rowCount().
    [[nodiscard]] const MessageView &at(int row) const { return m_window.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    /// There is something to look at, from memory or fetched; may be followed by opened() only.
    void shown(destek::ConversationId id);
    /// The page that was fetched is there.
    void opened(destek::ConversationId id);
    void failed(const destek::ApiError &error);
    void loadingChanged(bool loading);
    void edgesChanged(); ///< hasOlder() or hasNewer()
    /// What seek() looked for; row is -1 if it is not in this conversation (any more).
    void sought(destek::MessageId id, int row);
    /// A new message came in live; row is -1 while the end is not loaded.
    void liveMessage(const destek::MessageView &message, int row);

private:
    enum class End : quint8 { Older, Newer, Newest };
    enum class Placed : quint8 { Anew, Known, BeyondNewest, Nowhere };
    [[nodiscard]] Placed place(const MessageView &message);
    void fetch(End end);
    void take(End end, const net::Answer<ThreadPage> &answer);
    void takeFailure(End end, const ApiError &error);
    void takeNewest(const ThreadPage &page);
    void leave();
    void remember();
    bool showRemembered();
    void dropRows();
    void bringUpToDate(const ThreadPage &page);
    void setLoading(bool loading);
    void setEdges(bool hasOlder, bool hasNewer);
    void insertOrMerge(const MessageView &message);
    void replaceRow(int row, const MessageView &message);
    void reset(const ThreadPage &page);
    void findUnread();
    void restoreOwn();
    void dropFarEnd(End grown);
    void remove(int row, int count);
    void removeAbsorbed(MessageId id);
    void seekOn(const ThreadPage &page);
    void touch(int firstRow, int lastRow);
    void insertPage(const QList<MessageView> &messages);
    [[nodiscard]] bool needsDayMark(int row) const;
    [[nodiscard]] bool startsGroup(int row) const;
    [[nodiscard]] QVariant words(const MessageView &message, int role) const;
    [[nodiscard]] QString accessibleText(const MessageView &message) const;

    net::ConversationApi *m_api;
    const Clock *m_clock;
    ConversationId m_conversation;
    ThreadWindow m_window;
    ThreadMemory m_memory; ///< of the open one too: it may be shown where its end is not loaded
    QHash<MessageId, MessageView> m_own; ///< not acknowledged yet
    QList<MessageView> m_meanwhile;      ///< came live while a page was on its way
    qint64 m_ownCount = 0;
    std::optional<net::ThreadCursor> m_first; ///< where the loaded stretch begins and ends,
    std::optional<net::ThreadCursor> m_last;  ///< counting messages that have no row
    MessageId m_sought;
    MessageId m_unreadFrom;
    int m_unread = 0; ///< until the newest page is there
    int m_seekPages = 0;
    int m_generation = 0;
    bool m_hasOlder = false;
    bool m_hasNewer = false;
    bool m_loading = false;
    bool m_loaded = false;
    bool m_upToDate = false;
    bool m_failed = false;   ///< the newest page was asked for last and did not come
    bool m_doubtful = false; ///< changes may have been missed: not to be remembered
};

} // namespace destek::models
