#pragma once

#include "core/base/instant.h"
#include "core/domain/content.h"
#include "core/domain/enum_names.h"
#include "core/domain/ids.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace destek
{

enum class Direction : quint8 {
    Inbound,  ///< the customer wrote
    Outbound, ///< we wrote
    Event,    ///< a line of our own in the thread (opt-out, ...); text cannot imitate it
};
constexpr auto enumNames(Direction)
{
    return std::array{DESTEK_NAME(Direction::Inbound, "inbound"),
                      DESTEK_NAME(Direction::Outbound, "outbound"),
                      DESTEK_NAME(Direction::Event, "event")};
}

/// WhatsApp's message types (facts/whatsapp.md 2.2) plus our own. A type this version does not
/// know is kept as Unknown with its bytes, so that a later version can read it again.
enum class MessageKind : quint8 {
    Text,
    Template,
    Image,
    Video,
    Audio,
    Voice,
    Document,
    Sticker,
    Location,
    Contacts,
    Button,
    Interactive,
    Reaction,
    Order,
    System,
    Unsupported,
    Edit,
    Revoke,
    Event,
    Note, ///< internal: colleagues see it, customers never (Direction::Event)
    Unknown,
};
constexpr auto enumNames(MessageKind)
{
    using K = MessageKind;
    return std::array{
        DESTEK_NAME(K::Text, "text"),         DESTEK_NAME(K::Template, "template"),
        DESTEK_NAME(K::Image, "image"),       DESTEK_NAME(K::Video, "video"),
        DESTEK_NAME(K::Audio, "audio"),       DESTEK_NAME(K::Voice, "voice"),
        DESTEK_NAME(K::Document, "document"), DESTEK_NAME(K::Sticker, "sticker"),
        DESTEK_NAME(K::Location, "location"), DESTEK_NAME(K::Contacts, "contacts"),
        DESTEK_NAME(K::Button, "button"),     DESTEK_NAME(K::Interactive, "interactive"),
        DESTEK_NAME(K::Reaction, "reaction"), DESTEK_NAME(K::Order, "order"),
        DESTEK_NAME(K::System, "system"),     DESTEK_NAME(K::Unsupported, "unsupported"),
        DESTEK_NAME(K::Edit, "edit"),         DESTEK_NAME(K::Revoke, "revoke"),
        DESTEK_NAME(K::Event, "event"),       DESTEK_NAME(K::Note, "note"),
        DESTEK_NAME(K::Unknown, "unknown")};
}

/// Where one of our messages is. Climbs only (statuses arrive in any order): see climb().
enum class SendState : quint8 {
    None,      ///< not ours
    Queued,    ///< durable at the daemon, waiting its turn                       (clock)
    Sending,   ///< handed to Meta, no answer yet                                 (clock)
    Unknown,   ///< asked, but nobody knows whether it went out; never resent by itself
    Accepted,  ///< Meta answered with a wamid                                    (one tick)
    Sent,      ///< left Meta's servers                                           (one tick)
    Delivered, ///< on the device                                                 (two ticks)
    Read,      ///< seen                                                          (two, blue)
    Played,    ///< voice heard
    Failed,    ///< Meta says it did not arrive, with a code
    Refused,   ///< our own policy refused at the last moment, with a reason
    Abandoned, ///< a named person gave up an Unknown one
    Withdrawn, ///< its author took it back before it went out
};
constexpr auto enumNames(SendState)
{
    using S = SendState;
    return std::array{
        DESTEK_NAME(S::None, "none"),           DESTEK_NAME(S::Queued, "queued"),
        DESTEK_NAME(S::Sending, "sending"),     DESTEK_NAME(S::Unknown, "unknown"),
        DESTEK_NAME(S::Accepted, "accepted"),   DESTEK_NAME(S::Sent, "sent"),
        DESTEK_NAME(S::Delivered, "delivered"), DESTEK_NAME(S::Read, "read"),
        DESTEK_NAME(S::Played, "played"),       DESTEK_NAME(S::Failed, "failed"),
        DESTEK_NAME(S::Refused, "refused"),     DESTEK_NAME(S::Abandoned, "abandoned"),
        DESTEK_NAME(S::Withdrawn, "withdrawn")};
}

/// The state to show after a status arrives: the higher of the two. A failure after `sent`
/// counts, a failure after `read` does not (facts/whatsapp.md 2.4).
[[nodiscard]] SendState climb(SendState shown, SendState arrived);

/// What an outgoing message is for. Nothing else may be sent.
enum class MessageClass : quint8 { SupportAnswer, Information, LegalNotice };
constexpr auto enumNames(MessageClass)
{
    return std::array{DESTEK_NAME(MessageClass::SupportAnswer, "support_answer"),
                      DESTEK_NAME(MessageClass::Information, "information"),
                      DESTEK_NAME(MessageClass::LegalNotice, "legal_notice")};
}

enum class EventKind : quint8 {
    None,
    OptedOut,
    OptedIn,
    OptOutQuestion,
    OptOutQuestionAnsweredNo,
    NumberChanged,
    CardMasked,
    IdentityKeyChanged, ///< same number, new device or new owner: verify before trusting
    NumberRecycled,     ///< the number came with another identity: a new person, for review
    HistoryImported,
    HandedOver,    ///< somebody else answers this conversation now (standby)
    TakenBack,     ///< ... and we do again
    UserIdChanged, ///< WhatsApp names the same person by another BSUID
    // WhatsApp took the message above and did not send it (message_status of Meta's answer).
    TemplateHeld,   ///< its quality is looked at first: held_for_quality_assessment
    TemplatePaused, ///< paused: not sent
    // What colleagues did; MessageView::author did it, MessageView::text names the other one.
    Assigned,   ///< to a colleague; empty text: to nobody
    TakenOver,  ///< from a colleague whose lease ran
    Snoozed,    ///< text: until when, milliseconds since 1970
    SnoozeOver, ///< its time came
    Resolved,
    Reopened, ///< by a colleague; what a customer writes reopens without a line
};
constexpr auto enumNames(EventKind)
{
    using E = EventKind;
    return std::array{DESTEK_NAME(E::None, "none"),
                      DESTEK_NAME(E::OptedOut, "opted_out"),
                      DESTEK_NAME(E::OptedIn, "opted_in"),
                      DESTEK_NAME(E::OptOutQuestion, "opt_out_question"),
                      DESTEK_NAME(E::OptOutQuestionAnsweredNo, "opt_out_question_answered_no"),
                      DESTEK_NAME(E::NumberChanged, "number_changed"),
                      DESTEK_NAME(E::CardMasked, "card_masked"),
                      DESTEK_NAME(E::IdentityKeyChanged, "identity_key_changed"),
                      DESTEK_NAME(E::NumberRecycled, "number_recycled"),
                      DESTEK_NAME(E::HistoryImported, "history_imported"),
                      DESTEK_NAME(E::HandedOver, "handed_over"),
                      DESTEK_NAME(E::TakenBack, "taken_back"),
                      DESTEK_NAME(E::UserIdChanged, "user_id_changed"),
                      DESTEK_NAME(E::TemplateHeld, "template_held"),
                      DESTEK_NAME(E::TemplatePaused, "template_paused"),
                      DESTEK_NAME(E::Assigned, "assigned"),
                      DESTEK_NAME(E::TakenOver, "taken_over"),
                      DESTEK_NAME(E::Snoozed, "snoozed"),
                      DESTEK_NAME(E::SnoozeOver, "snooze_over"),
                      DESTEK_NAME(E::Resolved, "resolved"),
                      DESTEK_NAME(E::Reopened, "reopened")};
}

/// One message as a console may see it: already masked for its role by the daemon.
struct MessageView {
    MessageId id;
    ConversationId conversation;
    Direction direction = Direction::Inbound;
    MessageKind kind = MessageKind::Text;
    SendState state = SendState::None;
    EventKind event = EventKind::None;
    MessageClass purpose = MessageClass::SupportAnswer;
    QString text;         ///< hostile; plain text, or a placeholder's detail (file name, caption)
    QString author;       ///< display name of the agent, for what we wrote
    QString templateName; ///< for Template
    Instant at;           ///< Meta's time for inbound; ours for outbound. Orders the thread
    Instant receivedAt;   ///< when the daemon took it
    qint64 order = 0;     ///< breaks ties of `at`; unique
    int errorCode = 0;    ///< Meta's, of Failed (-1: none given) or what put Queued off; else 0
    QString refusal;      ///< wireName(SendRefusal) for Refused
    int attempts = 0;
    MessageContent content;
    /// Shown as part of another message (a reaction, an edit, a withdrawal): no bubble of its own.
    bool absorbed = false;
    QList<AgentId> mentions;       ///< of a note: the colleagues it names
    std::optional<Instant> goesAt; ///< Queued and held back: can be withdrawn until then
    bool operator==(const MessageView &) const = default;
};

/// What happened to a message over time; for supervisors (facts/whatsapp.md 2.4; R-07).
struct MessageHistory {
    struct Version {
        Instant at;
        QString text;
        bool revoked = false;
    };
    struct Step {
        int attempt = 0; ///< from 1
        Instant at;
        SendState state = SendState::Queued;
        int code = 0;
        QString pricingCategory;
        QString pricingType;
    };
    QList<Version> versions; ///< oldest first; one if it was never edited
    QList<Step> steps;       ///< oldest first
};

/// A page of a thread, oldest first.
struct ThreadPage {
    QList<MessageView> messages;
    bool hasOlder = false;
    bool hasNewer = false;
};

} // namespace destek
