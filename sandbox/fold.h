#pragma once

#include <QString>

namespace destek::sandbox
{

/// Lower case without Turkish marks, so that a story's keyword "iade" also finds "İADE" and
/// "ıade". The sandbox's own, on purpose: it must not lean on the daemon's.
[[nodiscard]] QString fold(const QString &text);

/// True if a word of the text begins with the keyword ("kargo" finds "kargonuz"), or, for
/// keywords of several words, if the text contains it. Both sides are folded.
[[nodiscard]] bool mentions(const QString &text, const QString &keyword);

} // namespace destek::sandbox
