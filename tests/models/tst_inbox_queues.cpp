// Whose a conversation is decides where it stands.
#include "models/inbox/inbox_model.h"
#include "models/work/own_book.h"
#include "models/work/team_book.h"
#include "net/fake/fake_server.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using Inbox = destek::models::InboxModel;
using destek::models::Queue;

namespace
{

constexpr AgentId kMe(1);
constexpr AgentId kAyse(2);

struct Bench {
    test::ManualClock clock;
    net::FakeServer server;
    models::TeamBook team{&server};
    models::OwnBook own{&server};
    Inbox model;
    QAbstractItemModelTester tester;

    explicit Bench(net::WorldSize size = {60, 12, 30})
        : server(&clock, size), model(&server, &clock),
          tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        model.consult(&team, &own);
        model.setMe(kMe);
        QObject::connect(server.feed(), &net::Feed::conversationChanged, &model,
                         [this](const ConversationSummary &summary) { model.apply(summary); });
    }
    bool load()
    {
        QSignalSpy loaded(&model, &Inbox::loaded);
        QSignalSpy known(&team, &models::TeamBook::changed);
        model.load();
        team.load(kMe);
        own.load();
        server.feed()->start(1000);
        return loaded.wait() && (!known.isEmpty() || known.wait());
    }
    ConversationSummary summary(qint64 id)
    {
        return server.world().conversation(ConversationId(id));
    }
    void change(qint64 id, const std::function<void(WorkState &)> &change)
    {
        ConversationSummary now = summary(id);
        change(now.work);
        server.change(now);
        model.applyNow();
    }
    void closesIn(qint64 id, Duration left)
    {
        ConversationSummary now = summary(id);
        now.windowClosesAt = clock.now() + left;
        server.change(now);
        model.applyNow();
    }
    void tick(Duration passed)
    {
        clock.advance(passed);
        model.refreshWindows(clock.now());
    }
    QList<ConversationId> shown()
    {
        QList<ConversationId> ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids << model.idAt(row);
        return ids;
    }
    QVariant at(qint64 id, int role)
    {
        return model.data(model.index(model.rowOf(ConversationId(id))), role);
    }
};

/// An inbox of which two open rows go on a page; then comes what is resolved.
struct Pages final : net::ConversationApi {
    QList<ConversationSummary> rows;
    bool fails = false; ///< but for the first

    void inbox(const QString &cursor, int, net::Then<InboxPage> then) override
    {
        const qsizetype from = cursor.mid(1).toLongLong();
        InboxPage page;
        page.seq = 1;
        page.conversations = rows.mid(from, 2);
        page.next = from + 2 < rows.size() ? u'w' + QString::number(from + 2) : u"0:1"_s;
        const bool fail = fails && from > 0;
        QTimer::singleShot(1, qApp, [=] {
            then(fail ? net::Answer<InboxPage>(
                            failure(ApiError{ApiErrorCode::Unreachable, std::nullopt, {}}))
                      : net::Answer<InboxPage>(page));
        });
    }
    void conversation(ConversationId, net::Then<ConversationSummary>) override {}
    void newest(ConversationId, int, net::Then<ThreadPage>) override {}
    void before(ConversationId, net::ThreadCursor, int, net::Then<ThreadPage>) override {}
    void after(ConversationId, net::ThreadCursor, int, net::Then<ThreadPage>) override {}
    void send(const net::OutgoingMessage &, net::Then<MessageView>) override {}
    void templates(net::Then<QList<TemplateView>>) override {}
    void search(const QString &, const SearchFilter &, int,
                net::Then<QList<net::SearchHit>>) override
    {
    }
    void health(net::Then<net::ChannelHealth>) override {}
    void markRead(ConversationId, bool, net::Then<Done>) override {}
    void history(MessageId, net::Then<MessageHistory>) override {}
};

} // namespace

