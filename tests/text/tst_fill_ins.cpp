#include "core/text/fill_ins.h"

#include "tests/kit/test_main.h"
#include "tests/text/any_text.h"

using namespace destek;
using namespace destek::text;
using namespace Qt::StringLiterals;

class FillIns : public QObject
{
    Q_OBJECT

    static std::optional<QString> onlyName(const FillIn &place)
    {
        return place.name == "name"_L1 ? std::optional(u"{agent}"_s) : std::nullopt;
    }

private Q_SLOTS:
    void placesAreFoundWithTheirFallback()
    {
        const QString text = u"Merhaba {first_name|değerli müşterimiz}, {field:Sipariş no}."_s;
        const auto places = fillIns(text);
        QCOMPARE(places.size(), 2);
        QCOMPARE(places[0].name, u"first_name"_s);
        QCOMPARE(places[0].fallback.value(), u"değerli müşterimiz"_s);
        QCOMPARE(text.mid(places[0].start, places[0].length), u"{first_name|değerli müşterimiz}"_s);
        QCOMPARE(places[1].argument, u"Sipariş no"_s);
        QVERIFY(!places[1].fallback);
    }

    void whatIsNoPlaceIsText_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto &text : {u"{}"_s, u"{1}"_s, u"{{1}}"_s, u"{ name }"_s, u"{ad soyad}"_s,
                                 u"{field}"_s, u"{field: }"_s, u"{name:x}"_s, u"{na\nme}"_s,
                                 u"{\"name\": 1}"_s, u"name}"_s, u"{name"_s, u"{ab}"_s})
            QTest::newRow(qPrintable(text)) << text;
    }
    void whatIsNoPlaceIsText()
    {
        QFETCH(QString, text);
        QCOMPARE(fillIns(text), QList<FillIn>());
        QCOMPARE(filledIn(text, onlyName).text, text);
    }

    void aSlipInANameIsNoticed()
    {
        const auto places = fillIns(u"Merhaba {fist_name}"_s);
        QCOMPARE(places.size(), 1);
        QVERIFY(!isKnown(places.first()));
        QVERIFY(isKnown(fillIns(u"{first_name}"_s).first()));
    }

    void valuesAreNotReadAgain()
    {
        const FilledText filled = filledIn(u"{name} {agent} {business|Örnek} {agent|}!", onlyName);
        QCOMPARE(filled.text, u"{agent} {agent} Örnek !"_s);
        QCOMPARE(filled.open.size(), 1); // only the one that was in the text
        QCOMPARE(filled.open.first().start, 8);
    }

    void anyTextIsReadWithoutHarm()
    {
        const bool held = rc::check("places lie in the text, in order", [] {
            const QString text = u"{name|"_s + *test::anyText() + u"} {"_s + *test::anyText();
            qsizetype end = 0;
            for (const FillIn &place : fillIns(text)) {
                RC_ASSERT(place.start >= end && place.length > 4);
                end = place.start + place.length;
                RC_ASSERT(end <= text.size());
            }
        });
        QVERIFY(held);
    }
};

DESTEK_TEST(FillIns)
#include "tst_fill_ins.moc"
