#include "core/crypto/derive.h"
#include "core/crypto/keyed_hash.h"
#include "core/crypto/random.h"
#include "tests/crypto/crypto_kit.h"
#include "tests/kit/test_main.h"

#include <QTest>
#include <rapidcheck.h>

#include <set>

using namespace destek;
using namespace destek::crypto;
using destek::test::bytesOf;
using destek::test::unhex;

class Hashing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sha256KnowsTheStandardsExamples();
    void piecesHashLikeTheWhole();
    void metaSignaturesAsDocumented_data();
    void metaSignaturesAsDocumented();
    void aKeySetUpOnceAnswersAsOftenAsAsked();
    void hkdfKnowsRfc5869();
    void hkdfRefusesWhatItCannotDo();
    void encodingsComeBack();
    void oneValueHasOneBase64Spelling_data();
    void oneValueHasOneBase64Spelling();
    void longBase64ComesBack();
    void hexRefusesWhatIsNone();
    void equalComparesAll();
    void randomBytesDoNotRepeat();
};

void Hashing::sha256KnowsTheStandardsExamples()
{
    QCOMPARE(hex(sha256({})),
             std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    QCOMPARE(hex(sha256(view("abc"))),
             std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

void Hashing::piecesHashLikeTheWhole()
{
    QVERIFY(rc::check("any cut gives the same hash", [](const Bytes &left, const Bytes &right) {
        Bytes whole = left;
        whole.insert(whole.end(), right.begin(), right.end());
        Sha256 hash;
        hash.add(left);
        hash.add(right);
        RC_ASSERT(hash.finish() == sha256(whole));
        RC_ASSERT(hash.finish() == sha256({})); // begins afresh
    }));
}

// X-Hub-Signature-256: HMAC-SHA256 over the raw body under the app secret.
void Hashing::metaSignaturesAsDocumented_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain")
        << QByteArrayLiteral(R"({"object":"whatsapp_business_account","entry":[]})")
        << QByteArrayLiteral("dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756");
    QTest::newRow("utf-8")
        << QByteArrayLiteral("{\"t\":\"\xC5\x9Eikayet \xF0\x9F\x99\x82\"}")
        << QByteArrayLiteral("f909e3336264c593a3dcf9b9af2ebd9c52a10c3f30754e0e7099c5024180fe76");
    QTest::newRow("escaped")
        << QByteArrayLiteral("{\"t\":\"\\u015eikayet \\ud83d\\ude42\"}")
        << QByteArrayLiteral("bbeb876bfefd1c1ae82b1dfadcf92c446cad53bb8820b626b562229c0e81e897");
    QTest::newRow("empty")
        << QByteArray()
        << QByteArrayLiteral("517bc4c7d1d8d400868e0ad6f64b77098b818a2f2595004253a1922302a602c0");
}

void Hashing::metaSignaturesAsDocumented()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, expected);
    const Hash hash =
        hmacSha256(view("test_app_secret"), view({body.constData(), size_t(body.size())}));
    QCOMPARE(QByteArray::fromStdString(hex(hash)), expected);
}

void Hashing::aKeySetUpOnceAnswersAsOftenAsAsked()
{
    QVERIFY(rc::check("KeyedHash equals hmacSha256",
                      [](const Bytes &key, const std::vector<Bytes> &messages) {
                          const KeyedHash keyed(key);
                          for (const Bytes &message : messages)
                              RC_ASSERT(keyed.of(message) == hmacSha256(key, message));
                      }));
}

void Hashing::hkdfKnowsRfc5869()
{
    const auto first =
        derive(unhex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"), unhex("f0f1f2f3f4f5f6f7f8f9"),
               42, unhex("000102030405060708090a0b0c"));
    QVERIFY(first.ok());
    QCOMPARE(hex(*first), std::string("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4"
                                      "c5bf34007208d5b887185865"));
    const auto third = derive(unhex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"), {}, 42);
    QVERIFY(third.ok());
    QCOMPARE(hex(*third), std::string("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c73"
                                      "8d2d9d201395faa4b61a96c8"));
}

void Hashing::hkdfRefusesWhatItCannotDo()
{
    const Bytes key(32, 7);
    QCOMPARE(derive({}, view("x"), 32).error(), CryptoError::BadKey);
    QCOMPARE(derive(key, view("x"), 0).error(), CryptoError::BadInput);
    QCOMPARE(derive(key, view("x"), 255 * 32 + 1).error(), CryptoError::BadInput);
    QVERIFY(derive(key, view("x"), 255 * 32).ok());
}

void Hashing::encodingsComeBack()
{
    QVERIFY(rc::check("hex and base64 come back", [](const Bytes &bytes) {
        RC_ASSERT(fromHex(hex(bytes)) == bytes);
        RC_ASSERT(fromBase64(base64(bytes)) == bytes);
    }));
    QCOMPARE(base64(view("Merhaba")), std::string("TWVyaGFiYQ=="));
}

void Hashing::oneValueHasOneBase64Spelling_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no padding") << QByteArrayLiteral("TWVyaGFiYQ");
    QTest::newRow("one padding too few") << QByteArrayLiteral("TWVyaGFiYQ=");
    QTest::newRow("unused bits set") << QByteArrayLiteral("TWVyaGFiYR==");
    QTest::newRow("white space before") << QByteArrayLiteral(" TWVyaGFiYQ==");
    QTest::newRow("newline") << QByteArrayLiteral("TWVy\naGFiYQ==");
    QTest::newRow("spaces instead of padding") << QByteArrayLiteral("TWVyaGFiYQ  ");
    QTest::newRow("padding inside") << QByteArrayLiteral("TQ==TWVy");
    QTest::newRow("padding only") << QByteArrayLiteral("====");
    QTest::newRow("url alphabet") << QByteArrayLiteral("--__");
    QTest::newRow("nul") << QByteArray("TWV\0", 4);
}

void Hashing::oneValueHasOneBase64Spelling()
{
    QFETCH(QByteArray, text);
    QVERIFY(!fromBase64({text.constData(), size_t(text.size())}));
}

void Hashing::longBase64ComesBack()
{
    Bytes longOne(7 * 1024 * 1024 + 1);
    for (size_t i = 0; i < longOne.size(); ++i)
        longOne[i] = static_cast<std::uint8_t>(i * 31);
    QVERIFY(fromBase64(base64(longOne)) == longOne);
}

void Hashing::hexRefusesWhatIsNone()
{
    QVERIFY(!fromHex("abc"));
    QVERIFY(!fromHex("0x"));
    QVERIFY(!fromHex("g0"));
    QVERIFY(fromHex("AbCd") == unhex("abcd"));
    QVERIFY(!hashFromHex("00"));
}

void Hashing::equalComparesAll()
{
    QVERIFY(equal({}, {}));
    QVERIFY(equal(view("ayni"), view("ayni")));
    QVERIFY(!equal(view("ayni"), view("aynI")));
    QVERIFY(!equal(view("ayni"), view("ayn")));
}

void Hashing::randomBytesDoNotRepeat()
{
    std::set<Bytes> seen;
    for (int i = 0; i < 1000; ++i)
        seen.insert(*randomBytes(16));
    QCOMPARE(seen.size(), size_t(1000));
    QVERIFY(randomBytes(0)->empty());
    QCOMPARE(randomBytes(1024 * 1024 + 1).error(), CryptoError::BadInput);
}

DESTEK_TEST(Hashing)
#include "tst_hashing.moc"
