#include "daemon/service/access_service.h"

#include "core/crypto/keyed_hash.h"
#include "core/crypto/random.h"
#include "daemon/service/store_errors.h"
#include "daemon/service/totp.h"

namespace destek::daemon
{

namespace
{

constexpr int kShortestPassword = 10; // with throttling and, where enrolled, a second factor
constexpr auto kTouchEvery = std::chrono::minutes(1);

/// 256 bits, base64url.
std::optional<QByteArray> newToken()
{
    const auto bytes = crypto::randomBytes(32);
    if (!bytes)
        return std::nullopt;
    return QByteArray(reinterpret_cast<const char *>(bytes->data()), qsizetype(bytes->size()))
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// 130 bits in groups a person can read out: ABCDE-FGHIJ-…
std::optional<QString> newCode()
{
    const auto bytes = crypto::randomBytes(17);
    if (!bytes)
        return std::nullopt;
    const QString letters =
        base32(QByteArray(reinterpret_cast<const char *>(bytes->data()), 17)).left(25);
    QString code;
    for (qsizetype i = 0; i < letters.size(); ++i) {
        if (i > 0 && i % 5 == 0)
            code += u'-';
        code += letters.at(i);
    }
    return code;
}

QByteArray codeHash(const QString &code)
{
    QString plain;
    for (QChar c : code) {
        if (c.isLetterOrNumber())
            plain += c.toUpper(); // protocol word
    }
    return AccessService::tokenHash(plain.toLatin1());
}

AgentView viewOf(const UserRecord &user)
{
    return {user.id, user.userName, user.displayName, user.roles};
}

Actor actorOf(const UserRecord &user, const SessionRecord &session)
{
    Actor actor;
    actor.agent = user.id;
    actor.device = session.device;
    actor.name = user.userName;
    actor.displayName = user.displayName;
    actor.roles = user.roles;
    actor.steppedUpUntil = session.steppedUpUntil;
    return actor;
}

bool isUserName(const QString &name)
{
    if (name.isEmpty() || name.size() > 64)
        return false;
    return std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_' || c == u'@';
    });
}

} // namespace

AccessService::AccessService(Database &database, PasswordHasher &hasher, const Clock &clock,
                             Limits limits)
    : m_database(database), m_hasher(hasher), m_clock(clock), m_limits(limits)
{
}

QByteArray AccessService::tokenHash(const QByteArray &token)
{
    const crypto::Hash hash = crypto::sha256(
        {reinterpret_cast<const std::uint8_t *>(token.constData()), size_t(token.size())});
    return QByteArray(reinterpret_cast<const char *>(hash.data()), qsizetype(hash.size()));
}

void AccessService::onSessionEnded(std::function<void(const QByteArray &, SessionEnd)> callback)
{
    m_onEnded = std::move(callback);
}

Stored<Done> AccessService::audit(Tx &tx, const Actor &actor, AuditAction action,
                                  const QString &object, const QString &result)
{
    AuditDraft draft;
    draft.at = m_clock.now();
    draft.actor = actor;
    draft.action = action;
    draft.object = object;
    draft.result = result;
    if (auto appended = tx.audit().append(draft); !appended)
        return failure(appended.error());
    return done();
}

void AccessService::offerCode(const Actor &actor, CodePurpose purpose, Told<QString> told)
{
    const auto code = newCode();
    if (!code)
        return told(failure(apiError(ApiErrorCode::Internal)));
    const Instant until =
        m_clock.now() +
        (purpose == CodePurpose::Setup ? Duration(std::chrono::hours(24)) : m_limits.pairingCode);
    m_database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            if (auto added = tx.access().addCode(purpose, codeHash(*code), until); !added)
                return added;
            return audit(tx, actor, AuditAction::DevicePairingOffered, wireName(purpose), {});
        },
        [=](Stored<Done> result) {
            if (result)
                told(*code);
            else
                told(failure(apiError(result.error())));
        });
}

