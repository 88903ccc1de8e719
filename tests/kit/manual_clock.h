#pragma once

#include "core/base/clock.h"

#include <atomic>

namespace destek::test
{

/// A clock that stands still until told otherwise. Starts at 2026-11-22 06:00:00 UTC
/// (09:00 in Istanbul).
class ManualClock final : public Clock
{
public:
    ManualClock() = default;
    explicit ManualClock(Instant start) : m_ms(start.ms) {}
    [[nodiscard]] Instant now() const override { return Instant::fromMs(m_ms.load()); }
    void set(Instant at) { m_ms.store(at.ms); }
    void advance(Duration span) { m_ms.fetch_add(span.count()); }

private:
    std::atomic<qint64> m_ms{1795327200000};
};

} // namespace destek::test
