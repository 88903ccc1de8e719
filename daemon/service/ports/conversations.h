#pragma once

#include "core/domain/work.h"
#include "daemon/service/ports/contacts.h"

namespace destek::daemon
{

struct ConversationRecord {
    ConversationId id;
    ContactId contact;
    QString phoneNumberId;                 ///< Meta's id of our number
    QString businessNumber;                ///< as Meta displays it
    std::optional<Instant> lastInboundAt;  ///< Meta's clock; opens the window; never moves back
    std::optional<Instant> lastQuestionAt; ///< last inbound that was not an opt-out word
    int waiting = 0;
    std::optional<Instant> waitingSince;
    bool optOutQuestion = false;
    Instant lastAt;
    MessageId lastMessage;    ///< invalid if none
    MessageId lastOwnMessage; ///< invalid if none
    qint64 revision = 0;      ///< feed number of the last change
    bool standby = false;     ///< somebody else answers; copies only
    Instant standbyAt;        ///< of the newest sign of who answers
    WorkState work;           ///< stored by updateWork() alone
    Instant assignedAt;       ///< when it became its assignee's; stored by updateWork()
};

/// What an agent has on their hands.
struct AgentLoad {
    AgentId agent;
    int open = 0;         ///< theirs and not resolved
    Instant lastAssigned; ///< null: never
};

/// What nobody has to look after any more; see WorkFlow::resolveQuiet().
struct QuietSince {
    Instant nobodys;   ///< the customer wrote before this, and it is nobody's
    Instant somebodys; ///< the same, and it is somebody's
    Instant lastLine;  ///< nothing was written by anybody since
    Instant now;
};

struct InboxPlace {
    Instant lastAt;
    ConversationId id;
};

class Conversations
{
public:
    virtual ~Conversations() = default;
    [[nodiscard]] virtual Stored<ConversationRecord> record(ConversationId id) const = 0;
    [[nodiscard]] virtual Stored<QList<ConversationRecord>> ofContact(ContactId id) const = 0;
    /// What is open or snoozed by lastAt descending, strictly after `place` (nullopt: from the
    /// top).
    [[nodiscard]] virtual Stored<QList<ConversationRecord>> atWork(std::optional<InboxPlace> place,
                                                                   int limit) const = 0;
    /// What is resolved, in the same order.
    [[nodiscard]] virtual Stored<QList<ConversationRecord>>
    resolved(std::optional<InboxPlace> place, int limit) const = 0;
    /// Snoozed ones whose time has come, the longest due first.
    [[nodiscard]] virtual Stored<QList<ConversationId>> due(Instant now, int limit) const = 0;
    /// When the next snoozed one is due; nullopt: none is.
    [[nodiscard]] virtual Stored<std::optional<Instant>> nextDue() const = 0;
    [[nodiscard]] virtual Stored<QList<ConversationId>> quiet(const QuietSince &since,
                                                              int limit) const = 0;
    /// Of everybody who may sign in.
    [[nodiscard]] virtual Stored<QList<AgentLoad>> loads() const = 0;

    /// The one conversation of this person at this number (database constraint); made if absent.
    virtual Stored<ConversationId> openFor(const QString &phoneNumberId,
                                           const QString &businessNumber, ContactId contact) = 0;
    /// The bucket that paces what goes to this person (core/policy/pacing.h); 0 at first.
    [[nodiscard]] virtual Stored<qint64> pace(ConversationId id) const = 0;
    virtual Stored<Done> setPace(ConversationId id, qint64 bucket) = 0;
    /// Stores every field but id, contact, number, revision, work.
    virtual Stored<Done> update(const ConversationRecord &record) = 0;
    /// Stores `work` but its labels, and assignedAt.
    virtual Stored<Done> updateWork(const ConversationRecord &record) = 0;
    /// The lease of `holder`, if it runs at `now`, goes on until `until`. False: it does not run.
    virtual Stored<bool> renewLease(ConversationId id, AgentId holder, Instant now,
                                    Instant until) = 0;
    virtual Stored<Done> addLabel(ConversationId id, LabelId label) = 0;
    virtual Stored<Done> removeLabel(ConversationId id, LabelId label) = 0;
    /// Open, nobody's, and the customer waits for us: the longest waiting first.
    [[nodiscard]] virtual Stored<QList<ConversationId>> unclaimed(int limit) const = 0;
    /// The same, but this agent's.
    [[nodiscard]] virtual Stored<QList<ConversationId>> waitingFor(AgentId assignee,
                                                                   int limit) const = 0;
};

} // namespace destek::daemon
