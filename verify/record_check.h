#pragma once

#include "verify/report.h"

namespace destek::verify
{

/// A destruction record: FILE against FILE.sig.
[[nodiscard]] Report checkRecord(const Options &options);

} // namespace destek::verify
