#pragma once

#include "core/domain/template.h"
#include "core/policy/send_refusal.h"

#include <optional>

namespace destek
{

/// Is everything filled in that the template has a place for, in a form WhatsApp takes? Nothing
/// is sent with a gap (MissingVariable) or with line breaks, tabs or runs of spaces in a value
/// (ContentNotAllowed; WhatsApp's error 132018). Pure. Source: facts/whatsapp.md 4.2.
[[nodiscard]] std::optional<SendRefusal> whyNotValues(const TemplateView &chosen,
                                                      const TemplateValues &values);

/// True if the button takes a value of its own: a code, or the end of an address.
[[nodiscard]] bool takesValue(const ButtonView &button);

} // namespace destek
