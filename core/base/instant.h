#pragma once

#include <QDateTime>
#include <QTimeZone>

#include <chrono>
#include <compare>

/// A point in time, UTC, in milliseconds since 1970. Never local time, never a string.
/// On the wire and in tables it is that number of milliseconds.
namespace destek
{

using Duration = std::chrono::milliseconds;

struct Instant {
    qint64 ms = 0;

    constexpr Instant() = default;
    [[nodiscard]] static constexpr Instant fromMs(qint64 ms)
    {
        Instant instant;
        instant.ms = ms;
        return instant;
    }
    [[nodiscard]] static constexpr Instant fromSeconds(qint64 seconds)
    {
        return fromMs(seconds * 1000);
    }
    [[nodiscard]] constexpr bool isNull() const { return ms == 0; }
    [[nodiscard]] constexpr qint64 seconds() const { return ms / 1000; }
    [[nodiscard]] QDateTime toUtc() const
    {
        return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc());
    }
    auto operator<=>(const Instant &) const = default;

    friend constexpr Instant operator+(Instant at, Duration span)
    {
        return fromMs(at.ms + span.count());
    }
    friend constexpr Instant operator-(Instant at, Duration span)
    {
        return fromMs(at.ms - span.count());
    }
    friend constexpr Duration operator-(Instant later, Instant earlier)
    {
        return Duration(later.ms - earlier.ms);
    }
};

} // namespace destek
