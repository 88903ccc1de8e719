#include "core/wire/endpoints.h"
#include "daemon/http/answers.h"
#include "daemon/http/api_routes.h"

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

Secret secretOf(const QJsonObject &json, QLatin1StringView key)
{
    return Secret(json.value(key).toString().toUtf8());
}

} // namespace

void ApiRoutes::addAccess(QList<httpd::Route> &routes)
{
    routes << open("POST", wire::kPair, [this](Request request, Responder responder) {
        const auto body = answers::body(request, responder);
        if (!body)
            return;
        m_s.access.pair(body->value("code"_L1).toString(), body->value("deviceName"_L1).toString(),
                        QByteArray::fromBase64(body->value("publicKey"_L1).toString().toLatin1()),
                        [this, responder](Result<AccessService::Paired, ApiError> paired) {
                            if (!paired)
                                return answers::fail(responder, paired.error());
                            answers::json(responder,
                                          {{"deviceId"_L1, paired->device.value},
                                           {"deviceToken"_L1, QString::fromLatin1(paired->token)},
                                           {"organisation"_L1, m_s.organisation}});
                        });
    });
    routes << open("POST", wire::kSetup, [this](Request request, Responder responder) {
        const auto body = answers::body(request, responder);
        if (!body)
            return;
        m_s.access.setUp(body->value("code"_L1).toString(), body->value("userName"_L1).toString(),
                         body->value("displayName"_L1).toString(), secretOf(*body, "password"_L1),
                         answers::encoded<AgentView>(responder));
    });
    routes << open("POST", wire::kSessions, [this](Request request, Responder responder) {
        const auto body = answers::body(request, responder);
        if (!body)
            return;
        m_s.access.signIn(request.header("X-Destek-Device"), body->value("userName"_L1).toString(),
                          secretOf(*body, "password"_L1), body->value("totp"_L1).toString(),
                          [this, responder](Result<AccessService::SignedIn, ApiError> signedIn) {
                              if (!signedIn)
                                  return answers::fail(responder, signedIn.error());
                              answers::json(responder,
                                            {{"token"_L1, QString::fromLatin1(signedIn->token)},
                                             {"agent"_L1, wire::toJson(signedIn->agent)},
                                             {"expiresAt"_L1, signedIn->expiresAt.ms},
                                             {"organisation"_L1, m_s.organisation}});
                          });
    });
    routes << guarded(
        "DELETE", wire::kCurrentSession,
        [this](const Request &request, const Responder &responder, const Actor &actor) {
            m_s.access.signOut(answers::bearer(request), actor, answers::encoded<Done>(responder));
        });
    routes << guarded(
        "POST", wire::kStepUp,
        [this](const Request &request, const Responder &responder, const Actor &actor) {
            const auto body = answers::body(request, responder);
            if (!body)
                return;
            m_s.access.stepUp(answers::bearer(request), actor, secretOf(*body, "password"_L1),
                              body->value("totp"_L1).toString(),
                              [responder](Result<Instant, ApiError> until) {
                                  if (!until)
                                      return answers::fail(responder, until.error());
                                  answers::json(responder, {{"until"_L1, until->ms}});
                              });
        });
}

} // namespace destek::daemon
