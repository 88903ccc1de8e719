#include "daemon/store/sealed_files.h"
#include "tests/kit/test_main.h"
#include "tests/store/store_kit.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;
using destek::test::StoreKit;

namespace
{

constexpr qsizetype kPiece = SealedFiles::kPiece;

/// Bytes in which a repeated or missing piece shows.
QByteArray bytesOf(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = 7;
    for (char &byte : bytes) {
        state = state * 1664525u + 1013904223u;
        byte = char(state >> 24);
    }
    return bytes;
}

/// A folder of sealed files and one person who has a key.
struct Shelf {
    StoreKit kit;
    StoreKit::Person person = kit.addPerson(u"1000001"_s);
    MessageRecord message = kit.addMessage(person, u"resim"_s);
    std::unique_ptr<SealedFiles> files;
    MediaPlace place{UploadId(1), person.contact, message.at};

    Shelf()
    {
        auto opened = SealedFiles::open(kit.dataFolder(), kit.vault());
        if (!opened)
            qFatal("the folder did not open");
        files = std::move(*opened);
    }
    QString folder() const { return kit.dataFolder() + u"/media/"_s; }
    QString put(const QByteArray &bytes)
    {
        auto sink = files->create(place);
        if (!sink || !(*sink)->write(bytes))
            qFatal("not written");
        const auto name = (*sink)->finish();
        if (!name)
            qFatal("not finished");
        return *name;
    }
    Stored<QByteArray> get(const QString &name) { return files->read(place, name, 1 << 30); }
    QByteArray raw(const QString &name) const
    {
        QFile file(folder() + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void overwrite(const QString &name, const QByteArray &bytes) const
    {
        QFile file(folder() + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not overwritten");
    }
    QStringList names() const
    {
        return QDir(folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
};

constexpr qsizetype kHead = 15;
constexpr qsizetype kBox = kPiece + 29;

} // namespace

class SealedFilesOnDisk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesBackWhatWasWritten_data()
    {
        QTest::addColumn<qsizetype>("size");
        for (const qsizetype size : {qsizetype(0), qsizetype(1), kPiece - 1, kPiece, kPiece + 1,
                                     2 * kPiece - 1, 2 * kPiece, 3 * kPiece + 17})
            QTest::addRow("%lld", qlonglong(size)) << size;
    }
    void givesBackWhatWasWritten()
    {
        QFETCH(qsizetype, size);
        Shelf shelf;
        const QByteArray bytes = bytesOf(size);
        auto sink = shelf.files->create(shelf.place);
        QVERIFY(sink);
        // In the pieces a network gives.
        for (qsizetype at = 0; at < size; at += 70'001)
            QVERIFY((*sink)->write(
                QByteArrayView(bytes).sliced(at, std::min<qsizetype>(70'001, size - at))));
        QCOMPARE((*sink)->size(), size);
        QCOMPARE((*sink)->sha256(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
        const auto name = (*sink)->finish();
        QVERIFY(name);
        const auto read = shelf.get(*name);
        QVERIFY(read);
        QVERIFY(*read == bytes);
        QCOMPARE(shelf.names(), QStringList{*name});
    }

    void neverHoldsPlaintext()
    {
        Shelf shelf;
        const QByteArray secret = "kimlik fotokopisi 10000000146 ";
        const QString name = shelf.put(secret.repeated(50'000));
        QVERIFY(!shelf.raw(name).contains("kimlik"));
        QVERIFY(!shelf.kit.allBytes().contains("kimlik"));
    }

    void leavesNothingOfWhatWasNotFinished()
    {
        Shelf shelf;
        {
            auto sink = shelf.files->create(shelf.place);
            QVERIFY(sink);
            QVERIFY((*sink)->write(bytesOf(2 * kPiece)));
            QCOMPARE(shelf.names().size(), 1);
        }
        QVERIFY(shelf.names().isEmpty());
    }

    void refusesWhatWasChangedCutOrSwapped()
    {
        Shelf shelf;
        const QString name = shelf.put(bytesOf(3 * kPiece));
        const QByteArray good = shelf.raw(name);
        QCOMPARE(good.size(), kHead + 3 * kBox);
        const QByteArray head = good.first(kHead);
        const auto box = [&](int i) { return good.mid(kHead + i * kBox, kBox); };
        QByteArray flipped = good;
        flipped[kHead + kBox + 100] = char(flipped.at(kHead + kBox + 100) ^ 1);
        const QByteArray tampered[] = {
            flipped,
            good.chopped(1),
            head + box(0) + box(1), // cut at the end of a piece
            head + box(0),
            head,
            {},
            head + box(1) + box(0) + box(2), // swapped
            head + box(0) + box(0) + box(2), // repeated
            head + box(0) + box(2),          // one left out
            good + box(2),                   // something after the end
            "destek media 2\n" + good.mid(kHead),
        };
        for (const QByteArray &bytes : tampered) {
            shelf.overwrite(name, bytes);
            const auto read = shelf.get(name);
            QVERIFY(!read);
            QCOMPARE(read.error(), StoreError::Corrupt);
        }
        shelf.overwrite(name, good);
        QVERIFY(shelf.get(name));
    }

    void refusesAnotherFilesPlace()
    {
        Shelf shelf;
        const QString one = shelf.put(bytesOf(100));
        const QString other = shelf.put(bytesOf(200));
        shelf.overwrite(one, shelf.raw(other));
        QVERIFY(!shelf.get(one)); // the name is bound
        MediaPlace elsewhere = shelf.place;
        elsewhere.id = UploadId(2);
        QVERIFY(!shelf.files->read(elsewhere, other, 1000)); // and so is the row
        QVERIFY(shelf.get(other));
        QVERIFY(!shelf.files->read(shelf.place, other, 199)); // and nobody reads more than asked
    }

    void looksUpOnlyItsOwnNames()
    {
        Shelf shelf;
        for (const QString &name : {u"../destek.db"_s, u"/etc/passwd"_s, QString(), u"."_s,
                                    QString(32, u'/'), QString(31, u'a'), QString(32, u'A')}) {
            const auto opened = shelf.files->open(shelf.place, name);
            QVERIFY(!opened);
            QCOMPARE(opened.error(), StoreError::NotFound);
        }
        QVERIFY(shelf.files->remove({u"../destek.db"_s}));
        QVERIFY(QFile::exists(shelf.kit.dataFolder() + u"/destek.db"_s));
    }

    // with the key gone nothing is read, and nothing more is written.
    void endsWithThePersonsKeys()
    {
        Shelf shelf;
        const QString name = shelf.put(bytesOf(100));
        auto running = shelf.files->create(shelf.place);
        QVERIFY(running);
        QVERIFY((*running)->write(bytesOf(2 * kPiece)));
        shelf.kit.erase(shelf.person);
        const auto read = shelf.get(name);
        QVERIFY(!read);
        QCOMPARE(read.error(), StoreError::Sealed);
        const auto more = (*running)->write(bytesOf(2 * kPiece));
        QVERIFY(!more);
        QCOMPARE(more.error(), StoreError::Sealed);
        QVERIFY(!(*running)->finish());
        QCOMPARE(shelf.names(), QStringList{name});
        const auto begun = shelf.files->create(shelf.place);
        QVERIFY(!begun);
        QCOMPARE(begun.error(), StoreError::Sealed);
        QVERIFY(shelf.files->remove({name}));
        QVERIFY(shelf.names().isEmpty());
    }

    // After a crash: what no row knows goes, half-written files too.
    void sweepsWhatNobodyKnows()
    {
        Shelf shelf;
        const QString kept = shelf.put(bytesOf(10));
        (void)shelf.put(bytesOf(20));
        shelf.overwrite(QString(32, u'a') + u".part"_s, "x");
        shelf.overwrite(u".hidden"_s, "x");
        const auto removed = shelf.files->removeAllBut({kept});
        QVERIFY(removed);
        QCOMPARE(*removed, 3);
        QCOMPARE(shelf.names(), QStringList{kept});
    }
};

DESTEK_TEST(SealedFilesOnDisk)
#include "tst_sealed_files_on_disk.moc"
