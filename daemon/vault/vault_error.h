#pragma once

#include <QtGlobal>

namespace destek::daemon
{

enum class VaultError : quint8 {
    Destroyed,    ///< the key is gone for good, or the person's keys were ended
    NotAuthentic, ///< changed bytes, or a box moved to another place
    Unavailable,  ///< keys.db could not be read or written
    Failed,       ///< the crypto library refused
};

enum class VaultOpenError : quint8 {
    CannotOpen,     ///< keys.db cannot be opened or is not ours
    WrongMasterKey, ///< keys.db was made under another master key
    NewerSchema,    ///< made by a newer program
    NoSecureDelete, ///< this SQLite would leave key bytes in the file
    Failed,
};

} // namespace destek::daemon
