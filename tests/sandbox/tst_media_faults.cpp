#include "tests/kit/test_main.h"
#include "tests/sandbox/control.h"

#include <QCryptographicHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace destek::sandbox;
using namespace destek::sandbox::test;
using namespace Qt::StringLiterals;

/// Meta's media server on a bad day, and uploads (facts: whatsapp.md 4.1, 4.3).
class MediaFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void onTheBytes_data();
    void onTheBytes();
    void wrongSize();
    void expires();
    void slowAndCut();
    void uploads_data();
    void uploads();
    void uploadsFailOnOrder();
    void cleanup();

private:
    std::unique_ptr<Stage> m_stage;
    QString m_id;
    ApiAnswer fetch();
};

void MediaFaults::init()
{
    m_stage = std::make_unique<Stage>();
    m_id = m_stage
               ->order(u"inbound"_s, {{u"from"_s, u"905550000301"_s},
                                      {u"message"_s, QJsonObject{{u"type"_s, u"image"_s}}}})
               .json[u"message"][u"image"][u"id"]
               .toString();
}

void MediaFaults::cleanup()
{
    m_stage.reset();
}

ApiAnswer MediaFaults::fetch()
{
    const QUrl url(m_stage->get(u"/v25.0/"_s + m_id).json[u"url"].toString());
    ApiRequest request;
    request.method = u"GET"_s;
    request.path = url.path();
    request.authorization = "Bearer secret-token";
    for (const QString &pair : url.query().split(u'&'))
        request.query.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    return m_stage->sandbox->graph(request);
}

void MediaFaults::onTheBytes_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("404") << u"not_found"_s;
    QTest::newRow("other bytes") << u"wrong_hash"_s;
    QTest::newRow("slow") << u"slow"_s;
    QTest::newRow("cut") << u"cut"_s;
}

void MediaFaults::onTheBytes()
{
    QFETCH(QString, fault);
    const ApiAnswer good = fetch();
    QCOMPARE(good.status, 200);
    QCOMPARE(m_stage->order(u"media"_s, {{u"fault"_s, fault}, {u"delay_ms"_s, 1500}}).status, 200);
    const ApiAnswer bad = fetch();
    QCOMPARE(bad.status, fault == u"not_found"_s ? 404 : 200);
    QCOMPARE(bad.body == good.body, fault == u"slow"_s || fault == u"cut"_s);
    QCOMPARE(bad.delayMs, fault == u"slow"_s ? 1500 : 0);
    QCOMPARE(bad.fate == Fate::Cut, fault == u"cut"_s);
    QCOMPARE(fetch().body, good.body); // it was for one download only
    QCOMPARE(ask(*m_stage, u"books"_s)[u"media"][u"faults"].toInt(), 1);
}

void MediaFaults::wrongSize()
{
    const int size = m_stage->get(u"/v25.0/"_s + m_id).json[u"file_size"].toInt();
    bid(*m_stage, u"media"_s, {{u"fault"_s, u"wrong_size"_s}, {u"id"_s, m_id}});
    QVERIFY(m_stage->get(u"/v25.0/"_s + m_id).json[u"file_size"].toInt() != size);
    QCOMPARE(m_stage->get(u"/v25.0/"_s + m_id).json[u"file_size"].toInt(), size);
}

void MediaFaults::expires()
{
    m_stage->nowMs += 7LL * 24 * 60 * 60 * 1000;
    QCOMPARE(m_stage->get(u"/v25.0/"_s + m_id).code(), 100);
    init();
    bid(*m_stage, u"media"_s, {{u"fault"_s, u"expired"_s}});
    QCOMPARE(m_stage->get(u"/v25.0/"_s + m_id).code(), 100);
    QCOMPARE(m_stage->get(u"/v25.0/"_s + m_id).code(), 100); // for good
}

