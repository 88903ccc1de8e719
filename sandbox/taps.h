#pragma once

#include "sandbox/template_shelf.h"
#include "sandbox/world.h"

namespace destek::sandbox
{

/// What a person sends by pressing a button or choosing a row of this message. Choice: a label,
/// an id, or "*" for the first. Empty if there is nothing (of that name) to press. A form
/// ("flow") is filled in, a request for contact details answered with them.
[[nodiscard]] QJsonObject tapOn(const SentMessage &message, const TemplateShelf &templates,
                                const Business &business, const QString &choice);

} // namespace destek::sandbox
