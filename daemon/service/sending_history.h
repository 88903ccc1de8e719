#pragma once

#include "core/domain/message.h"
#include "daemon/service/ports/database.h"

namespace destek::daemon
{

/// What became of one of our messages, attempt by attempt, oldest first: when each began, what
/// Meta answered, and every status with its price.
[[nodiscard]] Stored<QList<MessageHistory::Step>> sendingSteps(const Tx &tx, const MessageId &id);

} // namespace destek::daemon
