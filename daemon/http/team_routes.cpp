// What a team shares besides conversations.
#include "core/wire/collaboration_json.h"
#include "core/wire/endpoints.h"
#include "daemon/http/answers.h"
#include "daemon/http/api_routes.h"
#include "daemon/service/company_words.h"
#include "daemon/service/team_service.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

/// What the path names: 0 makes a new one, anything that is no number names nothing.
template <typename I>
std::optional<I> named(const httpd::Request &request)
{
    bool ok = false;
    const I id(request.parameter(u"id"_s).toLongLong(&ok));
    return ok && id.value >= 0 ? std::optional(id) : std::nullopt;
}

template <typename T>
void answer(const httpd::Responder &responder, const Result<T, ApiError> &kept)
{
    answers::encoded<T>(responder)(kept);
}

} // namespace

/// One change of the team's: decide, keep, encode.
template <typename T, typename Change>
void ApiRoutes::changeTeam(const Responder &responder, Change change)
{
    auto kept = std::make_shared<Result<T, ApiError>>(failure(apiError(ApiErrorCode::Internal)));
    m_s.database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            auto changed = change(tx);
            if (!changed)
                return failure(changed.error());
            *kept = std::move(*changed);
            return done();
        },
        [=](Stored<Done> result) {
            if (!result)
                return answers::fail(responder, apiError(result.error()));
            answer(responder, *kept);
        });
}

template <typename T, typename I, typename Read>
void ApiRoutes::keepInTeam(QList<httpd::Route> &routes, QLatin1StringView pattern, Read read)
{
    routes << guarded(
        "PUT", pattern,
        [this, read](const Request &request, const Responder &responder, const Actor &actor) {
            const auto body = answers::body(request, responder);
            if (!body)
                return;
            const auto id = named<I>(request);
            if (!id)
                return answers::fail(responder, ApiErrorCode::NotFound);
            std::optional<T> wanted = read(*body);
            if (!wanted)
                return answers::fail(responder, ApiErrorCode::BadRequest);
            wanted->id = *id; // the path decides
            changeTeam<T>(responder, [=, this](Tx &tx) {
                return TeamService(tx, m_s.clock).keep(actor, *wanted);
            });
        });
}

template <typename I>
void ApiRoutes::removeFromTeam(QList<httpd::Route> &routes, QLatin1StringView pattern)
{
    routes << guarded(
        "DELETE", pattern,
        [this](const Request &request, const Responder &responder, const Actor &actor) {
            const auto id = named<I>(request);
            if (!id)
                return answers::fail(responder, ApiErrorCode::NotFound);
            changeTeam<Done>(responder, [=, this](Tx &tx) {
                return TeamService(tx, m_s.clock).remove(actor, *id);
            });
        });
}

void ApiRoutes::addTeam(QList<httpd::Route> &routes)
{
    routes << guarded("GET", wire::kTeam,
                      [this](const Request &, const Responder &responder, const Actor &actor) {
                          m_s.database.read([=, this](const Tx &tx) {
                              const auto team = TeamService::view(tx, m_s.presence, actor.agent);
                              if (!team)
                                  return answers::fail(responder, apiError(team.error()));
                              answers::json(responder, wire::toJson(*team));
                          });
                      });
    keepInTeam<Label, LabelId>(routes, wire::kLabel, wire::labelFromJson);
    keepInTeam<QuickReply, QuickReplyId>(routes, wire::kQuickReply, wire::quickReplyFromJson);
    keepInTeam<SavedView, SavedViewId>(routes, wire::kSavedView, wire::savedViewFromJson);
    removeFromTeam<QuickReplyId>(routes, wire::kQuickReply);
    removeFromTeam<SavedViewId>(routes, wire::kSavedView);
    addWords(routes);
    routes << guarded(
        "PUT", wire::kAssignment,
        [this](const Request &request, const Responder &responder, const Actor &actor) {
            const auto body = answers::body(request, responder);
            if (!body)
                return;
            if (!body->value("automatic"_L1).isBool())
                return answers::fail(responder, ApiErrorCode::BadRequest);
            const AssignmentRule rule = wire::assignmentRuleFromJson(*body);
            changeTeam<AssignmentRule>(responder, [=, this](Tx &tx) {
                return TeamService(tx, m_s.clock).keep(actor, rule);
            });
            if (m_s.workMoved)
                m_s.workMoved(); // after it: one writer, in turn
        });
    addAlertContent(routes);
}

void ApiRoutes::addAlertContent(QList<httpd::Route> &routes)
{
    const auto say = [](const Responder &responder, AlertContent content) {
        answers::json(responder, {{"alertContent"_L1, QString(wireName(content))}});
    };
    routes << guarded("GET", wire::kAlertContent,
                      [this, say](const Request &, const Responder &responder, const Actor &) {
                          m_s.database.read([=](const Tx &tx) {
                              const auto content = alertContent(tx);
                              if (!content)
                                  return answers::fail(responder, apiError(content.error()));
                              say(responder, *content);
                          });
                      });
    routes << guarded(
        "PUT", wire::kAlertContent,
        [this, say](const Request &request, const Responder &responder, const Actor &actor) {
            const auto body = answers::body(request, responder);
            if (!body)
                return;
            const auto wanted =
                fromWireName<AlertContent>(body->value("alertContent"_L1).toString());
            if (!wanted)
                return answers::fail(responder, ApiErrorCode::BadRequest);
            m_s.database.write(
                Urgency::Now,
                [=, this](Tx &tx) { return TeamService(tx, m_s.clock).allow(actor, *wanted); },
                [=](Stored<Done> result) {
                    if (!result)
                        return answers::fail(responder, apiError(result.error()));
                    say(responder, *wanted);
                });
        });
}

void ApiRoutes::addWords(QList<httpd::Route> &routes)
{
    routes << guarded(
        "GET", wire::kTeamWords,
        [this](const Request &, const Responder &responder, const Actor &) {
            m_s.database.read([responder](const Tx &tx) {
                const auto words = tx.team().companyWords();
                if (!words)
                    return answers::fail(responder, apiError(words.error()));
                answers::json(responder, {{"words"_L1, QJsonArray::fromStringList(*words)}});
            });
        });
    routes << guarded(
        "PUT", wire::kTeamWords,
        [this](const Request &request, const Responder &responder, const Actor &actor) {
            const auto body = answers::body(request, responder);
            if (!body)
                return;
            const QJsonValue word = body->value("word"_L1);
            const QJsonValue known = body->value("known"_L1);
            if (!word.isString() || !known.isBool())
                return answers::fail(responder, ApiErrorCode::BadRequest);
            changeTeam<Done>(responder, [=, this, text = word.toString()](Tx &tx) {
                CompanyWords words(tx, m_s.clock);
                return known.toBool() ? words.add(actor, text) : words.remove(actor, text);
            });
        });
}

} // namespace destek::daemon
