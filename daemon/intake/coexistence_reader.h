#pragma once

#include "daemon/service/inbound_events.h"

#include <QJsonObject>

namespace destek::daemon::intake
{

/// Fields of numbers that also live in the WhatsApp Business app or share their threads with
/// somebody else: echoes, history, address book, standby copies, handovers, calls
/// (facts/whatsapp.md 7). False: the field is none of them.
[[nodiscard]] bool readCoexistenceField(const QString &field, const QJsonObject &value,
                                        QList<InboundEvent> &events);

} // namespace destek::daemon::intake
