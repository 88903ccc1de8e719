#include "sandbox/signature.h"
#include "sandbox/wire_json.h"
#include "tests/kit/test_main.h"

#include <QTest>

using namespace destek::sandbox;
using namespace Qt::StringLiterals;

/// The bytes Meta signs (facts: whatsapp.md 1.3).
class WireBytes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void signature_data();
    void signature();
    void escaping();
    void numbersAndNesting();
};

void WireBytes::signature_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("digest");
    QTest::newRow("envelope")
        << QByteArray(R"({"object":"whatsapp_business_account","entry":[]})")
        << QByteArray("dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756");
    QTest::newRow("utf-8")
        << QByteArray("{\"t\":\"\xc5\x9eikayet \xf0\x9f\x99\x82\"}")
        << QByteArray("f909e3336264c593a3dcf9b9af2ebd9c52a10c3f30754e0e7099c5024180fe76");
    QTest::newRow("escaped")
        << QByteArray(R"({"t":"\u015eikayet \ud83d\ude42"})")
        << QByteArray("bbeb876bfefd1c1ae82b1dfadcf92c446cad53bb8820b626b562229c0e81e897");
    QTest::newRow("empty")
        << QByteArray("")
        << QByteArray("517bc4c7d1d8d400868e0ad6f64b77098b818a2f2595004253a1922302a602c0");
}

void WireBytes::signature()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, digest);
    QCOMPARE(hubSignature("test_app_secret", body), "sha256=" + digest);
}

void WireBytes::escaping()
{
    const QJsonObject object{{u"t"_s, u"Şikayet 🙂"_s}};
    QCOMPARE(toWire(object), QByteArray(R"({"t":"\u015eikayet \ud83d\ude42"})"));
    QCOMPARE(toWire(QJsonObject{{u"u"_s, u"https://a/b"_s}}),
             QByteArray(R"({"u":"https:\/\/a\/b"})"));
    QCOMPARE(toWire(QJsonValue(u"\"\\\n\t\x01"_s)), QByteArray("\"\\\"\\\\\\n\\t\\u0001\""));
}

void WireBytes::numbersAndNesting()
{
    const QJsonObject value{{u"field"_s, u"messages"_s},
                            {u"value"_s, QJsonObject{{u"n"_s, 1795327200}, {u"x"_s, 28.97}}}};
    QCOMPARE(toWire(value),
             QByteArray(R"({"value":{"n":1795327200,"x":28.97},"field":"messages"})"));
    QCOMPARE(QJsonDocument::fromJson(toWire(value)).object(), value);
}

DESTEK_TEST(WireBytes)
#include "tst_wire_bytes.moc"
