#pragma once

#include "core/base/clock.h"
#include "core/domain/agent.h"
#include "daemon/service/ports/database.h"

namespace destek::daemon
{

/// What follows an agent from console to console: how far they have looked, what they have begun
/// to write, where notes name them. Nobody else is ever answered any of it. Inside one Tx.
class OwnService
{
public:
    OwnService(Tx &tx, const Clock &clock) : m_tx(tx), m_clock(clock) {}

    /// Replaces the agent's draft of this kind in that conversation, card numbers masked;
    /// an empty one forgets it. Answers what is begun there now. Errors: NotFound (no such
    /// conversation), Conflict (isTooLong()).
    Stored<DraftsNow> keepDraft(const Actor &actor, Draft draft);
    /// What was begun is sent: the agent's reply draft there goes if it says the same, so that it
    /// does not wait anywhere to be sent again. Answers what is begun there now; nullopt: nothing
    /// changed.
    Stored<std::optional<DraftsNow>> draftSent(const Actor &actor, ConversationId id,
                                               const QString &text);
    /// Only climbs; notes there that name the agent are looked at. Errors: NotFound.
    Stored<Done> markSeen(const Actor &actor, const SeenMark &mark);

    [[nodiscard]] static Stored<OwnView> own(const Tx &tx, AgentId agent);
    /// Errors: NotFound (no such conversation).
    [[nodiscard]] static Stored<Drafts> drafts(const Tx &tx, AgentId agent, ConversationId id);

private:
    Stored<DraftsNow> left(AgentId agent, ConversationId id) const;
    Stored<Done> keep(const Actor &actor, ContactId contact, Draft &draft);

    Tx &m_tx;
    const Clock &m_clock;
};

} // namespace destek::daemon
