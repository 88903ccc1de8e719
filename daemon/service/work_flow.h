#pragma once

#include "core/base/clock.h"
#include "core/policy/work_policy.h"
#include "daemon/service/ports/database.h"
#include "daemon/service/presence_board.h"

namespace destek::daemon
{

/// The rule of assignment, kept as facts.
[[nodiscard]] Stored<AssignmentRule> assignmentRule(const Tx &tx);
Stored<Done> setAssignmentRule(Tx &tx, const AssignmentRule &rule);

/// What becomes of shared work without anybody deciding it: customers write, we answer, times
/// come. The rules are core/policy/work_policy; inside a Tx. Sources: design/journeys.md 6.1.
class WorkFlow
{
public:
    /// Without a board nobody is here: nothing is assigned by itself.
    WorkFlow(Tx &tx, const Clock &clock, const PresenceBoard *board = nullptr)
        : m_tx(tx), m_clock(clock), m_board(board)
    {
    }

    /// A message came in: if it is a new one of the customer's, it is counted, opens the
    /// conversation and finds somebody for it. Telling consoles is the caller's.
    Stored<Done> heard(ConversationRecord &conversation, const MessageRecord &message);
    /// They wait (again) without a new message of theirs: a correction, or we answer again what
    /// somebody else answered. It is not put away then. Telling consoles is the caller's.
    Stored<Done> stillWaits(ConversationRecord &conversation);
    /// `author` has answered (invalid: the daemon itself). Telling consoles is the caller's.
    Stored<Done> answered(ConversationRecord &conversation, AgentId author);
    /// Snoozed ones whose time has come are open again, with a line; if whose they are is not
    /// here, the rule finds somebody else. Answers how many.
    Stored<int> wakeDue(int limit);
    struct HandedOut {
        int given = 0;
        std::optional<Instant> again; ///< a lease ends then, and its conversation may go on
    };
    /// What waits and is nobody's, or whose assignee is not here, goes to whoever is online and
    /// has room, the longest waiting first, by the same rule as what comes in. What somebody
    /// answers at this moment stays.
    Stored<HandedOut> handOut(int limit);
    /// Answered long ago, forgotten by everybody: resolved without a line, so that what is open
    /// is what somebody has to do. Answers how many.
    Stored<int> resolveQuiet(int limit);

private:
    /// `from`: whose it was and who is not here; invalid: nobody's. If nobody has room, it stays.
    Stored<Done> findSomebody(ConversationRecord &conversation, AgentId from);
    [[nodiscard]] bool isGone(AgentId agent) const;
    [[nodiscard]] Stored<QList<ConversationRecord>> unattended(int limit) const;
    Stored<QList<Candidate>> candidates() const;
    /// Written, audited and told to the consoles.
    Stored<Done> keep(const ConversationRecord &conversation, WorkAct::Kind kind);
    Stored<Done> audit(const QString &object, ContactId contact, WorkAct::Kind kind, int count);

    Tx &m_tx;
    const Clock &m_clock;
    const PresenceBoard *m_board;
};

} // namespace destek::daemon
