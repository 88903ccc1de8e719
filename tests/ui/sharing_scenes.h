#pragma once

#include "tests/ui/ui_world.h"

namespace destek::test
{

/// Scenes of shared work: shared-mine, shared-held, shared-bulk, shared-menu, shared-snooze,
/// shared-handover, shared-dayend, shared-team, shared-label, shared-empty.
void arrangeSharing(UiWorld &world, const QString &scene);

} // namespace destek::test
