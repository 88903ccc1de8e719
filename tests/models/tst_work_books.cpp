// What is known of the team and of oneself, and what is told of it.
#include "models/work/attending.h"
#include "models/work/own_book.h"
#include "models/work/sharing.h"
#include "models/work/snooze_times.h"
#include "models/work/team_book.h"
#include "net/fake/fake_server.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;

namespace
{

constexpr AgentId kMe(1);
constexpr AgentId kAyse(2);
constexpr AgentId kBurak(3);

} // namespace

class WorkBooks : public QObject
{
    Q_OBJECT
    test::ManualClock m_clock;

private Q_SLOTS:
    void theTeamIsKnownByNameAndWhoIsHereComesFirst()
    {
        net::FakeServer server(&m_clock);
        models::TeamBook team(&server);
        QCOMPARE(team.nameOf(kAyse), QString()); // not loaded: never guessed
        QSignalSpy changed(&team, &models::TeamBook::changed);
        team.load(kMe);
        QVERIFY(changed.wait());
        QCOMPARE(team.nameOf(kAyse), u"Ayşe Demir"_s);
        QStringList names;
        for (const Colleague &one : team.answering())
            names << one.name;
        QCOMPARE(names, (QStringList{u"Deniz Kaya"_s, u"Ayşe Demir"_s, u"Burak Sönmez"_s}));
        for (const Label &label : team.labels())
            QVERIFY(!label.retired);
        QVERIFY(team.label(LabelId(5))->retired); // still shown where it is
    }

    void presenceReplacesWhatWasKnown()
    {
        net::FakeServer server(&m_clock);
        models::TeamBook team(&server);
        QSignalSpy changed(&team, &models::TeamBook::changed);
        team.load(kMe);
        QVERIFY(changed.wait());
        QCOMPARE(team.presenceOf(kBurak), Presence::Away);
        QVERIFY(team.isGone(kBurak) && !team.isGone(kAyse));
        QVERIFY(!team.isGone(AgentId(77))); // never heard of: never guessed
        PresenceNow now;
        now.agents = {{kBurak, Presence::Online, m_clock.now()}};
        now.attending = {Attendance{ConversationId(4), kBurak, true, {}},
                         Attendance{ConversationId(4), kMe, false, {}},
                         Attendance{ConversationId(5), kAyse, false, {}}};
        team.apply(now);
        QCOMPARE(team.presenceOf(kBurak), Presence::Online);
        QCOMPARE(team.presenceOf(kAyse), Presence::Offline); // who is not listed has gone
        QVERIFY(!team.isGone(kBurak) && team.isGone(kAyse));
        QCOMPARE(
            team.attending(ConversationId(4)),
            (QList<Attendance>{Attendance{ConversationId(4), kBurak, true, {}}})); // not myself
        team.apply(PresenceNow());
        QVERIFY(team.attending(ConversationId(5)).isEmpty());
    }

    void ownMarksOfTwoConsolesMeet()
    {
        net::FakeServer server(&m_clock);
        models::OwnBook own(&server);
        ConversationSummary summary = server.world().conversation(ConversationId(1));
        summary.work.assignee = kMe;
        summary.work.heard = 10;
        server.hang(net::FakeCall::Own);
        own.load();
        own.markSeen(summary); // here, before the answer came
        server.release(net::FakeCall::Own);
        QSignalSpy changed(&own, &models::OwnBook::changed);
        QVERIFY(changed.wait());
        summary.work.heard = 12;
        QCOMPARE(own.unread(summary, kMe), 2);
    }

    void aNoteThatNamesMeIsMarkedUntilLookedAt()
    {
        net::FakeServer server(&m_clock);
        server.colleagueNotes(kAyse, ConversationId(3), u"Buna bakar mısın?"_s, {kMe});
        models::OwnBook own(&server);
        QSignalSpy changed(&own, &models::OwnBook::changed);
        own.load();
        QVERIFY(changed.wait());
        QVERIFY(own.isMentioned(ConversationId(3)));
        own.markSeen(server.world().conversation(ConversationId(3)));
        QVERIFY(!own.isMentioned(ConversationId(3)));
        QTRY_VERIFY(server.teamNow().mentioned.isEmpty());
    }

