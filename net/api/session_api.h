#pragma once

#include "core/base/secret.h"
#include "core/domain/agent.h"
#include "core/domain/session_view.h"
#include "net/api/reply.h"

#include <QUrl>

namespace destek::net
{

/// A daemon this console is paired with. Kept in the profile; the token in the OS keychain.
struct Pairing {
    QUrl server;          ///< https://host:port
    QString organisation; ///< shown at sign-in
    QByteArray caPem;     ///< the daemon's own CA, pinned per request
    DeviceId device;
    Secret deviceToken;
};

struct SignedIn {
    AgentView agent;
    QString organisation;
    Instant expiresAt;
};

/// Pairing, sign-in and the password asked again. Threads: GUI only.
class SessionApi
{
public:
    virtual ~SessionApi() = default;
    /// `uri` is what `destekd pair` prints: destek://host:port?ca=<sha256 of the CA's public
    /// key, hex>&code=<one-time code>. The CA is compared with the URI before the code is sent.
    virtual void pair(const QString &uri, const QString &deviceName, Then<Pairing> then) = 0;
    /// First administrator of a fresh daemon; answers CodeInvalid or AlreadySetUp otherwise.
    virtual void setUp(const Pairing &pairing, const Secret &code, const QString &userName,
                       const QString &displayName, const Secret &password,
                       Then<AgentView> then) = 0;
    virtual void signIn(const Pairing &pairing, const QString &userName, const Secret &password,
                        const Secret &totp, Then<SignedIn> then) = 0;
    virtual void signOut(Then<Done> then) = 0;
    /// Grave acts ask for the password again; answers until when that holds.
    virtual void stepUp(const Secret &password, const Secret &totp, Then<Instant> then) = 0;
    /// One's own open sessions, used last first.
    virtual void sessions(Then<QList<SessionView>> then) = 0;
    /// NotFound if it is over already, or somebody else's.
    virtual void endSession(const QString &id, Then<Done> then) = 0;
    /// All of one's own but this one.
    virtual void endOtherSessions(Then<Done> then) = 0;
    /// Everybody's, for administrators; one of them ends by its id.
    virtual void everybodysSessions(Then<QList<SessionView>> then) = 0;
    virtual void endAnybodysSession(const QString &id, Then<Done> then) = 0;
};

} // namespace destek::net
