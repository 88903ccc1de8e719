#pragma once

#include <QByteArray>
#include <QString>

/// Turkish case and order. Qt's own answers differ between builds with and without ICU
/// (facts/ecosystem.md 3.3), so these use only the Unicode data inside QChar and give the same
/// answer on every system. For people's text; protocol words use ASCII casing.
/// Pure functions, safe from any thread, defined for every UTF-16 string.
namespace destek::text
{

/// i -> İ, ı -> I; everything else as Unicode has it.
[[nodiscard]] QString toUpperTurkish(QStringView text);

/// İ -> i, I -> ı; everything else as Unicode has it.
[[nodiscard]] QString toLowerTurkish(QStringView text);

/// Letters for an avatar: first letter of the first and of the last word that has one, in
/// Turkish capitals. Empty when the name holds no letter (a number, an emoji).
[[nodiscard]] QString titleInitials(QStringView name);

/// Bytes whose memcmp order is Turkish display order: non-letters, digits,
/// abcçdefgğhıijklmnoöpqrsştuüvwxyz, letters of other scripts. Accents (â, é) decide only
/// between otherwise equal words, then case (small first). Not text: never show or log it.
[[nodiscard]] QByteArray collationKey(QStringView text);

/// Negative, zero or positive, as collationKey() orders. Zero only for canonically equal texts.
[[nodiscard]] int compareTurkish(QStringView a, QStringView b);

} // namespace destek::text
