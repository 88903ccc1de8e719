#pragma once

#include <QStringView>

#include <vector>

/// What the words around a number say about it; private to core/text. Positions are UTF-16 units.
namespace destek::text
{

/// Where kart, cvv, son kullanma, card… stand, in order.
[[nodiscard]] std::vector<qsizetype> cardWordPlaces(QStringView text);

/// Does one of these places lie within some forty units of the number?
[[nodiscard]] bool holdsNear(const std::vector<qsizetype> &places, qsizetype start, qsizetype end);

/// "TR" right before the number, and no letter before that.
[[nodiscard]] bool standsAfterCountry(QStringView text, qsizetype start);

/// Exactly two letters touch the number on both sides.
[[nodiscard]] bool standsBetweenLetterPairs(QStringView text, qsizetype start, qsizetype end);

/// takip no, gönderi kodu, IMEI… right before the number.
[[nodiscard]] bool standsAfterTrackingLabel(QStringView text, qsizetype start);

/// TL, lira… right behind the number: an amount.
[[nodiscard]] bool standsBeforeCurrency(QStringView text, qsizetype end);

/// cvv, cvc, güvenlik kodu… a word or two before the number.
[[nodiscard]] bool standsAfterCodeWord(QStringView text, qsizetype start);

/// The same right behind it, when the word has no number of its own.
[[nodiscard]] bool standsBeforeCodeWord(QStringView text, qsizetype end);

} // namespace destek::text
