#include "sandbox/fold.h"
#include "sandbox/picture.h"
#include "tests/kit/test_main.h"
#include "tests/sandbox/stage.h"

#include <QRegularExpression>
#include <QTest>

using namespace destek::sandbox;
using namespace destek::sandbox::test;
using namespace Qt::StringLiterals;

/// The cast: what they have said, how they answer, and that a seed repeats a run.
class Story : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void castIsInvented();
    void badScenarios();
    void historyArrives();
    void sameSeedSameRun();
    void answersByKeyword();
    void impatience();
    void arrivals();
    void keywords();
    void pictures();
};

namespace
{

const QString kBuiltIn = u":/sandbox/stories/mektupx.json"_s;

Scenario small(const QByteArray &people)
{
    return parseScenario("{\"arrivals_per_hour\":0,\"people\":[" + people + "]}").valueOr({});
}

QStringList textsFrom(const Stage &stage)
{
    QStringList texts;
    for (const QJsonObject &value : stage.callback.values()) {
        const QJsonValue message = value[u"messages"][0];
        if (message[u"type"].toString() == u"text"_s)
            texts << message[u"text"][u"body"].toString();
    }
    return texts;
}

void loud(Options &options)
{
    options.quiet = false;
    options.webhooks.batch = 1;
}

} // namespace

void Story::castIsInvented()
{
    const auto scenario = loadScenario(kBuiltIn);
    QVERIFY(scenario.ok());
    QVERIFY(scenario->people.size() >= 40);
    int withoutPhone = 0;
    int live = 0;
    for (const Person &person : scenario->people) {
        QVERIFY(person.phone.isEmpty() || person.phone.startsWith(u"90555000"_s));
        withoutPhone += person.phone.isEmpty() || !person.showsPhone ? 1 : 0;
        live += person.live ? 1 : 0;
        QVERIFY2(person.live != !person.history.isEmpty(), qPrintable(person.key));
        QVERIFY2(!person.live || !person.dialogue.openings.isEmpty(), qPrintable(person.key));
    }
    QVERIFY(withoutPhone >= 3);
    QVERIFY(live >= 8);
    QCOMPARE(templatesFor(*scenario).size(), 10);
}

void Story::badScenarios()
{
    const auto fault = [](const QByteArray &json) { return parseScenario(json).error().fault; };
    QCOMPARE(fault("["), ScenarioFault::NotJson);
    QCOMPARE(fault(R"({"people":[{"key":"a"}]})"), ScenarioFault::NoIdentity);
    QCOMPARE(fault(R"({"people":[{"key":"a","phone":"905321112233"}]})"),
             ScenarioFault::RealNumber);
    QCOMPARE(fault(R"({"people":[{"key":"a","bsuid":"TR.1"},{"key":"a","bsuid":"TR.2"}]})"),
             ScenarioFault::DuplicateKey);
    QCOMPARE(fault(R"({"people":[{"key":"a","bsuid":"TR.1","dialogue":"x"}]})"),
             ScenarioFault::NoSuchDialogue);
    QCOMPARE(loadScenario(u"/does/not/exist"_s).error().fault, ScenarioFault::Unreadable);
}

void Story::historyArrives()
{
    Scenario scenario = loadScenario(kBuiltIn).valueOr({});
    scenario.arrivalsPerHour = 0;
    Stage stage(loud, scenario);
    QVERIFY(stage.sandbox->start().ok());
    const qint64 said = stage.sandbox->storyteller().saidCount();
    QVERIFY(said >= 50);
    QTRY_COMPARE(stage.callback.values().size(), said);
    qint64 last = 0;
    QSet<QString> types;
    for (const QJsonObject &value : stage.callback.values()) {
        const qint64 at = value[u"messages"][0][u"timestamp"].toString().toLongLong();
        QVERIFY(at >= last); // oldest first
        QVERIFY(at <= kNow / 1000);
        last = at;
        types << value[u"messages"][0][u"type"].toString();
    }
    for (const auto &type : {u"text"_s, u"image"_s, u"audio"_s, u"location"_s, u"sticker"_s,
                             u"reaction"_s, u"unsupported"_s, u"button"_s, u"contacts"_s})
        QVERIFY2(types.contains(type), qPrintable(type));
    QVERIFY(textsFrom(stage).contains(u"DURDUR"_s));
    QCOMPARE(stage.sendText(u"+905550000114"_s, u"a"_s).code(), 131047); // wrote two days ago
}