void AccessService::pair(const QString &code, const QString &deviceName,
                         const QByteArray &publicKey, Told<Paired> told)
{
    if (publicKey.size() != 32 || deviceName.isEmpty() || deviceName.size() > 100)
        return told(failure(apiError(ApiErrorCode::BadRequest)));
    const auto token = newToken();
    if (!token)
        return told(failure(apiError(ApiErrorCode::Internal)));
    auto paired = std::make_shared<std::optional<Paired>>();
    m_database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            paired->reset();
            const auto right =
                tx.access().useCode(CodePurpose::Pairing, codeHash(code), m_clock.now());
            if (!right)
                return failure(right.error());
            if (!*right)
                return audit(tx, Actor::system(), AuditAction::DevicePaired, {},
                             QStringLiteral("code refused"));
            DeviceRecord device;
            device.name = deviceName;
            device.tokenHash = tokenHash(*token);
            device.publicKey = publicKey;
            device.pairedAt = m_clock.now();
            device.lastSeenAt = device.pairedAt;
            const auto id = tx.access().addDevice(device);
            if (!id)
                return failure(id.error());
            *paired = Paired{*id, *token};
            return audit(tx, Actor::system(), AuditAction::DevicePaired,
                         QStringLiteral("device %1").arg(id->value), QStringLiteral("paired"));
        },
        [=](Stored<Done> result) {
            if (!result)
                told(failure(apiError(result.error())));
            else if (!*paired)
                told(failure(apiError(ApiErrorCode::CodeInvalid)));
            else
                told(**paired);
        });
}

void AccessService::setUp(const QString &code, const QString &userName, const QString &displayName,
                          const Secret &password, Told<AgentView> told)
{
    if (!isUserName(userName) || password.size() < kShortestPassword)
        return told(failure(apiError(ApiErrorCode::BadRequest)));
    m_hasher.hash(password, [=, this](std::optional<QByteArray> hash) {
        if (!hash)
            return told(failure(apiError(ApiErrorCode::Busy)));
        auto outcome = std::make_shared<Result<AgentView, ApiError>>(
            failure(apiError(ApiErrorCode::CodeInvalid)));
        m_database.write(
            Urgency::Now,
            [=, this](Tx &tx) -> Stored<Done> {
                *outcome = failure(apiError(ApiErrorCode::CodeInvalid));
                const auto users = std::as_const(tx).access().users();
                if (!users)
                    return failure(users.error());
                if (!users->isEmpty()) {
                    *outcome = failure(apiError(ApiErrorCode::AlreadySetUp));
                    return done();
                }
                const auto right =
                    tx.access().useCode(CodePurpose::Setup, codeHash(code), m_clock.now());
                if (!right)
                    return failure(right.error());
                if (!*right)
                    return audit(tx, Actor::system(), AuditAction::SetupCompleted, {},
                                 QStringLiteral("code refused"));
                UserRecord user;
                user.userName = userName;
                user.displayName = displayName;
                user.roles = {Role::Agent, Role::Supervisor, Role::PrivacyOfficer,
                              Role::Administrator};
                user.passwordHash = *hash;
                const auto id = tx.access().addUser(user);
                if (!id)
                    return failure(id.error());
                user.id = *id;
                *outcome = viewOf(user);
                return audit(tx, Actor::system(), AuditAction::SetupCompleted,
                             QStringLiteral("user ") + userName, user.roles.toString());
            },
            [=](Stored<Done> result) {
                told(result ? *outcome
                            : Result<AgentView, ApiError>(failure(apiError(result.error()))));
            });
    });
}

void AccessService::signIn(const QByteArray &deviceToken, const QString &userName,
                           const Secret &password, const QString &totp, Told<SignedIn> told)
{
    const QByteArray deviceHash = tokenHash(deviceToken);
    m_database.read([=, this](const Tx &tx) {
        const auto device = tx.access().deviceByToken(deviceHash);
        const auto user = tx.access().user(userName);
        if (!device || !user)
            return told(failure(apiError(ApiErrorCode::Internal)));
        if (!*device || (*device)->revoked)
            return told(failure(apiError(ApiErrorCode::CodeInvalid)));
        const UserRecord asRead = user->value_or(UserRecord());
        if (isLocked(asRead))
            return told(failure(apiError(ApiErrorCode::TooManyAttempts)));
        const DeviceRecord console = **device;
        m_hasher.verify(asRead.passwordHash, password, [=, this](std::optional<bool> right) {
            if (!right)
                return told(failure(apiError(ApiErrorCode::Busy)));
            finishSignIn(asRead, console, *right, totp, told);
        });
    });
}

bool AccessService::isLocked(const UserRecord &user) const
{
    if (user.failures < m_limits.freeFailures)
        return false;
    const int power = std::min(user.failures - m_limits.freeFailures + 1, 10);
    const Duration wait =
        std::min<Duration>(std::chrono::seconds(1 << power), std::chrono::minutes(15));
    return m_clock.now() < user.lastFailureAt + wait;
}

