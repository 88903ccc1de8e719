#pragma once

#include "sandbox/meta_error.h"

#include <QByteArray>

#include <optional>

namespace destek::sandbox
{

struct UploadedPart {
    QString mime;
    QByteArray bytes;
};

/// Reads multipart/form-data with messaging_product, type and file; nullopt if one is missing or
/// the form is broken.
[[nodiscard]] std::optional<UploadedPart> readUpload(const QByteArray &contentType,
                                                     const QByteArray &body);

/// Type known, not too large (100), and the bytes are what the type says (131053). Source:
/// whatsapp.md 4.1, 4.3.
[[nodiscard]] std::optional<MetaError> checkUpload(const UploadedPart &upload);

/// Whether a file of this type may be sent as "image", "video", "audio", "document" or "sticker".
[[nodiscard]] bool fitsKind(const QString &kind, const QString &mime);
/// In bytes; stickers by whether they are animated.
[[nodiscard]] qint64 mostBytes(const QString &kind, const QByteArray &bytes);

} // namespace destek::sandbox
