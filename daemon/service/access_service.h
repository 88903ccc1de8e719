#pragma once

#include "core/base/clock.h"
#include "core/domain/session_view.h"
#include "core/policy/permissions.h"
#include "core/wire/api_error.h"
#include "daemon/service/ports/database.h"
#include "daemon/service/ports/keepers.h"

#include <QHash>

#include <functional>
#include <memory>
#include <mutex>

namespace destek::daemon
{

template <typename T>
using Told = std::function<void(Result<T, ApiError>)>;

/// Who may come in: pairing of consoles, first set-up, users, sessions, the password asked again
/// (R-33, facts/trust.md 4.1). Tokens are 256 random bits and stored as hashes only. Callbacks
/// run on some thread of the daemon, never before the call returns control to it for long.
/// Threads: any.
class AccessService
{
public:
    struct Limits {
        Duration idle = std::chrono::minutes(30);
        Duration absolute = std::chrono::hours(12);
        Duration pairingCode = std::chrono::minutes(10);
        int freeFailures = 5;
    };

    AccessService(Database &database, PasswordHasher &hasher, const Clock &clock, Limits limits);

    struct Paired {
        DeviceId device;
        QByteArray token; ///< given out once
    };
    void pair(const QString &code, const QString &deviceName, const QByteArray &publicKey,
              Told<Paired> told);
    void setUp(const QString &code, const QString &userName, const QString &displayName,
               const Secret &password, Told<AgentView> told);

    struct SignedIn {
        QByteArray token;
        AgentView agent;
        Instant expiresAt;
    };
    void signIn(const QByteArray &deviceToken, const QString &userName, const Secret &password,
                const QString &totp, Told<SignedIn> told);
    void signOut(const QByteArray &token, const Actor &actor, Told<Done> told);
    /// The agent's own open sessions, used last first; `token` marks the one that asks.
    void listOwnSessions(const QByteArray &token, const Actor &actor,
                         Told<QList<SessionView>> told);
    /// Everybody's. The caller has looked at the role.
    void listAllSessions(const QByteArray &token, Told<QList<SessionView>> told);
    /// Ends one of the agent's own; NotFound for everybody else's. Its console is told.
    void endOwnSession(const Actor &actor, const QString &id, Told<Done> told);
    void endOtherSessions(const QByteArray &token, const Actor &actor, Told<Done> told);
    /// Anybody's. The caller has looked at the role.
    void endAnySession(const Actor &actor, const QString &id, Told<Done> told);
    void stepUp(const QByteArray &token, const Actor &actor, const Secret &password,
                const QString &totp, Told<Instant> told);
    /// Whose token is this? NotSignedIn if nobody's, any more.
    void authenticate(const QByteArray &token, Told<Actor> told);
    /// Ends the session if it is over (idle, expired, revoked elsewhere); using nothing up. For
    /// streams, which make no requests of their own.
    void recheck(const QByteArray &tokenHash);

    struct NewUser {
        QString userName;
        QString displayName;
        RoleSet roles;
        Secret password;
    };
    void addUser(const Actor &actor, const NewUser &user, Told<AgentView> told);
    /// Ends their sessions at once.
    void setDisabled(const Actor &actor, const QString &userName, bool disabled, Told<Done> told);
    void setPassword(const Actor &actor, const QString &userName, const Secret &password,
                     Told<Done> told);
    /// Answers the base32 secret to type into an authenticator app; in force from now on.
    void enrolTotp(const Actor &actor, const QString &userName, Told<QString> told);

    /// One-time codes, given out once, stored as hashes.
    void offerCode(const Actor &actor, CodePurpose purpose, Told<QString> told);
    [[nodiscard]] Duration pairingCodeLasts() const { return m_limits.pairingCode; }
    /// Called with the token hash of every session that ended before its time, and by whom.
    void onSessionEnded(std::function<void(const QByteArray &tokenHash, SessionEnd by)> callback);

    [[nodiscard]] static QByteArray tokenHash(const QByteArray &token);

private:
    struct Live {
        SessionRecord session;
        Actor actor;
    };
    void finishSignIn(const UserRecord &asRead, const DeviceRecord &device, bool passwordRight,
                      const QString &totp, Told<SignedIn> told);
    /// Checks the second factor and notes the outcome in the user's row; nullopt = may go on.
    Stored<std::optional<ApiErrorCode>> judge(Tx &tx, UserRecord &user, bool passwordRight,
                                              const QString &totp);
    Stored<Done> audit(Tx &tx, const Actor &actor, AuditAction action, const QString &object,
                       const QString &result);
    void changeUser(const Actor &actor, const QString &userName,
                    std::function<void(UserRecord &)> change, const QString &what, Told<Done> told);
    using Chosen = std::function<bool(const SessionRecord &)>;
    void listSessions(const QByteArray &token, Chosen chosen, Told<QList<SessionView>> told);
    /// Ends those that are chosen; with `mustExist`, NotFound if there are none.
    void endSessions(const Actor &actor, Chosen chosen, bool mustExist, Told<Done> told);
    void forget(const QByteArray &tokenHash, SessionEnd by = SessionEnd::Over);
    void forgetAgent(AgentId agent);
    void touch(const SessionRecord &session);
    [[nodiscard]] bool isOver(const SessionRecord &session) const;
    [[nodiscard]] bool isLocked(const UserRecord &user) const;
    void readSession(const QByteArray &tokenHash, bool isUse, Told<Actor> told);

    Database &m_database;
    PasswordHasher &m_hasher;
    const Clock &m_clock;
    Limits m_limits;
    std::mutex m_mutex;
    QHash<QByteArray, Live> m_live; ///< by token hash; the database is the truth
    quint64 m_endings = 0;          ///< what was read before an ending may not become live after it
    std::function<void(const QByteArray &, SessionEnd)> m_onEnded;
};

} // namespace destek::daemon
