// Notes, fields, taking back a held message, and what follows an agent from console to console.
#include "core/policy/own_limits.h"
#include "core/wire/collaboration_json.h"
#include "core/wire/endpoints.h"
#include "daemon/http/answers.h"
#include "daemon/http/api_routes.h"
#include "daemon/service/field_service.h"
#include "daemon/service/note_service.h"
#include "daemon/service/own_service.h"
#include "daemon/service/send_service.h"
#include "daemon/service/views.h"

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

void refuse(const httpd::Responder &responder, QLatin1StringView why)
{
    answers::fail(responder, ApiError{ApiErrorCode::BadRequest, std::nullopt, why});
}

Stored<MessageView> shownNow(const Tx &tx, const MessageId &id, Instant now)
{
    const auto record = tx.messages().record(id);
    if (!record)
        return failure(record.error());
    return Views(tx, now).shown(*record);
}

} // namespace

void ApiRoutes::addOwn(QList<httpd::Route> &routes)
{
    const auto to = [this](void (ApiRoutes::*handler)(const Request &, const Responder &,
                                                      const Actor &)) {
        return [this, handler](const Request &request, const Responder &responder,
                               const Actor &actor) { (this->*handler)(request, responder, actor); };
    };
    routes << guarded("POST", wire::kNotes, to(&ApiRoutes::keepNote));
    routes << guarded("GET", wire::kDraft, to(&ApiRoutes::draft));
    routes << guarded("PUT", wire::kDraft, to(&ApiRoutes::keepDraft));
    routes << guarded("PUT", wire::kSeen, to(&ApiRoutes::markSeen));
    routes << guarded("POST", wire::kWithdraw, to(&ApiRoutes::withdraw));
    routes << guarded("PUT", wire::kFields, to(&ApiRoutes::keepField));
    routes << guarded("GET", wire::kOwn, to(&ApiRoutes::own));
}

void ApiRoutes::keepNote(const Request &request, const Responder &responder, const Actor &actor)
{
    const auto body = answers::body(request, responder);
    if (!body)
        return;
    auto note = wire::noteFromJson(*body);
    if (!note)
        return answers::fail(responder, ApiErrorCode::BadRequest);
    note->conversation = ConversationId(answers::id(request));
    if (const auto problem = problemOf(*note))
        return refuse(responder, wireName(*problem));
    struct Outcome {
        bool alreadyThere = false;
        MessageView view;
    };
    auto outcome = std::make_shared<Outcome>();
    m_s.database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            outcome->alreadyThere = std::as_const(tx).messages().record(note->id).ok();
            if (auto kept = NoteService(tx, m_s.clock).keep(actor, *note); !kept)
                return kept;
            const auto view = shownNow(tx, note->id, m_s.clock.now());
            if (!view)
                return failure(view.error());
            outcome->view = *view;
            return done();
        },
        [=](Stored<Done> result) {
            if (!result)
                return answers::fail(responder, apiError(result.error()));
            answers::json(responder, wire::toJson(outcome->view),
                          outcome->alreadyThere ? 200 : 201);
        });
}

void ApiRoutes::draft(const Request &request, const Responder &responder, const Actor &actor)
{
    const ConversationId id(answers::id(request));
    m_s.database.read([=](const Tx &tx) {
        const auto drafts = OwnService::drafts(tx, actor.agent, id);
        if (!drafts)
            return answers::fail(responder, apiError(drafts.error()));
        answers::json(responder, wire::toJson(*drafts));
    });
}

void ApiRoutes::keepDraft(const Request &request, const Responder &responder, const Actor &actor)
{
    const auto body = answers::body(request, responder);
    if (!body)
        return;
    QJsonObject named = *body;
    named.insert("conversation"_L1, answers::id(request));
    const auto draft = wire::draftFromJson(named);
    if (!draft)
        return answers::fail(responder, ApiErrorCode::BadRequest);
    if (isTooLong(*draft))
        return refuse(responder, "draft_too_long"_L1);
    const QByteArray session = AccessService::tokenHash(answers::bearer(request));
    auto left = std::make_shared<DraftsNow>();
    m_s.database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            const auto now = OwnService(tx, m_s.clock).keepDraft(actor, *draft);
            if (!now)
                return failure(now.error());
            *left = *now;
            return done();
        },
        [=, this](Stored<Done> result) {
            if (!result)
                return answers::fail(responder, apiError(result.error()));
            m_s.live.tellDrafts(actor.agent, session, *left);
            responder.respond(httpd::Reply::empty(204));
        });
}

