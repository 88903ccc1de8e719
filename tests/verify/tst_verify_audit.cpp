#include "tests/kit/test_main.h"
#include "tests/verify/verify_kit.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::test;

/// a changed, removed, moved or rolled-back record is found offline.
class VerifyAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anUntouchedLogVerifies();
    void anEmptyLogVerifies();
    void everyFlippedByteIsFound();
    void removedMovedAndAddedEntriesAreFound();
    void aLogThatGrewContinuesTheOldCheckpoint();
    void aRewrittenPastIsFoundThoughSignedAgain();
    void severalOldCheckpointsNarrowItDown();
    void anOldExportNamesTheEntry();
    void aRolledBackLogIsFound();
    void anOldCheckpointOfAnotherKeyIsNotBelieved();
    void aRotatedKeyIsAccepted();
    void anotherFingerprintIsRefused();
    void malformedLinesAreRefused();
    void aManifestSignatureIsNoCheckpoint();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_temporary->filePath(name); }
    [[nodiscard]] Answer check(const QStringList &more = {}) const
    {
        return verify(QStringList{u"audit"_s, path(u"now"_s)} + more);
    }
    void write(const QString &name, const QList<QByteArray> &entries) const
    {
        writeAudit(QDir(path(name)), entries, m_key);
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    crypto::SigningKey m_key = newKey();
};

void VerifyAudit::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    write(u"now"_s, someEntries(21));
}

void VerifyAudit::anUntouchedLogVerifies()
{
    const Answer answer = check({u"--key-fingerprint"_s, fingerprint(m_key)});
    QCOMPARE(answer.exitCode, 0);
    QVERIFY(answer.out.startsWith("VERIFIED: the audit log holds 21 entries"));
    QVERIFY(answer.out.contains("2026-11-22 06:00:00 UTC"));
    QVERIFY(check().out.contains("It does not prove who that is"));
}

void VerifyAudit::anEmptyLogVerifies()
{
    write(u"now"_s, {});
    QCOMPARE(check().exitCode, 0);
}

void VerifyAudit::everyFlippedByteIsFound()
{
    for (const QString &name : {u"entries.jsonl"_s, u"checkpoint.txt"_s, u"audit-key.pem"_s}) {
        const QString file = path(u"now/"_s + name);
        const QByteArray original = readFile(file);
        const qsizetype step = std::max<qsizetype>(1, original.size() / 100);
        for (qsizetype at = 0; at < original.size(); at += step) {
            flip(file, at);
            const Answer answer = check();
            QVERIFY2(answer.exitCode == 1, qPrintable(name + QString::number(at)));
            flip(file, at);
        }
    }
    QCOMPARE(check().exitCode, 0);
}

void VerifyAudit::removedMovedAndAddedEntriesAreFound()
{
    const QString file = path(u"now/entries.jsonl"_s);
    const QList<QByteArray> lines = readFile(file).trimmed().split('\n');
    const auto rewritten = [&](QList<QByteArray> changed) {
        writeFile(file, changed.join('\n') + '\n');
        return check();
    };
    QList<QByteArray> changed = lines;
    changed.removeAt(4);
    Answer answer = rewritten(changed);
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.out.contains("20 entries are here, 21 were signed"));
    changed = lines;
    changed.swapItemsAt(2, 3);
    answer = rewritten(changed);
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.out.contains("at least one entry from 1 to 21 was changed, replaced or moved"));
    changed = lines;
    changed << "{\"act\":\"forged\"}";
    answer = rewritten(changed);
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.out.contains("22 entries are here, only 21 were signed"));
    QCOMPARE(rewritten(lines).exitCode, 0);
}

void VerifyAudit::aLogThatGrewContinuesTheOldCheckpoint()
{
    for (const int size : {0, 1, 8, 13, 20, 21}) {
        write(u"old"_s, someEntries(size));
        const Answer answer = check({u"--since"_s, path(u"old/checkpoint.txt"_s)});
        QCOMPARE(answer.exitCode, 0);
        QVERIFY(answer.out.contains("Continues this earlier checkpoint: "));
        QCOMPARE(check({u"--since"_s, path(u"old"_s)}).exitCode, 0);
    }
}

