#include "tests/kit/test_main.h"
#include "tests/sandbox/control.h"

using namespace destek::sandbox;
using namespace destek::sandbox::test;
using namespace Qt::StringLiterals;

/// What may be sent and what is refused, kind by kind (facts: whatsapp.md 4.1, 4.2, 6).
class OutboundKinds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void contents_data();
    void contents();
    void media();
    void reactions();
    void templates_data();
    void templates();
    void presses_data();
    void presses();
    void everyErrorAtOnce();
    void everyErrorLater();
    void rateHeaders();
    void playedVoice();
    void cleanup();

private:
    std::unique_ptr<Stage> m_stage;
    QString m_heard;
};

namespace
{

const QByteArray kTemplates = R"({"list":[
  {"name":"resimli","language":"tr","status":"APPROVED","category":"UTILITY","components":[
    {"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"Merhaba {{1}}, iyi günler."},
    {"type":"BUTTONS","buttons":[{"type":"URL","text":"Takip","url":"https://example.org/{{1}}"},
      {"type":"QUICK_REPLY","text":"Tamam"},{"type":"REQUEST_CONTACT_INFO","text":"Numaram"}]}]},
  {"name":"kupon","language":"tr","status":"APPROVED","category":"MARKETING","components":[
    {"type":"BODY","text":"Kod aşağıda."},
    {"type":"BUTTONS","buttons":[{"type":"COPY_CODE","text":"Kopyala"}]}]},
  {"name":"kartlar","language":"tr","status":"APPROVED","category":"MARKETING","components":[
    {"type":"BODY","text":"Seçin."},{"type":"CAROUSEL","cards":[
      {"components":[{"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"Bir {{1}} var."}]},
      {"components":[{"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"İki {{1}} var."}]}]}]}]})";

QJsonObject usingTemplate(const QString &name, const QByteArray &components)
{
    return {
        {u"type"_s, u"template"_s},
        {u"template"_s, QJsonObject{{u"name"_s, name},
                                    {u"language"_s, QJsonObject{{u"code"_s, u"tr"_s}}},
                                    {u"components"_s,
                                     parsed("{\"list\":" + components + "}")[u"list"].toArray()}}}};
}

} // namespace

void OutboundKinds::init()
{
    Scenario scenario;
    scenario.templates = parsed(kTemplates)[u"list"].toArray();
    m_stage = std::make_unique<Stage>(
        [](Options &o) {
            o.posts.pairBurst = 0;
            o.posts.throughput = 0;
        },
        scenario);
    m_heard = m_stage->hearFrom(u"905550000301"_s);
}

void OutboundKinds::cleanup()
{
    m_stage.reset();
}

void OutboundKinds::contents_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &json, int code) {
        QTest::newRow(name) << json << code;
    };
    const auto buttons = [](const QByteArray &list) {
        return R"({"type":"interactive","interactive":{"type":"button","body":{"text":"Seçin"},)"
               R"("action":{"buttons":[)" +
               list + "]}}}";
    };
    const QByteArray yes = R"({"type":"reply","reply":{"id":"e","title":"Evet"}})";
    const QByteArray no = R"({"type":"reply","reply":{"id":"h","title":"Hayır"}})";
    row("text", R"({"type":"text","text":{"body":"a","preview_url":false}})", 0);
    row("quoting", R"({"type":"text","text":{"body":"a"},"context":{"message_id":"w"}})", 0);
    row("empty context", R"({"type":"text","text":{"body":"a"},"context":{}})", 131008);
    row("too long", R"({"type":"text","text":{"body":")" + QByteArray(4097, 'x') + "\"}}", 100);
    row("unknown key", R"({"type":"text","text":{"body":"a","bold":true}})", 100);
    row("unknown top key", R"({"type":"text","text":{"body":"a"},"priority":1})", 100);
    row("unknown type", R"({"type":"hologram","hologram":{}})", 100);
    row("unknown medium", R"({"type":"image","image":{"id":"1"}})", 131009);
    row("caption on audio",
        R"({"type":"audio","audio":{"link":"https://a.example","caption":"c"}})", 100);
    row("location", R"({"type":"location","location":{"latitude":"41.0","longitude":28.9}})", 0);
    row("off the earth", R"({"type":"location","location":{"latitude":91,"longitude":0}})", 131009);
    row("contact", R"({"type":"contacts","contacts":[{"name":{"formatted_name":"A"}}]})", 0);
    row("nameless", R"({"type":"contacts","contacts":[{"name":{}}]})", 131008);
    row("buttons", buttons(yes + "," + no), 0);
    row("same twice", buttons(yes + "," + yes), 131009);
    row("four buttons", buttons(yes + "," + no + "," + yes + "," + no), 131009);
    row("list", R"({"type":"interactive","interactive":{"type":"list","body":{"text":"a"},"action":
        {"button":"Aç","sections":[{"rows":[{"id":"1","title":"Kargo"}]}]}}})",
        0);
    row("empty list", R"({"type":"interactive","interactive":{"type":"list","body":{"text":"a"},
        "action":{"button":"Aç","sections":[{"rows":[]}]}}})",
        131009);
    row("list with picture", R"({"type":"interactive","interactive":{"type":"list","header":
        {"type":"image"},"body":{"text":"a"},"action":{"button":"Aç","sections":[{"rows":[
        {"id":"1","title":"K"}]}]}}})",
        131009);
    row("link",
        R"({"type":"interactive","interactive":{"type":"cta_url","body":{"text":"a"},"action":
        {"name":"cta_url","parameters":{"display_text":"Git","url":"https://example.org"}}}})",
        0);
    row("asks for a number", R"({"type":"interactive","interactive":{"type":"contact_request",
        "body":{"text":"a"},"action":{"name":"request_contact_info"}}})",
        0);
}

