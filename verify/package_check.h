#pragma once

#include "verify/report.h"

namespace destek::verify
{

/// An export package: signature over the manifest, then every file against it.
[[nodiscard]] Report checkPackage(const Options &options);

} // namespace destek::verify
