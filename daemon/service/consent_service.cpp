#include "daemon/service/consent_service.h"

#include "daemon/service/conversation_state.h"
#include "daemon/service/thread_lines.h"

#include <algorithm>

namespace destek::daemon
{

namespace
{

/// Told before, or overtaken by the person's own way back.
bool isNews(Instant since, const QList<ConsentEvent> &said)
{
    return std::none_of(said.begin(), said.end(), [&](const ConsentEvent &event) {
        return event.standing == Standing::Open
                   ? event.at > since
                   : event.at == since ||
                         (event.at > since && event.source == ConsentSource::Restored);
    });
}

} // namespace

Stored<bool> restoreRefusal(Tx &tx, ContactId contact, const QList<Identity> &identities,
                            Instant now)
{
    const auto kept = std::as_const(tx).contacts().suppression(identities);
    if (!kept)
        return failure(kept.error());
    if (!kept->since && kept->switchedAt.isNull())
        return false;
    const auto said = std::as_const(tx).contacts().consent(contact);
    const auto before = std::as_const(tx).contacts().record(contact);
    if (!said || !before)
        return failure(said ? before.error() : said.error());
    if (!kept->switchedAt.isNull()) {
        if (auto switched = tx.contacts().setStoppedAtWhatsApp(contact, kept->stoppedAtWhatsApp,
                                                               kept->switchedAt);
            !switched)
            return failure(switched.error());
    }
    if (!kept->since || !isNews(*kept->since, *said))
        return kept->stoppedAtWhatsApp && !before->stoppedAtWhatsApp;
    ConsentEvent event;
    event.at = *kept->since;
    event.effectAt = now;
    event.standing = Standing::OptedOut;
    event.source = ConsentSource::Restored;
    event.scope = kept->scope;
    if (auto added = tx.contacts().addConsent(contact, event); !added)
        return failure(added.error());
    if (before->standing == Standing::OptedOut)
        return true; // whose confirmation may still be on its way
    const auto marked = tx.contacts().setConfirmationSent(contact);
    return marked ? Stored<bool>(true) : failure(marked.error());
}

Stored<ConsentService::Around> ConsentService::around(const Change &change) const
{
    const auto said = std::as_const(m_tx).contacts().consent(change.contact);
    if (!said)
        return failure(said.error());
    // In the order in which it was said; of one moment the refusal last: it counts.
    const auto rank = [](Instant at, Standing standing) {
        return std::pair(at, standing == Standing::OptedOut);
    };
    const auto own = rank(change.at, change.standing);
    Around around;
    for (const ConsentEvent &event : *said) {
        const auto place = rank(event.at, event.standing);
        if (place <= own &&
            (!around.before || place >= rank(around.before->at, around.before->standing)))
            around.before = event;
        if (place > own &&
            (!around.after || place < rank(around.after->at, around.after->standing)))
            around.after = event;
    }
    return around;
}

Stored<Done> ConsentService::apply(const Change &change)
{
    const auto before = std::as_const(m_tx).contacts().record(change.contact);
    if (!before)
        return failure(before.error());
    const auto near = around(change);
    if (!near)
        return failure(near.error());
    const Standing until = near->before ? near->before->standing : Standing::Open;
    const bool isTurn = until != change.standing;
    const bool news = !near->after && before->standing != change.standing;
    ConsentEvent event;
    event.at = change.at;
    event.effectAt = m_clock.now();
    event.standing = change.standing;
    event.source = change.source;
    event.word = change.word;
    event.message = change.message;
    event.recordedBy = change.recordedBy;
    event.scope = change.scope;
    event.businessNumber = change.businessNumber;
    if (auto added = m_tx.contacts().addConsent(change.contact, event); !added)
        return added;

    AuditDraft draft;
    draft.at = event.effectAt;
    draft.actor = change.actor;
    draft.action =
        change.standing == Standing::OptedOut ? AuditAction::OptedOut : AuditAction::OptedIn;
    draft.contact = change.contact;
    draft.reason = wireName(change.source);
    draft.result = near->after ? QStringLiteral("overtaken")
                   : news      ? QStringLiteral("changed")
                               : QStringLiteral("repeated");
    if (auto audited = m_tx.audit().append(draft); !audited)
        return failure(audited.error());
    if (!change.conversation.isValid())
        return done();
    const auto conversation = std::as_const(m_tx).conversations().record(change.conversation);
    if (!conversation)
        return failure(conversation.error());
    if (isTurn) {
        if (auto shown = addLine(*conversation, change.standing, change.word, change.at); !shown)
            return shown;
    }
    // Said later but heard earlier, and no turn then: now it is one.
    if (isTurn && near->after && near->after->standing == until) {
        if (auto shown = addLine(*conversation, until, near->after->word, near->after->at); !shown)
            return shown;
    }
    if (news && change.standing == Standing::OptedOut && !change.confirmation.isEmpty())
        return queueConfirmation(*conversation, change.confirmation);
    return done();
}

Stored<Done> ConsentService::stopAtWhatsApp(ContactId contact,
                                            const ConversationRecord *conversation,
                                            ConsentSource source, const QString &businessNumber,
                                            Instant at)
{
    if (auto switched = m_tx.contacts().setStoppedAtWhatsApp(contact, true, at); !switched)
        return switched;
    Change change;
    change.contact = contact;
    if (conversation)
        change.conversation = conversation->id;
    change.source = source;
    change.scope = ConsentScope::Marketing;
    change.businessNumber = businessNumber;
    change.at = at;
    change.actor = Actor::system();
    return apply(change);
}

Stored<std::optional<SendRefusal>> ConsentService::record(Change change)
{
    const auto person = std::as_const(m_tx).contacts().record(change.contact);
    if (!person)
        return failure(person.error());
    if (change.standing == Standing::Open && person->stoppedAtWhatsApp)
        return std::optional(SendRefusal::OptedOut);
    const auto conversations = std::as_const(m_tx).conversations().ofContact(change.contact);
    if (!conversations)
        return failure(conversations.error());
    for (const ConversationRecord &conversation : *conversations) {
        const auto closes = windowClosesAt(conversation.lastInboundAt);
        const bool open = closes && *closes > m_clock.now();
        if (!change.conversation.isValid() || open)
            change.conversation = conversation.id;
        if (open)
            break;
    }
    // Outside the window nothing confirms it: that would be a message of our own accord.
    const auto shown =
        std::find_if(conversations->begin(), conversations->end(),
                     [&](const ConversationRecord &one) { return one.id == change.conversation; });
    const auto closes =
        shown == conversations->end() ? std::nullopt : windowClosesAt(shown->lastInboundAt);
    if (!closes || *closes <= m_clock.now())
        change.confirmation.clear();
    if (auto applied = apply(change); !applied)
        return failure(applied.error());
    if (change.conversation.isValid()) {
        if (auto fed = m_tx.feed().conversationChanged(change.conversation); !fed)
            return failure(fed.error());
    }
    return std::optional<SendRefusal>();
}

Stored<Done> ConsentService::addLine(const ConversationRecord &conversation, Standing standing,
                                     const QString &word, Instant at)
{
    return addEvent(conversation,
                    standing == Standing::OptedOut ? EventKind::OptedOut : EventKind::OptedIn, word,
                    at);
}

Stored<Done> ConsentService::ask(ConversationRecord &conversation, const QString &word, Instant at)
{
    const auto said = std::as_const(m_tx).contacts().consent(conversation.contact);
    if (!said)
        return failure(said.error());
    for (const ConsentEvent &event : *said) {
        // Said plainly since, or of old: nobody needs to ask.
        if (event.at >= at && event.source != ConsentSource::Restored)
            return addEvent(conversation, EventKind::OptOutQuestion, word, at);
    }
    conversation.optOutQuestion = true;
    if (auto updated = m_tx.conversations().update(conversation); !updated)
        return updated;
    return addEvent(conversation, EventKind::OptOutQuestion, word, at);
}

Stored<Done> ConsentService::addEvent(const ConversationRecord &conversation, EventKind kind,
                                      const QString &text, Instant at)
{
    return addThreadLine(m_tx, m_clock, conversation, kind, text, at, Actor::system());
}

Stored<Done> ConsentService::queueConfirmation(const ConversationRecord &conversation,
                                               const QString &text)
{
    MessageRecord message;
    message.id = MessageId::create();
    message.conversation = conversation.id;
    message.contact = conversation.contact;
    message.direction = Direction::Outbound;
    message.kind = MessageKind::Text;
    message.state = SendState::Queued;
    message.purpose = MessageClass::LegalNotice;
    message.isOptOutConfirmation = true;
    message.text = text;
    message.authorName = Actor::system().name;
    message.at = m_clock.now();
    message.receivedAt = message.at;
    message.appliedAt = message.at;
    if (auto inserted = insertOwn(m_tx, conversation, message); !inserted)
        return inserted;
    if (auto fed = m_tx.feed().messageChanged(conversation.id, message.id); !fed)
        return failure(fed.error());
    return done();
}

} // namespace destek::daemon
