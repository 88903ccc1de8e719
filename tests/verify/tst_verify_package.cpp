#include "core/crypto/encoding.h"
#include "core/crypto/keyed_hash.h"
#include "core/crypto/package_manifest.h"
#include "tests/kit/test_main.h"
#include "tests/verify/verify_kit.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::test;

/// whoever receives a package can tell whether it was altered, and where.
class VerifyPackage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anUntouchedPackageVerifies();
    void theKeysOriginIsSaidPlainly();
    void turkishIsSpoken();
    void everyFlippedByteIsNamed();
    void aMissingFileIsNamed();
    void anExtraFileIsNamed();
    void eachOwnFileIsNeeded();
    void aForgedPackageWithItsOwnKeyFailsAgainstTheFingerprint();
    void aForgedSignatureIsRefused();
    void aManifestThatLeavesTheFolderIsRefused_data();
    void aManifestThatLeavesTheFolderIsRefused();
    void linksAreNotFollowed();
    void aPipeDoesNotBlock();
    void hostileNamesCannotPaint();
    void aHugeManifestIsRefused();
    void manyProblemsStayReadable();
    void usageAndUnreadableAnswerTwo();
    void theStepsByHandAgree();

private:
    [[nodiscard]] Answer check(const QStringList &more = {}) const
    {
        return verify(QStringList{u"package"_s, m_folder.path()} + more);
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    QDir m_folder;
    crypto::SigningKey m_key = newKey();
};

void VerifyPackage::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    m_folder = QDir(m_temporary->filePath(u"package"_s));
    m_folder.mkpath(u"."_s);
    writePackage(m_folder, m_key);
}

void VerifyPackage::anUntouchedPackageVerifies()
{
    const Answer answer = check({u"--key-fingerprint"_s, fingerprint(m_key)});
    QCOMPARE(answer.exitCode, 0);
    QVERIFY(answer.out.startsWith("VERIFIED: 3 files"));
    QVERIFY(answer.out.contains("Signed by key " + fingerprint(m_key).toLatin1()));
    QVERIFY(answer.err.isEmpty());
    const Answer json = check({u"--json"_s});
    const QJsonObject object = QJsonDocument::fromJson(json.out).object();
    QCOMPARE(object[u"verifies"_s].toBool(), true);
    QCOMPARE(object[u"files"_s].toInt(), 3);
    QCOMPARE(object[u"keyOrigin"_s].toString(), u"beside-the-data"_s);
    QCOMPARE(object[u"keyFingerprint"_s].toString(), fingerprint(m_key));
}

void VerifyPackage::theKeysOriginIsSaidPlainly()
{
    QVERIFY(check().out.contains("It does not prove who that is"));
    const Answer pinned = check({u"--key-fingerprint"_s, fingerprint(m_key).toUpper()});
    QCOMPARE(pinned.exitCode, 0);
    QVERIFY(!pinned.out.contains("does not prove"));
    const QString keyFile = m_temporary->filePath(u"known.pem"_s);
    writeKey(keyFile, m_key);
    QVERIFY(check({u"--key"_s, keyFile}).out.contains("the one you gave"));
}

void VerifyPackage::turkishIsSpoken()
{
    const Answer answer = check({u"--language"_s, u"tr"_s});
    QCOMPARE(answer.exitCode, 0);
    QVERIFY(QString::fromUtf8(answer.out).startsWith(u"DOĞRULANDI: 3 dosyanın"_s));
}

void VerifyPackage::everyFlippedByteIsNamed()
{
    QDirIterator files(m_folder.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QByteArray original = readFile(path);
        const qsizetype step = std::max<qsizetype>(1, original.size() / 40);
        for (qsizetype at = 0; at < original.size(); at += step) {
            flip(path, at);
            const Answer answer = check();
            writeFile(path, original);
            QVERIFY2(answer.exitCode == 1, qPrintable(path + u" "_s + QString::number(at)));
            const QString name =
                path.contains(u"manifest"_s) ? u"manifest.txt"_s : m_folder.relativeFilePath(path);
            // A key of another value is seen by the signature that no longer fits.
            const bool named =
                answer.out.contains("  " + name.toUtf8() + ": ") ||
                (name == u"signing-key.pem"_s && answer.out.contains("manifest.txt"));
            QVERIFY2(named, answer.out.constData());
        }
    }
    QCOMPARE(check().exitCode, 0);
}

void VerifyPackage::aMissingFileIsNamed()
{
    QVERIFY(m_folder.remove(u"index.html"_s));
    const Answer answer = check();
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.out.contains("index.html: this file is listed but missing."));
}

