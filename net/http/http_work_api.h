#pragma once

#include "net/api/work_api.h"
#include "net/http/http_transport.h"

namespace destek::net
{

/// Acts on conversations. `transport` outlives it.
class HttpWorkApi final : public WorkApi
{
public:
    explicit HttpWorkApi(HttpTransport *transport) : m_transport(transport) {}

    void act(const QList<ConversationId> &conversations, const WorkAct &act,
             Then<QList<WorkOutcome>> then) override;
    void keepNote(const NoteDraft &note, Then<MessageView> then) override;
    void withdraw(MessageId id, Then<MessageView> then) override;
    void keepField(ContactId id, const PersonField &field, Then<PersonView> then) override;

private:
    HttpTransport *m_transport;
};

} // namespace destek::net
