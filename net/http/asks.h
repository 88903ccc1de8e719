#pragma once

#include "net/http/http_transport.h"

/// The four verbs of the console protocol, so that no client spells them itself.
namespace destek::net
{

[[nodiscard]] inline JsonAsk askWith(const char *verb, const QString &path,
                                     std::optional<QJsonObject> body)
{
    JsonAsk ask;
    ask.verb = verb;
    ask.path = path;
    ask.body = std::move(body);
    return ask;
}

[[nodiscard]] inline JsonAsk get(const QString &path,
                                 const QList<QPair<QByteArray, QString>> &query = {})
{
    JsonAsk ask;
    ask.path = path;
    ask.query = query;
    return ask;
}

[[nodiscard]] inline JsonAsk post(const QString &path, const QJsonObject &body = {})
{
    return askWith("POST", path, body);
}

[[nodiscard]] inline JsonAsk put(const QString &path, const QJsonObject &body)
{
    return askWith("PUT", path, body);
}

[[nodiscard]] inline JsonAsk remove(const QString &path)
{
    return askWith("DELETE", path, std::nullopt);
}

/// For answers that say nothing but "done" (204).
[[nodiscard]] inline std::optional<Done> nothing(const QJsonObject &)
{
    return done();
}

} // namespace destek::net
