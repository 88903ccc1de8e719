#include "daemon/service/presence_board.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

#include <QTest>

using namespace destek;
using namespace destek::daemon;
using namespace destek::test;
using namespace std::chrono_literals;

using Change = PresenceBoard::Change;

namespace
{

const AgentId kAyse(1);
const AgentId kMehmet(2);
const DeviceId kDesk(10);
const DeviceId kLaptop(11);
const ConversationId kElif(100);
const ConversationId kZeynep(101);

struct Room {
    ManualClock clock;
    PresenceBoard board{clock};
    QList<Change> changes;

    Room()
    {
        board.onChanged([this](Change change) { changes << change; });
    }
    QList<Change> told() { return std::exchange(changes, {}); }
};

} // namespace

/// Who is here, who looks, who types (design/lessons.md 39).
class PresenceOfColleagues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStreamIsPresence()
    {
        Room room;
        QCOMPARE(room.board.presence(kAyse), Presence::Offline);
        room.board.setConnected({kAyse});
        QCOMPARE(room.told(), QList{Change::People});
        room.board.setConnected({kAyse}); // a second console: nothing new
        QVERIFY(room.told().isEmpty());
        QCOMPARE(room.board.presence(kAyse), Presence::Online);
        QCOMPARE(room.board.since(kAyse), room.clock.now());
        room.clock.advance(1h);
        room.board.setConnected({});
        QCOMPARE(room.told(), QList{Change::People});
        QCOMPARE(room.board.presence(kAyse), Presence::Offline);
        QCOMPARE(room.board.since(kAyse), room.clock.now());
        QVERIFY(room.board.now().agents.isEmpty());
    }

    void whatOneSaidOfOneselfSurvivesACutButNotTheNight()
    {
        Room room;
        room.board.setConnected({kAyse});
        room.board.setPresence(kAyse, Presence::Away);
        QCOMPARE(room.board.presence(kAyse), Presence::Away);
        room.board.setConnected({});
        room.clock.advance(5min);
        room.board.setConnected({kAyse});
        QCOMPARE(room.board.presence(kAyse), Presence::Away);
        room.board.setConnected({});
        room.clock.advance(10h);
        room.board.setConnected({kAyse});
        QCOMPARE(room.board.presence(kAyse), Presence::Online);
        (void)room.told();
        room.board.setPresence(kAyse, Presence::Online); // said again
        QVERIFY(room.told().isEmpty());
    }

    void hereMeansAnsweringOnesOwn()
    {
        Room room;
        QVERIFY(room.board.isHere(kAyse)); // just started: her console has not come back yet
        room.clock.advance(60s);
        QVERIFY(!room.board.isHere(kAyse));
        room.board.setConnected({kAyse});
        QVERIFY(room.board.isHere(kAyse));
        room.board.setPresence(kAyse, Presence::Busy);
        QVERIFY(room.board.isHere(kAyse));
        room.board.setConnected({});
        QVERIFY(room.board.isHere(kAyse)); // a cut
        room.clock.advance(60s);
        QVERIFY(!room.board.isHere(kAyse));
        room.board.setConnected({kAyse});
        room.board.setPresence(kAyse, Presence::Away);
        QVERIFY(!room.board.isHere(kAyse));
    }

    void aLockedScreenIsAwayUntilItIsNot()
    {
        Room room;
        const auto at = [](std::initializer_list<QByteArray> sessions) {
            Audience audience;
            audience.sessions.insert(kAyse, QSet<QByteArray>(sessions));
            return audience;
        };
        room.board.setConnected(at({"desk"}));
        room.board.setPresence(kAyse, Presence::Busy);
        (void)room.told();
        room.board.setLocked(kAyse, "desk", true);
        QCOMPARE(room.told(), QList{Change::People});
        QCOMPARE(room.board.presence(kAyse), Presence::Away); // nothing new comes to her
        QVERIFY(room.board.isHere(kAyse));                    // and for a minute hers stay hers
        room.clock.advance(60s);
        QVERIFY(!room.board.isHere(kAyse));
        room.board.setPresence(kAyse, Presence::Online);
        QCOMPARE(room.board.presence(kAyse), Presence::Away);
        room.board.setConnected({}); // a cut does not unlock
        room.clock.advance(30s);
        room.board.setConnected(at({"desk"}));
        QCOMPARE(room.board.presence(kAyse), Presence::Away);
        QVERIFY(!room.board.isHere(kAyse));
        room.board.setConnected(at({"desk", "laptop"})); // there she sits
        QCOMPARE(room.board.presence(kAyse), Presence::Online);
        QVERIFY(room.board.isHere(kAyse));
        room.board.setConnected(at({"desk"}));
        QCOMPARE(room.board.presence(kAyse), Presence::Away);
        room.board.setLocked(kAyse, "desk", false);
        QCOMPARE(room.board.presence(kAyse), Presence::Online);
        QCOMPARE(room.board.since(kAyse), room.clock.now());
        QVERIFY(room.board.isHere(kAyse));
    }

    void itIsKnownWhenSomebodyWillHaveGone()
    {
        Room room;
        const auto lease = [&] { return std::optional(room.clock.now() + 60s); };
        QCOMPARE(room.board.nextGone(), lease()); // who has not come back after the start
        room.clock.advance(60s);
        room.board.setConnected({kAyse, kMehmet});
        QVERIFY(!room.board.nextGone());
        room.board.setLocked(kAyse, QByteArray(), true);
        QCOMPARE(room.board.nextGone(), lease());
        room.clock.advance(30s);
        room.board.setConnected({kAyse});
        QCOMPARE(room.board.nextGone(), std::optional(room.clock.now() + 30s));
        room.clock.advance(30s);
        QCOMPARE(room.board.nextGone(), std::optional(room.clock.now() + 30s)); // he
        room.clock.advance(30s);
        QVERIFY(!room.board.nextGone());
    }

    void lookingLastsAMinuteUnlessSaidAgain()
    {
        Room room;
        room.board.setConnected({kAyse, kMehmet});
        (void)room.told();
        QVERIFY(!room.board.nextLapse());
        room.board.attend(kAyse, kDesk, kElif, false, std::nullopt);
        QCOMPARE(room.told(), QList{Change::People});
        room.clock.advance(30s);
        room.board.attend(kAyse, kDesk, kElif, false, std::nullopt);
        QVERIFY(room.told().isEmpty()); // the same again
        QCOMPARE(room.board.nextLapse(), std::optional(room.clock.now() + 60s));
        room.board.attend(kAyse, kDesk, kElif, true, std::nullopt);
        QCOMPARE(room.told(), QList{Change::People});
        Attendance looks;
        looks.conversation = kElif;
        looks.agent = kAyse;
        looks.typing = true;
        QCOMPARE(room.board.now().attending, QList{looks});
        room.clock.advance(60s);
        QVERIFY(room.board.now().attending.isEmpty());
        QVERIFY(!room.board.nextLapse());
    }

    void aRenewedLeaseIsToldToo()
    {
        Room room;
        room.board.setConnected({kAyse});
        room.board.attend(kAyse, kDesk, kElif, false, room.clock.now() + 60s);
        (void)room.told();
        room.clock.advance(30s);
        const Instant until = room.clock.now() + 60s;
        room.board.attend(kAyse, kDesk, kElif, false, until);
        QCOMPARE(room.told(), QList{Change::Lease});
        QCOMPARE(room.board.now().attending.first().heldUntil, std::optional(until));
    }

    void everyConsoleLooksForItself()
    {
        Room room;
        room.board.setConnected({kAyse, kMehmet});
        room.board.attend(kAyse, kDesk, kElif, false, std::nullopt);
        room.board.attend(kAyse, kLaptop, kZeynep, false, std::nullopt);
        room.board.attend(kMehmet, kDesk, kElif, true, std::nullopt);
        QCOMPARE(room.board.now().attending.size(), 3);
        room.board.attend(kAyse, kDesk, ConversationId(), false, std::nullopt);
        QCOMPARE(room.board.now().attending.size(), 2);
        room.board.setConnected({kMehmet}); // she has gone, and looks no more
        const PresenceNow now = room.board.now();
        QCOMPARE(now.agents.size(), 1);
        QCOMPARE(now.attending.size(), 1);
        QCOMPARE(now.attending.first().agent, kMehmet);
    }
};

DESTEK_TEST(PresenceOfColleagues)
#include "tst_presence_of_colleagues.moc"
