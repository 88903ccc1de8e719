#pragma once

#include "core/domain/conversation.h"

#include <QHash>
#include <QSet>

namespace destek::net
{

/// What a team shares and what one agent has of their own, in memory.
struct FakeTeam {
    TeamView view;
    PresenceNow now;
    QHash<ConversationId, qint64> seen;
    QHash<ConversationId, Drafts> drafts;
    QSet<ConversationId> mentioned;
    QHash<ContactId, QList<PersonField>> fields;
    qint64 nextId = 100;

    [[nodiscard]] Draft draft(ConversationId id, Draft::Kind kind = Draft::Kind::Reply) const
    {
        return drafts.value(id).of(kind);
    }
    void keep(const Draft &draft, Instant at);
    [[nodiscard]] const Colleague *colleague(AgentId id) const;
    void setPresence(AgentId id, Presence presence, Instant now);
    /// Replaces where the agent was; invalid: nowhere.
    void attend(AgentId id, ConversationId conversation, bool typing);
};

/// Deniz (1, oneself), Ayşe (2, online), Burak (3, away), Selin (4, offline; looks on only); five
/// labels, three quick replies, one shared view.
[[nodiscard]] FakeTeam fakeTeam(Instant now);

} // namespace destek::net
