#include "net/http/http_session_api.h"

#include "core/wire/endpoints.h"
#include "core/wire/json.h"
#include "core/wire/json_fields.h"
#include "core/wire/session_json.h"
#include "net/http/asks.h"
#include "net/http/device_key.h"
#include "net/http/paths.h"
#include "net/http/presented_ca.h"

using namespace Qt::StringLiterals;

namespace destek::net
{

namespace
{

constexpr Duration kPairingPatience = std::chrono::seconds(15);

QString textOf(const Secret &secret)
{
    return QString::fromUtf8(secret.reveal());
}

ApiError cancelled(const QString &detail)
{
    return {ApiErrorCode::Cancelled, std::nullopt, detail};
}

std::optional<Pairing> pairingFrom(const QJsonObject &json, const DaemonLink &link)
{
    Pairing pairing;
    pairing.server = link.server;
    pairing.caPem = link.ca.toPem();
    pairing.organisation = json.value("organisation"_L1).toString();
    pairing.device = DeviceId(json.value("deviceId"_L1).toInteger());
    pairing.deviceToken = Secret(json.value("deviceToken"_L1).toString().toUtf8());
    if (!pairing.device.isValid() || pairing.deviceToken.isEmpty())
        return std::nullopt;
    return pairing;
}

std::optional<QList<SessionView>> sessionsFrom(const QJsonObject &json)
{
    return wire::fields::list<SessionView>(json, "sessions"_L1, wire::sessionFromJson);
}

} // namespace

HttpSessionApi::HttpSessionApi(HttpTransport *transport, SecretStore *store, QObject *parent)
    : QObject(parent), m_transport(transport), m_store(store)
{
}

void HttpSessionApi::pair(const QString &uri, const QString &deviceName, Then<Pairing> then)
{
    const auto offer = parsePairingOffer(uri);
    if (!offer) {
        QMetaObject::invokeMethod(
            this,
            [then] {
                then(failure(ApiError{ApiErrorCode::CodeInvalid, std::nullopt, {}}));
            },
            Qt::QueuedConnection);
        return;
    }
    PresentedCa::find(offer->host, offer->port, offer->caKeyHash, kPairingPatience,
                      {this,
                       [this, offer = *offer, deviceName, then](Answer<QSslCertificate> ca) {
                           if (ca.ok())
                               sendCode(offer, *ca, deviceName, then);
                           else
                               then(failure(ca.error()));
                       }},
                      this);
}

void HttpSessionApi::sendCode(const PairingOffer &offer, const QSslCertificate &ca,
                              const QString &deviceName, const Then<Pairing> &then)
{
    const auto publicKey = makeDeviceKey(*m_store);
    if (!publicKey) {
        then(failure(cancelled(u"the device key could not be kept"_s)));
        return;
    }
    DaemonLink link;
    link.server.setScheme(u"https"_s);
    link.server.setHost(offer.host);
    link.server.setPort(offer.port);
    link.ca = ca;
    m_transport->setLink(link);
    JsonAsk ask;
    ask.verb = "POST";
    ask.path = QString(wire::kPair);
    ask.body = QJsonObject{{"code"_L1, textOf(offer.code)},
                           {"deviceName"_L1, deviceName},
                           {"publicKey"_L1, QString::fromLatin1(publicKey->toBase64())}};
    m_transport->ask(ask, [this, link, then](Answer<QJsonObject> answer) {
        if (!answer.ok()) {
            then(failure(answer.error()));
            return;
        }
        auto pairing = pairingFrom(*answer, link);
        if (!pairing)
            then(failure(HttpTransport::badAnswer()));
        else if (!m_store->write(deviceTokenSecret(), pairing->deviceToken).ok())
            then(failure(cancelled(u"the device token could not be kept"_s)));
        else
            then(*std::move(pairing));
    });
}

void HttpSessionApi::linkTo(const Pairing &pairing)
{
    m_transport->setLink({pairing.server, QSslCertificate(pairing.caPem, QSsl::Pem), {}});
}

void HttpSessionApi::setUp(const Pairing &pairing, const Secret &code, const QString &userName,
                           const QString &displayName, const Secret &password, Then<AgentView> then)
{
    linkTo(pairing);
    JsonAsk ask;
    ask.verb = "POST";
    ask.path = QString(wire::kSetup);
    ask.body = QJsonObject{{"code"_L1, textOf(code)},
                           {"userName"_L1, userName},
                           {"displayName"_L1, displayName},
                           {"password"_L1, textOf(password)}};
    m_transport->ask<AgentView>(ask, then, wire::agentFromJson);
}

void HttpSessionApi::signIn(const Pairing &pairing, const QString &userName, const Secret &password,
                            const Secret &totp, Then<SignedIn> then)
{
    linkTo(pairing);
    JsonAsk ask;
    ask.verb = "POST";
    ask.path = QString(wire::kSessions);
    ask.body = QJsonObject{{"userName"_L1, userName}, {"password"_L1, textOf(password)}};
    if (!totp.isEmpty())
        ask.body->insert("totp"_L1, textOf(totp));
    ask.headers << qMakePair(QByteArray(wire::kDeviceHeader.data(), wire::kDeviceHeader.size()),
                             pairing.deviceToken.reveal());
    m_transport->ask<SignedIn>(
        ask, then, [this](const QJsonObject &json) -> std::optional<SignedIn> {
            const auto agent = wire::agentFromJson(json.value("agent"_L1).toObject());
            const Secret token(json.value("token"_L1).toString().toUtf8());
            if (!agent || token.isEmpty())
                return std::nullopt;
            m_transport->setToken(token);
            return SignedIn{*agent, json.value("organisation"_L1).toString(),
                            wire::fields::instant(json, "expiresAt"_L1)};
        });
}

void HttpSessionApi::signOut(Then<Done> then)
{
    JsonAsk ask;
    ask.verb = "DELETE";
    ask.path = QString(wire::kCurrentSession);
    m_transport->ask<Done>(ask, then,
                           [](const QJsonObject &) { return std::optional<Done>(done()); });
    m_transport->setToken({}); // whatever the daemon says, we are nobody from here on
}

void HttpSessionApi::stepUp(const Secret &password, const Secret &totp, Then<Instant> then)
{
    JsonAsk ask;
    ask.verb = "POST";
    ask.path = QString(wire::kStepUp);
    ask.body = QJsonObject{{"password"_L1, textOf(password)}};
    if (!totp.isEmpty())
        ask.body->insert("totp"_L1, textOf(totp));
    m_transport->ask<Instant>(ask, then, [](const QJsonObject &json) {
        return wire::fields::maybeInstant(json, "until"_L1);
    });
}

void HttpSessionApi::sessions(Then<QList<SessionView>> then)
{
    m_transport->ask<QList<SessionView>>(get(QString(wire::kSessions)), then, sessionsFrom);
}

void HttpSessionApi::endSession(const QString &id, Then<Done> then)
{
    m_transport->ask<Done>(remove(pathFor(wire::kSession, id)), then, nothing);
}

void HttpSessionApi::endOtherSessions(Then<Done> then)
{
    m_transport->ask<Done>(remove(QString(wire::kOtherSessions)), then, nothing);
}

void HttpSessionApi::everybodysSessions(Then<QList<SessionView>> then)
{
    m_transport->ask<QList<SessionView>>(get(QString(wire::kTeamSessions)), then, sessionsFrom);
}

void HttpSessionApi::endAnybodysSession(const QString &id, Then<Done> then)
{
    m_transport->ask<Done>(remove(pathFor(wire::kTeamSession, id)), then, nothing);
}

} // namespace destek::net
