#pragma once

#include <QByteArray>

namespace destek::daemon
{

/// Where a box stands. It goes into the authenticated context together with the slot (contact
/// and month), so that a row or column cannot be moved or swapped unnoticed.
struct SealPlace {
    const char *table;
    QByteArray row; ///< decimal number or hex
    const char *column;
};

} // namespace destek::daemon
