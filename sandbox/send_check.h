#pragma once

#include "sandbox/media_box.h"
#include "sandbox/meta_error.h"

namespace destek::sandbox
{

/// Required keys and limits of everything but templates (whatsapp.md 4.1); nothing if the body
/// may be sent. The window, the recipient and the templates are checked elsewhere.
[[nodiscard]] std::optional<MetaError> checkContent(const QString &type, const QJsonObject &body,
                                                    const MediaBox &media);

} // namespace destek::sandbox
