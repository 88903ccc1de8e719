#include "core/policy/work_policy.h"
#include "tests/kit/test_main.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace std::chrono_literals;

namespace
{

using Kind = WorkAct::Kind;

const AgentId kAyse(1);
const AgentId kMehmet(2);
const Instant kNow = Instant::fromSeconds(1'795'327'200);

WorkAct act(Kind kind)
{
    WorkAct act;
    act.kind = kind;
    return act;
}

WorkFacts facts()
{
    WorkFacts facts;
    facts.now = kNow;
    facts.agentMayAnswer = true;
    facts.labelKnown = true;
    return facts;
}

/// Mehmet answers here, his lease ends in `left`.
WorkFacts heldByMehmet(Duration left = 30s)
{
    WorkFacts held = facts();
    held.work.assignee = kMehmet;
    held.work.holder = kMehmet;
    held.work.heldUntil = kNow + left;
    return held;
}

WorkAct snooze(Duration span)
{
    WorkAct wanted = act(Kind::Snooze);
    wanted.until = kNow + span;
    return wanted;
}

Candidate candidate(qint64 id, Presence presence, int open, qint64 lastAssigned)
{
    Candidate one;
    one.agent = AgentId(id);
    one.presence = presence;
    one.open = open;
    one.lastAssigned = Instant::fromMs(lastAssigned);
    return one;
}

} // namespace

/// How agents share conversations without stepping on each other (design/journeys.md 6.1,
/// design/lessons.md 39 and 20).
class WorkPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatAColleaguesLeaseForbids_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("forbidden");
        const auto row = [](Kind kind, bool forbidden) {
            QTest::newRow(wireName(kind).data()) << int(kind) << forbidden;
        };
        row(Kind::Claim, true);
        row(Kind::Snooze, true);
        row(Kind::Resolve, true);
        row(Kind::TakeOver, false);
        row(Kind::Release, false);
        row(Kind::Assign, true);
        row(Kind::AddLabel, false);
        row(Kind::SetPriority, false);
    }
    void whatAColleaguesLeaseForbids()
    {
        QFETCH(int, kind);
        QFETCH(bool, forbidden);
        WorkAct wanted = snooze(1h);
        wanted.kind = Kind(kind);
        wanted.agent = kAyse;
        wanted.label = LabelId(7);
        wanted.priority = Priority::High;
        const auto refusal = whyNot(heldByMehmet(), wanted, kAyse);
        QCOMPARE(refusal == WorkRefusal::HeldByColleague, forbidden);
        QVERIFY(!whyNot(heldByMehmet(), wanted, kMehmet)); // his own lease hinders nobody but us
        // The moment it is over, it is over.
        QVERIFY(whyNot(heldByMehmet(1ms), wanted, kAyse) != std::nullopt || !forbidden);
        QVERIFY(!whyNot(heldByMehmet(0ms), wanted, kAyse));
    }

    void aClaimIsMineAndHeldForAMinute()
    {
        WorkFacts before = heldByMehmet(0ms);
        before.work.status = WorkStatus::Snoozed;
        before.work.snoozedUntil = kNow + 1h;
        const WorkState claimed = after(before, act(Kind::Claim), kAyse);
        QCOMPARE(claimed.assignee, kAyse);
        QCOMPARE(claimed.holder, kAyse);
        QCOMPARE(claimed.heldUntil, kNow + 60s);
        QCOMPARE(claimed.status, WorkStatus::Open);
        QVERIFY(!claimed.snoozedUntil);
        QVERIFY(isHeldByOther(claimed, kMehmet, kNow + 59s));
        QVERIFY(!isHeldByOther(claimed, kMehmet, kNow + 60s));
        QVERIFY(!isHeldByOther(claimed, kAyse, kNow));
        // Whom we do not know is somebody else, and holds nothing themselves.
        QVERIFY(isHeldByOther(claimed, AgentId(), kNow));
        QVERIFY(!isHeldByOther(WorkState(), kAyse, kNow));
    }

    void takingOverIsAlwaysPossible()
    {
        const WorkFacts held = heldByMehmet();
        QVERIFY(!whyNot(held, act(Kind::TakeOver), kAyse));
        const WorkState taken = after(held, act(Kind::TakeOver), kAyse);
        QCOMPARE(taken.holder, kAyse);
        QCOMPARE(taken.assignee, kAyse);
    }

    void handingOver()
    {
        WorkAct give = act(Kind::Assign);
        give.agent = kMehmet;
        WorkFacts mine = facts();
        mine.work.assignee = kAyse;
        mine.work.holder = kAyse;
        mine.work.heldUntil = kNow + 30s;
        const WorkState given = after(mine, give, kAyse);
        QCOMPARE(given.assignee, kMehmet);
        QVERIFY(!given.holder.isValid()); // he can begin at once
        QVERIFY(!isHeldByOther(given, kMehmet, kNow));

        WorkFacts his = facts();
        his.work.assignee = kMehmet;
        QCOMPARE(whyNot(his, give, kAyse), std::optional(WorkRefusal::AlreadySo));
        give.note = u"Fatura bekliyor"_s; // a word to go with it is something to do
        QVERIFY(!whyNot(his, give, kAyse));
        mine.agentMayAnswer = false;
        QCOMPARE(whyNot(mine, give, kAyse), std::optional(WorkRefusal::AgentUnknown));
    }

    void whatAColleagueAnswersIsGivenAwayOnlyByWhoLeadsTheTeam()
    {
        WorkAct give = act(Kind::Assign);
        WorkFacts held = heldByMehmet();
        held.work.assignee = kAyse; // hers, but he answers for her at this moment
        for (const AgentId to : {AgentId(), kAyse, AgentId(3)}) {
            give.agent = to;
            give.note = u"Lütfen bakın"_s;
            QCOMPARE(whyNot(held, give, kAyse), std::optional(WorkRefusal::HeldByColleague));
            QVERIFY(!whyNot(held, give, kMehmet)); // he gives it away himself
        }
        give.agent = kMehmet; // to whoever answers anyway
        QVERIFY(!whyNot(held, give, kAyse));
        QVERIFY(isHeldByOther(after(held, give, kAyse), kAyse, kNow)); // nothing is interrupted
        give.agent = AgentId(3);
        held.leadsTeam = true;
        QVERIFY(!whyNot(held, give, kAyse));
    }

    void releasingLetsGoOfOnesOwnAlone()
    {
        const WorkState mine = after(heldByMehmet(), act(Kind::Release), kMehmet);
        QVERIFY(!mine.holder.isValid());
        QCOMPARE(mine.assignee, kMehmet); // it stays his
        QCOMPARE(after(heldByMehmet(), act(Kind::Release), kAyse), heldByMehmet().work);
    }

    void aSnoozeComesBackBeforeTheWindowCloses_data()
    {
        QTest::addColumn<int>("waiting");
        QTest::addColumn<qint64>("windowMinutes"); // 0: never wrote
        QTest::addColumn<qint64>("wantedMinutes");
        QTest::addColumn<qint64>("backMinutes"); // 0: refused
        QTest::newRow("nobody waits") << 0 << 120LL << 600LL << 600LL;
        QTest::newRow("they wait, window later") << 1 << 900LL << 600LL << 600LL;
        QTest::newRow("they wait, window sooner") << 1 << 300LL << 600LL << 240LL;
        QTest::newRow("they wait, an hour is left") << 1 << 60LL << 600LL << 0LL;
        QTest::newRow("they wait, a minute more") << 1 << 61LL << 600LL << 1LL;
        QTest::newRow("they wait, window closed long ago") << 1 << -60LL << 600LL << 600LL;
        QTest::newRow("they wait, never a window") << 1 << 0LL << 600LL << 600LL;
    }
    void aSnoozeComesBackBeforeTheWindowCloses()
    {
        QFETCH(int, waiting);
        QFETCH(qint64, windowMinutes);
        QFETCH(qint64, wantedMinutes);
        QFETCH(qint64, backMinutes);
        WorkFacts now = facts();
        now.waiting = waiting;
        if (windowMinutes != 0)
            now.windowClosesAt = kNow + std::chrono::minutes(windowMinutes);
        const WorkAct wanted = snooze(std::chrono::minutes(wantedMinutes));
        if (backMinutes == 0) {
            QCOMPARE(whyNot(now, wanted, kAyse), std::optional(WorkRefusal::WindowTooShort));
            return;
        }
        QVERIFY(!whyNot(now, wanted, kAyse));
        const WorkState snoozed = after(now, wanted, kAyse);
        QCOMPARE(snoozed.status, WorkStatus::Snoozed);
        QCOMPARE(snoozed.snoozedUntil, std::optional(kNow + std::chrono::minutes(backMinutes)));
        QVERIFY(!snoozed.holder.isValid());
    }

    void aSnoozeNeedsATimeAhead()
    {
        QCOMPARE(whyNot(facts(), snooze(0s), kAyse), std::optional(WorkRefusal::SnoozePast));
        QCOMPARE(whyNot(facts(), snooze(-1s), kAyse), std::optional(WorkRefusal::SnoozePast));
        QVERIFY(!whyNot(facts(), snooze(24h * 90), kAyse));
        QCOMPARE(whyNot(facts(), snooze(24h * 90 + 1ms), kAyse),
                 std::optional(WorkRefusal::SnoozeTooFar));
    }

    void whatIsSoIsSaidToBeSo()
    {
        WorkFacts done = facts();
        done.work.status = WorkStatus::Resolved;
        done.work.labels = {LabelId(3)};
        const auto so = std::optional(WorkRefusal::AlreadySo);
        QCOMPARE(whyNot(done, act(Kind::Resolve), kAyse), so);
        QCOMPARE(whyNot(facts(), act(Kind::Reopen), kAyse), so);
        WorkAct label = act(Kind::AddLabel);
        label.label = LabelId(3);
        QCOMPARE(whyNot(done, label, kAyse), so);
        label.label = LabelId(4);
        QVERIFY(!whyNot(done, label, kAyse));
        label.kind = Kind::RemoveLabel;
        QCOMPARE(whyNot(done, label, kAyse), so);
        QCOMPARE(whyNot(facts(), act(Kind::SetPriority), kAyse), so); // normal it is
        done.labelKnown = false;
        label.kind = Kind::AddLabel;
        QCOMPARE(whyNot(done, label, kAyse), std::optional(WorkRefusal::LabelUnknown));
    }

    void labelsStayInOrder()
    {
        WorkFacts now = facts();
        for (const qint64 id : {5, 2, 9, 7}) {
            WorkAct label = act(Kind::AddLabel);
            label.label = LabelId(id);
            now.work = after(now, label, kAyse);
        }
        QCOMPARE(now.work.labels, (QList{LabelId(2), LabelId(5), LabelId(7), LabelId(9)}));
        WorkAct off = act(Kind::RemoveLabel);
        off.label = LabelId(7);
        QCOMPARE(after(now, off, kAyse).labels, (QList{LabelId(2), LabelId(5), LabelId(9)}));
    }

    void whateverTheCustomerWritesOpensIt()
    {
        WorkState work;
        work.status = WorkStatus::Snoozed;
        work.snoozedUntil = kNow + 1h;
        work.assignee = kAyse;
        const WorkState here = afterCustomerWrote(work, true);
        QCOMPARE(here.status, WorkStatus::Open);
        QVERIFY(!here.snoozedUntil);
        QCOMPARE(here.assignee, kAyse);
        QVERIFY(!afterCustomerWrote(work, false).assignee.isValid()); // not for one who is away
    }

    void whoAnswersHoldsIt()
    {
        const WorkState answered = afterAnswer(WorkState(), kAyse, kNow);
        QCOMPARE(answered.assignee, kAyse);
        QCOMPARE(answered.holder, kAyse);
        QCOMPARE(answered.heldUntil, kNow + 60s);
        WorkState his;
        his.assignee = kMehmet;
        QCOMPARE(afterAnswer(his, kAyse, kNow).assignee, kMehmet); // helping out takes nothing away
        QCOMPARE(afterAnswer(his, AgentId(), kNow), his);          // the daemon claims nothing
    }

    void newWorkGoesToWhoHasHadNoneForLongest()
    {
        AssignmentRule rule;
        rule.automatic = true;
        rule.capacity = 3;
        const QList<Candidate> all{
            candidate(1, Presence::Busy, 0, 0),    candidate(2, Presence::Away, 0, 0),
            candidate(3, Presence::Offline, 0, 0), candidate(4, Presence::Online, 3, 1), // full
            candidate(5, Presence::Online, 2, 50), candidate(6, Presence::Online, 0, 70)};
        QCOMPARE(nextAssignee(all, rule), std::optional(AgentId(5)));
        QCOMPARE(
            nextAssignee(
                {candidate(8, Presence::Online, 0, 9), candidate(7, Presence::Online, 0, 9)}, rule),
            std::optional(AgentId(7))); // the same for everybody who asks
        QVERIFY(!nextAssignee(all.mid(0, 4), rule));
        rule.automatic = false;
        QVERIFY(!nextAssignee(all, rule));
    }
};

DESTEK_TEST(WorkPolicy)
#include "tst_work_policy.moc"
