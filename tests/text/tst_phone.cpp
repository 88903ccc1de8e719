#include "core/text/phone.h"

#include "tests/kit/test_main.h"
#include "tests/text/any_text.h"

using namespace destek::text;
using namespace Qt::StringLiterals;

class Phone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typedNumbersBecomeE164_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("digits");
        const QString ali = u"905321234134"_s;
        const auto row = [](const QString &typed, const QString &digits) {
            QTest::newRow(qPrintable(typed)) << typed << digits;
        };
        for (const QString &typed :
             {u"905321234134"_s, u"+90 532 123 41 34"_s, u"0(532) 123 41 34"_s, u"0 532 123 4134"_s,
              u"5321234134"_s, u"532-123-41-34"_s, u"00905321234134"_s, u"00 90 532 123 41 34"_s,
              u"+90 (0) 532 123 41 34"_s, u"\u202A+90 532 123 41 34\u202C"_s, u"٠٥٣٢١٢٣٤١٣٤"_s,
              u"0532.123.41.34"_s, u"\uFF0B90 532 123 41 34"_s})
            row(typed, ali);
        row(u"0212 555 12 34"_s, u"902125551234"_s);
        row(u"0850 123 45 67"_s, u"908501234567"_s);
        row(u"+49 170 1234567"_s, u"491701234567"_s);
        row(u"491701234567"_s, u"491701234567"_s);
        row(u"0044 20 7946 0018"_s, u"442079460018"_s);
        row(u"+1 415 555 2671"_s, u"14155552671"_s);
        for (const QString &typed :
             {u""_s, u"444 12 34"_s, u"112"_s, u"0532 123 41 3"_s, u"+90 532 123 41 345"_s,
              u"+90 132 123 41 34"_s, u"ali"_s, u"0532 123 41 34 dahili 5"_s, u"+"_s,
              u"++905321234134"_s, u"10000000146"_s, u"TR.13491208655302741918"_s,
              u"1234567890123456"_s, u"053212341345"_s, u"000000000000"_s})
            row(typed, QString());
    }
    void typedNumbersBecomeE164()
    {
        QFETCH(QString, typed);
        QTEST(normalisePhone(typed).value_or(QString()), "digits");
    }

    void numbersAsPeopleReadThem()
    {
        QCOMPARE(formatPhone(u"905321234134"), u"+90 532 123 41 34"_s);
        QCOMPARE(formatPhone(u"+905321234134"), u"+90 532 123 41 34"_s);
        QCOMPARE(formatPhone(u"14155552671"), u"+1 415 555 26 71"_s);
        QCOMPARE(formatPhone(u"35312345678"), u"+353 123 456 78"_s);
        QCOMPARE(formatPhone(u"TR.1349"), u"TR.1349"_s);
        QCOMPARE(formatPhone(u""), QString());
    }

    void masksKeepCountryAndLastTwo()
    {
        QCOMPARE(maskPhone(u"905321234134"), u"+90 5** *** ** 34"_s);
        QCOMPARE(maskPhone(u"14155552671"), u"+1 4** *** ** 71"_s);
        QCOMPARE(maskPhone(u"TR.1349"), u"***"_s);
        QCOMPARE(maskPhone(u""), u"***"_s);
    }

    void numbersSurviveBeingShown()
    {
        DESTEK_PROPERTY("format and read again", [] {
            const auto tail = *rc::gen::inRange<qint64>(0, 1'000'000'000);
            const QString digits = u"905"_s + QString::number(tail).rightJustified(9, u'0');
            RC_ASSERT(normalisePhone(formatPhone(digits)) == digits);
            RC_ASSERT(normalisePhone(digits.mid(2)) == digits);
            RC_ASSERT(maskPhone(digits).count(u'*') == 7);
        });
        DESTEK_PROPERTY("any text is read", [] {
            const QString text = *destek::test::anyText();
            (void)normalisePhone(text);
            (void)formatPhone(text);
            (void)maskPhone(text);
            (void)isBsuid(text);
            (void)isParentBsuid(text);
        });
    }

    void shapeOfBusinessScopedIds()
    {
        QVERIFY(isBsuid(u"TR.13491208655302741918"));
        QVERIFY(isBsuid(u"TR.ENT.Abc123"));
        QVERIFY(isParentBsuid(u"TR.ENT.Abc123"));
        QVERIFY(!isParentBsuid(u"TR.13491208655302741918"));
        QVERIFY(isBsuid(QString(u"US."_s + QString(128, u'9'))));
        QVERIFY(!isBsuid(QString(u"US."_s + QString(129, u'9'))));
        for (const QString &id : {u"tr.1349"_s, u"TR."_s, u"TR.ENT."_s, u"T.1349"_s, u"TR-1349"_s,
                                  u"TR.13 49"_s, u"905321234134"_s, u""_s, u"TR.13.49"_s})
            QVERIFY2(!isBsuid(id), qPrintable(id));
    }
};

DESTEK_TEST(Phone)
#include "tst_phone.moc"
