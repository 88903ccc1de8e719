#pragma once

#include "daemon/service/ports/records.h"

namespace destek::daemon
{

class Connection;

class SqlChangeFeed final : public ChangeFeed
{
public:
    explicit SqlChangeFeed(Connection &connection);

    [[nodiscard]] Stored<QList<Change>> after(qint64 seq, int limit) const override;
    [[nodiscard]] Stored<qint64> last() const override;
    [[nodiscard]] Stored<qint64> oldest() const override;
    Stored<qint64> conversationChanged(ConversationId id) override;
    Stored<qint64> messageChanged(ConversationId conversation, MessageId id) override;
    /// The number given first, however often it is told.
    Stored<qint64> personErased(OrderId order) override;
    Stored<qint64> peopleJoined() override;
    Stored<qint64> teamChanged() override;

private:
    Stored<qint64> add(ChangeKind kind, ConversationId conversation, MessageId message,
                       OrderId order);

    Connection &m_connection;
};

} // namespace destek::daemon
