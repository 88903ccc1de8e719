#pragma once

#include <QString>
#include <QStringList>

/// The match fold of facts/kvkk.md 9.1: what makes İPTAL, IPTAL, ıptal and iptal one word.
/// Only for finding (search, keywords); two people are never equal because their names fold
/// alike. Pure functions, safe from any thread, defined for every UTF-16 string.
namespace destek::text
{

/// Dotless ı becomes i, compatibility forms and accents go, invisible characters go, small
/// letters, single spaces, no space at either end. Idempotent: folding twice changes nothing.
[[nodiscard]] QString matchFold(QStringView text);

/// The words of an already folded text, in order, repeats kept: runs of letters and digits.
[[nodiscard]] QStringList words(QStringView folded);

} // namespace destek::text
