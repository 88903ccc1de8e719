#pragma once

#include "core/domain/message.h"
#include "daemon/service/ports/database.h"

namespace destek::daemon
{

/// What became of one of our messages, attempt by attempt, oldest first: when each began, what
/// Meta answered, and every status with its price.
[[nodiscard]] Stored<QList<MessageHistory::Step>> sendingSteps(const Tx &tx, const MessageId &id);

/// How often Meta put the message off before this attempt, at once or in a status.
[[nodiscard]] Stored<int> timesPutOff(const Tx &tx, const MessageId &id, int attempt);

/// Has a status said that this attempt failed?
[[nodiscard]] Stored<bool> isKnownFailed(const Tx &tx, const MessageId &id, int attempt);

} // namespace destek::daemon
