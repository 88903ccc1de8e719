#include "core/text/dates.h"

#include "tests/kit/test_main.h"
#include "tests/text/any_text.h"

#include <QLocale>
#include <QTimeZone>

using namespace destek;
using namespace destek::text;
using namespace Qt::StringLiterals;

class Dates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datesForPeople()
    {
        const QDate day(2026, 5, 12);
        QCOMPARE(longDate(day, Language::Turkish), u"12 Mayıs 2026"_s);
        QCOMPARE(longDate(day, Language::English), u"12 May 2026"_s);
        QCOMPARE(longDateWithDay(day, Language::Turkish), u"12 Mayıs 2026 Salı"_s);
        QCOMPARE(longDateWithDay(day, Language::English), u"Tuesday 12 May 2026"_s);
        QCOMPARE(shortDate(QDate(2026, 5, 1), Language::Turkish), u"01.05.2026"_s);
        QCOMPARE(longDate(QDate(), Language::Turkish), QString());
        QCOMPARE(shortDate(QDate(), Language::English), QString());
        const Instant at = instantInIstanbul(QDate(2026, 3, 3), QTime(14, 5));
        QCOMPARE(dateTime(at, Language::Turkish), u"03.03.2026 14:05"_s);
        QCOMPARE(dateTime(at, Language::English), u"3 Mar 2026 14:05"_s);
    }

    void namesAreThoseOfTheLanguage()
    {
        const QLocale turkish(QLocale::Turkish, QLocale::Turkey);
        const QLocale english(QLocale::English, QLocale::UnitedKingdom);
        for (QDate day(2026, 1, 1); day.year() == 2026; day = day.addDays(1)) {
            QCOMPARE(longDateWithDay(day, Language::Turkish),
                     turkish.toString(day, u"d MMMM yyyy dddd"));
            QCOMPARE(longDateWithDay(day, Language::English),
                     english.toString(day, u"dddd d MMMM yyyy"));
        }
    }

    void istanbulIsWhatTheZoneTablesSay()
    {
        const QTimeZone zone("Europe/Istanbul");
        if (!zone.isValid())
            QSKIP("no zone tables here");
        for (QDateTime at(QDate(2007, 1, 1), QTime(0, 30), Qt::UTC); at.date().year() < 2030;
             at = at.addSecs(3600)) {
            const WallTime wall = istanbulTime(Instant::fromMs(at.toMSecsSinceEpoch()));
            const QDateTime theirs = at.toTimeZone(zone);
            if (wall.date != theirs.date() || wall.time != theirs.time())
                QFAIL(qPrintable(at.toString(Qt::ISODate)));
        }
    }

    void wallTimeAndBack()
    {
        DESTEK_PROPERTY("round trip", [] {
            // 1990 to 2060; an hour that came twice is read as its first.
            const auto ms = *rc::gen::inRange<qint64>(631'152'000'000, 2'840'140'800'000);
            const WallTime wall = istanbulTime(Instant::fromMs(ms));
            const Instant again = instantInIstanbul(wall.date, wall.time);
            RC_ASSERT(again.ms == ms || again.ms == ms - 3'600'000);
            RC_ASSERT(istanbulTime(again) == wall);
        });
        QCOMPARE(istanbulTime(Instant::fromMs(-1)).date, QDate(1970, 1, 1));
        QCOMPARE(istanbulTime(Instant::fromMs(-8'000'000'000)).date, QDate(1969, 9, 30));
    }

    void twoYearsFromALeapDay_R21()
    {
        const QTime noon(12, 0);
        const Instant leap = instantInIstanbul(QDate(2024, 2, 29), noon);
        QCOMPARE(istanbulTime(addCalendarYears(leap, 2)), (WallTime{QDate(2026, 2, 28), noon}));
        QCOMPARE(istanbulTime(addCalendarYears(leap, 4)), (WallTime{QDate(2028, 2, 29), noon}));
        // +02 in January 2016, +03 two years later: the wall time counts.
        const Instant old = instantInIstanbul(QDate(2016, 1, 5), noon);
        QCOMPARE(old.ms, QDateTime(QDate(2016, 1, 5), QTime(10, 0), Qt::UTC).toMSecsSinceEpoch());
        QCOMPARE(istanbulTime(addCalendarYears(old, 2)), (WallTime{QDate(2018, 1, 5), noon}));
    }

    void thirtyDaysAreCalendarDays_R49()
    {
        DESTEK_PROPERTY("due = receipt + 30 days in Istanbul", [] {
            const auto ms = *rc::gen::inRange<qint64>(1'700'000'000'000, 2'000'000'000'000);
            const Instant received = Instant::fromMs(ms);
            const WallTime due = istanbulTime(addCalendarDays(received, kSubjectRequestDays));
            const WallTime then = istanbulTime(received);
            RC_ASSERT(due.date == then.date.addDays(30));
            RC_ASSERT(due.time == then.time);
        });
        // 23:30 on 31 January in Istanbul is still 31 January, whatever UTC says.
        const Instant late = instantInIstanbul(QDate(2026, 1, 31), QTime(23, 30));
        QCOMPARE(istanbulTime(addCalendarDays(late, 30)).date, QDate(2026, 3, 2));
    }
};

DESTEK_TEST(Dates)
#include "tst_dates.moc"
