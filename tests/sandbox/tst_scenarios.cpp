#include "sandbox/scenario.h"
#include "tests/kit/places.h"
#include "tests/kit/test_main.h"
#include "tests/sandbox/control.h"

#include <QFile>

using namespace destek::sandbox;
using namespace destek::sandbox::test;
using namespace Qt::StringLiterals;

/// Scenario files are read strictly, and their steps are carried out.
class Scenarios : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mistakes_data();
    void mistakes();
    void exampleOfTheReadme();
    void steps();
    void pressing();
};

void Scenarios::mistakes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("where");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const QByteArray &json, const QString &where, int line) {
        QTest::newRow(name) << json << where << line;
    };
    row("broken", "{\n\"people\": [\n}", {}, 3);
    row("unknown", "{\n\"peoples\": []}", u"peoples"_s, 2);
    row("wrong kind", "{\"arrivals_per_hour\":\n\"often\"}", u"arrivals_per_hour"_s, 2);
    row("in a person", R"({"people":[{"key":"a","bsuid":"TR.1"},
        {"key":"b","bsuid":"TR.2","fone":"905550000301"}]})",
        u"people[1].fone"_s, 2);
    row("in a reply", R"({"people":[{"key":"a","bsuid":"TR.1","replies":[
        {"when":["x"],
         "sey":["y"]}]}]})",
        u"people[0].replies[0].sey"_s, 3);
    row("no such file", R"({"people":[{"key":"a","bsuid":"TR.1","history":[
        {"minutes_ago":1,"type":"image","file":"cat.jpg"}]}]})",
        u"people[0].history[0]"_s, 2);
    row("nothing said", R"({"people":[{"key":"a","bsuid":"TR.1","openings":[["a",{}]]}]})",
        u"people[0].openings[0][1]"_s, 1);
    row("no such order",
        "{\"steps\":[{\"at_s\":1,\"do\":\"inbound\",\"with\":{}},\n"
        "{\"at_s\":1,\"do\":\"explode\"}]}",
        u"steps[1]"_s, 2);
    row("no such key", R"({"steps":[{"at_s":1,"do":"outage","with":{"of":true}}]})", u"steps[0]"_s,
        1);
}

void Scenarios::mistakes()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, where);
    QFETCH(int, line);
    const auto scenario = parseScenario(json);
    QVERIFY(!scenario.ok());
    QCOMPARE(scenario.error().where, where);
    QCOMPARE(scenario.error().line, line);
    QVERIFY(!scenario.error().why.isEmpty());
}

void Scenarios::exampleOfTheReadme()
{
    QFile readme(QStringLiteral(DESTEK_SOURCE_DIR "/sandbox/README.md"));
    QVERIFY(readme.open(QIODevice::ReadOnly));
    const QByteArray text = readme.readAll();
    const qsizetype begin = text.indexOf("    {\n      \"title\"");
    const qsizetype end = text.indexOf("\n    }\n", begin);
    QVERIFY(begin > 0 && end > begin);
    const auto scenario = parseScenario(text.mid(begin, end + 7 - begin));
    QVERIFY2(scenario.ok(),
             qPrintable(scenario.ok() ? QString()
                                      : scenario.error().where + u": "_s + scenario.error().why));
    Stage stage([](Options &o) { o.quiet = false; }, *scenario);
    QVERIFY(stage.sandbox->start().ok());
    stage.sandbox->timetable().advance(700'000);
    QTRY_VERIFY(([&] { // the scenario's weather holds updates back
        stage.sandbox->timetable().advance(1000);
        return stage.sandbox->webhooks().pending() == 0;
    }()));
    QVERIFY(stage.sandbox->world().byPhone(u"905550000399"_s) != nullptr);
    QVERIFY(valuesOf(stage, u"template_category_update"_s).size() >= 2); // duplicates too
}

void Scenarios::steps()
{
    const auto scenario = parseScenario(R"({"arrivals_per_hour":0,"people":[
        {"key":"a","phone":"905550000301"}],"steps":[
        {"at_s":5,"do":"say","with":{"persona":"a","text":"beş"}},
        {"at_s":10,"do":"say","with":{"persona":"a","message":{"type":"sticker"}}}]})");
    QVERIFY(scenario.ok());
    Stage stage([](Options &o) { o.quiet = false; }, *scenario);
    QVERIFY(stage.sandbox->start().ok());
    stage.sandbox->timetable().advance(6'000);
    QTRY_COMPARE(stage.callback.values().size(), 1);
    stage.sandbox->timetable().advance(6'000);
    QTRY_COMPARE(stage.callback.values().size(), 2);
}

void Scenarios::pressing()
{
    const auto scenario = parseScenario(R"({"arrivals_per_hour":0,"people":[
        {"key":"a","phone":"905550000301","history":[{"minutes_ago":1,"text":"Merhaba"}],
         "replies":[{"when":["hangisi"],"press":"İade"}]}]})");
    Stage stage([](Options &o) { o.quiet = false; }, *scenario);
    QVERIFY(stage.sandbox->start().ok());
    const auto offer = [&](const QString &text) {
        const QJsonObject body{
            {u"type"_s, u"interactive"_s},
            {u"interactive"_s, QJsonObject{{u"type"_s, u"button"_s},
                                           {u"body"_s, QJsonObject{{u"text"_s, text}}},
                                           {u"action"_s, parsed(R"({"buttons":[
                            {"type":"reply","reply":{"id":"d","title":"Değişim"}},
                            {"type":"reply","reply":{"id":"i","title":"İade"}}]})")}}}};
        QCOMPARE(stage.send(toSule(body)).status, 200);
        stage.sandbox->timetable().advance(120'000);
        [&] { QTRY_COMPARE(stage.sandbox->webhooks().pending(), 0); }();
    };
    const auto pressed = [&] {
        QString title;
        for (const QJsonObject &value : stage.callback.values()) {
            const QJsonValue reply = value[u"messages"][0][u"interactive"][u"button_reply"];
            if (!reply.isUndefined())
                title = reply[u"title"].toString();
        }
        return title;
    };
    offer(u"Hangisi olsun?"_s);
    QCOMPARE(pressed(), u"İade"_s);
    offer(u"Emin misiniz?"_s); // no reply fits: the first is pressed
    QCOMPARE(pressed(), u"Değişim"_s);
}

DESTEK_TEST(Scenarios)
#include "tst_scenarios.moc"
