#pragma once

#include "sandbox/world.h"

#include <QJsonObject>

namespace destek::sandbox
{

/// One update of a webhook: a field and its value. Several of them may share one POST.
struct Update {
    QString field = QStringLiteral("messages");
    QJsonObject value;
    QString key;        ///< wamid, for the books
    quint64 bundle = 0; ///< updates with the same number share one POST; 0: chance decides
};

/// An inbound message (whatsapp.md 2.1, 2.2). Content is {"type":…,"<type>":{…}} with an optional
/// "context"; the identity keys are added by the person's visibility.
[[nodiscard]] Update inboundUpdate(const Business &business, const Person &person,
                                   const QString &wamid, qint64 atMs, const QJsonObject &content);
/// {"messaging_product","metadata"}: what every message-like value begins with.
[[nodiscard]] QJsonObject frameOf(const Business &business);
/// An entry of contacts[]: missing identities are missing keys, never empty strings.
[[nodiscard]] QJsonObject contactEntry(const Person &person, const QString &phone,
                                       bool withUsername);
[[nodiscard]] QString unixSeconds(qint64 ms);
/// A status (whatsapp.md 2.4): contacts[] unless failed, pricing on sent and on the first of
/// delivered and read, biz_opaque_callback_data echoed.
[[nodiscard]] Update statusUpdate(const Business &business, const SentMessage &message,
                                  const QString &status, qint64 atMs,
                                  const std::optional<MetaError> &error);
/// {"object":…,"entry":[{"id":WABA,"changes":[…]}]}; with split, each update gets its own entry.
/// Entries about the account carry "time" (whatsapp.md 1.6).
[[nodiscard]] QJsonObject envelopeOf(const Business &business, const QList<Update> &updates,
                                     bool split, qint64 atMs);
/// All contacts and messages of several updates in one value, as Meta may do.
[[nodiscard]] Update mergedInbound(const QList<Update> &updates);

} // namespace destek::sandbox
