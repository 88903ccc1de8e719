#pragma once

#include "daemon/service/inbound_events.h"

#include <QJsonObject>

/// The `value` of a change, as the readers of this room share it.
namespace destek::daemon::intake
{

[[nodiscard]] BusinessNumber numberOf(const QJsonObject &value);
[[nodiscard]] QByteArray compact(const QJsonObject &json);
/// messages[], statuses[] and errors[] of the field `messages`.
void readMessages(const QJsonObject &value, QList<InboundEvent> &events);

} // namespace destek::daemon::intake
