#pragma once

#include "daemon/service/ports/access.h"

namespace destek::daemon
{

class Connection;
class Row;
class Statement;
class Vault;

class SqlAccess final : public Access
{
public:
    SqlAccess(Connection &connection, Vault &vault);

    [[nodiscard]] Stored<std::optional<UserRecord>> user(const QString &userName) const override;
    [[nodiscard]] Stored<std::optional<UserRecord>> user(AgentId id) const override;
    [[nodiscard]] Stored<QList<UserRecord>> users() const override;
    [[nodiscard]] Stored<std::optional<DeviceRecord>>
    deviceByToken(const QByteArray &tokenHash) const override;
    [[nodiscard]] Stored<std::optional<DeviceRecord>> device(DeviceId id) const override;
    [[nodiscard]] Stored<QList<DeviceRecord>> devices() const override;
    [[nodiscard]] Stored<std::optional<SessionRecord>>
    session(const QByteArray &tokenHash) const override;
    [[nodiscard]] Stored<QList<SessionRecord>> sessions() const override;

    Stored<AgentId> addUser(const UserRecord &user) override;
    Stored<Done> updateUser(const UserRecord &user) override;
    Stored<DeviceId> addDevice(const DeviceRecord &device) override;
    Stored<Done> updateDevice(const DeviceRecord &device) override;
    Stored<Done> addSession(const SessionRecord &session) override;
    Stored<Done> updateSession(const SessionRecord &session) override;
    Stored<Done> endSession(const QByteArray &tokenHash) override;
    Stored<Done> endSessionsOf(AgentId agent) override;
    Stored<Done> addCode(CodePurpose purpose, const QByteArray &codeHash, Instant until) override;
    Stored<bool> useCode(CodePurpose purpose, const QByteArray &codeHash, Instant now) override;

private:
    [[nodiscard]] Stored<QList<UserRecord>> usersFrom(Statement &statement) const;
    [[nodiscard]] Stored<std::optional<UserRecord>> userFrom(Statement &statement) const;

    Connection &m_connection;
    Vault &m_vault;
};

} // namespace destek::daemon
