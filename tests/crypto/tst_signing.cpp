#include "core/crypto/signing.h"
#include "tests/crypto/crypto_kit.h"
#include "tests/kit/test_main.h"

#include <QTest>
#include <rapidcheck.h>

using namespace destek;
using namespace destek::crypto;
using destek::test::acceptedAfterBitFlips;
using destek::test::bytesOf;
using destek::test::unhex;

namespace
{

SigningKey testKey()
{
    return std::move(SigningKey::fromSeed(
                         unhex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")))
        .value();
}

// Written by Python's cryptography package for the seed above.
constexpr std::string_view kPem = "-----BEGIN PUBLIC KEY-----\n"
                                  "MCowBQYDK2VwAyEAA6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=\n"
                                  "-----END PUBLIC KEY-----\n";

} // namespace

class Signing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsRfc8032_data();
    void knowsRfc8032();
    void signaturesHold();
    void everyFlippedBitIsRefused();
    void pemIsWhatOthersWrite();
    void pemHasOneSpelling();
    void pemRefusesOtherThings();
    void fingerprintIsTheHashOfTheRawKey();
    void theSeedComesBack();
    void wrongLengthsAreRefused();
};

void Signing::knowsRfc8032_data()
{
    QTest::addColumn<QByteArray>("seed");
    QTest::addColumn<QByteArray>("publicKey");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("test 1")
        << QByteArrayLiteral("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
        << QByteArrayLiteral("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
        << QByteArray()
        << QByteArrayLiteral("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                             "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    QTest::newRow("test 3")
        << QByteArrayLiteral("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")
        << QByteArrayLiteral("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")
        << QByteArrayLiteral("af82")
        << QByteArrayLiteral("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                             "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
}

void Signing::knowsRfc8032()
{
    QFETCH(QByteArray, seed);
    QFETCH(QByteArray, publicKey);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, signature);
    const auto key = SigningKey::fromSeed(unhex(seed.toStdString()));
    QVERIFY(key.ok());
    QCOMPARE(hex(key->publicKey().raw()), publicKey.toStdString());
    const Bytes text = unhex(message.toStdString());
    QCOMPARE(hex(*key->sign(text)), signature.toStdString());
    QVERIFY(key->publicKey().verify(text, unhex(signature.toStdString())).ok());
}

void Signing::signaturesHold()
{
    const auto key = SigningKey::generate();
    const auto other = SigningKey::generate();
    QVERIFY(key.ok() && other.ok());
    QVERIFY(rc::check("only the signer's key verifies", [&](const Bytes &message) {
        const auto signature = key->sign(message);
        RC_ASSERT(signature.ok());
        RC_ASSERT(key->publicKey().verify(message, *signature).ok());
        RC_ASSERT(other->publicKey().verify(message, *signature).error() ==
                  CryptoError::NotAuthentic);
    }));
}

void Signing::everyFlippedBitIsRefused()
{
    const SigningKey key = testKey();
    const Bytes message = bytesOf("imha tutanagi");
    const auto signed_ = key.sign(message);
    const Bytes signature(signed_->begin(), signed_->end());
    const PublicKey &publicKey = key.publicKey();
    QCOMPARE(acceptedAfterBitFlips<Bytes>(
                 signature, [&](const Bytes &s) { return publicKey.verify(message, s).ok(); }),
             size_t(0));
    QCOMPARE(acceptedAfterBitFlips<Bytes>(
                 message, [&](const Bytes &m) { return publicKey.verify(m, signature).ok(); }),
             size_t(0));
    QCOMPARE(acceptedAfterBitFlips<Hash>(
                 publicKey.raw(),
                 [&](const Hash &raw) {
                     return PublicKey::fromRaw(raw)->verify(message, signature).ok();
                 }),
             size_t(0));
}

void Signing::pemIsWhatOthersWrite()
{
    QCOMPARE(*testKey().publicKey().toPem(), std::string(kPem));
    QVERIFY(*PublicKey::fromPem(kPem) == testKey().publicKey());
    std::string windows;
    for (const char c : kPem)
        windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    QVERIFY(PublicKey::fromPem(windows).ok());
}

void Signing::pemHasOneSpelling()
{
    const std::string pem(kPem);
    const PublicKey mine = testKey().publicKey();
    QCOMPARE(acceptedAfterBitFlips<std::string>(pem,
                                                [&](const std::string &changed) {
                                                    const auto key = PublicKey::fromPem(changed);
                                                    return key.ok() && *key == mine;
                                                }),
             size_t(0));
    QVERIFY(!PublicKey::fromPem("hello\n" + pem).ok());
    QVERIFY(!PublicKey::fromPem(pem + "x").ok());
    QVERIFY(!PublicKey::fromPem(pem + pem).ok());
}

void Signing::pemRefusesOtherThings()
{
    QVERIFY(!PublicKey::fromPem("").ok());
    QVERIFY(!PublicKey::fromPem(std::string(1024 * 1024, 'A')).ok());
    // A P-256 key: well formed, of another kind.
    constexpr std::string_view kOther =
        "-----BEGIN PUBLIC KEY-----\n"
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt\n"
        "6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==\n"
        "-----END PUBLIC KEY-----\n";
    QCOMPARE(PublicKey::fromPem(kOther).error(), CryptoError::BadKey);
}

void Signing::fingerprintIsTheHashOfTheRawKey()
{
    QCOMPARE(testKey().publicKey().fingerprint(),
             std::string("56475aa75463474c0285df5dbf2bcab73da651358839e9b77481b2eab107708c"));
}

void Signing::theSeedComesBack()
{
    const auto key = SigningKey::generate();
    const auto seed = key->seed();
    QVERIFY(seed.ok());
    QVERIFY(SigningKey::fromSeed(*seed)->publicKey() == key->publicKey());
}

void Signing::wrongLengthsAreRefused()
{
    QCOMPARE(SigningKey::fromSeed(Bytes(31)).error(), CryptoError::BadKey);
    QCOMPARE(PublicKey::fromRaw(Bytes(33)).error(), CryptoError::BadKey);
    QCOMPARE(testKey().publicKey().verify({}, Bytes(63)).error(), CryptoError::NotAuthentic);
    QCOMPARE(testKey().publicKey().verify({}, {}).error(), CryptoError::NotAuthentic);
}

DESTEK_TEST(Signing)
#include "tst_signing.moc"
