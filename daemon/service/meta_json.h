#pragma once

#include "core/domain/outbound.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

namespace destek::daemon
{

/// What the JSON needs beyond what the agent chose.
struct MetaFacts {
    QString target;                     ///< wamid of the message that is quoted or reacted to
    TemplateView chosen;                ///< the grammar, for Template
    QHash<UploadId, QString> fileNames; ///< of documents; hostile
};

/// The message in Meta's words: {"type":…, "<type>":{…}, "context":{…}}, without any address
/// (facts/whatsapp.md 4.1, 4.2). Files stand as "upload:<id>" where Meta's media id belongs, see
/// filesIn(). Pure. The content must have no problem (content_limits.h, template_values.h).
[[nodiscard]] QJsonObject metaJson(const OutboundContent &content, const MetaFacts &facts);
/// The same for text alone: what has no JSON kept.
[[nodiscard]] QJsonObject metaText(const QString &text);

/// The files a message still stands for, in order, each once.
[[nodiscard]] QList<UploadId> filesIn(const QJsonObject &message);
/// The message with Meta's media ids in place; what is not in `ids` stays as it was.
[[nodiscard]] QJsonObject withMediaIds(const QJsonObject &message,
                                       const QHash<UploadId, QString> &ids);

} // namespace destek::daemon
