#include "daemon/intake/signature.h"
#include "tests/kit/test_main.h"

#include <QTest>

using namespace destek;
using destek::daemon::intake::SignatureCheck;

namespace
{

const Secret kSecret(QByteArrayLiteral("test_app_secret"));
constexpr auto kEntryBody = R"({"object":"whatsapp_business_account","entry":[]})";
constexpr auto kEntryMac = "dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756";

} // namespace

/// X-Hub-Signature-256 (facts/whatsapp.md 1.3): over the bytes as they came, nothing else.
class Signatures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knownAnswers_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("mac");
        QTest::newRow("plain") << QByteArray(kEntryBody) << QByteArray(kEntryMac);
        QTest::newRow("UTF-8")
            << QByteArray("{\"t\":\"\xc5\x9eikayet \xf0\x9f\x99\x82\"}")
            << QByteArray("f909e3336264c593a3dcf9b9af2ebd9c52a10c3f30754e0e7099c5024180fe76");
        QTest::newRow("the same text escaped")
            << QByteArray(R"({"t":"\u015eikayet \ud83d\ude42"})")
            << QByteArray("bbeb876bfefd1c1ae82b1dfadcf92c446cad53bb8820b626b562229c0e81e897");
        QTest::newRow("empty")
            << QByteArray()
            << QByteArray("517bc4c7d1d8d400868e0ad6f64b77098b818a2f2595004253a1922302a602c0");
    }
    void knownAnswers()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, mac);
        const SignatureCheck check({kSecret});
        QVERIFY(check.isGenuine("sha256=" + mac, body));
        QVERIFY(!check.isGenuine("sha256=" + mac, body + ' '));
        for (int i = 0; i < 64; ++i) {
            QByteArray other = mac;
            other[i] = other.at(i) == '0' ? '1' : '0';
            QVERIFY(!check.isGenuine("sha256=" + other, body));
        }
        QVERIFY(!SignatureCheck({Secret(QByteArrayLiteral("another_secret"))})
                     .isGenuine("sha256=" + mac, body));
        QVERIFY(!SignatureCheck({}).isGenuine("sha256=" + mac, body));
    }

    void malformedHeadersAreRefusedUnread_data()
    {
        QTest::addColumn<QByteArray>("header");
        const QByteArray mac(kEntryMac);
        QTest::newRow("none") << QByteArray();
        QTest::newRow("bare") << mac;
        QTest::newRow("sha1") << QByteArray("sha1=" + mac);
        QTest::newRow("upper case") << QByteArray("sha256=" + mac.toUpper());
        QTest::newRow("upper-case name") << QByteArray("SHA256=" + mac);
        QTest::newRow("short") << QByteArray("sha256=" + mac.chopped(1));
        QTest::newRow("long") << QByteArray("sha256=" + mac + '0');
        QTest::newRow("space") << QByteArray("sha256= " + mac.chopped(1));
        QTest::newRow("two in one") << QByteArray("sha256=" + mac + ",sha256=" + mac);
        QTest::newRow("NUL") << QByteArray("sha256=" + mac.chopped(1) + '\0');
        QTest::newRow("not hex") << QByteArray("sha256=" + mac.chopped(1) + 'g');
    }
    void malformedHeadersAreRefusedUnread()
    {
        QFETCH(QByteArray, header);
        QVERIFY(!SignatureCheck::isWellFormed(header));
        QVERIFY(!SignatureCheck({kSecret}).isGenuine(header, kEntryBody));
    }

    void anOldSecretIsGoodWhileItIsBeingReplaced()
    {
        const SignatureCheck both({Secret(QByteArrayLiteral("the_new_secret")), kSecret});
        QVERIFY(both.isGenuine(QByteArray("sha256=") + kEntryMac, kEntryBody));
        const SignatureCheck after({Secret(QByteArrayLiteral("the_new_secret"))});
        QVERIFY(!after.isGenuine(QByteArray("sha256=") + kEntryMac, kEntryBody));
    }
};

DESTEK_TEST(Signatures)
#include "tst_signatures.moc"
