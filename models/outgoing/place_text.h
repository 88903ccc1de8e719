#pragma once

#include "core/domain/content.h"

#include <optional>

namespace destek::models
{

/// Coordinates in what somebody pasted: "41.01, 28.97", "geo:41.01,28.97" or the text of a Google
/// or OpenStreetMap address, whose name of the place is taken over too. Read here and now: no
/// address is opened, so short links, which hold no coordinates, cannot be read. Latitude first.
[[nodiscard]] std::optional<LocationView> placeIn(const QString &text);

/// A number of degrees with point or comma; nullopt if it is none.
[[nodiscard]] std::optional<double> degreesIn(const QString &text);

} // namespace destek::models