void VerifyPackage::anExtraFileIsNamed()
{
    writeFile(m_folder.filePath(u"media/0002.jpg"_s), "x");
    const Answer answer = check();
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.out.contains("media/0002.jpg: this file is not in the signed list."));
    // A second manifest in a folder below is a file like any other.
    m_folder.remove(u"media/0002.jpg"_s);
    writeFile(m_folder.filePath(u"media/manifest.txt"_s), "x");
    QVERIFY(check().out.contains("media/manifest.txt: this file is not in the signed list."));
}

void VerifyPackage::eachOwnFileIsNeeded()
{
    for (const QString &name : {u"manifest.txt"_s, u"manifest.sig"_s, u"signing-key.pem"_s}) {
        const QByteArray original = readFile(m_folder.filePath(name));
        m_folder.remove(name);
        const Answer answer = check();
        QCOMPARE(answer.exitCode, 1);
        QVERIFY(answer.out.contains("  " + name.toLatin1() + ": "));
        writeFile(m_folder.filePath(name), original);
    }
}

void VerifyPackage::aForgedPackageWithItsOwnKeyFailsAgainstTheFingerprint()
{
    const crypto::SigningKey forger = newKey();
    writeFile(m_folder.filePath(u"index.html"_s), "<p>Forged</p>\n");
    writePackage(m_folder, forger);
    QCOMPARE(check().exitCode, 0); // exactly what the statement about the key warns of
    const Answer answer = check({u"--key-fingerprint"_s, fingerprint(m_key)});
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.out.contains("not the one you expect"));
    const QString keyFile = m_temporary->filePath(u"known.pem"_s);
    writeKey(keyFile, m_key);
    QCOMPARE(check({u"--key"_s, keyFile}).exitCode, 1);
}

void VerifyPackage::aForgedSignatureIsRefused()
{
    const QByteArray manifest = readFile(m_folder.filePath(u"manifest.txt"_s));
    writeSignature(m_folder.filePath(u"manifest.sig"_s), manifest, newKey());
    QCOMPARE(check().exitCode, 1);
    writeFile(m_folder.filePath(u"manifest.sig"_s), QByteArray(64, '\0'));
    QCOMPARE(check().exitCode, 1);
    writeFile(m_folder.filePath(u"manifest.sig"_s), QByteArray(63, '\0'));
    QCOMPARE(check().exitCode, 1);
    writeSignature(m_folder.filePath(u"manifest.sig"_s), manifest, m_key);
    QCOMPARE(check().exitCode, 0);
}

void VerifyPackage::aManifestThatLeavesTheFolderIsRefused_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("parent") << QByteArrayLiteral("../secret.txt");
    QTest::newRow("parent inside") << QByteArrayLiteral("media/../../secret.txt");
    QTest::newRow("absolute") << QByteArrayLiteral("/etc/hostname");
    QTest::newRow("backslash") << QByteArrayLiteral("..\\secret.txt");
}

// Signed by the right key all the same: a key holder's mistake must not make us read elsewhere.
void VerifyPackage::aManifestThatLeavesTheFolderIsRefused()
{
    QFETCH(QByteArray, path);
    writeFile(m_temporary->filePath(u"secret.txt"_s), "abc");
    const QByteArray hash =
        QByteArray::fromStdString(crypto::hex(crypto::sha256(crypto::view("abc"))));
    signManifest(m_folder, "destek-package 1\n" + hash + "  3  " + path + "\n", m_key);
    const Answer answer = check();
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.out.contains("manifest.txt: the list of files is not well formed (line 2)."));
}

void VerifyPackage::linksAreNotFollowed()
{
    const QByteArray content = readFile(m_folder.filePath(u"index.html"_s));
    const QString outside = m_temporary->filePath(u"outside.html"_s);
    writeFile(outside, content); // the very same bytes, but elsewhere
    m_folder.remove(u"index.html"_s);
    QVERIFY(QFile::link(outside, m_folder.filePath(u"index.html"_s)));
    Answer answer = check();
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.out.contains("index.html: this is a link"));
    m_folder.remove(u"index.html"_s);
    writeFile(m_folder.filePath(u"index.html"_s), content);

    QVERIFY(QDir(m_temporary->path()).rename(u"package/media"_s, u"media"_s));
    QVERIFY(QFile::link(m_temporary->filePath(u"media"_s), m_folder.filePath(u"media"_s)));
    answer = check();
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.out.contains("media: this is a link"));
    QVERIFY(m_folder.remove(u"media"_s));
    QVERIFY(QDir(m_temporary->path()).rename(u"media"_s, u"package/media"_s));
    QCOMPARE(check().exitCode, 0);

    for (const QString &name : {u"manifest.txt"_s, u"manifest.sig"_s, u"signing-key.pem"_s}) {
        const QString moved = m_temporary->filePath(name);
        QVERIFY(QFile::rename(m_folder.filePath(name), moved));
        QVERIFY(QFile::link(moved, m_folder.filePath(name)));
        QCOMPARE(check().exitCode, 1);
        QVERIFY(m_folder.remove(name));
        QVERIFY(QFile::rename(moved, m_folder.filePath(name)));
    }
}

