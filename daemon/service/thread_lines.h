#pragma once

#include "core/base/clock.h"
#include "daemon/service/ports/database.h"

/// Lines of our own in a thread: what happened. Customers never get them, no inbox row shows them,
/// nobody waits because of them. Inside a Tx.
namespace destek::daemon
{

/// The name that colleagues see; empty for the daemon itself.
[[nodiscard]] QString shownName(const Actor &actor);
[[nodiscard]] QString shownName(const UserRecord &user);
/// Empty for nobody and for who is not known (any more).
[[nodiscard]] QString nameOfAgent(const Tx &tx, AgentId id);

/// `text` as EventKind says. The conversation's own change is the caller's.
Stored<Done> addThreadLine(Tx &tx, const Clock &clock, const ConversationRecord &conversation,
                           EventKind kind, const QString &text, Instant at, const Actor &by);

} // namespace destek::daemon
