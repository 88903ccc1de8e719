#pragma once

#include "daemon/service/ports/conversations.h"

namespace destek::daemon
{

class Connection;

class SqlConversations final : public Conversations
{
public:
    explicit SqlConversations(Connection &connection);

    [[nodiscard]] Stored<ConversationRecord> record(ConversationId id) const override;
    [[nodiscard]] Stored<QList<ConversationRecord>> ofContact(ContactId id) const override;
    [[nodiscard]] Stored<QList<ConversationRecord>> waiting(int limit) const override;
    [[nodiscard]] Stored<QList<ConversationRecord>> answered(std::optional<InboxPlace> place,
                                                             int limit) const override;
    Stored<ConversationId> openFor(const QString &phoneNumberId, const QString &businessNumber,
                                   ContactId contact) override;
    [[nodiscard]] Stored<qint64> pace(ConversationId id) const override;
    Stored<Done> setPace(ConversationId id, qint64 bucket) override;
    Stored<Done> update(const ConversationRecord &record) override;

private:
    Connection &m_connection;
};

} // namespace destek::daemon
