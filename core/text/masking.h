#pragma once

#include "core/text/phone.h"

#include <QString>

#include <optional>
#include <vector>

/// Finding and hiding numbers that must not be kept or shown. Digits of any script count;
/// invisible characters between them do not. Order and reasons: facts/kvkk.md 9.4.
/// Pure, safe from any thread, defined for every UTF-16 string.
namespace destek::text
{

enum class Sensitive { Card, SecurityCode, Iban, NationalId, Phone, TrackingCode };

/// A place in the text, in UTF-16 units.
struct Finding {
    Sensitive kind = Sensitive::Card;
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const Finding &) const = default;
};

/// Everything found, ordered by start. A card needs length, Luhn and a network prefix (Troy 9792
/// included) or a card word nearby. Known ambiguity: an IMEI passes Luhn; it has no network prefix,
/// so it is taken for a card only next to a card word. An ungrouped number right behind "takip no",
/// "sipariş no", "IMEI" and the like is what it says, unless a card word stands near.
[[nodiscard]] std::vector<Finding> findSensitive(QStringView text);

/// run on text, captions and file names before anything is stored. Card numbers keep their
/// last four digits, security codes keep nothing; everything else stays as it is.
[[nodiscard]] QString maskCards(QStringView text);

/// For roles that may not see them: also IBAN (last four stay), T.C. kimlik no (last two stay) and
/// telephone numbers (last two stay) inside running text.
[[nodiscard]] QString maskSensitive(QStringView text);

/// Both messages with the card masked that was split over them; nothing when there was none.
/// The first message must end and the second begin with its digits. For more than two messages
/// give the earlier ones joined by line ends: lengths stay as they are, so they can be parted again
/// (only digits outside the BMP shrink to one unit).
struct SplitMask {
    QString previous;
    QString current;
};
[[nodiscard]] std::optional<SplitMask> maskSplitCard(QStringView previous, QStringView current);

/// Luhn's check over ASCII digits; false for anything else or nothing.
[[nodiscard]] bool passesLuhn(QStringView digits);

/// Is this the length and beginning of a known card network's number (ASCII digits)?
[[nodiscard]] bool hasCardNetwork(QStringView digits);

/// T.C. kimlik no: form and check digits of eleven ASCII digits. Proves nothing about identity.
[[nodiscard]] bool isNationalId(QStringView digits);

/// Turkish IBAN: TR and 24 ASCII digits, spaces allowed, mod 97.
[[nodiscard]] bool isTurkishIban(QStringView iban);

} // namespace destek::text
