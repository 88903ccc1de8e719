// What waits and is nobody's is handed out when somebody is there for it (design/journeys.md 6.1).
#include "daemon/service/work_rounds.h"
#include "tests/daemon/shift.h"
#include "tests/kit/test_main.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;
using namespace destek::test;
using namespace std::chrono_literals;

class HandingOut : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoComesOnlineGetsWhatWaits()
    {
        Shift shift;
        shift.assignAutomatically(8);
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        QVERIFY(!shift.work(shift.elif).assignee.isValid()); // nobody was there
        QCOMPARE(shift.handOut(), 0);
        shift.board().setConnected({shift.ayse.agent});
        const qint64 seq = shift.lastChange();
        QCOMPARE(shift.handOut(), 1);
        QCOMPARE(shift.work(shift.elif).assignee, shift.ayse.agent);
        QCOMPARE(shift.lines(shift.elif).last(), u"assigned||Ayşe"_s); // by nobody: by the rule
        QCOMPARE(shift.audit(u"work.done"_s).first().result, u"assign"_s);
        QVERIFY(!shift.changesAfter(seq).isEmpty()); // consoles are told
        QCOMPARE(shift.handOut(), 0);                // once
    }

    void theLongestWaitingComesFirstAndNobodyIsOverrun()
    {
        Shift shift;
        shift.assignAutomatically(1);
        shift.writes(shift.zeynep, u"wamid.1"_s, 0);
        shift.at(60);
        shift.writes(shift.elif, u"wamid.2"_s, 60);
        shift.board().setConnected({shift.ayse.agent});
        QCOMPARE(shift.handOut(), 1); // room for one
        QCOMPARE(shift.work(shift.zeynep).assignee, shift.ayse.agent);
        QVERIFY(!shift.work(shift.elif).assignee.isValid());
        shift.board().setConnected({shift.ayse.agent, shift.mehmet.agent});
        QCOMPARE(shift.handOut(), 1);
        QCOMPARE(shift.work(shift.elif).assignee, shift.mehmet.agent);
    }

    void onlyWhatWaitsAndIsNobodys()
    {
        Shift shift;
        shift.assignAutomatically(8);
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        QVERIFY(!shift.act(shift.boss, shift.elif, WorkAct::Kind::Claim)); // somebody's
        shift.writes(shift.zeynep, u"wamid.2"_s, 1);
        QVERIFY(!shift.act(shift.boss, shift.zeynep, WorkAct::Kind::Resolve)); // done with
        shift.board().setConnected({shift.ayse.agent});
        QCOMPARE(shift.handOut(), 0);
        QCOMPARE(shift.work(shift.elif).assignee, shift.boss.agent);
    }

    void theRuleAndPresenceAreObeyed()
    {
        Shift shift;
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        shift.board().setConnected({shift.ayse.agent, shift.boss.agent});
        QCOMPARE(shift.handOut(), 0); // by hand
        shift.assignAutomatically(8);
        shift.board().setPresence(shift.ayse.agent, Presence::Busy);
        QCOMPARE(shift.handOut(), 0); // busy; and supervisors get nothing by themselves
        shift.board().setPresence(shift.ayse.agent, Presence::Online);
        QCOMPARE(shift.handOut(), 1);
    }

    void whatWaitsForOneWhoHasLeftGoesOnAndSaysSo()
    {
        Shift shift;
        shift.assignAutomatically(8);
        shift.board().setConnected({shift.ayse.agent});
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        shift.writes(shift.zeynep, u"wamid.2"_s, 1);
        QVERIFY(!shift.answers(shift.ayse, shift.zeynep)); // nobody waits there
        QCOMPARE(shift.work(shift.elif).assignee, shift.ayse.agent);
        shift.board().setConnected({shift.ayse.agent, shift.mehmet.agent});
        QCOMPARE(shift.handOut(), 0); // she is here
        shift.board().setPresence(shift.ayse.agent, Presence::Away);
        const qint64 seq = shift.lastChange();
        QCOMPARE(shift.handOut(), 1);
        QCOMPARE(shift.work(shift.elif).assignee, shift.mehmet.agent);
        QCOMPARE(shift.work(shift.zeynep).assignee, shift.ayse.agent);
        QCOMPARE(shift.lines(shift.elif).last(), u"assigned||Mehmet\nAyşe"_s);
        QCOMPARE(shift.audit(u"work.done"_s).first().result, u"assign"_s);
        QVERIFY(!shift.changesAfter(seq).isEmpty());
        QCOMPARE(shift.handOut(), 0);
        shift.board().setPresence(shift.mehmet.agent, Presence::Away);
        QCOMPARE(shift.handOut(), 0); // nobody is there for it: it stays whose it is
        QCOMPARE(shift.work(shift.elif).assignee, shift.mehmet.agent);
    }

    void aCutAndALockedScreenHaveAMinute()
    {
        Shift shift;
        shift.assignAutomatically(8);
        shift.board().setConnected({shift.ayse.agent});
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        shift.board().setConnected({shift.ayse.agent, shift.mehmet.agent});
        shift.board().setLocked(shift.ayse.agent, QByteArray(), true);
        shift.writes(shift.zeynep, u"wamid.2"_s, 1); // nothing new to an empty chair
        QCOMPARE(shift.work(shift.zeynep).assignee, shift.mehmet.agent);
        QCOMPARE(shift.handOut(), 0);
        shift.at(61);
        QCOMPARE(shift.handOut(), 1);
        QCOMPARE(shift.work(shift.elif).assignee, shift.mehmet.agent);
    }

    void whatSomebodyAnswersAtThisMomentStays()
    {
        Shift shift;
        shift.assignAutomatically(8);
        shift.board().setConnected({shift.ayse.agent, shift.mehmet.agent});
        shift.at(120);
        shift.writes(shift.elif, u"wamid.1"_s, 120);
        QVERIFY(!shift.act(shift.ayse, shift.elif, WorkAct::Kind::TakeOver));
        shift.board().setPresence(shift.ayse.agent, Presence::Away);
        QCOMPARE(shift.handOut(), 0);
        WorkRounds rounds(shift.kit().store(), shift.clock(), &shift.board());
        const auto closing = shift.kit().closing();
        QSignalSpy rested(&rounds, &WorkRounds::rested);
        rounds.start();
        QTRY_COMPARE(rested.size(), 1);
        QCOMPARE(rounds.nextIn(), std::optional<Duration>(60s)); // then her lease is over
        shift.at(180);
        rounds.wake();
        QTRY_COMPARE(rested.size(), 2);
        QCOMPARE(shift.work(shift.elif).assignee, shift.mehmet.agent);
        rounds.stop();
    }

    void byHandNothingIsTakenFromAnybody()
    {
        Shift shift;
        shift.board().setConnected({shift.ayse.agent, shift.mehmet.agent});
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        QVERIFY(!shift.act(shift.ayse, shift.elif, WorkAct::Kind::Claim));
        shift.board().setPresence(shift.ayse.agent, Presence::Away);
        shift.at(600);
        QCOMPARE(shift.handOut(), 0);
        QCOMPARE(shift.work(shift.elif).assignee, shift.ayse.agent);
    }

    void aRoundHandsOut()
    {
        Shift shift;
        shift.assignAutomatically(8);
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        WorkRounds rounds(shift.kit().store(), shift.clock(), &shift.board());
        const auto closing = shift.kit().closing();
        QSignalSpy rested(&rounds, &WorkRounds::rested);
        rounds.start();
        QTRY_COMPARE(rested.size(), 1);
        QVERIFY(!shift.work(shift.elif).assignee.isValid());
        shift.board().setConnected({shift.ayse.agent});
        rounds.wake();
        QTRY_COMPARE(rested.size(), 2);
        QCOMPARE(shift.work(shift.elif).assignee, shift.ayse.agent);
        rounds.stop();
    }
};

DESTEK_TEST(HandingOut)
#include "tst_handing_out.moc"
