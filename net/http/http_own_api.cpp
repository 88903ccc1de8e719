#include "net/http/http_own_api.h"

#include "core/wire/collaboration_json.h"
#include "core/wire/endpoints.h"
#include "net/http/asks.h"
#include "net/http/paths.h"

using namespace Qt::StringLiterals;

namespace destek::net
{

void HttpOwnApi::own(Then<OwnView> then)
{
    m_transport->ask<OwnView>(get(QString(wire::kOwn)), then, wire::ownFromJson);
}

void HttpOwnApi::drafts(ConversationId id, Then<Drafts> then)
{
    m_transport->ask<Drafts>(get(pathFor(wire::kDraft, id.value)), then, wire::draftsFromJson);
}

void HttpOwnApi::keepDraft(const Draft &draft, Then<Done> then)
{
    m_transport->ask<Done>(
        put(pathFor(wire::kDraft, draft.conversation.value), wire::toJson(draft)), then, nothing);
}

void HttpOwnApi::markSeen(const SeenMark &mark, Then<Done> then)
{
    m_transport->ask<Done>(
        put(pathFor(wire::kSeen, mark.conversation.value), {{"heard"_L1, mark.heard}}), then,
        nothing);
}

void HttpOwnApi::setPresence(Presence presence, Then<Done> then)
{
    m_transport->ask<Done>(
        put(QString(wire::kOwnPresence), {{"presence"_L1, QString(wireName(presence))}}), then,
        nothing);
}

void HttpOwnApi::setLocked(bool locked, Then<Done> then)
{
    m_transport->ask<Done>(put(QString(wire::kOwnPresence), {{"locked"_L1, locked}}), then,
                           nothing);
}

void HttpOwnApi::attend(ConversationId id, bool typing, Then<Done> then)
{
    m_transport->ask<Done>(
        post(QString(wire::kAttendance), {{"conversation"_L1, id.value}, {"typing"_L1, typing}}),
        then, nothing);
}

} // namespace destek::net
