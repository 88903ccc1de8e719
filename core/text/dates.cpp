#include "core/text/dates.h"

#include <QStringBuilder>

#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace destek::text
{

namespace
{

constexpr qint64 kHourMs = 3'600'000;
constexpr qint64 kDayMs = 24 * kHourMs;

struct Names {
    std::array<QStringView, 12> months;
    std::array<QStringView, 12> shortMonths;
    std::array<QStringView, 7> days; ///< Monday first
};

constexpr Names kTurkish{
    {u"Ocak", u"Şubat", u"Mart", u"Nisan", u"Mayıs", u"Haziran", u"Temmuz", u"Ağustos", u"Eylül",
     u"Ekim", u"Kasım", u"Aralık"},
    {u"Oca", u"Şub", u"Mar", u"Nis", u"May", u"Haz", u"Tem", u"Ağu", u"Eyl", u"Eki", u"Kas",
     u"Ara"},
    {u"Pazartesi", u"Salı", u"Çarşamba", u"Perşembe", u"Cuma", u"Cumartesi", u"Pazar"}};
constexpr Names kEnglish{
    {u"January", u"February", u"March", u"April", u"May", u"June", u"July", u"August", u"September",
     u"October", u"November", u"December"},
    {u"Jan", u"Feb", u"Mar", u"Apr", u"May", u"Jun", u"Jul", u"Aug", u"Sep", u"Oct", u"Nov",
     u"Dec"},
    {u"Monday", u"Tuesday", u"Wednesday", u"Thursday", u"Friday", u"Saturday", u"Sunday"}};

const Names &namesOf(Language language)
{
    return language == Language::Turkish ? kTurkish : kEnglish;
}

QString twoDigits(int number)
{
    return QString::number(number).rightJustified(2, u'0');
}

qint64 epochMs(QDate date, QTime time)
{
    const qint64 days = date.toJulianDay() - QDate(1970, 1, 1).toJulianDay();
    return days * kDayMs + time.msecsSinceStartOfDay();
}

/// Floored, so that instants before 1970 fall on their own day.
WallTime wallTime(qint64 ms)
{
    const qint64 days = ms >= 0 ? ms / kDayMs : -((-ms + kDayMs - 1) / kDayMs);
    return {QDate(1970, 1, 1).addDays(days),
            QTime::fromMSecsSinceStartOfDay(int(ms - days * kDayMs))};
}

QDate lastSunday(int year, int month)
{
    const QDate last(year, month, QDate(year, month, 1).daysInMonth());
    return last.addDays(-(last.dayOfWeek() % 7));
}

/// Türkiye moved the change by a day or two for exams and elections.
QDate summerBegins(int year)
{
    const QDate usual = lastSunday(year, 3);
    return year == 2011 || year == 2014 ? usual.addDays(1) : usual;
}

QDate summerEnds(int year)
{
    return year == 2015 ? QDate(2015, 11, 8) : lastSunday(year, 10);
}

/// Summer time of 2016 never ended: +03 ever since.
qint64 offsetMs(qint64 utcMs)
{
    constexpr qint64 kLastChange = 1459040400000; // 2016-03-27 01:00 UTC
    if (utcMs >= kLastChange)
        return 3 * kHourMs;
    const int year = wallTime(utcMs).date.year();
    const QTime change(1, 0);
    const bool summer =
        utcMs >= epochMs(summerBegins(year), change) && utcMs < epochMs(summerEnds(year), change);
    return (summer ? 3 : 2) * kHourMs;
}

} // namespace

WallTime istanbulTime(Instant at)
{
    return wallTime(at.ms + offsetMs(at.ms));
}

Instant instantInIstanbul(QDate date, QTime time)
{
    const qint64 wall = epochMs(date, time);
    const qint64 asSummer = wall - 3 * kHourMs;
    // The earlier of the two readings when the clock was put back; the later one when this wall
    // time was skipped.
    return Instant::fromMs(offsetMs(asSummer) == 3 * kHourMs ? asSummer : wall - 2 * kHourMs);
}

QString longDate(QDate date, Language language)
{
    if (!date.isValid())
        return {};
    return QString::number(date.day()) % u' ' % namesOf(language).months[size_t(date.month() - 1)] %
           u' ' % QString::number(date.year());
}

QString longDateWithDay(QDate date, Language language)
{
    if (!date.isValid())
        return {};
    const QStringView day = namesOf(language).days[size_t(date.dayOfWeek() - 1)];
    const QString rest = longDate(date, language);
    if (language == Language::Turkish)
        return rest % u' ' % day;
    return day % u' ' % rest;
}

QString shortDate(QDate date, Language language)
{
    if (!date.isValid())
        return {};
    const QString year = QString::number(date.year());
    if (language == Language::Turkish)
        return twoDigits(date.day()) % u'.' % twoDigits(date.month()) % u'.' % year;
    return QString::number(date.day()) % u' ' %
           namesOf(language).shortMonths[size_t(date.month() - 1)] % u' ' % year;
}

QString clockTime(QTime time)
{
    return time.isValid() ? twoDigits(time.hour()) % u':' % twoDigits(time.minute()) : QString();
}

QString dateTime(Instant at, Language language)
{
    const WallTime wall = istanbulTime(at);
    return shortDate(wall.date, language) % u' ' % clockTime(wall.time);
}

Instant addCalendarYears(Instant at, int years)
{
    const WallTime wall = istanbulTime(at);
    return instantInIstanbul(wall.date.addYears(years), wall.time); // QDate clamps 29 February
}

Instant addCalendarDays(Instant at, int days)
{
    const WallTime wall = istanbulTime(at);
    return instantInIstanbul(wall.date.addDays(days), wall.time);
}

} // namespace destek::text
