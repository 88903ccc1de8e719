#pragma once

#include "core/base/instant.h"
#include "core/domain/enum_names.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

/// Small readers and writers that the codecs of this room share.
namespace destek::wire::fields
{

inline qint64 integer(const QJsonObject &json, QLatin1StringView key)
{
    return json.value(key).toInteger();
}

inline QString string(const QJsonObject &json, QLatin1StringView key)
{
    return json.value(key).toString();
}

inline Instant instant(const QJsonObject &json, QLatin1StringView key)
{
    return Instant::fromMs(integer(json, key));
}

inline std::optional<Instant> maybeInstant(const QJsonObject &json, QLatin1StringView key)
{
    const QJsonValue value = json.value(key);
    if (!value.isDouble())
        return std::nullopt;
    return Instant::fromMs(value.toInteger());
}

inline void put(QJsonObject &json, QLatin1StringView key, std::optional<Instant> at)
{
    if (at)
        json.insert(key, at->ms);
}

template <typename E>
E enumerator(const QJsonObject &json, QLatin1StringView key, E fallback)
{
    return fromWireName<E>(string(json, key)).value_or(fallback);
}

template <typename E>
void putMaybe(QJsonObject &json, QLatin1StringView key, std::optional<E> value)
{
    if (value)
        json.insert(key, QString(wireName(*value)));
}

inline QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

inline QByteArray bytes(const QJsonObject &json, QLatin1StringView key)
{
    return QByteArray::fromBase64(string(json, key).toLatin1());
}

template <typename T, typename Read>
std::optional<QList<T>> list(const QJsonObject &json, QLatin1StringView key, Read read)
{
    QList<T> items;
    const QJsonArray array = json.value(key).toArray();
    items.reserve(array.size());
    for (const QJsonValue &value : array) {
        auto item = read(value.toObject());
        if (!item)
            return std::nullopt;
        items << std::move(*item);
    }
    return items;
}

template <typename T>
QJsonArray array(const QList<T> &items)
{
    QJsonArray result;
    for (const T &item : items)
        result << toJson(item);
    return result;
}

template <typename Id>
QJsonArray idArray(const QList<Id> &ids)
{
    QJsonArray result;
    for (const Id &id : ids)
        result << id.value;
    return result;
}

/// Numbers only; what is no id is left out.
template <typename Id>
QList<Id> ids(const QJsonObject &json, QLatin1StringView key)
{
    QList<Id> result;
    const QJsonArray array = json.value(key).toArray();
    for (const QJsonValue &value : array) {
        if (const Id id(value.toInteger()); id.isValid())
            result << id;
    }
    return result;
}

} // namespace destek::wire::fields
