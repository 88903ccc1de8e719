#pragma once

#include "core/base/instant.h"

#include <QDate>
#include <QString>
#include <QTime>

/// Dates for people and for deadlines, in Europe/Istanbul, whatever the system's locale, time zone
/// and zone tables are (facts/kvkk.md 9.3: fixed +03 now, +02 in January 2016).
/// Pure, safe from any thread.
namespace destek::text
{

enum class Language { Turkish, English };

struct WallTime {
    QDate date;
    QTime time;

    bool operator==(const WallTime &) const = default;
};

/// Istanbul's calendar and clock at this instant. Exact from 2007 on; earlier instants use the
/// European summer time rule.
[[nodiscard]] WallTime istanbulTime(Instant at);

/// The instant of this Istanbul wall time; in an hour that came twice, the first.
/// Precondition: valid date and time.
[[nodiscard]] Instant instantInIstanbul(QDate date, QTime time);

/// "12 Mayıs 2026" / "12 May 2026". Empty for an invalid date.
[[nodiscard]] QString longDate(QDate date, Language language);

/// "12 Mayıs 2026 Salı" / "Tuesday 12 May 2026".
[[nodiscard]] QString longDateWithDay(QDate date, Language language);

/// "03.03.2026" / "3 Mar 2026".
[[nodiscard]] QString shortDate(QDate date, Language language);

/// "14:05", both languages.
[[nodiscard]] QString clockTime(QTime time);

/// "03.03.2026 14:05" / "3 Mar 2026 14:05", in Istanbul.
[[nodiscard]] QString dateTime(Instant at, Language language);

/// Same day and time so many calendar years later; 29 February clamps to the 28th
/// 29.02.2024 and two years is 28.02.2026).
[[nodiscard]] Instant addCalendarYears(Instant at, int years);

/// Same wall time so many calendar days later: the Law's 30 days are counted so.
[[nodiscard]] Instant addCalendarDays(Instant at, int days);

/// The Law 6698 art. 13/2 limit of a data subject's request.
constexpr int kSubjectRequestDays = 30;

} // namespace destek::text
