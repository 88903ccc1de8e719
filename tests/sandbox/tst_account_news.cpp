#include "tests/kit/test_main.h"
#include "tests/sandbox/control.h"

using namespace destek::sandbox;
using namespace destek::sandbox::test;
using namespace Qt::StringLiterals;

/// What Meta says about templates, the account, preferences and coexistence (facts: whatsapp.md
/// 5.2, 5.4, 7).
class AccountNews : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void review();
    void recategorised();
    void pausedAndWorse();
    void components();
    void everyNotice();
    void noticesAreTrue();
    void oneTemplateById();
    void restrictionsRefuseAndEnd();
    void throughputFollowsTheNumber();
    void preferences();
    void echoes();
    void history();
    void declinedHistory();
    void appState();
    void standby();
    void handover();
};

namespace
{

const QString kField = u"message_template_status_update"_s;

Answer submit(Stage &stage, const QString &name, const QString &text)
{
    const QJsonObject body{
        {u"name"_s, name},
        {u"language"_s, u"tr"_s},
        {u"category"_s, u"UTILITY"_s},
        {u"components"_s, QJsonArray{QJsonObject{{u"type"_s, u"BODY"_s}, {u"text"_s, text}}}}};
    return stage.call(u"POST"_s, u"/v25.0/500600700800/message_templates"_s,
                      QJsonDocument(body).toJson());
}

QJsonValue listed(Stage &stage, const QString &name)
{
    return stage.get(u"/v25.0/500600700800/message_templates"_s, {{u"name"_s, name}})
        .json[u"data"][0];
}

QJsonObject withSule(QJsonObject order)
{
    order.insert(u"from"_s, u"905550000301"_s);
    return order;
}

} // namespace

