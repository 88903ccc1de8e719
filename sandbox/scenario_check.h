#pragma once

#include "sandbox/scenario.h"

#include <optional>

namespace destek::sandbox
{

/// The first key that is unknown or has a value of the wrong kind, the first message nobody
/// could send, the first step nobody could obey; where names it like "people[2].history[0].file".
[[nodiscard]] std::optional<ScenarioError> mistakeIn(const QJsonObject &scenario);

/// The line of the file on which the value of that place begins; 0: not found.
[[nodiscard]] int lineOf(const QByteArray &json, const QString &place);

} // namespace destek::sandbox
