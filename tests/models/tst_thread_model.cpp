#include "models/thread/thread_model.h"
#include "net/fake/fake_server.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using Thread = destek::models::ThreadModel;

namespace
{

const ConversationId kLong(1);

struct Bench {
    test::ManualClock clock;
    net::FakeServer server;
    Thread model;
    QAbstractItemModelTester tester;

    explicit Bench(int messages = 1'000'000)
        : server(&clock, {20, 5, messages}), model(&server, &clock),
          tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
    }
    bool open(ConversationId id = kLong)
    {
        QSignalSpy opened(&model, &Thread::opened);
        model.open(id);
        return opened.wait();
    }
    bool page(void (Thread::*load)())
    {
        QSignalSpy loading(&model, &Thread::loadingChanged);
        (model.*load)();
        return loading.size() == 1 && loading.wait();
    }
    net::OutgoingMessage typed(const QString &text)
    {
        net::OutgoingMessage message;
        message.id = MessageId::create();
        message.conversation = kLong;
        message.content.text = text;
        return message;
    }
    bool isOrdered() const
    {
        for (int row = 1; row < model.rowCount(); ++row) {
            const MessageView &a = model.at(row - 1);
            const MessageView &b = model.at(row);
            if (std::pair(b.at, b.order) <= std::pair(a.at, a.order))
                return false;
        }
        return true;
    }
};

} // namespace

class ThreadModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theNewestPageComesFirst()
    {
        Bench bench;
        QVERIFY(bench.open());
        QCOMPARE(bench.model.rowCount(), Thread::kPage);
        QVERIFY(bench.model.hasOlder());
        QVERIFY(!bench.model.hasNewer());
        QCOMPARE(bench.model.at(Thread::kPage - 1), bench.server.world().message(kLong, 999'999));
    }

    void scrollingKeepsMemoryBoundedAndTheOrder()
    {
        Bench bench;
        QVERIFY(bench.open());
        for (int i = 0; i < 30; ++i)
            QVERIFY(bench.page(&Thread::loadOlder));
        QCOMPARE(bench.model.rowCount(), Thread::kMostRows);
        QVERIFY(bench.model.hasNewer()); // the far end was dropped
        QCOMPARE(bench.model.at(0), bench.server.world().message(kLong, 1'000'000 - 31 * 50));
        QVERIFY(bench.isOrdered());
        for (int i = 0; i < 30 && bench.model.hasNewer(); ++i)
            QVERIFY(bench.page(&Thread::loadNewer));
        QVERIFY(!bench.model.hasNewer());
        QCOMPARE(bench.model.rowCount(), Thread::kMostRows);
        QCOMPARE(bench.model.at(Thread::kMostRows - 1),
                 bench.server.world().message(kLong, 999'999));
        QVERIFY(bench.isOrdered());
    }

    void theWholeOfAShortThreadIsRead()
    {
        Bench bench(120);
        QVERIFY(bench.open());
        while (bench.model.hasOlder())
            QVERIFY(bench.page(&Thread::loadOlder));
        QCOMPARE(bench.model.rowCount(), 120);
        QVERIFY(!bench.model.hasOlder());
    }

    void jumpingToAPlaceShowsBothSidesOfIt()
    {
        Bench bench;
        const MessageView place = bench.server.world().message(kLong, 400'000);
        QSignalSpy opened(&bench.model, &Thread::opened);
        bench.model.openAt(kLong, {place.at, place.order});
        QVERIFY(opened.wait());
        QTRY_VERIFY(bench.model.rowOf(place.id) > 0); // older ones came as well
        QVERIFY(bench.model.hasNewer());
        QVERIFY(bench.isOrdered());
        QSignalSpy again(&bench.model, &Thread::opened);
        bench.model.loadNewest();
        QVERIFY(again.wait());
        QVERIFY(!bench.model.hasNewer());
        QVERIFY(bench.isOrdered());
    }

    void aLiveMessageIsAppended()
    {
        Bench bench;
        QVERIFY(bench.open());
        QSignalSpy live(&bench.model, &Thread::liveMessage);
        bench.model.apply(bench.server.customerWrites(kLong, u"Bir şey daha"_s));
        QCOMPARE(bench.model.rowCount(), Thread::kPage + 1);
        QCOMPARE(live.size(), 1);
        QCOMPARE(live.first().at(1).toInt(), Thread::kPage);
        bench.model.apply(bench.server.customerWrites(ConversationId(2), u"elsewhere"_s));
        QCOMPARE(bench.model.rowCount(), Thread::kPage + 1);
    }

    void whileTheEndIsNotLoadedALiveMessageIsOnlyTold()
    {
        Bench bench;
        QVERIFY(bench.open());
        for (int i = 0; i < 15; ++i)
            QVERIFY(bench.page(&Thread::loadOlder));
        QSignalSpy live(&bench.model, &Thread::liveMessage);
        bench.model.apply(bench.server.customerWrites(kLong, u"far below"_s));
        QCOMPARE(live.size(), 1);
        QCOMPARE(live.first().at(1).toInt(), -1);
        QCOMPARE(bench.model.rowCount(), Thread::kMostRows);
    }

    void whatComesWhileThePageIsOnItsWayIsKept()
    {
        Bench bench;
        bench.server.hang(net::FakeCall::Thread);
        bench.model.open(kLong);
        const MessageView live = bench.server.customerWrites(kLong, u"early bird"_s);
        bench.model.apply(live);
        bench.server.release(net::FakeCall::Thread);
        QTRY_COMPARE(bench.model.rowCount(), Thread::kPage); // in the page as well, shown once
        QCOMPARE(bench.model.rowOf(live.id), bench.model.rowCount() - 1);
    }

    /// A picture that was fetched meanwhile would stay "being fetched" on this screen.
    void whatChangesWhileThePageIsOnItsWayIsNotUndoneByIt()
    {
        Bench bench;
        MessageView changed = bench.server.customerWrites(kLong, u"of then"_s);
        bench.server.hang(net::FakeCall::Thread);
        bench.model.open(kLong);
        changed.text = u"of now"_s;
        bench.model.apply(changed);
        QSignalSpy opened(&bench.model, &Thread::opened);
        bench.server.release(net::FakeCall::Thread);
        QVERIFY(opened.wait());
        QCOMPARE(bench.model.at(bench.model.rowOf(changed.id)).text, u"of now"_s);
    }

    void whatIsTypedAppearsAtOnceAndBecomesTheDaemonsMessage()
    {
        Bench bench;
        QVERIFY(bench.open());
        const net::OutgoingMessage typed = bench.typed(u"Hemen bakıyorum."_s);
        bench.model.addOwn(typed, u"Deniz Kaya"_s);
        const QModelIndex index = bench.model.index(Thread::kPage);
        QCOMPARE(index.data(Thread::StateRole).toInt(), int(SendState::Queued));
        QVERIFY(index.data(Thread::UnacknowledgedRole).toBool());
        bench.clock.advance(std::chrono::seconds(2));
        bench.server.send(typed, {this, [&](net::Answer<MessageView> answer) {
                                      QVERIFY(answer.ok());
                                      bench.model.apply(*answer);
                                  }});
        QTRY_VERIFY(!index.data(Thread::UnacknowledgedRole).toBool());
        QCOMPARE(bench.model.rowCount(), Thread::kPage + 1);
        QVERIFY(bench.isOrdered());
    }

    void anAnswerBelowACustomersMessageFindsItsPlace()
    {
        Bench bench;
        QVERIFY(bench.open());
        const net::OutgoingMessage typed = bench.typed(u"mine"_s);
        bench.model.addOwn(typed, u"Deniz"_s);
        bench.clock.advance(std::chrono::seconds(5));
        bench.model.apply(bench.server.customerWrites(kLong, u"theirs"_s));
        bench.clock.advance(std::chrono::seconds(5));
        bench.server.send(
            typed, {this, [&](net::Answer<MessageView> answer) { bench.model.apply(*answer); }});
        QTRY_VERIFY(!bench.model.isUnacknowledged(typed.id));
        QCOMPARE(bench.model.rowOf(typed.id), bench.model.rowCount() - 1);
        QVERIFY(bench.isOrdered());
    }

    void statesOnlyClimb_data()
    {
        QTest::addColumn<SendState>("shown");
        QTest::addColumn<SendState>("arrived");
        QTest::addColumn<int>("attempts");
        QTest::addColumn<SendState>("expected");
        QTest::newRow("climbs") << SendState::Sent << SendState::Delivered << 1
                                << SendState::Delivered;
        QTest::newRow("late sent") << SendState::Read << SendState::Sent << 1 << SendState::Read;
        QTest::newRow("late failure")
            << SendState::Read << SendState::Failed << 1 << SendState::Read;
        QTest::newRow("failure after sent")
            << SendState::Sent << SendState::Failed << 1 << SendState::Failed;
        QTest::newRow("a new attempt")
            << SendState::Unknown << SendState::Queued << 2 << SendState::Queued;
        QTest::newRow("an old attempt")
            << SendState::Unknown << SendState::Accepted << 0 << SendState::Unknown;
    }
    void statesOnlyClimb()
    {
        QFETCH(SendState, shown);
        QFETCH(SendState, arrived);
        QFETCH(int, attempts);
        QFETCH(SendState, expected);
        MessageView known;
        known.id = MessageId::create();
        known.state = shown;
        known.attempts = 1;
        MessageView news = known;
        news.state = arrived;
        news.attempts = attempts;
        QCOMPARE(models::merged(known, news).state, expected);
    }

    void aRefusedMessageLeaves()
    {
        Bench bench;
        QVERIFY(bench.open());
        const net::OutgoingMessage typed = bench.typed(u"no"_s);
        bench.model.addOwn(typed, u"Deniz"_s);
        bench.model.removeOwn(typed.id);
        QCOMPARE(bench.model.rowCount(), Thread::kPage);
        QCOMPARE(bench.model.rowOf(typed.id), -1);
    }

    void daysAndWritersAreMarked()
    {
        Bench bench;
        QVERIFY(bench.open());
        int marks = 0;
        for (int row = 0; row < bench.model.rowCount(); ++row) {
            const QModelIndex index = bench.model.index(row);
            marks += index.data(Thread::NeedsDayMarkRole).toBool() ? 1 : 0;
            if (row + 1 < bench.model.rowCount())
                QCOMPARE(index.data(Thread::EndsGroupRole).toBool(),
                         bench.model.index(row + 1).data(Thread::StartsGroupRole).toBool());
        }
        QCOMPARE(marks, 1); // 50 minutes of one morning
        bench.clock.advance(std::chrono::hours(24));
        bench.model.apply(bench.server.customerWrites(kLong, u"next day"_s));
        const QModelIndex last = bench.model.index(Thread::kPage);
        QVERIFY(last.data(Thread::NeedsDayMarkRole).toBool());
        QCOMPARE(last.data(Thread::DayWordsRole).toString(), u"Today"_s);
        QCOMPARE(bench.model.index(0).data(Thread::DayWordsRole).toString(), u"Yesterday"_s);
    }

    void clearForgetsEverything()
    {
        Bench bench;
        QVERIFY(bench.open());
        bench.model.clear();
        QCOMPARE(bench.model.rowCount(), 0);
        QVERIFY(!bench.model.conversation().isValid());
        QVERIFY(!bench.model.hasOlder());
    }

    void aFailureIsToldAndMayBeTriedAgain()
    {
        Bench bench;
        bench.server.failNext(net::FakeCall::Thread, ApiErrorCode::Timeout);
        QSignalSpy failed(&bench.model, &Thread::failed);
        bench.model.open(kLong);
        QVERIFY(failed.wait());
        QVERIFY(!bench.model.isLoading());
        QVERIFY(bench.open());
    }

    void anAnswerForTheConversationBeforeIsDropped()
    {
        Bench bench;
        bench.server.hang(net::FakeCall::Thread);
        bench.model.open(kLong);
        bench.model.open(ConversationId(2));
        bench.server.release(net::FakeCall::Thread);
        QTRY_VERIFY(bench.model.rowCount() > 0);
        QCoreApplication::processEvents();
        QCOMPARE(bench.model.at(0).conversation, ConversationId(2));
        QCOMPARE(bench.model.rowCount(),
                 std::min(Thread::kPage, bench.server.world().messageCount(ConversationId(2))));
    }

    void anAnswerAfterTheModelsDeathGoesNowhere()
    {
        test::ManualClock clock;
        net::FakeServer server(&clock);
        auto model = std::make_unique<Thread>(&server, &clock);
        server.hang(net::FakeCall::Thread);
        model->open(kLong);
        model.reset();
        server.release(net::FakeCall::Thread);
        QCoreApplication::processEvents();
        QCOMPARE(server.calls(net::FakeCall::Thread), 1);
    }
};

DESTEK_TEST(ThreadModel)
#include "tst_thread_model.moc"
