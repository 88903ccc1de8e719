#pragma once

#include "sandbox/media_box.h"
#include "sandbox/value_check.h"

#include <QJsonArray>

namespace destek::sandbox
{

/// The components of a send against the template's definition: headers, body, buttons and the
/// cards of a carousel (whatsapp.md 4.2). Codes 132000, 132005, 132012, 132018, 131008, 131009.
[[nodiscard]] Verdict checkComponents(const QJsonObject &known, const QJsonArray &given,
                                      const MediaBox &media);

/// The names or numbers of the {{…}} in a text, each once, in order.
[[nodiscard]] QStringList variablesOf(const QString &text);

} // namespace destek::sandbox
