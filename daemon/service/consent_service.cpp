#include "daemon/service/consent_service.h"

#include <algorithm>

namespace destek::daemon
{

bool stoppedAtWhatsApp(const QList<ConsentEvent> &said)
{
    const ConsentEvent *last = nullptr;
    for (const ConsentEvent &event : said) {
        const bool theirs = event.source == ConsentSource::MetaPreference ||
                            event.source == ConsentSource::MetaError;
        if (theirs && (!last || event.at >= last->at))
            last = &event;
    }
    return last && last->standing == Standing::OptedOut;
}

Stored<Done> carryOptOut(Tx &tx, ContactId contact, Instant since, Instant now)
{
    ConsentEvent event;
    event.at = since;
    event.effectAt = now;
    event.standing = Standing::OptedOut;
    event.source = ConsentSource::Restored;
    if (auto added = tx.contacts().addConsent(contact, event); !added)
        return added;
    return tx.contacts().setConfirmationSent(contact);
}

Stored<bool> ConsentService::isOvertaken(const Change &change) const
{
    const auto said = std::as_const(m_tx).contacts().consent(change.contact);
    if (!said)
        return failure(said.error());
    for (const ConsentEvent &event : *said) {
        if (event.at > change.at)
            return true;
        // Of two words in one second the refusal counts, whichever came first.
        if (event.at == change.at && event.standing == Standing::OptedOut &&
            change.standing == Standing::Open)
            return true;
    }
    return false;
}

Stored<Done> ConsentService::apply(const Change &change)
{
    const auto before = std::as_const(m_tx).contacts().record(change.contact);
    if (!before)
        return failure(before.error());
    const auto overtaken = isOvertaken(change);
    if (!overtaken)
        return failure(overtaken.error());
    if (*overtaken)
        return done();
    const bool news = before->standing != change.standing;
    ConsentEvent event;
    event.at = change.at;
    event.effectAt = m_clock.now();
    event.standing = change.standing;
    event.source = change.source;
    event.word = change.word;
    event.message = change.message;
    event.recordedBy = change.recordedBy;
    if (auto added = m_tx.contacts().addConsent(change.contact, event); !added)
        return added;

    AuditDraft draft;
    draft.at = event.effectAt;
    draft.actor = change.actor;
    draft.action =
        change.standing == Standing::OptedOut ? AuditAction::OptedOut : AuditAction::OptedIn;
    draft.contact = change.contact;
    draft.reason = wireName(change.source);
    draft.result = news ? QStringLiteral("changed") : QStringLiteral("repeated");
    if (auto audited = m_tx.audit().append(draft); !audited)
        return failure(audited.error());
    if (!news || !change.conversation.isValid())
        return done();

    const auto conversation = std::as_const(m_tx).conversations().record(change.conversation);
    if (!conversation)
        return failure(conversation.error());
    const EventKind kind =
        change.standing == Standing::OptedOut ? EventKind::OptedOut : EventKind::OptedIn;
    if (auto shown = addEvent(*conversation, kind, change.word, change.at); !shown)
        return shown;
    if (change.standing == Standing::OptedOut && !change.confirmation.isEmpty())
        return queueConfirmation(*conversation, change.confirmation);
    return done();
}

Stored<std::optional<SendRefusal>> ConsentService::record(Change change)
{
    const auto said = std::as_const(m_tx).contacts().consent(change.contact);
    if (!said)
        return failure(said.error());
    if (change.standing == Standing::Open && stoppedAtWhatsApp(*said))
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

Stored<Done> ConsentService::ask(ConversationRecord &conversation, const QString &word, Instant at)
{
    conversation.optOutQuestion = true;
    if (auto updated = m_tx.conversations().update(conversation); !updated)
        return updated;
    return addEvent(conversation, EventKind::OptOutQuestion, word, at);
}

Stored<Done> ConsentService::addEvent(const ConversationRecord &conversation, EventKind kind,
                                      const QString &text, Instant at)
{
    MessageRecord line;
    line.id = MessageId::create();
    line.conversation = conversation.id;
    line.contact = conversation.contact;
    line.direction = Direction::Event;
    line.kind = MessageKind::Event;
    line.event = kind;
    line.text = text;
    line.at = at;
    line.receivedAt = m_clock.now();
    line.appliedAt = line.receivedAt;
    if (auto inserted = m_tx.messages().insert(line, conversation.phoneNumberId); !inserted)
        return failure(inserted.error());
    if (auto fed = m_tx.feed().messageChanged(conversation.id, line.id); !fed)
        return failure(fed.error());
    return done();
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
    if (auto inserted = m_tx.messages().insert(message, conversation.phoneNumberId); !inserted)
        return failure(inserted.error());
    if (auto fed = m_tx.feed().messageChanged(conversation.id, message.id); !fed)
        return failure(fed.error());
    return done();
}

} // namespace destek::daemon
