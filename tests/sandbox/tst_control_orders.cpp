#include "tests/kit/test_main.h"
#include "tests/sandbox/control.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace destek::sandbox;
using namespace destek::sandbox::test;
using namespace Qt::StringLiterals;

/// The control API, over real HTTP where that is what matters.
class ControlOrders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theClockMoves();
    void twinsLeaveTogether();
    void booksOverHttp();
    void unknownOutcomes();
    void noWebPages();
    void statusOnDemand();
    void personaSpeaks();
    void refusals();
};

namespace
{

struct HttpAnswer {
    int status = 0;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QByteArray body;
};

QNetworkRequest requestFor(quint16 port, const QString &path)
{
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1%2"_s.arg(port).arg(path)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("Authorization", "Bearer secret-token");
    return request;
}

HttpAnswer fetch(quint16 port, const QString &path, const QByteArray &post = {},
                 const QByteArray &extra = {})
{
    QNetworkAccessManager network;
    QNetworkRequest request = requestFor(port, path);
    if (!extra.isEmpty())
        request.setRawHeader("Origin", extra);
    QNetworkReply *reply = post.isEmpty() ? network.get(request) : network.post(request, post);
    [&] { QTRY_VERIFY(reply->isFinished()); }();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->error(),
            reply->readAll()};
}

const QByteArray kText = R"({"messaging_product":"whatsapp","to":"+905550000301","type":"text",
    "text":{"body":"Selam"},"biz_opaque_callback_data":"k1"})";

} // namespace

