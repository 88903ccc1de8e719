#pragma once

#include "tests/ui/ui_world.h"

namespace destek::test
{

/// The screens named write-…: note mode, whom an '@' may mean, the undo bar, a draft in its row;
/// call after the conversation is open.
void arrangeWriting(UiWorld &world, const QString &scene);

} // namespace destek::test
