#pragma once

#include "core/domain/outbound.h"

#include <QJsonObject>

#include <optional>

namespace destek::wire
{

/// `content` of POST /v1/conversations/{id}/messages. nullopt: no kind anybody can send, or
/// marked as one thing and shaped like another.
[[nodiscard]] QJsonObject toJson(const OutboundContent &content);
[[nodiscard]] std::optional<OutboundContent> outboundFromJson(const QJsonObject &json);

} // namespace destek::wire
