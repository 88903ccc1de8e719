#pragma once

#include "daemon/service/ports/database.h"

namespace destek::daemon
{

/// True for kinds whose message is a file.
[[nodiscard]] constexpr bool isMediaKind(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Image:
    case MessageKind::Video:
    case MessageKind::Audio:
    case MessageKind::Voice:
    case MessageKind::Document:
    case MessageKind::Sticker:
        return true;
    default:
        return false;
    }
}

/// Notes the file of a message that was just stored, so that it is fetched: `rawJson` is Meta's
/// JSON of the message (facts/whatsapp.md 2.2). Does nothing for kinds without a file. A file
/// that WhatsApp could not hand over is noted with the reason (131052: too large; none: missing);
/// the same message again with an id after all (a history import in pieces) is fetched then.
[[nodiscard]] Stored<Done> queueMedia(Tx &tx, const MessageRecord &record,
                                      const QString &phoneNumberId, const QByteArray &rawJson,
                                      Instant now);

} // namespace destek::daemon
