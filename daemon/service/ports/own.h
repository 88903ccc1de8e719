#pragma once

#include "core/domain/work.h"
#include "daemon/service/ports/stored.h"

namespace destek::daemon
{

/// What is one agent's own in conversations: notes that name them, how far they have looked, what
/// they have begun to write. Nothing of people about to be erased is answered.
class OwnRecords
{
public:
    virtual ~OwnRecords() = default;
    /// Whom a note names, ascending.
    [[nodiscard]] virtual Stored<QList<AgentId>> mentions(MessageId note) const = 0;
    /// Where notes name this agent that were not looked at, the newest first.
    [[nodiscard]] virtual Stored<QList<ConversationId>> mentionedIn(AgentId agent) const = 0;
    /// The newest conversations first.
    [[nodiscard]] virtual Stored<QList<SeenMark>> seen(AgentId agent, int limit) const = 0;
    /// What this agent has begun there, at most one of each kind, the newest first; what is past
    /// its time is left out.
    [[nodiscard]] virtual Stored<QList<Draft>> draftsOf(AgentId agent, ConversationId id) const = 0;
    /// Where this agent has begun to write, the newest first, each conversation once.
    [[nodiscard]] virtual Stored<QList<ConversationId>> drafts(AgentId agent) const = 0;
    /// Everybody's: for the export of a person alone.
    [[nodiscard]] virtual Stored<QList<Draft>> draftsIn(ConversationId id) const = 0;

    /// The same again changes nothing. `looked`: not to be told of it.
    virtual Stored<Done> mention(MessageId note, AgentId agent, bool looked) = 0;
    /// Only climbs; notes there that name the agent are looked at.
    virtual Stored<Done> markSeen(AgentId agent, const SeenMark &mark) = 0;
    /// Replaces the agent's draft of this kind there; sealed for `contact` and the month of
    /// `draft.at`.
    virtual Stored<Done> keepDraft(AgentId agent, ContactId contact, const Draft &draft) = 0;
    virtual Stored<Done> forgetDraft(AgentId agent, ConversationId id, Draft::Kind kind) = 0;
};

/// What agents keep about a person beyond WhatsApp.
class PersonFields
{
public:
    struct Kept {
        PersonField field;
        Instant at; ///< of the last change
    };

    virtual ~PersonFields() = default;
    /// In the order they were first kept.
    [[nodiscard]] virtual Stored<QList<Kept>> ofContact(ContactId id) const = 0;
    /// Replaces the field whose name folds alike.
    virtual Stored<Done> keep(ContactId id, const PersonField &field, Instant at) = 0;
    /// True if there was one.
    virtual Stored<bool> remove(ContactId id, const QString &name) = 0;
};

} // namespace destek::daemon
