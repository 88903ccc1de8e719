#pragma once

#include "daemon/service/ports/team.h"

namespace destek::daemon
{

class Connection;

class SqlTeam final : public Team
{
public:
    explicit SqlTeam(Connection &connection);

    [[nodiscard]] Stored<QList<Label>> labels() const override;
    [[nodiscard]] Stored<QList<QuickReply>> quickReplies() const override;
    [[nodiscard]] Stored<QStringList> companyWords() const override;
    [[nodiscard]] Stored<QList<OwnedView>> views(AgentId agent) const override;
    [[nodiscard]] Stored<std::optional<OwnedView>> view(SavedViewId id) const override;
    Stored<LabelId> save(const Label &label) override;
    Stored<QuickReplyId> save(const QuickReply &reply) override;
    Stored<SavedViewId> save(const OwnedView &view) override;
    Stored<Done> saveWord(const QString &word) override;
    Stored<Done> removeWord(const QString &word) override;
    Stored<Done> remove(QuickReplyId id) override;
    Stored<Done> remove(SavedViewId id) override;

private:
    Connection &m_connection;
};

} // namespace destek::daemon
