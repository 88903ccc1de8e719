#include "core/crypto/aead.h"
#include "core/crypto/wrap.h"
#include "tests/crypto/crypto_kit.h"
#include "tests/kit/test_main.h"

#include <QTest>
#include <rapidcheck.h>

#include <openssl/err.h>

#include <set>

using namespace destek;
using namespace destek::crypto;
using destek::test::acceptedAfterBitFlips;
using destek::test::bytesOf;
using destek::test::unhex;

namespace
{

Bytes countingKey(std::uint8_t first = 0)
{
    Bytes key(32);
    for (size_t i = 0; i < key.size(); ++i)
        key[i] = static_cast<std::uint8_t>(first + i);
    return key;
}

} // namespace

class Sealing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensABoxMadeElsewhere();
    void whatWasSealedComesBack();
    void everyFlippedBitIsRefused();
    void anotherContextIsRefused();
    void anotherKeyIsRefused();
    void everyTruncationIsRefused();
    void theSameTextNeverLooksTheSame();
    void wrongKeyLengthsAreRefused();
    void aRefusalLeavesNoErrorBehind();
    void wrapKnowsRfc3394();
    void aWrappedKeyWithAnyFlippedBitIsRefused();
    void wrapRefusesOtherLengths();
};

// Made with Python's cryptography package, not with this code.
void Sealing::opensABoxMadeElsewhere()
{
    const auto text = open(countingKey(),
                           unhex("016465666768696a6b6c6d6e6f0372b3151cc9315d8810328da90c049c800d02"
                                 "cbc0a53105b22a2307f8999e"),
                           view("messages|42|2026-11"));
    QVERIFY(text.ok());
    QCOMPARE(*text, bytesOf("Kimse g\xC3\xB6rmesin"));
    const auto nothing = open(
        countingKey(), unhex("016465666768696a6b6c6d6e6f609bd50f6ad76df665f048ba8c5fd706"), {});
    QVERIFY(nothing.ok());
    QVERIFY(nothing->empty());
}

void Sealing::whatWasSealedComesBack()
{
    QVERIFY(rc::check("open(seal(x)) is x", [](const Bytes &text, const Bytes &aad) {
        const Bytes key = countingKey();
        const auto box = seal(key, text, aad);
        RC_ASSERT(box.ok());
        RC_ASSERT(box->size() == text.size() + kSealOverhead);
        const auto back = open(key, *box, aad);
        RC_ASSERT(back.ok());
        RC_ASSERT(*back == text);
    }));
}

void Sealing::everyFlippedBitIsRefused()
{
    const Bytes key = countingKey();
    const auto box = seal(key, view("+90 532 000 00 00"), view("contacts|7"));
    QVERIFY(box.ok());
    QCOMPARE(acceptedAfterBitFlips<Bytes>(
                 *box,
                 [&](const Bytes &changed) { return open(key, changed, view("contacts|7")).ok(); }),
             size_t(0));
}

void Sealing::anotherContextIsRefused()
{
    const Bytes key = countingKey();
    const auto box = seal(key, view("gizli"), view("contacts|7"));
    QCOMPARE(open(key, *box, view("contacts|8")).error(), CryptoError::NotAuthentic);
    QCOMPARE(open(key, *box, {}).error(), CryptoError::NotAuthentic);
}

void Sealing::anotherKeyIsRefused()
{
    const auto box = seal(countingKey(), view("gizli"), {});
    QCOMPARE(open(countingKey(1), *box, {}).error(), CryptoError::NotAuthentic);
}

void Sealing::everyTruncationIsRefused()
{
    const Bytes key = countingKey();
    const auto box = seal(key, view("gizli"), {});
    for (size_t length = 0; length < box->size(); ++length)
        QVERIFY(!open(key, View(*box).first(length), {}).ok());
    Bytes longer = *box;
    longer.push_back(0);
    QCOMPARE(open(key, longer, {}).error(), CryptoError::NotAuthentic);
}

void Sealing::theSameTextNeverLooksTheSame()
{
    std::set<Bytes> boxes;
    for (int i = 0; i < 200; ++i)
        boxes.insert(*seal(countingKey(), view("evet"), {}));
    QCOMPARE(boxes.size(), size_t(200));
}

void Sealing::wrongKeyLengthsAreRefused()
{
    for (const size_t length : {size_t(0), size_t(16), size_t(31), size_t(33)}) {
        QCOMPARE(seal(Bytes(length), view("x"), {}).error(), CryptoError::BadKey);
        QCOMPARE(open(Bytes(length), Bytes(64, 1), {}).error(), CryptoError::BadKey);
    }
}

void Sealing::aRefusalLeavesNoErrorBehind()
{
    (void)open(countingKey(), Bytes(64, 1), {});
    (void)unwrapKey(countingKey(), Bytes(kWrappedLength));
    QCOMPARE(ERR_peek_error(), 0UL);
}

// RFC 3394 section 4.6.
void Sealing::wrapKnowsRfc3394()
{
    const Bytes key = unhex("00112233445566778899AABBCCDDEEFF000102030405060708090A0B0C0D0E0F");
    const auto wrapped = wrapKey(countingKey(), key);
    QVERIFY(wrapped.ok());
    QCOMPARE(hex(*wrapped), std::string("28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e7"
                                        "1a99f43bfb988b9b7a02dd21"));
    const auto back = unwrapKey(countingKey(), *wrapped);
    QVERIFY(back.ok());
    QCOMPARE(*back, key);
    QCOMPARE(unwrapKey(countingKey(1), *wrapped).error(), CryptoError::NotAuthentic);
}

void Sealing::aWrappedKeyWithAnyFlippedBitIsRefused()
{
    const auto wrapped = wrapKey(countingKey(), countingKey(90));
    QCOMPARE(
        acceptedAfterBitFlips<Bytes>(
            *wrapped, [](const Bytes &changed) { return unwrapKey(countingKey(), changed).ok(); }),
        size_t(0));
}

void Sealing::wrapRefusesOtherLengths()
{
    QCOMPARE(wrapKey(countingKey(), Bytes(16)).error(), CryptoError::BadKey);
    QCOMPARE(wrapKey(Bytes(16), countingKey()).error(), CryptoError::BadKey);
    QCOMPARE(unwrapKey(Bytes(16), Bytes(kWrappedLength)).error(), CryptoError::BadKey);
    QCOMPARE(unwrapKey(countingKey(), Bytes(48)).error(), CryptoError::BadInput);
    QCOMPARE(unwrapKey(countingKey(), {}).error(), CryptoError::BadInput);
}

DESTEK_TEST(Sealing)
#include "tst_sealing.moc"
