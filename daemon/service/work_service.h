#pragma once

#include "core/base/clock.h"
#include "core/domain/conversation.h"
#include "core/policy/work_policy.h"
#include "daemon/service/ports/database.h"

namespace destek::daemon
{

/// How many conversations one act may name.
constexpr int kActsAtMost = 200;

/// What colleagues do with conversations: decided on facts read in the same transaction, kept
/// with an audit entry, a line in the thread where one belongs, and a change for the consoles.
class WorkService
{
public:
    WorkService(Tx &tx, const Clock &clock) : m_tx(tx), m_clock(clock) {}

    /// Each is done or refused for itself. The outcomes carry no summaries: those are read once
    /// the act is durable.
    Stored<QList<WorkOutcome>> act(const Actor &actor, const QList<ConversationId> &conversations,
                                   const WorkAct &act);
    /// Who looks at a conversation holds it on, if it is theirs. nullopt: it is not.
    /// Errors: NotFound.
    Stored<std::optional<Instant>> renew(const Actor &actor, ConversationId id);

    /// May conversations be given to this colleague? Invalid: to nobody, which anybody may.
    [[nodiscard]] static Stored<bool> mayAnswer(const Tx &tx, AgentId agent);

private:
    Stored<bool> labelKnown(LabelId id) const;
    Stored<Done> keep(const Actor &actor, const ConversationRecord &before, const WorkState &next,
                      const WorkAct &act);
    Stored<Done> addLines(const Actor &actor, const ConversationRecord &before,
                          const WorkState &next, const WorkAct &act);
    Stored<Done> addNote(const Actor &actor, const ConversationRecord &conversation,
                         const WorkAct &act);
    Stored<Done> audit(const Actor &actor, const ConversationRecord &conversation,
                       const WorkAct &act);

    Tx &m_tx;
    const Clock &m_clock;
};

} // namespace destek::daemon
