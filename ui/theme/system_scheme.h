#pragma once

#include "ui/theme/theme.h"

#include <QObject>

namespace destek::ui
{

/// What the desktop asks programs to look like, and every difference between versions of Qt in
/// asking it: until 6.5 only its palette tells, once, at start; from 6.10 also its wish for high
/// contrast. GUI thread; made before the console sets a palette of its own.
class SystemScheme : public QObject
{
    Q_OBJECT
public:
    explicit SystemScheme(QObject *parent = nullptr);
    /// Light, Dark or Contrast.
    [[nodiscard]] ThemeName wanted() const;

Q_SIGNALS:
    void changed();
};

} // namespace destek::ui
