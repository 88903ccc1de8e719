#pragma once

#include "core/domain/ids.h"
#include "daemon/vault/seal_place.h"

namespace destek::daemon
{

/// Where a sealed column of a message stands.
[[nodiscard]] inline SealPlace messagePlace(MessageId id, const char *column)
{
    return {"message", id.uuid.toRfc4122().toHex(), column};
}

} // namespace destek::daemon
