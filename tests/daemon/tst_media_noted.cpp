#include "daemon/service/media_queue.h"
#include "tests/daemon/desk.h"
#include "tests/kit/test_main.h"

#include <QtTest>

using namespace destek;
using namespace destek::daemon;
using destek::test::Desk;
namespace meta = destek::test::meta;
using namespace Qt::StringLiterals;

namespace
{

const meta::Sender kAyse{u"905321000001"_s, u"TR.1"_s, u"Ayşe"_s, {}};
const QString kHash = QString::fromLatin1(QByteArray(32, 'h').toBase64());

QList<MediaRecord> mediaOf(Desk &desk)
{
    const ContactId who = desk.who(kAyse);
    return desk.kit().read<QList<MediaRecord>>(
        [&](const Tx &tx) { return tx.media().ofContact(who); });
}

void sends(Desk &desk, const QJsonObject &message)
{
    desk.arrives(meta::messages({message}, {kAyse}));
}

} // namespace

/// What a webhook announces becomes a row to be fetched, with the message and in one step.
class MediaNoted : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKindOfFileIsNoted_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("mime");
        QTest::newRow("image") << u"image"_s << u"image/jpeg"_s;
        QTest::newRow("video") << u"video"_s << u"video/mp4"_s;
        QTest::newRow("audio") << u"audio"_s << u"audio/ogg"_s;
        QTest::newRow("document") << u"document"_s << u"application/pdf"_s;
        QTest::newRow("sticker") << u"sticker"_s << u"image/webp"_s;
    }
    void everyKindOfFileIsNoted()
    {
        QFETCH(QString, type);
        QFETCH(QString, mime);
        Desk desk;
        sends(desk, meta::message(kAyse, u"wamid.1"_s, Desk::kNow, type,
                                  QJsonObject{{u"id"_s, u"77"_s},
                                              {u"mime_type"_s, mime + u"; codecs=opus"_s},
                                              {u"sha256"_s, kHash},
                                              {u"filename"_s, u"../../fatura\u202efdp.exe"_s},
                                              {u"animated"_s, true}}));
        const auto media = mediaOf(desk);
        QCOMPARE(media.size(), 1);
        const MediaRecord &record = media.first();
        QCOMPARE(record.message, desk.thread(kAyse).first().id);
        QCOMPARE(record.state, MediaState::Waiting);
        QCOMPARE(record.metaId, u"77"_s);
        QCOMPARE(record.sha256, QByteArray(32, 'h'));
        QCOMPARE(record.mimeType, mime);
        QCOMPARE(record.phoneNumberId, meta::kNumberId);
        QVERIFY(record.animated);
        QCOMPARE(record.at, Instant::fromSeconds(Desk::kNow));
        QVERIFY(record.file.isEmpty());
        const auto due = desk.kit().read<QList<MediaRecord>>(
            [&](const Tx &tx) { return tx.media().due(desk.clock().now(), 10); });
        QCOMPARE(due.size(), 1);
        // R-08: what somebody named or announced stands nowhere in clear.
        QVERIFY(!desk.kit().allBytes().contains("fatura"));
    }

    void aRepeatedWebhookIsNotedOnce()
    {
        Desk desk;
        for (int i = 0; i < 3; ++i)
            sends(desk, meta::message(kAyse, u"wamid.1"_s, Desk::kNow, u"image"_s,
                                      QJsonObject{{u"id"_s, u"77"_s}}));
        QCOMPARE(mediaOf(desk).size(), 1);
    }

    void wordsAreNoFile()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"merhaba"_s);
        QVERIFY(mediaOf(desk).isEmpty());
    }

    void whatWhatsAppCannotHandOverIsNotWaitedFor()
    {
        Desk desk;
        QJsonObject large = meta::message(kAyse, u"wamid.1"_s, Desk::kNow, u"video"_s,
                                          QJsonObject{{u"mime_type"_s, u"video/mp4"_s}});
        large.insert(u"errors"_s, QJsonArray{QJsonObject{{u"code"_s, 131052}}});
        sends(desk, large);
        sends(desk, meta::message(kAyse, u"wamid.2"_s, Desk::kNow + 1, u"image"_s, QJsonObject{}));
        const auto media = mediaOf(desk);
        QCOMPARE(media.size(), 2);
        QCOMPARE(media.at(0).state, MediaState::TooLarge);
        QCOMPARE(media.at(1).state, MediaState::Missing);
        QCOMPARE(desk.kit().read<int>([](const Tx &tx) { return tx.media().waiting(); }), 0);
    }

    // A history import brings the file after its message.
    void aFileThatComesLaterIsFetchedThen()
    {
        Desk desk;
        sends(desk, meta::message(kAyse, u"wamid.1"_s, Desk::kNow, u"image"_s, QJsonObject{}));
        const MessageRecord record = desk.thread(kAyse).first();
        desk.kit().write([&](Tx &tx) {
            return queueMedia(tx, record, meta::kNumberId,
                              R"({"type":"image","image":{"id":"78"}})", desk.clock().now());
        });
        const auto media = mediaOf(desk);
        QCOMPARE(media.size(), 1);
        QCOMPARE(media.first().state, MediaState::Waiting);
        QCOMPARE(media.first().metaId, u"78"_s);
    }

    void nonsenseInTheAnnouncementIsNoType()
    {
        Desk desk;
        sends(desk, meta::message(kAyse, u"wamid.1"_s, Desk::kNow, u"image"_s,
                                  QJsonObject{{u"id"_s, u"77"_s},
                                              {u"mime_type"_s, u"<b>Ayşe</b>"_s},
                                              {u"sha256"_s, u"not base64!"_s},
                                              {u"filename"_s, QString(5000, u'x')}}));
        const MediaRecord record = mediaOf(desk).first();
        QCOMPARE(record.mimeType, QString());
        QCOMPARE(record.sha256, QByteArray());
        QCOMPARE(record.fileName.size(), 255);
        QCOMPARE(record.state, MediaState::Waiting);
    }

    // R-24, R-26: erased with the person, and counted.
    void goesWithThePerson()
    {
        Desk desk;
        sends(desk, meta::message(kAyse, u"wamid.1"_s, Desk::kNow, u"image"_s,
                                  QJsonObject{{u"id"_s, u"77"_s}}));
        const ContactId who = desk.who(kAyse);
        const auto preview = desk.kit().read<ErasurePreview>(
            [&](const Tx &tx) { return tx.erasures().preview(who); });
        QCOMPARE(preview.files, 1);
        destek::test::StoreKit::Person person;
        person.contact = who;
        const DestructionRecord record = desk.kit().erase(person);
        QCOMPARE(record.files, 1);
        QCOMPARE(desk.kit().peek(u"SELECT count(*) FROM media"_s).toInt(), 0);
    }
};

DESTEK_TEST(MediaNoted)
#include "tst_media_noted.moc"
