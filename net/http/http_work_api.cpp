#include "net/http/http_work_api.h"

#include "core/wire/collaboration_json.h"
#include "core/wire/endpoints.h"
#include "core/wire/json.h"
#include "core/wire/json_fields.h"
#include "net/http/asks.h"
#include "net/http/paths.h"

using namespace Qt::StringLiterals;

namespace destek::net
{

void HttpWorkApi::act(const QList<ConversationId> &conversations, const WorkAct &act,
                      Then<QList<WorkOutcome>> then)
{
    const QJsonObject body{{"conversations"_L1, wire::fields::idArray(conversations)},
                           {"act"_L1, wire::toJson(act)}};
    m_transport->ask<QList<WorkOutcome>>(
        post(QString(wire::kWork), body), then, [](const QJsonObject &json) {
            return wire::fields::list<WorkOutcome>(json, "outcomes"_L1, wire::workOutcomeFromJson);
        });
}

void HttpWorkApi::keepNote(const NoteDraft &note, Then<MessageView> then)
{
    m_transport->ask<MessageView>(
        post(pathFor(wire::kNotes, note.conversation.value), wire::toJson(note)), then,
        wire::messageFromJson);
}

void HttpWorkApi::withdraw(MessageId id, Then<MessageView> then)
{
    m_transport->ask<MessageView>(post(pathFor(wire::kWithdraw, id.toString())), then,
                                  wire::messageFromJson);
}

void HttpWorkApi::keepField(ContactId id, const PersonField &field, Then<PersonView> then)
{
    m_transport->ask<PersonView>(put(pathFor(wire::kFields, id.value), wire::toJson(field)), then,
                                 wire::personFromJson);
}

} // namespace destek::net
