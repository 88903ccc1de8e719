// What was looked at is there again at once, also without a connection, and never passes for what
// it is not (design/journeys.md 6.1 at 14:02, design/lessons.md 4.1).
#include "models/session/console_state.h"
#include "models/thread/thread_memory.h"
#include "net/fake/fake_server.h"
#include "net/outbox/pending_sends.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using models::ConsolePhase;
using Thread = destek::models::ThreadModel;
using net::FakeCall;

namespace
{

const ConversationId kHere(1);
const ConversationId kThere(31);

struct Bench {
    test::ManualClock clock;
    net::FakeServer server{&clock, {80, 8, 200}};
    net::PendingSends outbox{&server, [](Duration, QObject *, const std::function<void()> &) {}};
    models::MemoryAuditMemory memory;
    models::ConsoleState state{{&server, &server, &server, &server, server.feed(), &outbox, &memory,
                                &clock, &server, &server, &server}};
    QAbstractItemModelTester tester{state.thread(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest};

    Thread *thread() { return state.thread(); }
    bool signIn()
    {
        state.signIn(net::FakeServer::pairing(), u"deniz"_s, net::FakeServer::password(), {});
        return QTest::qWaitFor([this] { return state.isLive(); });
    }
    bool open(ConversationId id)
    {
        state.openConversation(id);
        return QTest::qWaitFor([this] { return thread()->isUpToDate(); });
    }
    /// The network is gone: nobody answers, and the feed says so.
    void cut()
    {
        server.feed()->setState(net::FeedState::Offline);
        server.failNext(FakeCall::Thread, ApiErrorCode::Unreachable, 100);
    }
    void comeBack()
    {
        while (failing()) {
        }
        server.feed()->setState(net::FeedState::Live);
    }
    /// Uses up what was scripted to fail.
    bool failing()
    {
        bool failed = false;
        bool answered = false;
        server.newest(kHere, 1, {&outbox, [&](const net::Answer<ThreadPage> &answer) {
                                     failed = !answer.ok();
                                     answered = true;
                                 }});
        (void)QTest::qWaitFor([&] { return answered; });
        return failed;
    }
    MessageId say(const QString &text)
    {
        OutboundContent content;
        content.text = text;
        return state.send(kHere, content);
    }
    QString last() { return thread()->at(thread()->rowCount() - 1).text; }
};

} // namespace

class ConversationsAtHand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goingBackToAConversationWaitsForNobody()
    {
        Bench bench;
        QVERIFY(bench.signIn() && bench.open(kHere) && bench.open(kThere));
        bench.server.hang(FakeCall::Thread);
        QSignalSpy shown(bench.thread(), &Thread::shown);
        bench.state.openConversation(kHere);
        QCOMPARE(shown.size(), 1);
        QCOMPARE(bench.thread()->rowCount(), Thread::kPage);
        QVERIFY(bench.thread()->isLoaded());
        QVERIFY(bench.thread()->hasOlder());
        QVERIFY(!bench.thread()->isUpToDate()); // nothing is marked as read by that alone
        bench.server.release(FakeCall::Thread);
        QTRY_VERIFY(bench.thread()->isUpToDate());
        QCOMPARE(bench.thread()->rowCount(), Thread::kPage);
    }

    void aConversationWhoseOnlyMessageWasTakenBackIsNotAtHand()
    {
        models::ThreadMemory memory;
        MessageView only;
        only.id = MessageId::create();
        only.conversation = kHere;
        models::ThreadMemory::Page page;
        page.window.insert(0, only);
        memory.keep(kHere, page);
        QVERIFY(memory.find(kHere));
        only.absorbed = true;
        memory.apply(only);
        QVERIFY(!memory.find(kHere)); // there is no first and no last of it
    }

    void whoReadsAlreadyKeepsTheirPlaceWhenThePageComes()
    {
        Bench bench;
        QVERIFY(bench.signIn() && bench.open(kHere) && bench.open(kThere));
        bench.server.hang(FakeCall::Thread);
        bench.state.openConversation(kHere);
        QSignalSpy reset(bench.thread(), &QAbstractItemModel::modelReset);
        QSignalSpy shown(bench.thread(), &Thread::shown);
        bench.server.release(FakeCall::Thread);
        QTRY_VERIFY(bench.thread()->isUpToDate());
        QCOMPARE(reset.size() + shown.size(), 0);
    }

    void whatIsRememberedFollowsTheFeed()
    {
        Bench bench;
        QVERIFY(bench.signIn() && bench.open(kHere) && bench.open(kThere));
        const MessageView news = bench.server.customerWrites(kHere, u"Bir şey daha"_s);
        const MessageView gone = bench.server.colleagueAnswers(AgentId(2), kHere, u"Pardon"_s);
        bench.server.settle(gone.id, SendState::Withdrawn);
        bench.cut();
        bench.state.openConversation(kHere);
        QVERIFY(bench.thread()->rowOf(news.id) >= 0);
        QCOMPARE(bench.thread()->rowOf(gone.id), -1);
        QCOMPARE(bench.last(), u"Bir şey daha"_s);
    }