void VerifyAudit::aRewrittenPastIsFoundThoughSignedAgain()
{
    write(u"old"_s, someEntries(13));
    QList<QByteArray> entries = someEntries(21);
    entries[6] = "{\"act\":\"nothing happened\"}";
    write(u"now"_s, entries);
    QCOMPARE(check().exitCode, 0); // the log alone cannot show it
    const Answer answer = check({u"--since"_s, path(u"old/checkpoint.txt"_s)});
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.out.contains("at least one entry from 1 to 13 was changed, removed or moved"));
}

void VerifyAudit::severalOldCheckpointsNarrowItDown()
{
    write(u"old5"_s, someEntries(5));
    write(u"old9"_s, someEntries(9));
    QList<QByteArray> entries = someEntries(21);
    entries[6] = "{\"act\":\"nothing happened\"}";
    write(u"now"_s, entries);
    const Answer answer = check({u"--since"_s, path(u"old9/checkpoint.txt"_s), u"--since"_s,
                                 path(u"old5/checkpoint.txt"_s)});
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.out.contains("at least one entry from 6 to 9 was changed"));
}

void VerifyAudit::anOldExportNamesTheEntry()
{
    write(u"old"_s, someEntries(13));
    QList<QByteArray> entries = someEntries(21);
    entries[6] = "{\"act\":\"nothing happened\"}";
    write(u"now"_s, entries);
    Answer answer = check({u"--since"_s, path(u"old"_s)});
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.out.contains("entry 7 is the first that differs"));
    // An old copy that was itself changed is no witness.
    flip(path(u"old/entries.jsonl"_s), 3);
    answer = check({u"--since"_s, path(u"old"_s)});
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.out.contains("do not fit its own checkpoint"));
    QVERIFY(!answer.out.contains("is the first that differs"));
}

void VerifyAudit::aRolledBackLogIsFound()
{
    write(u"old"_s, someEntries(21));
    write(u"now"_s, someEntries(17));
    QCOMPARE(check().exitCode, 0);
    const Answer answer = check({u"--since"_s, path(u"old/checkpoint.txt"_s)});
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.out.contains("covers 21 entries, but the log now holds 17"));
    QVERIFY(check({u"--since"_s, path(u"old"_s)}).out.contains("entry 18 is the first"));
}

void VerifyAudit::anOldCheckpointOfAnotherKeyIsNotBelieved()
{
    writeAudit(QDir(path(u"old"_s)), someEntries(13), newKey());
    const Answer answer = check({u"--since"_s, path(u"old/checkpoint.txt"_s)});
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.out.contains("was not signed by the key in use"));
    QCOMPARE(check({u"--since"_s, path(u"nowhere.txt"_s)}).exitCode, 2);
}

void VerifyAudit::aRotatedKeyIsAccepted()
{
    const crypto::SigningKey former = newKey();
    writeAudit(QDir(path(u"old"_s)), someEntries(13), former);
    QCOMPARE(check({u"--since"_s, path(u"old"_s), u"--key"_s, path(u"now/audit-key.pem"_s),
                    u"--key"_s, path(u"old/audit-key.pem"_s)})
                 .exitCode,
             0);
}

void VerifyAudit::anotherFingerprintIsRefused()
{
    const Answer answer = check({u"--key-fingerprint"_s, fingerprint(newKey())});
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.out.contains("not the one you expect"));
}

void VerifyAudit::malformedLinesAreRefused()
{
    const QString file = path(u"now/entries.jsonl"_s);
    const QByteArray original = readFile(file);
    for (const QByteArray &changed : {original.chopped(1), "\n" + original, original + "\n",
                                      original + QByteArray(2 * 1024 * 1024, 'x') + "\n"}) {
        writeFile(file, changed);
        const Answer answer = check();
        QCOMPARE(answer.exitCode, 1);
        QVERIFY(answer.out.contains("is empty, too long or not finished"));
    }
    QByteArray windows = original;
    writeFile(file, windows.replace("\n", "\r\n"));
    QCOMPARE(check().exitCode, 1);
    QVERIFY(QFile::remove(file));
    QVERIFY(check().out.contains("entries.jsonl: the entries are missing."));
}

void VerifyAudit::aManifestSignatureIsNoCheckpoint()
{
    writeFile(path(u"now/checkpoint.txt"_s), "destek-package 1\n");
    const Answer answer = check();
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.out.contains("this is not a checkpoint of a Destek audit log"));
}

DESTEK_TEST(VerifyAudit)
#include "tst_verify_audit.moc"
