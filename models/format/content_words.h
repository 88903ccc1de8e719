#pragma once

#include "core/policy/content_limits.h"
#include "models/outgoing/attachment_list.h"

#include <QLocale>

/// Words about what somebody is about to send. Translation context "destek".
namespace destek::words
{

/// What is missing or too long, and what to do. Never empty.
[[nodiscard]] QString contentProblemSentence(ContentProblem problem);
/// Why this file cannot go as it is; empty without a fault.
[[nodiscard]] QString fileFaultSentence(const models::Attachment &item);
/// "1.2 MB"
[[nodiscard]] QString fileSizeWords(qint64 bytes, const QLocale &locale = QLocale());
/// "Picture", "Video", "Recording", "Sticker", "Document"
[[nodiscard]] QString fileKindWords(const QString &mimeType, MessageKind kind);

} // namespace destek::words
