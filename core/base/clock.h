#pragma once

#include "core/base/instant.h"

/// The time port: nobody calls QDateTime::currentDateTime(); tests hand in a ManualClock.
namespace destek
{

class Clock
{
public:
    virtual ~Clock() = default;
    /// Thread-safe.
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override
    {
        return Instant::fromMs(QDateTime::currentMSecsSinceEpoch());
    }
};

} // namespace destek
