#pragma once

#include "core/base/result.h"
#include "core/domain/subject_request.h"

#include <QString>

namespace destek::ui
{

enum class WriteError : quint8 {
    UnsafePath, ///< the package names a place outside its folder; nothing was written
    Exists,     ///< something of that name is there already; nothing is ever overwritten
    NotWritable,
};
[[nodiscard]] QString writeErrorSentence(WriteError error);

/// True for relative '/'-paths without "..", ".", drives, backslashes, control characters or
/// empty parts, of at most ten parts: what a package may name on any system.
[[nodiscard]] bool isSafePackagePath(const QString &path);

/// Writes the package into a new folder below `parent`; answers that folder. All paths are
/// checked before the first byte is written. After an error half-way the new folder is removed.
[[nodiscard]] Result<QString, WriteError> writePackage(const QString &parent,
                                                       const ExportPackage &package);

/// `destruction-record-<order>.json` and `.sig` in `folder`; answers the first path.
[[nodiscard]] Result<QString, WriteError> writeRecord(const QString &folder,
                                                      const DestructionRecord &record);

} // namespace destek::ui
