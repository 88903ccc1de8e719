#pragma once

#include "core/base/secret.h"
#include "core/domain/agent.h"
#include "daemon/service/ports/stored.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace destek::daemon
{

struct UserRecord {
    AgentId id;
    QString userName;
    QString displayName;
    RoleSet roles;
    QByteArray passwordHash; ///< libsodium's Argon2id string
    Secret totpSecret;       ///< sealed in the store; empty if not enrolled
    qint64 totpLastStep = 0; ///< the last accepted step: a code works once
    bool disabled = false;
    int failures = 0; ///< in a row
    Instant lastFailureAt;
};

struct DeviceRecord {
    DeviceId id;
    QString name;
    QByteArray tokenHash; ///< SHA-256
    QByteArray publicKey; ///< Ed25519, 32 bytes: signs receipts
    Instant pairedAt;
    Instant lastSeenAt;
    bool revoked = false;
};

struct SessionRecord {
    QByteArray tokenHash; ///< SHA-256 of the bearer token
    AgentId agent;
    DeviceId device;
    Instant startedAt;
    Instant lastUsedAt;
    Instant expiresAt;
    Instant steppedUpUntil;
};

enum class CodePurpose : quint8 { Setup, Pairing };
constexpr auto enumNames(CodePurpose)
{
    return std::array{DESTEK_NAME(CodePurpose::Setup, "setup"),
                      DESTEK_NAME(CodePurpose::Pairing, "pairing")};
}

/// Users, consoles, sessions and one-time codes.
class Access
{
public:
    virtual ~Access() = default;
    [[nodiscard]] virtual Stored<std::optional<UserRecord>> user(const QString &userName) const = 0;
    [[nodiscard]] virtual Stored<std::optional<UserRecord>> user(AgentId id) const = 0;
    [[nodiscard]] virtual Stored<QList<UserRecord>> users() const = 0;
    [[nodiscard]] virtual Stored<std::optional<DeviceRecord>>
    deviceByToken(const QByteArray &tokenHash) const = 0;
    [[nodiscard]] virtual Stored<std::optional<DeviceRecord>> device(DeviceId id) const = 0;
    [[nodiscard]] virtual Stored<QList<DeviceRecord>> devices() const = 0;
    [[nodiscard]] virtual Stored<std::optional<SessionRecord>>
    session(const QByteArray &tokenHash) const = 0;

    virtual Stored<AgentId> addUser(const UserRecord &user) = 0; ///< Conflict if the name is taken
    virtual Stored<Done> updateUser(const UserRecord &user) = 0;
    virtual Stored<DeviceId> addDevice(const DeviceRecord &device) = 0;
    virtual Stored<Done> updateDevice(const DeviceRecord &device) = 0;
    virtual Stored<Done> addSession(const SessionRecord &session) = 0;
    virtual Stored<Done> updateSession(const SessionRecord &session) = 0;
    virtual Stored<Done> endSession(const QByteArray &tokenHash) = 0;
    virtual Stored<Done> endSessionsOf(AgentId agent) = 0;
    virtual Stored<Done> addCode(CodePurpose purpose, const QByteArray &codeHash,
                                 Instant until) = 0;
    /// True exactly once per code, and only before its end.
    virtual Stored<bool> useCode(CodePurpose purpose, const QByteArray &codeHash, Instant now) = 0;
    /// Everybody's sessions, used last first; also those whose time is over.
    [[nodiscard]] virtual Stored<QList<SessionRecord>> sessions() const = 0;
};

} // namespace destek::daemon
