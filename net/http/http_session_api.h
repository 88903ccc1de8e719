#pragma once

#include "net/api/secret_store.h"
#include "net/api/session_api.h"
#include "net/http/http_transport.h"
#include "net/http/pairing_offer.h"

namespace destek::net
{

/// Pairing and sign-in over HTTPS. Keeps the session token in the transport and nowhere else.
/// After pair() the store holds the device key and the device token (net/http/device_key.h).
class HttpSessionApi final : public QObject, public SessionApi
{
    Q_OBJECT
public:
    /// Both outlive it.
    HttpSessionApi(HttpTransport *transport, SecretStore *store, QObject *parent = nullptr);

    void pair(const QString &uri, const QString &deviceName, Then<Pairing> then) override;
    void setUp(const Pairing &pairing, const Secret &code, const QString &userName,
               const QString &displayName, const Secret &password, Then<AgentView> then) override;
    void signIn(const Pairing &pairing, const QString &userName, const Secret &password,
                const Secret &totp, Then<SignedIn> then) override;
    void signOut(Then<Done> then) override;
    void stepUp(const Secret &password, const Secret &totp, Then<Instant> then) override;
    void sessions(Then<QList<SessionView>> then) override;
    void endSession(const QString &id, Then<Done> then) override;
    void endOtherSessions(Then<Done> then) override;
    void everybodysSessions(Then<QList<SessionView>> then) override;
    void endAnybodysSession(const QString &id, Then<Done> then) override;

private:
    void sendCode(const PairingOffer &offer, const QSslCertificate &ca, const QString &deviceName,
                  const Then<Pairing> &then);
    void linkTo(const Pairing &pairing);

    HttpTransport *m_transport;
    SecretStore *m_store;
};

} // namespace destek::net
