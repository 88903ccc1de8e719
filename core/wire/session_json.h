#pragma once

#include "core/domain/session_view.h"

#include <QJsonObject>

#include <optional>

namespace destek::wire
{

[[nodiscard]] QJsonObject toJson(const SessionView &session);
[[nodiscard]] std::optional<SessionView> sessionFromJson(const QJsonObject &json);

} // namespace destek::wire
