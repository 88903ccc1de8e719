#pragma once

#include "core/domain/content.h"

#include <QJsonArray>
#include <QJsonObject>

/// The parts of a message's content, for the reader of message_content.h only.
namespace destek::daemon::parts
{

[[nodiscard]] MediaView media(const QJsonObject &json);
/// nullopt without two numbers that lie on earth.
[[nodiscard]] std::optional<LocationView> location(const QJsonObject &json);
[[nodiscard]] QList<ContactCard> contacts(const QJsonArray &cards);
[[nodiscard]] OrderView order(const QJsonObject &json);
[[nodiscard]] std::optional<ProductView> product(const QJsonObject &json);
[[nodiscard]] std::optional<ReferralView> referral(const QJsonObject &json);
/// An answered form, whose answer is a string that should hold JSON.
[[nodiscard]] FormView form(const QJsonObject &reply);
/// Every key as a field.
[[nodiscard]] FormView fieldsOf(const QJsonObject &json);
/// Buttons and lists that we offered; false if it is neither.
[[nodiscard]] bool readOffer(const QJsonObject &interactive, MessageContent &content);

} // namespace destek::daemon::parts
