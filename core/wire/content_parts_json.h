#pragma once

#include "core/wire/content_json.h"

#include <QJsonArray>

#include <optional>

/// The parts of MessageContent, for its codec only.
namespace destek::wire::parts
{

[[nodiscard]] QJsonObject toJson(const OrderView &order);
[[nodiscard]] QJsonObject toJson(const ProductView &product);
[[nodiscard]] QJsonObject toJson(const QuoteView &quote);
[[nodiscard]] QJsonObject toJson(const ReferralView &referral);
[[nodiscard]] QJsonObject toJson(const FormView &form);
[[nodiscard]] QJsonObject toJson(const ReactionView &reaction);

[[nodiscard]] OrderView orderFromJson(const QJsonObject &json);
[[nodiscard]] ProductView productFromJson(const QJsonObject &json);
[[nodiscard]] QuoteView quoteFromJson(const QJsonObject &json);
[[nodiscard]] ReferralView referralFromJson(const QJsonObject &json);
[[nodiscard]] FormView formFromJson(const QJsonObject &json);
[[nodiscard]] ReactionView reactionFromJson(const QJsonObject &json);

inline void put(QJsonObject &json, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        json.insert(key, text);
}

inline void put(QJsonObject &json, QLatin1StringView key, bool flag)
{
    if (flag)
        json.insert(key, true);
}

template <typename T>
void put(QJsonObject &json, QLatin1StringView key, const std::optional<T> &part)
{
    using parts::toJson;
    using wire::toJson;
    if (part)
        json.insert(key, toJson(*part));
}

template <typename T>
void put(QJsonObject &json, QLatin1StringView key, const QList<T> &items)
{
    using parts::toJson;
    using wire::toJson;
    QJsonArray array;
    for (const T &item : items)
        array << toJson(item);
    if (!array.isEmpty())
        json.insert(key, array);
}

template <typename Read>
auto maybe(const QJsonObject &json, QLatin1StringView key, Read read)
    -> std::optional<decltype(read(json))>
{
    const QJsonValue value = json.value(key);
    if (!value.isObject())
        return std::nullopt;
    return read(value.toObject());
}

template <typename Read>
auto all(const QJsonObject &json, QLatin1StringView key, Read read) -> QList<decltype(read(json))>
{
    QList<decltype(read(json))> items;
    const QJsonArray array = json.value(key).toArray();
    for (const QJsonValue &value : array) {
        if (value.isObject())
            items << read(value.toObject());
    }
    return items;
}

} // namespace destek::wire::parts
