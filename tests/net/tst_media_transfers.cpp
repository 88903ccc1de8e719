#include "net/http/http_media_api.h"
#include "tests/kit/test_main.h"
#include "tests/net/tiny_daemon.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::net;
using test::TinyDaemon;

namespace
{

const test::Identity &ca()
{
    static const test::Identity identity = test::makeCa("Destek test CA");
    return identity;
}

const MessageId kMessage = MessageId::fromString(u"6f1c2d3e-0000-4000-8000-000000000001"_s);
const QString kMediaPath = u"/v1/messages/6f1c2d3e-0000-4000-8000-000000000001/media"_s;
const QString kUploadPath = u"/v1/conversations/7/uploads"_s;

struct Desk {
    TinyDaemon daemon{ca(), test::makeServer(ca())};
    HttpTransport transport;
    HttpMediaApi media{&transport};
    std::unique_ptr<QObject> owner = std::make_unique<QObject>();
    std::optional<Answer<QByteArray>> bytes;
    std::optional<Answer<UploadView>> upload;
    QList<std::pair<qint64, qint64>> steps;

    Desk() { transport.setLink(daemon.link(ca().certificatePem)); }
    void fetch()
    {
        media.fetch(
            kMessage, [this](qint64 done, qint64 total) { steps << std::pair(done, total); },
            {owner.get(), [this](Answer<QByteArray> answer) { bytes = std::move(answer); }});
    }
    void send(const QString &name, const QByteArray &content)
    {
        media.upload(
            ConversationId(7), name, content,
            [this](qint64 done, qint64 total) { steps << std::pair(done, total); },
            {owner.get(), [this](Answer<UploadView> answer) { upload = std::move(answer); }});
    }
    ApiErrorCode trouble() const
    {
        if (bytes && !*bytes)
            return bytes->error().code;
        if (upload && !*upload)
            return upload->error().code;
        return ApiErrorCode::Cancelled;
    }
};

} // namespace

