#include "tests/kit/test_main.h"
#include "tests/sandbox/stage.h"

#include <QTest>

using namespace destek::sandbox;
using namespace destek::sandbox::test;
using namespace Qt::StringLiterals;

/// Refusals in Meta's words and codes (facts: whatsapp.md 4.1 and 6).
class GraphErrors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wrongToken();
    void unknownObject();
    void requiredFields_data();
    void requiredFields();
    void closedWindow();
    void closedWindowByStatus();
    void unknownRecipient();
    void pairRate();
    void throughput();
    void ourselves();
    void orderedFailure();
    void outage();
};

void GraphErrors::wrongToken()
{
    Stage stage;
    const Answer answer = stage.call(u"POST"_s, u"/v25.0/100200300400/messages"_s, "{}", "wrong");
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.code(), 190);
    QCOMPARE(answer.json[u"error"][u"type"].toString(), u"OAuthException"_s);
    QVERIFY(!answer.json[u"error"][u"fbtrace_id"].toString().isEmpty());
}

void GraphErrors::unknownObject()
{
    Stage stage;
    const Answer answer = stage.get(u"/v25.0/1/message_templates"_s);
    QCOMPARE(answer.code(), 100);
    QCOMPARE(answer.json[u"error"][u"error_subcode"].toInt(), 33);
    QCOMPARE(stage.call(u"POST"_s, u"/v25.0/999/messages"_s, "{}").code(), 100);
    QCOMPARE(stage.get(u"/v25.0/100200300400"_s).json[u"display_phone_number"].toString(),
             u"+905550000000"_s);
}

void GraphErrors::requiredFields_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<int>("code");
    const QByteArray to = R"("messaging_product":"whatsapp","to":"+905550000301",)";
    const auto row = [&](const char *name, const QByteArray &rest, int code) {
        QTest::newRow(name) << '{' + to + rest + '}' << code;
    };
    QTest::newRow("no product") << QByteArray(R"({"to":"+905550000301","type":"text"})") << 100;
    QTest::newRow("no recipient")
        << QByteArray(R"({"messaging_product":"whatsapp","type":"text","text":{"body":"a"}})")
        << 100;
    QTest::newRow("bad number")
        << QByteArray(
               R"({"messaging_product":"whatsapp","to":"Ali","type":"text","text":{"body":"a"}})")
        << 131009;
    QTest::newRow("not json") << QByteArray("{") << 100;
    row("no text", R"("type":"text")", 131008);
    row("empty text", R"("type":"text","text":{"body":""})", 100);
    row("4096 characters", R"("type":"text","text":{"body":")" + QByteArray(4096, 'a') + "\"}", 0);
    row("4097 characters", R"("type":"text","text":{"body":")" + QByteArray(4097, 'a') + "\"}",
        100);
    row("unknown type", R"("type":"fax","fax":{})", 100);
    row("image without source", R"("type":"image","image":{})", 131008);
    row("image with unknown id", R"("type":"image","image":{"id":"1"})", 131009);
    row("audio with caption", R"("type":"audio","audio":{"link":"https://a/b","caption":"x"})",
        100);
    row("location without longitude", R"("type":"location","location":{"latitude":"41"})", 131008);
    row("reaction without target", R"("type":"reaction","reaction":{"emoji":"x"})", 131008);
    row("four buttons",
        R"("type":"interactive","interactive":{"type":"button","body":{"text":"a"},"action":{"buttons":[1,2,3,4]}})",
        131009);
    row("long button title",
        R"("type":"interactive","interactive":{"type":"button","body":{"text":"a"},"action":{"buttons":[)"
        R"({"type":"reply","reply":{"id":"1","title":"012345678901234567890"}}]}})",
        100);
    row("button",
        R"("type":"interactive","interactive":{"type":"button","body":{"text":"a"},"action":{"buttons":[)"
        R"({"type":"reply","reply":{"id":"1","title":"Evet"}}]}})",
        0);
    row("contact request",
        R"("type":"interactive","interactive":{"type":"contact_request","body":{"text":"a"},"action":{"name":"request_contact_info"}})",
        0);
    row("template without name", R"("type":"template","template":{})", 131008);
    row("long callback data",
        R"("type":"text","text":{"body":"a"},"biz_opaque_callback_data":")" + QByteArray(513, 'x') +
            '"',
        100);
}

void GraphErrors::requiredFields()
{
    QFETCH(QByteArray, rest);
    QFETCH(int, code);
    Stage stage;
    stage.hearFrom(u"905550000301"_s);
    const Answer answer = stage.call(u"POST"_s, u"/v25.0/100200300400/messages"_s, rest);
    QCOMPARE(answer.code(), code);
    QCOMPARE(stage.listSent().size(), code == 0 ? 1 : 0);
}

