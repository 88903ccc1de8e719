#pragma once

#include <QString>

namespace destek::models
{

/// Overwrites a text that nobody else holds; one that is shared elsewhere is only let go.
inline void wipe(QString &text)
{
    if (!text.isEmpty() && text.isDetached())
        text.fill(u'\0');
    text.clear();
}

} // namespace destek::models
