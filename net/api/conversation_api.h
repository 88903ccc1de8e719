#pragma once

#include "core/domain/channel.h"
#include "core/domain/conversation.h"
#include "core/domain/outbound.h"
#include "core/domain/search.h"
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
    OutboundContent content;
    Duration hold{}; ///< 0 … 5 s: can be withdrawn that long (WorkApi::withdraw)
};

struct SearchHit { // without a message id: the person was found
    MessageView message;
    ConversationSummary conversation;
};

struct ChannelHealth {
    Instant time; ///< the daemon's clock
    bool ok = false;
    Instant lastInboundAt; ///< last webhook
    Instant lastCallAt;    ///< last successful call to Meta
    int queued = 0;
    bool sendingStopped = false; ///< the token or the account is refused: the queue waits
    bool restricted = false;     ///< WhatsApp restricts the account or one of its numbers
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
    virtual void search(const QString &words, const SearchFilter &filter, int limit,
                        Then<QList<SearchHit>> then) = 0;
    virtual void health(Then<ChannelHealth> then) = 0;
    /// Tells WhatsApp that everything so far was read; `typing` also shows that an answer is
    /// being written (25 seconds at most). A choice of the company: the customer sees both.
    virtual void markRead(ConversationId id, bool typing, Then<Done> then) = 0;
    /// Supervisors only.
    virtual void history(MessageId id, Then<MessageHistory> then) = 0;
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
    /// What the person said elsewhere: `source` is Email, Call or AgentRecord..
    virtual void recordStanding(ContactId id, Standing standing, ConsentSource source,
                                const QString &note, Then<PersonView> then) = 0;
};

/// Bytes of pictures, recordings and files. They live in memory only; nothing is written to the
/// agent's disk unless a person saves it.
class MediaApi
{
public:
    virtual ~MediaApi() = default;
    /// 0 = not known.
    using Progress = std::function<void(qint64 done, qint64 total)>;
    /// NotFound while the daemon does not have it either (MediaView::state).
    virtual void fetch(MessageId id, Progress progress, Then<QByteArray> then) = 0;
    virtual void upload(ConversationId id, const QString &fileName, const QByteArray &bytes,
                        Progress progress, Then<UploadView> then) = 0;
};

/// The account at WhatsApp, for administrators and supervisors.
class ChannelApi
{
public:
    virtual ~ChannelApi() = default;
    virtual void channel(Then<ChannelView> then) = 0;
    virtual void acknowledge(qint64 alert, Then<ChannelView> then) = 0;
    /// Fetches the templates from WhatsApp now.
    virtual void refreshTemplates(Then<QList<TemplateView>> then) = 0;
    /// Every approved or frozen template; the administrator lets one with a changed category go on.
    virtual void thaw(const QString &name, const QString &language,
                      Then<QList<TemplateView>> then) = 0;
};

} // namespace destek::net
