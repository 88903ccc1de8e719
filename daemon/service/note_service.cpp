#include "daemon/service/note_service.h"

#include "core/policy/permissions.h"
#include "core/text/masking.h"
#include "daemon/service/thread_lines.h"

namespace destek::daemon
{

Stored<Done> NoteService::keep(const Actor &actor, const NoteDraft &note)
{
    if (!note.id.isValid() || problemOf(note))
        return failure(StoreError::Conflict);
    const auto known = std::as_const(m_tx).messages().record(note.id);
    if (known) {
        const bool same = known->kind == MessageKind::Note &&
                          known->conversation == note.conversation && known->author == actor.agent;
        return same ? Stored<Done>(done()) : Stored<Done>(failure(StoreError::Conflict));
    }
    if (known.error() != StoreError::NotFound)
        return failure(known.error());
    const auto conversation = std::as_const(m_tx).conversations().record(note.conversation);
    if (!conversation)
        return failure(conversation.error());
    const MessageRecord record = recordOf(actor, note, conversation->contact);
    if (auto kept = m_tx.messages().insert(record, conversation->phoneNumberId); !kept)
        return failure(kept.error());
    if (auto named = mention(actor, note); !named)
        return named;
    AuditDraft draft;
    draft.at = m_clock.now();
    draft.actor = actor;
    draft.action = AuditAction::NoteKept;
    draft.contact = conversation->contact;
    draft.object = QStringLiteral("message ") + note.id.toString();
    if (auto audited = m_tx.audit().append(draft); !audited)
        return failure(audited.error());
    if (auto fed = m_tx.feed().messageChanged(note.conversation, note.id); !fed)
        return failure(fed.error());
    return done();
}

MessageRecord NoteService::recordOf(const Actor &actor, const NoteDraft &note,
                                    ContactId contact) const
{
    MessageRecord record;
    record.id = note.id;
    record.conversation = note.conversation;
    record.contact = contact;
    record.direction = Direction::Event;
    record.kind = MessageKind::Note;
    record.text = text::maskCards(note.text);
    record.author = actor.agent;
    record.authorName = shownName(actor);
    record.at = m_clock.now();
    record.receivedAt = record.at;
    record.appliedAt = record.at;
    return record;
}

Stored<Done> NoteService::mention(const Actor &actor, const NoteDraft &note)
{
    for (const AgentId agent : note.mentions) {
        const auto colleague = std::as_const(m_tx).access().user(agent);
        if (!colleague)
            return failure(colleague.error());
        if (!*colleague || (*colleague)->disabled ||
            !may((*colleague)->roles, Permission::ReadConversations))
            continue;
        if (auto named = m_tx.own().mention(note.id, agent, agent == actor.agent); !named)
            return named;
    }
    return done();
}

} // namespace destek::daemon
