#pragma once

#include "core/base/result.h"

#include <QKeySequence>
#include <QString>

/// Which keys may carry a command (journeys.md 6.5). Pure functions.
namespace destek::ui
{

enum class KeyRefusal : quint8 {
    TooMany,
    NotOneKey,  ///< empty, or several keys after each other
    TypesText,  ///< a plain character: it would be missing from what one writes
    TypesAltGr, ///< Ctrl+Alt is AltGr on Windows: it types @, €, ₺
    Editing,    ///< copying, moving and confirming are needed in every field
    Taken,      ///< by another command
};

struct RefusedKeys {
    KeyRefusal why = KeyRefusal::NotOneKey;
    QKeySequence keys;
    QString holder; ///< Taken: the id of the command that has them
};

/// May a user choose it? Does not know who has it already.
[[nodiscard]] Result<Done, RefusedKeys> checkKeys(const QKeySequence &keys);

/// Can be typed on Turkish Q and Turkish F without AltGr, by one letter, digit or named key. The
/// letter I is out: its key is i on one layout and ı on another.
[[nodiscard]] bool suitsTurkishKeyboards(const QKeySequence &keys);

} // namespace destek::ui
