#include "daemon/vault/master_key.h"
#include "tests/kit/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;

class MasterKey : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isMadeOnceForTheOwnerOnly()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"config/master.key"_s);
        const auto made = readOrCreateMasterKey(path, folder.filePath(u"data"_s));
        QVERIFY(made);
        QCOMPARE(made->size(), 32);
        const QFile::Permissions others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY((QFile::permissions(path) & others) == 0);
        const auto again = readOrCreateMasterKey(path, folder.filePath(u"data"_s));
        QVERIFY(again);
        QCOMPARE(again->reveal(), made->reveal());
    }

    void isRefusedInsideTheDataFolder()
    {
        QTemporaryDir folder;
        const QString data = folder.filePath(u"data"_s);
        QVERIFY(QDir().mkpath(data));
        for (const QString &path :
             {u"data/master.key"_s, u"data/deep/er/master.key"_s, u"other/../data/master.key"_s}) {
            const auto key = readOrCreateMasterKey(folder.filePath(path), data);
            QVERIFY(!key);
            QCOMPARE(key.error(), MasterKeyError::InsideDataFolder);
        }
        QVERIFY(QDir(data).isEmpty());
        QVERIFY(readOrCreateMasterKey(folder.filePath(u"data-config/master.key"_s), data));
    }

    void isRefusedWhenOthersMayReadIt()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"master.key"_s);
        QVERIFY(readOrCreateMasterKey(path, folder.filePath(u"data"_s)));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadGroup));
        const auto key = readMasterKey(path);
        QVERIFY(!key);
        QCOMPARE(key.error(), MasterKeyError::TooOpen);
    }

    void isRefusedWhenItIsNotThirtyTwoBytes()
    {
        QTemporaryDir folder;
        for (const int length : {0, 31, 33}) {
            const QString path = folder.filePath(QString::number(length));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(length, 'k'));
            file.close();
            QVERIFY(QFile::setPermissions(path, QFile::ReadOwner));
            const auto key = readMasterKey(path);
            QVERIFY(!key);
            QCOMPARE(key.error(), MasterKeyError::WrongLength);
        }
        QCOMPARE(readMasterKey(folder.filePath(u"absent"_s)).error(), MasterKeyError::Missing);
    }
};

DESTEK_TEST(MasterKey)
#include "tst_master_key.moc"
