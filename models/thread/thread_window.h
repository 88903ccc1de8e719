#pragma once

#include "net/api/conversation_api.h"

#include <QHash>
#include <QList>

namespace destek::models
{

/// Newer facts about a message folded into what is shown: states only climb, unless a new
/// attempt has begun (a decided resend).
[[nodiscard]] MessageView merged(const MessageView &shown, const MessageView &arrived);

/// The stretch of a thread that is in memory: ordered by (at, order), found by id. Plain data;
/// ThreadModel tells the views.
class ThreadWindow
{
public:
    [[nodiscard]] int size() const { return int(m_messages.size()); }
    [[nodiscard]] bool isEmpty() const { return m_messages.isEmpty(); }
    [[nodiscard]] const MessageView &at(int row) const { return m_messages.at(row); }
    [[nodiscard]] int rowOf(MessageId id) const; ///< -1 if not here
    /// Where a message with this place belongs.
    [[nodiscard]] int placeFor(const MessageView &message) const;
    void insert(int row, const MessageView &message);
    void replace(int row, const MessageView &message);
    void move(int from, int to);         ///< as QList::move
    void remove(int row, int count = 1); ///< wipes the texts
    void clear();

private:
    QList<MessageView> m_messages;
};

} // namespace destek::models
