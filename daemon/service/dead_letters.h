#pragma once

#include "daemon/service/inbound_applier.h"

#include <functional>

namespace destek::daemon
{

struct Reread {
    int read = 0; ///< letters that this version could make something of; gone from the list
    int left = 0;
};

/// Reads what could not be read before with the present version: whole bodies and whole fields.
/// Idempotent like everything that comes in. Inside a Tx.
Stored<Reread>
rereadDeadLetters(Tx &tx, const InboundApplier &applier,
                  const std::function<QList<InboundEvent>(const QByteArray &)> &read);

} // namespace destek::daemon
