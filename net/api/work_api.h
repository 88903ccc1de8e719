#pragma once

#include "core/domain/alert_content.h"
#include "core/domain/conversation.h"
#include "net/api/reply.h"

namespace destek::net
{

/// Sharing conversations (design/journeys.md 6.1). Threads: GUI only.
class WorkApi
{
public:
    virtual ~WorkApi() = default;
    /// The same act on up to 200 conversations; each is done or refused for itself.
    virtual void act(const QList<ConversationId> &conversations, const WorkAct &act,
                     Then<QList<WorkOutcome>> then) = 0;
    /// The same id again answers the note the daemon already has.
    virtual void keepNote(const NoteDraft &note, Then<MessageView> then) = 0;
    /// Takes back a message that is held (MessageView::goesAt); Refused once it is on its way.
    virtual void withdraw(MessageId id, Then<MessageView> then) = 0;
    /// An empty value removes the field.
    virtual void keepField(ContactId id, const PersonField &field, Then<PersonView> then) = 0;
};

/// What follows an agent from console to console. Threads: GUI only.
class OwnApi
{
public:
    virtual ~OwnApi() = default;
    virtual void own(Then<OwnView> then) = 0;
    /// Of each kind at most one.
    virtual void drafts(ConversationId id, Then<Drafts> then) = 0;
    /// Replaces what is kept of its kind; an empty one forgets it.
    virtual void keepDraft(const Draft &draft, Then<Done> then) = 0;
    virtual void markSeen(const SeenMark &mark, Then<Done> then) = 0;
    /// Online, Busy or Away; Offline is for the daemon to find out.
    virtual void setPresence(Presence presence, Then<Done> then) = 0;
    /// I look at this conversation (invalid: at none), and type. Renews my lease there. Say it
    /// every kLeaseRenewedEvery and whenever it changes.
    virtual void attend(ConversationId id, bool typing, Then<Done> then) = 0;
    /// Nobody sits at this console, or somebody again. What was wished for stays what it was.
    virtual void setLocked(bool locked, Then<Done> then) = 0;
};

/// What the team shares besides conversations. An id of 0 makes a new one. Threads: GUI only.
class TeamApi
{
public:
    virtual ~TeamApi() = default;
    virtual void team(Then<TeamView> then) = 0;
    virtual void keepLabel(const Label &label, Then<Label> then) = 0;
    virtual void keepQuickReply(const QuickReply &reply, Then<QuickReply> then) = 0;
    virtual void removeQuickReply(QuickReplyId id, Then<Done> then) = 0;
    virtual void keepView(const SavedView &view, Then<SavedView> then) = 0;
    virtual void removeView(SavedViewId id, Then<Done> then) = 0;
    virtual void setAssignment(const AssignmentRule &rule, Then<AssignmentRule> then) = 0;
    /// What notifications outside a console may say; administrators change it.
    virtual void alertContent(Then<AlertContent> then) = 0;
    virtual void setAlertContent(AlertContent content, Then<AlertContent> then) = 0;
};

} // namespace destek::net
