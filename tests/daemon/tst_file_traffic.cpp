#include "tests/daemon/served_house.h"
#include "tests/kit/test_main.h"

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

/// Files between consoles and the daemon, and what they must never disturb.
class FileTraffic : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void filesGoInAndOut()
    {
        House house;
        const ConversationRecord conversation = house.says(kAyse, u"wamid.1"_s, u"Merhaba"_s);
        const QByteArray agent = house.signedIn(u"a"_s, {Role::Agent});
        const QByteArray file = "%PDF-1.7\n" + QByteArray(600'000, '\xfe');
        const QString path = u"/v1/conversations/%1/uploads"_s.arg(conversation.id.value);
        // A session never seen before: refused before the body is read (the refusal may be lost
        // with the connection, which is still being written to).
        QVERIFY(house.call("POST", path, agent, file).status != 201);
        QCOMPARE(house.audited(AuditAction::FileHandedOver), 0);
        QCOMPARE(house.call("GET", u"/v1/inbox"_s, agent).status, 200);
        const Answer taken = house.call("POST", path, agent, file);
        QCOMPARE(taken.status, 201);
        QCOMPARE(taken.json.value(u"mimeType"_s).toString(), u"application/pdf"_s);
        QCOMPARE(house.audited(AuditAction::FileHandedOver), 1);
        QCOMPARE(house.call("POST", path, agent, QByteArray("MZ\x90\0\3", 5)).status, 400);
        const MessageId id = conversation.lastMessage;
        const QString media = u"/v1/messages/%1/media"_s.arg(id.toString());
        QCOMPARE(house.call("GET", media, agent).status, 404);
        house.write([&](Tx &tx) {
            return tx.media().assign(UploadId(taken.json.value(u"id"_s).toInteger()), id);
        });
        std::unique_ptr<QNetworkReply> reply(house.network().get(house.request(media, agent)));
        QTRY_VERIFY(reply->isFinished());
        QVERIFY(reply->readAll() == file);
        QCOMPARE(reply->rawHeader("Content-Type"), "application/octet-stream");
        QCOMPARE(reply->rawHeader("X-Destek-Media-Type"), "application/pdf");
        QVERIFY(house.audited(AuditAction::MediaRead) > 0);
        const int reads = house.audited(AuditAction::MediaRead);
        const auto part = [&](const QByteArray &range) {
            QNetworkRequest asked = house.request(media, agent);
            asked.setRawHeader("Range", range);
            reply.reset(house.network().get(asked));
            [&] { QTRY_VERIFY(reply->isFinished()); }();
            return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        };
        QCOMPARE(part("bytes=5-8"), 206);
        QCOMPARE(reply->rawHeader("Content-Range"), "bytes 5-8/" + QByteArray::number(file.size()));
        QCOMPARE(reply->readAll(), file.mid(5, 4));
        QCOMPARE(part("bytes=600000-"), 206);
        QCOMPARE(reply->readAll(), file.mid(600'000));
        QCOMPARE(part("bytes=900000-900001"), 400);
        QCOMPARE(part("bytes=8-5"), 200); // not a range: as if none were named
        QCOMPARE(house.audited(AuditAction::MediaRead), reads); // one reading, in parts
    }

    void uploadsNeverKeepWhatsAppOut()
    {
        House house(200'000);
        const ConversationRecord conversation = house.says(kAyse, u"wamid.1"_s, u"Merhaba"_s);
        const QByteArray agent = house.signedIn(u"a"_s, {Role::Agent});
        const QString path = u"/v1/conversations/%1/uploads"_s.arg(conversation.id.value);
        QSslSocket slow; // holds nearly the whole budget and never ends
        slow.setSslConfiguration(house.tls());
        slow.connectToHostEncrypted(u"127.0.0.1"_s, house.port());
        QTRY_VERIFY(slow.isEncrypted());
        slow.write("POST " + path.toLatin1() +
                   " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: "
                   "Bearer " +
                   agent + "\r\nContent-Length: 190000\r\n\r\n" + QByteArray(189'000, 'x'));
        const QByteArray file = "%PDF-1.7\n" + QByteArray(20'000, 'x');
        QTRY_COMPARE(house.call("POST", path, agent, file).status, 503);
        QByteArray body = meta::says(kAyse, u"wamid.2"_s, 1'795'327'200, u"Hâlâ orada mısınız"_s);
        body.insert(1, QByteArray(150'000, ' '));
        QNetworkRequest webhook(QUrl(u"http://127.0.0.1:%1/webhook"_s.arg(house.webhookPort())));
        webhook.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        webhook.setRawHeader("X-Hub-Signature-256",
                             "sha256=" + QMessageAuthenticationCode::hash(
                                             body, "0123456789abcdef", QCryptographicHash::Sha256)
                                             .toHex());
        std::unique_ptr<QNetworkReply> reply(house.network().post(webhook, body));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
    }
};

DESTEK_TEST(FileTraffic)
#include "tst_file_traffic.moc"
