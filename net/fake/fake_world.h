#pragma once

#include "net/api/conversation_api.h"

#include <QHash>
#include <QSet>

namespace destek::net
{

/// How much there is. Nothing of it is materialised: rows and messages are computed when asked.
struct WorldSize {
    int conversations = 400;
    int waiting = 40;      ///< of them; ten minutes apart, so some windows are closed
    int longThread = 5000; ///< messages in conversation 1; the others have 3 to 42
    /// As many again were answered and are open or snoozed; the rest are resolved.
};

/// People and messages that are the same in every run, plus what happened since.
class FakeWorld
{
public:
    explicit FakeWorld(Instant now, WorldSize size = {});

    [[nodiscard]] int conversationCount() const { return m_size.conversations; }
    /// By place, 0 first: who waits, then the newest.
    [[nodiscard]] ConversationId idAt(int place) const { return ConversationId(place + 1); }
    [[nodiscard]] bool exists(ConversationId id) const;
    [[nodiscard]] ConversationSummary conversation(ConversationId id) const;
    [[nodiscard]] static ContactId contactOf(ConversationId id);
    [[nodiscard]] static ConversationId conversationOf(ContactId id);
    /// The first page holds everybody open or snoozed, like the daemon's.
    [[nodiscard]] InboxPage inbox(int from, int limit) const;

    [[nodiscard]] int messageCount(ConversationId id) const;
    /// Precondition: 0 <= index < messageCount(id).
    [[nodiscard]] MessageView message(ConversationId id, int index) const;
    /// First index whose (at, order) is not before the place.
    [[nodiscard]] int indexOf(ConversationId id, ThreadCursor place) const;
    [[nodiscard]] ThreadPage page(ConversationId id, int from, int to) const;
    [[nodiscard]] std::optional<MessageView> find(MessageId id) const;

    /// Changes; each answers the new feed number.
    qint64 append(MessageView message); ///< sets order; raises the conversation
    qint64 replace(const MessageView &message);
    qint64 replace(ConversationSummary summary); ///< sets the revision
    qint64 erase(ContactId contact);
    [[nodiscard]] qint64 seq() const { return m_seq; }
    /// Something that is no conversation has changed.
    qint64 touch() { return ++m_seq; }

private:
    [[nodiscard]] WorkState generatedWork(ConversationId id) const;
    [[nodiscard]] int generatedCount(ConversationId id) const;
    [[nodiscard]] MessageView generated(ConversationId id, int index) const;
    [[nodiscard]] Instant lastGeneratedAt(ConversationId id) const;

    Instant m_now;
    WorldSize m_size;
    qint64 m_seq = 1000;
    QHash<ConversationId, QList<MessageView>> m_appended;
    QHash<ConversationId, ConversationSummary> m_changed;
    QHash<MessageId, MessageView> m_replaced;
    QSet<ContactId> m_erased;
};

} // namespace destek::net
