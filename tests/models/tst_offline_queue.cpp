// What was written while the connection was gone: sent if nothing happened, shown again if
// something did (design/journeys.md 6.1 at 14:02).
#include "models/format/queue_words.h"
#include "models/outgoing/offline_queue.h"
#include "models/session/console_state.h"
#include "net/fake/fake_server.h"
#include "net/outbox/pending_sends.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using models::WorldChange;

namespace
{

constexpr auto kMinute = std::chrono::minutes(1);
const ConversationId kHere(2);

struct Desk {
    test::ManualClock clock;
    net::FakeServer server{&clock, {50, 8, 200}};
    net::PendingSends outbox{&server};
    models::MemoryAuditMemory memory;
    models::ConsoleState state{models::ConsolePorts{&server, &server, &server, &server,
                                                    server.feed(), &outbox, &memory, &clock,
                                                    &server, &server, &server}};

    bool signIn()
    {
        state.signIn(net::FakeServer::pairing(), u"deniz"_s, net::FakeServer::password(), {});
        return QTest::qWaitFor([this] { return state.isLive(); });
    }
    bool enter()
    {
        if (!signIn())
            return false;
        ConversationSummary open = server.world().conversation(kHere);
        open.standing = Standing::Open;
        open.allowance = {};
        open.windowClosesAt = clock.now() + std::chrono::hours(3);
        server.change(open);
        state.openConversation(kHere);
        return QTest::qWaitFor([this] { return state.thread()->rowCount() > 0; });
    }
    void cut()
    {
        server.feed()->setState(net::FeedState::Offline);
        clock.advance(kMinute);
    }
    void comeBack(Duration after = kMinute)
    {
        clock.advance(after);
        server.feed()->setState(net::FeedState::CatchingUp);
        server.feed()->goLive(clock.now(), 1000);
        settle();
    }
    void settle()
    {
        for (int i = 0; i < 12; ++i)
            QCoreApplication::processEvents();
    }
    MessageId write(const QString &text)
    {
        OutboundContent content;
        content.text = text;
        return state.send(kHere, content);
    }
    [[nodiscard]] const QList<models::QueueQuestion> &questions() const
    {
        return state.queue()->questions();
    }
};

} // namespace

class OfflineQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aQuietWorldGetsItOnce()
    {
        Desk desk;
        QVERIFY(desk.enter());
        desk.cut();
        const MessageId first = desk.write(u"bir"_s);
        const MessageId second = desk.write(u"iki"_s);
        desk.settle();
        QCOMPARE(desk.server.calls(net::FakeCall::Send), 0);
        QCOMPARE(desk.outbox.pending().size(), 2);
        desk.server.feed()->setState(net::FeedState::CatchingUp);
        desk.settle();
        QCOMPARE(desk.server.calls(net::FakeCall::Send), 0); // catching up comes first
        desk.comeBack();
        QVERIFY(desk.questions().isEmpty());
        QTRY_COMPARE(desk.server.sent().size(), 2);
        QCOMPARE(desk.server.sent().at(0).id, first);
        QCOMPARE(desk.server.sent().at(1).id, second);
        QVERIFY(desk.outbox.pending().isEmpty());
    }

    void whatHappened_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("change");
        QTest::addColumn<bool>("mayGo");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("said");
        QTest::newRow("a colleague answered")
            << u"answered"_s << int(WorldChange::Answered) << true << u"Ayşe"_s << u"Kargoda"_s;
        QTest::newRow("the person wrote again")
            << u"wrote"_s << int(WorldChange::Wrote) << true << u"wrote again"_s << u"Vazgeçtim"_s;
        QTest::newRow("the window closed")
            << u"closed"_s << int(WorldChange::Refused) << false << u"24"_s << QString();
        QTest::newRow("the person opted out")
            << u"stop"_s << int(WorldChange::Refused) << false << u"asked not"_s << QString();
        QTest::newRow("a colleague holds it")
            << u"held"_s << int(WorldChange::Held) << false << u"Ayşe"_s << QString();
    }
    void whatHappened()
    {
        QFETCH(QString, what);
        QFETCH(int, change);
        QFETCH(bool, mayGo);
        QFETCH(QString, says);
        QFETCH(QString, said);
        Desk desk;
        QVERIFY(desk.enter());
        desk.cut();
        const MessageId id = desk.write(u"Siparişiniz yolda"_s);
        QVERIFY(id.isValid());
        desk.clock.advance(kMinute);
        if (what == u"answered"_s) {
            desk.server.colleagueAnswers(AgentId(2), kHere, u"Kargoda"_s);
        } else if (what == u"wrote"_s) {
            desk.server.customerWrites(kHere, u"Vazgeçtim"_s);
        } else if (what == u"closed"_s) {
            desk.clock.advance(std::chrono::hours(3));
        } else if (what == u"stop"_s) {
            ConversationSummary summary = desk.server.world().conversation(kHere);
            summary.standing = Standing::OptedOut;
            summary.allowance.freeText = SendRefusal::OptedOut;
            desk.server.change(summary);
        } else {
            WorkAct claim;
            claim.kind = WorkAct::Kind::Claim;
            desk.server.colleagueActs(AgentId(2), kHere, claim);
        }
        desk.comeBack(std::chrono::seconds(5));              // a lease would still run
        QCOMPARE(desk.server.calls(net::FakeCall::Send), 0); // never blindly
        QTRY_COMPARE(desk.questions().size(), 1);
        const models::QueueQuestion question = desk.questions().first();
        QCOMPARE(question.queued.message.id, id);
        QCOMPARE(int(question.change), change);
        QCOMPARE(question.mayGo(), mayGo);
        const QString sentence =
            words::queueQuestionSentence(question, desk.state.team()->nameOf(question.holder));
        QVERIFY2(sentence.contains(says), qPrintable(sentence));
        QCOMPARE(question.said, said);
        QCOMPARE(desk.outbox.pending().size(), 1);
    }

    void whatWhatsAppDeliveredLateIsAskedAboutToo()
    {
        Desk desk;
        QVERIFY(desk.enter());
        desk.cut();
        QVERIFY(desk.write(u"Siparişiniz yolda"_s).isValid());
        MessageView late; // written an hour ago, delivered now: too far up to be read again
        late.id = MessageId::create();
        late.conversation = kHere;
        late.text = u"İptal edin"_s;
        late.at = late.receivedAt = desk.clock.now() - std::chrono::hours(1);
        desk.server.world().append(late);
        desk.comeBack();
        QTRY_COMPARE(desk.questions().size(), 1);
        QCOMPARE(desk.questions().first().change, WorldChange::Wrote);
        QCOMPARE(desk.server.calls(net::FakeCall::Send), 0);
    }

    void sendEditDiscard()
    {
        Desk desk;
        QVERIFY(desk.enter());
        desk.cut();
        const MessageId sent = desk.write(u"gönder"_s);
        const MessageId edited = desk.write(u"düzenle"_s);
        const MessageId thrown = desk.write(u"at"_s);
        desk.server.customerWrites(kHere, u"Bir dakika"_s);
        desk.comeBack();
        QTRY_COMPARE(desk.questions().size(), 3);
        QSignalSpy takenBack(&desk.state, &models::ConsoleState::messageTakenBack);
        desk.state.queue()->edit(edited);
        QCOMPARE(takenBack.size(), 1);
        QCOMPARE(takenBack.first().first().value<net::OutgoingMessage>().content.text,
                 u"düzenle"_s);
        desk.state.queue()->discard(thrown);
        QVERIFY(desk.state.thread()->rowOf(thrown) < 0);
        desk.state.queue()->send(sent);
        QVERIFY(desk.questions().isEmpty());
        QTRY_COMPARE(desk.server.sent().size(), 1);
        QCOMPARE(desk.server.sent().first().id, sent);
        QVERIFY(desk.outbox.pending().isEmpty());
    }

    void whatTheDaemonHasAlreadyIsSettledWithTheSameId()
    {
        Desk desk;
        QVERIFY(desk.enter());
        desk.server.hang(net::FakeCall::Send);
        const MessageId id = desk.write(u"geldi mi?"_s);
        net::OutgoingMessage arrived = desk.outbox.pending().first();
        desk.cut();
        desk.server.release(net::FakeCall::Send); // it arrives; the answer is lost …
        desk.settle();
        QCOMPARE(desk.server.sent().size(), 1);
        desk.server.colleagueAnswers(AgentId(2), kHere, u"Ben de yazdım"_s);
        QVERIFY(desk.outbox.send(arrived)); // … and the console remembers it as waiting
        desk.comeBack();
        QTRY_VERIFY(desk.outbox.pending().isEmpty());
        QVERIFY(desk.questions().isEmpty());
        QCOMPARE(desk.server.sent().size(), 1);
        QCOMPARE(desk.server.sent().first().id, id);
    }

    void theErasedAreForgotten()
    {
        Desk desk;
        QVERIFY(desk.enter());
        desk.cut();
        QVERIFY(desk.write(u"kimseye"_s).isValid());
        desk.server.erasePerson(net::FakeWorld::contactOf(kHere)); // the order has not come yet
        desk.comeBack();
        QTRY_VERIFY(desk.outbox.pending().isEmpty());
        QVERIFY(desk.questions().isEmpty());
        QCOMPARE(desk.server.calls(net::FakeCall::Send), 0);
    }

    void aLockNamesNobodyAndLosesNothing()
    {
        Desk desk;
        QVERIFY(desk.enter());
        desk.cut();
        QVERIFY(desk.write(u"bekle"_s).isValid());
        desk.server.customerWrites(kHere, u"Yeni soru"_s);
        desk.state.lock();
        desk.comeBack();
        desk.settle();
        QVERIFY(desk.questions().isEmpty());
        QCOMPARE(desk.outbox.pending().size(), 1);
        QCOMPARE(desk.server.calls(net::FakeCall::Send), 0);
        desk.state.unlock(net::FakeServer::password(), {});
        QTRY_COMPARE(desk.questions().size(), 1);
        desk.state.lock();
        QVERIFY(desk.questions().isEmpty());
        QCOMPARE(desk.outbox.pending().size(), 1);
    }

    void whatCannotBeLookedUpWaits()
    {
        Desk desk;
        QVERIFY(desk.enter());
        desk.cut();
        QVERIFY(desk.write(u"sonra"_s).isValid());
        desk.server.failNext(net::FakeCall::Conversation, ApiErrorCode::Unreachable);
        desk.comeBack();
        QCOMPARE(desk.server.calls(net::FakeCall::Send), 0);
        QCOMPARE(desk.outbox.pending().size(), 1);
        desk.state.tick(desk.clock.now());
        QTRY_COMPARE(desk.server.sent().size(), 1);
    }
};

DESTEK_TEST(OfflineQueue)
#include "tst_offline_queue.moc"
