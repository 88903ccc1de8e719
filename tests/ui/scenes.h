#pragma once

#include "tests/ui/ui_world.h"

#include <QImage>

namespace destek::test
{

/// Every screen and state worth looking at.
[[nodiscard]] QStringList sceneNames();

/// Brings the window of a fresh world to this scene; false if it cannot be reached.
[[nodiscard]] bool arrangeScene(UiWorld &world, const QString &scene);

/// What the user sees: the window, dialogs over it and an open menu.
[[nodiscard]] QImage pictureOf(UiWorld &world);

/// light, dark or contrast.
[[nodiscard]] ui::ThemeName themeOf(const QString &word);

} // namespace destek::test
