#pragma once

#include <QtGlobal>

namespace destek::sandbox
{

/// A bucket that refills one token per interval and holds a burst of them. Times in ms of any
/// clock that does not run backwards.
class Limiter
{
public:
    Limiter() = default;
    Limiter(int burst, qint64 intervalMs)
        : m_burst(burst), m_intervalMs(intervalMs), m_tokens(burst)
    {
    }

    /// Takes a token if there is one. A burst of 0 never refuses.
    [[nodiscard]] bool take(qint64 nowMs);

private:
    int m_burst = 0;
    qint64 m_intervalMs = 1;
    double m_tokens = 0;
    qint64 m_lastMs = 0;
};

} // namespace destek::sandbox
