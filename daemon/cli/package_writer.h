#pragma once

#include "core/domain/subject_request.h"

#include <optional>

namespace destek::daemon
{

/// Writes the files below a new folder in `directory`; never overwrites, never leaves the
/// folder. Answers the folder's path; nullopt: nothing, or an incomplete new folder, remains.
[[nodiscard]] std::optional<QString> writePackage(const ExportPackage &package,
                                                  const QString &directory);

} // namespace destek::daemon
