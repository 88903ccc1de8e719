#include "net/fake/fake_server.h"
#include "net/outbox/pending_sends.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::net;

namespace
{

struct Bench {
    test::ManualClock clock;
    FakeServer server{&clock};
    QList<std::function<void()>> timers;
    std::unique_ptr<net::PendingSends> outbox = std::make_unique<net::PendingSends>(
        &server,
        [this](Duration, QObject *, std::function<void()> run) { timers << std::move(run); });
    QSignalSpy accepted{outbox.get(), &Outbox::accepted};
    QSignalSpy returned{outbox.get(), &Outbox::returned};

    Bench() { outbox->resumeFor(AgentId(1)); }
    static OutgoingMessage message(const QString &text, qint64 conversation = 2)
    {
        OutgoingMessage message;
        message.id = MessageId::create();
        message.conversation = ConversationId(conversation);
        message.content.text = text;
        return message;
    }
    void settle()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
    void runTimers()
    {
        const auto due = std::exchange(timers, {});
        for (const auto &run : due)
            run();
        settle();
    }
};

} // namespace

/// nothing lost, nothing doubled.
class OutboxRetries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRetryKeepsTheId()
    {
        Bench bench;
        bench.server.failNext(FakeCall::Send, ApiErrorCode::Unreachable, 2);
        QSignalSpy waiting(bench.outbox.get(), &Outbox::waiting);
        const OutgoingMessage message = Bench::message(u"Merhaba"_s);
        QVERIFY(bench.outbox->send(message));
        bench.settle();
        bench.runTimers();
        bench.runTimers();
        QCOMPARE(bench.accepted.size(), 1);
        QCOMPARE(waiting.size(), 2);
        QCOMPARE(bench.server.sent().size(), 1);
        QCOMPARE(bench.server.sent().first().id, message.id);
        QVERIFY(bench.outbox->pending().isEmpty());
    }

    void aLostAnswerDoesNotDouble()
    {
        Bench bench;
        const OutgoingMessage message = Bench::message(u"once"_s);
        bench.server.send(message, {this, [](Answer<MessageView>) {}}); // arrived, answer lost
        QVERIFY(bench.outbox->send(message));
        bench.settle();
        QCOMPARE(bench.accepted.size(), 1);
        QCOMPARE(bench.server.sent().size(), 1);
    }

    void theOrderWithinAConversationIsKept()
    {
        Bench bench;
        bench.server.failNext(FakeCall::Send, ApiErrorCode::Timeout);
        for (const QString &text : {u"bir"_s, u"iki"_s, u"üç"_s})
            QVERIFY(bench.outbox->send(Bench::message(text)));
        QVERIFY(bench.outbox->send(Bench::message(u"elsewhere"_s, 3)));
        bench.settle();
        QCOMPARE(bench.server.sent().size(), 1); // the other conversation does not wait
        bench.runTimers();
        QStringList texts;
        for (const OutgoingMessage &sent : bench.server.sent())
            texts << sent.content.text;
        QCOMPARE(texts, (QStringList{u"elsewhere"_s, u"bir"_s, u"iki"_s, u"üç"_s}));
    }

    void aRefusedTextComesBack()
    {
        Bench bench;
        bench.server.failNext(FakeCall::Send,
                              ApiError{ApiErrorCode::Refused, SendRefusal::OptedOut, {}});
        QVERIFY(bench.outbox->send(Bench::message(u"take me back"_s)));
        QVERIFY(bench.outbox->send(Bench::message(u"next"_s)));
        bench.settle();
        QCOMPARE(bench.returned.size(), 1);
        QCOMPARE(bench.returned.first().at(0).value<OutgoingMessage>().content.text,
                 u"take me back"_s);
        QCOMPARE(bench.accepted.size(), 1); // the next one went on
    }

    void whatIsUncertainIsNeverGivenBack()
    {
        for (const auto &[code, name] : enumNames(ApiErrorCode{})) {
            const bool certain =
                code == ApiErrorCode::Refused || code == ApiErrorCode::NotFound ||
                code == ApiErrorCode::NotPermitted || code == ApiErrorCode::BadRequest ||
                code == ApiErrorCode::TooLarge || code == ApiErrorCode::StepUpNeeded ||
                code == ApiErrorCode::CodeInvalid || code == ApiErrorCode::AlreadySetUp;
            QCOMPARE(net::PendingSends::mayTryAgain(code), !certain);
        }
    }

    void itWaitsForItsWriterOnly()
    {
        Bench bench;
        bench.server.failNext(FakeCall::Send, ApiErrorCode::NotSignedIn);
        QVERIFY(bench.outbox->send(Bench::message(u"mine"_s)));
        bench.settle();
        bench.runTimers();
        QCOMPARE(bench.server.calls(FakeCall::Send), 1); // nobody is signed in
        QCOMPARE(bench.outbox->pending().size(), 1);
        bench.outbox->resumeFor(AgentId(1));
        bench.settle();
        QVERIFY(bench.server.sent().isEmpty()); // nobody looked yet what happened meanwhile
        bench.outbox->release(bench.outbox->pending().first().id);
        bench.settle();
        QCOMPARE(bench.server.sent().size(), 1);
        bench.outbox->pause();
        QVERIFY(bench.outbox->send(Bench::message(u"left behind"_s)));
        bench.outbox->resumeFor(AgentId(2)); // another person
        bench.settle();
        QVERIFY(bench.outbox->pending().isEmpty());
        QCOMPARE(bench.server.sent().size(), 1);
    }

    void itIsBounded()
    {
        Bench bench;
        bench.server.hang(FakeCall::Send);
        for (int i = 0; i < net::PendingSends::kMostMessages; ++i)
            QVERIFY(bench.outbox->send(Bench::message(u"x"_s)));
        QVERIFY(!bench.outbox->send(Bench::message(u"one too many"_s)));
    }

    void droppedTextsAreGoneAndTheirAnswersIgnored()
    {
        Bench bench;
        bench.server.hang(FakeCall::Send);
        QVERIFY(bench.outbox->send(Bench::message(u"gone"_s)));
        bench.settle();
        QCOMPARE(bench.outbox->drop(ConversationId(2)), 1);
        bench.server.release(FakeCall::Send);
        bench.settle();
        QCOMPARE(bench.accepted.size(), 0);
        QCOMPARE(bench.returned.size(), 0);
    }

    void anAnswerAfterItsDeathGoesNowhere()
    {
        Bench bench;
        bench.server.hang(FakeCall::Send);
        QVERIFY(bench.outbox->send(Bench::message(u"late"_s)));
        bench.settle();
        bench.outbox.reset();
        bench.server.release(FakeCall::Send);
        bench.settle();
        QCOMPARE(bench.accepted.size(), 0);
    }
};

DESTEK_TEST(OutboxRetries)
#include "tst_outbox_retries.moc"