void OutboundKinds::contents()
{
    QFETCH(QByteArray, content);
    QFETCH(int, code);
    const Answer answer = m_stage->send(toSule(parsed(content)));
    QCOMPARE(answer.code(), code);
    QCOMPARE(answer.json[u"messages"][0][u"id"].isUndefined(), code != 0);
    const QJsonObject books = ask(*m_stage, u"books"_s)[u"out"].toObject();
    QCOMPARE(books[u"refused"].toObject().isEmpty(), code == 0);
}

void OutboundKinds::media()
{
    MediaBox &box = m_stage->sandbox->media();
    const QString ogg = box.put(u"audio/ogg; codecs=opus"_s, "OggS", true);
    const QString mp3 = box.put(u"audio/mpeg"_s, "ID3", true);
    const auto send = [this](const QString &type, const QString &id, bool voice) {
        QJsonObject medium{{u"id"_s, id}};
        if (voice)
            medium.insert(u"voice"_s, true);
        QVERIFY(m_stage->send(toSule({{u"type"_s, type}, {type, medium}})).status == 200);
    };
    send(u"audio"_s, ogg, true);
    send(u"audio"_s, mp3, true);  // a voice note must be Opus
    send(u"image"_s, mp3, false); // not a picture
    m_stage->sandbox->timetable().advance(60'000);
    const auto &sent = m_stage->sandbox->world().allSent();
    QVERIFY(!sent.at(0)->doom);
    QCOMPARE(sent.at(1)->doom->code, 131053);
    QCOMPARE(sent.at(2)->doom->code, 131053);
}

void OutboundKinds::reactions()
{
    const auto react = [this](const QString &target) {
        const QJsonObject reaction{{u"message_id"_s, target}, {u"emoji"_s, u"👍"_s}};
        const Answer answer =
            m_stage->send(toSule({{u"type"_s, u"reaction"_s}, {u"reaction"_s, reaction}}));
        return answer.status == 200 && m_stage->sandbox->world().allSent().back()->doom;
    };
    QVERIFY(!react(m_heard));
    const QString other = m_stage->hearFrom(u"905550000302"_s);
    QVERIFY(react(other)); // not in this thread
    const QString old = m_stage->hearFrom(u"905550000301"_s, 31LL * 24 * 60);
    QVERIFY(react(old));
    bid(*m_stage, u"inbound"_s,
        {{u"from"_s, u"905550000301"_s}, {u"message"_s, parsed(R"({"type":"revoke"})")}});
    QVERIFY(react(old));
}

void OutboundKinds::templates_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("components");
    QTest::addColumn<int>("code");
    const QByteArray header =
        R"({"type":"header","parameters":[{"type":"image","image":{"link":"https://a.example"}}]},)";
    const QByteArray body = R"({"type":"body","parameters":[{"type":"text","text":"Ayşe"}]})";
    const QByteArray link =
        R"(,{"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"9"}]})";
    const QByteArray card = R"({"card_index":0,"components":[)" + header + body + R"(]})";
    const auto row = [](const char *name, const QString &which, const QByteArray &list, int code) {
        QTest::newRow(name) << which << "[" + list + "]" << code;
    };
    row("whole", u"resimli"_s, header + body + link, 0);
    row("no picture", u"resimli"_s, body + link, 132012);
    row("no suffix", u"resimli"_s, header + body, 132000);
    row("empty value", u"resimli"_s,
        header + R"({"type":"body","parameters":[{"type":"text","text":""}]})" + link, 131008);
    row("unknown part", u"resimli"_s, header + body + link + R"(,{"type":"tail"})", 100);
    row("no such button", u"resimli"_s,
        header + body + link + R"(,{"type":"button","sub_type":"url","index":"7"})", 132018);
    row("coupon", u"kupon"_s,
        R"({"type":"button","sub_type":"copy_code","index":"0","parameters":[
            {"type":"coupon_code","coupon_code":"ABC20"}]})",
        0);
    row("no coupon", u"kupon"_s, "", 132000);
    row("cards", u"kartlar"_s, R"({"type":"carousel","cards":[)" + card + "," + card + "]}", 0);
    row("one card missing", u"kartlar"_s, R"({"type":"carousel","cards":[)" + card + "]}", 132000);
}

