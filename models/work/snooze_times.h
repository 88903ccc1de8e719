#pragma once

#include "core/base/instant.h"

#include <optional>

/// The times F7 offers (design/journeys.md 6.1). Pure, apart from the local time zone.
namespace destek::models
{

struct SnoozeTimes {
    Instant inAnHour;
    Instant tomorrowMorning;             ///< 09:00 local
    std::optional<Instant> beforeWindow; ///< an hour before the window closes, if that is ahead
};

[[nodiscard]] SnoozeTimes snoozeTimes(Instant now, std::optional<Instant> windowClosesAt);

} // namespace destek::models
