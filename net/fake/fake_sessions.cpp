// Who is signed in where, in memory.
#include "core/policy/permissions.h"
#include "net/fake/fake_server.h"

namespace destek::net
{

void FakeServer::sessions(Then<QList<SessionView>> then)
{
    answer<QList<SessionView>>(FakeCall::Sessions, then, [this]() -> Answer<QList<SessionView>> {
        QList<SessionView> own = m_sessions;
        own.removeIf([this](const SessionView &one) { return one.agent != m_agent.id; });
        return own;
    });
}

void FakeServer::endSession(const QString &id, Then<Done> then)
{
    answer<Done>(FakeCall::EndSession, then, [=, this]() -> Answer<Done> {
        const auto gone = m_sessions.removeIf(
            [&](const SessionView &one) { return one.id == id && one.agent == m_agent.id; });
        if (gone == 0)
            return failure(ApiError{ApiErrorCode::NotFound, std::nullopt, {}});
        return done();
    });
}

void FakeServer::endOtherSessions(Then<Done> then)
{
    answer<Done>(FakeCall::EndSession, then, [this]() -> Answer<Done> {
        m_sessions.removeIf(
            [this](const SessionView &one) { return one.agent == m_agent.id && !one.current; });
        return done();
    });
}

void FakeServer::everybodysSessions(Then<QList<SessionView>> then)
{
    answer<QList<SessionView>>(FakeCall::Sessions, then, [this]() -> Answer<QList<SessionView>> {
        if (!may(m_agent.roles, Permission::ManageUsers))
            return failure(ApiError{ApiErrorCode::NotPermitted, std::nullopt, {}});
        return m_sessions;
    });
}

void FakeServer::endAnybodysSession(const QString &id, Then<Done> then)
{
    answer<Done>(FakeCall::EndSession, then, [=, this]() -> Answer<Done> {
        if (!may(m_agent.roles, Permission::ManageUsers))
            return failure(ApiError{ApiErrorCode::NotPermitted, std::nullopt, {}});
        const auto gone = m_sessions.removeIf([&](const SessionView &one) { return one.id == id; });
        if (gone == 0)
            return failure(ApiError{ApiErrorCode::NotFound, std::nullopt, {}});
        return done();
    });
}

} // namespace destek::net
