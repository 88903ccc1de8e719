#include "tests/kit/test_main.h"
#include "tests/verify/verify_kit.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::test;

/// a destruction record can be checked years later, without the daemon.
class VerifyRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anUntouchedRecordVerifies();
    void everyFlippedByteIsFound();
    void whatIsMissingIsNamed();
    void aSignedManifestIsNoRecord();
    void aGivenKeyDecides();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_temporary->filePath(name); }
    [[nodiscard]] Answer check(const QStringList &more = {}) const
    {
        return verify(QStringList{u"record"_s, path(u"record.json"_s)} + more);
    }
    void write(const QByteArray &record) const
    {
        writeFile(path(u"record.json"_s), record);
        writeSignature(path(u"record.json.sig"_s), record, m_key);
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    crypto::SigningKey m_key = newKey();
};

void VerifyRecord::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    write("{\"order\":7,\"rows\":120}\n");
    writeKey(path(u"signing-key.pem"_s), m_key);
}

void VerifyRecord::anUntouchedRecordVerifies()
{
    const Answer answer = check();
    QCOMPARE(answer.exitCode, 0);
    QVERIFY(answer.out.contains("Signed by key " + fingerprint(m_key).toLatin1()));
    QVERIFY(answer.out.contains("It does not prove who that is"));
    const Answer turkish = check({u"--language"_s, u"tr"_s});
    QVERIFY(QString::fromUtf8(turkish.out).startsWith(u"DOĞRULANDI: imha tutanağı"_s));
}

void VerifyRecord::everyFlippedByteIsFound()
{
    for (const QString &name : {u"record.json"_s, u"record.json.sig"_s, u"signing-key.pem"_s}) {
        for (qsizetype at = 0; at < readFile(path(name)).size(); ++at) {
            flip(path(name), at);
            QVERIFY2(check().exitCode == 1, qPrintable(name + QString::number(at)));
            flip(path(name), at);
        }
    }
}

void VerifyRecord::whatIsMissingIsNamed()
{
    QVERIFY(QFile::remove(path(u"record.json.sig"_s)));
    QVERIFY(check().out.contains("record.json.sig: the signature is missing."));
    QCOMPARE(check().exitCode, 1);
    QVERIFY(QFile::remove(path(u"record.json"_s)));
    QCOMPARE(check().exitCode, 2);
}

void VerifyRecord::aSignedManifestIsNoRecord()
{
    write("destek-package 1\n");
    QCOMPARE(check().exitCode, 1);
    QVERIFY(check().out.contains("this is not a destruction record"));
}

void VerifyRecord::aGivenKeyDecides()
{
    const crypto::SigningKey other = newKey();
    writeKey(path(u"other.pem"_s), other);
    QCOMPARE(check({u"--key"_s, path(u"other.pem"_s)}).exitCode, 1);
    QCOMPARE(check({u"--key-fingerprint"_s, fingerprint(other)}).exitCode, 1);
    QVERIFY(QFile::rename(path(u"signing-key.pem"_s), path(u"kept-elsewhere.pem"_s)));
    QCOMPARE(check().exitCode, 1);
    QCOMPARE(check({u"--key"_s, path(u"kept-elsewhere.pem"_s)}).exitCode, 0);
}

DESTEK_TEST(VerifyRecord)
#include "tst_verify_record.moc"
