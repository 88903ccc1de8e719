#include "daemon/admin_commands.h"
#include "tests/daemon/served_house.h"
#include "tests/kit/places.h"
#include "tests/kit/test_main.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

namespace
{

const QByteArray kFile = "%PDF-1.7\n" + QByteArray("sözleşme maddesi ").repeated(90'000);

/// What an administrator's command says.
struct Said {
    std::atomic<bool> done = false;
    int exitCode = -1;
    QJsonObject answer;
};

void run(House &house, const QString &command, const QJsonObject &arguments, Said &said)
{
    house.root().commands().run(command, arguments, [&](int exitCode, const QJsonObject &answer) {
        said.exitCode = exitCode;
        said.answer = answer;
        said.done = true;
    });
    QTRY_VERIFY_WITH_TIMEOUT(said.done.load(), 30'000);
}

/// A file of `message`, sealed as one that came from WhatsApp.
void keep(DaemonRoot &root, const ConversationRecord &conversation)
{
    const auto kept = root.store().writeAndWait([&](Tx &tx) -> Stored<Done> {
        MediaRecord media;
        media.contact = conversation.contact;
        media.conversation = conversation.id;
        media.message = conversation.lastMessage;
        media.phoneNumberId = conversation.phoneNumberId;
        media.mimeType = u"application/pdf"_s;
        media.fileName = u"sözleşme.pdf"_s;
        media.size = kFile.size();
        media.at = media.createdAt = root.clock().now();
        media.state = MediaState::Here;
        const auto id = tx.media().insert(media);
        if (!id)
            return failure(id.error());
        media.id = *id;
        auto sink = root.files().create({media.id, media.contact, media.at});
        if (!sink || !(*sink)->write(kFile))
            return failure(StoreError::Failed);
        const auto file = (*sink)->finish();
        if (!file)
            return failure(file.error());
        media.file = *file;
        return tx.media().update(media);
    });
    if (!kept)
        qFatal("the file was not kept");
}

Stored<QByteArray> fileOf(DaemonRoot &root, const MessageId &message)
{
    std::optional<MediaRecord> media;
    root.store().readAndWait([&](const Tx &tx) {
        if (const auto found = tx.media().ofMessage(message); found)
            media = *found;
    });
    if (!media)
        return failure(StoreError::NotFound);
    return root.files().read({media->id, media->contact, media->at}, media->file, kMediaAtMost);
}

void flip(const QString &path, qint64 at)
{
    QFile file(path);
    char byte = 0;
    if (!file.open(QIODevice::ReadWrite) || !file.seek(at) || !file.getChar(&byte) ||
        !file.seek(at) || !file.putChar(char(byte ^ 1)))
        qFatal("a test file cannot be changed");
}

int verify(const QString &package)
{
    QProcess process;
    process.start(QStringLiteral(DESTEK_BIN_DIR "/destek-verify"), {u"package"_s, package});
    return process.waitForFinished(60'000) ? process.exitCode() : -1;
}

} // namespace

/// Files outside the data folder: in a backup, in a person's export.
class KeptFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBackupBringsFilesBack()
    {
        House house;
        const ConversationRecord conversation = house.says(kAyse, u"wamid.1"_s, u"Merhaba"_s);
        keep(house.root(), conversation);
        QTemporaryDir folder;
        Said said;
        run(house, u"backup"_s, {{u"directory"_s, folder.filePath(u"backup"_s)}, {u"keys"_s, true}},
            said);
        QCOMPARE(said.exitCode, 0);
        QDirIterator everything(folder.path(), QDir::Files, QDirIterator::Subdirectories);
        while (everything.hasNext()) {
            QFile file(everything.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains("maddesi")); // sealed there, too
        }
        // Somewhere else, as somebody would who lost this machine.
        Config config = house.root().config();
        config.dataDir = folder.filePath(u"restored"_s);
        QVERIFY(QDir().mkpath(config.dataDir));
        const auto move = [&](const QString &what, const QString &name) {
            return QFile::rename(said.answer.value(what).toString(), config.dataDir + name);
        };
        QVERIFY(move(u"data"_s, u"/destek.db"_s));
        QVERIFY(move(u"keys"_s, u"/keys.db"_s));
        QVERIFY(
            QDir().rename(said.answer.value(u"media"_s).toString(), config.dataDir + u"/media"_s));
        for (const QString &name : {u"/destek.db"_s, u"/keys.db"_s})
            QFile::setPermissions(config.dataDir + name, QFile::ReadOwner | QFile::WriteOwner);
        SystemClock clock;
        auto restored = DaemonRoot::open(config, clock);
        QVERIFY2(restored.ok(), restored ? "" : qPrintable(restored.error().sentence));
        const auto bytes = fileOf(**restored, conversation.lastMessage);
        QVERIFY(bytes.ok());
        QVERIFY(*bytes == kFile);
    }

    void anExportWithFilesVerifies()
    {
        House house;
        const ConversationRecord conversation = house.says(kAyse, u"wamid.1"_s, u"Merhaba"_s);
        keep(house.root(), conversation);
        QTemporaryDir folder;
        Said said;
        run(house, u"export"_s,
            {{u"contact"_s, conversation.contact.value},
             {u"reason"_s, u"Başvuru 2026/14"_s},
             {u"directory"_s, folder.path()}},
            said);
        QCOMPARE(said.exitCode, 0);
        const QString package = said.answer.value(u"directory"_s).toString();
        const QString media = package + u"/media/0001.pdf"_s;
        QFile file(media);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll() == kFile);
        file.close();
        QCOMPARE(verify(package), 0);
        QFile::setPermissions(media, QFile::ReadOwner | QFile::WriteOwner);
        flip(media, kFile.size() / 2);
        QCOMPARE(verify(package), 1);
        flip(media, kFile.size() / 2);
        QCOMPARE(verify(package), 0);
        QVERIFY(QFile::remove(media));
        QCOMPARE(verify(package), 1);
    }
};

DESTEK_TEST(KeptFiles)
#include "tst_kept_files.moc"
