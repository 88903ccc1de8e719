#pragma once

#include "daemon/service/inbound_events.h"

#include <QJsonObject>

/// The `value` of a change, as the readers of this room share it.
namespace destek::daemon::intake
{

[[nodiscard]] BusinessNumber numberOf(const QJsonObject &value);
[[nodiscard]] QByteArray compact(const QJsonObject &json);
/// A change as it came, or as we make one of a part: a later version can read it again.
[[nodiscard]] QByteArray asChange(const QString &field, const QJsonObject &value);
/// One element of the list `key` as a change of its own.
[[nodiscard]] QByteArray alone(const QString &field, const QJsonObject &value, const QString &key,
                               const QJsonValue &element);
/// messages[], statuses[] and errors[] of `messages`, or of what lies one level deeper in
/// `standby`: `field` is where it came from.
void readMessages(const QString &field, const QJsonObject &value, QList<InboundEvent> &events);

} // namespace destek::daemon::intake
