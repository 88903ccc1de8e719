#pragma once

#include "verify/report.h"

#include <string>
#include <string_view>

namespace destek::verify
{

/// For people. Names from the package are shown with control and direction characters spelt out,
/// so that no file name can paint over the verdict.
[[nodiscard]] std::string asText(const Report &report, Language language);

/// For programs: one line of JSON; fields are only ever added. See docs/formats.md.
[[nodiscard]] std::string asJson(const Report &report, Language language);

/// Printable ASCII and harmless UTF-8 stay; everything else becomes \xNN.
[[nodiscard]] std::string printable(std::string_view hostile);

} // namespace destek::verify
