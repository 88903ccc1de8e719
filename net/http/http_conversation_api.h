#pragma once

#include "net/api/conversation_api.h"
#include "net/http/http_transport.h"

namespace destek::net
{

/// Inbox, threads, sending, people. `transport` outlives it.
class HttpConversationApi final : public ConversationApi, public PersonApi
{
public:
    explicit HttpConversationApi(HttpTransport *transport) : m_transport(transport) {}

    void inbox(const QString &cursor, int limit, Then<InboxPage> then) override;
    void conversation(ConversationId id, Then<ConversationSummary> then) override;
    void newest(ConversationId id, int limit, Then<ThreadPage> then) override;
    void before(ConversationId id, ThreadCursor place, int limit, Then<ThreadPage> then) override;
    void after(ConversationId id, ThreadCursor place, int limit, Then<ThreadPage> then) override;
    void send(const OutgoingMessage &message, Then<MessageView> then) override;
    void templates(Then<QList<TemplateView>> then) override;
    void search(const QString &words, const SearchFilter &filter, int limit,
                Then<QList<SearchHit>> then) override;
    void health(Then<ChannelHealth> then) override;
    void markRead(ConversationId id, bool typing, Then<Done> then) override;
    void history(MessageId id, Then<MessageHistory> then) override;

    void person(ContactId id, Then<PersonView> then) override;
    void revealNumber(ContactId id, const QString &reason, Then<QString> then) override;
    void answerOptOutQuestion(ConversationId id, bool isOptOut,
                              Then<ConversationSummary> then) override;
    void decide(MessageId id, UnknownDecision decision, Then<MessageView> then) override;
    void recordStanding(ContactId id, Standing standing, ConsentSource source, const QString &note,
                        Then<PersonView> then) override;

private:
    HttpTransport *m_transport;
};

} // namespace destek::net