void AccountNews::review()
{
    Stage stage;
    bid(stage, u"review"_s, {{u"seconds"_s, 60}, {u"reject"_s, QJsonArray{u"kotu"_s}}});
    QCOMPARE(submit(stage, u"iyi"_s, u"Mektubunuz yolda."_s).json[u"status"].toString(),
             u"PENDING"_s);
    submit(stage, u"kotu"_s, u"Mektubunuz yolda."_s);
    submit(stage, u"reklam"_s, u"Bu hafta indirim var."_s);
    QCOMPARE(submit(stage, u"iyi"_s, u"Bir daha."_s).code(), 100);
    QCOMPARE(submit(stage, u"Büyük"_s, u"Olmaz."_s).code(), 100);
    QCOMPARE(listed(stage, u"iyi"_s)[u"status"].toString(), u"PENDING"_s);
    stage.sandbox->timetable().advance(61'000);
    QTRY_COMPARE(valuesOf(stage, kField).size(), 3);
    QCOMPARE(listed(stage, u"iyi"_s)[u"status"].toString(), u"APPROVED"_s);
    QCOMPARE(listed(stage, u"kotu"_s)[u"status"].toString(), u"REJECTED"_s);
    QCOMPARE(listed(stage, u"reklam"_s)[u"category"].toString(), u"MARKETING"_s);
    for (const QJsonObject &value : valuesOf(stage, kField)) {
        QVERIFY(value[u"message_template_id"].isDouble());
        QCOMPARE(value[u"event"].toString() == u"REJECTED"_s, value.contains(u"rejection_info"_s));
    }
    QVERIFY(parsed(stage.callback.received().first().body)[u"entry"][0][u"time"].isDouble());
}

void AccountNews::recategorised()
{
    Stage stage;
    QCOMPARE(stage
                 .order(u"template"_s, {{u"event"_s, u"recategorise"_s},
                                        {u"name"_s, u"siparis_durumu"_s},
                                        {u"category"_s, u"MARKETING"_s},
                                        {u"in_s"_s, 86'400}})
                 .status,
             200);
    QTRY_COMPARE(valuesOf(stage, u"template_category_update"_s).size(), 1);
    QCOMPARE(listed(stage, u"siparis_durumu"_s)[u"category"].toString(), u"UTILITY"_s);
    stage.sandbox->timetable().advance(86'401'000);
    QTRY_COMPARE(valuesOf(stage, u"template_category_update"_s).size(), 2);
    const QList<QJsonObject> values = valuesOf(stage, u"template_category_update"_s);
    QCOMPARE(values[0][u"correct_category"].toString(), u"MARKETING"_s);
    QCOMPARE(values[0][u"category_update_timestamp"].toInteger(), kNow / 1000 + 86'400);
    QCOMPARE(values[1][u"previous_category"].toString(), u"UTILITY"_s);
    QCOMPARE(values[1][u"new_category"].toString(), u"MARKETING"_s);
    QCOMPARE(listed(stage, u"siparis_durumu"_s)[u"category"].toString(), u"MARKETING"_s);
}

void AccountNews::pausedAndWorse()
{
    Stage stage;
    stage.hearFrom(u"905550000301"_s);
    const auto set = [&](const QString &status) {
        return stage
            .order(u"template"_s,
                   {{u"event"_s, u"status"_s}, {u"name"_s, u"iade_bilgi"_s}, {u"status"_s, status}})
            .status;
    };
    const auto send = [&] {
        return stage
            .send(toSule(parsed(R"({"type":"template","template":{"name":"iade_bilgi",
                "language":{"code":"tr"},"components":[{"type":"body","parameters":[
                {"type":"text","text":"a"},{"type":"text","text":"b"},
                {"type":"text","text":"c"}]}]}})")))
            .code();
    };
    QCOMPARE(send(), 0);
    QCOMPARE(set(u"PAUSED"_s), 200);
    QCOMPARE(send(), 132015);
    QCOMPARE(set(u"DISABLED"_s), 200);
    QCOMPARE(send(), 132016);
    QCOMPARE(set(u"DELETED"_s), 200);
    QCOMPARE(send(), 132001);
    QCOMPARE(set(u"APPROVED"_s), 404);
    QTRY_COMPARE(valuesOf(stage, kField).size(), 3);
}

void AccountNews::components()
{
    Stage stage;
    bid(stage, u"template"_s, parsed(R"({"event":"components","name":"mektup_yolda","components":[
                    {"type":"BODY","text":"Yeni {{1}} metin."},
                    {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Tamam"}]}]})"));
    bid(stage, u"template"_s, parsed(R"({"event":"quality","name":"mektup_yolda","score":"RED"})"));
    QTRY_COMPARE(valuesOf(stage, u"message_template_components_update"_s).size(), 1);
    QTRY_COMPARE(valuesOf(stage, u"message_template_quality_update"_s).size(), 1);
    QCOMPARE(valuesOf(stage, u"message_template_components_update"_s)
                 .first()[u"message_template_element"]
                 .toString(),
             u"Yeni {{1}} metin."_s);
    QCOMPARE(valuesOf(stage, u"message_template_quality_update"_s)
                 .first()[u"previous_quality_score"]
                 .toString(),
             u"GREEN"_s);
    QCOMPARE(listed(stage, u"mektup_yolda"_s)[u"components"][0][u"text"].toString(),
             u"Yeni {{1}} metin."_s);
}

void AccountNews::everyNotice()
{
    Stage stage;
    const QJsonArray names = ask(stage, u"orders"_s)[u"notices"].toArray();
    QVERIFY(names.size() >= 25);
    QSet<QString> fields;
    for (const QJsonValue &name : names) {
        const Answer answer = stage.order(u"notice"_s, {{u"name"_s, name}});
        QCOMPARE(answer.status, 200);
        fields << answer.json[u"field"].toString();
        QVERIFY(!QJsonDocument(answer.json[u"value"].toObject()).toJson().contains("{n"));
    }
    for (const auto &field :
         {u"account_update"_s, u"account_alerts"_s, u"phone_number_quality_update"_s,
          u"business_capability_update"_s, u"security"_s, u"phone_number_name_update"_s})
        QVERIFY2(fields.contains(field), qPrintable(field));
    const auto limit = [&](const QString &name) {
        return stage.order(u"notice"_s, {{u"name"_s, name}})
            .json[u"value"][u"max_daily_conversations_per_business"];
    };
    QVERIFY(limit(u"capability_number"_s).isDouble());
    QVERIFY(limit(u"capability_word"_s).isString());
    QCOMPARE(stage.order(u"notice"_s, {{u"name"_s, u"nonsense"_s}}).status, 400);
}

namespace
{

QJsonObject numberOf(Stage &stage)
{
    return stage.get(u"/v25.0/100200300400"_s).json;
}

void notice(Stage &stage, const QString &name)
{
    bid(stage, u"notice"_s, {{u"name"_s, name}});
}

} // namespace

void AccountNews::noticesAreTrue()
{
    Stage stage;
    QCOMPARE(numberOf(stage)[u"quality_rating"].toString(), u"GREEN"_s);
    QCOMPARE(numberOf(stage)[u"is_on_biz_app"].toBool(true), false);
    notice(stage, u"quality_flagged"_s);
    QCOMPARE(numberOf(stage)[u"quality_rating"].toString(), u"RED"_s);
    notice(stage, u"limit_down"_s);
    const QString limit = u"whatsapp_business_manager_messaging_limit"_s;
    QCOMPARE(numberOf(stage)[limit].toString(), u"TIER_250"_s);
    notice(stage, u"capability_number"_s);
    QCOMPARE(numberOf(stage)[limit].toString(), u"TIER_2K"_s);
    notice(stage, u"throughput_upgrade"_s);
    QCOMPARE(numberOf(stage)[u"throughput"][u"level"].toString(), u"HIGH"_s);
    notice(stage, u"name_rejected"_s);
    QCOMPARE(numberOf(stage)[u"name_status"].toString(), u"DECLINED"_s);
    bid(stage, u"number"_s, {{u"is_on_biz_app"_s, true}}); // no webhook tells of this
    const Answer some =
        stage.get(u"/v25.0/100200300400"_s, {{u"fields"_s, u"is_on_biz_app,status"_s}});
    QCOMPARE(some.json.keys(), (QStringList{u"id"_s, u"is_on_biz_app"_s, u"status"_s}));
    QCOMPARE(some.json[u"is_on_biz_app"].toBool(), true);
    QCOMPARE(stage.get(u"/v25.0/500600700800/phone_numbers"_s).json[u"data"][0][limit].toString(),
             u"TIER_2K"_s);
}

void AccountNews::oneTemplateById()
{
    Stage stage;
    const QJsonValue first = stage.get(u"/v25.0/500600700800/message_templates"_s).json[u"data"][0];
    const Answer one = stage.get(u"/v25.0/"_s + first[u"id"].toString());
    QCOMPARE(one.status, 200);
    QCOMPARE(one.json[u"name"], first[u"name"]);
    QVERIFY(!one.json[u"components"].toArray().isEmpty());
    QCOMPARE(stage.get(u"/v25.0/1"_s).status, 400);
}

void AccountNews::restrictionsRefuseAndEnd()
{
    Stage stage([](Options &options) { options.posts.windowRefusal = WindowRefusal::ByStatus; });
    stage.hearFrom(u"905550000301"_s);
    stage.hearFrom(u"905550000302"_s, 25 * 60); // the window is closed
    notice(stage, u"restricted"_s);
    QCOMPARE(numberOf(stage)[u"status"].toString(), u"RESTRICTED"_s);
    QCOMPARE(stage.sendText(u"+905550000301"_s, u"Buyurun"_s).status, 200); // an answer
    QCOMPARE(stage.sendText(u"+905550000302"_s, u"Buyurun"_s).code(), 368);
    notice(stage, u"restricted_all"_s);
    QCOMPARE(stage.sendText(u"+905550000301"_s, u"Buyurun"_s).code(), 368);
    stage.nowMs += 7LL * 24 * 3600 * 1000;
    QCOMPARE(numberOf(stage)[u"status"].toString(), u"CONNECTED"_s);
    stage.hearFrom(u"905550000301"_s);
    QCOMPARE(stage.sendText(u"+905550000301"_s, u"Buyurun"_s).status, 200);
    notice(stage, u"banned"_s);
    QCOMPARE(stage.sendText(u"+905550000301"_s, u"Buyurun"_s).code(), 131031);
    notice(stage, u"reinstated"_s);
    QCOMPARE(stage.sendText(u"+905550000301"_s, u"Buyurun"_s).status, 200);
}

void AccountNews::throughputFollowsTheNumber()
{
    Stage stage([](Options &options) { options.posts.pairBurst = 0; });
    stage.hearFrom(u"905550000301"_s);
    const auto taken = [&] {
        stage.nowMs += 60'000;
        int count = 0;
        while (count < 1500 && stage.sendText(u"+905550000301"_s, u"x"_s).status == 200)
            ++count;
        return count;
    };
    QCOMPARE(taken(), 80);
    bid(stage, u"number"_s, {{u"is_on_biz_app"_s, true}});
    QCOMPARE(taken(), 20);
    bid(stage, u"number"_s, {{u"is_on_biz_app"_s, false}});
    notice(stage, u"throughput_upgrade"_s);
    QCOMPARE(taken(), 1000);
}

void AccountNews::preferences()
{
    Stage stage;
    stage.hearFrom(u"905550000301"_s);
    QCOMPARE(stage.order(u"preference"_s, withSule({{u"value"_s, u"stop"_s}})).status, 200);
    QTRY_COMPARE(valuesOf(stage, u"user_preferences"_s).size(), 1);
    const QJsonValue wish = valuesOf(stage, u"user_preferences"_s).first()[u"user_preferences"][0];
    QCOMPARE(wish[u"value"].toString(), u"stop"_s);
    QCOMPARE(wish[u"category"].toString(), u"marketing_messages"_s);
    QVERIFY(wish[u"timestamp"].isDouble()); // not a string here
    QVERIFY(stage.sandbox->world().byPhone(u"905550000301"_s)->stoppedOffers);
    bid(stage, u"preference"_s, withSule({{u"value"_s, u"resume"_s}}));
    QVERIFY(!stage.sandbox->world().byPhone(u"905550000301"_s)->stoppedOffers);
}

void AccountNews::echoes()
{
    Stage stage;
    stage.hearFrom(u"905550000301"_s);
    QCOMPARE(stage.order(u"echo"_s, withSule({{u"text"_s, u"Telefondan"_s}})).status, 200);
    QTRY_COMPARE(valuesOf(stage, u"smb_message_echoes"_s).size(), 1);
    const QJsonValue echo = valuesOf(stage, u"smb_message_echoes"_s).first()[u"message_echoes"][0];
    QCOMPARE(echo[u"from"].toString(), u"905550000000"_s);
    QCOMPARE(echo[u"to"].toString(), u"905550000301"_s);
    QVERIFY(echo[u"to_user_id"].toString().startsWith(u"TR."_s));
    QCOMPARE(echo[u"text"][u"body"].toString(), u"Telefondan"_s);
    QTRY_COMPARE(ask(stage, u"books"_s)[u"echoes"][u"taken"][u"text"].toInt(), 1);
}

void AccountNews::history()
{
    Stage stage;
    stage.hearFrom(u"905550000301"_s);
    QCOMPARE(stage
                 .order(u"history"_s, withSule({{u"messages"_s, 20},
                                                {u"chunk"_s, 3},
                                                {u"days"_s, 10},
                                                {u"media"_s, 5},
                                                {u"order"_s, u"backwards"_s}}))
                 .json[u"chunks"]
                 .toInt(),
             7);
    QTRY_COMPARE(valuesOf(stage, u"history"_s).size(), 7 + 4);
    int messages = 0;
    QList<int> chunks;
    QSet<int> phases;
    QSet<QString> waiting;
    QSet<QString> ends; // of what the business wrote
    for (const QJsonObject &value : valuesOf(stage, u"history"_s)) {
        for (const QJsonValue &late : value[u"messages"].toArray()) {
            QVERIFY(waiting.contains(late[u"id"].toString())); // the placeholder came before
            QVERIFY(!late[u"image"][u"id"].toString().isEmpty());
        }
        const QJsonValue chunk = value[u"history"][0];
        if (chunk.isUndefined())
            continue;
        chunks << chunk[u"metadata"][u"chunk_order"].toInt();
        phases << chunk[u"metadata"][u"phase"].toInt();
        for (const QJsonValue &message : chunk[u"threads"][0][u"messages"].toArray()) {
            ++messages;
            const QString end = message[u"history_context"][u"status"].toString();
            QVERIFY(!end.isEmpty());
            if (!message[u"to_user_id"].isUndefined())
                ends << end;
            if (message[u"type"].toString() == u"media_placeholder"_s)
                waiting << message[u"id"].toString();
        }
    }
    QCOMPARE(messages, 20);
    QCOMPARE(chunks, (QList<int>{7, 6, 5, 4, 3, 2, 1}));
    QCOMPARE(phases, (QSet<int>{0, 1, 2}));
    QCOMPARE(waiting.size(), 4);
    QCOMPARE(ends, (QSet<QString>{u"READ"_s, u"DELIVERED"_s, u"SENT"_s, u"PLAYED"_s, u"ERROR"_s,
                                  u"PENDING"_s}));
}

void AccountNews::declinedHistory()
{
    Stage stage;
    bid(stage, u"history"_s, {{u"declined"_s, true}});
    QTRY_COMPARE(valuesOf(stage, u"history"_s).size(), 1);
    QCOMPARE(valuesOf(stage, u"history"_s).first()[u"history"][0][u"errors"][0][u"code"].toInt(),
             2593109);
}

void AccountNews::appState()
{
    Stage stage;
    bid(stage, u"app-state"_s, parsed(R"({"contacts":[
        {"full_name":"Şule Özgen","first_name":"Şule","phone_number":"905550000301"},
        {"user_id":"TR.5","username":"@ece","action":"remove"}]})"));
    QTRY_COMPARE(valuesOf(stage, u"smb_app_state_sync"_s).size(), 1);
    const QJsonValue states = valuesOf(stage, u"smb_app_state_sync"_s).first()[u"state_sync"];
    QCOMPARE(states[0][u"contact"][u"full_name"].toString(), u"Şule Özgen"_s);
    QCOMPARE(states[0][u"action"].toString(), u"add"_s);
    QCOMPARE(states[1][u"action"].toString(), u"remove"_s);
    QVERIFY(states[0][u"metadata"][u"timestamp"].isString());
}

void AccountNews::standby()
{
    Stage stage;
    stage.hearFrom(u"905550000301"_s);
    bid(stage, u"standby"_s, withSule({{u"text"_s, u"Botla konuşuyorum"_s}}));
    bid(stage, u"standby"_s,
        withSule({{u"text"_s, u"Botun yanıtı"_s}, {u"kind"_s, u"message_echoes"_s}}));
    bid(stage, u"standby"_s, withSule({{u"kind"_s, u"statuses"_s}, {u"wamid"_s, u"w"_s}}));
    QTRY_COMPARE(valuesOf(stage, u"standby"_s).size(), 3);
    const QList<QJsonObject> values = valuesOf(stage, u"standby"_s);
    QCOMPARE(values[0][u"standby"][u"messages"][0][u"text"][u"body"].toString(),
             u"Botla konuşuyorum"_s);
    QVERIFY(values[0][u"messages"].isUndefined()); // one level deeper
    // The order of whoever answers, one level deeper.
    const QJsonValue echo = values[1][u"standby"][u"message_echoes"][0];
    QVERIFY(!echo[u"id"].toString().isEmpty() && !echo[u"timestamp"].toString().isEmpty());
    QCOMPARE(echo[u"message"][u"to"].toString(), u"905550000301"_s);
    QCOMPARE(echo[u"message"][u"text"][u"body"].toString(), u"Botun yanıtı"_s);
    QVERIFY(echo[u"type"].isUndefined());
    QCOMPARE(values[2][u"standby"][u"statuses"][0][u"id"].toString(), u"w"_s);
}

void AccountNews::handover()
{
    Stage stage;
    stage.hearFrom(u"905550000301"_s);
    bid(stage, u"handover"_s, withSule({{u"metadata"_s, u"iade"_s}}));
    QTRY_COMPARE(valuesOf(stage, u"messaging_handovers"_s).size(), 1);
    const QJsonObject value = valuesOf(stage, u"messaging_handovers"_s).first();
    QCOMPARE(value[u"type"].toString(), u"control_passed"_s);
    QCOMPARE(value[u"control_passed"][u"metadata"].toString(), u"iade"_s);
    QCOMPARE(value[u"sender"][u"phone_number"].toString(), u"905550000301"_s);
    QVERIFY(!value[u"recipient"][u"phone_number_id"].toString().isEmpty());
    QVERIFY(!value[u"recipient"][u"display_phone_number"].toString().isEmpty());
    QVERIFY(value[u"metadata"].isUndefined());
    QCOMPARE(value[u"control_passed"][u"new_owner_role"].toString(), u"escalation"_s);
}

DESTEK_TEST(AccountNews)
#include "tst_account_news.moc"
