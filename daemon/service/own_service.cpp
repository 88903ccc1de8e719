#include "daemon/service/own_service.h"

#include "core/policy/own_limits.h"
#include "core/text/masking.h"

#include <algorithm>

namespace destek::daemon
{

namespace
{

/// As many rows as a console shows of an inbox.
constexpr int kSeenAtMost = 5000;

} // namespace

Stored<DraftsNow> OwnService::keepDraft(const Actor &actor, Draft draft)
{
    if (isTooLong(draft))
        return failure(StoreError::Conflict);
    const auto conversation = std::as_const(m_tx).conversations().record(draft.conversation);
    if (!conversation)
        return failure(conversation.error());
    if (const auto kept = keep(actor, conversation->contact, draft); !kept)
        return failure(kept.error());
    return left(actor.agent, draft.conversation);
}

Stored<DraftsNow> OwnService::left(AgentId agent, ConversationId id) const
{
    const auto kept = std::as_const(m_tx).own().draftsOf(agent, id);
    if (!kept)
        return failure(kept.error());
    DraftsNow now{id, {}};
    for (const Draft &one : *kept)
        now.kinds << one.kind;
    return now;
}

Stored<std::optional<DraftsNow>> OwnService::draftSent(const Actor &actor, ConversationId id,
                                                       const QString &text)
{
    const auto kept = std::as_const(m_tx).own().draftsOf(actor.agent, id);
    if (!kept)
        return failure(kept.error());
    Draft draft = Drafts{id, *kept}.of(Draft::Kind::Reply);
    if (draft.text.isEmpty() || draft.text.trimmed() != text::maskCards(text).trimmed())
        return std::optional<DraftsNow>();
    draft.text.clear(); // a template that is being filled in stays
    draft.answers = {};
    const auto now = keepDraft(actor, draft);
    if (!now)
        return failure(now.error());
    return std::optional(*now);
}

Stored<Done> OwnService::keep(const Actor &actor, ContactId contact, Draft &draft)
{
    if (draft.kind != Draft::Kind::Reply)
        draft.form.reset();
    if (draft.isEmpty())
        return m_tx.own().forgetDraft(actor.agent, draft.conversation, draft.kind);
    draft.text = text::maskCards(draft.text);
    if (draft.form) {
        for (QString &field : draft.form->texts)
            field = text::maskCards(field);
    }
    draft.at = m_clock.now();
    if (draft.answers.isValid()) {
        const auto quoted = std::as_const(m_tx).messages().record(draft.answers);
        if (!quoted || quoted->conversation != draft.conversation)
            draft.answers = MessageId(); // gone, or another person's
    }
    return m_tx.own().keepDraft(actor.agent, contact, draft);
}

Stored<Done> OwnService::markSeen(const Actor &actor, const SeenMark &mark)
{
    const auto conversation = std::as_const(m_tx).conversations().record(mark.conversation);
    if (!conversation)
        return failure(conversation.error());
    return m_tx.own().markSeen(actor.agent, {mark.conversation, std::max<qint64>(mark.heard, 0)});
}

Stored<OwnView> OwnService::own(const Tx &tx, AgentId agent)
{
    const auto seen = tx.own().seen(agent, kSeenAtMost);
    const auto drafts = tx.own().drafts(agent);
    const auto mentioned = tx.own().mentionedIn(agent);
    if (!seen || !drafts || !mentioned)
        return failure(!seen ? seen.error() : !drafts ? drafts.error() : mentioned.error());
    return OwnView{*seen, *drafts, *mentioned};
}

Stored<Drafts> OwnService::drafts(const Tx &tx, AgentId agent, ConversationId id)
{
    const auto conversation = tx.conversations().record(id);
    if (!conversation)
        return failure(conversation.error());
    const auto kept = tx.own().draftsOf(agent, id);
    if (!kept)
        return failure(kept.error());
    return Drafts{id, *kept};
}

} // namespace destek::daemon
