#pragma once

#include "daemon/service/inbound_events.h"

#include <QJsonObject>

namespace destek::daemon::intake
{

/// Fields about templates, our numbers and the account (facts/whatsapp.md 5.2, 5.6, 7). False: the
/// field is none of them. Wrong types read as "unchanged".
[[nodiscard]] bool readAccountField(const QString &field, const QJsonObject &value,
                                    const QJsonObject &entry, QList<InboundEvent> &events);

} // namespace destek::daemon::intake