    void attendingIsSaidAtOnceAndThenEveryHalfMinute()
    {
        net::FakeServer server(&m_clock);
        QList<std::function<void()>> timers;
        models::Attending attending(
            &server, &m_clock,
            [&](Duration, QObject *, std::function<void()> run) { timers << std::move(run); });
        const auto said = [&] { return server.calls(net::FakeCall::Attend); };
        attending.look(ConversationId(4));
        attending.look(ConversationId(4));
        QCOMPARE(said(), 1);
        attending.tick();
        QCOMPARE(said(), 1);
        m_clock.advance(kLeaseRenewedEvery);
        attending.tick();
        QCOMPARE(said(), 2);
        attending.typing(ConversationId(4));
        attending.typing(ConversationId(4)); // every key, said once
        QCOMPARE(said(), 3);
        QTRY_COMPARE(server.teamNow().now.attending,
                     (QList<Attendance>{Attendance{ConversationId(4), kMe, true, {}}}));
        timers.takeFirst()(); // five quiet seconds after the first key, not after the last
        QCOMPARE(said(), 3);
        timers.takeFirst()();
        QCOMPARE(said(), 4);
        QTRY_VERIFY(!server.teamNow().now.attending.constFirst().typing);
        attending.typing(ConversationId(9)); // not where I look
        QCOMPARE(said(), 4);
        attending.look({});
        QTRY_VERIFY(server.teamNow().now.attending.isEmpty());
        m_clock.advance(std::chrono::hours(1));
        attending.tick();
        QCOMPARE(said(), 5); // nowhere is said once
    }

    void manyAreAskedInTurnsAndAnsweredTogether()
    {
        net::FakeServer server(&m_clock, {450, 225, 5});
        models::Sharing sharing(&server);
        QList<ConversationId> all;
        for (qint64 id = 1; id <= 450; ++id)
            all << ConversationId(id);
        QVERIFY(!server.colleagueActs(kAyse, ConversationId(7), WorkAct()).refusal);
        int stands = 0;
        QList<WorkOutcome> outcomes;
        connect(&sharing, &models::Sharing::stands, this, [&] { ++stands; });
        connect(&sharing, &models::Sharing::acted, this,
                [&](const WorkAct &, const QList<WorkOutcome> &got) { outcomes = got; });
        WorkAct resolve;
        resolve.kind = WorkAct::Kind::Resolve;
        sharing.act(all, resolve);
        QTRY_COMPARE(outcomes.size(), 450);
        QCOMPARE(server.calls(net::FakeCall::Act), 3);
        QCOMPARE(stands, 450);
        int refused = 0;
        for (const WorkOutcome &outcome : std::as_const(outcomes))
            refused += outcome.refusal ? 1 : 0;
        QCOMPARE(refused, 1);
        QCOMPARE(server.world().conversation(ConversationId(7)).work.status, WorkStatus::Open);
        QCOMPARE(server.world().conversation(ConversationId(8)).work.status, WorkStatus::Resolved);
    }

    void aFailureInTheMiddleTellsWhatWasDone()
    {
        net::FakeServer server(&m_clock, {450, 225, 5});
        models::Sharing sharing(&server);
        QList<ConversationId> all;
        for (qint64 id = 1; id <= 250; ++id)
            all << ConversationId(id);
        QSignalSpy acted(&sharing, &models::Sharing::acted);
        QSignalSpy failed(&sharing, &models::Sharing::failed);
        sharing.act(all, WorkAct());
        QTRY_COMPARE(server.calls(net::FakeCall::Act), 2);
        QTRY_COMPARE(acted.size(), 1);
        server.failNext(net::FakeCall::Act, ApiErrorCode::Unreachable);
        sharing.act(all, WorkAct());
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(acted.size(), 1); // nothing was done the second time
    }

    void theTimesOfSnoozing()
    {
        const Instant now = m_clock.now();
        const auto times = models::snoozeTimes(now, now + std::chrono::hours(5));
        QCOMPARE(times.inAnHour - now, Duration(std::chrono::hours(1)));
        const QDateTime morning = QDateTime::fromMSecsSinceEpoch(times.tomorrowMorning.ms);
        QCOMPARE(morning.time(), QTime(9, 0));
        QCOMPARE(morning.date(), QDateTime::fromMSecsSinceEpoch(now.ms).date().addDays(1));
        QCOMPARE(*times.beforeWindow - now, Duration(std::chrono::hours(4)));
        QVERIFY(!models::snoozeTimes(now, now + std::chrono::minutes(50)).beforeWindow);
        QVERIFY(!models::snoozeTimes(now, std::nullopt).beforeWindow);
    }
};

DESTEK_TEST(WorkBooks)
#include "tst_work_books.moc"
