#pragma once

#include "core/domain/message.h"
#include "core/domain/standing.h"
#include "core/domain/template.h"
#include "core/domain/work.h"
#include "core/policy/send_refusal.h"

namespace destek
{

/// What may be sent to this person now; nullopt = allowed. Travels with the conversation so
/// that the console can say why before one types; the daemon decides again when it sends.
struct SendAllowance {
    std::optional<SendRefusal> freeText;
    std::optional<SendRefusal> templates;
    bool operator==(const SendAllowance &) const = default;
};

/// One row of the inbox, already masked for the role that receives it.
struct ConversationSummary {
    ConversationId id;
    ContactId contact;
    QString name;           ///< visible name, hostile, may be empty (R-05)
    QString number;         ///< masked "+90 5** *** ** 34"; empty for people without one
    QString username;       ///< without @; empty mostly
    QString businessNumber; ///< ours, as WhatsApp displays it
    QString lastLine;       ///< first line of the last message, hostile
    Direction lastDirection = Direction::Inbound;
    MessageKind lastKind = MessageKind::Text;
    SendState lastOwnState = SendState::None; ///< of our last message, whoever wrote last
    Instant lastAt;
    int waiting = 0;                       ///< messages since our last answer; 0 = answered
    std::optional<Instant> waitingSince;   ///< the oldest of them
    std::optional<Instant> windowClosesAt; ///< free text until then (margin already taken off)
    Standing standing = Standing::Open;
    bool optOutQuestion = false; ///< the last words may be an opt-out: an agent must say
    SendAllowance allowance;
    bool standby = false; ///< somebody else answers this conversation; copies only
    WorkState work;
    qint64 revision = 0; ///< feed number of the last change; a lower one is stale
    bool operator==(const ConversationSummary &) const = default;
};

struct InboxPage {
    QList<ConversationSummary> conversations;
    QString next;   ///< cursor of the next page; empty at the end
    qint64 seq = 0; ///< feed number this page is true at; follow the feed from here
};

/// What became of a WorkAct on one conversation.
struct WorkOutcome {
    ConversationId conversation;
    std::optional<WorkRefusal> refusal;         ///< nullopt = done
    std::optional<ConversationSummary> summary; ///< how it stands now; none if it does not exist
};

/// The right-hand pane.
struct PersonView {
    ContactId contact;
    QString name;
    QString number; ///< masked
    QString username;
    QString language;
    Standing standing = Standing::Open;
    Instant firstSeenAt;
    bool stoppedAtWhatsApp = false; ///< their own switch there; nobody here can lift it
    bool needsReview = false;       ///< e.g. the number came with another identity before
    QString addressBookName;        ///< from the phone's contacts (coexistence)
    Instant keptUntil; ///< the last of this person's records goes then at the latest (R-21)
    struct ConsentLine {
        Instant at;
        Standing standing = Standing::Open;
        ConsentSource source = ConsentSource::Keyword;
        QString word;
        QString recordedBy; ///< display name, for what an agent recorded
        ConsentScope scope = ConsentScope::AllProactive;
        QString businessNumber = {}; ///< of ours, if it is about that one alone
    };
    QList<ConsentLine> consent;
    QList<PersonField> fields; ///< by name
};

} // namespace destek
