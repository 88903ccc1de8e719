#pragma once

#include "core/crypto/signing.h"
#include "daemon/service/ports/database.h"

#include <QString>

namespace destek::daemon
{

/// Writes entries.jsonl, checkpoint.txt and audit-key.pem (docs/formats.md) into an existing
/// folder, up to the newest checkpoint; a person without the daemon can check them with
/// destek-verify. Files are durable when it returns. Errors: NotFound without a checkpoint, Full
/// or Failed when a file cannot be written, and the store's own.
[[nodiscard]] Stored<Done> exportAudit(const Tx &tx, const crypto::PublicKey &key,
                                       const QString &folder);

} // namespace destek::daemon
