// Who is signed in where.
#include "core/wire/endpoints.h"
#include "core/wire/session_json.h"
#include "daemon/http/answers.h"
#include "daemon/http/api_routes.h"

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

Told<QList<SessionView>> answerList(const httpd::Responder &responder)
{
    return [responder](Result<QList<SessionView>, ApiError> sessions) {
        if (!sessions)
            return answers::fail(responder, sessions.error());
        QJsonArray list;
        for (const SessionView &session : *sessions)
            list << wire::toJson(session);
        answers::json(responder, {{"sessions"_L1, list}});
    };
}

} // namespace

void ApiRoutes::addSessions(QList<httpd::Route> &routes)
{
    routes << guarded(
        "GET", wire::kSessions,
        [this](const Request &request, const Responder &responder, const Actor &actor) {
            m_s.access.listOwnSessions(answers::bearer(request), actor, answerList(responder));
        });
    routes << guarded(
        "DELETE", wire::kSession,
        [this](const Request &request, const Responder &responder, const Actor &actor) {
            m_s.access.endOwnSession(actor, request.parameter(u"id"_s),
                                     answers::encoded<Done>(responder));
        });
    routes << guarded(
        "DELETE", wire::kOtherSessions,
        [this](const Request &request, const Responder &responder, const Actor &actor) {
            m_s.access.endOtherSessions(answers::bearer(request), actor,
                                        answers::encoded<Done>(responder));
        });
    routes << guarded("GET", wire::kTeamSessions,
                      [this](const Request &request, const Responder &responder, const Actor &) {
                          m_s.access.listAllSessions(answers::bearer(request),
                                                     answerList(responder));
                      });
    routes << guarded(
        "DELETE", wire::kTeamSession,
        [this](const Request &request, const Responder &responder, const Actor &actor) {
            m_s.access.endAnySession(actor, request.parameter(u"id"_s),
                                     answers::encoded<Done>(responder));
        });
}

} // namespace destek::daemon
