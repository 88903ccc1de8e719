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

/// Messages of a type that an earlier version did not know, read again from Meta's own JSON of
/// them: kind, line and file become what the present version makes of them. Inside a Tx.
Stored<Reread> rereadUnknownTypes(Tx &tx, Instant now);

} // namespace destek::daemon