void Story::sameSeedSameRun()
{
    const auto run = [](quint32 seed) {
        Stage stage(
            [seed](Options &o) {
                loud(o);
                o.seed = seed;
            },
            loadScenario(kBuiltIn).valueOr({}));
        if (!stage.sandbox->start().ok())
            return QStringList();
        stage.sandbox->timetable().advance(30 * 60 * 1000);
        const qint64 updates = stage.sandbox->webhooks().counts().updates;
        [&] { QTRY_COMPARE(stage.callback.values().size(), updates); }();
        static const QRegularExpression port(u"127\\.0\\.0\\.1:\\d+"_s); // in addresses of media
        QStringList bodies;
        for (const Received &one : stage.callback.received())
            bodies << QString::fromUtf8(one.body).remove(port);
        return bodies;
    };
    const QStringList first = run(11);
    QVERIFY(first.size() > 50);
    QCOMPARE(run(11), first);
    QVERIFY(run(12) != first);
}

void Story::answersByKeyword()
{
    Stage stage(loud, small(R"({"key":"a","name":"Ayla","phone":"905550000301",
        "history":[{"minutes_ago":5,"text":"Mektubum nerede?"}],
        "replies":[{"when":["takip"],"say":["Aldım {ad}"],"react":"👍","then":"end"},
                   {"when":["sipariş numara"],"say":["MX-1","Buyurun"]}],
        "otherwise":["Anlamadım"]})"));
    QVERIFY(stage.sandbox->start().ok());
    const auto sayAndWait = [&](const QString &text) {
        QCOMPARE(stage.sendText(u"+905550000301"_s, text).status, 200);
        stage.sandbox->timetable().advance(120'000);
    };
    sayAndWait(u"Sipariş numaranızı alabilir miyim?"_s);
    QTRY_COMPARE(textsFrom(stage), (QStringList{u"Mektubum nerede?"_s, u"MX-1"_s, u"Buyurun"_s}));
    sayAndWait(u"Bakıyorum"_s);
    QTRY_COMPARE(textsFrom(stage).last(), u"Anlamadım"_s);
    sayAndWait(u"TAKİP numaranız RR1"_s);
    QTRY_COMPARE(textsFrom(stage).last(), u"Aldım Ayla"_s);
    const qsizetype texts = textsFrom(stage).size();
    sayAndWait(u"takip"_s); // the story has ended
    QTRY_COMPARE(stage.sandbox->webhooks().pending(), 0);
    QCOMPARE(textsFrom(stage).size(), texts);
}

void Story::impatience()
{
    Stage stage(loud, small(R"({"key":"a","phone":"905550000301","patience_s":60,
        "history":[{"minutes_ago":5,"text":"Mektubum nerede?"}],"nudges":["Orada mısınız?"]})"));
    QVERIFY(stage.sandbox->start().ok());
    stage.sandbox->timetable().advance(600'000);
    QTRY_COMPARE(textsFrom(stage), (QStringList{u"Mektubum nerede?"_s, u"Orada mısınız?"_s}));
}

void Story::arrivals()
{
    Scenario scenario = loadScenario(kBuiltIn).valueOr({});
    scenario.arrivalsPerHour = 60;
    Stage stage(loud, scenario);
    QVERIFY(stage.sandbox->start().ok());
    const std::size_t cast = stage.sandbox->world().people().size();
    stage.sandbox->timetable().advance(2LL * 60 * 60 * 1000);
    QVERIFY(stage.sandbox->world().people().size() > cast + 20); // walk-ins after the cast
    Stage quiet({}, scenario);
    QVERIFY(quiet.sandbox->start().ok());
    quiet.sandbox->timetable().advance(2LL * 60 * 60 * 1000);
    QCOMPARE(quiet.sandbox->storyteller().saidCount(), 0);
}

void Story::keywords()
{
    QVERIFY(mentions(u"Kargonuz yolda."_s, u"kargo"_s));
    QVERIFY(mentions(u"İADENİZ başlatıldı"_s, u"iade"_s));
    QVERIFY(mentions(u"sipariş numaranızı yazar mısınız"_s, u"Sipariş numara"_s));
    QVERIFY(!mentions(u"pasiade"_s, u"iade"_s));
    QVERIFY(!mentions(u"herhangi"_s, u""_s));
}

void Story::pictures()
{
    const QByteArray png = drawPicture(u"letter"_s);
    QVERIFY(png.startsWith("\x89PNG"));
    QVERIFY(png.endsWith(QByteArray("IEND\xae\x42\x60\x82", 8)));
    QVERIFY(drawPicture(u"smudged"_s) != png);
}

DESTEK_TEST(Story)
#include "tst_story.moc"
