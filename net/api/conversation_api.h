#pragma once

#include "core/domain/conversation.h"
#include "net/api/reply.h"

namespace destek::net
{

/// A place in a thread: messages are ordered by (at, order).
struct ThreadCursor {
    Instant at;
    qint64 order = 0;
};

struct OutgoingMessage {
    MessageId id; ///< made once; kept through every retry
    ConversationId conversation;
    MessageClass purpose = MessageClass::SupportAnswer;
    QString text;         ///< free text, or
    QString templateName; ///< a template with
    QString templateLanguage;
    QStringList variables;
};

struct SearchHit {
    MessageView message;
    ConversationSummary conversation;
};

struct ChannelHealth {
    Instant time; ///< the daemon's clock
    bool ok = false;
    Instant lastInboundAt; ///< last webhook
    Instant lastCallAt;    ///< last successful call to Meta
    int queued = 0;
};

/// Inbox, threads, sending. Threads: GUI only.
class ConversationApi
{
public:
    virtual ~ConversationApi() = default;
    /// Empty cursor: everybody who waits, then the newest; `InboxPage::next` continues.
    virtual void inbox(const QString &cursor, int limit, Then<InboxPage> then) = 0;
    virtual void conversation(ConversationId id, Then<ConversationSummary> then) = 0;
    /// The newest page, or the page before/after a place.
    virtual void newest(ConversationId id, int limit, Then<ThreadPage> then) = 0;
    virtual void before(ConversationId id, ThreadCursor place, int limit,
                        Then<ThreadPage> then) = 0;
    virtual void after(ConversationId id, ThreadCursor place, int limit, Then<ThreadPage> then) = 0;
    /// The same id again answers the message the daemon already has.
    virtual void send(const OutgoingMessage &message, Then<MessageView> then) = 0;
    virtual void templates(Then<QList<TemplateView>> then) = 0;
    virtual void search(const QString &words, int limit, Then<QList<SearchHit>> then) = 0;
    virtual void health(Then<ChannelHealth> then) = 0;
};

enum class UnknownDecision : quint8 { Resend, Abandon };

/// What an agent decides about a person or a message of unknown outcome.
class PersonApi
{
public:
    virtual ~PersonApi() = default;
    virtual void person(ContactId id, Then<PersonView> then) = 0;
    /// Audited before the number comes; answers it in full.
    virtual void revealNumber(ContactId id, const QString &reason, Then<QString> then) = 0;
    virtual void answerOptOutQuestion(ConversationId id, bool isOptOut,
                                      Then<ConversationSummary> then) = 0;
    virtual void decide(MessageId id, UnknownDecision decision, Then<MessageView> then) = 0;
};

} // namespace destek::net
