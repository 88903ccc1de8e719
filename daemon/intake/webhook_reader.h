#pragma once

#include "daemon/service/inbound_events.h"

namespace destek::daemon::intake
{

/// Reads one webhook body (facts/whatsapp.md 1.6, 2, 7). Never fails: what cannot be read comes
/// back as UnreadablePart, what is not known as OtherUpdate or MessageKind::Unknown with its
/// JSON. Order is that of the body. Pure; any thread.
[[nodiscard]] QList<InboundEvent> readWebhook(const QByteArray &body);

} // namespace destek::daemon::intake
