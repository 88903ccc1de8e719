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
};

struct StatusUpdate {
    BusinessNumber number;
    QString wamid;
    QString callbackData; ///< our message id, when Meta echoes it
    StatusEvent status;
};

struct PreferenceUpdate {
    BusinessNumber number;
    QList<Identity> person;
    bool stop = true;
    Instant at;
};

struct TemplateUpdate {
    QString name;
    QString language;
    QString status;   ///< empty: unchanged
    QString category; ///< empty: unchanged
};

/// A field this version does not act on; kept as a count only.
struct OtherUpdate {
    QString field;
};

/// A part that could not be read: goes to the dead letters, the rest of the body goes on.
struct UnreadablePart {
    QString reason; ///< English, no content
    QByteArray raw;
};

using InboundEvent = std::variant<InboundMessage, StatusUpdate, PreferenceUpdate, TemplateUpdate,
                                  OtherUpdate, UnreadablePart>;

} // namespace destek::daemon
