#include "models/inbox/inbox_model.h"
#include "net/fake/fake_server.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using Inbox = destek::models::InboxModel;

namespace
{

struct Bench {
    test::ManualClock clock;
    net::FakeServer server;
    Inbox model;
    QAbstractItemModelTester tester;

    explicit Bench(net::WorldSize size = {60, 10, 100})
        : server(&clock, size), model(&server, &clock),
          tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
    }
    bool load()
    {
        QSignalSpy loaded(&model, &Inbox::loaded);
        model.load();
        return loaded.wait();
    }
    ConversationSummary summary(qint64 id)
    {
        return server.world().conversation(ConversationId(id));
    }
};

bool isOrdered(const Inbox &model, Instant now)
{
    const auto keyOf = [&](const ConversationSummary &summary) {
        const bool open = summary.windowClosesAt && *summary.windowClosesAt > now;
        if (models::waits(summary) && open)
            return std::tuple(0, summary.windowClosesAt->ms);
        return std::tuple(models::waits(summary) ? 1 : 2, -summary.lastAt.ms);
    };
    for (int row = 1; row < model.rowCount(); ++row) {
        if (keyOf(*model.find(model.idAt(row))) < keyOf(*model.find(model.idAt(row - 1))))
            return false;
    }
    return true;
}

} // namespace

class InboxModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoeverWaitsComesFirstSoonestToCloseOnTop()
    {
        Bench bench;
        QVERIFY(bench.load());
        QCOMPARE(bench.model.rowCount(), 60);
        QCOMPARE(bench.model.waitingCount(), 10);
        QVERIFY(isOrdered(bench.model, bench.clock.now()));
        // The tenth has waited longest with an open window.
        QCOMPARE(bench.model.idAt(0), ConversationId(10));
    }

    void aCustomerWhoWritesMovesToWhoWaits()
    {
        Bench bench;
        QVERIFY(bench.load());
        QSignalSpy moved(&bench.model, &Inbox::rowsMoved);
        QSignalSpy wrote(&bench.model, &Inbox::customerWrote);
        bench.server.customerWrites(ConversationId(50), u"Merhaba?"_s);
        bench.model.apply(bench.summary(50));
        QCOMPARE(moved.size(), 0); // collected
        QTRY_COMPARE(moved.size(), 1);
        QCOMPARE(bench.model.rowOf(ConversationId(50)), 10);
        QCOMPARE(bench.model.waitingCount(), 11);
        QCOMPARE(wrote.size(), 1);
        QVERIFY(isOrdered(bench.model, bench.clock.now()));
    }

    void whatWhatsAppDeliversLateIsNewAllTheSame()
    {
        Bench bench;
        QVERIFY(bench.load());
        QSignalSpy wrote(&bench.model, &Inbox::customerWrote);
        ConversationSummary late = bench.summary(5); // its newest message is newer than this one
        QVERIFY(late.waiting > 0);
        ++late.waiting;
        ++late.work.heard;
        ++late.revision;
        bench.model.apply(late);
        bench.model.applyNow();
        QCOMPARE(wrote.size(), 1);
        ++late.revision; // somebody filed it: nothing new was written
        late.work.priority = Priority::High;
        bench.model.apply(late);
        bench.model.applyNow();
        QCOMPARE(wrote.size(), 1);
    }

    void whatCameWhileTheFeedWasLostIsNewWhenAllIsReadAgain()
    {
        Bench bench;
        QSignalSpy wrote(&bench.model, &Inbox::customerWrote);
        QVERIFY(bench.load());
        QCOMPARE(wrote.size(), 0); // who waits when one signs in is seen in the list
        bench.server.customerWrites(ConversationId(50), u"Merhaba?"_s);
        QVERIFY(bench.load());
        QCOMPARE(wrote.size(), 1);
        QCOMPARE(wrote.first().first().value<ConversationId>(), ConversationId(50));
        bench.model.clear(); // locked meanwhile: the list tells it
        bench.server.customerWrites(ConversationId(51), u"Merhaba?"_s);
        QVERIFY(bench.load());
        QCOMPARE(wrote.size(), 1);
    }

    void manyChangesOfATurnAreAppliedOnce()
    {
        Bench bench;
        QVERIFY(bench.load());
        QSignalSpy changed(&bench.model, &Inbox::dataChanged);
        for (int i = 0; i < 50; ++i) {
            bench.server.customerWrites(ConversationId(3), u"%1"_s.arg(i));
            bench.model.apply(bench.summary(3));
        }
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(bench.model.find(ConversationId(3))->lastLine, u"49"_s);
    }

    void anOlderRevisionIsIgnored()
    {
        Bench bench;
        QVERIFY(bench.load());
        const ConversationSummary before = bench.summary(3);
        bench.server.customerWrites(ConversationId(3), u"newer"_s);
        bench.model.apply(bench.summary(3));
        bench.model.applyNow();
        bench.model.apply(before);
        bench.model.applyNow();
        QCOMPARE(bench.model.find(ConversationId(3))->lastLine, u"newer"_s);
    }

    void pagesFollowTheCursorToTheEnd()
    {
        test::ManualClock clock; // without the tester, which fetches by itself
        net::FakeServer server(&clock, {350, 20, 10});
        Inbox model(&server, &clock);
        QSignalSpy loaded(&model, &Inbox::loaded);
        model.load();
        QVERIFY(loaded.wait());
        QCOMPARE(model.rowCount(), 100);
        while (model.canFetchMore({})) {
            const int before = model.rowCount();
            model.fetchMore({});
            QVERIFY(!model.canFetchMore({})); // one at a time
            QTRY_VERIFY(model.rowCount() > before);
        }
        QCOMPARE(model.rowCount(), 350);
        QVERIFY(isOrdered(model, clock.now()));
    }

    void aWindowThatClosesLosesItsPlace()
    {
        Bench bench;
        QVERIFY(bench.load());
        const ConversationId first = bench.model.idAt(0);
        const Instant closes = *bench.model.find(first)->windowClosesAt;
        bench.clock.set(closes - std::chrono::minutes(10));
        bench.model.refreshWindows(bench.clock.now());
        const QModelIndex top = bench.model.index(0);
        QCOMPARE(top.data(Inbox::WindowWordsRole).toString(), u"10 min left"_s);
        QCOMPARE(top.data(Inbox::UrgencyRole).toInt(), int(models::WindowUrgency::Urgent));
        bench.clock.set(closes);
        bench.model.refreshWindows(bench.clock.now());
        QCOMPARE(bench.model.rowOf(first), 9); // behind the nine whose window is open
        QCOMPARE(bench.model.index(9).data(Inbox::WindowWordsRole).toString(), u"closed"_s);
        QVERIFY(isOrdered(bench.model, bench.clock.now()));
    }

    void onlyRowsWhoseWordsChangeAreRepainted()
    {
        Bench bench;
        QVERIFY(bench.load());
        QSignalSpy changed(&bench.model, &Inbox::dataChanged);
        bench.model.refreshWindows(bench.clock.now());
        QCOMPARE(changed.size(), 0);
        bench.clock.advance(std::chrono::minutes(1));
        bench.model.refreshWindows(bench.clock.now());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(1).toModelIndex().row(), 9);
    }

    void theFilterFoldsTurkish()
    {
        Bench bench;
        QVERIFY(bench.load());
        ConversationSummary summary = bench.summary(5);
        summary.name = u"Işıl İNCE"_s;
        bench.server.change(summary);
        bench.model.apply(bench.summary(5));
        bench.model.applyNow();
        bench.model.setFilter(u"isil ince"_s);
        QVERIFY(bench.model.rowOf(ConversationId(5)) >= 0);
        bench.model.setFilter(u"no such person at all"_s);
        QCOMPARE(bench.model.rowCount(), 0);
        QVERIFY(bench.model.find(ConversationId(5)));
        // A change can bring a row into the filter, and out of it again.
        summary.name = u"No Such Person At All"_s;
        bench.server.change(summary);
        bench.model.apply(bench.summary(5));
        bench.model.applyNow();
        QCOMPARE(bench.model.rowCount(), 1);
        bench.model.setFilter({});
        QCOMPARE(bench.model.rowCount(), 60);
    }

    void anErasedPersonDoesNotComeBack()
    {
        Bench bench;
        QVERIFY(bench.load());
        const ConversationSummary late = bench.summary(4);
        const ErasureOrder order = bench.server.erasePerson(late.contact);
        QCOMPARE(bench.model.erase(order), 1);
        QCOMPARE(bench.model.rowCount(), 59);
        QCOMPARE(bench.model.waitingCount(), 9);
        bench.model.apply(late); // an answer that was on its way
        bench.model.applyNow();
        QVERIFY(!bench.model.find(late.id));
    }

    void aFailureIsToldAndKeepsWhatIsShown()
    {
        Bench bench;
        QVERIFY(bench.load());
        bench.server.failNext(net::FakeCall::Inbox, ApiErrorCode::Unreachable);
        QSignalSpy failed(&bench.model, &Inbox::failed);
        bench.model.load();
        QVERIFY(failed.wait());
        QCOMPARE(bench.model.rowCount(), 60);
        QVERIFY(!bench.model.isLoading());
    }

    void silenceLeavesItLoadingAndALaterLoadWins()
    {
        Bench bench;
        bench.server.hang(net::FakeCall::Inbox);
        bench.model.load();
        QCoreApplication::processEvents();
        QVERIFY(bench.model.isLoading());
        bench.model.clear();
        bench.server.release(net::FakeCall::Inbox);
        QCoreApplication::processEvents();
        QCOMPARE(bench.model.rowCount(), 0); // the answer belonged to before clear()
    }

    void anAnswerAfterTheModelsDeathGoesNowhere()
    {
        test::ManualClock clock;
        net::FakeServer server(&clock);
        auto model = std::make_unique<Inbox>(&server, &clock);
        server.hang(net::FakeCall::Inbox);
        model->load();
        model->apply(server.world().conversation(ConversationId(1)));
        model.reset();
        server.release(net::FakeCall::Inbox);
        QCoreApplication::processEvents();
        QCOMPARE(server.calls(net::FakeCall::Inbox), 1);
    }

    void peopleWithoutANameAreNamedByWhatIsKnown()
    {
        Bench bench;
        QVERIFY(bench.load());
        ConversationSummary summary = bench.summary(7); // reached without a number
        summary.name.clear();
        bench.server.change(summary);
        bench.model.apply(bench.summary(7));
        bench.model.applyNow();
        const QModelIndex index = bench.model.index(bench.model.rowOf(ConversationId(7)));
        QCOMPARE(index.data().toString(), u"@user.7"_s);
        QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(u"@user.7"_s));
    }

    void randomChangesKeepTheOrder()
    {
        Bench bench({200, 30, 10});
        QVERIFY(bench.load());
        QRandomGenerator random(7);
        for (int i = 0; i < 600; ++i) {
            ConversationSummary summary = bench.summary(1 + random.bounded(200));
            summary.waiting = random.bounded(3);
            summary.work.status = WorkStatus(random.bounded(3));
            summary.work.assignee = AgentId(random.bounded(3));
            summary.lastAt = bench.clock.now() - std::chrono::seconds(random.bounded(200'000));
            summary.windowClosesAt = summary.lastAt + std::chrono::hours(24);
            bench.server.change(summary);
            bench.model.apply(bench.summary(summary.id.value));
            if (i % 7 == 0)
                bench.model.applyNow();
            if (i % 50 == 0) {
                bench.clock.advance(std::chrono::minutes(random.bounded(90)));
                bench.model.refreshWindows(bench.clock.now());
            }
        }
        bench.model.applyNow();
        bench.model.refreshWindows(bench.clock.now());
        QVERIFY(isOrdered(bench.model, bench.clock.now()));
        int waiting = 0;
        for (int row = 0; row < bench.model.rowCount(); ++row) {
            QCOMPARE(bench.model.rowOf(bench.model.idAt(row)), row);
            waiting += models::waits(*bench.model.find(bench.model.idAt(row))) ? 1 : 0;
        }
        QCOMPARE(bench.model.waitingCount(), waiting);
    }
};

DESTEK_TEST(InboxModel)
#include "tst_inbox_model.moc"
