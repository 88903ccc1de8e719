#include "net/fake/fake_server.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using net::FakeWorld;

/// The stand-in must behave like a daemon, or tests above it prove nothing.
class FakeServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aThreadIsOrderedAndItsPagesFitTogether()
    {
        test::ManualClock clock;
        FakeWorld world(clock.now(), {100'000, 200, 1'000'000});
        const ConversationId id(1);
        QCOMPARE(world.messageCount(id), 1'000'000);
        QSet<MessageId> ids;
        for (int i = 500'000; i < 500'200; ++i) {
            const MessageView a = world.message(id, i);
            const MessageView b = world.message(id, i + 1);
            QVERIFY(std::pair(a.at, a.order) < std::pair(b.at, b.order));
            QCOMPARE(world.indexOf(id, {a.at, a.order}), i);
            QCOMPARE(world.find(a.id), std::optional(a));
            ids << a.id;
        }
        QCOMPARE(ids.size(), 200);
        QVERIFY(world.page(id, 0, 10).hasNewer);
        QVERIFY(!world.page(id, 0, 10).hasOlder);
    }

    void theInboxEndsAndSkipsTheErased()
    {
        test::ManualClock clock;
        FakeWorld world(clock.now(), {100, 10, 50});
        world.erase(FakeWorld::contactOf(ConversationId(4)));
        int seen = 0;
        QString cursor = u"0"_s;
        while (!cursor.isEmpty()) {
            const InboxPage page = world.inbox(cursor.toInt(), 30);
            seen += int(page.conversations.size());
            cursor = page.next;
        }
        QCOMPARE(seen, 99);
    }

    void theFirstPageHoldsEverybodyOpenOrSnoozed()
    {
        test::ManualClock clock;
        FakeWorld world(clock.now(), {500, 60, 50});
        ConversationSummary late = world.conversation(ConversationId(400));
        QCOMPARE(late.work.status, WorkStatus::Resolved);
        late.work.status = WorkStatus::Open;
        world.replace(late);
        QSet<ConversationId> first;
        for (const ConversationSummary &summary : world.inbox(0, 30).conversations)
            first << summary.id;
        for (int place = 0; place < world.conversationCount(); ++place) {
            const ConversationSummary summary = world.conversation(world.idAt(place));
            if (summary.work.status != WorkStatus::Resolved)
                QVERIFY(first.contains(summary.id));
        }
    }

    void aLeaseEndsWithTheClockAndIsRenewedByAttending()
    {
        test::ManualClock clock;
        net::FakeServer server(&clock);
        const ConversationId id(3);
        const AgentId ayse(2);
        WorkAct claim;
        QVERIFY(!server.colleagueActs(ayse, id, claim).refusal);
        QCOMPARE(server.colleagueActs(AgentId(1), id, claim).refusal,
                 std::optional(WorkRefusal::HeldByColleague));
        clock.advance(std::chrono::seconds(40));
        server.colleagueAttends(ayse, id, true);
        clock.advance(std::chrono::seconds(40)); // 80 s after the claim, 40 after the renewal
        QVERIFY(server.colleagueActs(AgentId(1), id, claim).refusal);
        clock.advance(std::chrono::seconds(25));
        QVERIFY(!server.colleagueActs(AgentId(1), id, claim).refusal);
        QCOMPARE(server.world().conversation(id).work.holder, AgentId(1));
    }

    void whatACustomerWritesOpensItAgain()
    {
        test::ManualClock clock;
        net::FakeServer server(&clock);
        const ConversationId id(200);
        ConversationSummary before = server.world().conversation(id);
        QCOMPARE(before.work.status, WorkStatus::Resolved);
        server.customerWrites(id, u"Bir soru daha"_s);
        const WorkState after = server.world().conversation(id).work;
        QCOMPARE(after.status, WorkStatus::Open);
        QCOMPARE(after.heard, before.work.heard + 1);
    }

    void nobodyAnswersTwice()
    {
        test::ManualClock clock;
        net::FakeServer server(&clock);
        const ConversationId id(3);
        QVERIFY(!server.colleagueActs(AgentId(2), id, WorkAct()).refusal);
        net::OutgoingMessage message;
        message.id = MessageId::create();
        message.conversation = id;
        message.content.text = u"Merhaba"_s;
        std::optional<net::Answer<MessageView>> answer;
        server.send(message, {this, [&](const net::Answer<MessageView> &got) { answer = got; }});
        QTRY_VERIFY(answer);
        QVERIFY(!answer->ok());
        QCOMPARE(answer->error().refusal, std::optional(SendRefusal::HeldByColleague));
        WorkAct over;
        over.kind = WorkAct::Kind::TakeOver;
        QVERIFY(!server.colleagueActs(AgentId(1), id, over).refusal);
        answer.reset();
        server.send(message, {this, [&](const net::Answer<MessageView> &got) { answer = got; }});
        QTRY_VERIFY(answer);
        QVERIFY(answer->ok());
        QCOMPARE(server.world().conversation(id).work.holder, AgentId(1));
    }

    void aHeldMessageCanBeTakenBackUntilItGoes()
    {
        test::ManualClock clock;
        net::FakeServer server(&clock);
        const auto sendHeld = [&] {
            net::OutgoingMessage message;
            message.id = MessageId::create();
            message.conversation = ConversationId(1);
            message.content.text = u"Merhaba"_s;
            message.hold = std::chrono::seconds(5);
            bool done = false;
            server.send(message,
                        {this, [&](const net::Answer<MessageView> &got) { done = got.ok(); }});
            (void)QTest::qWaitFor([&] { return done; }, test::kPatience);
            return message.id;
        };
        const auto withdraw = [&](MessageId id) {
            std::optional<net::Answer<MessageView>> answer;
            server.withdraw(id, {this, [&](const net::Answer<MessageView> &got) { answer = got; }});
            (void)QTest::qWaitFor([&] { return answer.has_value(); }, test::kPatience);
            return answer && answer->ok();
        };
        const MessageId first = sendHeld();
        QVERIFY(withdraw(first));
        QCOMPARE(server.world().find(first)->state, SendState::Withdrawn);
        const MessageId second = sendHeld();
        clock.advance(std::chrono::seconds(5));
        server.letHeldGo();
        QCOMPARE(server.world().find(second)->state, SendState::Accepted);
        QVERIFY(!withdraw(second));
    }
};

DESTEK_TEST(FakeServer)
#include "tst_fake_server.moc"
