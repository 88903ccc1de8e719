#pragma once

#include "core/domain/content.h"

#include <QJsonObject>

/// Codecs of what a message holds besides its text. Writing leaves out what is not there;
/// reading takes a wrong type for nothing at all and never fails: a bubble with less in it is
/// better than a message that is not shown.
namespace destek::wire
{

[[nodiscard]] QJsonObject toJson(const MessageContent &content);
[[nodiscard]] QJsonObject toJson(const MediaView &media);
[[nodiscard]] QJsonObject toJson(const LocationView &location);
[[nodiscard]] QJsonObject toJson(const ContactCard &card);
[[nodiscard]] QJsonObject toJson(const ButtonView &button);
[[nodiscard]] QJsonObject toJson(const ListView &list);

[[nodiscard]] MessageContent contentFromJson(const QJsonObject &json);
[[nodiscard]] MediaView mediaFromJson(const QJsonObject &json);
[[nodiscard]] LocationView locationFromJson(const QJsonObject &json);
[[nodiscard]] ContactCard contactCardFromJson(const QJsonObject &json);
[[nodiscard]] ButtonView buttonFromJson(const QJsonObject &json);
[[nodiscard]] ListView listFromJson(const QJsonObject &json);

} // namespace destek::wire
