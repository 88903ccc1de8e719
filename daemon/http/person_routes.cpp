#include "core/text/phone.h"
#include "core/wire/endpoints.h"
#include "daemon/http/answers.h"
#include "daemon/http/api_routes.h"
#include "daemon/service/consent_service.h"
#include "daemon/service/views.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

void ApiRoutes::addPeople(QList<httpd::Route> &routes)
{
    routes << guarded(
        "GET", wire::kContact,
        [this](const Request &request, const Responder &responder, const Actor &actor) {
            const ContactId id(answers::id(request));
            m_s.database.read([=, this](const Tx &known) {
                if (const auto person = known.contacts().record(id); !person)
                    return answers::fail(responder, apiError(person.error()));
                m_s.readAudit.note(actor, AuditAction::PersonRead, id, {}, [=, this](bool noted) {
                    if (!noted)
                        return answers::fail(responder, ApiErrorCode::Busy);
                    m_s.database.read([=, this](const Tx &tx) {
                        const auto person = Views(tx, m_s.clock.now()).person(id);
                        if (!person)
                            return answers::fail(responder, apiError(person.error()));
                        answers::json(responder, wire::toJson(*person));
                    });
                });
            });
        });
    routes << guarded("POST", wire::kReveal,
                      [this](const Request &request, const Responder &responder,
                             const Actor &actor) { reveal(request, responder, actor); });
    routes << guarded("POST", wire::kOptOutAnswer,
                      [this](const Request &request, const Responder &responder,
                             const Actor &actor) { answerOptOut(request, responder, actor); });
}

void ApiRoutes::reveal(const Request &request, const Responder &responder, const Actor &actor)
{
    const auto body = answers::body(request, responder);
    if (!body)
        return;
    const ContactId id(answers::id(request));
    const QString reason = body->value("reason"_L1).toString().trimmed().left(500);
    if (reason.isEmpty())
        return answers::fail(responder, ApiErrorCode::BadRequest);
    auto number = std::make_shared<QString>();
    // One transaction: the number leaves only if the entry is durable.
    m_s.database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            number->clear();
            const auto person = std::as_const(tx).contacts().record(id);
            if (!person)
                return failure(person.error());
            const auto identities = std::as_const(tx).contacts().identities(id);
            if (!identities)
                return failure(identities.error());
            for (const Identity &identity : *identities) {
                if (identity.kind == IdentityKind::Phone)
                    *number = text::formatPhone(identity.value);
            }
            AuditDraft draft;
            draft.at = m_s.clock.now();
            draft.actor = actor;
            draft.action = AuditAction::NumberRevealed;
            draft.contact = id;
            draft.reason = reason;
            if (auto appended = tx.audit().append(draft); !appended)
                return failure(appended.error());
            return done();
        },
        [=](Stored<Done> result) {
            if (!result)
                return answers::fail(responder, apiError(result.error()));
            answers::json(responder, {{"number"_L1, *number}});
        });
}

void ApiRoutes::answerOptOut(const Request &request, const Responder &responder, const Actor &actor)
{
    const auto body = answers::body(request, responder);
    if (!body)
        return;
    const QString answer = body->value("answer"_L1).toString();
    if (answer != "yes"_L1 && answer != "no"_L1)
        return answers::fail(responder, ApiErrorCode::BadRequest);
    const ConversationId id(answers::id(request));
    auto summary = std::make_shared<ConversationSummary>();
    m_s.database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            auto conversation = std::as_const(tx).conversations().record(id);
            if (!conversation)
                return failure(conversation.error());
            conversation->optOutQuestion = false;
            if (auto updated = tx.conversations().update(*conversation); !updated)
                return updated;
            AuditDraft draft;
            draft.at = m_s.clock.now();
            draft.actor = actor;
            draft.action = AuditAction::OptOutQuestionAnswered;
            draft.contact = conversation->contact;
            draft.result = answer;
            if (auto appended = tx.audit().append(draft); !appended)
                return failure(appended.error());
            ConsentService consent(tx, m_s.clock);
            if (answer == "yes"_L1) {
                ConsentService::Change change;
                change.contact = conversation->contact;
                change.conversation = id;
                change.source = ConsentSource::AgentRecord;
                // The person's own last words are the refusal; nothing asked since counts.
                change.at = std::max(m_s.clock.now(), conversation->lastAt);
                change.actor = actor;
                change.confirmation = m_s.optOutConfirmation;
                if (auto applied = consent.apply(change); !applied)
                    return applied;
            } else if (auto shown =
                           consent.addEvent(*conversation, EventKind::OptOutQuestionAnsweredNo,
                                            actor.name, m_s.clock.now());
                       !shown) {
                return shown;
            }
            if (auto fed = tx.feed().conversationChanged(id); !fed)
                return failure(fed.error());
            auto row = Views(tx, m_s.clock.now()).summary(id);
            if (!row)
                return failure(row.error());
            *summary = *row;
            return done();
        },
        [=, this](Stored<Done> result) {
            if (!result)
                return answers::fail(responder, apiError(result.error()));
            m_s.sendSomething();
            answers::json(responder, wire::toJson(*summary));
        });
}

} // namespace destek::daemon
