#pragma once

#include "tests/ui/ui_world.h"

namespace destek::test
{

/// Scenes of what an agent can rely on: trust-sessions, trust-all-sessions, trust-offline,
/// trust-queue, trust-review, trust-waiting.
void arrangeTrust(UiWorld &world, const QString &scene);

} // namespace destek::test
