#pragma once

#include "core/text/masking.h"

#include <QString>

#include <vector>

/// The detectors behind masking.h; private to core/text.
namespace destek::text
{

struct Found {
    Sensitive kind = Sensitive::Card;
    qsizetype start = 0;
    qsizetype end = 0;
    std::vector<qsizetype> digitsAt; ///< unit position of each digit, in order
};

/// Everything found, ordered by start; cards may overlap where several readings are possible.
[[nodiscard]] std::vector<Found> scanSensitive(QStringView text);

} // namespace destek::text
