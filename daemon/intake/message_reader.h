#pragma once

#include "daemon/service/inbound_events.h"

#include <QJsonObject>

namespace destek::daemon::intake
{

/// One element of `messages[]` with the `contacts[]` of its change. nullopt if it has neither an
/// id nor a sender: then nobody could ever find it again.
[[nodiscard]] std::optional<InboundMessage>
readMessage(const QJsonObject &message, const QJsonArray &contacts, const BusinessNumber &number);

/// An entry of contacts[] with keys that we do not know.
[[nodiscard]] bool saysMore(const QJsonObject &contact);

/// What an element of messages[], message_echoes[] or of a history thread says besides who wrote
/// it: kind, time, words, target, Meta's own JSON.
void readBody(const QJsonObject &message, InboundMessage &inbound);

/// Strongest first; empty if the object names nobody. Tolerates a BSUID in a phone field, which
/// some senders put there (facts/whatsapp.md 3.1).
[[nodiscard]] QList<Identity> readIdentities(const QString &phone, const QString &bsuid,
                                             const QString &parentBsuid);

/// Unix seconds as a string or a number. What is no time between 1970 and 2100 is null: unknown,
/// and whoever applies the event uses the time of receipt.
[[nodiscard]] Instant readTimestamp(const QJsonValue &value);

} // namespace destek::daemon::intake
