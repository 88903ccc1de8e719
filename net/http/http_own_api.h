#pragma once

#include "net/api/work_api.h"
#include "net/http/http_transport.h"

namespace destek::net
{

/// Drafts, what was seen, presence. `transport` outlives it.
class HttpOwnApi final : public OwnApi
{
public:
    explicit HttpOwnApi(HttpTransport *transport) : m_transport(transport) {}

    void own(Then<OwnView> then) override;
    void drafts(ConversationId id, Then<Drafts> then) override;
    void keepDraft(const Draft &draft, Then<Done> then) override;
    void markSeen(const SeenMark &mark, Then<Done> then) override;
    void setPresence(Presence presence, Then<Done> then) override;
    void setLocked(bool locked, Then<Done> then) override;
    void attend(ConversationId id, bool typing, Then<Done> then) override;

private:
    HttpTransport *m_transport;
};

} // namespace destek::net
