#include "core/text/turkish.h"

#include "tests/kit/test_main.h"
#include "tests/text/any_text.h"

#include <QCollator>

#include <algorithm>

using namespace destek::text;
using namespace Qt::StringLiterals;

class Turkish : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLetterHasItsTurkishCase()
    {
        const QString small = u"abcçdefgğhıijklmnoöpqrsştuüvwxyzâîû"_s;
        const QString capital = u"ABCÇDEFGĞHIİJKLMNOÖPQRSŞTUÜVWXYZÂÎÛ"_s;
        QCOMPARE(toUpperTurkish(small), capital);
        QCOMPARE(toLowerTurkish(capital), small);
        QCOMPARE(toUpperTurkish(u"istanbul ısparta"), u"İSTANBUL ISPARTA"_s);
        QCOMPARE(toLowerTurkish(u"IŞIK İNCİ"), u"ışık inci"_s);
    }

    void aSeparateDotJoinsItsLetter()
    {
        QCOMPARE(toLowerTurkish(u"I\u0307"), u"i"_s);
        QCOMPARE(toUpperTurkish(u"i\u0307"), u"İ"_s);
    }

    void agreesWithTheSystemWhereItKnowsTurkish()
    {
        const QLocale turkish(QLocale::Turkish);
        if (turkish.toUpper(u"i"_s) != u"İ")
            QSKIP("this Qt was built without ICU");
        DESTEK_PROPERTY("case as ICU", [&] {
            const QString word = *destek::test::turkishWord();
            RC_ASSERT(toUpperTurkish(word) == turkish.toUpper(word));
            RC_ASSERT(toLowerTurkish(word) == turkish.toLower(word));
        });
    }

    void initials_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("initials");
        QTest::newRow("two words") << u"inci ışık"_s << u"İI"_s;
        QTest::newRow("one word") << u"şule"_s << u"Ş"_s;
        QTest::newRow("three words") << u"Ali Can Öz"_s << u"AÖ"_s;
        QTest::newRow("emoji around") << u"🌸 ayşe 🌸"_s << u"A"_s;
        QTest::newRow("number") << u"+90 532 123 41 34"_s << QString();
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("invisible before") << u"\u200B\u202Eçağla k."_s << u"ÇK"_s;
        QTest::newRow("decomposed") << u"c\u0327ag\u0306la"_s << u"Ç"_s;
    }
    void initials()
    {
        QFETCH(QString, name);
        QTEST(titleInitials(name), "initials");
    }

    void namesStandInAlphabetOrder()
    {
        const QStringList wanted{
            u""_s,     u"…"_s,    u"112 Acil"_s, u"Ali Can"_s, u"Alican"_s, u"cam"_s,  u"çam"_s,
            u"g"_s,    u"ğ"_s,    u"hal"_s,      u"hâl"_s,     u"ırmak"_s,  u"Işık"_s, u"ilk"_s,
            u"İnce"_s, u"jöle"_s, u"oya"_s,      u"öz"_s,      u"poz"_s,    u"quiz"_s, u"raf"_s,
            u"sal"_s,  u"şal"_s,  u"ufuk"_s,     u"ün"_s,      u"vali"_s,   u"watt"_s, u"xenon"_s,
            u"yaz"_s,  u"zil"_s,  u"Ωmega"_s,    u"Яна"_s};
        QStringList shuffled = wanted;
        std::reverse(shuffled.begin(), shuffled.end());
        std::sort(shuffled.begin(), shuffled.end(),
                  [](const auto &a, const auto &b) { return compareTurkish(a, b) < 0; });
        QCOMPARE(shuffled, wanted);
    }

    void caseDecidesLast()
    {
        QVERIFY(compareTurkish(u"inci", u"İnci") < 0);
        QVERIFY(compareTurkish(u"İnci", u"incil") < 0);
        QVERIFY(compareTurkish(u"hal", u"hâl") < 0);
        QVERIFY(compareTurkish(u"hâl", u"hala") < 0);
        QCOMPARE(compareTurkish(u"c\u0327am", u"çam"), 0);
    }

    void orderAgreesWithTheSystemWhereItKnowsTurkish()
    {
        QCollator collator(QLocale(QLocale::Turkish, QLocale::Turkey));
        if (collator.compare(u"ırmak"_s, u"ilk"_s) >= 0 || QLocale().name() == u"C"_s) {
            if (collator.compare(u"çam"_s, u"dal"_s) >= 0)
                QSKIP("this Qt was built without ICU");
        }
        DESTEK_PROPERTY("order as ICU", [&] {
            const QString a = *destek::test::turkishWord();
            const QString b = *destek::test::turkishWord();
            const int ours = compareTurkish(a, b);
            const int theirs = collator.compare(a, b);
            RC_ASSERT((ours < 0) == (theirs < 0));
        });
    }

    void orderIsTotalForAnyText()
    {
        DESTEK_PROPERTY("antisymmetric and transitive through keys", [] {
            const QString a = *destek::test::anyText();
            const QString b = *destek::test::anyText();
            const auto sign = [](int n) { return (n > 0) - (n < 0); };
            RC_ASSERT(sign(compareTurkish(a, b)) == -sign(compareTurkish(b, a)));
            RC_ASSERT(compareTurkish(a, a) == 0);
            RC_ASSERT((collationKey(a) < collationKey(b)) == (compareTurkish(a, b) < 0));
            (void)toUpperTurkish(a);
            (void)toLowerTurkish(a);
            RC_ASSERT(titleInitials(a).size() <= 12);
        });
    }
};

DESTEK_TEST(Turkish)
#include "tst_turkish.moc"