void OutboundKinds::templates()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, components);
    QFETCH(int, code);
    const Answer answer = m_stage->send(toSule(usingTemplate(name, components)));
    QCOMPARE(answer.code(), code);
    if (code == 0)
        QCOMPARE(answer.json[u"messages"][0][u"message_status"].toString(), u"accepted"_s);
}

void OutboundKinds::presses_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("button")
        << QByteArray(R"({"type":"interactive","interactive":{"type":"button","body":{"text":"a"},
            "action":{"buttons":[{"type":"reply","reply":{"id":"e","title":"Evet"}},
            {"type":"reply","reply":{"id":"h","title":"Hayır"}}]}}})")
        << u"Hayır"_s << QByteArray(R"({"type":"interactive","interactive":{"type":"button_reply",
            "button_reply":{"id":"h","title":"Hayır"}}})");
    QTest::newRow("row")
        << QByteArray(R"({"type":"interactive","interactive":{"type":"list","body":{"text":"a"},
            "action":{"button":"Aç","sections":[{"rows":[{"id":"1","title":"Kargo",
            "description":"nerede"}]}]}}})")
        << u"1"_s << QByteArray(R"({"type":"interactive","interactive":{"type":"list_reply",
            "list_reply":{"id":"1","title":"Kargo","description":"nerede"}}})");
    QTest::newRow("number")
        << QByteArray(R"({"type":"interactive","interactive":{"type":"contact_request",
            "body":{"text":"a"},"action":{"name":"request_contact_info"}}})")
        << u"*"_s << QByteArray(R"({"type":"contacts","contacts":[{"origin":"contact_request",
            "name":{"formatted_name":"Şule Ö.","first_name":"Şule"},
            "phones":[{"phone":"+905550000301","wa_id":"905550000301","type":"CELL"}]}]})");
}

void OutboundKinds::presses()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, choice);
    QFETCH(QByteArray, answer);
    const QString wamid =
        m_stage->send(toSule(parsed(content))).json[u"messages"][0][u"id"].toString();
    QVERIFY(!wamid.isEmpty());
    QCOMPARE(
        m_stage->order(u"press"_s, {{u"from"_s, u"905550000301"_s}, {u"choice"_s, u"?"_s}}).status,
        parsed(content)[u"interactive"][u"type"].toString() == u"contact_request"_s ? 200 : 409);
    QCOMPARE(
        m_stage->order(u"press"_s, {{u"from"_s, u"905550000301"_s}, {u"choice"_s, choice}}).status,
        200);
    QTRY_COMPARE(m_stage->sandbox->webhooks().pending(), 0);
    const QJsonObject said = m_stage->callback.values().last()[u"messages"][0].toObject();
    const QJsonObject expected = parsed(answer);
    for (auto it = expected.begin(); it != expected.end(); ++it)
        QCOMPARE(said[it.key()], it.value());
    QCOMPARE(said[u"context"][u"id"].toString(), wamid);
}

