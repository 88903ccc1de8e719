#pragma once

#include "sandbox/media_box.h"
#include "sandbox/value_check.h"

namespace destek::sandbox
{

/// The "interactive" object of a send: buttons, lists, links, requests, carousels (whatsapp.md
/// 4.1). Flows, products and calls are refused.
[[nodiscard]] Verdict checkInteractive(const QJsonObject &interactive, const MediaBox &media);

} // namespace destek::sandbox
