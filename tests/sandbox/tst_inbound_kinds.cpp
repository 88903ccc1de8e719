#include "tests/kit/test_main.h"
#include "tests/sandbox/control.h"

#include <QCryptographicHash>

using namespace destek::sandbox;
using namespace destek::sandbox::test;
using namespace Qt::StringLiterals;

/// Everything a customer can send, in the shapes of facts: whatsapp.md 2.1 to 2.3.
class InboundKinds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void media_data();
    void media();
    void passesThrough_data();
    void passesThrough();
    void linkedMessages();
    void quotes();
    void brokenMedium();
    void manyInOneValue();
    void manyInOnePost();
    void valueError();
};

namespace
{

QByteArray fetchBytes(Stage &stage, const QString &url)
{
    ApiRequest fetch;
    fetch.method = u"GET"_s;
    fetch.path = QUrl(url).path();
    fetch.authorization = "Bearer secret-token";
    for (const QString &pair : QUrl(url).query().split(u'&'))
        fetch.query.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    return stage.sandbox->graph(fetch).body;
}

QJsonObject hear(Stage &stage, const QByteArray &message)
{
    const Answer answer = stage.order(
        u"inbound"_s, {{u"from"_s, u"905550000301"_s}, {u"message"_s, parsed(message)}});
    return answer.json[u"message"].toObject();
}

} // namespace

void InboundKinds::media_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("mime");
    QTest::addColumn<QByteArray>("begins");
    const auto row = [](const char *name, const QByteArray &message, const QString &mime,
                        const QByteArray &begins) {
        QTest::newRow(name) << message << mime << begins;
    };
    row("jpeg", R"({"type":"image"})", u"image/jpeg"_s, "\xff\xd8\xff");
    row("png", R"({"type":"image","picture":"letter"})", u"image/png"_s, "\x89PNG");
    row("sticker", R"({"type":"sticker","sticker":{}})", u"image/webp"_s, "RIFF");
    row("moving", R"({"type":"sticker","sticker":{"animated":true}})", u"image/webp"_s, "RIFF");
    row("video", R"({"type":"video"})", u"video/mp4"_s, QByteArray("\0\0\0", 3));
    row("voice", R"({"type":"audio","audio":{"voice":true}})", u"audio/ogg; codecs=opus"_s, "OggS");
    row("mp3", R"({"type":"audio"})", u"audio/mpeg"_s, "ID3");
    row("aac", R"({"type":"audio","file":"memo.aac"})", u"audio/aac"_s, "\xff\xf1");
    row("pdf", R"({"type":"document"})", u"application/pdf"_s, "%PDF-");
    row("text file", R"({"type":"document","file":"note.txt"})", u"text/plain"_s, "Kap");
}

void InboundKinds::media()
{
    QFETCH(QByteArray, message);
    QFETCH(QString, mime);
    QFETCH(QByteArray, begins);
    Stage stage;
    const QJsonObject said = hear(stage, message);
    const QJsonValue medium = said[said[u"type"].toString()];
    QCOMPARE(medium[u"mime_type"].toString(), mime);
    const Answer described = stage.get(u"/v25.0/"_s + medium[u"id"].toString());
    QCOMPARE(described.json[u"mime_type"].toString(), mime);
    const QByteArray bytes = fetchBytes(stage, described.json[u"url"].toString());
    QVERIFY(bytes.startsWith(begins));
    QCOMPARE(bytes.size(), described.json[u"file_size"].toInt());
    QVERIFY(bytes.size() < 64 * 1024);
    const QByteArray digest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    QCOMPARE(medium[u"sha256"].toString().toLatin1(), digest.toBase64());
    QCOMPARE(described.json[u"sha256"].toString().toLatin1(), digest.toHex());
    QCOMPARE(fetchBytes(stage, medium[u"url"].toString()), bytes); // the key of November 2025
}

void InboundKinds::passesThrough_data()
{
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *name, const QByteArray &json) { QTest::newRow(name) << json; };
    row("location", R"({"type":"location","location":{"latitude":41.01,"longitude":28.97}})");
    row("contacts", R"({"type":"contacts","contacts":[{"name":{"formatted_name":"Ali"}}]})");
    row("list", R"({"type":"interactive","interactive":{"type":"list_reply","list_reply":
        {"id":"r1","title":"Kargo"}}})");
    row("broken form", R"({"type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":
        {"name":"flow","body":"Sent","response_json":"{not json"}}})");
    row("call permission", R"({"type":"interactive","interactive":{"type":"call_permission_reply",
        "call_permission_reply":{"response":"accept"}}})");
    row("order", R"({"type":"order","order":{"catalog_id":"1","product_items":[
        {"product_retailer_id":"sku","quantity":2,"item_price":10.5,"currency":"TRY"}]}})");
    row("advertisement", R"({"type":"text","text":{"body":"a"},"referral":{"source_type":"ad",
        "source_id":"1","headline":"h","ctwa_clid":"c"}})");
    row("forwarded",
        R"({"type":"text","text":{"body":"a"},"context":{"frequently_forwarded":true}})");
    row("product enquiry", R"({"type":"text","text":{"body":"a"},"context":{"from":"1","id":"w",
        "referred_product":{"catalog_id":"1","product_retailer_id":"2"}}})");
    row("unsupported", R"({"type":"unsupported","errors":[{"code":131051}],
        "unsupported":{"type":"poll_creation"}})");
    row("welcome", R"({"type":"request_welcome"})");
    row("next year's", R"({"type":"hologram","hologram":{"depth":3}})");
}

