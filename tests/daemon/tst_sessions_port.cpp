// Who is signed in where, and what the company lets notifications say, over the console port.
#include "tests/daemon/served_house.h"
#include "tests/kit/test_main.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

namespace
{

QJsonArray list(House &house, const QByteArray &as, const QString &path = u"/v1/sessions"_s)
{
    return house.call("GET", path, as).json.value(u"sessions"_s).toArray();
}

/// The id of the session in a list that is not the one that asks.
QString otherIn(const QJsonArray &sessions)
{
    for (const QJsonValue &one : sessions) {
        if (!one[u"current"_s].toBool())
            return one[u"id"_s].toString();
    }
    return {};
}

bool isIn(House &house, const QByteArray &token)
{
    return house.call("GET", u"/v1/inbox"_s, token).status == 200;
}

} // namespace

class SessionsPort : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAgentSeesAndEndsTheirOwn()
    {
        House house;
        const QByteArray token = house.signedIn(u"a"_s, {Role::Agent});
        const QByteArray second = house.signedInAgain(u"a"_s);
        const QByteArray stranger = house.signedIn(u"b"_s, kEverything);
        const auto stream = house.follow(second);
        QTRY_VERIFY(stream->events.contains(u"beat"_s));
        QCOMPARE(list(house, stranger).size(), 1); // one's own only
        const QJsonArray mine = list(house, token);
        QCOMPARE(mine.size(), 2);
        int current = 0;
        for (const QJsonValue &one : mine) {
            QCOMPARE(one[u"device"_s].toString(), u"masa"_s);
            QVERIFY(one[u"startedAt"_s].toInteger() > 0 && one[u"lastUsedAt"_s].toInteger() > 0);
            current += one[u"current"_s].toBool() ? 1 : 0;
            // What is told names the session and opens nothing.
            QCOMPARE(house.call("GET", u"/v1/inbox"_s, one[u"id"_s].toString().toLatin1()).status,
                     401);
        }
        QCOMPARE(current, 1);
        const QString path = u"/v1/sessions/"_s + otherIn(mine);
        QCOMPARE(house.call("DELETE", path, stranger).status, 404); // nobody else's
        QVERIFY(isIn(house, second));
        QCOMPARE(house.call("DELETE", path, token).status, 204);
        QVERIFY(!isIn(house, second));
        QTRY_VERIFY(stream->finished); // that console is told at once, and why
        QCOMPARE(stream->newest.value(u"ended"_s).value(u"by"_s).toString(), u"own_hand"_s);
        QCOMPARE(house.call("DELETE", path, token).status, 404);
        QCOMPARE(list(house, token).size(), 1);
        QCOMPARE(house.audited(AuditAction::SignedOut), 1);
    }

    void allOthersEndAtOnce()
    {
        House house;
        const QByteArray token = house.signedIn(u"a"_s, {Role::Agent});
        const QByteArray second = house.signedInAgain(u"a"_s);
        const QByteArray colleague = house.signedIn(u"b"_s, {Role::Agent});
        QCOMPARE(house.call("DELETE", u"/v1/sessions/others"_s, token).status, 204);
        QVERIFY(isIn(house, token));
        QVERIFY(!isIn(house, second));
        QVERIFY(isIn(house, colleague));
        QCOMPARE(house.audited(AuditAction::SignedOut), 1);
        QCOMPARE(house.call("DELETE", u"/v1/sessions/others"_s, token).status, 204); // none left
    }

    void anAdministratorSeesAndEndsAnybodys()
    {
        House house;
        const QByteArray agent = house.signedIn(u"a"_s, {Role::Agent});
        const QByteArray supervisor = house.signedIn(u"s"_s, {Role::Supervisor});
        const QByteArray admin = house.signedIn(u"y"_s, {Role::Administrator});
        const auto stream = house.follow(agent);
        QTRY_VERIFY(stream->events.contains(u"beat"_s));
        const QString all = u"/v1/team/sessions"_s;
        QCOMPARE(house.call("GET", all, agent).status, 403);
        QCOMPARE(house.call("GET", all, supervisor).status, 403);
        const QJsonArray sessions = list(house, admin, all);
        QCOMPARE(sessions.size(), 3);
        QString wanted;
        for (const QJsonValue &one : sessions) {
            if (one[u"agentName"_s].toString() == u"a"_s)
                wanted = one[u"id"_s].toString();
        }
        QVERIFY(!wanted.isEmpty());
        QCOMPARE(house.call("DELETE", u"/v1/sessions/"_s + wanted, admin).status, 404);
        QCOMPARE(house.call("DELETE", all + u'/' + wanted, supervisor).status, 403);
        QVERIFY(isIn(house, agent));
        QCOMPARE(house.call("DELETE", all + u'/' + wanted, admin).status, 204);
        QVERIFY(!isIn(house, agent));
        QTRY_VERIFY(stream->finished);
        QCOMPARE(stream->newest.value(u"ended"_s).value(u"by"_s).toString(), u"administrator"_s);
        QCOMPARE(house.audited(AuditAction::SignedOut), 1);
    }

    void theCompanyDecidesWhatNotificationsSay()
    {
        House house;
        const QByteArray agent = house.signedIn(u"a"_s, {Role::Agent});
        const QByteArray supervisor = house.signedIn(u"s"_s, {Role::Supervisor});
        const QByteArray admin = house.signedIn(u"y"_s, {Role::Administrator});
        const auto stream = house.follow(agent);
        QTRY_VERIFY(stream->events.contains(u"beat"_s));
        const QString path = u"/v1/team/alert-content"_s;
        const auto now = [&] {
            return house.call("GET", path, agent).json.value(u"alertContent"_s).toString();
        };
        const auto put = [&](const QByteArray &as, const QByteArray &word) {
            return house.call("PUT", path, as, "{\"alertContent\":\"" + word + "\"}").status;
        };
        QCOMPARE(now(), u"none"_s); // until somebody decided
        QCOMPARE(put(agent, "name"), 403);
        QCOMPARE(put(supervisor, "name"), 403);
        QCOMPARE(put(admin, "everything"), 400);
        QCOMPARE(now(), u"none"_s);
        QCOMPARE(house.audited(AuditAction::TeamChanged), 0);
        QCOMPARE(put(admin, "name"), 200);
        QCOMPARE(now(), u"name"_s);
        QCOMPARE(house.audited(AuditAction::TeamChanged), 1);
        QTRY_VERIFY(stream->events.contains(u"team"_s)); // every console hears of it
        QCOMPARE(put(admin, "none"), 200);
        QCOMPARE(now(), u"none"_s);
    }
};

DESTEK_TEST(SessionsPort)
#include "tst_sessions_port.moc"
