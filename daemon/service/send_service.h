#pragma once

#include "core/base/clock.h"
#include "core/policy/content_limits.h"
#include "core/policy/send_policy.h"
#include "core/wire/api_error.h"
#include "daemon/service/meta_gateway.h"
#include "daemon/service/ports/database.h"

namespace destek::daemon
{

/// What a console asks to be sent.
struct SendCommand {
    MessageId id;
    ConversationId conversation;
    MessageClass purpose = MessageClass::SupportAnswer;
    OutboundContent content;
    Duration hold{}; ///< goes out that much later and can be taken back until then
};

struct QueuedMessage {
    MessageId id;
    bool alreadyThere = false;
    std::optional<SendRefusal> refusal;    ///< set: nothing was queued
    std::optional<ContentProblem> problem; ///< what WhatsApp would not take
    std::optional<DraftsNow> drafts;       ///< set: the author's draft of it went with it
};

/// What the administrator wants at most; each number keeps to what WhatsApp allows it anyway.
struct SendRates {
    int perNumberAtMost = 0; ///< messages a second; 0: no wish
};

enum class Withdrawal : quint8 {
    Done,     ///< also when it was before
    NotYours, ///< only its author takes a message back
    OnItsWay, ///< or has gone out, or ended otherwise
};

struct MetaFacts;
struct Verdict;

/// The life of an outgoing message, each step inside one Tx. Policy is decided when it is queued
/// (so that the agent hears at once) and again in the transaction that starts the send, which is
/// durable before the POST (house.md "Outbox"; ).
class SendService
{
public:
    SendService(Tx &tx, const Clock &clock, SendRates rates = {})
        : m_tx(tx), m_clock(clock), m_rates(rates)
    {
    }

    Stored<QueuedMessage> queue(const Actor &actor, const SendCommand &command);
    /// Starts what may start now; refuses what policy forbids by now.
    Stored<QList<OutboundRequest>> claim(int limit);
    /// Files that must be handed over to Meta before the messages they belong to can start; what
    /// claim() came across.
    [[nodiscard]] const QList<UploadId> &wanted() const { return m_wanted; }
    /// Meta did not take this file: the message it belongs to waits, for its number too, or failed.
    Stored<Done> settleFile(const UploadId &id, int code, const Verdict &verdict);
    Stored<Done> settle(const OutboundRequest &request, const SendAnswer &answer);
    /// After a start: what was in flight when the process ended has an unknown outcome.
    Stored<int> markInterrupted();
    /// Its author takes back what was never started: it leaves no trace in the thread, and the
    /// conversation stands as it did before. Decided in the transaction, like the start.
    Stored<Withdrawal> withdraw(const Actor &actor, const MessageId &id);
    /// A named person decides about an unknown or failed one: a new attempt, or never.
    Stored<std::optional<SendRefusal>> decide(const Actor &actor, const MessageId &id, bool resend);

    [[nodiscard]] static Stored<SendFacts>
    facts(const Tx &tx, const ConversationRecord &conversation, Instant now);

    /// Meta recommends the number when it is known (facts/whatsapp.md 3.2).
    [[nodiscard]] static std::optional<Identity> recipientOf(const QList<Identity> &identities);

private:
    struct Files {
        QHash<UploadId, QString> metaIds;
        QList<UploadId> missing; ///< not at Meta (any more)
        bool gone = false;       ///< not even here
    };

    // send_service.cpp: into the queue, and what a person decides
    Stored<SendWish> wishOf(const MessageRecord &message);
    [[nodiscard]] MessageRecord draftOf(const Actor &actor, const SendCommand &command,
                                        const ConversationRecord &conversation) const;
    Stored<std::optional<SendRefusal>> whyNotQueued(const MessageRecord &draft,
                                                    const OutboundContent &content,
                                                    const ConversationRecord &conversation,
                                                    MetaFacts &meta);
    Stored<QString> targetOf(const OutboundContent &content,
                             const ConversationRecord &conversation);
    // send_withdraw.cpp
    Stored<Done> standAsBefore(const MessageRecord &message);
    // send_files.cpp
    Stored<std::optional<SendRefusal>> whyNotFiles(const OutboundContent &content, MetaFacts &meta,
                                                   const ConversationRecord &conversation);
    Stored<Done> takeFiles(const MessageRecord &message);
    Stored<Files> filesReady(const QJsonObject &message);
    Stored<Done> stepAside(MessageRecord message, const QList<UploadId> &missing);
    // send_start.cpp
    Stored<std::optional<OutboundRequest>> start(MessageRecord message);
    Stored<std::optional<SendRefusal>> whyNotStarted(const MessageRecord &message,
                                                     const QJsonObject &json,
                                                     const ConversationRecord &conversation);
    Stored<bool> takeTrial(const ConversationRecord &conversation);
    Stored<bool> takeTurn(MessageRecord message, const ConversationRecord &conversation);
    Stored<std::optional<OutboundRequest>>
    begin(MessageRecord message, const ConversationRecord &conversation, const QJsonObject &json);
    QJsonObject jsonOf(const MessageRecord &message);
    Stored<Done> refuse(MessageRecord message, SendRefusal refusal);
    // send_settle.cpp
    Stored<Done> endAttempt(const OutboundRequest &request, const SendAnswer &answer);
    void take(MessageRecord &message, const SendAnswer &answer) const;
    Stored<Done> keepWamid(const MessageRecord &message, const OutboundRequest &request,
                           const SendAnswer &answer);
    Stored<Done> tellPace(const ConversationRecord &conversation, SendPace pace);
    Stored<Done> takeParked(MessageRecord &message, const ConversationRecord &conversation,
                            const OutboundRequest &request, const SendAnswer &answer);
    Stored<Done> book(const MessageRecord &message, const ConversationRecord &conversation,
                      const SendAnswer &answer);
    /// Meta may answer at once what it usually says in a status.
    Stored<Done> noteStopped(const MessageRecord &message, int code);
    Stored<Done> changed(const MessageRecord &message);
    Stored<Done> audit(const Actor &actor, AuditAction action, const MessageRecord &message,
                       const QString &result, const QString &reason = {});

    Tx &m_tx;
    const Clock &m_clock;
    SendRates m_rates;
    QList<UploadId> m_wanted;
};

} // namespace destek::daemon
