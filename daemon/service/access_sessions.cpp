// Open sessions: seen and ended by their owners and by administrators.
#include "daemon/service/access_service.h"
#include "daemon/service/store_errors.h"
#include "daemon/service/thread_lines.h"

namespace destek::daemon
{

namespace
{

constexpr int kIdLength = 16; // bytes: names a session in a list, opens nothing

/// A hash of the hash: the look-up value itself stays in the daemon.
QString idOf(const SessionRecord &session)
{
    return QString::fromLatin1(
        AccessService::tokenHash("session " + session.tokenHash).left(kIdLength).toHex());
}

/// What a list of sessions says besides the sessions.
struct Names {
    QHash<DeviceId, QString> devices;
    QHash<AgentId, QString> agents;
};

Stored<Names> namesIn(const Tx &tx)
{
    const auto devices = tx.access().devices();
    const auto users = tx.access().users();
    if (!devices || !users)
        return failure(devices ? users.error() : devices.error());
    Names names;
    for (const DeviceRecord &device : *devices)
        names.devices.insert(device.id, device.name);
    for (const UserRecord &user : *users)
        names.agents.insert(user.id, shownName(user));
    return names;
}

} // namespace

void AccessService::listOwnSessions(const QByteArray &token, const Actor &actor,
                                    Told<QList<SessionView>> told)
{
    listSessions(
        token, [me = actor.agent](const SessionRecord &one) { return one.agent == me; },
        std::move(told));
}

void AccessService::listAllSessions(const QByteArray &token, Told<QList<SessionView>> told)
{
    listSessions(
        token, [](const SessionRecord &) { return true; }, std::move(told));
}

void AccessService::listSessions(const QByteArray &token, Chosen chosen,
                                 Told<QList<SessionView>> told)
{
    m_database.read([=, this, hash = tokenHash(token)](const Tx &tx) {
        const auto sessions = tx.access().sessions();
        const auto names = namesIn(tx);
        if (!sessions || !names)
            return told(failure(apiError(ApiErrorCode::Internal)));
        QList<SessionView> views;
        for (const SessionRecord &session : *sessions) {
            if (isOver(session) || !chosen(session))
                continue;
            SessionView view;
            view.id = idOf(session);
            view.agent = session.agent;
            view.agentName = names->agents.value(session.agent);
            view.device = names->devices.value(session.device);
            view.startedAt = session.startedAt;
            view.lastUsedAt = session.lastUsedAt;
            view.current = session.tokenHash == hash;
            views << view;
        }
        told(views);
    });
}

void AccessService::endOwnSession(const Actor &actor, const QString &id, Told<Done> told)
{
    endSessions(
        actor,
        [id, me = actor.agent](const SessionRecord &one) {
            return one.agent == me && idOf(one) == id;
        },
        true, std::move(told));
}

void AccessService::endOtherSessions(const QByteArray &token, const Actor &actor, Told<Done> told)
{
    endSessions(
        actor,
        [me = actor.agent, mine = tokenHash(token)](const SessionRecord &one) {
            return one.agent == me && one.tokenHash != mine;
        },
        false, std::move(told));
}

void AccessService::endAnySession(const Actor &actor, const QString &id, Told<Done> told)
{
    endSessions(
        actor, [id](const SessionRecord &one) { return idOf(one) == id; }, true, std::move(told));
}

void AccessService::endSessions(const Actor &actor, Chosen chosen, bool mustExist, Told<Done> told)
{
    auto ended = std::make_shared<QList<SessionRecord>>();
    m_database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            ended->clear();
            const auto sessions = std::as_const(tx).access().sessions();
            if (!sessions)
                return failure(sessions.error());
            for (const SessionRecord &session : *sessions) {
                if (isOver(session) || !chosen(session))
                    continue;
                if (auto gone = tx.access().endSession(session.tokenHash); !gone)
                    return gone;
                const bool own = session.agent == actor.agent;
                const auto noted = audit(tx, actor, AuditAction::SignedOut,
                                         QStringLiteral("user %1, device %2")
                                             .arg(session.agent.value)
                                             .arg(session.device.value),
                                         own ? QStringLiteral("ended elsewhere")
                                             : QStringLiteral("ended by an administrator"));
                if (!noted)
                    return noted;
                *ended << session;
            }
            return ended->isEmpty() && mustExist ? Stored<Done>(failure(StoreError::NotFound))
                                                 : Stored<Done>(done());
        },
        [=, this](Stored<Done> result) {
            if (!result)
                return told(failure(apiError(result.error())));
            for (const SessionRecord &session : std::as_const(*ended))
                forget(session.tokenHash, session.agent == actor.agent ? SessionEnd::OwnHand
                                                                       : SessionEnd::Administrator);
            told(done());
        });
}

} // namespace destek::daemon