void MediaFaults::slowAndCut()
{
    QVERIFY(m_stage->sandbox->start().ok());
    const Answer described = m_stage->get(u"/v25.0/"_s + m_id);
    QNetworkAccessManager network;
    const auto load = [&] {
        QNetworkRequest request(QUrl(described.json[u"url"].toString()));
        request.setRawHeader("Authorization", "Bearer secret-token");
        std::unique_ptr<QNetworkReply> reply(network.get(request));
        [&] { QTRY_VERIFY(reply->isFinished()); }();
        return reply;
    };
    QCOMPARE(load()->readAll().size(), described.json[u"file_size"].toInt());
    bid(*m_stage, u"media"_s, {{u"fault"_s, u"cut"_s}});
    const auto broken = load();
    QVERIFY(broken->error() != QNetworkReply::NoError ||
            broken->readAll().size() != described.json[u"file_size"].toInt());
    bid(*m_stage, u"media"_s, {{u"fault"_s, u"slow"_s}, {u"delay_ms"_s, 50}});
    QCOMPARE(load()->readAll().size(), described.json[u"file_size"].toInt());
}

void MediaFaults::uploads_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("pdf") << QByteArray("application/pdf") << QByteArray("%PDF-1.4 …") << 0;
    QTest::newRow("lies") << QByteArray("image/png") << QByteArray("MZ\x90") << 131053;
    QTest::newRow("empty") << QByteArray("image/png") << QByteArray() << 131053;
    QTest::newRow("program") << QByteArray("application/x-msdownload") << QByteArray("MZ") << 100;
    QTest::newRow("sticker too large")
        << QByteArray("image/webp") << "RIFF" + QByteArray(200 * 1024, 'x') << 100;
    QTest::newRow("picture too large")
        << QByteArray("image/jpeg") << "\xff\xd8\xff" + QByteArray(6 << 20, 'x') << 100;
}

namespace
{

ApiRequest uploadOf(const QByteArray &type, const QByteArray &bytes)
{
    ApiRequest upload;
    upload.method = u"POST"_s;
    upload.path = u"/v25.0/100200300400/media"_s;
    upload.authorization = "Bearer secret-token";
    upload.contentType = "multipart/form-data; boundary=xx";
    upload.body = "--xx\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\n"
                  "whatsapp\r\n--xx\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\n" +
                  type +
                  "\r\n--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n"
                  "Content-Type: " +
                  type + "\r\n\r\n" + bytes + "\r\n--xx--\r\n";
    return upload;
}

} // namespace

void MediaFaults::uploads()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const ApiRequest upload = uploadOf(type, bytes);
    const QJsonObject answer = parsed(m_stage->sandbox->graph(upload).body);
    QCOMPARE(answer[u"error"][u"code"].toInt(), code);
    QCOMPARE(answer.contains(u"id"_s), code == 0);
    QCOMPARE(ask(*m_stage, u"books"_s)[u"media"][u"uploaded"].toInt(), code == 0 ? 1 : 0);
}

void MediaFaults::uploadsFailOnOrder()
{
    const ApiRequest upload = uploadOf("application/pdf", "%PDF-1.4 …");
    const auto code = [&] {
        return parsed(m_stage->sandbox->graph(upload).body)[u"error"][u"code"].toInt();
    };
    bid(*m_stage, u"fail-next"_s, {{u"code"_s, 190}, {u"count"_s, 2}});
    QCOMPARE(code(), 190);
    QCOMPARE(code(), 190);
    QCOMPARE(code(), 0);
    bid(*m_stage, u"fail-next"_s, {{u"code"_s, 190}, {u"edge"_s, u"messages"_s}});
    QCOMPARE(code(), 0);
    QCOMPARE(m_stage->sendText(u"+905550000301"_s, u"a"_s).code(), 190);
    bid(*m_stage, u"fail-next"_s, {{u"code"_s, 131057}, {u"edge"_s, u"media"_s}});
    QCOMPARE(m_stage->sendText(u"+905550000301"_s, u"a"_s).status, 200);
    QCOMPARE(code(), 131057);
    QCOMPARE(m_stage->order(u"fail-next"_s, {{u"edge"_s, u"templates"_s}}).status, 400);
}

DESTEK_TEST(MediaFaults)
#include "tst_media_faults.moc"