void OutboundKinds::everyErrorAtOnce()
{
    const QJsonArray codes = ask(*m_stage, u"orders"_s)[u"errors"].toArray();
    QVERIFY(codes.size() >= 45);
    for (const QJsonValue &code : codes) {
        bid(*m_stage, u"fail-next"_s, {{u"code"_s, code}});
        const Answer answer = m_stage->sendText(u"+905550000301"_s, u"a"_s);
        QCOMPARE(answer.code(), code.toInt());
        QVERIFY(answer.status >= 400);
        QVERIFY(answer.json[u"error"][u"message"].isString());
        QVERIFY(!answer.json[u"error"][u"fbtrace_id"].toString().isEmpty());
    }
    QVERIFY(m_stage->listSent().isEmpty());
    bid(*m_stage, u"fail-next"_s, {{u"code"_s, 131056}, {u"http_status"_s, 429}});
    QCOMPARE(m_stage->sendText(u"+905550000301"_s, u"a"_s).status, 429);
}

void OutboundKinds::everyErrorLater()
{
    const QJsonArray codes = ask(*m_stage, u"orders"_s)[u"errors"].toArray();
    for (const QJsonValue &code : codes) {
        bid(*m_stage, u"fail-later"_s, {{u"code"_s, code}});
        QCOMPARE(m_stage->sendText(u"+905550000301"_s, u"a"_s).status, 200);
    }
    m_stage->sandbox->timetable().advance(60'000);
    QSet<int> failed;
    const auto collect = [this, &failed] {
        for (const QJsonObject &value : m_stage->callback.values()) {
            const QJsonValue status = value[u"statuses"][0];
            if (status[u"status"].toString() == u"failed"_s)
                failed << status[u"errors"][0][u"code"].toInt();
        }
        return failed.size();
    };
    QTRY_COMPARE(collect(), codes.size());
    bid(*m_stage, u"fail-later"_s, {{u"code"_s, 131049}, {u"after"_s, u"sent"_s}});
    const qsizetype before = m_stage->callback.values().size();
    QCOMPARE(m_stage->sendText(u"+905550000301"_s, u"a"_s).status, 200);
    m_stage->sandbox->timetable().advance(60'000);
    QTRY_COMPARE(m_stage->callback.values().size(), before + 2);
    QCOMPARE(m_stage->callback.values()[before][u"statuses"][0][u"status"].toString(), u"sent"_s);
}

void OutboundKinds::rateHeaders()
{
    bid(*m_stage, u"usage"_s, {{u"percent"_s, 95}, {u"regain_minutes"_s, 7}});
    ApiRequest request;
    request.method = u"GET"_s;
    request.path = u"/v25.0/100200300400"_s;
    request.authorization = "Bearer secret-token";
    const auto headers = m_stage->sandbox->graph(request).headers;
    QCOMPARE(headers.at(0).first, QByteArray("X-App-Usage"));
    QCOMPARE(parsed(headers.at(0).second)[u"call_count"].toInt(), 95);
    const QJsonValue use = parsed(headers.at(1).second)[u"500600700800"][0];
    QCOMPARE(use[u"estimated_time_to_regain_access"].toInt(), 7);
}

void OutboundKinds::playedVoice()
{
    const QString ogg = m_stage->sandbox->media().put(u"audio/ogg; codecs=opus"_s, "OggS", true);
    QCOMPARE(m_stage
                 ->send(toSule({{u"type"_s, u"audio"_s},
                                {u"audio"_s, QJsonObject{{u"id"_s, ogg}, {u"voice"_s, true}}}}))
                 .status,
             200);
    m_stage->sandbox->timetable().advance(120'000);
    QTRY_COMPARE(ask(*m_stage, u"books"_s)[u"statuses"][u"taken"][u"played"].toInt(), 1);
}

DESTEK_TEST(OutboundKinds)
#include "tst_outbound_kinds.moc"
