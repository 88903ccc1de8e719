#pragma once

#include "core/base/clock.h"
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
    QString text;
    QString templateName;
    QString templateLanguage;
    QStringList variables;
};

struct QueuedMessage {
    MessageId id;
    bool alreadyThere = false;
    std::optional<SendRefusal> refusal; ///< set: nothing was queued
};

/// The life of an outgoing message, each step inside one Tx. Policy is decided when it is queued
/// (so that the agent hears at once) and again in the transaction that starts the send, which is
/// durable before the POST (house.md "Outbox"; ).
class SendService
{
public:
    SendService(Tx &tx, const Clock &clock) : m_tx(tx), m_clock(clock) {}

    Stored<QueuedMessage> queue(const Actor &actor, const SendCommand &command);
    /// Starts what may start now; refuses what policy forbids by now.
    Stored<QList<OutboundRequest>> claim(int limit);
    Stored<Done> settle(const OutboundRequest &request, const SendAnswer &answer);
    /// After a start: what was in flight when the process ended has an unknown outcome.
    Stored<int> markInterrupted();
    /// A named person decides about an unknown or failed one: a new attempt, or never.
    Stored<std::optional<SendRefusal>> decide(const Actor &actor, const MessageId &id, bool resend);

    [[nodiscard]] static Stored<SendFacts>
    facts(const Tx &tx, const ConversationRecord &conversation, Instant now);

private:
    Stored<SendWish> wishOf(const MessageRecord &message);
    Stored<Done> refuse(MessageRecord message, SendRefusal refusal);
    Stored<std::optional<OutboundRequest>> start(MessageRecord message);
    Stored<Done> insertQueued(const Actor &actor, const SendCommand &command,
                              ConversationRecord conversation);
    /// Meta may answer at once what it usually says in a status.
    Stored<Done> noteStopped(const MessageRecord &message, int code);
    Stored<Done> changed(const MessageRecord &message);
    Stored<Done> audit(const Actor &actor, AuditAction action, const MessageRecord &message,
                       const QString &result, const QString &reason = {});

    Tx &m_tx;
    const Clock &m_clock;
};

} // namespace destek::daemon
