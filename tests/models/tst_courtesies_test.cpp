// Mark as read and typing are a choice (facts/whatsapp.md 4.1).
#include "models/session/courtesies.h"
#include "net/fake/fake_server.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

using namespace destek;
using models::Courtesies;
using net::FakeCall;

namespace
{

struct Bench {
    test::ManualClock clock;
    net::FakeServer server{&clock, {20, 8, 30}};
    models::Courtesies courtesies{&server, &clock};
    ConversationSummary waiting = server.world().conversation(ConversationId(2));

    [[nodiscard]] int told() const { return server.calls(FakeCall::MarkRead); }
};

} // namespace

class CourtesiesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void what_was_seen_is_told_once_per_message()
    {
        Bench bench;
        bench.waiting.waiting = 2;
        bench.waiting.lastDirection = Direction::Inbound;
        bench.courtesies.seen(bench.waiting);
        bench.courtesies.seen(bench.waiting);
        QCOMPARE(bench.told(), 1);
        bench.waiting.lastAt = bench.waiting.lastAt + std::chrono::seconds(5);
        bench.courtesies.seen(bench.waiting);
        QCOMPARE(bench.told(), 2);
    }

    void nothing_is_told_when_switched_off_or_nothing_waits()
    {
        Bench bench;
        bench.waiting.lastDirection = Direction::Inbound;
        bench.waiting.waiting = 0;
        bench.courtesies.seen(bench.waiting);
        bench.waiting.waiting = 1;
        bench.courtesies.setTellsRead(false);
        bench.courtesies.seen(bench.waiting);
        bench.courtesies.typing(bench.waiting); // off unless chosen
        QCOMPARE(bench.told(), 0);
    }

    void typing_is_told_at_most_every_twenty_seconds()
    {
        Bench bench;
        bench.waiting.lastDirection = Direction::Inbound;
        bench.courtesies.setShowsTyping(true);
        bench.courtesies.typing(bench.waiting);
        bench.clock.advance(std::chrono::seconds(19));
        bench.courtesies.typing(bench.waiting);
        QCOMPARE(bench.told(), 1);
        bench.clock.advance(std::chrono::seconds(1));
        bench.courtesies.typing(bench.waiting);
        QCOMPARE(bench.told(), 2);
    }

    void a_conversation_somebody_else_answers_is_left_alone()
    {
        Bench bench;
        bench.waiting.lastDirection = Direction::Inbound;
        bench.waiting.waiting = 1;
        bench.waiting.standby = true;
        bench.courtesies.setShowsTyping(true);
        bench.courtesies.seen(bench.waiting);
        bench.courtesies.typing(bench.waiting);
        QCOMPARE(bench.told(), 0);
    }
};

DESTEK_TEST(CourtesiesTest)
#include "tst_courtesies_test.moc"
