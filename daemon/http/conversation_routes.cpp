#include "core/policy/own_limits.h"
#include "core/text/fold.h"
#include "core/wire/endpoints.h"
#include "core/wire/outbound_json.h"
#include "daemon/http/answers.h"
#include "daemon/http/api_routes.h"
#include "daemon/service/message_now.h"
#include "daemon/service/send_service.h"
#include "daemon/service/views.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

std::optional<ThreadPlace> placeOf(const std::optional<QString> &text)
{
    if (!text)
        return std::nullopt;
    const QStringList parts = text->split(u':');
    if (parts.size() != 2)
        return std::nullopt;
    return ThreadPlace{Instant::fromMs(parts.at(0).toLongLong()), parts.at(1).toLongLong()};
}

/// nullopt: a word that nobody has agreed on.
std::optional<SearchFilter> searchFilterOf(const httpd::Request &request)
{
    const auto moment = [&](QStringView key) -> std::optional<Instant> {
        const auto text = request.queryValue(key);
        return text ? std::optional(Instant::fromMs(text->toLongLong())) : std::nullopt;
    };
    SearchFilter filter;
    filter.conversation =
        ConversationId(request.queryValue(u"conversation").value_or(QString()).toLongLong());
    filter.since = moment(u"since");
    filter.until = moment(u"until");
    filter.filesOnly = request.queryValue(u"files") == u"1"_s;
    if (const auto whose = request.queryValue(u"whose")) {
        const auto known = fromWireName<SearchFilter::Whose>(*whose);
        if (!known)
            return std::nullopt;
        filter.whose = *known;
    }
    return filter;
}

constexpr int kMostPeople = 20;

/// Rows of the inbox, of people whose name, number, username or fields were typed.
Stored<QJsonArray> peopleNamed(const Tx &tx, const QString &typed, Instant now)
{
    const auto found = tx.search().findPeople(typed, kMostPeople);
    if (!found)
        return failure(found.error());
    QJsonArray people;
    const Views views(tx, now);
    for (const ConversationId id : *found) {
        if (const auto summary = views.summary(id))
            people << wire::toJson(*summary);
    }
    return people;
}

/// {text} or {template:{name,language,variables[]}}: consoles from before there was `content`.
std::optional<OutboundContent> olderContent(const QJsonObject &json)
{
    OutboundContent content;
    content.text = json.value("text"_L1).toString();
    const QJsonObject chosen = json.value("template"_L1).toObject();
    content.templateName = chosen.value("name"_L1).toString();
    if (content.templateName.isEmpty())
        return content;
    if (!content.text.isEmpty())
        return std::nullopt;
    content.kind = MessageKind::Template;
    content.templateLanguage = chosen.value("language"_L1).toString();
    const QJsonArray variables = chosen.value("variables"_L1).toArray();
    for (const QJsonValue &variable : variables)
        content.values.body << variable.toString();
    return content;
}

std::optional<SendCommand> commandOf(const QJsonObject &json, ConversationId conversation)
{
    SendCommand command;
    command.id = MessageId::fromString(json.value("id"_L1).toString());
    command.conversation = conversation;
    const auto purpose = fromWireName<MessageClass>(json.value("purpose"_L1).toString());
    if (!command.id.isValid() || !purpose)
        return std::nullopt; // a message without a class is not sent
    command.purpose = *purpose;
    const auto content = json.contains("content"_L1)
                             ? wire::outboundFromJson(json.value("content"_L1).toObject())
                             : olderContent(json);
    if (!content)
        return std::nullopt;
    command.content = *content;
    return command;
}

/// nullopt: something else was asked for. Then nothing is sent: at once would be too soon.
std::optional<Duration> holdOf(const QJsonObject &json)
{
    const QJsonValue hold = json.value("holdMs"_L1);
    if (hold.isUndefined())
        return Duration(0);
    const double ms = hold.toDouble(-1);
    if (!(ms >= 0 && ms <= double(kHoldAtMost.count())))
        return std::nullopt;
    return Duration(qint64(ms));
}

} // namespace

