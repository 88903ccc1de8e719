#pragma once

#include "core/base/instant.h"

#include <algorithm>

namespace destek::net
{

/// How long to wait before trying again: doubles from 0.2 s to 10 s, and up to half of it is
/// chance, so that a hundred consoles do not come back in the same moment.
class Backoff
{
public:
    static constexpr Duration kLeast{200};
    static constexpr Duration kMost{10'000};

    void reset() { m_tries = 0; }
    [[nodiscard]] int tries() const { return m_tries; }
    /// `chance` in [0, 1).
    [[nodiscard]] Duration next(double chance)
    {
        const Duration whole(std::min(kMost.count(), kLeast.count() << std::min(m_tries, 8)));
        ++m_tries;
        return std::max(kLeast, Duration(qint64(double(whole.count()) * (1.0 - chance / 2))));
    }

private:
    int m_tries = 0;
};

} // namespace destek::net
