#include "daemon/store/sql_access.h"

#include "daemon/store/connection.h"
#include "daemon/store/statement.h"
#include "daemon/vault/vault.h"

namespace destek::daemon
{

namespace
{

struct SealedUser {
    UserRecord user;
    QByteArray totp;
};

SealedUser sealedUserFrom(const Row &row)
{
    SealedUser sealed;
    sealed.user.id = row.id<AgentId>(0);
    sealed.user.userName = row.text(1);
    sealed.user.displayName = row.text(2);
    sealed.user.roles = RoleSet::fromString(row.text(3));
    sealed.user.passwordHash = row.bytes(4);
    sealed.totp = row.bytes(5);
    sealed.user.totpLastStep = row.number(6);
    sealed.user.disabled = row.flag(7);
    sealed.user.failures = row.count(8);
    sealed.user.lastFailureAt = row.instant(9);
    return sealed;
}

DeviceRecord deviceFrom(const Row &row)
{
    return {row.id<DeviceId>(0), row.text(1),    row.bytes(2), row.bytes(3),
            row.instant(4),      row.instant(5), row.flag(6)};
}

SessionRecord sessionFrom(const Row &row)
{
    return {row.bytes(0),   row.id<AgentId>(1), row.id<DeviceId>(2), row.instant(3),
            row.instant(4), row.instant(5),     row.instant(6)};
}

SealPlace totpPlace(AgentId id)
{
    return {"staff", QByteArray::number(id.value), "totp"};
}

Stored<QVariant> sealedTotp(const Vault &vault, AgentId id, const Secret &totp)
{
    if (totp.isEmpty())
        return QVariant();
    auto sealed = vault.sealOwn(totpPlace(id), totp);
    if (!sealed)
        return failure(storeError(sealed.error()));
    return QVariant(std::move(*sealed));
}

} // namespace

SqlAccess::SqlAccess(Connection &connection, Vault &vault)
    : m_connection(connection), m_vault(vault)
{
}

Stored<QList<UserRecord>> SqlAccess::usersFrom(Statement &statement) const
{
    auto rows = statement.all(sealedUserFrom);
    if (!rows)
        return failure(rows.error());
    QList<UserRecord> users;
    for (SealedUser &sealed : *rows) {
        if (!sealed.totp.isEmpty()) {
            auto totp = m_vault.openOwn(totpPlace(sealed.user.id), sealed.totp);
            if (!totp)
                return failure(storeError(totp.error()));
            sealed.user.totpSecret = std::move(*totp);
        }
        users.append(std::move(sealed.user));
    }
    return users;
}

Stored<std::optional<UserRecord>> SqlAccess::userFrom(Statement &statement) const
{
    auto users = usersFrom(statement);
    if (!users)
        return failure(users.error());
    return users->isEmpty() ? std::nullopt : std::optional(users->takeFirst());
}

Stored<std::optional<UserRecord>> SqlAccess::user(const QString &userName) const
{
    Statement statement(m_connection, "staff_by_name");
    return userFrom(statement.with(userName));
}

Stored<std::optional<UserRecord>> SqlAccess::user(AgentId id) const
{
    Statement statement(m_connection, "staff_by_id");
    return userFrom(statement.with(id));
}

Stored<QList<UserRecord>> SqlAccess::users() const
{
    Statement statement(m_connection, "staff");
    return usersFrom(statement);
}

Stored<std::optional<DeviceRecord>> SqlAccess::deviceByToken(const QByteArray &tokenHash) const
{
    Statement statement(m_connection, "device_by_token");
    return statement.with(tokenHash).maybe(deviceFrom);
}

Stored<std::optional<DeviceRecord>> SqlAccess::device(DeviceId id) const
{
    Statement statement(m_connection, "device_by_id");
    return statement.with(id).maybe(deviceFrom);
}

Stored<QList<DeviceRecord>> SqlAccess::devices() const
{
    return Statement(m_connection, "devices").all(deviceFrom);
}

Stored<std::optional<SessionRecord>> SqlAccess::session(const QByteArray &tokenHash) const
{
    Statement statement(m_connection, "session");
    return statement.with(tokenHash).maybe(sessionFrom);
}

Stored<QList<SessionRecord>> SqlAccess::sessions() const
{
    return Statement(m_connection, "sessions").all(sessionFrom);
}

Stored<AgentId> SqlAccess::addUser(const UserRecord &user)
{
    const auto id = nextNumber(m_connection, "staff");
    if (!id)
        return failure(id.error());
    const auto totp = sealedTotp(m_vault, AgentId(*id), user.totpSecret);
    if (!totp)
        return failure(totp.error());
    Statement statement(m_connection, "add_staff");
    const auto added =
        statement
            .with(*id, user.userName, user.displayName, user.roles.toString(), user.passwordHash,
                  *totp, user.totpLastStep, user.disabled, user.failures, user.lastFailureAt)
            .runAny();
    if (!added)
        return failure(added.error());
    return AgentId(*id);
}

Stored<Done> SqlAccess::updateUser(const UserRecord &user)
{
    const auto totp = sealedTotp(m_vault, user.id, user.totpSecret);
    if (!totp)
        return failure(totp.error());
    Statement statement(m_connection, "update_staff");
    return statement
        .with(user.userName, user.displayName, user.roles.toString(), user.passwordHash, *totp,
              user.totpLastStep, user.disabled, user.failures, user.lastFailureAt, user.id)
        .runOne();
}

Stored<DeviceId> SqlAccess::addDevice(const DeviceRecord &device)
{
    const auto id = nextNumber(m_connection, "device");
    if (!id)
        return failure(id.error());
    Statement statement(m_connection, "add_device");
    const auto added = statement
                           .with(*id, device.name, device.tokenHash, device.publicKey,
                                 device.pairedAt, device.lastSeenAt, device.revoked)
                           .runAny();
    if (!added)
        return failure(added.error());
    return DeviceId(*id);
}

Stored<Done> SqlAccess::updateDevice(const DeviceRecord &device)
{
    Statement statement(m_connection, "update_device");
    return statement
        .with(device.name, device.tokenHash, device.publicKey, device.pairedAt, device.lastSeenAt,
              device.revoked, device.id)
        .runOne();
}

Stored<Done> SqlAccess::addSession(const SessionRecord &session)
{
    Statement statement(m_connection, "add_session");
    return statement
        .with(session.tokenHash, session.agent, session.device, session.startedAt,
              session.lastUsedAt, session.expiresAt, session.steppedUpUntil)
        .runAny();
}

Stored<Done> SqlAccess::updateSession(const SessionRecord &session)
{
    Statement statement(m_connection, "update_session");
    return statement
        .with(session.agent, session.device, session.startedAt, session.lastUsedAt,
              session.expiresAt, session.steppedUpUntil, session.tokenHash)
        .runOne();
}

Stored<Done> SqlAccess::endSession(const QByteArray &tokenHash)
{
    Statement statement(m_connection, "end_session");
    return statement.with(tokenHash).runAny();
}

Stored<Done> SqlAccess::endSessionsOf(AgentId agent)
{
    Statement statement(m_connection, "end_sessions_of");
    return statement.with(agent).runAny();
}

Stored<Done> SqlAccess::addCode(CodePurpose purpose, const QByteArray &codeHash, Instant until)
{
    Statement statement(m_connection, "add_code");
    return statement.with(purpose, codeHash, until).runAny();
}

Stored<bool> SqlAccess::useCode(CodePurpose purpose, const QByteArray &codeHash, Instant now)
{
    Statement statement(m_connection, "use_code");
    const auto until =
        statement.with(purpose, codeHash).maybe([](const Row &row) { return row.instant(0); });
    if (!until)
        return failure(until.error());
    return until->has_value() && now < **until;
}

} // namespace destek::daemon