Stored<std::optional<ApiErrorCode>> AccessService::judge(Tx &tx, UserRecord &user,
                                                         bool passwordRight, const QString &totp)
{
    // Again, in the transaction: many attempts at once are no way around the wait.
    if (isLocked(user))
        return std::optional(ApiErrorCode::TooManyAttempts);
    std::optional<ApiErrorCode> refused;
    if (!passwordRight || user.disabled) {
        refused = ApiErrorCode::WrongCredentials;
    } else if (!user.totpSecret.isEmpty()) {
        const auto step = acceptTotp(user.totpSecret, totp, m_clock.now(), user.totpLastStep);
        if (step)
            user.totpLastStep = *step;
        else
            refused =
                totp.isEmpty() ? ApiErrorCode::SecondFactorNeeded : ApiErrorCode::WrongCredentials;
    }
    if (refused == ApiErrorCode::WrongCredentials) {
        user.failures += 1;
        user.lastFailureAt = m_clock.now();
    } else if (!refused) {
        user.failures = 0;
    }
    if (auto updated = tx.access().updateUser(user); !updated)
        return failure(updated.error());
    return refused;
}

void AccessService::finishSignIn(const UserRecord &asRead, const DeviceRecord &device,
                                 bool passwordRight, const QString &totp, Told<SignedIn> told)
{
    const auto token = newToken();
    if (!token)
        return told(failure(apiError(ApiErrorCode::Internal)));
    auto outcome = std::make_shared<Result<SignedIn, ApiError>>(
        failure(apiError(ApiErrorCode::WrongCredentials)));
    m_database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            *outcome = failure(apiError(ApiErrorCode::WrongCredentials));
            Actor actor;
            actor.device = device.id;
            // What was typed may be a password in the wrong field: never logged.
            actor.name = asRead.id.isValid() ? asRead.userName : QString();
            if (!asRead.id.isValid())
                return audit(tx, actor, AuditAction::SignInFailed, {},
                             QStringLiteral("unknown user"));
            auto user = std::as_const(tx).access().user(asRead.id);
            if (!user || !*user)
                return failure(user ? StoreError::NotFound : user.error());
            actor.agent = asRead.id;
            const bool stillRight = passwordRight && (*user)->passwordHash == asRead.passwordHash;
            const auto refused = judge(tx, **user, stillRight, totp);
            if (!refused)
                return failure(refused.error());
            if (*refused) {
                *outcome = failure(apiError(**refused));
                return audit(tx, actor, AuditAction::SignInFailed, {}, wireName(**refused));
            }
            SessionRecord session;
            session.tokenHash = tokenHash(*token);
            session.agent = asRead.id;
            session.device = device.id;
            session.startedAt = m_clock.now();
            session.lastUsedAt = session.startedAt;
            session.expiresAt = session.startedAt + m_limits.absolute;
            if (auto added = tx.access().addSession(session); !added)
                return added;
            DeviceRecord seen = device;
            seen.lastSeenAt = session.startedAt;
            if (auto updated = tx.access().updateDevice(seen); !updated)
                return updated;
            *outcome = SignedIn{*token, viewOf(**user), session.expiresAt};
            return audit(tx, actorOf(**user, session), AuditAction::SignedIn, {}, {});
        },
        [=](Stored<Done> result) {
            told(result ? *outcome : Result<SignedIn, ApiError>(failure(apiError(result.error()))));
        });
}

void AccessService::signOut(const QByteArray &token, const Actor &actor, Told<Done> told)
{
    const QByteArray hash = tokenHash(token);
    m_database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            if (auto ended = tx.access().endSession(hash); !ended)
                return ended;
            return audit(tx, actor, AuditAction::SignedOut, {}, {});
        },
        [=, this](Stored<Done> result) {
            forget(hash);
            told(result ? Result<Done, ApiError>(done()) : failure(apiError(result.error())));
        });
}

