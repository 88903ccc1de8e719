#pragma once

#include "sandbox/media_box.h"
#include "sandbox/meta_error.h"

namespace destek::sandbox
{

/// Required keys and limits of everything but templates (whatsapp.md 4.1); nothing if the body
/// may be sent. The window, the recipient and the templates are checked elsewhere.
[[nodiscard]] std::optional<MetaError> checkContent(const QString &type, const QJsonObject &body,
                                                    const MediaBox &media);

/// The keys beside the content: whatsapp.md 4, "Common body".
[[nodiscard]] std::optional<MetaError> checkEnvelope(const QJsonObject &body, const QString &type);
/// Files that are taken and fail later (131053): wrong type, too large for the kind.
[[nodiscard]] std::optional<MetaError> doomedMedium(const QString &type, const QJsonObject &body,
                                                    const MediaBox &media);

} // namespace destek::sandbox
