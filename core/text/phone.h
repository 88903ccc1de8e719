#pragma once

#include <QString>

#include <optional>

/// Telephone numbers and Meta's business-scoped ids, as text. Numbers are E.164 digits without
/// plus ("905321234134"), as Meta's wa_id. Source: facts/kvkk.md 9.3, facts/whatsapp.md 3.1.
/// Pure, safe from any thread.
namespace destek::text
{

/// What a person typed, as E.164 digits: 0(5xx)…, 5xx…, 90…, 0090…, +…; any script's digits.
/// A number without country is Turkish. Nothing for short business numbers (444 xxxx), for a
/// valid T.C. kimlik no and for anything that is not a number.
[[nodiscard]] std::optional<QString> normalisePhone(QStringView typed);

/// "905321234134" -> "+90 532 123 41 34". Anything that is not E.164 digits comes back unchanged.
[[nodiscard]] QString formatPhone(QStringView e164);

/// "905321234134" -> "+90 5** *** ** 34". Anything that is not E.164 digits becomes "***".
[[nodiscard]] QString maskPhone(QStringView e164);

/// The ASCII digits in a number as WhatsApp displays it: "+90 850 000 00 00" -> "908500000000".
[[nodiscard]] QString digitsOf(QStringView displayed);

/// Shape of a business-scoped user id (TR.1349…) or a parent one (TR.ENT.1349…): opaque,
/// case-sensitive, never a phone number.
[[nodiscard]] bool isBsuid(QStringView id);

/// Shape of a parent business-scoped id (TR.ENT.…).
[[nodiscard]] bool isParentBsuid(QStringView id);

} // namespace destek::text