class InboxQueues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyQueueShowsWhatItIsFor()
    {
        Bench bench;
        QVERIFY(bench.load());
        const QList<Queue> queues{Queue::Mine, Queue::Team, Queue::Unassigned, Queue::Snoozed};
        int unresolved = 0;
        for (const Queue queue : queues) {
            bench.model.setQueue(queue);
            QVERIFY(bench.model.rowCount() > 0);
            QCOMPARE(bench.model.countOf(queue), bench.model.rowCount());
            unresolved += bench.model.rowCount();
            for (const ConversationId id : bench.shown()) {
                const WorkState work = bench.model.find(id)->work;
                QCOMPARE(work.status == WorkStatus::Snoozed, queue == Queue::Snoozed);
                QVERIFY(work.status != WorkStatus::Resolved);
                if (queue == Queue::Mine)
                    QCOMPARE(work.assignee, kMe);
                if (queue == Queue::Team)
                    QVERIFY(work.assignee.isValid() && work.assignee != kMe);
                if (queue == Queue::Unassigned)
                    QVERIFY(!work.assignee.isValid());
            }
        }
        QCOMPARE(bench.model.countOf(Queue::All), unresolved);
        bench.model.setQueue(Queue::All);
        QCOMPARE(bench.model.rowCount(), 60);
    }

    void aClaimMovesItFromNobodysToMine()
    {
        Bench bench;
        QVERIFY(bench.load());
        const ConversationId id(3); // nobody's, see FakeWorld
        bench.model.setQueue(Queue::Unassigned);
        QVERIFY(bench.model.rowOf(id) >= 0);
        const int mine = bench.model.countOf(Queue::Mine);
        const int nobodys = bench.model.countOf(Queue::Unassigned);
        QSignalSpy counts(&bench.model, &Inbox::countsChanged);
        QVERIFY(!bench.server.colleagueActs(kMe, id, WorkAct()).refusal);
        QTRY_COMPARE(bench.model.rowOf(id), -1);
        QCOMPARE(counts.size(), 1);
        QCOMPARE(bench.model.countOf(Queue::Mine), mine + 1);
        QCOMPARE(bench.model.countOf(Queue::Unassigned), nobodys - 1);
        bench.model.setQueue(Queue::Mine);
        QVERIFY(bench.model.rowOf(id) >= 0);
    }

    void whatSleepsOrIsSettledWaitsForNobody()
    {
        Bench bench;
        QVERIFY(bench.load());
        const int waiting = bench.model.waitingCount();
        bench.change(1, [&](WorkState &work) {
            work.status = WorkStatus::Snoozed;
            work.snoozedUntil = bench.clock.now() + std::chrono::hours(1);
        });
        bench.change(2, [](WorkState &work) { work.status = WorkStatus::Resolved; });
        QCOMPARE(bench.model.waitingCount(), waiting - 2);
        QCOMPARE(bench.at(1, Inbox::WaitingRole).toInt(), 0);
        QVERIFY(bench.at(1, Inbox::WindowWordsRole).toString().isEmpty());
        QVERIFY(bench.at(1, Inbox::SnoozedWordsRole).toString().contains(u"10:0"_s));
        bench.model.setQueue(Queue::Snoozed);
        QCOMPARE(bench.model.idAt(0), ConversationId(1)); // comes back first
    }

    void priorityStandsAboveWithinItsGroup()
    {
        Bench bench;
        QVERIFY(bench.load());
        for (qint64 id = 1; id <= 12; ++id) // nobody's window is about to close
            bench.closesIn(id, std::chrono::hours(2) + std::chrono::minutes(id));
        QVERIFY(bench.model.rowOf(ConversationId(2)) > 0);
        bench.change(2, [](WorkState &work) { work.priority = Priority::Urgent; });
        QCOMPARE(bench.model.rowOf(ConversationId(2)), 0);
        bench.change(4, [](WorkState &work) { work.priority = Priority::High; });
        QCOMPARE(bench.model.rowOf(ConversationId(4)), 1);
        // Answered long ago, however urgent: below everybody who waits.
        bench.change(50, [](WorkState &work) { work.priority = Priority::Urgent; });
        QVERIFY(bench.model.rowOf(ConversationId(50)) >= 12);
        // Windows still close in their own time among the urgent ones.
        bench.clock.advance(std::chrono::hours(24));
        bench.model.refreshWindows(bench.clock.now());
        for (int row = 0; row < bench.model.rowCount(); ++row)
            QVERIFY(bench.model.index(row).data(Inbox::GroupRole).toInt() > 0);
    }

    void whoseWindowIsAboutToCloseStandsAboveEveryPriority()
    {
        Bench bench;
        QVERIFY(bench.load());
        for (qint64 id = 1; id <= 12; ++id)
            bench.closesIn(id, std::chrono::hours(10) + std::chrono::minutes(id));
        bench.change(1, [](WorkState &work) { work.priority = Priority::Urgent; });
        bench.closesIn(1, std::chrono::hours(22));
        bench.change(5, [](WorkState &work) { work.priority = Priority::High; });
        bench.closesIn(5, std::chrono::minutes(40));
        bench.closesIn(9, std::chrono::minutes(31)); // of no priority at all
        const auto top = [&] { return bench.shown().mid(0, 3); };
        const auto ids = [](qint64 a, qint64 b, qint64 c) {
            return QList<ConversationId>{ConversationId(a), ConversationId(b), ConversationId(c)};
        };
        QCOMPARE(top(), ids(1, 5, 9));
        QCOMPARE(bench.model.nextTask(), ConversationId(1));
        QSignalSpy moved(&bench.model, &Inbox::rowsMoved);
        bench.tick(std::chrono::seconds(60)); // 30 minutes left: not red yet
        QCOMPARE(top(), ids(1, 5, 9));
        QVERIFY(moved.isEmpty());
        bench.tick(std::chrono::seconds(15)); // nobody wrote; only time went by
        QCOMPARE(top(), ids(9, 1, 5));
        QCOMPARE(moved.size(), 1);
        QCOMPARE(bench.at(9, Inbox::UrgencyRole).toInt(), int(models::WindowUrgency::Urgent));
        QCOMPARE(bench.model.nextTask(), ConversationId(9));
        bench.tick(std::chrono::minutes(10)); // among those it is time alone that counts
        QCOMPARE(top(), ids(9, 5, 1));
        bench.change(5, [](WorkState &work) { work.priority = Priority::Urgent; });
        QCOMPARE(top(), ids(9, 5, 1));
        bench.tick(std::chrono::minutes(20)); // missed
        QCOMPARE(top().mid(0, 2), ids(5, 1, 0).mid(0, 2));
        QCOMPARE(bench.at(9, Inbox::GroupRole).toInt(), 1);
    }

    void aViewNarrowsAQueueAndLeavesItsCount()
    {
        Bench bench;
        QVERIFY(bench.load());
        bench.model.setQueue(Queue::Mine);
        const int mine = bench.model.countOf(Queue::Mine);
        bench.change(1, [](WorkState &work) { work.labels = {LabelId(2)}; });
        InboxFilter view;
        view.labels = {LabelId(2)};
        bench.model.setView(view);
        for (const ConversationId id : bench.shown())
            QVERIFY(bench.model.find(id)->work.labels.contains(LabelId(2)));
        QVERIFY(bench.model.rowOf(ConversationId(1)) >= 0);
        QVERIFY(bench.model.rowCount() < mine);
        QCOMPARE(bench.model.countOf(Queue::Mine), mine);
        bench.change(1, [](WorkState &work) { work.labels.clear(); });
        QCOMPARE(bench.model.rowOf(ConversationId(1)), -1);
        view = {};
        view.waitingOnly = true;
        bench.model.setQueue(Queue::All);
        bench.model.setView(view);
        QCOMPARE(bench.model.rowCount(), bench.model.waitingCount());
    }

    void theNextTaskIsMineBeforeItIsNobodys()
    {
        Bench bench;
        QVERIFY(bench.load());
        const ConversationId next = bench.model.nextTask();
        QCOMPARE(bench.model.find(next)->work.assignee, kMe);
        QVERIFY(models::waits(*bench.model.find(next)));
        QVERIFY(bench.model.nextTask(next) != next);
        for (qint64 id = 1; id <= 12; ++id)
            bench.change(id, [](WorkState &work) { work.assignee = kAyse; });
        QVERIFY(!bench.model.nextTask().isValid()); // a colleague's work is not mine to take
        bench.change(7, [](WorkState &work) { work.assignee = {}; });
        QCOMPARE(bench.model.nextTask(), ConversationId(7));
        bench.change(7, [&](WorkState &work) {
            work.holder = kAyse;
            work.heldUntil = bench.clock.now() + kLeaseLasts;
        });
        QVERIFY(!bench.model.nextTask().isValid()); // somebody answers there already
    }

    // Who telephones may be anybody's: words are looked for in every queue.
    void wordsAreLookedForInEveryQueue()
    {
        Bench bench;
        QVERIFY(bench.load());
        bench.change(1, [](WorkState &work) { work.assignee = kAyse; });
        bench.model.setQueue(Queue::Mine);
        InboxFilter urgent;
        urgent.atLeast = Priority::Urgent;
        bench.model.setView(urgent);
        const ConversationId id(1);
        QCOMPARE(bench.model.rowOf(id), -1);
        bench.model.setFilter(bench.model.find(id)->name);
        QVERIFY(bench.model.rowOf(id) >= 0);
        bench.model.setFilter({});
        QCOMPARE(bench.model.rowOf(id), -1);
    }

    void aViewOfWhatIsResolvedIsAViewOfAll()
    {
        Bench bench;
        QVERIFY(bench.load());
        bench.model.setQueue(Queue::Mine);
        InboxFilter resolved;
        resolved.status = WorkStatus::Resolved;
        resolved.labels = {};
        bench.model.setView(resolved);
        QCOMPARE(bench.model.queue(), Queue::All);
        QVERIFY(bench.model.rowCount() > 0);
        bench.model.setQueue(Queue::Mine); // and a queue shows what it holds
        QVERIFY(!bench.model.view().status);
        QCOMPARE(bench.model.rowCount(), bench.model.countOf(Queue::Mine));
    }

    // More is open than the first page holds: all of it comes, whatever the queue, and until then
    // no count is shown.
    void allThatIsOpenIsFetchedBeforeCountsAreBelieved()
    {
        Bench bench;
        Pages pages;
        for (qint64 id = 1; id <= 5; ++id) {
            pages.rows << bench.summary(id);
            pages.rows.last().work.status = WorkStatus::Open;
            pages.rows.last().work.assignee = kMe;
        }
        Inbox model(&pages, &bench.clock);
        model.setMe(kMe);
        model.setQueue(Queue::Mine);
        QSignalSpy counts(&model, &Inbox::countsChanged);
        int atFirst = 0;
        bool believed = true;
        QObject::connect(&model, &Inbox::loaded, &model, [&] {
            atFirst = model.knownCount();
            believed = model.isLoaded();
        });
        model.load();
        QTRY_VERIFY(model.isLoaded());
        QCOMPARE(atFirst, 2);
        QVERIFY(!believed);
        QCOMPARE(model.knownCount(), 5);
        QVERIFY(!counts.isEmpty());
        QCOMPARE(model.countOf(Queue::Mine), 5);
        QCOMPARE(model.rowCount(), 5);
        QVERIFY(!model.canFetchMore({})); // what is resolved is for another queue
        model.setQueue(Queue::All);
        QVERIFY(model.canFetchMore({}));
        pages.fails = true; // in the middle of it
        model.load();
        QTRY_COMPARE(model.knownCount(), 2);
        QTRY_VERIFY(!model.isLoading());
        QVERIFY(!model.isLoaded());
        pages.fails = false;
        model.setQueue(Queue::Mine);
        QVERIFY(model.canFetchMore({})); // it goes on where it was
        model.fetchMore({});
        QTRY_VERIFY(model.isLoaded());
        QCOMPARE(model.countOf(Queue::Mine), 5);
    }

    void whatWaitsForAColleagueWhoHasGoneIsOfferedLast()
    {
        Bench bench;
        QVERIFY(bench.load());
        for (qint64 id = 1; id <= 12; ++id)
            bench.change(id, [](WorkState &work) { work.assignee = kAyse; });
        QVERIFY(!bench.model.nextTask().isValid()); // she is here
        bench.team.apply(PresenceNow());            // nobody is
        const ConversationId next = bench.model.nextTask();
        QVERIFY(next.isValid());
        QCOMPARE(bench.model.find(next)->work.assignee, kAyse);
        bench.change(7, [](WorkState &work) { work.assignee = {}; });
        QCOMPARE(bench.model.nextTask(), ConversationId(7));
    }

    void onlyAllHasMoreToFetch()
    {
        test::ManualClock clock;
        net::FakeServer server(&clock, {400, 20, 10});
        Inbox model(&server, &clock);
        model.setMe(kMe);
        QSignalSpy loaded(&model, &Inbox::loaded);
        model.load();
        QVERIFY(loaded.wait());
        QVERIFY(model.canFetchMore({}));
        model.setQueue(Queue::Mine);
        QVERIFY(!model.canFetchMore({}));
        model.setQueue(Queue::All);
        InboxFilter open;
        open.status = WorkStatus::Open;
        model.setView(open);
        QVERIFY(!model.canFetchMore({}));
    }

    void unreadIsEachAgentsOwn()
    {
        Bench bench;
        QVERIFY(bench.load());
        QCOMPARE(bench.at(1, Inbox::UnreadRole).toInt(), 1); // waits, never opened
        bench.own.markSeen(bench.summary(1));
        QCOMPARE(bench.at(1, Inbox::UnreadRole).toInt(), 0);
        QCOMPARE(bench.at(1, Inbox::WaitingRole).toInt(), 1); // and still waits
        QTRY_COMPARE(bench.server.calls(net::FakeCall::MarkSeen), 1);
        bench.server.customerWrites(ConversationId(1), u"Alo?"_s);
        QTRY_COMPARE(bench.at(1, Inbox::UnreadRole).toInt(), 1);
        QVERIFY(bench.at(1, Qt::AccessibleTextRole).toString().contains(u"1 unread."_s));
        bench.own.markSeen(bench.summary(1));
        bench.own.markSeen(bench.summary(1));
        QTRY_COMPARE(bench.server.calls(net::FakeCall::MarkSeen), 2); // said once per message
    }

    void whatAColleagueAnsweredIsNoNews()
    {
        Bench bench;
        QVERIFY(bench.load());
        bench.own.markSeen(bench.summary(2)); // Ayşe's
        bench.server.customerWrites(ConversationId(2), u"Bir şey daha"_s);
        QTRY_COMPARE(bench.at(2, Inbox::UnreadRole).toInt(), 1);
        ConversationSummary answered = bench.summary(2);
        answered.waiting = 0;
        answered.waitingSince.reset();
        bench.server.change(answered);
        QTRY_COMPARE(bench.at(2, Inbox::UnreadRole).toInt(), 0);
    }

    void aRowSaysWhoseItIs()
    {
        Bench bench;
        QVERIFY(bench.load());
        QCOMPARE(bench.at(1, Inbox::OwnerRole).toInt(), int(Inbox::Owner::Mine));
        QCOMPARE(bench.at(2, Inbox::OwnerRole).toInt(), int(Inbox::Owner::Colleague));
        QCOMPARE(bench.at(2, Inbox::AssigneeRole).toString(), u"Ayşe Demir"_s);
        QCOMPARE(bench.at(3, Inbox::OwnerRole).toInt(), int(Inbox::Owner::Nobody));
        QVERIFY(bench.at(2, Inbox::HolderRole).toString().isEmpty());
        QVERIFY(!bench.server.colleagueActs(kAyse, ConversationId(2), WorkAct()).refusal);
        QTRY_COMPARE(bench.at(2, Inbox::HolderRole).toString(), u"Ayşe Demir"_s);
        QVERIFY(bench.at(2, Qt::AccessibleTextRole)
                    .toString()
                    .contains(u"Answering now: Ayşe Demir."_s));
        bench.clock.advance(kLeaseLasts + std::chrono::seconds(1));
        bench.model.refreshWindows(bench.clock.now());
        QVERIFY(bench.at(2, Inbox::HolderRole).toString().isEmpty()); // the lease is over
        QCOMPARE(bench.at(1, Inbox::LabelRole).toString(), u"Fatura"_s);
    }

    void aHundredThousandOpenConversationsChangeQueueAtOnce()
    {
        test::ManualClock clock;
        net::FakeServer server(&clock, {100'000, 50'000, 10});
        Inbox model(&server, &clock);
        model.setMe(kMe);
        QSignalSpy loaded(&model, &Inbox::loaded);
        model.load();
        QVERIFY(loaded.wait(60'000));
        QCOMPARE(model.rowCount(), 100'000);
        QElapsedTimer watch;
        const auto measure = [&](const char *what, const std::function<void()> &run) {
            watch.start();
            run();
            qInfo("%s: %.1f ms", what, double(watch.nsecsElapsed()) / 1e6);
        };
        measure("queue of mine", [&] { model.setQueue(Queue::Mine); });
        measure("queue of all", [&] { model.setQueue(Queue::All); });
        measure("words typed", [&] { model.setFilter(u"ayşe"_s); });
        measure("next task", [&] { (void)model.nextTask(); });
        const auto tick = [&](Duration passed) {
            clock.advance(passed);
            model.refreshWindows(clock.now());
        };
        measure("15 s tick", [&] { tick(std::chrono::seconds(15)); });
        model.setFilter({});
        ConversationSummary one = server.world().conversation(ConversationId(777));
        one.work.assignee = kMe;
        server.change(one);
        measure("one change", [&] {
            model.apply(server.world().conversation(ConversationId(777)));
            model.applyNow();
        });
        measure("15 s tick of all", [&] { tick(std::chrono::seconds(15)); });
        measure("woken after eight hours", [&] { tick(std::chrono::hours(8)); });
        QCOMPARE(model.countOf(Queue::All), 100'000);
    }
};

DESTEK_TEST(InboxQueues)
#include "tst_inbox_queues.moc"