    void withoutAConnectionWhatWasOpenedIsReadable()
    {
        Bench bench;
        QVERIFY(bench.signIn() && bench.open(kHere) && bench.open(kThere));
        bench.cut();
        QSignalSpy failed(bench.thread(), &Thread::failed);
        bench.state.openConversation(kHere);
        QVERIFY(failed.wait());
        QCOMPARE(bench.thread()->rowCount(), Thread::kPage);
        QVERIFY(bench.say(u"Yazıyorum"_s).isValid());
        bench.state.openConversation(kThere);
        bench.state.openConversation(kHere);
        QCOMPARE(bench.thread()->rowCount(), Thread::kPage + 1); // and what waits to be sent
        QCOMPARE(bench.last(), u"Yazıyorum"_s);
        QVERIFY(!bench.thread()->isUpToDate());
        bench.comeBack();
        QTRY_VERIFY(bench.thread()->isUpToDate());
    }

    void whatCouldNotBeOpenedDoesNotPassForAWholeConversation()
    {
        Bench bench;
        QVERIFY(bench.signIn());
        bench.cut();
        QSignalSpy failed(bench.thread(), &Thread::failed);
        bench.state.openConversation(kHere);
        QVERIFY(failed.wait());
        QVERIFY(bench.say(u"Geçmişi görmeden"_s).isValid());
        QCOMPARE(bench.thread()->rowCount(), 1);
        QVERIFY(!bench.thread()->isLoaded());
        QVERIFY(!bench.thread()->isUpToDate());
        bench.comeBack();
        QTRY_VERIFY(bench.thread()->isUpToDate());
        QVERIFY(bench.thread()->hasOlder());
        QVERIFY(bench.thread()->rowCount() > Thread::kPage);
        QTRY_COMPARE(bench.server.sent().size(), 1);
        QCOMPARE(bench.last(), u"Geçmişi görmeden"_s);
    }

    void aMessageThatComesFetchesWhatIsMissing()
    {
        Bench bench;
        QVERIFY(bench.signIn());
        bench.server.failNext(FakeCall::Thread, ApiErrorCode::Timeout);
        QSignalSpy failed(bench.thread(), &Thread::failed);
        bench.state.openConversation(kHere);
        QVERIFY(failed.wait());
        bench.server.customerWrites(kHere, u"Orada mısınız?"_s);
        QTRY_VERIFY(bench.thread()->isUpToDate());
        QCOMPARE(bench.thread()->rowCount(), Thread::kPage);
        QCOMPARE(bench.last(), u"Orada mısınız?"_s);
    }

    void afterAGapNothingIsShownFromMemory()
    {
        Bench bench;
        QVERIFY(bench.signIn() && bench.open(kThere) && bench.open(kHere));
        Q_EMIT bench.server.feed()->resetRequired();
        QTRY_VERIFY(bench.state.isLive() && bench.thread()->isUpToDate());
        bench.server.hang(FakeCall::Thread);
        bench.state.openConversation(kThere);
        QCOMPARE(bench.thread()->rowCount(), 0);
        QVERIFY(!bench.thread()->isLoaded());
    }

    void nothingOfAnErasedPersonIsRemembered()
    {
        Bench bench;
        QVERIFY(bench.signIn() && bench.open(kHere) && bench.open(kThere));
        bench.server.erasePerson(net::FakeWorld::contactOf(kHere));
        bench.cut();
        bench.state.openConversation(kHere);
        QCOMPARE(bench.thread()->rowCount(), 0);
    }

    void whatTheDaemonDoesNotShowAnyMoreIsNotShownFromMemory()
    {
        Bench bench;
        QVERIFY(bench.signIn() && bench.open(kHere) && bench.open(kThere));
        bench.server.failNext(FakeCall::Thread, ApiErrorCode::NotPermitted);
        bench.state.openConversation(kHere);
        QVERIFY(bench.thread()->rowCount() > 0);
        QTRY_COMPARE(bench.thread()->rowCount(), 0);
    }

    void lockingAndLeavingForgetEverything()
    {
        Bench bench;
        QVERIFY(bench.signIn() && bench.open(kHere) && bench.open(kThere));
        bench.state.lock();
        bench.state.unlock(net::FakeServer::password(), {});
        QTRY_VERIFY(bench.state.isLive());
        bench.cut();
        bench.state.openConversation(kHere);
        QCOMPARE(bench.thread()->rowCount(), 0);
        bench.clock.advance(models::ConsoleState::kLease * 2);
        bench.state.tick(bench.clock.now());
        QCOMPARE(bench.state.phase(), ConsolePhase::Lost);
    }

    void memoryIsBounded()
    {
        models::ThreadMemory memory;
        test::ManualClock clock;
        const auto page = [&](qint64 id, int messages) {
            models::ThreadMemory::Page made;
            for (int i = 0; i < messages; ++i) {
                MessageView message;
                message.id = MessageId::create();
                message.conversation = ConversationId(id);
                message.at = clock.now();
                message.order = i;
                made.window.insert(i, message);
            }
            return made;
        };
        for (qint64 id = 1; id <= models::ThreadMemory::kMostThreads + 1; ++id)
            memory.keep(ConversationId(id), page(id, models::ThreadMemory::kMostMessages + 5));
        QVERIFY(!memory.find(ConversationId(1))); // the one left longest ago
        const auto *kept = memory.find(ConversationId(2));
        QVERIFY(kept);
        QCOMPARE(kept->window.size(), models::ThreadMemory::kMostMessages);
        QVERIFY(kept->hasOlder);
        MessageView news = page(2, 1).window.at(0);
        news.order = 1000;
        memory.apply(news);
        QCOMPARE(memory.find(ConversationId(2))->window.size(),
                 models::ThreadMemory::kMostMessages);
    }
};

DESTEK_TEST(ConversationsAtHand)
#include "tst_conversations_at_hand.moc"
