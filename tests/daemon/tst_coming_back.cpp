#include "daemon/service/work_rounds.h"
#include "tests/daemon/shift.h"
#include "tests/kit/test_main.h"

#include <QSignalSpy>
#include <QTest>

using namespace destek;
using namespace destek::daemon;
using namespace destek::test;
using namespace std::chrono_literals;

using Kind = WorkAct::Kind;

namespace
{

constexpr qint64 kHour = 3600;
constexpr qint64 kDay = 24 * kHour;

} // namespace

/// What happens to shared work without anybody doing it: snoozes end, forgotten conversations
/// are done with, new ones find somebody (design/journeys.md 6.1).
class ComingBack : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSnoozedConversationComesBackAlsoAfterARestart()
    {
        Shift shift;
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        QVERIFY(!shift.answers(shift.ayse, shift.elif)); // nobody waits: the wish counts
        const Instant back = shift.clock().now() + 40h;
        QVERIFY(!shift.act(shift.ayse, shift.elif, shift.snooze(40h)));
        QCOMPARE(shift.work(shift.elif).snoozedUntil, std::optional(back));
        QCOMPARE(shift.lines(shift.elif), QStringList{u"snoozed|Ayşe|%1"_s.arg(back.ms)});
        shift.kit().reopen();
        shift.at(40 * kHour - 1);
        QCOMPARE(shift.wakeDue(), 0);
        shift.at(40 * kHour);
        const qint64 seq = shift.lastChange();
        QCOMPARE(shift.wakeDue(), 1);
        const WorkState work = shift.work(shift.elif);
        QCOMPARE(work.status, WorkStatus::Open);
        QVERIFY(!work.snoozedUntil);
        QCOMPARE(work.assignee, shift.ayse.agent); // still hers
        QCOMPARE(shift.lines(shift.elif).last(), u"snooze_over||"_s);
        QVERIFY(shift.lastChange() > seq);
        QCOMPARE(shift.wakeDue(), 0); // once
    }

    void whatComesBackToAnEmptyChairFindsSomebodyElse()
    {
        Shift shift;
        shift.assignAutomatically(8);
        shift.board().setConnected({shift.ayse.agent});
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        QVERIFY(!shift.answers(shift.ayse, shift.elif));
        QVERIFY(!shift.act(shift.ayse, shift.elif, shift.snooze(10h)));
        shift.board().setConnected({shift.mehmet.agent}); // she is off today
        shift.at(10 * kHour);
        QCOMPARE(shift.wakeDue(), 1);
        QCOMPARE(shift.work(shift.elif).assignee, shift.mehmet.agent);
        QCOMPARE(shift.lines(shift.elif).last(), u"assigned||Mehmet\nAyşe"_s);
        QVERIFY(!shift.act(shift.mehmet, shift.elif, shift.snooze(1h)));
        shift.board().setConnected({});
        shift.at(12 * kHour);
        QCOMPARE(shift.wakeDue(), 1);
        QCOMPARE(shift.work(shift.elif).assignee, shift.mehmet.agent); // nobody else is there
        QCOMPARE(shift.work(shift.elif).status, WorkStatus::Open);
    }

    void whoWaitsComesBackBeforeTheWindowCloses() // design/lessons.md 20: warn the agent
    {
        Shift shift;
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        const Instant closes = *shift.summary(shift.elif).windowClosesAt;
        QVERIFY(!shift.act(shift.ayse, shift.elif, shift.snooze(40h)));
        QCOMPARE(shift.work(shift.elif).snoozedUntil, std::optional(closes - 1h));
    }

    void theCustomerWakesItWithoutALine()
    {
        Shift shift;
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        QVERIFY(!shift.act(shift.ayse, shift.elif, shift.snooze(10h)));
        shift.writes(shift.elif, u"wamid.2"_s, 60);
        QCOMPARE(shift.work(shift.elif).status, WorkStatus::Open);
        QCOMPARE(shift.lines(shift.elif).size(), 1);
        shift.at(10 * kHour);
        QCOMPARE(shift.wakeDue(), 0);
    }

    void theTimerIsSetToTheNextOne()
    {
        Shift shift;
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        shift.writes(shift.zeynep, u"wamid.2"_s, 0);
        WorkRounds rounds(shift.kit().store(), shift.clock());
        const auto closing = shift.kit().closing();
        QSignalSpy rested(&rounds, &WorkRounds::rested);
        const auto round = [&] {
            rounds.wake();
            return rested.wait();
        };
        rounds.start();
        QVERIFY(rested.wait());
        QVERIFY(!rounds.nextIn()); // nothing to do: no timer
        QVERIFY(!shift.act(shift.ayse, shift.elif, shift.snooze(10min)));
        QVERIFY(!shift.act(shift.ayse, shift.zeynep, shift.snooze(5min)));
        QVERIFY(round());
        QCOMPARE(rounds.nextIn(), std::optional<Duration>(5min));
        shift.at(300);
        QVERIFY(round());
        QCOMPARE(shift.work(shift.zeynep).status, WorkStatus::Open);
        QCOMPARE(shift.work(shift.elif).status, WorkStatus::Snoozed);
        QCOMPARE(rounds.nextIn(), std::optional<Duration>(5min));
        // Far away: the wall clock may be set meanwhile.
        QVERIFY(!shift.act(shift.ayse, shift.zeynep, shift.snooze(20h)));
        shift.at(600);
        QVERIFY(round());
        QCOMPARE(shift.work(shift.elif).status, WorkStatus::Open);
        QCOMPARE(rounds.nextIn(), std::optional<Duration>(15min));
        rounds.stop();
        QVERIFY(!rounds.nextIn());
    }

    void whatIsDueFiresByItself()
    {
        Shift shift;
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        QVERIFY(!shift.act(shift.ayse, shift.elif, shift.snooze(10h)));
        shift.at(11 * kHour); // the daemon was down when its time came
        WorkRounds rounds(shift.kit().store(), shift.clock());
        const auto closing = shift.kit().closing();
        QSignalSpy rested(&rounds, &WorkRounds::rested);
        rounds.start();
        QVERIFY(rested.wait());
        QCOMPARE(shift.work(shift.elif).status, WorkStatus::Open);
    }

    void whatNobodyLooksAfterAnyMoreIsResolvedQuietly()
    {
        Shift shift;
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        shift.writes(shift.zeynep, u"wamid.2"_s, 0);
        QVERIFY(!shift.answers(shift.ayse, shift.elif));
        WorkAct nobodys = Shift::wanted(Kind::Assign);
        QVERIFY(!shift.act(shift.ayse, shift.elif, nobodys));
        const qsizetype lines = shift.lines(shift.elif).size();
        shift.at(2 * kDay);
        QCOMPARE(shift.resolveQuiet(), 0);
        shift.at(2 * kDay + 1);
        QCOMPARE(shift.resolveQuiet(), 1);
        QCOMPARE(shift.work(shift.elif).status, WorkStatus::Resolved);
        QCOMPARE(shift.lines(shift.elif).size(), lines);
        QCOMPARE(shift.audit(u"work.done"_s).first().result, u"resolve"_s);
        QCOMPARE(shift.audit(u"work.done"_s).first().actor, Actor::system().name);
        shift.at(300 * kDay);
        QCOMPARE(shift.resolveQuiet(), 0);
        QCOMPARE(shift.work(shift.zeynep).status, WorkStatus::Open); // somebody waits there
    }

    void whatIsSomebodysIsKeptLonger()
    {
        Shift shift;
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        shift.writes(shift.zeynep, u"wamid.2"_s, 0);
        QVERIFY(!shift.answers(shift.ayse, shift.elif));
        QVERIFY(!shift.answers(shift.ayse, shift.zeynep));
        WorkAct urgent = Shift::wanted(Kind::SetPriority);
        urgent.priority = Priority::Urgent; // somebody's mark: not ours to take off the list
        QVERIFY(!shift.act(shift.ayse, shift.zeynep, urgent));
        shift.at(8 * kDay);
        QCOMPARE(shift.resolveQuiet(), 0);
        shift.at(8 * kDay + 1);
        QCOMPARE(shift.resolveQuiet(), 1);
        QCOMPARE(shift.work(shift.elif).status, WorkStatus::Resolved);
        QCOMPARE(shift.work(shift.elif).assignee, shift.ayse.agent);
        QCOMPARE(shift.work(shift.zeynep).status, WorkStatus::Open);
    }

    void newWorkFindsSomebody()
    {
        Shift shift;
        shift.assignAutomatically(2);
        shift.board().setConnected({shift.ayse.agent, shift.mehmet.agent, shift.boss.agent});
        const auto arrives = [&](int number) {
            const meta::Sender from{
                u"90532111000%1"_s.arg(number), u"TR.9%1"_s.arg(number), u"Müşteri"_s, {}};
            shift.at(number);
            shift.writes(from, u"wamid.9%1"_s.arg(number), number);
            return from;
        };
        const meta::Sender first = arrives(1);
        const meta::Sender second = arrives(2);
        const AgentId one = shift.work(first).assignee;
        const AgentId two = shift.work(second).assignee;
        QVERIFY(one.isValid() && two.isValid() && one != two);
        QVERIFY(one != shift.boss.agent && two != shift.boss.agent); // not upon supervisors
        QVERIFY(!shift.work(first).holder.isValid());
        const QString name = one == shift.ayse.agent ? u"Ayşe"_s : u"Mehmet"_s;
        QCOMPARE(shift.lines(first), QStringList{u"assigned||"_s + name});
        shift.board().setPresence(shift.ayse.agent, Presence::Busy);
        QCOMPARE(shift.work(arrives(3)).assignee, shift.mehmet.agent);
        QVERIFY(!shift.work(arrives(4)).assignee.isValid()); // he has two, she is busy
        shift.assignAutomatically(3);
        QCOMPARE(shift.work(arrives(5)).assignee, shift.mehmet.agent);
    }

    void nobodyWaitsForOneWhoIsAway()
    {
        Shift shift;
        shift.board().setConnected({shift.ayse.agent, shift.mehmet.agent});
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        QVERIFY(!shift.act(shift.ayse, shift.elif, Kind::Claim));
        shift.board().setPresence(shift.ayse.agent, Presence::Busy);
        shift.writes(shift.elif, u"wamid.2"_s, 5);
        QCOMPARE(shift.work(shift.elif).assignee, shift.ayse.agent); // busy answers her own
        shift.board().setPresence(shift.ayse.agent, Presence::Away);
        shift.assignAutomatically(5);
        shift.at(120);
        shift.writes(shift.elif, u"wamid.3"_s, 120);
        QCOMPARE(shift.work(shift.elif).assignee, shift.mehmet.agent);
    }
};

DESTEK_TEST(ComingBack)
#include "tst_coming_back.moc"
