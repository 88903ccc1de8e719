#include "tests/daemon/served_house.h"
#include "tests/kit/test_main.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

namespace
{

Answer put(House &house, const QString &path, const QByteArray &token, const QJsonObject &body)
{
    return house.call("PUT", path, token, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

QJsonObject acting(const QList<qint64> &conversations, const QJsonObject &act)
{
    QJsonArray ids;
    for (const qint64 id : conversations)
        ids << id;
    return {{u"conversations"_s, ids}, {u"act"_s, act}};
}

QJsonObject kind(const QString &word)
{
    return {{u"kind"_s, word}};
}

/// The one outcome of an act on one conversation.
QJsonObject act(House &house, const QByteArray &token, ConversationId id, const QJsonObject &wanted)
{
    const Answer answer = house.post(u"/v1/work"_s, token, acting({id.value}, wanted));
    return answer.json.value(u"outcomes"_s).toArray().first().toObject();
}

QJsonObject workIn(const QJsonObject &summary)
{
    return summary.value(u"work"_s).toObject();
}

/// What the newest presence event says of somebody; empty: not there.
QString presenceOf(const Stream &stream, qint64 agent)
{
    const QJsonArray agents = stream.newest.value(u"presence"_s).value(u"agents"_s).toArray();
    for (const QJsonValue &line : agents) {
        if (line.toObject().value(u"agent"_s).toInteger() == agent)
            return line.toObject().value(u"presence"_s).toString();
    }
    return {};
}

QJsonArray attending(const Stream &stream)
{
    return stream.newest.value(u"presence"_s).value(u"attending"_s).toArray();
}

} // namespace

/// Shared work as consoles meet it: two agents at one inbox, over the console port.
class WorkPort : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aClaimReachesEverybodyAndHoldsThemOff()
    {
        House house;
        const QByteArray ayse = house.signedIn(u"ayse"_s, {Role::Agent});
        const QByteArray mehmet = house.signedIn(u"mehmet"_s, {Role::Agent});
        const ConversationId id = house.says(kAyse, u"wamid.1"_s, u"Merhaba"_s).id;
        const auto stream = house.follow(mehmet);
        QTRY_VERIFY(stream->events.contains(u"beat"_s));
        const QJsonObject claimed = act(house, ayse, id, kind(u"claim"_s));
        QVERIFY(!claimed.contains(u"refusal"_s));
        const QJsonObject work = workIn(claimed.value(u"summary"_s).toObject());
        QCOMPARE(work.value(u"holder"_s), work.value(u"assignee"_s));
        QTRY_COMPARE(workIn(stream->newest.value(u"conversation"_s)), work);

        const QString messages = u"/v1/conversations/%1/messages"_s.arg(id.value);
        const auto message = [] {
            return QJsonObject{{u"id"_s, MessageId::create().toString()},
                               {u"purpose"_s, u"support_answer"_s},
                               {u"text"_s, u"Buyurun"_s}};
        };
        const Answer refused = house.post(messages, mehmet, message());
        QCOMPARE(refused.code(), u"refused"_s);
        QCOMPARE(refused.json.value(u"error"_s).toObject().value(u"refusal"_s).toString(),
                 u"held_by_colleague"_s);
        const QJsonObject second = act(house, mehmet, id, kind(u"claim"_s));
        QCOMPARE(second.value(u"refusal"_s).toString(), u"held_by_colleague"_s);
        QCOMPARE(workIn(second.value(u"summary"_s).toObject()), work); // how it stands
        QVERIFY(!act(house, mehmet, id, kind(u"take_over"_s)).contains(u"refusal"_s));
        QCOMPARE(house.post(messages, mehmet, message()).status, 202);
        QCOMPARE(house.post(messages, ayse, message()).code(), u"refused"_s);
    }

    void whoIsHereAndWhoLooks()
    {
        House house;
        const QByteArray ayse = house.signedIn(u"ayse"_s, {Role::Agent});
        const QByteArray mehmet = house.signedIn(u"mehmet"_s, {Role::Supervisor});
        const ConversationId id = house.says(kAyse, u"wamid.1"_s, u"Merhaba"_s).id;
        const qint64 me =
            workIn(act(house, ayse, id, kind(u"claim"_s)).value(u"summary"_s).toObject())
                .value(u"holder"_s)
                .toInteger();
        const auto watching = house.follow(mehmet);
        QTRY_VERIFY(watching->events.contains(u"presence"_s));
        QCOMPARE(watching->events.first(), u"presence"_s); // before anything else
        QVERIFY(presenceOf(*watching, me).isEmpty());
        const auto stream = house.follow(ayse);
        QTRY_COMPARE(presenceOf(*watching, me), u"online"_s);
        QCOMPARE(put(house, u"/v1/own/presence"_s, ayse, {{u"presence"_s, u"busy"_s}}).status, 204);
        QTRY_COMPARE(presenceOf(*watching, me), u"busy"_s);
        const auto locks = [&](const QJsonValue &locked) {
            return put(house, u"/v1/own/presence"_s, ayse, {{u"locked"_s, locked}}).status;
        };
        QCOMPARE(locks(true), 204); // nobody sits there
        QTRY_COMPARE(presenceOf(*watching, me), u"away"_s);
        QCOMPARE(locks(false), 204);
        QTRY_COMPARE(presenceOf(*watching, me), u"busy"_s);
        QCOMPARE(locks(u"yes"_s), 400);

        const QJsonObject looks{{u"conversation"_s, id.value}, {u"typing"_s, true}};
        QCOMPARE(house.post(u"/v1/own/attendance"_s, ayse, looks).status, 204);
        QTRY_COMPARE(attending(*watching).size(), 1);
        const QJsonObject line = attending(*watching).first().toObject();
        QCOMPARE(line.value(u"agent"_s).toInteger(), me);
        QVERIFY(line.value(u"typing"_s).toBool());
        QVERIFY(line.value(u"heldUntil"_s).toInteger() > 0); // her lease goes on
        const QJsonObject nowhere{{u"conversation"_s, 0}, {u"typing"_s, false}};
        QCOMPARE(house.post(u"/v1/own/attendance"_s, ayse, nowhere).status, 204);
        QTRY_VERIFY(attending(*watching).isEmpty());
        QCOMPARE(house.call("DELETE", u"/v1/sessions/current"_s, ayse).status, 204);
        QTRY_VERIFY(presenceOf(*watching, me).isEmpty());
    }

    void whatMakesNoSenseIsNotDone()
    {
        House house;
        const QByteArray ayse = house.signedIn(u"ayse"_s, {Role::Agent});
        const qint64 id = house.says(kAyse, u"wamid.1"_s, u"Merhaba"_s).id.value;
        const auto status = [&](const QJsonObject &body) {
            return house.post(u"/v1/work"_s, ayse, body).status;
        };
        QCOMPARE(status(acting({}, kind(u"claim"_s))), 400);
        QCOMPARE(status(acting(QList<qint64>(201, id), kind(u"claim"_s))), 400);
        QCOMPARE(status(acting({id, 0}, kind(u"claim"_s))), 400);
        QCOMPARE(status(acting({id}, kind(u"explode"_s))), 400);
        QCOMPARE(status(acting({id}, {{u"kind"_s, u"set_priority"_s}})), 400);
        QCOMPARE(status(acting({id}, {{u"kind"_s, u"claim"_s}, {u"note"_s, u"x"_s}})), 400);
        QCOMPARE(status(acting({id}, {{u"kind"_s, u"assign"_s}, {u"note"_s, QString(4097, u'x')}})),
                 400);
        const Answer twice = house.post(u"/v1/work"_s, ayse, acting({id, id}, kind(u"resolve"_s)));
        QCOMPARE(twice.json.value(u"outcomes"_s).toArray().size(), 1); // once is enough
        QCOMPARE(put(house, u"/v1/own/presence"_s, ayse, {{u"presence"_s, u"offline"_s}}).status,
                 400);
        QCOMPARE(house.post(u"/v1/own/attendance"_s, ayse, {{u"typing"_s, true}}).status, 400);
        QCOMPARE(house.post(u"/v1/own/attendance"_s, ayse, {{u"conversation"_s, 4711}}).status,
                 404);
    }

    void theTeamsWordsReachEverybody()
    {
        House house;
        const QByteArray agent = house.signedIn(u"ayse"_s, {Role::Agent});
        const QByteArray boss = house.signedIn(u"nur"_s, {Role::Supervisor});
        const QByteArray admin = house.signedIn(u"admin"_s, {Role::Administrator});
        const auto stream = house.follow(agent);
        QTRY_VERIFY(stream->events.contains(u"beat"_s));
        const QJsonObject label{{u"name"_s, u"İade"_s}, {u"hue"_s, 20}};
        QCOMPARE(put(house, u"/v1/team/labels/0"_s, agent, label).status, 403);
        const Answer made = put(house, u"/v1/team/labels/0"_s, boss, label);
        QCOMPARE(made.status, 200);
        QVERIFY(made.json.value(u"id"_s).toInteger() > 0);
        QTRY_VERIFY(stream->events.contains(u"team"_s));
        const Answer taken = put(house, u"/v1/team/labels/0"_s, admin, label);
        QCOMPARE(taken.status, 400);
        QCOMPARE(taken.json.value(u"error"_s).toObject().value(u"message"_s).toString(),
                 u"name_taken"_s);
        for (const QString &nowhere : {u"abc"_s, u"-1"_s, u"4711"_s})
            QCOMPARE(put(house, u"/v1/team/labels/"_s + nowhere, boss, label).status, 404);
        QCOMPARE(put(house, u"/v1/team/labels/0"_s, boss, {}).status, 400);
        const QJsonObject view{{u"name"_s, u"Bekleyenler"_s}, {u"shared"_s, true}};
        QCOMPARE(put(house, u"/v1/team/views/0"_s, agent, view).status, 403);
        QCOMPARE(put(house, u"/v1/team/views/0"_s, boss, view).status, 200);
        QCOMPARE(put(house, u"/v1/team/assignment"_s, admin,
                     {{u"automatic"_s, true}, {u"capacity"_s, 4}})
                     .status,
                 200);
        QCOMPARE(put(house, u"/v1/team/assignment"_s, admin, {{u"capacity"_s, 4}}).status, 400);
        const QJsonObject team = house.call("GET", u"/v1/team"_s, agent).json;
        QCOMPARE(team.value(u"labels"_s).toArray().size(), 1);
        QCOMPARE(team.value(u"views"_s).toArray().size(), 1);
        QCOMPARE(team.value(u"colleagues"_s).toArray().size(), 2);
        QCOMPARE(team.value(u"assignment"_s).toObject().value(u"capacity"_s).toInt(), 4);
    }

    void agentsAddToTheCompanysDictionaryAndSupervisorsTakeOut()
    {
        House house;
        const QByteArray agent = house.signedIn(u"ayse"_s, {Role::Agent});
        const QByteArray boss = house.signedIn(u"can"_s, {Role::Supervisor});
        const auto change = [&](const QByteArray &who, const QString &word, bool known) {
            return put(house, u"/v1/team/words"_s, who, {{u"word"_s, word}, {u"known"_s, known}})
                .status;
        };
        QCOMPARE(change(agent, u"Destekçi"_s, true), 204);
        QCOMPARE(change(agent, u"Destekçi"_s, true), 204); // said twice, kept once
        for (const QString &none : {u""_s, u"iki söz"_s, u"4821"_s, u"a@b.example"_s, u"<b>"_s})
            QCOMPARE(change(agent, none, true), 400);
        const auto words = [&] {
            return house.call("GET", u"/v1/team/words"_s, agent)
                .json.value(u"words"_s)
                .toArray()
                .toVariantList();
        };
        QCOMPARE(words(), QVariantList{u"Destekçi"_s});
        QCOMPARE(change(agent, u"Destekçi"_s, false), 403);
        QCOMPARE(change(boss, u"Destekçi"_s, false), 204);
        QCOMPARE(change(boss, u"Destekçi"_s, false), 404);
        QCOMPARE(words(), QVariantList());
        QCOMPARE(put(house, u"/v1/team/words"_s, agent, {{u"word"_s, u"x"_s}}).status, 400);
    }

    void theFirstPageHoldsWhatThereIsToDo()
    {
        House house;
        const QByteArray token = house.signedIn(u"ayse"_s, {Role::Agent});
        QList<ConversationId> ids;
        for (int i = 0; i < 5; ++i) {
            const meta::Sender from{u"90532000000%1"_s.arg(i), u"TR.%1"_s.arg(i), u"Müşteri"_s, {}};
            ids << house.says(from, u"wamid.%1"_s.arg(i), u"Merhaba"_s).id;
        }
        const auto inMs = QDateTime::currentMSecsSinceEpoch() + 3'600'000;
        QVERIFY(!act(house, token, ids.at(0), {{u"kind"_s, u"snooze"_s}, {u"until"_s, inMs}})
                     .contains(u"refusal"_s));
        for (int i = 1; i < 4; ++i)
            QVERIFY(!act(house, token, ids.at(i), kind(u"resolve"_s)).contains(u"refusal"_s));
        const QJsonObject first = house.call("GET", u"/v1/inbox?limit=2"_s, token).json;
        QStringList states;
        QSet<qint64> seen;
        const auto take = [&](const QJsonObject &page) {
            for (const QJsonValue &row : page.value(u"conversations"_s).toArray()) {
                states << workIn(row.toObject()).value(u"status"_s).toString();
                seen << row.toObject().value(u"id"_s).toInteger();
            }
        };
        take(first);
        QCOMPARE(states, (QStringList{u"open"_s, u"snoozed"_s, u"resolved"_s, u"resolved"_s}));
        const QString next = first.value(u"next"_s).toString();
        QVERIFY(!next.isEmpty());
        take(house.call("GET", u"/v1/inbox?limit=2&before="_s + next, token).json);
        QCOMPARE(states.size(), 5);
        QCOMPARE(seen.size(), 5); // each once
    }
};

DESTEK_TEST(WorkPort)
#include "tst_work_port.moc"
