#include "sandbox/limiter.h"

#include <algorithm>

namespace destek::sandbox
{

bool Limiter::take(qint64 nowMs)
{
    if (m_burst <= 0)
        return true;
    if (m_lastMs > 0 && nowMs > m_lastMs) {
        const double refill = double(nowMs - m_lastMs) / double(std::max<qint64>(1, m_intervalMs));
        m_tokens = std::min(double(m_burst), m_tokens + refill);
    }
    m_lastMs = std::max(m_lastMs, nowMs);
    if (m_tokens < 1.0)
        return false;
    m_tokens -= 1.0;
    return true;
}

} // namespace destek::sandbox
