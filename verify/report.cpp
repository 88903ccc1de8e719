#include "verify/report.h"

#include <algorithm>

namespace destek::verify
{

void Report::add(Problem problem, std::string item, std::uint64_t first, std::uint64_t second)
{
    if (findings.size() >= kMostFindings) {
        ++notListed;
        return;
    }
    findings.push_back({problem, std::move(item), first, second});
}

int Report::exitCode() const
{
    if (findings.empty())
        return 0;
    const bool onlyUnread = std::all_of(findings.begin(), findings.end(), [](const Finding &one) {
        return one.problem == Problem::Unreadable;
    });
    return onlyUnread ? 2 : 1;
}

} // namespace destek::verify