void ApiRoutes::markSeen(const Request &request, const Responder &responder, const Actor &actor)
{
    const auto body = answers::body(request, responder);
    if (!body)
        return;
    QJsonObject named = *body;
    named.insert("conversation"_L1, answers::id(request));
    const auto mark = wire::seenMarkFromJson(named);
    if (!mark)
        return answers::fail(responder, ApiErrorCode::BadRequest);
    m_s.database.write(
        Urgency::Now,
        [=, this](Tx &tx) { return OwnService(tx, m_s.clock).markSeen(actor, *mark); },
        [=](Stored<Done> result) {
            if (!result)
                return answers::fail(responder, apiError(result.error()));
            responder.respond(httpd::Reply::empty(204));
        });
}

void ApiRoutes::withdraw(const Request &request, const Responder &responder, const Actor &actor)
{
    const MessageId id = MessageId::fromString(request.parameter(u"id"_s));
    if (!id.isValid())
        return answers::fail(responder, ApiErrorCode::BadRequest);
    struct Outcome {
        Withdrawal withdrawal = Withdrawal::OnItsWay;
        MessageView view;
    };
    auto outcome = std::make_shared<Outcome>();
    m_s.database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            const auto before = std::as_const(tx).messages().record(id);
            const auto withdrawn = SendService(tx, m_s.clock).withdraw(actor, id);
            if (!withdrawn)
                return failure(withdrawn.error());
            outcome->withdrawal = *withdrawn;
            const auto view = shownNow(tx, id, m_s.clock.now());
            if (!view)
                return failure(view.error());
            outcome->view = *view;
            outcome->view.text = before->text; // once, for whoever wants to go on writing
            return done();
        },
        [=, this](Stored<Done> result) {
            if (!result)
                return answers::fail(responder, apiError(result.error()));
            if (outcome->withdrawal == Withdrawal::NotYours)
                return answers::fail(responder, ApiErrorCode::NotPermitted);
            if (outcome->withdrawal == Withdrawal::OnItsWay)
                return answers::fail(
                    responder, ApiError{ApiErrorCode::Refused, std::nullopt, u"on_its_way"_s});
            m_s.sendSomething(); // what waited behind it may go now
            answers::json(responder, wire::toJson(outcome->view));
        });
}

void ApiRoutes::keepField(const Request &request, const Responder &responder, const Actor &actor)
{
    const auto body = answers::body(request, responder);
    if (!body)
        return;
    const auto field = wire::personFieldFromJson(*body);
    if (!field)
        return refuse(responder, wireName(FieldProblem::NameMissing));
    const ContactId id(answers::id(request));
    struct Outcome {
        std::optional<FieldProblem> problem;
        PersonView person;
    };
    auto outcome = std::make_shared<Outcome>();
    m_s.database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            const auto problem = FieldService(tx, m_s.clock).keep(actor, id, *field);
            if (!problem)
                return failure(problem.error());
            outcome->problem = *problem;
            const auto person = Views(tx, m_s.clock.now()).person(id);
            if (!person)
                return failure(person.error());
            outcome->person = *person;
            return done();
        },
        [=](Stored<Done> result) {
            if (!result)
                return answers::fail(responder, apiError(result.error()));
            if (outcome->problem)
                return refuse(responder, wireName(*outcome->problem));
            answers::json(responder, wire::toJson(outcome->person));
        });
}

void ApiRoutes::own(const Request &, const Responder &responder, const Actor &actor)
{
    m_s.database.read([=](const Tx &tx) {
        const auto own = OwnService::own(tx, actor.agent);
        if (!own)
            return answers::fail(responder, apiError(own.error()));
        answers::json(responder, wire::toJson(*own));
    });
}

} // namespace destek::daemon