void GraphErrors::closedWindow()
{
    Stage stage;
    stage.hearFrom(u"905550000301"_s, 24 * 60 - 1);
    QCOMPARE(stage.sendText(u"+905550000301"_s, u"a"_s).status, 200);
    stage.nowMs += 60'000;
    const Answer refused = stage.sendText(u"+905550000301"_s, u"a"_s);
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.code(), 131047);
    QCOMPARE(refused.json[u"error"][u"message"].toString(), u"(#131047) Re-engagement message"_s);
    QCOMPARE(refused.json[u"error"][u"error_data"][u"messaging_product"].toString(), u"whatsapp"_s);
    // An old message that arrives late must not open the window again.
    stage.hearFrom(u"905550000301"_s, 3000);
    QCOMPARE(stage.sendText(u"+905550000301"_s, u"a"_s).code(), 131047);
    stage.hearFrom(u"905550000301"_s);
    QCOMPARE(stage.sendText(u"+905550000301"_s, u"a"_s).status, 200);
}

void GraphErrors::closedWindowByStatus()
{
    Stage stage([](Options &o) { o.posts.windowRefusal = WindowRefusal::ByStatus; });
    stage.hearFrom(u"905550000301"_s, 3000);
    QCOMPARE(stage.sendText(u"+905550000301"_s, u"a"_s).status, 200);
    stage.sandbox->timetable().advance(60'000);
    QTRY_COMPARE(stage.callback.values().size(), 2);
    const QJsonObject failed = stage.callback.values().last();
    QCOMPARE(failed[u"statuses"][0][u"status"].toString(), u"failed"_s);
    QCOMPARE(failed[u"statuses"][0][u"errors"][0][u"code"].toInt(), 131047);
    QVERIFY(failed[u"contacts"].isUndefined()); // whatsapp.md 2.4
    QVERIFY(failed[u"statuses"][0][u"recipient_user_id"].isUndefined());
}

void GraphErrors::unknownRecipient()
{
    Stage stage;
    const Answer answer = stage.sendText(u"+905550009998"_s, u"a"_s);
    QCOMPARE(answer.status, 200);
    stage.sandbox->timetable().advance(60'000);
    QTRY_COMPARE(stage.callback.values().size(), 1);
    QCOMPARE(stage.callback.values()[0][u"statuses"][0][u"errors"][0][u"code"].toInt(), 131026);
}

void GraphErrors::pairRate()
{
    Stage stage([](Options &o) { o.posts.pairBurst = 3; });
    stage.hearFrom(u"905550000301"_s);
    stage.hearFrom(u"905550000302"_s);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(stage.sendText(u"+905550000301"_s, u"a"_s).status, 200);
    QCOMPARE(stage.sendText(u"+905550000301"_s, u"a"_s).code(), 131056);
    QCOMPARE(stage.sendText(u"+905550000302"_s, u"a"_s).status, 200); // others are not affected
    stage.nowMs += 6000;
    QCOMPARE(stage.sendText(u"+905550000301"_s, u"a"_s).status, 200);
    QCOMPARE(stage.sendText(u"+905550000301"_s, u"a"_s).code(), 131056);
}

void GraphErrors::throughput()
{
    Stage stage([](Options &o) {
        o.posts.throughput = 5;
        o.posts.pairBurst = 0;
    });
    stage.hearFrom(u"905550000301"_s);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(stage.sendText(u"+905550000301"_s, u"a"_s).status, 200);
    QCOMPARE(stage.sendText(u"+905550000301"_s, u"a"_s).code(), 130429);
}

void GraphErrors::ourselves()
{
    Stage stage;
    QCOMPARE(stage.sendText(u"+905550000000"_s, u"a"_s).code(), 131021);
}

void GraphErrors::orderedFailure()
{
    Stage stage;
    stage.hearFrom(u"905550000301"_s);
    QCOMPARE(
        stage.order(u"fail-next"_s, {{u"code"_s, 131048}, {u"http_status"_s, 429}, {u"count"_s, 2}})
            .status,
        200);
    for (int i = 0; i < 2; ++i) {
        const Answer refused = stage.sendText(u"+905550000301"_s, u"a"_s);
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.code(), 131048);
    }
    QCOMPARE(stage.sendText(u"+905550000301"_s, u"a"_s).status, 200);
    QCOMPARE(stage.listSent().size(), 1);
    // The worst kind: an error although the message went out.
    QCOMPARE(stage.order(u"fail-next"_s, {{u"code"_s, 131000}, {u"processed"_s, true}}).status,
             200);
    QCOMPARE(stage.sendText(u"+905550000301"_s, u"a"_s).status, 500);
    QCOMPARE(stage.listSent().size(), 2);
}

void GraphErrors::outage()
{
    Stage stage;
    QCOMPARE(stage.order(u"outage"_s, {{u"on"_s, true}}).status, 200);
    QCOMPARE(stage.get(u"/v25.0/100200300400"_s).status, 503);
    QCOMPARE(stage.get(u"/v25.0/100200300400"_s).code(), 2);
    QCOMPARE(stage.order(u"outage"_s, {{u"on"_s, false}}).status, 200);
    QCOMPARE(stage.get(u"/v25.0/100200300400"_s).status, 200);
}

DESTEK_TEST(GraphErrors)
#include "tst_graph_errors.moc"
