#include "models/outgoing/place_text.h"
#include "tests/kit/test_main.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;

class PlaceTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void coordinates_are_found_in_what_people_paste_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        const auto row = [](const QString &text, bool found, double latitude = 0,
                            double longitude = 0) {
            QTest::newRow(qPrintable(text.left(60))) << text << found << latitude << longitude;
        };
        row(u"41.01, 28.97"_s, true, 41.01, 28.97);
        row(u" 41.01 28.97 "_s, true, 41.01, 28.97);
        row(u"41,01; 28,97"_s, true, 41.01, 28.97);
        row(u"-33.9,151.2"_s, true, -33.9, 151.2);
        row(u"geo:41.01,28.97?z=12"_s, true, 41.01, 28.97);
        row(u"https://www.google.com/maps/@41.0255,28.9742,17z"_s, true, 41.0255, 28.9742);
        row(u"https://maps.google.com/?q=41.0255,28.9742"_s, true, 41.0255, 28.9742);
        row(u"https://www.google.com/maps/place/Galata+Kulesi/@41.02,28.97,17z/"
            u"data=!3m1!4b1!4m6!3m5"
            u"!8m2!3d41.025636!4d28.974154"_s,
            true, 41.025636, 28.974154);
        row(u"https://www.openstreetmap.org/#map=17/41.02564/28.97415"_s, true, 41.02564, 28.97415);
        row(u"https://maps.app.goo.gl/abcdef"_s, false);
        row(u"95.0, 28.97"_s, false);
        row(u"Galata Kulesi"_s, false);
        row(u"41.01"_s, false);
        row({}, false);
    }

    void coordinates_are_found_in_what_people_paste()
    {
        QFETCH(QString, text);
        QFETCH(bool, found);
        const auto place = models::placeIn(text);
        QCOMPARE(place.has_value(), found);
        if (!place)
            return;
        QTEST(place->latitude, "latitude");
        QTEST(place->longitude, "longitude");
    }

    void the_name_of_the_place_comes_along()
    {
        const auto place = models::placeIn(
            u"https://www.google.com/maps/place/K%C4%B1z+Kulesi/@41.0211,29.0041,17z"_s);
        QVERIFY(place);
        QCOMPARE(place->name, u"Kız Kulesi"_s);
    }
};

DESTEK_TEST(PlaceTextTest)
#include "tst_place_text_test.moc"