void ControlOrders::booksOverHttp()
{
    Stage stage;
    const quint16 port = stage.sandbox->start().valueOr(0);
    QVERIFY(port != 0);
    QCOMPARE(
        fetch(port, u"/control/inbound"_s, R"({"from":"905550000301","text":"Merhaba"})").status,
        200);
    const HttpAnswer sent = fetch(port, u"/v25.0/100200300400/messages"_s, kText);
    QCOMPARE(sent.status, 200);
    stage.sandbox->timetable().advance(60'000);
    QTRY_COMPARE(stage.sandbox->webhooks().counts().updatesAcknowledged, 4);
    const QJsonObject counts =
        QJsonDocument::fromJson(fetch(port, u"/control/counts"_s).body).object();
    QCOMPARE(counts[u"messages_sent"].toInt(), 1);
    QCOMPARE(counts[u"inbound"].toInt(), 1);
    QCOMPARE(counts[u"statuses"][u"read"].toInt(), 1);
    QCOMPARE(counts[u"webhooks"][u"updates_acknowledged"].toInt(), 4);
    QCOMPARE(counts[u"webhooks"][u"pending"].toInt(), 0);
    const QJsonArray list = QJsonDocument::fromJson(fetch(port, u"/control/sent"_s).body).array();
    QCOMPARE(list[0][u"biz_opaque_callback_data"].toString(), u"k1"_s);
    QCOMPARE(list[0][u"to"].toString(), u"905550000301"_s);
    const QJsonArray delivered =
        QJsonDocument::fromJson(fetch(port, u"/control/delivered?bodies=1"_s).body).array();
    QCOMPARE(delivered[0][u"acknowledged"].toBool(), true);
    QVERIFY(delivered[0][u"body"].toString().contains(u"whatsapp_business_account"_s));
}

void ControlOrders::unknownOutcomes()
{
    Stage stage;
    const quint16 port = stage.sandbox->start().valueOr(0);
    stage.hearFrom(u"905550000301"_s);
    QCOMPARE(stage.order(u"silence-next"_s, {{u"count"_s, 1}}).status, 200);
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> silent(
        network.post(requestFor(port, u"/v25.0/100200300400/messages"_s), kText));
    QTRY_COMPARE(stage.listSent().size(), 1);
    QCOMPARE(stage.order(u"drop-next"_s, {}).status, 200);
    const HttpAnswer dropped = fetch(port, u"/v25.0/100200300400/messages"_s, kText);
    QVERIFY(dropped.error != QNetworkReply::NoError || !dropped.body.contains("wamid"));
    QCOMPARE(stage.listSent().size(), 2); // both went out all the same
    QCOMPARE(fetch(port, u"/v25.0/100200300400/messages"_s, kText).status, 200);
    QVERIFY(!silent->isFinished()); // two later ones have been dealt with meanwhile
    QVERIFY(!silent->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid());
    silent->abort();
}

void ControlOrders::noWebPages()
{
    Stage stage;
    const quint16 port = stage.sandbox->start().valueOr(0);
    QCOMPARE(fetch(port, u"/control/counts"_s, {}, "https://example.org").status, 403);
}

void ControlOrders::statusOnDemand()
{
    Stage stage;
    stage.hearFrom(u"905550000301"_s);
    const QString wamid =
        stage.sendText(u"+905550000301"_s, u"a"_s).json[u"messages"][0][u"id"].toString();
    QCOMPARE(stage
                 .order(u"status"_s,
                        {{u"wamid"_s, wamid}, {u"status"_s, u"failed"_s}, {u"error"_s, 131049}})
                 .status,
             200);
    QTRY_COMPARE(stage.callback.values().size(), 2);
    QCOMPARE(stage.callback.values().last()[u"statuses"][0][u"errors"][0][u"code"].toInt(), 131049);
    QCOMPARE(stage.order(u"status"_s, {{u"wamid"_s, u"x"_s}, {u"status"_s, u"read"_s}}).status,
             404);
}

void ControlOrders::personaSpeaks()
{
    const auto scenario = parseScenario(
        R"({"people":[{"key":"ayla","name":"Ayla","phone":"905550000301","live":true}]})");
    Stage stage({}, *scenario);
    QCOMPARE(stage.order(u"persona/ayla/say"_s, {{u"text"_s, u"Selam"_s}}).status, 200);
    QCOMPARE(stage
                 .order(u"persona/ayla/say"_s,
                        {{u"message"_s,
                          QJsonObject{{u"type"_s, u"image"_s}, {u"picture"_s, u"letter"_s}}}})
                 .status,
             200);
    QTRY_COMPARE(stage.callback.values().size(), 2);
    const QJsonValue image = stage.callback.values()[1][u"messages"][0][u"image"];
    QCOMPARE(image[u"mime_type"].toString(), u"image/png"_s);
    const Answer medium = stage.get(u"/v25.0/"_s + image[u"id"].toString());
    QVERIFY(medium.json[u"file_size"].toInt() > 100);
    QCOMPARE(stage.order(u"persona/nobody/say"_s, {{u"text"_s, u"Selam"_s}}).status, 404);
}

void ControlOrders::refusals()
{
    Stage stage;
    QCOMPARE(stage.order(u"inbound"_s, {{u"text"_s, u"a"_s}}).status, 400);
    QCOMPARE(stage.order(u"inbound"_s, {{u"from"_s, u"905550000301"_s}}).status, 400);
    QCOMPARE(stage.order(u"nonsense"_s, {}).status, 404);
}

void ControlOrders::theClockMoves()
{
    Stage stage;
    stage.hearFrom(u"905550000301"_s);
    QCOMPARE(stage.sendText(u"+905550000301"_s, u"Buyurun"_s).status, 200);
    bid(stage, u"clock"_s, {{u"hours"_s, 25}});
    QCOMPARE(stage.sendText(u"+905550000301"_s, u"Buyurun"_s).code(), 131047);
    bid(stage, u"clock"_s, {{u"hours"_s, -25}});
    QCOMPARE(stage.sendText(u"+905550000301"_s, u"Buyurun"_s).status, 200);
    QCOMPARE(stage.order(u"clock"_s, {{u"hours"_s, 1e6}}).status, 400);
}

void ControlOrders::twinsLeaveTogether()
{
    Stage stage;
    bid(stage, u"weather"_s, {{u"twins"_s, 1}, {u"parallel"_s, 1}});
    stage.hearFrom(u"905550000301"_s);
    QTRY_COMPARE(stage.callback.received().size(), 2);
    const QList<Received> both = stage.callback.received();
    QCOMPARE(both.at(0).body, both.at(1).body);
    QCOMPARE(both.at(0).signature, both.at(1).signature);
    QTRY_COMPARE(ask(stage, u"counts"_s)[u"webhooks"][u"pending"].toInt(), 0);
    QCOMPARE(ask(stage, u"books"_s)[u"in"][u"taken"][u"text"].toInt(), 1); // counted once
}

DESTEK_TEST(ControlOrders)
#include "tst_control_orders.moc"