void InboundKinds::passesThrough()
{
    QFETCH(QByteArray, message);
    Stage stage;
    hear(stage, message);
    QTRY_COMPARE(stage.callback.values().size(), 1);
    const QJsonObject value = stage.callback.values().first();
    const QJsonObject said = value[u"messages"][0].toObject();
    const QJsonObject given = parsed(message);
    for (auto it = given.begin(); it != given.end(); ++it)
        QCOMPARE(said[it.key()], it.value());
    QVERIFY(said[u"timestamp"].isString());
    QCOMPARE(said[u"from"].toString(), u"905550000301"_s);
    QVERIFY(said[u"from_user_id"].toString().startsWith(u"TR."_s));
    QCOMPARE(value[u"contacts"][0][u"user_id"], said[u"from_user_id"]);
}

void InboundKinds::linkedMessages()
{
    Stage stage;
    const QString first = stage.hearFrom(u"905550000301"_s);
    const QJsonObject edit = hear(stage, R"({"edit":"düzeltilmiş"})");
    QCOMPARE(edit[u"edit"][u"original_message_id"].toString(), first);
    QCOMPARE(edit[u"edit"][u"message"][u"text"][u"body"].toString(), u"düzeltilmiş"_s);
    const QJsonObject revoke = hear(stage, R"({"type":"revoke"})");
    QCOMPARE(revoke[u"revoke"][u"original_message_id"].toString(), first);
    const QByteArray reaction = R"({"type":"reaction","reaction":{"emoji":"👍"}})";
    QVERIFY(hear(stage, reaction).isEmpty()); // nothing of ours to react to yet
    const QString ours =
        stage.sendText(u"+905550000301"_s, u"a"_s).json[u"messages"][0][u"id"].toString();
    QCOMPARE(hear(stage, reaction)[u"reaction"][u"message_id"].toString(), ours);
    const QJsonValue removed = hear(stage, R"({"type":"reaction","reaction":{}})")[u"reaction"];
    QCOMPARE(removed[u"message_id"].toString(), ours);
    QVERIFY(removed[u"emoji"].isUndefined());
}

void InboundKinds::quotes()
{
    Stage stage;
    const QString own = stage.hearFrom(u"905550000301"_s);
    const QString ours =
        stage.sendText(u"+905550000301"_s, u"a"_s).json[u"messages"][0][u"id"].toString();
    const QJsonValue agent = hear(stage, R"({"text":"b","reply_to":"agent"})")[u"context"];
    QCOMPARE(agent[u"id"].toString(), ours);
    QCOMPARE(agent[u"from"].toString(), u"905550000000"_s);
    QVERIFY(hear(stage, R"({"text":"c","reply_to":"self"})")[u"context"][u"id"].toString() != own);
    QCOMPARE(hear(stage, R"({"text":"d","reply_to":"wamid.gone"})")[u"context"][u"id"].toString(),
             u"wamid.gone"_s);
}

void InboundKinds::brokenMedium()
{
    Stage stage;
    const QJsonObject said =
        hear(stage, R"({"type":"image","image":{},"errors":[{"code":131052}]})");
    QCOMPARE(said[u"errors"][0][u"code"].toInt(), 131052);
    QVERIFY(said[u"image"][u"id"].isUndefined());
    QCOMPARE(stage
                 .order(u"inbound"_s,
                        {{u"from"_s, u"905550000301"_s},
                         {u"message"_s, parsed(R"({"type":"image","file":"nosuch.jpg"})")}})
                 .status,
             400);
}

void InboundKinds::manyInOneValue()
{
    Stage stage;
    const Answer answer = stage.order(u"inbound-many"_s, parsed(R"({"orders":[
        {"from":"905550000301","text":"a"},
        {"user_id":"TR.9","username":"@ece","text":"b"},
        {"from":"905550000302","text":"c"}]})"));
    QCOMPARE(answer.json[u"wamids"].toArray().size(), 3);
    QTRY_COMPARE(stage.callback.values().size(), 1);
    const QJsonObject value = stage.callback.values().first();
    QCOMPARE(value[u"messages"].toArray().size(), 3);
    QCOMPARE(value[u"contacts"].toArray().size(), 3);
    QVERIFY(value[u"contacts"][1][u"wa_id"].isUndefined());
    QTRY_COMPARE(ask(stage, u"books"_s)[u"in"][u"taken"][u"text"].toInt(), 3);
}

void InboundKinds::manyInOnePost()
{
    Stage stage;
    QJsonArray orders;
    for (int i = 0; i < 1000; ++i)
        orders << QJsonObject{{u"from"_s, u"905550004%1"_s.arg(i, 3, 10, QChar(u'0'))},
                              {u"text"_s, u"Selam"_s}};
    QCOMPARE(stage.order(u"inbound-many"_s, {{u"orders"_s, orders}, {u"in"_s, u"post"_s}}).status,
             200);
    QTRY_COMPARE(stage.callback.received().size(), 1);
    QCOMPARE(stage.callback.values().size(), 1000);
}

void InboundKinds::valueError()
{
    Stage stage;
    QCOMPARE(stage.order(u"value-error"_s, {{u"code"_s, 130429}}).status, 200);
    QTRY_COMPARE(stage.callback.values().size(), 1);
    const QJsonObject value = stage.callback.values().first();
    QCOMPARE(value[u"errors"][0][u"code"].toInt(), 130429);
    QVERIFY(!value.contains(u"messages"_s) && !value.contains(u"statuses"_s));
}

DESTEK_TEST(InboundKinds)
#include "tst_inbound_kinds.moc"
