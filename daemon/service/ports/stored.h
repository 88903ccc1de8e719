#pragma once

#include "core/base/result.h"

#include <QtGlobal>

namespace destek::daemon
{

/// Why the store could not do it. Details (never bound values) are logged by the store.
enum class StoreError : quint8 {
    Busy,     ///< another process holds the database
    Full,     ///< disk or quota full: nothing was written
    Corrupt,  ///< a page or a seal did not check out; the daemon must stop acknowledging
    Conflict, ///< a unique key is taken
    NotFound,
    Sealed, ///< the key was destroyed; the bytes are gone for good
    Closed, ///< the store is shutting down
    Failed,
};

template <typename T>
using Stored = Result<T, StoreError>;

} // namespace destek::daemon
