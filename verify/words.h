#pragma once

#include "verify/report.h"

#include <string>
#include <string_view>

/// Every sentence the program says, in both languages. No Qt, hence no tr().
namespace destek::verify
{

/// The fixed name of a problem in --json; never changes.
[[nodiscard]] std::string_view nameOfProblem(Problem problem);
/// A whole sentence about a finding, without the item, safe to print.
[[nodiscard]] std::string sentence(const Finding &finding, Language language);
/// The verdict in one sentence.
[[nodiscard]] std::string verdict(const Report &report, Language language);
/// What the key's origin proves and does not prove; empty without a key.
[[nodiscard]] std::string keyStatement(const Report &report, Language language);
[[nodiscard]] std::string_view usage(Language language);
/// Picks one of two.
[[nodiscard]] std::string_view in(Language language, std::string_view english,
                                  std::string_view turkish);

} // namespace destek::verify
