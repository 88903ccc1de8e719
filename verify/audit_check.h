#pragma once

#include "verify/report.h"

namespace destek::verify
{

inline constexpr const char *kEntriesFile = "entries.jsonl";
inline constexpr const char *kCheckpointFile = "checkpoint.txt";
inline constexpr const char *kAuditKeyFile = "audit-key.pem";

/// An export of the audit log: the root over all entries against the signed checkpoint,
/// and against older checkpoints that somebody kept.
[[nodiscard]] Report checkAudit(const Options &options);

} // namespace destek::verify