void ApiRoutes::addConversations(QList<httpd::Route> &routes)
{
    routes << guarded(
        "GET", wire::kInbox,
        [this](const Request &request, const Responder &responder, const Actor &actor) {
            const QString cursor = request.queryValue(u"before").value_or(QString());
            const int limit = answers::limit(request, 200, 1000);
            m_s.readAudit.note(
                actor, AuditAction::InboxRead, ContactId(), {}, [=, this](bool noted) {
                    if (!noted)
                        return answers::fail(responder, ApiErrorCode::Busy);
                    m_s.database.read([=, this](const Tx &tx) {
                        const auto page = Views(tx, m_s.clock.now()).inbox(cursor, limit);
                        if (!page)
                            return answers::fail(responder, apiError(page.error()));
                        answers::json(responder, wire::toJson(*page));
                    });
                });
        });
    routes << guarded(
        "GET", wire::kConversation,
        [this](const Request &request, const Responder &responder, const Actor &actor) {
            const ConversationId id(answers::id(request));
            m_s.readAudit.note(actor, AuditAction::InboxRead, ContactId(), {},
                               [=, this](bool noted) {
                                   if (!noted)
                                       return answers::fail(responder, ApiErrorCode::Busy);
                                   m_s.database.read([=, this](const Tx &tx) {
                                       const auto row = Views(tx, m_s.clock.now()).summary(id);
                                       if (!row)
                                           return answers::fail(responder, apiError(row.error()));
                                       answers::json(responder, wire::toJson(*row));
                                   });
                               });
        });
    routes << guarded("GET", wire::kMessages,
                      [this](const Request &request, const Responder &responder,
                             const Actor &actor) { thread(request, responder, actor); });
    routes << guarded("GET", wire::kHistory,
                      [this](const Request &request, const Responder &responder,
                             const Actor &actor) { history(request, responder, actor); });
    routes << guarded("POST", wire::kMessages,
                      [this](const Request &request, const Responder &responder,
                             const Actor &actor) { sendMessage(request, responder, actor); });
    routes << guarded("POST", wire::kDecision,
                      [this](const Request &request, const Responder &responder,
                             const Actor &actor) { decide(request, responder, actor); });
    routes << guarded("GET", wire::kSearch,
                      [this](const Request &request, const Responder &responder,
                             const Actor &actor) { search(request, responder, actor); });
}

void ApiRoutes::thread(const Request &request, const Responder &responder, const Actor &actor)
{
    const ConversationId id(answers::id(request));
    const auto before = placeOf(request.queryValue(u"before"));
    const auto after = placeOf(request.queryValue(u"after"));
    const int limit = answers::limit(request, 50, 200);
    m_s.database.read([=, this](const Tx &tx) {
        const auto conversation = tx.conversations().record(id);
        if (!conversation)
            return answers::fail(responder, apiError(conversation.error()));
        m_s.readAudit.note(
            actor, AuditAction::ThreadRead, conversation->contact,
            u"conversation %1"_s.arg(id.value), [=, this](bool noted) {
                if (!noted)
                    return answers::fail(responder, ApiErrorCode::Busy);
                m_s.database.read([=, this](const Tx &reading) {
                    const auto page =
                        Views(reading, m_s.clock.now()).thread(id, before, after, limit);
                    if (!page)
                        return answers::fail(responder, apiError(page.error()));
                    answers::json(responder, wire::toJson(*page));
                });
            });
    });
}

void ApiRoutes::history(const Request &request, const Responder &responder, const Actor &actor)
{
    const MessageId id = MessageId::fromString(request.parameter(u"id"_s));
    m_s.database.read([=, this](const Tx &tx) {
        const auto message = tx.messages().record(id);
        if (!message)
            return answers::fail(responder, apiError(message.error()));
        m_s.readAudit.note(actor, AuditAction::MessageHistoryRead, message->contact,
                           u"message "_s + id.toString(), [=, this](bool noted) {
                               if (!noted)
                                   return answers::fail(responder, ApiErrorCode::Busy);
                               m_s.database.read([=](const Tx &reading) {
                                   const auto record = reading.messages().record(id);
                                   if (!record)
                                       return answers::fail(responder, apiError(record.error()));
                                   const auto found = historyOf(reading, *record);
                                   if (!found)
                                       return answers::fail(responder, apiError(found.error()));
                                   answers::json(responder, wire::toJson(*found));
                               });
                           });
    });
}

