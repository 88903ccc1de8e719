#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QString>

/// The 32 bytes all other keys hang on, in a file of their own outside the data folder, so that
/// a copy of the data folder alone opens nothing (facts/trust.md 4.4, 4.6).
namespace destek::daemon
{

enum class MasterKeyError : quint8 {
    Missing,
    InsideDataFolder, ///< it would travel with every backup of the data
    TooOpen,          ///< others than the owner may read it
    WrongLength,      ///< not exactly 32 bytes
    CannotRead,
    CannotCreate,
};

/// Errors: Missing, TooOpen, WrongLength, CannotRead.
[[nodiscard]] Result<Secret, MasterKeyError> readMasterKey(const QString &path);

/// Reads it, or makes it (mode 0400, durable before this returns) when it is missing.
/// Errors: InsideDataFolder, TooOpen, WrongLength, CannotRead, CannotCreate.
[[nodiscard]] Result<Secret, MasterKeyError> readOrCreateMasterKey(const QString &path,
                                                                   const QString &dataFolder);

} // namespace destek::daemon
