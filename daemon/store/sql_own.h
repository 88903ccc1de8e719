#pragma once

#include "daemon/service/ports/own.h"

namespace destek::daemon
{

class Connection;
class Vault;

class SqlOwn final : public OwnRecords
{
public:
    SqlOwn(Connection &connection, Vault &vault) : m_connection(connection), m_vault(vault) {}

    [[nodiscard]] Stored<QList<AgentId>> mentions(MessageId note) const override;
    [[nodiscard]] Stored<QList<ConversationId>> mentionedIn(AgentId agent) const override;
    [[nodiscard]] Stored<QList<SeenMark>> seen(AgentId agent, int limit) const override;
    [[nodiscard]] Stored<QList<Draft>> draftsOf(AgentId agent, ConversationId id) const override;
    [[nodiscard]] Stored<QList<ConversationId>> drafts(AgentId agent) const override;
    [[nodiscard]] Stored<QList<Draft>> draftsIn(ConversationId id) const override;

    Stored<Done> mention(MessageId note, AgentId agent, bool looked) override;
    Stored<Done> markSeen(AgentId agent, const SeenMark &mark) override;
    Stored<Done> keepDraft(AgentId agent, ContactId contact, const Draft &draft) override;
    Stored<Done> forgetDraft(AgentId agent, ConversationId id, Draft::Kind kind) override;

private:
    Connection &m_connection;
    Vault &m_vault;
};

} // namespace destek::daemon
