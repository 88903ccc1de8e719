#pragma once

#include "daemon/service/ports/contacts.h"
#include "daemon/service/ports/messages.h"

#include <QByteArray>

#include <optional>
#include <variant>

/// What a webhook body says, once read: our words, not Meta's. Made by daemon/intake, applied by
/// InboundApplier. Texts are hostile and unmasked here.
namespace destek::daemon
{

/// Our side of a conversation.
struct BusinessNumber {
    QString phoneNumberId;
    QString display;
};

/// `system` messages: the person's number or BSUID changed (facts/whatsapp.md 2.3).
struct IdentityChange {
    QList<Identity> former;
    QList<Identity> current;
    bool ofNumber = true; ///< false: only WhatsApp's own id of the person
};

struct InboundMessage {
    BusinessNumber number;
    QList<Identity> sender; ///< strongest first: BSUID, parent BSUID, phone
    QString profileName;    ///< may be empty
    QString username;       ///< without @; never identifies anybody
    QString wamid;
    Instant at;
    MessageKind kind = MessageKind::Unknown;
    QString text;             ///< body, caption, label or file name: what a placeholder shows
    QByteArray raw;           ///< Meta's JSON of this message, for kinds not fully read
    QStringList consentWords; ///< where an opt-out word may stand: body, caption, payload, title
    ConsentSource consentSource = ConsentSource::Keyword;
    bool opensWindow = true; ///< system messages do not
    std::optional<IdentityChange> change;
    /// Inbound, or Outbound for what was sent from the phone or stands so in a history import.
    /// `sender` is the customer either way.
    Direction direction = Direction::Inbound;
    Provenance provenance = Provenance::Cloud;
    SendState state = SendState::None; ///< of what we sent, as the echo or the history says
    QString target;                    ///< wamid that a reaction, edit or withdrawal is about
    bool identityKeyChanged = false;   ///< system line: same number, new device or owner
    QString identityKey;               ///< with which WhatsApp sees this person; mostly empty
    bool inGroup = false;              ///< written among others, not to us alone
    bool isPlaceholder = false;        ///< of a file that the history import brings later
};

struct StatusUpdate {
    BusinessNumber number;
    QString wamid;
    QString callbackData; ///< our message id, when Meta echoes it
    StatusEvent status;
    QList<Identity> recipient; ///< signed evidence that they belong together; may be empty
};

struct PreferenceUpdate {
    BusinessNumber number;
    QList<Identity> person;
    bool stop = true;
    Instant at;
};

/// A template's status, category, quality or words changed (facts/whatsapp.md 5.2, 7). Words are
/// Meta's own; empty ones are unchanged.
struct TemplateUpdate {
    QString name;
    QString language;
    QString status;
    QString category;       ///< in force now
    QString comingCategory; ///< in force from comingAt: announced about a day ahead
    Instant comingAt;
    QString quality;
    QString reason; ///< why it was rejected, paused, ...; Meta's text
    bool wordsChanged = false;
    QString metaId; ///< WhatsApp's id of the template
};

/// One of our numbers: quality, limit, name, PIN (facts/whatsapp.md 5.6, 7). Empty: unchanged.
struct NumberUpdate {
    QString accountId;     ///< the WABA; numbers are named by what they display only
    QString phoneNumberId; ///< mostly empty
    QString display;       ///< empty: the limit is that of the whole portfolio
    QString event;         ///< FLAGGED, THROUGHPUT_UPGRADE, PIN_CHANGED, ...
    QString limit;         ///< TIER_2K, or a number as text
    QString nameStatus;    ///< APPROVED, DECLINED, ...
    QString name;          ///< the visible name that was decided on
    QString reason;
    bool security = false; ///< the field `security`
};

/// The account as a whole: review, restriction, ban, alert (facts/whatsapp.md 7).
struct AccountUpdate {
    QString accountId;
    QString event;  ///< Meta's word: ACCOUNT_RESTRICTION, DISABLED_UPDATE, REVIEW_APPROVED, ...
    QString detail; ///< Meta's text or words, hostile
    struct Restriction {
        QString type;
        Instant until; ///< null: open-ended
    };
    QList<Restriction> restrictions;
    QString severity; ///< of an alert: CRITICAL, WARNING, INFORMATIONAL
    QString status;   ///< of an alert: ACTIVE, RESOLVED, ...
    Instant at;       ///< entry time, may be null
};

/// `errors[]` without a message or a status (facts/whatsapp.md 2.2).
struct ChannelError {
    BusinessNumber number;
    int code = 0;
    QString title;
    QString details;
};

/// A user's call opens the service window (facts/whatsapp.md 5.1).
struct CallUpdate {
    BusinessNumber number;
    QList<Identity> person;
    QString callId;
    Instant at;
    bool byUser = true;
};

/// Coexistence: the history import's own progress, or why there is none.
struct HistoryProgress {
    BusinessNumber number;
    int phase = 0;
    int percent = 0;
    int code = 0; ///< e.g. 2593109: declined on the phone
};

/// Coexistence: an entry of the phone's address book.
struct AddressBookEntry {
    BusinessNumber number;
    QList<Identity> person;
    QString name;
    QString username;
    bool removed = false;
    Instant at;
};

/// Who answers a conversation (facts/whatsapp.md 7, messaging_handovers).
struct HandoverUpdate {
    BusinessNumber number;
    QList<Identity> person;
    bool ours = false;
    Instant at;
};

/// Something this version does not act on. `raw` is kept for a later one; empty: known to be
/// of no use here.
struct OtherUpdate {
    QString field;
    QByteArray raw;
};

/// A part that could not be read: goes to the dead letters, the rest of the body goes on.
struct UnreadablePart {
    QString reason; ///< English, no content
    QByteArray raw;
};

using InboundEvent =
    std::variant<InboundMessage, StatusUpdate, PreferenceUpdate, TemplateUpdate, NumberUpdate,
                 AccountUpdate, ChannelError, CallUpdate, HistoryProgress, AddressBookEntry,
                 HandoverUpdate, OtherUpdate, UnreadablePart>;

} // namespace destek::daemon
