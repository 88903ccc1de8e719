#pragma once

#include "core/base/clock.h"
#include "core/policy/meta_errors.h"
#include "daemon/service/inbound_events.h"
#include "daemon/service/ports/database.h"

namespace destek::daemon
{

/// What Meta says about something we sent, in any order and any number of times. A status whose
/// message is not known (yet) is parked without content.
Stored<Done> applyStatus(Tx &tx, const StatusUpdate &update, const Clock &clock);

/// The same, once message and attempt are known. History keeps every attempt's; what is shown is
/// the newest attempt's and only climbs, but for two: what reached the person by any attempt has
/// reached them, and a failure that an answer at once would not have left at that waits its turn
/// again, as a new attempt.
Stored<Done> applyStatusTo(Tx &tx, const MessageId &id, const StatusEvent &status,
                           const Clock &clock);

/// What is shown of a message of ours climbs to the state, never back, and consoles are told.
/// The code says why, if the state is Failed.
Stored<Done> climbTo(Tx &tx, MessageRecord message, SendState state, int code = kNoMetaCode);

} // namespace destek::daemon
