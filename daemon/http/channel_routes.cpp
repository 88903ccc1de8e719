#include "core/wire/endpoints.h"
#include "daemon/http/answers.h"
#include "daemon/http/api_routes.h"
#include "daemon/service/channel_book.h"
#include "daemon/service/consent_service.h"
#include "daemon/service/template_book.h"
#include "daemon/service/thread_lines.h"
#include "daemon/service/views.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

constexpr int kNoteLimit = 500;

/// The newest message of theirs, with Meta's id of it.
Stored<QString> newestInbound(const Tx &tx, ConversationId id)
{
    const auto page = tx.messages().before(id, std::nullopt, 50);
    if (!page)
        return failure(page.error());
    for (auto it = page->crbegin(); it != page->crend(); ++it) {
        if (it->direction == Direction::Inbound && !it->wamid.isEmpty())
            return it->wamid;
    }
    return QString();
}

std::optional<ConsentSource> recordedSource(const QString &word)
{
    const auto source = fromWireName<ConsentSource>(word);
    const bool allowed = source == ConsentSource::Email || source == ConsentSource::Call ||
                         source == ConsentSource::AgentRecord;
    return allowed ? source : std::nullopt;
}

} // namespace

void ApiRoutes::addChannel(QList<httpd::Route> &routes)
{
    const auto route = [&](const char *method, QLatin1StringView pattern, auto handler) {
        routes << guarded(
            method, pattern,
            [this, handler](const Request &request, const Responder &responder,
                            const Actor &actor) { (this->*handler)(request, responder, actor); });
    };
    route("POST", wire::kMarkRead, &ApiRoutes::markRead);
    route("POST", wire::kStanding, &ApiRoutes::recordStanding);
    route("POST", wire::kTemplateThaw, &ApiRoutes::thaw);
    route("POST", wire::kAlert, &ApiRoutes::acknowledge);
    routes << guarded("GET", wire::kTemplates,
                      [this](const Request &, const Responder &responder, const Actor &) {
                          answerTemplates(responder);
                      });
    routes << guarded("GET", wire::kChannel,
                      [this](const Request &, const Responder &responder, const Actor &) {
                          answerChannel(responder);
                      });
    routes << guarded("POST", wire::kTemplateRefresh,
                      [this](const Request &, const Responder &responder, const Actor &) {
                          if (!m_s.refreshTemplates)
                              return answers::fail(responder, ApiErrorCode::Internal);
                          m_s.refreshTemplates([=, this](bool fetched) {
                              if (!fetched)
                                  return answers::fail(responder,
                                                       ApiErrorCode::Busy); // at WhatsApp
                              answerTemplates(responder);
                          });
                      });
}

void ApiRoutes::answerTemplates(const Responder &responder)
{
    m_s.database.read([responder](const Tx &tx) {
        const auto all = TemplateBook::list(tx);
        if (!all)
            return answers::fail(responder, apiError(all.error()));
        QJsonArray list;
        for (const TemplateView &view : *all)
            list << wire::toJson(view);
        answers::json(responder, {{"templates"_L1, list}});
    });
}

void ApiRoutes::answerChannel(const Responder &responder)
{
    m_s.database.read([=, this](const Tx &tx) {
        const auto view = ChannelBook::view(tx, m_s.clock.now());
        if (!view)
            return answers::fail(responder, apiError(view.error()));
        answers::json(responder, wire::toJson(*view));
    });
}

/// Nobody waits for it, and nothing depends on it.
void ApiRoutes::markRead(const Request &request, const Responder &responder, const Actor &actor)
{
    const auto body = answers::body(request, responder);
    if (!body)
        return;
    const ConversationId id(answers::id(request));
    const bool typing = body->value("typing"_L1).toBool();
    m_s.database.read([=, this](const Tx &tx) {
        const auto conversation = tx.conversations().record(id);
        if (!conversation)
            return answers::fail(responder, apiError(conversation.error()));
        const auto wamid = newestInbound(tx, id);
        if (m_s.markRead && wamid && !wamid->isEmpty()) {
            m_s.markRead(conversation->phoneNumberId, *wamid, typing);
            if (!typing)
                m_s.readAudit.note(actor, AuditAction::MarkedRead, conversation->contact,
                                   u"conversation %1"_s.arg(id.value), [](bool) {});
        }
        responder.respond(httpd::Reply::empty(204));
    });
}

void ApiRoutes::recordStanding(const Request &request, const Responder &responder,
                               const Actor &actor)
{
    const auto body = answers::body(request, responder);
    if (!body)
        return;
    const ContactId id(answers::id(request));
    const auto standing = fromWireName<Standing>(body->value("standing"_L1).toString());
    const auto source = recordedSource(body->value("source"_L1).toString());
    const QString note = body->value("note"_L1).toString().trimmed().left(kNoteLimit);
    if (!standing || !source || note.isEmpty())
        return answers::fail(responder, ApiErrorCode::BadRequest);
    auto outcome = std::make_shared<answers::Decided<PersonView>>();
    m_s.database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            ConsentService::Change change;
            change.contact = id;
            change.standing = *standing;
            change.source = *source;
            change.word = note;
            change.at = m_s.clock.now();
            change.actor = actor;
            change.recordedBy = shownName(actor);
            if (*standing == Standing::OptedOut)
                change.confirmation = m_s.optOutConfirmation;
            const auto refused = ConsentService(tx, m_s.clock).record(change);
            if (!refused)
                return failure(refused.error());
            outcome->refusal = *refused;
            const auto person = Views(tx, m_s.clock.now()).person(id);
            if (!person)
                return failure(person.error());
            outcome->view = *person;
            return done();
        },
        answers::decided(responder, outcome, m_s.sendSomething));
}

void ApiRoutes::thaw(const Request &request, const Responder &responder, const Actor &actor)
{
    const auto body = answers::body(request, responder);
    if (!body)
        return;
    const QString name = body->value("name"_L1).toString();
    const QString language = body->value("language"_L1).toString();
    m_s.database.write(
        Urgency::Now,
        [=, this](Tx &tx) { return TemplateBook(tx, m_s.clock).thaw(actor, name, language); },
        [=, this](Stored<Done> result) {
            if (!result)
                return answers::fail(responder, apiError(result.error()));
            answerTemplates(responder);
        });
}

void ApiRoutes::acknowledge(const Request &request, const Responder &responder, const Actor &actor)
{
    const qint64 id = answers::id(request);
    m_s.database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            if (auto seen = tx.channel().acknowledge(id, actor.name, m_s.clock.now()); !seen)
                return seen;
            AuditDraft draft;
            draft.at = m_s.clock.now();
            draft.actor = actor;
            draft.action = AuditAction::AlertAcknowledged;
            draft.object = u"alert %1"_s.arg(id);
            if (auto appended = tx.audit().append(draft); !appended)
                return failure(appended.error());
            return done();
        },
        [=, this](Stored<Done> result) {
            if (!result)
                return answers::fail(responder, apiError(result.error()));
            answerChannel(responder);
        });
}

} // namespace destek::daemon
