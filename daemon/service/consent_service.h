#pragma once

#include "core/base/clock.h"
#include "core/policy/send_policy.h"
#include "daemon/service/ports/database.h"

namespace destek::daemon
{

/// Meta's code when the person has stopped us there (facts/whatsapp.md 6).
constexpr int kStoppedByPerson = 131050;

/// What was kept of a refusal under these identities (of somebody erased, or unknown then) is this
/// person's, unless they came back since. No confirmation: it has been confirmed before.
/// Answers whether anything changed.
Stored<bool> restoreRefusal(Tx &tx, ContactId contact, const QList<Identity> &identities,
                            Instant now);

/// Changes of a person's standing, with their evidence, their line in the thread, their audit
/// entry and, for an opt-out, the one confirmation (R-58..R-64). Inside a Tx; nothing is sent
/// here: the confirmation is queued like any other message and decided again when it starts.
class ConsentService
{
public:
    ConsentService(Tx &tx, const Clock &clock) : m_tx(tx), m_clock(clock) {}

    struct Change {
        ContactId contact;
        ConversationId conversation; ///< invalid: no line in a thread, no confirmation
        Standing standing = Standing::OptedOut;
        ConsentSource source = ConsentSource::Keyword;
        QString word;
        MessageId message;
        Instant at;              ///< when the person said it
        Actor actor;             ///< system for keywords
        QString confirmation;    ///< text; empty: none goes out
        QString recordedBy = {}; ///< who noted what was said elsewhere
        ConsentScope scope = ConsentScope::AllProactive;
        QString businessNumber = {}; ///< if it is about that one alone
    };
    /// Every word is kept as evidence; the one said last makes the standing, in whatever order
    /// they are heard. The same word again moves the time on but confirms nothing twice.
    Stored<Done> apply(const Change &change);
    /// What a person said elsewhere, noted by a colleague: `change` says who and what.
    /// A stop at WhatsApp itself is lifted there alone: no record of ours opens it (OptedOut). The
    /// person's own BAŞLAT does open what they refused with us, and leaves that stop standing.
    Stored<std::optional<SendRefusal>> record(Change change);
    /// They stopped us at WhatsApp itself: its switch told so, or error 131050. Marketing at one of
    /// our numbers is what it is about; it holds until WhatsApp says `resume`, whatever is said or
    /// recorded here meanwhile (facts/whatsapp.md 10.4). Nothing confirms it: they told Meta.
    Stored<Done> stopAtWhatsApp(ContactId contact, const ConversationRecord *conversation,
                                ConsentSource source, const QString &businessNumber, Instant at);
    /// Doubtful words: the agent is asked. Sets the flag and adds a line to the thread.
    Stored<Done> ask(ConversationRecord &conversation, const QString &word, Instant at);
    /// Adds one of our own lines to a thread.
    Stored<Done> addEvent(const ConversationRecord &conversation, EventKind kind,
                          const QString &text, Instant at);

private:
    /// What was said just before and just after this, in the order of saying.
    struct Around {
        std::optional<ConsentEvent> before;
        std::optional<ConsentEvent> after;
    };
    Stored<Around> around(const Change &change) const;
    Stored<Done> addLine(const ConversationRecord &conversation, Standing standing,
                         const QString &word, Instant at);
    Stored<Done> queueConfirmation(const ConversationRecord &conversation, const QString &text);

    Tx &m_tx;
    const Clock &m_clock;
};

} // namespace destek::daemon
