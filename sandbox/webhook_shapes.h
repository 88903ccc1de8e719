#pragma once

#include "sandbox/world.h"

#include <QJsonObject>

namespace destek::sandbox
{

/// One update of a webhook: a field and its value. Several of them may share one POST.
struct Update {
    QString field = QStringLiteral("messages");
    QJsonObject value;
    QString key; ///< wamid, for the books
};

/// An inbound message (whatsapp.md 2.1, 2.2). Content is {"type":…,"<type>":{…}} with an optional
/// "context"; the identity keys are added by the person's visibility.
[[nodiscard]] Update inboundUpdate(const Business &business, const Person &person,
                                   const QString &wamid, qint64 atMs, const QJsonObject &content);
/// A status (whatsapp.md 2.4): contacts[] unless failed, pricing on sent and on the first of
/// delivered and read, biz_opaque_callback_data echoed.
[[nodiscard]] Update statusUpdate(const Business &business, const SentMessage &message,
                                  const QString &status, qint64 atMs,
                                  const std::optional<MetaError> &error);
/// {"object":…,"entry":[{"id":WABA,"changes":[…]}]}; with split, each update gets its own entry.
[[nodiscard]] QJsonObject envelopeOf(const Business &business, const QList<Update> &updates,
                                     bool split);

} // namespace destek::sandbox
