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
    [[nodiscard]] Stored<QList<ConversationRecord>> atWork(std::optional<InboxPlace> place,
                                                           int limit) const override;
    [[nodiscard]] Stored<QList<ConversationRecord>> resolved(std::optional<InboxPlace> place,
                                                             int limit) const override;
    [[nodiscard]] Stored<QList<ConversationId>> due(Instant now, int limit) const override;
    [[nodiscard]] Stored<std::optional<Instant>> nextDue() const override;
    [[nodiscard]] Stored<QList<ConversationId>> quiet(const QuietSince &since,
                                                      int limit) const override;
    [[nodiscard]] Stored<QList<AgentLoad>> loads() const override;
    [[nodiscard]] Stored<QList<ConversationId>> unclaimed(int limit) const override;
    [[nodiscard]] Stored<QList<ConversationId>> waitingFor(AgentId assignee,
                                                           int limit) const override;
    Stored<ConversationId> openFor(const QString &phoneNumberId, const QString &businessNumber,
                                   ContactId contact) override;
    [[nodiscard]] Stored<qint64> pace(ConversationId id) const override;
    Stored<Done> setPace(ConversationId id, qint64 bucket) override;
    Stored<Done> update(const ConversationRecord &record) override;
    Stored<Done> updateWork(const ConversationRecord &record) override;
    Stored<bool> renewLease(ConversationId id, AgentId holder, Instant now, Instant until) override;
    Stored<Done> addLabel(ConversationId id, LabelId label) override;
    Stored<Done> removeLabel(ConversationId id, LabelId label) override;

private:
    [[nodiscard]] Stored<QList<ConversationRecord>>
    page(const char *statement, std::optional<InboxPlace> place, int limit) const;

    Connection &m_connection;
};

} // namespace destek::daemon