void AccessService::stepUp(const QByteArray &token, const Actor &actor, const Secret &password,
                           const QString &totp, Told<Instant> told)
{
    const QByteArray hash = tokenHash(token);
    m_database.read([=, this](const Tx &tx) {
        const auto user = tx.access().user(actor.agent);
        if (!user || !*user)
            return told(failure(apiError(ApiErrorCode::NotSignedIn)));
        if (isLocked(**user))
            return told(failure(apiError(ApiErrorCode::TooManyAttempts)));
        m_hasher.verify((*user)->passwordHash, password, [=, this](std::optional<bool> right) {
            if (!right)
                return told(failure(apiError(ApiErrorCode::Busy)));
            auto outcome = std::make_shared<Result<Instant, ApiError>>(
                failure(apiError(ApiErrorCode::WrongCredentials)));
            m_database.write(
                Urgency::Now,
                [=, this](Tx &inner) -> Stored<Done> {
                    auto again = std::as_const(inner).access().user(actor.agent);
                    auto session = std::as_const(inner).access().session(hash);
                    if (!again || !*again || !session || !*session) {
                        *outcome = failure(apiError(ApiErrorCode::NotSignedIn));
                        return done();
                    }
                    const auto refused = judge(inner, **again, *right, totp);
                    if (!refused)
                        return failure(refused.error());
                    if (*refused) {
                        *outcome = failure(apiError(**refused));
                        return audit(inner, actor, AuditAction::SteppedUp, {}, wireName(**refused));
                    }
                    (*session)->steppedUpUntil = m_clock.now() + kStepUpLasts;
                    *outcome = (*session)->steppedUpUntil;
                    if (auto updated = inner.access().updateSession(**session); !updated)
                        return updated;
                    return audit(inner, actor, AuditAction::SteppedUp, {}, {});
                },
                [=, this](Stored<Done> result) {
                    if (result && *outcome) {
                        const std::lock_guard lock(m_mutex);
                        if (const auto it = m_live.find(hash); it != m_live.end()) {
                            it->session.steppedUpUntil = outcome->value();
                            it->actor.steppedUpUntil = outcome->value();
                        }
                    }
                    told(result ? *outcome
                                : Result<Instant, ApiError>(failure(apiError(result.error()))));
                });
        });
    });
}

bool AccessService::isOver(const SessionRecord &session) const
{
    const Instant now = m_clock.now();
    return now >= session.expiresAt || now >= session.lastUsedAt + m_limits.idle;
}

void AccessService::authenticate(const QByteArray &token, Told<Actor> told)
{
    const QByteArray hash = tokenHash(token);
    {
        std::unique_lock lock(m_mutex);
        const auto it = m_live.find(hash);
        if (it != m_live.end()) {
            if (isOver(it->session)) {
                lock.unlock();
                forget(hash);
                return told(failure(apiError(ApiErrorCode::NotSignedIn)));
            }
            const Actor actor = it->actor;
            const bool touchNow = m_clock.now() - it->session.lastUsedAt > kTouchEvery;
            if (touchNow)
                it->session.lastUsedAt = m_clock.now();
            const SessionRecord session = it->session;
            lock.unlock();
            if (touchNow)
                touch(session);
            return told(actor);
        }
    }
    readSession(hash, true, std::move(told));
}

void AccessService::recheck(const QByteArray &tokenHash)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto it = m_live.constFind(tokenHash);
        if (it != m_live.constEnd() && !isOver(it->session))
            return;
    }
    readSession(tokenHash, false, [this, tokenHash](const Result<Actor, ApiError> &actor) {
        if (!actor && actor.error().code == ApiErrorCode::NotSignedIn)
            forget(tokenHash);
    });
}

void AccessService::readSession(const QByteArray &hash, bool isUse, Told<Actor> told)
{
    quint64 endings = 0;
    {
        const std::lock_guard lock(m_mutex);
        endings = m_endings;
    }
    m_database.read([=, this](const Tx &tx) {
        const auto session = tx.access().session(hash);
        if (!session)
            return told(failure(apiError(ApiErrorCode::Internal)));
        if (!*session || isOver(**session))
            return told(failure(apiError(ApiErrorCode::NotSignedIn)));
        const auto user = tx.access().user((*session)->agent);
        const auto device = tx.access().device((*session)->device);
        if (!user || !*user || (*user)->disabled || !device || !*device || (*device)->revoked)
            return told(failure(apiError(ApiErrorCode::NotSignedIn)));
        const Actor actor = actorOf(**user, **session);
        SessionRecord used = **session;
        if (isUse && m_clock.now() - used.lastUsedAt > kTouchEvery) {
            used.lastUsedAt = m_clock.now();
            touch(used);
        }
        {
            const std::lock_guard lock(m_mutex);
            if (endings == m_endings)
                m_live.insert(hash, Live{used, actor});
        }
        told(actor);
    });
}

void AccessService::touch(const SessionRecord &session)
{
    m_database.write(
        Urgency::Background,
        [session](Tx &tx) -> Stored<Done> {
            auto stored = std::as_const(tx).access().session(session.tokenHash);
            if (!stored || !*stored)
                return done();
            (*stored)->lastUsedAt = session.lastUsedAt;
            return tx.access().updateSession(**stored);
        },
        [](Stored<Done>) {});
}

void AccessService::forget(const QByteArray &tokenHash, SessionEnd by)
{
    {
        const std::lock_guard lock(m_mutex);
        m_live.remove(tokenHash);
        ++m_endings;
    }
    if (m_onEnded)
        m_onEnded(tokenHash, by);
}