void ApiRoutes::sendMessage(const Request &request, const Responder &responder, const Actor &actor)
{
    const auto body = answers::body(request, responder);
    if (!body)
        return;
    auto command = commandOf(*body, ConversationId(answers::id(request)));
    if (!command)
        return answers::fail(responder, ApiErrorCode::BadRequest);
    const auto hold = holdOf(*body);
    if (!hold)
        return answers::fail(
            responder, ApiError{ApiErrorCode::BadRequest, std::nullopt, u"hold_not_allowed"_s});
    command->hold = *hold;
    struct Outcome {
        QueuedMessage queued;
        MessageView view;
    };
    auto outcome = std::make_shared<Outcome>();
    m_s.database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            auto queued = SendService(tx, m_s.clock).queue(actor, *command);
            if (!queued)
                return failure(queued.error());
            outcome->queued = *queued;
            if (queued->refusal)
                return done();
            const auto message = std::as_const(tx).messages().record(command->id);
            if (!message)
                return failure(message.error());
            if (message->conversation != command->conversation)
                return failure(StoreError::Conflict);
            const auto view = Views(tx, m_s.clock.now()).shown(*message);
            if (!view)
                return failure(view.error());
            outcome->view = *view;
            return done();
        },
        [=, this](Stored<Done> result) {
            if (!result)
                return answers::fail(responder, apiError(result.error()));
            if (outcome->queued.refusal)
                return answers::fail(responder,
                                     ApiError{ApiErrorCode::Refused, outcome->queued.refusal,
                                              outcome->queued.problem
                                                  ? QString(wireName(*outcome->queued.problem))
                                                  : QString()});
            if (!outcome->queued.alreadyThere)
                m_s.sendSomething();
            if (outcome->queued.drafts) // this console too: it may have been offline meanwhile
                m_s.live.tellDrafts(actor.agent, {}, *outcome->queued.drafts);
            answers::json(responder, wire::toJson(outcome->view),
                          outcome->queued.alreadyThere ? 200 : 202);
        });
}

void ApiRoutes::decide(const Request &request, const Responder &responder, const Actor &actor)
{
    const auto body = answers::body(request, responder);
    if (!body)
        return;
    const QString decision = body->value("decision"_L1).toString();
    const MessageId id = MessageId::fromString(request.parameter(u"id"_s));
    if (!id.isValid() || (decision != "resend"_L1 && decision != "abandon"_L1))
        return answers::fail(responder, ApiErrorCode::BadRequest);
    auto outcome = std::make_shared<answers::Decided<MessageView>>();
    m_s.database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            const auto refused =
                SendService(tx, m_s.clock).decide(actor, id, decision == "resend"_L1);
            if (!refused)
                return failure(refused.error());
            outcome->refusal = *refused;
            const auto message = std::as_const(tx).messages().record(id);
            if (!message)
                return failure(message.error());
            const auto view = Views(tx, m_s.clock.now()).shown(*message);
            if (!view)
                return failure(view.error());
            outcome->view = *view;
            return done();
        },
        answers::decided(responder, outcome, m_s.sendSomething));
}

void ApiRoutes::search(const Request &request, const Responder &responder, const Actor &actor)
{
    const QString typed = request.queryValue(u"q").value_or(QString()).left(200);
    const QStringList words = text::words(text::matchFold(typed));
    const int limit = answers::limit(request, 50, 200);
    const auto filter = searchFilterOf(request);
    if (!filter)
        return answers::fail(responder, ApiErrorCode::BadRequest);
    // What was looked for is not logged: it may be content.
    m_s.readAudit.note(actor, AuditAction::SearchRun, ContactId(), {}, [=, this](bool noted) {
        if (!noted)
            return answers::fail(responder, ApiErrorCode::Busy);
        m_s.database.read([=, this](const Tx &tx) {
            QJsonArray hits;
            const auto found = tx.search().find(words, limit, *filter);
            if (!found)
                return answers::fail(responder, apiError(found.error()));
            const Views views(tx, m_s.clock.now());
            for (const MessageId &id : *found) {
                const auto message = tx.messages().record(id);
                if (!message)
                    continue;
                const auto summary = views.summary(message->conversation);
                const auto shown = views.shown(*message);
                // What was taken back is not found by its words either.
                if (summary && shown && !shown->content.revoked)
                    hits << QJsonObject{{"message"_L1, wire::toJson(*shown)},
                                        {"conversation"_L1, wire::toJson(*summary)}};
            }
            // A narrowed search is about messages.
            const auto people = *filter == SearchFilter() ? peopleNamed(tx, typed, m_s.clock.now())
                                                          : Stored<QJsonArray>(QJsonArray());
            if (!people)
                return answers::fail(responder, apiError(people.error()));
            answers::json(responder, {{"hits"_L1, hits}, {"people"_L1, *people}});
        });
    });
}

} // namespace destek::daemon
