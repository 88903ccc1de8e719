#pragma once

#include "tests/ui/ui_world.h"

namespace destek::test
{

/// The screens named typing-…: what helps to write. Call after the conversation is open.
void arrangeTyping(UiWorld &world, const QString &screen);

} // namespace destek::test