/// Pictures and files between console and daemon: pinned, limited, in memory.
class MediaTransfers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bringsBytesAsTheyAre()
    {
        Desk desk;
        QByteArray picture(3'000'000, 'p');
        picture[1'000'000] = '\0';
        desk.daemon.answer(kMediaPath, 200, picture,
                           {{"Content-Type", "application/octet-stream"}});
        desk.fetch();
        QVERIFY(!desk.bytes); // never before the call has returned
        QTRY_VERIFY(desk.bytes.has_value());
        QVERIFY(desk.bytes->ok());
        QVERIFY(**desk.bytes == picture);
        QCOMPARE(desk.daemon.last().header("Authorization"), QByteArray("Bearer session-token"));
        QVERIFY(!desk.steps.isEmpty());
        QCOMPARE(desk.steps.last().first, picture.size());
        QCOMPARE(desk.steps.last().second, picture.size());
    }

    void largeFilesComeInParts()
    {
        Desk desk;
        QByteArray film(9'000'000, 'f');
        film[5'000'000] = '\0';
        desk.daemon.serve(kMediaPath, film);
        desk.fetch();
        QTRY_VERIFY_WITH_TIMEOUT(desk.bytes.has_value(), 4 * test::kPatience);
        QVERIFY(desk.bytes->ok());
        QVERIFY(**desk.bytes == film);
        QCOMPARE(desk.daemon.requests(), 3);
        QCOMPARE(desk.steps.last(), (std::pair<qint64, qint64>(film.size(), film.size())));
        for (qsizetype i = 1; i < desk.steps.size(); ++i)
            QVERIFY(desk.steps.at(i).first >= desk.steps.at(i - 1).first); // never back
    }

    void noPartIsAskedForOnceNobodyWaits()
    {
        Desk desk;
        desk.daemon.serve(kMediaPath, QByteArray(9'000'000, 'f'));
        desk.media.fetch(
            kMessage, [&](qint64, qint64) { desk.owner.reset(); },
            {desk.owner.get(), [&](Answer<QByteArray> answer) { desk.bytes = std::move(answer); }});
        QTRY_VERIFY(!desk.owner);
        QTRY_VERIFY(desk.media.findChildren<QNetworkReply *>().isEmpty());
        QCOMPARE(desk.daemon.requests(), 1);
        QVERIFY(!desk.bytes);
    }

    void partsThatDoNotFitAreNoFile()
    {
        Desk desk;
        desk.daemon.answer(kMediaPath, 206, "abcd", {{"Content-Range", "bytes 4-7/8"}});
        desk.fetch();
        QTRY_VERIFY(desk.bytes.has_value());
        QCOMPARE(desk.trouble(), ApiErrorCode::BadAnswer);
    }

    void aFileThatIsNotThereIsSaidSo()
    {
        Desk desk;
        desk.daemon.answer(kMediaPath, 404, R"({"error":{"code":"not_found","message":""}})");
        desk.fetch();
        QTRY_VERIFY(desk.bytes.has_value());
        QCOMPARE(desk.trouble(), ApiErrorCode::NotFound);
        QVERIFY(desk.steps.isEmpty()); // an error is no progress
    }

    void anotherCaGetsNothing()
    {
        const test::Identity stranger = test::makeCa("Destek test CA");
        TinyDaemon other(stranger, test::makeServer(stranger));
        HttpTransport transport;
        auto link = other.link(ca().certificatePem);
        transport.setLink(link);
        HttpMediaApi media(&transport);
        QObject owner;
        std::optional<Answer<UploadView>> answer;
        media.upload(ConversationId(7), u"a.pdf"_s, "secret", {},
                     {&owner, [&](Answer<UploadView> said) { answer = std::move(said); }});
        QTRY_VERIFY(answer.has_value());
        QCOMPARE(answer->error().code, ApiErrorCode::WrongServer);
        QCOMPARE(other.requests(), 0);
    }

    void endsWithItsOwner()
    {
        Desk desk;
        desk.daemon.hang(kMediaPath);
        desk.fetch();
        QTRY_COMPARE(desk.daemon.requests(), 1);
        desk.owner.reset();
        desk.daemon.answer(u"/v1/other"_s, 200, "{}");
        QCoreApplication::processEvents();
        QVERIFY(!desk.bytes);
        QVERIFY(desk.media.findChildren<QNetworkReply *>().isEmpty());
    }

    void handsAFileOverUnderItsName()
    {
        Desk desk;
        desk.daemon.answer(
            kUploadPath, 201,
            R"({"id":5,"fileName":"Çağrı özeti.pdf","mimeType":"application/pdf","size":9})");
        desk.send(u"Çağrı özeti\r\nX-Evil: 1.pdf"_s, "%PDF-1.7\n");
        QTRY_VERIFY(desk.upload.has_value());
        QVERIFY(desk.upload->ok());
        QCOMPARE((*desk.upload)->id, UploadId(5));
        QCOMPARE((*desk.upload)->mimeType, u"application/pdf"_s);
        const httpd::Request asked = desk.daemon.last();
        QCOMPARE(asked.body, QByteArray("%PDF-1.7\n"));
        QCOMPARE(asked.headerValues("Content-Type"), QList<QByteArray>{"application/octet-stream"});
        QVERIFY(asked.header("X-Evil").isEmpty());
        QCOMPARE(
            QString::fromUtf8(QByteArray::fromPercentEncoding(asked.header("X-Destek-File-Name"))),
            u"Çağrı özeti\r\nX-Evil: 1.pdf"_s);
    }

    void refusalsOfFilesAreReadable()
    {
        Desk desk;
        desk.daemon.answer(kUploadPath, 400, R"({"error":{"code":"bad_request","message":""}})");
        desk.send(u"a.exe"_s, "MZ");
        QTRY_VERIFY(desk.upload.has_value());
        QCOMPARE(desk.trouble(), ApiErrorCode::BadRequest);
        desk.upload.reset();
        desk.daemon.answer(kUploadPath, 201, "[]");
        desk.send(u"a.pdf"_s, "%PDF");
        QTRY_VERIFY(desk.upload.has_value());
        QCOMPARE(desk.trouble(), ApiErrorCode::BadAnswer);
    }
};

DESTEK_TEST(MediaTransfers)
#include "tst_media_transfers.moc"
