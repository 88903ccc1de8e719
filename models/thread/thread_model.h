#pragma once

#include "core/base/clock.h"
#include "models/thread/thread_window.h"
#include "net/api/conversation_api.h"

#include <QAbstractListModel>

namespace destek::models
{

/// The messages of the open conversation, oldest first, of which at most kMostRows are in
/// memory: pages come at the end that is looked at, and the far end is dropped. What was typed
/// here appears at once as Queued and is replaced by the daemon's view of the same id.
/// What is absorbed by another message (a reaction, an edit, a withdrawal) has no row.
/// Texts are wiped by clear(). Threads: GUI only.
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
        ProblemRole,      ///< a sentence for Failed, Refused and Unknown; else empty
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

    /// Clears, then fetches the newest page. Opening what is open loads it afresh. The last
    /// `unread` messages of the customer are new to whoever opens it.
    void open(ConversationId id, int unread = 0);
    /// The same around a place (search hit, date).
    void openAt(ConversationId id, net::ThreadCursor place);
    /// Wipes texts and forgets the conversation; answers still on their way are dropped.
    void clear();
    [[nodiscard]] ConversationId conversation() const { return m_conversation; }

    [[nodiscard]] bool hasOlder() const { return m_hasOlder; }
    /// False: the last row is the newest message there is.
    [[nodiscard]] bool hasNewer() const { return m_hasNewer; }
    [[nodiscard]] bool isLoading() const { return m_loading; }
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
};

} // namespace destek::models
