#pragma once

#include "core/domain/message.h"
#include "core/domain/template.h"

namespace destek
{

/// What somebody wants to send, whatever its kind; core/policy/content_limits.h says whether
/// WhatsApp would take it. The daemon turns it into Meta's JSON (facts/whatsapp.md 4.1, 4.2).
struct OutboundContent {
    /// Text, Image, Video, Audio, Voice, Document, Sticker, Location, Contacts, Reaction,
    /// Interactive (buttons or list) or Template.
    MessageKind kind = MessageKind::Text;
    QString text;      ///< body or caption; the emoji of a reaction, empty takes it back
    MessageId answers; ///< the message this one quotes, or the one a reaction is for
    UploadId upload;   ///< the file, handed over before (POST …/uploads)
    std::optional<LocationView> location;
    QList<ContactCard> contacts;
    QString header; ///< of buttons and lists; text only
    QString footer;
    QList<ButtonView> buttons; ///< at most 3, kind Reply
    std::optional<ListView> list;
    QString templateName;
    QString templateLanguage;
    TemplateValues values;
    bool operator==(const OutboundContent &) const = default;
};

/// A file the daemon took for a message that is still being written; unused ones are deleted
/// after a day.
struct UploadView {
    UploadId id;
    QString fileName;
    QString mimeType; ///< found in the bytes, not in the name
    qint64 size = 0;
};

} // namespace destek