void AccessService::forgetAgent(AgentId agent)
{
    QList<QByteArray> ended;
    {
        const std::lock_guard lock(m_mutex);
        ++m_endings;
        for (auto it = m_live.begin(); it != m_live.end();) {
            if (it->session.agent == agent) {
                ended << it.key();
                it = m_live.erase(it);
            } else {
                ++it;
            }
        }
    }
    for (const QByteArray &hash : std::as_const(ended)) {
        if (m_onEnded)
            m_onEnded(hash, SessionEnd::Administrator);
    }
}

void AccessService::addUser(const Actor &actor, const NewUser &wanted, Told<AgentView> told)
{
    if (!isUserName(wanted.userName) || wanted.password.size() < kShortestPassword ||
        wanted.roles.isEmpty())
        return told(failure(ApiError{ApiErrorCode::BadRequest, std::nullopt,
                                     QStringLiteral("user name, roles or a password of at least %1 "
                                                    "characters missing")
                                         .arg(kShortestPassword)}));
    m_hasher.hash(wanted.password, [=, this](std::optional<QByteArray> hash) {
        if (!hash)
            return told(failure(apiError(ApiErrorCode::Busy)));
        auto view = std::make_shared<AgentView>();
        m_database.write(
            Urgency::Now,
            [=, this](Tx &tx) -> Stored<Done> {
                UserRecord user;
                user.userName = wanted.userName;
                user.displayName =
                    wanted.displayName.isEmpty() ? wanted.userName : wanted.displayName;
                user.roles = wanted.roles;
                user.passwordHash = *hash;
                const auto id = tx.access().addUser(user);
                if (!id)
                    return failure(id.error());
                user.id = *id;
                *view = viewOf(user);
                return audit(tx, actor, AuditAction::UserAdded,
                             QStringLiteral("user ") + user.userName, user.roles.toString());
            },
            [=](Stored<Done> result) {
                told(result ? Result<AgentView, ApiError>(*view)
                            : failure(apiError(result.error())));
            });
    });
}

void AccessService::changeUser(const Actor &actor, const QString &userName,
                               std::function<void(UserRecord &)> change, const QString &what,
                               Told<Done> told)
{
    auto agent = std::make_shared<AgentId>();
    m_database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            auto user = std::as_const(tx).access().user(userName);
            if (!user)
                return failure(user.error());
            if (!*user)
                return failure(StoreError::NotFound);
            change(**user);
            *agent = (*user)->id;
            if (auto updated = tx.access().updateUser(**user); !updated)
                return updated;
            // Any change of a factor ends what was open under the old one.
            if (auto ended = tx.access().endSessionsOf((*user)->id); !ended)
                return ended;
            return audit(tx, actor, AuditAction::UserChanged, QStringLiteral("user ") + userName,
                         what);
        },
        [=, this](Stored<Done> result) {
            if (result)
                forgetAgent(*agent);
            told(result ? Result<Done, ApiError>(done()) : failure(apiError(result.error())));
        });
}

void AccessService::setDisabled(const Actor &actor, const QString &userName, bool disabled,
                                Told<Done> told)
{
    changeUser(
        actor, userName, [disabled](UserRecord &user) { user.disabled = disabled; },
        disabled ? QStringLiteral("disabled") : QStringLiteral("enabled"), std::move(told));
}

void AccessService::setPassword(const Actor &actor, const QString &userName, const Secret &password,
                                Told<Done> told)
{
    if (password.size() < kShortestPassword)
        return told(failure(apiError(ApiErrorCode::BadRequest)));
    m_hasher.hash(password, [=, this](std::optional<QByteArray> hash) {
        if (!hash)
            return told(failure(apiError(ApiErrorCode::Busy)));
        changeUser(
            actor, userName,
            [hash](UserRecord &user) {
                user.passwordHash = *hash;
                user.failures = 0;
            },
            QStringLiteral("password"), told);
    });
}

void AccessService::enrolTotp(const Actor &actor, const QString &userName, Told<QString> told)
{
    const auto bytes = crypto::randomBytes(20);
    if (!bytes)
        return told(failure(apiError(ApiErrorCode::Internal)));
    const Secret secret(
        QByteArray(reinterpret_cast<const char *>(bytes->data()), qsizetype(bytes->size())));
    changeUser(
        actor, userName,
        [secret](UserRecord &user) {
            user.totpSecret = secret;
            user.totpLastStep = 0;
        },
        QStringLiteral("second factor"),
        [secret, told](Result<Done, ApiError> result) {
            if (result)
                told(base32(secret.reveal()));
            else
                told(failure(result.error()));
        });
}

} // namespace destek::daemon
