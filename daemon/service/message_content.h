#pragma once

#include "core/domain/message.h"

#include <QByteArray>
#include <QJsonObject>

/// Reads what a message holds from Meta's own JSON of it, each time a view or an export is made,
/// so that a later version reads old messages better (facts/whatsapp.md 2.1, 2.2, 4.1). Never
/// fails: a wrong type reads as nothing. Pure; any thread.
namespace destek::daemon
{

/// All of MessageContent that the message itself tells. Quotes, reactions, edits, the state of
/// media bytes and the provenance are known elsewhere: see service/message_now.h.
/// `raw`: inbound as received, outbound the part that is sent; may be empty.
[[nodiscard]] MessageContent readContent(MessageKind kind, const QByteArray &raw);

/// The line a bubble, a placeholder or the inbox shows of a message: body, caption, label, emoji.
[[nodiscard]] QString lineOf(MessageKind kind, const QJsonObject &message);

/// Which kind Meta's JSON of a message is; what only we make reads as Unknown.
[[nodiscard]] MessageKind kindOf(const QJsonObject &message);

/// Written in a group: not to us alone.
[[nodiscard]] bool isInGroup(const QJsonObject &message);

/// WhatsApp's id of the message this one answers; empty if it answers none.
[[nodiscard]] QString quotedWamid(const QByteArray &raw);

/// Who wrote the message this one answers, as WhatsApp says: digits of a number; may be empty.
[[nodiscard]] QString quotedNumber(const QByteArray &raw);

/// WhatsApp's id of the message that a reaction, an edit or a withdrawal is about.
[[nodiscard]] QString targetWamid(MessageKind kind, const QJsonObject &message);

/// Card numbers masked in every string that somebody can have typed: all but ids, hashes
/// and addresses that WhatsApp makes, which may look like card numbers.
[[nodiscard]] QByteArray withCardsMasked(const QByteArray &json);

} // namespace destek::daemon
