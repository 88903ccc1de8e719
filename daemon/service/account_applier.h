#pragma once

#include "core/base/clock.h"
#include "daemon/service/inbound_events.h"
#include "daemon/service/ports/database.h"

namespace destek::daemon
{

/// What Meta says of our numbers and of the account (facts/whatsapp.md 5.6, 7): noted where the
/// administrator sees it. Repeated deliveries change nothing more.
Stored<Done> applyNumber(Tx &tx, const NumberUpdate &update, const Clock &clock);
Stored<Done> applyAccount(Tx &tx, const AccountUpdate &update, const Clock &clock);
Stored<Done> applyChannelError(Tx &tx, const ChannelError &error, const Clock &clock);

} // namespace destek::daemon
