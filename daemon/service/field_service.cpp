#include "daemon/service/field_service.h"

#include "core/text/fold.h"
#include "core/text/masking.h"

#include <algorithm>

namespace destek::daemon
{

Stored<std::optional<FieldProblem>> FieldService::keep(const Actor &actor, ContactId contact,
                                                       PersonField field)
{
    const auto person = std::as_const(m_tx).contacts().record(contact);
    if (!person)
        return failure(person.error());
    field.name = text::maskCards(field.name.simplified());
    field.value = text::maskCards(field.value.trimmed());
    const QString folded = text::matchFold(field.name);
    if (folded.isEmpty())
        return std::optional(FieldProblem::NameMissing);
    if (const auto problem = problemOf(field))
        return problem;
    const std::optional<FieldProblem> none;
    if (field.value.isEmpty()) {
        const auto removed = m_tx.fields().remove(contact, field.name);
        if (!removed)
            return failure(removed.error());
        if (!*removed)
            return none;
        if (auto told = tell(actor, contact, QStringLiteral("removed")); !told)
            return failure(told.error());
        return none;
    }
    const auto fields = std::as_const(m_tx).fields().ofContact(contact);
    if (!fields)
        return failure(fields.error());
    const bool known =
        std::any_of(fields->begin(), fields->end(), [&](const PersonFields::Kept &kept) {
            return text::matchFold(kept.field.name) == folded;
        });
    if (!known && fields->size() >= kFieldsAtMost)
        return std::optional(FieldProblem::TooMany);
    if (auto kept = m_tx.fields().keep(contact, field, m_clock.now()); !kept)
        return failure(kept.error());
    if (auto told = tell(actor, contact, QStringLiteral("kept")); !told)
        return failure(told.error());
    return none;
}

/// The log, and the consoles that show this person.
Stored<Done> FieldService::tell(const Actor &actor, ContactId contact, const QString &result)
{
    AuditDraft draft;
    draft.at = m_clock.now();
    draft.actor = actor;
    draft.action = AuditAction::FieldKept;
    draft.contact = contact;
    draft.result = result;
    if (auto audited = m_tx.audit().append(draft); !audited)
        return failure(audited.error());
    const auto conversations = std::as_const(m_tx).conversations().ofContact(contact);
    if (!conversations)
        return failure(conversations.error());
    for (const ConversationRecord &conversation : *conversations) {
        if (auto fed = m_tx.feed().conversationChanged(conversation.id); !fed)
            return failure(fed.error());
    }
    return done();
}

} // namespace destek::daemon
