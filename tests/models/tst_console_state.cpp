#include "models/session/console_state.h"
#include "net/fake/fake_server.h"
#include "net/outbox/pending_sends.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using models::ConsolePhase;
using State = models::ConsoleState;

namespace
{

struct Bench {
    test::ManualClock clock;
    net::FakeServer server{&clock, {50, 8, 200}};
    QList<std::function<void()>> timers;
    net::PendingSends outbox{
        &server, [this](Duration, QObject *, std::function<void()> run) { timers << run; }};
    models::MemoryAuditMemory memory;
    std::unique_ptr<State> state = std::make_unique<State>(
        models::ConsolePorts{&server, &server, &server, &server, server.feed(), &outbox, &memory,
                             &clock, &server, &server, &server});

    bool signIn(const QString &user = u"deniz"_s)
    {
        state->signIn(net::FakeServer::pairing(), user, net::FakeServer::password(), {});
        return QTest::qWaitFor([this] { return state->isLive(); });
    }
    void runTimers()
    {
        const auto due = std::exchange(timers, {});
        for (const auto &run : due)
            run();
    }
    models::ThreadModel *thread() { return state->thread(); }
    bool open(ConversationId id)
    {
        state->openConversation(id);
        return QTest::qWaitFor([this] { return thread()->rowCount() > 0; });
    }
};

/// What stays at a console when it is closed.
struct Shelf final : net::DraftShelf {
    QList<Draft> left;
    [[nodiscard]] QList<Draft> drafts(AgentId) override { return left; }
    bool putDrafts(AgentId, const QList<Draft> &drafts) override
    {
        left = drafts;
        return true;
    }
};

OutboundContent plainText(const QString &words)
{
    OutboundContent content;
    content.text = words;
    return content;
}

} // namespace

