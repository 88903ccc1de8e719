#pragma once

#include "core/domain/work.h"

/// Sharing conversations: what an agent may do with one now, and what is true afterwards. Pure;
/// the daemon decides inside its transaction after re-reading the facts, consoles only grey a
/// button with the same answer. Sources: design/journeys.md 6.1, design/lessons.md (39, 20).
namespace destek
{

constexpr Duration kSnoozeAtMost = std::chrono::hours(24 * 90);
/// A snoozed customer who waits comes back at least this long before free text ends.
constexpr Duration kBackBeforeWindowCloses = std::chrono::hours(1);

/// Answered, and nothing since: resolved by itself this long after the window closed.
constexpr Duration kQuietForNobody = std::chrono::hours(24);
constexpr Duration kQuietForSomebody = std::chrono::hours(24 * 7);

struct WorkFacts {
    Instant now;
    WorkState work;
    int waiting = 0;                       ///< messages since our last answer
    std::optional<Instant> windowClosesAt; ///< see ConversationSummary
    bool agentMayAnswer = false;           ///< of WorkAct::agent; true for nobody
    bool labelKnown = false;               ///< of WorkAct::label, and not retired
    /// Leads the team: may give to somebody what another is answering at this moment.
    bool leadsTeam = false;
};

/// nullopt = may be done.
[[nodiscard]] std::optional<WorkRefusal> whyNot(const WorkFacts &facts, const WorkAct &act,
                                                AgentId me);

/// The state after an act that whyNot() allows.
[[nodiscard]] WorkState after(const WorkFacts &facts, const WorkAct &act, AgentId me);

/// When a conversation snoozed until `wanted` returns: an hour before the window closes if the
/// customer waits and that is sooner.
[[nodiscard]] Instant comesBackAt(const WorkFacts &facts, Instant wanted);

/// The customer wrote: whatever it was, it is open again. `assigneeHere`: online or busy;
/// otherwise it is nobody's, so that it does not wait for someone who is away.
[[nodiscard]] WorkState afterCustomerWrote(WorkState work, bool assigneeHere);

/// We answered: the lease of whoever wrote begins or goes on, and what was nobody's is theirs.
[[nodiscard]] WorkState afterAnswer(WorkState work, AgentId author, Instant now);

/// Somebody new conversations could go to.
struct Candidate {
    AgentId agent;
    Presence presence = Presence::Offline;
    int open = 0;         ///< theirs and not resolved
    Instant lastAssigned; ///< null: never
};

/// Online, below the capacity, longest without a new one; ties by id. nullopt: it stays nobody's.
[[nodiscard]] std::optional<AgentId> nextAssignee(const QList<Candidate> &candidates,
                                                  const AssignmentRule &rule);

} // namespace destek
