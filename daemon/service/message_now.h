#pragma once

#include "daemon/service/ports/database.h"

namespace destek::daemon
{

/// What is true of a message now: reactions, edits and withdrawals are messages of their own and
/// come in any order; the newest of each side counts, by WhatsApp's time.
struct MessageNow {
    QList<ReactionView> reactions;     ///< at most one of each side
    std::optional<MessageRecord> edit; ///< the latest
    std::optional<Instant> revokedAt;
    bool absorbed = false; ///< it is itself shown as part of another one
};

[[nodiscard]] Stored<MessageNow> messageNow(const Tx &tx, const MessageRecord &record);

/// True if the sender took it back: nobody but supervisors sees its words or its file any more.
[[nodiscard]] Stored<bool> isRevoked(const Tx &tx, MessageId id);

/// Former texts, oldest first, and what happened on the way to the person.
[[nodiscard]] Stored<MessageHistory> historyOf(const Tx &tx, const MessageRecord &record);

} // namespace destek::daemon
