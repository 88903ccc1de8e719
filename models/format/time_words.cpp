#include "models/format/words.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace destek::words
{

namespace
{

QDateTime local(Instant at)
{
    return at.toUtc().toLocalTime();
}

int inWholeUnits(Duration span, Duration unit)
{
    return int(span / unit);
}

QString dayAnd(const QString &time, Instant at, const QLocale &locale)
{
    return QCoreApplication::translate("destek", "%1, %2", "date, time of day")
        .arg(locale.toString(local(at).date(), QLocale::ShortFormat), time);
}

} // namespace

QString timeLeftWords(Duration left)
{
    if (left.count() <= 0)
        return QCoreApplication::translate("destek", "closed");
    const int minutesLeft = inWholeUnits(left, std::chrono::minutes(1));
    if (minutesLeft < 1)
        return QCoreApplication::translate("destek", "less than a minute left");
    if (minutesLeft < 60)
        return QCoreApplication::translate("destek", "%1 min left").arg(minutesLeft);
    if (minutesLeft % 60 == 0)
        return QCoreApplication::translate("destek", "%1 h left").arg(minutesLeft / 60);
    return QCoreApplication::translate("destek", "%1 h %2 min left")
        .arg(minutesLeft / 60)
        .arg(minutesLeft % 60);
}

bool isSameLocalDay(Instant a, Instant b)
{
    return local(a).date() == local(b).date();
}

QString clockTime(Instant at, const QLocale &locale)
{
    return at.isNull() ? QString() : locale.toString(local(at).time(), QLocale::ShortFormat);
}

QString listTime(Instant at, Instant now, const QLocale &locale)
{
    if (at.isNull())
        return {};
    const QDate day = local(at).date();
    const qint64 ago = day.daysTo(local(now).date());
    if (ago <= 0)
        return clockTime(at, locale);
    if (ago == 1)
        return QCoreApplication::translate("destek", "Yesterday");
    if (ago < 7)
        return locale.standaloneDayName(day.dayOfWeek(), QLocale::LongFormat);
    return locale.toString(day, QLocale::ShortFormat);
}

QString dayWords(Instant at, Instant now, const QLocale &locale)
{
    const QDate day = local(at).date();
    const qint64 ago = day.daysTo(local(now).date());
    if (ago == 0)
        return QCoreApplication::translate("destek", "Today");
    if (ago == 1)
        return QCoreApplication::translate("destek", "Yesterday");
    return locale.toString(day, QLocale::LongFormat);
}

QString dateTime(Instant at, const QLocale &locale)
{
    return at.isNull() ? QString() : dayAnd(clockTime(at, locale), at, locale);
}

QString fullTime(Instant at, const QLocale &locale)
{
    const QString time = local(at).time().toString(QStringLiteral("HH:mm:ss"));
    return at.isNull() ? QString() : dayAnd(time, at, locale);
}

QString ageWords(Duration age)
{
    // lupdate 6.4 does not come back from calls with nested calls as the number: name it first.
    const Duration shown = std::max(age, Duration::zero());
    const int secondsOld = inWholeUnits(shown, std::chrono::seconds(1));
    const int minutesOld = secondsOld / 60;
    const int hoursOld = minutesOld / 60;
    if (minutesOld < 1)
        return QCoreApplication::translate("destek", "just now");
    if (hoursOld < 1)
        return QCoreApplication::translate("destek", "%n minute(s) ago", nullptr, minutesOld);
    return QCoreApplication::translate("destek", "%n hour(s) ago", nullptr, hoursOld);
}

} // namespace destek::words
