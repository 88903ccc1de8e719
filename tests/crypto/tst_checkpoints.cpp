#include "core/crypto/checkpoint.h"
#include "core/crypto/encoding.h"
#include "tests/crypto/crypto_kit.h"
#include "tests/kit/test_main.h"

#include <QTest>
#include <rapidcheck.h>

#include <algorithm>

using namespace destek;
using namespace destek::crypto;
using destek::test::acceptedAfterBitFlips;
using destek::test::unhex;
using destek::test::unhexHash;

namespace
{

SigningKey testKey()
{
    return std::move(SigningKey::fromSeed(
                         unhex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")))
        .value();
}

Checkpoint eightEntries()
{
    return {std::string(kAuditOrigin), 8,
            unhexHash("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
            1795327200};
}

// Computed with Python's cryptography package from the C2SP text, not with this code.
constexpr std::string_view kNote =
    "destek/audit\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n1795327200\n\n"
    "\xE2\x80\x94 destek/audit "
    "Yxq0NGXXr+i3t3+YkbX8JesGBhLN8vRmf3pOY75mIENWvKbkCMStgi0m4CjodEJGH3CsS1x3i/6uJPJEjjrTQL/"
    "U0AY=\n";

std::string replaced(std::string_view what, std::string_view with)
{
    std::string note(kNote);
    return note.replace(note.find(what), what.size(), with);
}

} // namespace

class Checkpoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheBytesOthersWrite();
    void readsWhatItWrites();
    void everyFlippedBitIsRefused();
    void otherSpellingsAreRefused_data();
    void otherSpellingsAreRefused();
    void anotherKeyDidNotSign();
    void anotherLogIsRefused();
    void aWitnessAddsItsLine();
    void aWrongLineOfOurOwnSpoilsTheNote();
    void namesThatCouldMisleadAreRefused();
    void rubbishIsRefused();
};

void Checkpoints::writesTheBytesOthersWrite()
{
    QCOMPARE(*signCheckpoint(eightEntries(), testKey()), std::string(kNote));
    const auto read = verifyCheckpoint(kNote, kAuditOrigin, testKey().publicKey());
    QVERIFY(read.ok());
    QVERIFY(*read == eightEntries());
}

void Checkpoints::readsWhatItWrites()
{
    const SigningKey key = testKey();
    QVERIFY(rc::check("a signed checkpoint verifies", [&](std::uint64_t size, const Hash &root) {
        const auto seconds = *rc::gen::nonNegative<std::int64_t>();
        const Checkpoint checkpoint{"destek/audit", size, root, seconds};
        const auto note = signCheckpoint(checkpoint, key);
        RC_ASSERT(note.ok());
        const auto read = verifyCheckpoint(*note, "destek/audit", key.publicKey());
        RC_ASSERT(read.ok());
        RC_ASSERT(*read == checkpoint);
    }));
}

void Checkpoints::everyFlippedBitIsRefused()
{
    const PublicKey key = testKey().publicKey();
    QCOMPARE(acceptedAfterBitFlips<std::string>(
                 std::string(kNote),
                 [&](const std::string &changed) {
                     return verifyCheckpoint(changed, kAuditOrigin, key).ok();
                 }),
             std::size_t(0));
    for (std::size_t length = 0; length < kNote.size(); ++length)
        QVERIFY(!verifyCheckpoint(kNote.substr(0, length), kAuditOrigin, key).ok());
}

void Checkpoints::otherSpellingsAreRefused_data()
{
    QTest::addColumn<QByteArray>("note");
    const auto row = [](const char *name, const std::string &note) {
        QTest::newRow(name) << QByteArray::fromStdString(note);
    };
    row("leading zero", replaced("\n8\n", "\n08\n"));
    row("plus sign", replaced("\n8\n", "\n+8\n"));
    row("negative size", replaced("\n8\n", "\n-8\n"));
    row("too large a size", replaced("\n8\n", "\n18446744073709551616\n"));
    row("negative time", replaced("1795327200", "-5"));
    row("no time", replaced("1795327200\n", ""));
    row("one line more", replaced("1795327200\n", "1795327200\nmore\n"));
    row("short root", replaced("XcnaeacG", "Xcna"));
    row("windows line ends", replaced("8\n", "8\r\n"));
    row("hyphen for dash", replaced("\xE2\x80\x94", "-"));
    row("two spaces", replaced("audit Yxq0", "audit  Yxq0"));
    row("rubbish line", std::string(kNote) + "rubbish\n");
    row("no signature", std::string(kNote.substr(0, kNote.find("\xE2\x80\x94"))));
    row("unfinished line", std::string(kNote.substr(0, kNote.size() - 1)));
}

void Checkpoints::otherSpellingsAreRefused()
{
    QFETCH(QByteArray, note);
    const auto parsed = parseCheckpoint(note.toStdString());
    QVERIFY(!parsed.ok());
    QCOMPARE(parsed.error(), CheckpointError::Malformed);
}

void Checkpoints::anotherKeyDidNotSign()
{
    const auto other = SigningKey::generate();
    QCOMPARE(verifyCheckpoint(kNote, kAuditOrigin, other->publicKey()).error(),
             CheckpointError::NotSigned);
}

void Checkpoints::anotherLogIsRefused()
{
    QCOMPARE(verifyCheckpoint(kNote, "other/log", testKey().publicKey()).error(),
             CheckpointError::WrongOrigin);
}

void Checkpoints::aWitnessAddsItsLine()
{
    const auto witness = SigningKey::generate();
    const auto note = cosignCheckpoint(kNote, "console-7", *witness);
    QVERIFY(note.ok());
    QVERIFY(verifyCheckpoint(*note, kAuditOrigin, testKey().publicKey()).ok());
    const auto parsed = parseCheckpoint(*note);
    QCOMPARE(parsed->signatures.size(), std::size_t(2));
    QVERIFY(verifySignature(*parsed, "console-7", witness->publicKey()).ok());
    QCOMPARE(verifySignature(*parsed, "console-8", witness->publicKey()).error(),
             CheckpointError::NotSigned);
    // A witness alone does not make a checkpoint of the log.
    const auto alone = signCheckpoint(eightEntries(), *witness);
    QVERIFY(!verifyCheckpoint(*alone, kAuditOrigin, testKey().publicKey()).ok());
}

void Checkpoints::aWrongLineOfOurOwnSpoilsTheNote()
{
    const SigningKey key = testKey();
    Checkpoint other = eightEntries();
    other.size = 9;
    const auto second = signCheckpoint(other, key);
    const std::string line = second->substr(second->find("\xE2\x80\x94"));
    QCOMPARE(verifyCheckpoint(std::string(kNote) + line, kAuditOrigin, key.publicKey()).error(),
             CheckpointError::BadSignature);
}

void Checkpoints::namesThatCouldMisleadAreRefused()
{
    for (const char *name : {"", "a b", "a+b", "a\nb", "\xC3\xA7", "a\tb"}) {
        Checkpoint checkpoint = eightEntries();
        checkpoint.origin = name;
        QCOMPARE(signCheckpoint(checkpoint, testKey()).error(), CheckpointError::BadName);
        QCOMPARE(cosignCheckpoint(kNote, name, testKey()).error(), CheckpointError::BadName);
    }
    Checkpoint early = eightEntries();
    early.unixSeconds = -1;
    QCOMPARE(signCheckpoint(early, testKey()).error(), CheckpointError::Malformed);
}

void Checkpoints::rubbishIsRefused()
{
    QVERIFY(rc::check("rubbish is no note",
                      [](const std::string &text) { RC_ASSERT(!parseCheckpoint(text).ok()); }));
    QVERIFY(!parseCheckpoint(std::string(1024 * 1024, '\n')).ok());
    std::string crowded(kNote);
    const std::string line = crowded.substr(crowded.find("\xE2\x80\x94"));
    for (int i = 0; i < 64; ++i)
        crowded += line;
    QCOMPARE(parseCheckpoint(crowded).error(), CheckpointError::Malformed);
}

DESTEK_TEST(Checkpoints)
#include "tst_checkpoints.moc"