class ConsoleState : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void signingInLeadsToALiveInbox()
    {
        Bench bench;
        QVERIFY(bench.signIn());
        QCOMPARE(bench.state->phase(), ConsolePhase::Running);
        QCOMPARE(bench.state->inbox()->rowCount(), 50);
        QCOMPARE(bench.server.feed()->startedAfter(), bench.state->inbox()->seq());
        QVERIFY(bench.state->may(Permission::SendMessages));
    }

    void aWrongPasswordIsTold()
    {
        Bench bench;
        QSignalSpy failed(bench.state.get(), &State::signInFailed);
        bench.state->signIn(net::FakeServer::pairing(), u"deniz"_s, Secret("wrong"), {});
        QVERIFY(failed.wait());
        QCOMPARE(bench.state->phase(), ConsolePhase::SignedOut);
    }

    void signingOutWhileSigningInWins()
    {
        Bench bench;
        bench.server.hang(net::FakeCall::SignIn);
        bench.state->signIn(net::FakeServer::pairing(), u"deniz"_s, net::FakeServer::password(),
                            {});
        QCoreApplication::processEvents();
        bench.state->signOut();
        bench.server.release(net::FakeCall::SignIn);
        QCoreApplication::processEvents();
        QCOMPARE(bench.state->phase(), ConsolePhase::SignedOut);
        QCOMPARE(bench.server.calls(net::FakeCall::Inbox), 0);
    }

    void changesReachTheInboxAndTheOpenThread()
    {
        Bench bench;
        QVERIFY(bench.signIn());
        QVERIFY(bench.open(ConversationId(30)));
        const int rows = bench.thread()->rowCount();
        QSignalSpy wrote(bench.state.get(), &State::customerWrote);
        bench.server.customerWrites(ConversationId(30), u"Orada mısınız?"_s);
        QCOMPARE(bench.thread()->rowCount(), rows + 1);
        QTRY_COMPARE(wrote.size(), 1);
        QCOMPARE(bench.state->inbox()->find(ConversationId(30))->lastLine, u"Orada mısınız?"_s);
    }

    void whatIsSentClimbsToRead()
    {
        Bench bench;
        QVERIFY(bench.signIn());
        QVERIFY(bench.open(ConversationId(2)));
        bench.server.setSendsAdvance(true);
        const MessageId id = bench.state->send(ConversationId(2), plainText(u"Buradayız."_s));
        QVERIFY(id.isValid());
        QVERIFY(bench.thread()->isUnacknowledged(id));
        QTRY_COMPARE(bench.thread()->at(bench.thread()->rowOf(id)).state, SendState::Read);
        QCOMPARE(bench.server.sent().size(), 1);
    }

    void aRefusalBringsTheTextBack()
    {
        Bench bench;
        QVERIFY(bench.signIn());
        QVERIFY(bench.open(ConversationId(2)));
        const int rows = bench.thread()->rowCount();
        bench.server.failNext(net::FakeCall::Send,
                              ApiError{ApiErrorCode::Refused, SendRefusal::WindowClosed, {}});
        QSignalSpy returned(bench.state.get(), &State::messageReturned);
        QVERIFY(bench.state->send(ConversationId(2), plainText(u"too late"_s)).isValid());
        QVERIFY(returned.wait());
        QCOMPARE(returned.first().at(0).value<net::OutgoingMessage>().content.text, u"too late"_s);
        QCOMPARE(bench.thread()->rowCount(), rows);
    }

    void aResetFetchesEverythingAgain()
    {
        Bench bench;
        QVERIFY(bench.signIn());
        QVERIFY(bench.open(ConversationId(2)));
        const int starts = bench.server.feed()->starts();
        bench.server.feed()->setState(net::FeedState::Stopped);
        bench.server.customerWrites(ConversationId(2), u"missed"_s); // nobody was told
        Q_EMIT bench.server.feed()->resetRequired();
        QTRY_VERIFY(bench.state->isLive());
        QCOMPARE(bench.server.feed()->starts(), starts + 1);
        QCOMPARE(bench.state->inbox()->find(ConversationId(2))->lastLine, u"missed"_s);
        QTRY_COMPARE(bench.thread()->at(bench.thread()->rowCount() - 1).text, u"missed"_s);
    }

    void anErasedPersonIsDroppedAndReceipted()
    {
        Bench bench;
        QVERIFY(bench.signIn());
        const ConversationId id(2);
        QVERIFY(bench.open(id));
        bench.server.hang(net::FakeCall::Send);
        QVERIFY(bench.state->send(id, plainText(u"still here"_s)).isValid());
        bench.server.failNext(net::FakeCall::Receipt, ApiErrorCode::Unreachable);
        QSignalSpy erased(bench.state.get(), &State::personErased);
        const ErasureOrder order = bench.server.erasePerson(net::FakeWorld::contactOf(id));
        QCOMPARE(erased.size(), 1);
        QCOMPARE(bench.thread()->rowCount(), 0);
        QVERIFY(!bench.state->inbox()->find(id));
        QVERIFY(bench.outbox.pending().isEmpty());
        QTRY_COMPARE(bench.server.calls(net::FakeCall::Receipt), 1);
        QCoreApplication::processEvents();
        QVERIFY(bench.server.receipts().isEmpty()); // the first try failed
        bench.state->tick(bench.clock.now());
        QTRY_COMPARE(bench.server.receipts(), QList<OrderId>{order.order});
        bench.state->tick(bench.clock.now());
        QCoreApplication::processEvents();
        QCOMPARE(bench.server.calls(net::FakeCall::Receipt), 2); // paid is paid
    }

    void anEndedSessionKeepsWhatItsWriterTyped()
    {
        Bench bench;
        QVERIFY(bench.signIn());
        QVERIFY(bench.open(ConversationId(2)));
        bench.server.failNext(net::FakeCall::Send, ApiErrorCode::NotSignedIn);
        const MessageId id = bench.state->send(ConversationId(2), plainText(u"keep me"_s));
        QCoreApplication::processEvents();
        bench.server.feed()->setState(net::FeedState::Ended);
        QCOMPARE(bench.state->phase(), ConsolePhase::Ended);
        QCOMPARE(bench.state->inbox()->rowCount(), 0);
        QCOMPARE(bench.thread()->rowCount(), 0);
        QCOMPARE(bench.outbox.pending().size(), 1);
        QVERIFY(bench.signIn());
        QTRY_COMPARE(bench.server.sent().size(), 1);
        QCOMPARE(bench.server.sent().first().id, id);
    }

    void withoutContactTheScreenAgesAndIsWipedAfterTheLease()
    {
        Bench bench;
        QVERIFY(bench.signIn());
        bench.server.feed()->setState(net::FeedState::Offline);
        bench.clock.advance(std::chrono::minutes(10));
        bench.state->tick(bench.clock.now());
        QVERIFY(!bench.state->isLive());
        QCOMPARE(bench.state->age(bench.clock.now()), Duration(std::chrono::minutes(10)));
        QCOMPARE(bench.state->phase(), ConsolePhase::Running);
        bench.clock.advance(State::kLease);
        bench.state->tick(bench.clock.now());
        QCOMPARE(bench.state->phase(), ConsolePhase::Lost);
        QCOMPARE(bench.state->inbox()->rowCount(), 0);
    }

    void halfWrittenOfflineOutlivesTheLeaseSealed()
    {
        Shelf shelf;
        Bench bench;
        bench.state->drafts()->setShelf(&shelf);
        QVERIFY(bench.signIn());
        bench.server.feed()->setState(net::FeedState::Offline);
        Draft draft;
        draft.conversation = ConversationId(2);
        draft.text = u"yarım kalan"_s;
        bench.state->drafts()->changed(draft);
        qsizetype sealedByThen = -1;
        connect(bench.state.get(), &State::phaseChanged, this, [&](ConsolePhase phase) {
            if (phase == ConsolePhase::Lost)
                sealedByThen = shelf.left.size();
        });
        bench.clock.advance(State::kLease + std::chrono::minutes(1));
        bench.state->tick(bench.clock.now());
        QCOMPARE(bench.state->phase(), ConsolePhase::Lost);
        QCOMPARE(sealedByThen, 1); // whoever says now what waits here says it, too
        QVERIFY(!bench.state->drafts()->hasUnsaved()); // nothing of it is in memory
        QVERIFY(bench.signIn());
        QTRY_COMPARE(bench.server.teamNow().draft(ConversationId(2), Draft::Kind::Reply).text,
                     u"yarım kalan"_s);
        QTRY_VERIFY(shelf.left.isEmpty());
    }

    void aFailedLoadIsTriedAgainByTheTick()
    {
        Bench bench;
        bench.server.failNext(net::FakeCall::Inbox, ApiErrorCode::Unreachable);
        QSignalSpy failed(bench.state.get(), &State::loadFailed);
        bench.state->signIn(net::FakeServer::pairing(), u"deniz"_s, net::FakeServer::password(),
                            {});
        QVERIFY(failed.wait());
        QCOMPARE(bench.state->phase(), ConsolePhase::Loading);
        bench.state->tick(bench.clock.now());
        QTRY_VERIFY(bench.state->isLive());
    }

    void anAdministratorHasNoInbox()
    {
        Bench bench;
        bench.server.setRoles({Role::Administrator});
        bench.state->signIn(net::FakeServer::pairing(), u"admin"_s, net::FakeServer::password(),
                            {});
        QTRY_COMPARE(bench.state->phase(), ConsolePhase::Running);
        QCOMPARE(bench.server.calls(net::FakeCall::Inbox), 0);
        QCOMPARE(bench.server.feed()->starts(), 0);
    }

    void lateAnswersAfterItsDeathGoNowhere()
    {
        Bench bench;
        QVERIFY(bench.signIn());
        QVERIFY(bench.open(ConversationId(2)));
        bench.server.setDelay(Duration(5));
        bench.state->openConversation(ConversationId(3));
        bench.server.erasePerson(net::FakeWorld::contactOf(ConversationId(3)));
        bench.state.reset();
        bench.server.customerWrites(ConversationId(2), u"nobody listens"_s);
        QTRY_VERIFY(!bench.server.receipts().isEmpty()); // asked is asked
    }
};

DESTEK_TEST(ConsoleState)
#include "tst_console_state.moc"
