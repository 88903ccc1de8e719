#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace destek::sandbox
{

/// One of Meta's errors, in the form a request is answered with and in the form a webhook
/// carries (whatsapp.md 6).
struct MetaError {
    int http = 400;
    int code = 0;
    QString message; ///< without the "(#code) " in front
    QString details = {};
    QString type = QStringLiteral("OAuthException");
    int subcode = 0;       ///< 0: none
    bool messaging = true; ///< messaging errors carry error_data

    /// {"error":{…}}; the trace id is what a real log would quote.
    [[nodiscard]] QJsonObject envelope(const QString &traceId) const;
    /// An entry of statuses[].errors[].
    [[nodiscard]] QJsonObject inWebhook() const;
};

/// The error with Meta's usual title and HTTP status; unknown codes get a neutral title.
[[nodiscard]] MetaError metaError(int code, const QString &details = {});
/// Every code that has a title here: whatsapp.md 6.
[[nodiscard]] QList<int> knownErrors();
/// Code 100: a parameter of the request is missing or wrong.
[[nodiscard]] MetaError invalidParameter(const QString &message);
/// Code 131008, as for a body that lacks what its type needs.
[[nodiscard]] MetaError missingParameter(const QString &details);
/// Code 131009.
[[nodiscard]] MetaError badValue(const QString &details);
/// Code 100, subcode 33: no such object, or not with this token.
[[nodiscard]] MetaError noSuchObject(const QString &method, const QString &id);

} // namespace destek::sandbox
