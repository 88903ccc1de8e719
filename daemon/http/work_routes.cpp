// Sharing conversations: acts, presence, who looks where.
#include "core/policy/own_limits.h"
#include "core/wire/collaboration_json.h"
#include "core/wire/endpoints.h"
#include "daemon/http/answers.h"
#include "daemon/http/api_routes.h"
#include "daemon/service/presence_board.h"
#include "daemon/service/views.h"
#include "daemon/service/work_service.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

/// Each once, in the order they were named; nullopt: none, or more than may be.
std::optional<QList<ConversationId>> conversationsOf(const QJsonObject &body)
{
    const QJsonArray list = body.value("conversations"_L1).toArray();
    if (list.isEmpty() || list.size() > kActsAtMost)
        return std::nullopt;
    QList<ConversationId> ids;
    for (const QJsonValue &value : list) {
        const ConversationId id(value.toInteger());
        if (!id.isValid())
            return std::nullopt;
        if (!ids.contains(id))
            ids << id;
    }
    return ids;
}

std::optional<WorkAct> actOf(const QJsonObject &body)
{
    auto act = wire::workActFromJson(body.value("act"_L1).toObject());
    if (!act)
        return std::nullopt;
    act->note = act->note.trimmed();
    const bool wrong = act->note.size() > kNoteLimit ||
                       (!act->note.isEmpty() && act->kind != WorkAct::Kind::Assign);
    return wrong ? std::nullopt : act;
}

void answerOutcomes(const Tx &tx, Instant now, QList<WorkOutcome> outcomes,
                    const httpd::Responder &responder)
{
    const Views views(tx, now);
    QJsonArray list;
    for (WorkOutcome &outcome : outcomes) {
        if (auto summary = views.summary(outcome.conversation))
            outcome.summary = std::move(*summary);
        list << wire::toJson(outcome);
    }
    answers::json(responder, {{"outcomes"_L1, list}});
}

} // namespace

void ApiRoutes::addWork(QList<httpd::Route> &routes)
{
    routes << guarded("POST", wire::kWork,
                      [this](const Request &request, const Responder &responder,
                             const Actor &actor) { work(request, responder, actor); });
    routes << guarded("PUT", wire::kOwnPresence,
                      [this](const Request &request, const Responder &responder,
                             const Actor &actor) { setPresence(request, responder, actor); });
    routes << guarded("POST", wire::kAttendance,
                      [this](const Request &request, const Responder &responder,
                             const Actor &actor) { attend(request, responder, actor); });
}

void ApiRoutes::work(const Request &request, const Responder &responder, const Actor &actor)
{
    const auto body = answers::body(request, responder);
    if (!body)
        return;
    const auto conversations = conversationsOf(*body);
    const auto act = actOf(*body);
    if (!conversations || !act)
        return answers::fail(responder, ApiErrorCode::BadRequest);
    auto outcomes = std::make_shared<QList<WorkOutcome>>();
    m_s.database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            const auto answer = WorkService(tx, m_s.clock).act(actor, *conversations, *act);
            if (!answer)
                return failure(answer.error());
            *outcomes = *answer;
            return done();
        },
        [=, this](Stored<Done> result) {
            if (!result)
                return answers::fail(responder, apiError(result.error()));
            const bool moves =
                act->kind == WorkAct::Kind::Snooze || act->kind == WorkAct::Kind::Resolve;
            if (moves && m_s.workMoved)
                m_s.workMoved();
            // Two hundred rows are read beside the writer, not by it.
            m_s.database.read([=, this](const Tx &tx) {
                answerOutcomes(tx, m_s.clock.now(), *outcomes, responder);
            });
        });
}

void ApiRoutes::setPresence(const Request &request, const Responder &responder, const Actor &actor)
{
    const auto body = answers::body(request, responder);
    if (!body)
        return;
    const QJsonValue locked = body->value("locked"_L1);
    const auto presence = fromWireName<Presence>(body->value("presence"_L1).toString());
    const bool saysPresence = body->contains("presence"_L1);
    const bool wrong =
        saysPresence ? !presence || *presence == Presence::Offline : !locked.isBool();
    if (wrong || !(locked.isUndefined() || locked.isBool()))
        return answers::fail(responder, ApiErrorCode::BadRequest);
    if (presence)
        m_s.presence.setPresence(actor.agent, *presence);
    if (locked.isBool())
        m_s.presence.setLocked(actor.agent, AccessService::tokenHash(answers::bearer(request)),
                               locked.toBool());
    responder.respond(httpd::Reply::empty(204));
}

/// Nothing is audited: reading was, and who looks where is not kept.
void ApiRoutes::attend(const Request &request, const Responder &responder, const Actor &actor)
{
    const auto body = answers::body(request, responder);
    if (!body)
        return;
    if (!body->value("conversation"_L1).isDouble())
        return answers::fail(responder, ApiErrorCode::BadRequest);
    const ConversationId id(body->value("conversation"_L1).toInteger());
    const bool typing = body->value("typing"_L1).toBool();
    if (!id.isValid()) {
        m_s.presence.attend(actor.agent, actor.device, id, false, std::nullopt);
        return responder.respond(httpd::Reply::empty(204));
    }
    auto held = std::make_shared<std::optional<Instant>>();
    m_s.database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            const auto renewed = WorkService(tx, m_s.clock).renew(actor, id);
            if (!renewed)
                return failure(renewed.error());
            *held = *renewed;
            return done();
        },
        [=, this](Stored<Done> result) {
            if (!result)
                return answers::fail(responder, apiError(result.error()));
            m_s.presence.attend(actor.agent, actor.device, id, typing, *held);
            responder.respond(httpd::Reply::empty(204));
        });
}

} // namespace destek::daemon
