#pragma once

namespace destek::app
{

/// Memory of this program is not written to core files or read by other programs of the same
/// user where the system allows it (facts/trust.md 2.4). Before anything secret is in memory.
void forbidCoreDumps();

} // namespace destek::app