void VerifyPackage::aPipeDoesNotBlock()
{
    m_folder.remove(u"index.html"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(m_folder.filePath(u"index.html"_s)).constData(), 0600), 0);
    QCOMPARE(check().exitCode, 1);
    m_folder.remove(u"manifest.sig"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(m_folder.filePath(u"manifest.sig"_s)).constData(), 0600),
             0);
    QCOMPARE(check().exitCode, 1);
}

void VerifyPackage::hostileNamesCannotPaint()
{
    writeFile(m_folder.filePath(u"x\x1b[2K\rVERIFIED \u202e\"\\"_s), "x");
    const Answer text = check();
    QCOMPARE(text.exitCode, 1);
    QVERIFY(!text.out.contains('\x1b'));
    QVERIFY(!text.out.contains('\r'));
    QVERIFY(!text.out.contains("\xE2\x80\xAE"));
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(check({u"--json"_s}).out, &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(json[u"findings"_s].toArray().size(), 1);
    QCOMPARE(json[u"findings"_s][0][u"problem"_s].toString(), u"file-extra"_s);
}

void VerifyPackage::aHugeManifestIsRefused()
{
    QFile manifest(m_folder.filePath(u"manifest.txt"_s));
    QVERIFY(manifest.resize(qint64(3) * 1024 * 1024 * 1024)); // sparse; must not be swallowed whole
    const Answer answer = check();
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.out.contains("manifest.txt: the list of files is not well formed"));
}

void VerifyPackage::manyProblemsStayReadable()
{
    for (int i = 0; i < 1100; ++i)
        writeFile(m_folder.filePath(u"extra%1"_s.arg(i)), "x");
    const Answer answer = check();
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.out.contains("Further problems not listed: 100"));
}

void VerifyPackage::usageAndUnreadableAnswerTwo()
{
    QCOMPARE(verify({}).exitCode, 2);
    QCOMPARE(verify({u"package"_s}).exitCode, 2);
    QCOMPARE(verify({u"parcel"_s, m_folder.path()}).exitCode, 2);
    QCOMPARE(check({u"--key-fingerprint"_s, u"abc"_s}).exitCode, 2);
    QCOMPARE(check({u"--language"_s, u"de"_s}).exitCode, 2);
    QCOMPARE(check({u"--since"_s, u"x"_s}).exitCode, 2);
    QCOMPARE(check({u"--unknown"_s, u"x"_s}).exitCode, 2);
    QCOMPARE(verify({u"package"_s, m_temporary->filePath(u"nowhere"_s)}).exitCode, 2);
    QCOMPARE(check({u"--key"_s, m_temporary->filePath(u"nowhere.pem"_s)}).exitCode, 2);
    QCOMPARE(verify({u"--help"_s}).exitCode, 0);
    QVERIFY(verify({u"--version"_s}).out.startsWith("destek-verify "));
}

// docs/formats.md tells people how to check without this program; the steps must work.
void VerifyPackage::theStepsByHandAgree()
{
    if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty() ||
        QStandardPaths::findExecutable(u"sha256sum"_s).isEmpty())
        QSKIP("openssl and sha256sum are needed");
    const QString steps =
        u"set -e; openssl pkeyutl -verify -pubin -inkey signing-key.pem -rawin -in manifest.txt "
        "-sigfile manifest.sig; tail -n +2 manifest.txt | "
        "sed -E 's/^([0-9a-f]{64})  [0-9]+  /\\1  /' | sha256sum --check --strict --quiet -"_s;
    const auto byHand = [&] {
        QProcess shell;
        shell.setWorkingDirectory(m_folder.path());
        shell.start(u"/bin/sh"_s, {u"-c"_s, steps});
        return shell.waitForFinished() ? shell.exitCode() : -1;
    };
    QCOMPARE(byHand(), 0);
    flip(m_folder.filePath(u"index.html"_s), 3);
    QVERIFY(byHand() > 0);
    flip(m_folder.filePath(u"index.html"_s), 3);
    flip(m_folder.filePath(u"manifest.sig"_s), 3);
    QVERIFY(byHand() > 0);
}

DESTEK_TEST(VerifyPackage)
#include "tst_verify_package.moc"
