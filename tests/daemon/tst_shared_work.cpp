#include "tests/daemon/shift.h"
#include "tests/kit/test_main.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace destek;
using namespace destek::daemon;
using namespace destek::test;
using namespace std::chrono_literals;

using Kind = WorkAct::Kind;

/// Colleagues at one inbox: whose it is, who answers, what is kept of it (design/journeys.md 6.1,
/// design/lessons.md 39).
class SharedWork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewMessageOpensAndIsCounted()
    {
        Shift shift;
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        QCOMPARE(shift.work(shift.elif).status, WorkStatus::Open);
        QCOMPARE(shift.work(shift.elif).heard, 1);
        QVERIFY(!shift.act(shift.ayse, shift.elif, Kind::Resolve));
        shift.writes(shift.elif, u"wamid.1"_s, 0); // delivered again
        QCOMPARE(shift.work(shift.elif).status, WorkStatus::Resolved);
        shift.comes(meta::messages(
            {meta::message(shift.elif, u"wamid.2"_s, Desk::kNow + 5, u"reaction"_s,
                           QJsonObject{{u"message_id"_s, u"wamid.1"_s}, {u"emoji"_s, u"👍"_s}})},
            {shift.elif}));
        QCOMPARE(shift.work(shift.elif).status, WorkStatus::Resolved); // a thumb asks for nothing
        QCOMPARE(shift.work(shift.elif).heard, 1);
        shift.writes(shift.elif, u"wamid.3"_s, 10);
        QCOMPARE(shift.work(shift.elif).status, WorkStatus::Open);
        QCOMPARE(shift.work(shift.elif).heard, 2);
        QCOMPARE(shift.summary(shift.elif).work, shift.work(shift.elif)); // consoles see the same
        QVERIFY(!shift.lines(shift.elif).join(u' ').contains(u"reopened"_s));
    }

    void aClaimIsKeptShownAndAudited()
    {
        Shift shift;
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        const ConversationSummary before = shift.summary(shift.elif);
        shift.at(60);
        const qint64 seq = shift.lastChange();
        QVERIFY(!shift.act(shift.ayse, shift.elif, Kind::Claim));
        shift.kit().reopen();
        const WorkState work = shift.work(shift.elif);
        QCOMPARE(work.assignee, shift.ayse.agent);
        QCOMPARE(work.holder, shift.ayse.agent);
        QCOMPARE(work.heldUntil, shift.clock().now() + 60s);
        QCOMPARE(shift.lines(shift.elif), QStringList{u"assigned|Ayşe|Ayşe"_s});
        const auto audited = shift.audit(u"work.done"_s);
        QCOMPARE(audited.size(), 1);
        QCOMPARE(audited.first().result, u"claim"_s);
        QCOMPARE(audited.first().actor, u"Ayşe"_s);
        QCOMPARE(audited.first().contact, shift.who(shift.elif));
        QList<ChangeKind> told;
        for (const Change &change : shift.changesAfter(seq))
            told << change.kind;
        QCOMPARE(told, (QList{ChangeKind::Message, ChangeKind::Conversation}));
        // Lines of our own are nobody's last word.
        const ConversationSummary now = shift.summary(shift.elif);
        QCOMPARE(now.lastLine, before.lastLine);
        QCOMPARE(now.lastAt, before.lastAt);
        QCOMPARE(now.waiting, 1);
        QVERIFY(now.revision > before.revision);
    }

    void aColleaguesLeaseIsRespectedUntilSomebodyTakesOver()
    {
        Shift shift;
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        QVERIFY(!shift.act(shift.ayse, shift.elif, Kind::Claim));
        shift.at(59);
        for (const Kind kind : {Kind::Claim, Kind::Resolve})
            QCOMPARE(shift.act(shift.mehmet, shift.elif, kind),
                     std::optional(WorkRefusal::HeldByColleague));
        QCOMPARE(shift.work(shift.elif).holder, shift.ayse.agent);
        QVERIFY(!shift.act(shift.mehmet, shift.elif, Kind::TakeOver));
        QCOMPARE(shift.work(shift.elif).holder, shift.mehmet.agent);
        QCOMPARE(shift.lines(shift.elif).last(), u"taken_over|Mehmet|Ayşe"_s);
        QCOMPARE(shift.audit(u"work.done"_s).first().result, u"take_over"_s);
        shift.at(59 + 60); // nobody renewed it
        QVERIFY(!shift.act(shift.ayse, shift.elif, Kind::Claim));
        QCOMPARE(shift.audit(u"work.done"_s).size(), 3); // what was refused was not done
    }

    void whatAColleagueAnswersIsNotHandedOverByAnotherAgent()
    {
        Shift shift;
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        QVERIFY(!shift.act(shift.ayse, shift.elif, Kind::Claim));
        WorkAct give = Shift::wanted(Kind::Assign);
        give.agent = shift.mehmet.agent;
        give.note = u"Lütfen bakın"_s;
        QCOMPARE(shift.act(shift.mehmet, shift.elif, give),
                 std::optional(WorkRefusal::HeldByColleague));
        QCOMPARE(shift.work(shift.elif).assignee, shift.ayse.agent);
        QCOMPARE(shift.work(shift.elif).holder, shift.ayse.agent);
        QVERIFY(!shift.lines(shift.elif).last().contains(u"Lütfen"_s)); // the note neither
        QVERIFY(!shift.act(shift.boss, shift.elif, give)); // whoever leads the team decides
        QCOMPARE(shift.work(shift.elif).assignee, shift.mehmet.agent);
        shift.at(60); // nobody renewed it
        give.agent = shift.ayse.agent;
        QVERIFY(!shift.act(shift.mehmet, shift.elif, give));
    }

    void whoAnswersHoldsTheConversation()
    {
        Shift shift;
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        QVERIFY(!shift.answers(shift.ayse, shift.elif));
        QCOMPARE(shift.work(shift.elif).assignee, shift.ayse.agent);
        QCOMPARE(shift.answers(shift.mehmet, shift.elif),
                 std::optional(SendRefusal::HeldByColleague));
        QCOMPARE(shift.answers(shift.boss, shift.elif),
                 std::optional(SendRefusal::HeldByColleague)); // supervisors take over first
        QCOMPARE(shift.audit(u"message.refused"_s).size(), 2);
        QVERIFY(!shift.answers(shift.ayse, shift.elif)); // her own lease stops nobody but them
        QVERIFY(!shift.act(shift.boss, shift.elif, Kind::TakeOver));
        QVERIFY(!shift.answers(shift.boss, shift.elif));
        QCOMPARE(shift.answers(shift.ayse, shift.elif),
                 std::optional(SendRefusal::HeldByColleague));
        shift.at(60);
        QVERIFY(!shift.answers(shift.ayse, shift.elif));
        QCOMPARE(shift.work(shift.elif).assignee, shift.boss.agent); // helping takes nothing away
    }

    void nothingIsResentOverAColleaguesHead()
    {
        Shift shift;
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        const SendCommand command = shift.text(shift.elif, u"Buyurun"_s);
        QVERIFY(!shift.sendsAs(shift.ayse, command).refusal);
        shift.settle(shift.claim().first(), Desk::refused(131026));
        const auto decide = [&](const Actor &actor) {
            std::optional<SendRefusal> refusal;
            shift.kit().write([&](Tx &tx) -> Stored<Done> {
                const auto answer = SendService(tx, shift.clock()).decide(actor, command.id, true);
                if (!answer)
                    return failure(answer.error());
                refusal = *answer;
                return done();
            });
            return refusal;
        };
        QCOMPARE(decide(shift.mehmet), std::optional(SendRefusal::HeldByColleague));
        QVERIFY(!decide(shift.ayse));
    }

    // Two agents press Enter in the same instant: the customer gets one answer.
    void nobodyIsAnsweredTwice()
    {
        Shift shift;
        for (int round = 0; round < 40; ++round) {
            const meta::Sender customer{u"9053211%1"_s.arg(round, 5, 10, QChar(u'0')),
                                        u"TR.%1"_s.arg(round),
                                        u"Müşteri"_s,
                                        {}};
            shift.writes(customer, u"wamid.%1"_s.arg(round), round);
            const ConversationId id = shift.conversation(customer).id;
            std::atomic<int> ready{0};
            std::atomic<int> taken{0};
            std::atomic<int> held{0};
            const auto press = [&](const Actor &actor) {
                SendCommand command;
                command.id = MessageId::create();
                command.conversation = id;
                command.content.text = u"Buyurun"_s;
                ++ready;
                while (ready.load() < 2)
                    std::this_thread::yield();
                const auto written = shift.kit().store().writeAndWait([&](Tx &tx) -> Stored<Done> {
                    const auto queued = SendService(tx, shift.clock()).queue(actor, command);
                    if (!queued)
                        return failure(queued.error());
                    ++(queued->refusal ? held : taken);
                    return done();
                });
                if (!written)
                    qFatal("a write failed");
            };
            std::thread other(press, shift.mehmet);
            press(shift.ayse);
            other.join();
            QCOMPARE(taken.load(), 1);
            QCOMPARE(held.load(), 1);
        }
        int messages = 0;
        for (auto requests = shift.claim(100); !requests.isEmpty(); requests = shift.claim(100)) {
            messages += int(requests.size());
            for (const OutboundRequest &request : std::as_const(requests))
                shift.settle(request, Desk::accepted(u"wamid.o"_s + request.id.toString()));
        }
        QCOMPARE(messages, 40);
    }

    void theOptOutConfirmationWaitsForNobody()
    {
        Shift shift;
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        QVERIFY(!shift.act(shift.ayse, shift.elif, Kind::Claim));
        shift.writes(shift.elif, u"wamid.2"_s, 10, u"DURDUR"_s);
        const auto requests = shift.claim();
        QCOMPARE(requests.size(), 1);
        QCOMPARE(Desk::words(requests.first()), kConfirmation);
        QCOMPARE(shift.work(shift.elif).holder, shift.ayse.agent); // and takes nothing away
    }

    void lookingRenewsOnesOwnLeaseAlone()
    {
        Shift shift;
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        QVERIFY(!shift.act(shift.ayse, shift.elif, Kind::Claim));
        const ConversationId id = shift.conversation(shift.elif).id;
        const auto looks = [&](const Actor &actor) {
            return shift.kit().store().writeAndWait([&](Tx &tx) -> Stored<Done> {
                const auto until = WorkService(tx, shift.clock()).renew(actor, id);
                if (!until)
                    return failure(until.error());
                return *until ? Stored<Done>(done()) : failure(StoreError::Conflict);
            });
        };
        const qint64 seq = shift.lastChange();
        shift.at(30);
        QVERIFY(looks(shift.ayse));
        QVERIFY(!looks(shift.mehmet));
        shift.at(89);
        QCOMPARE(shift.act(shift.mehmet, shift.elif, Kind::Claim),
                 std::optional(WorkRefusal::HeldByColleague));
        QCOMPARE(shift.lastChange(), seq); // twice a minute and agent is nothing for the feed
        shift.at(90);
        QVERIFY(!looks(shift.ayse)); // over is over: somebody may have taken heart
        QVERIFY(!shift.act(shift.mehmet, shift.elif, Kind::Claim));
    }

    void handingOverWithANote()
    {
        Shift shift;
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        QVERIFY(!shift.act(shift.ayse, shift.elif, Kind::Claim));
        WorkAct give = Shift::wanted(Kind::Assign);
        give.agent = shift.mehmet.agent;
        give.note = u"Kartı 4111 1111 1111 1111, iade istiyor"_s;
        QVERIFY(!shift.act(shift.ayse, shift.elif, give));
        const QStringList lines = shift.lines(shift.elif);
        QCOMPARE(lines.at(1), u"assigned|Ayşe|Mehmet"_s);
        QVERIFY(lines.at(2).startsWith(u"note|Ayşe|Kartı"_s));
        QVERIFY(!lines.at(2).contains(u"1111 1111"_s));
        QCOMPARE(shift.work(shift.elif).assignee, shift.mehmet.agent);
        QCOMPARE(shift.kit().read<QList<ConversationId>>(
                     [&](const Tx &tx) { return tx.own().mentionedIn(shift.mehmet.agent); }),
                 QList{shift.conversation(shift.elif).id}); // he hears of it
        QVERIFY(!shift.answers(shift.mehmet, shift.elif));  // at once
        const auto requests = shift.claim();
        QCOMPARE(requests.size(), 1); // a note goes to nobody
        QCOMPARE(Desk::words(requests.first()), u"Buyurun"_s);
        QCOMPARE(shift.summary(shift.elif).lastLine, u"Buyurun"_s);
        QVERIFY(!shift.kit().allBytes().contains("iade istiyor"));
        give.note.clear();
        give.agent = AgentId();
        QVERIFY(!shift.act(shift.boss, shift.elif, give));
        QCOMPARE(shift.lines(shift.elif).last(), u"assigned|Nur|"_s);
        give.agent = AgentId(4711);
        QCOMPARE(shift.act(shift.boss, shift.elif, give), std::optional(WorkRefusal::AgentUnknown));
        give.agent = shift.colleague(u"Deniz"_s, {Role::PrivacyOfficer}).agent;
        QCOMPARE(shift.act(shift.boss, shift.elif, give),
                 std::optional(WorkRefusal::AgentUnknown)); // may not answer
    }

    void whoWaitsWhenWeAnswerAgainIsNotPutAway()
    {
        Shift shift;
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        QVERIFY(!shift.act(shift.ayse, shift.elif, Kind::Resolve)); // unanswered, on purpose
        QCOMPARE(shift.work(shift.elif).status, WorkStatus::Resolved);
        HandoverUpdate update;
        update.number.phoneNumberId = meta::kNumberId;
        update.person = {{IdentityKind::Bsuid, shift.elif.bsuid}};
        for (const bool ours : {false, true}) {
            update.ours = ours;
            update.at = shift.clock().now() + (ours ? 2s : 1s);
            shift.kit().write([&](Tx &tx) {
                return InboundApplier(shift.clock(), {kConfirmation})
                    .apply(tx, update, shift.clock().now());
            });
        }
        QCOMPARE(shift.conversation(shift.elif).waiting, 1);
        QCOMPARE(shift.work(shift.elif).status, WorkStatus::Open);
    }

    void manyAtOnceEachForItself()
    {
        Shift shift;
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        shift.writes(shift.zeynep, u"wamid.2"_s, 0);
        QVERIFY(!shift.act(shift.mehmet, shift.zeynep, Kind::Claim));
        const auto outcomes = shift.act(shift.ayse,
                                        {shift.conversation(shift.elif).id, ConversationId(4711),
                                         shift.conversation(shift.zeynep).id},
                                        Shift::wanted(Kind::Resolve));
        QCOMPARE(outcomes.size(), 3);
        QVERIFY(!outcomes.at(0).refusal);
        QCOMPARE(outcomes.at(1).refusal, std::optional(WorkRefusal::ConversationUnknown));
        QCOMPARE(outcomes.at(2).refusal, std::optional(WorkRefusal::HeldByColleague));
        QCOMPARE(shift.work(shift.elif).status, WorkStatus::Resolved);
        QCOMPARE(shift.work(shift.zeynep).status, WorkStatus::Open);
        QCOMPARE(shift.lines(shift.elif), QStringList{u"resolved|Ayşe|"_s});
        QVERIFY(!shift.act(shift.ayse, shift.elif, Kind::Reopen));
        QCOMPARE(shift.lines(shift.elif).last(), u"reopened|Ayşe|"_s);
    }

    void labelsAndPriority()
    {
        Shift shift;
        shift.writes(shift.elif, u"wamid.1"_s, 0);
        LabelId refund;
        LabelId old;
        shift.kit().write([&](Tx &tx) -> Stored<Done> {
            Label label;
            label.name = u"İade"_s;
            const auto id = tx.team().save(label);
            label.name = u"Eski"_s;
            label.retired = true;
            const auto second = tx.team().save(label);
            if (!id || !second)
                return failure(StoreError::Failed);
            refund = *id;
            old = *second;
            return done();
        });
        WorkAct label = Shift::wanted(Kind::AddLabel);
        label.label = refund;
        QVERIFY(!shift.act(shift.ayse, shift.elif, label));
        QCOMPARE(shift.act(shift.ayse, shift.elif, label), std::optional(WorkRefusal::AlreadySo));
        label.label = old;
        QCOMPARE(shift.act(shift.ayse, shift.elif, label),
                 std::optional(WorkRefusal::LabelUnknown));
        QCOMPARE(shift.work(shift.elif).labels, QList{refund});
        WorkAct urgent = Shift::wanted(Kind::SetPriority);
        urgent.priority = Priority::Urgent;
        QVERIFY(!shift.act(shift.ayse, shift.elif, urgent));
        QCOMPARE(shift.work(shift.elif).priority, Priority::Urgent);
        label = Shift::wanted(Kind::RemoveLabel);
        label.label = refund;
        QVERIFY(!shift.act(shift.ayse, shift.elif, label));
        QVERIFY(shift.work(shift.elif).labels.isEmpty());
        QVERIFY(shift.lines(shift.elif).isEmpty()); // filing is nothing for the thread
        QCOMPARE(shift.audit(u"work.done"_s).size(), 3);
    }
};

DESTEK_TEST(SharedWork)
#include "tst_shared_work.moc"
