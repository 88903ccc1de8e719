#include "daemon/store/sql_change_feed.h"

#include "daemon/store/statement.h"

using namespace Qt::StringLiterals;

namespace destek::daemon
{

SqlChangeFeed::SqlChangeFeed(Connection &connection) : m_connection(connection) {}

Stored<QList<Change>> SqlChangeFeed::after(qint64 seq, int limit) const
{
    Statement statement(m_connection, "change_rows");
    return statement.with(seq, limit).all([](const Row &row) {
        return Change{row.number(0), row.word(1, ChangeKind::Conversation),
                      row.id<ConversationId>(2), row.messageId(3), row.id<OrderId>(4)};
    });
}

Stored<qint64> SqlChangeFeed::last() const
{
    return Statement(m_connection, "last_number").with("change"_L1).number();
}

Stored<qint64> SqlChangeFeed::oldest() const
{
    return Statement(m_connection, "oldest_change").number();
}

Stored<qint64> SqlChangeFeed::conversationChanged(ConversationId id)
{
    const auto seq = add(ChangeKind::Conversation, id, {}, {});
    if (!seq)
        return seq;
    Statement statement(m_connection, "set_revision");
    if (const auto set = statement.with(*seq, id).runOne(); !set)
        return failure(set.error());
    return seq;
}

Stored<qint64> SqlChangeFeed::messageChanged(ConversationId conversation, MessageId id)
{
    return add(ChangeKind::Message, conversation, id, {});
}

Stored<qint64> SqlChangeFeed::personErased(OrderId order)
{
    {
        Statement statement(m_connection, "erased_change");
        const auto told = statement.with(order).number();
        if (!told || *told > 0)
            return told;
    }
    return add(ChangeKind::Erased, {}, {}, order);
}

Stored<qint64> SqlChangeFeed::peopleJoined()
{
    return add(ChangeKind::Joined, {}, {}, {});
}

Stored<qint64> SqlChangeFeed::teamChanged()
{
    return add(ChangeKind::Team, {}, {}, {});
}

Stored<qint64> SqlChangeFeed::add(ChangeKind kind, ConversationId conversation, MessageId message,
                                  OrderId order)
{
    const auto seq = nextNumber(m_connection, "change");
    if (!seq)
        return seq;
    Statement statement(m_connection, "add_change");
    const auto added = statement.with(*seq, kind, conversation, message, order).runAny();
    if (!added)
        return failure(added.error());
    return seq;
}

} // namespace destek::daemon
