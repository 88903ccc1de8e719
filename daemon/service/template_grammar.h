#pragma once

#include "core/domain/template.h"
#include "daemon/service/ports/records.h"

class QJsonObject;

namespace destek::daemon
{

/// A template as the Graph API lists it: name, language, status, category, quality_score and
/// components (facts/whatsapp.md 4.2). What is not there is empty. Pure.
[[nodiscard]] TemplateRecord readTemplate(const QJsonObject &json);

/// ButtonView::id of a button that copies a one-time code.
inline const QString kOtpButton = QStringLiteral("otp");

/// Its parts, read from the components that are kept in Meta's own words, so that a later
/// version reads old ones better.
[[nodiscard]] TemplateView templateView(const TemplateRecord &record);

} // namespace destek::daemon
