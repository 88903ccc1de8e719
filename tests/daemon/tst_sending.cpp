#include "daemon/service/dispatcher.h"
#include "daemon/service/intake_pump.h"
#include "tests/daemon/desk.h"
#include "tests/kit/test_main.h"

#include <QRandomGenerator>
#include <QTest>

#include <atomic>
#include <thread>

using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

namespace
{

const meta::Sender kAyse{u"905320000000"_s, u"TR.84771"_s, u"Ayşe"_s, {}};

/// Meta, answering what the test says, one turn of the event loop later.
class ScriptedMeta final : public MetaGateway
{
public:
    std::function<SendAnswer(const OutboundRequest &)> script = [](const OutboundRequest &request) {
        return Desk::accepted(u"wamid."_s + request.id.toString());
    };
    QList<OutboundRequest> seen;

    void send(const OutboundRequest &request, std::function<void(SendAnswer)> answer) override
    {
        seen << request;
        QTimer::singleShot(
            0, [this, request, answer = std::move(answer)] { answer(script(request)); });
    }
    void fetchTemplates(std::function<void(std::optional<QList<TemplateRecord>>)> answer) override
    {
        answer(std::nullopt);
    }
};

} // namespace

/// The life of an outgoing message: never lost, never doubled, decided again when it starts
/// (house.md "Outbox"; ).
class Sending : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fromQueueToAccepted()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const SendCommand command = desk.text(kAyse, u"Buyurun"_s);
        const QueuedMessage queued = desk.queue(command);
        QVERIFY(!queued.refusal && !queued.alreadyThere);
        QCOMPARE(desk.message(command.id).state, SendState::Queued);
        QCOMPARE(desk.conversation(kAyse).waiting, 0);
        const auto requests = desk.claim();
        QCOMPARE(requests.size(), 1);
        QCOMPARE(Desk::words(requests.first()), u"Buyurun"_s);
        QCOMPARE(requests.first().phoneNumberId, meta::kNumberId);
        QCOMPARE(requests.first().attempt, 1);
        QCOMPARE(desk.message(command.id).state, SendState::Sending);
        QVERIFY(desk.claim().isEmpty()); // claimed once
        desk.settle(requests.first(), Desk::accepted(u"wamid.O"_s));
        QCOMPARE(desk.message(command.id).state, SendState::Accepted);
        QCOMPARE(desk.message(command.id).wamid, u"wamid.O"_s);
    }

    void aTickIsNotAllThatIsSaidOfAHeldTemplate_data()
    {
        QTest::addColumn<int>("pace");
        QTest::addColumn<int>("event");
        QTest::newRow("held") << int(SendPace::HeldForQuality) << int(EventKind::TemplateHeld);
        QTest::newRow("paused") << int(SendPace::Paused) << int(EventKind::TemplatePaused);
    }
    void aTickIsNotAllThatIsSaidOfAHeldTemplate()
    {
        QFETCH(int, pace);
        QFETCH(int, event);
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        desk.addTemplate(u"kargo"_s, u"UTILITY"_s);
        QVERIFY(!desk.queue(desk.chosen(kAyse, u"kargo"_s)).refusal);
        SendAnswer answer = Desk::accepted(u"wamid.O"_s);
        answer.pace = SendPace(pace);
        desk.settle(desk.claim().first(), answer);
        const auto thread = desk.thread(kAyse);
        QCOMPARE(thread.size(), 3);
        QCOMPARE(thread.at(1).state, SendState::Accepted);
        QCOMPARE(thread.at(2).event, EventKind(event));
    }

    void theSameIdTwiceIsOneMessage()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const SendCommand command = desk.text(kAyse, u"Buyurun"_s);
        QVERIFY(!desk.queue(command).alreadyThere);
        QVERIFY(desk.queue(command).alreadyThere);
        desk.settle(desk.claim().first(), Desk::accepted(u"wamid.O"_s));
        desk.kit().reopen();
        QVERIFY(desk.queue(command).alreadyThere); // the console asks again after a cut
        QVERIFY(desk.claim().isEmpty());
        QCOMPARE(desk.thread(kAyse).size(), 2);
    }

    void policyIsDecidedAgainWhenItStarts_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("refusal");
        QTest::newRow("they wrote STOP meanwhile") << u"stop"_s << int(SendRefusal::OptedOut);
        QTest::newRow("the window closed meanwhile")
            << u"window"_s << int(SendRefusal::WindowClosed);
    }
    void policyIsDecidedAgainWhenItStarts()
    {
        QFETCH(QString, what);
        QFETCH(int, refusal);
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const SendCommand command = desk.text(kAyse, u"Buyurun"_s);
        QVERIFY(!desk.queue(command).refusal);
        if (what == u"stop"_s)
            desk.says(kAyse, u"wamid.2"_s, 1, u"STOP"_s);
        else
            desk.at(24 * 3600);
        for (const OutboundRequest &request : desk.claim())
            QCOMPARE(Desk::words(request), kConfirmation);
        const MessageRecord message = desk.message(command.id);
        QCOMPARE(message.state, SendState::Refused);
        QCOMPARE(message.refusal, QString(wireName(SendRefusal(refusal))));
        QCOMPARE(message.attempts, 0);
        QCOMPARE(desk.audit(u"message.refused"_s).size(), 1);
    }

    void refusalsAtTheDoor()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        desk.addTemplate(u"kampanya"_s, u"MARKETING"_s);
        desk.addTemplate(u"yolda"_s, u"UTILITY"_s);
        QCOMPARE(desk.queue(desk.chosen(kAyse, u"kampanya"_s)).refusal,
                 std::optional(SendRefusal::Marketing));
        QCOMPARE(desk.queue(desk.chosen(kAyse, u"yok"_s)).refusal,
                 std::optional(SendRefusal::TemplateUnknown));
        SendCommand bare = desk.chosen(kAyse, u"yolda"_s);
        bare.content.values.body.clear();
        QCOMPARE(desk.queue(bare).refusal, std::optional(SendRefusal::MissingVariable));
        SendCommand nowhere = desk.text(kAyse, u"x"_s);
        nowhere.conversation = ConversationId(4711);
        QCOMPARE(desk.queue(nowhere).refusal, std::optional(SendRefusal::ConversationUnknown));
        QCOMPARE(desk.queue(desk.text(kAyse, u" "_s)).refusal,
                 std::optional(SendRefusal::TextEmpty));
        QVERIFY(desk.claim().isEmpty());
        QVERIFY(!desk.audit(u"message.refused"_s).isEmpty()); // the attempt leaves a trace
    }

    void backOffAndThenAgain()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const SendCommand command = desk.text(kAyse, u"Buyurun"_s);
        (void)desk.queue(command);
        for (int attempt = 1; attempt <= 3; ++attempt) {
            const auto requests = desk.claim();
            QCOMPARE(requests.size(), 1);
            QCOMPARE(requests.first().attempt, attempt);
            desk.settle(requests.first(),
                        Desk::refused(131056, AttemptOutcome::Retry, std::chrono::seconds(4)));
            QCOMPARE(desk.message(command.id).state, SendState::Queued);
            QVERIFY(desk.claim().isEmpty());
            desk.clock().advance(std::chrono::milliseconds(3999));
            QVERIFY(desk.claim().isEmpty());
            desk.clock().advance(std::chrono::milliseconds(1));
        }
        const auto attempts = desk.kit().read<QList<Attempt>>(
            [&](const Tx &tx) { return tx.messages().attempts(command.id); });
        QCOMPARE(attempts.size(), 3); // every attempt is kept with its result
        QCOMPARE(attempts.last().code, 131056);
    }

    void anUnknownOutcomeWaitsForAPerson()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const SendCommand first = desk.text(kAyse, u"bir"_s);
        (void)desk.queue(first);
        desk.settle(desk.claim().first(), SendAnswer{});
        QCOMPARE(desk.message(first.id).state, SendState::Unknown);
        desk.at(3600);
        QVERIFY(desk.claim().isEmpty());
        const auto decide = [&](const MessageId &id, bool resend) {
            std::optional<SendRefusal> refusal;
            desk.kit().write([&](Tx &tx) -> Stored<Done> {
                const auto decided =
                    SendService(tx, desk.clock()).decide(Desk::agent(), id, resend);
                if (!decided)
                    return failure(decided.error());
                refusal = *decided;
                return done();
            });
            return refusal;
        };
        QVERIFY(!decide(first.id, true));
        const auto again = desk.claim();
        QCOMPARE(again.size(), 1);
        QCOMPARE(again.first().attempt, 2);
        QCOMPARE(decide(first.id, true), std::optional(SendRefusal::NotPermitted)); // under way
        desk.settle(again.first(), SendAnswer{});
        QVERIFY(!decide(first.id, false));
        QCOMPARE(desk.message(first.id).state, SendState::Abandoned);
        QVERIFY(desk.claim().isEmpty());
        QCOMPARE(desk.audit(u"message.unknown_decided"_s).size(), 2);

        // Policy has its say here too.
        const SendCommand second = desk.text(kAyse, u"iki"_s);
        (void)desk.queue(second);
        desk.settle(desk.claim().first(), SendAnswer{});
        desk.says(kAyse, u"wamid.2"_s, 3700, u"STOP"_s);
        QCOMPARE(decide(second.id, true), std::optional(SendRefusal::OptedOut));
        QVERIFY(!decide(second.id, false));
    }

    void aResentMessageShowsWhatBecomesOfIt()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const MessageId id = desk.sends(kAyse, u"Buyurun"_s, u"wamid.O1"_s);
        desk.arrives(
            meta::statuses({meta::status(u"wamid.O1"_s, u"sent"_s, Desk::kNow + 1),
                            meta::status(u"wamid.O1"_s, u"failed"_s, Desk::kNow + 2, {}, 131026)}));
        QCOMPARE(desk.message(id).state, SendState::Failed);
        desk.kit().write([&](Tx &tx) -> Stored<Done> {
            const auto decided = SendService(tx, desk.clock()).decide(Desk::agent(), id, true);
            return decided ? Stored<Done>(done()) : Stored<Done>(failure(decided.error()));
        });
        const auto again = desk.claim();
        QCOMPARE(again.size(), 1);
        desk.settle(again.first(), Desk::accepted(u"wamid.O2"_s));
        QCOMPARE(desk.message(id).state, SendState::Accepted);
        // A late word about the first attempt says nothing about the second.
        desk.arrives(meta::statuses(
            {meta::status(u"wamid.O1"_s, u"failed"_s, Desk::kNow + 2, id.toString(), 131026)}));
        QCOMPARE(desk.message(id).state, SendState::Accepted);
        desk.arrives(meta::statuses(
            {meta::status(u"wamid.O2"_s, u"failed"_s, Desk::kNow + 9, id.toString(), 131026)}));
        QCOMPARE(desk.message(id).state, SendState::Failed);
    }

    void whatWasUnderWayAtACrashIsUnknown()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const SendCommand command = desk.text(kAyse, u"Buyurun"_s);
        (void)desk.queue(command);
        QCOMPARE(desk.claim().size(), 1);
        desk.kit().reopen();
        ScriptedMeta meta;
        Dispatcher dispatcher(desk.kit().store(), meta, desk.clock());
        const auto closing = desk.kit().closing();
        dispatcher.start();
        QCOMPARE(desk.message(command.id).state, SendState::Unknown);
        QTest::qWait(50);
        QVERIFY(meta.seen.isEmpty());
    }

    void onePersonsMessagesGoInOrder()
    {
        Desk desk;
        QList<meta::Sender> people;
        for (int i = 0; i < 4; ++i) {
            people << meta::Sender{u"9053200000%1"_s.arg(10 + i), u"TR.%1"_s.arg(i), u"A"_s, {}};
            desk.says(people.last(), u"wamid.%1"_s.arg(i), 0, u"Merhaba"_s);
        }
        for (int i = 0; i < 10; ++i) {
            desk.clock().advance(std::chrono::milliseconds(i % 2)); // ties too
            for (const meta::Sender &person : std::as_const(people))
                QVERIFY(!desk.queue(desk.text(person, QString::number(i))).refusal);
        }
        ScriptedMeta meta;
        QHash<QString, int> underWay;
        bool overlapped = false;
        meta.script = [&](const OutboundRequest &request) {
            --underWay[request.recipient.value];
            return Desk::accepted(u"wamid."_s + request.id.toString());
        };
        Dispatcher dispatcher(desk.kit().store(), meta, desk.clock());
        const auto closing = desk.kit().closing();
        dispatcher.start();
        QTRY_COMPARE(meta.seen.size(), 40);
        QHash<QString, int> next;
        for (const OutboundRequest &request : std::as_const(meta.seen))
            QCOMPARE(Desk::words(request), QString::number(next[request.recipient.value]++));
        QVERIFY(!overlapped);
        QTRY_COMPARE(dispatcher.inFlight(), 0);
    }

    void stoppedMeansNoNewPosts()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        (void)desk.queue(desk.text(kAyse, u"Buyurun"_s));
        ScriptedMeta meta;
        Dispatcher dispatcher(desk.kit().store(), meta, desk.clock());
        const auto closing = desk.kit().closing();
        dispatcher.wake(); // not started yet
        QTest::qWait(20);
        QVERIFY(meta.seen.isEmpty());
        dispatcher.start();
        QTRY_COMPARE(meta.seen.size(), 1);
        dispatcher.stop();
        (void)desk.queue(desk.text(kAyse, u"Daha"_s));
        dispatcher.wake();
        QTest::qWait(50);
        QCOMPARE(meta.seen.size(), 1);
    }

    /// Acknowledged is what WhatsApp was answered 200 for, not what was applied: a daemon that was
    /// killed in between, or is behind, knows of the opt-out before it starts anything.
    void anOptOutThatIsOnlyDurableStopsWhatIsQueued()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const SendCommand command = desk.text(kAyse, u"Buyurun"_s);
        QVERIFY(!desk.queue(command).refusal);
        IntakePump pump(desk.kit().store(), desk.clock(), InboundApplier(desk.clock(), {QString()}),
                        &intake::readWebhook);
        const auto accept = [&](const QByteArray &body) {
            desk.kit().write([&](Tx &tx) -> Stored<Done> {
                if (auto kept = tx.intake().append(body, desk.clock().now()); !kept)
                    return failure(kept.error());
                return done();
            });
        };
        for (int i = 0; i < 40; ++i) // a backlog of other people's words before it
            accept(meta::says({{}, u"TR.Other"_s, u"Ad"_s, {}}, u"wamid.o%1"_s.arg(i),
                              desk.clock().now().seconds(), u"Merhaba"_s));
        accept(meta::says(kAyse, u"wamid.2"_s, desk.clock().now().seconds() + 1, u"DURDUR"_s));
        ScriptedMeta meta;
        Dispatcher dispatcher(desk.kit().store(), meta, desk.clock());
        const auto closing = desk.kit().closing();
        dispatcher.setBefore([&pump](Tx &tx) { return pump.catchUp(tx); });
        pump.onStep([&dispatcher] { dispatcher.wake(); });
        dispatcher.start(); // which has the pump catch up
        QTRY_COMPARE(desk.message(command.id).state, SendState::Refused);
        QVERIFY(meta.seen.isEmpty());
        QTRY_COMPARE(pump.applied(), 41);
    }

    void nothingStartsAfterAnOptOutIsAcknowledged()
    {
        Desk desk;
        QRandomGenerator random(58);
        ScriptedMeta meta;
        Dispatcher dispatcher(desk.kit().store(), meta, desk.clock());
        const auto closing = desk.kit().closing();
        dispatcher.start();
        bool given = false;
        const int rounds = qEnvironmentVariableIntValue("DESTEK_RACE_ROUNDS", &given);
        for (int round = 0; round < (given ? rounds : 40); ++round) {
            desk.clock().advance(std::chrono::seconds(1)); // else our numbers' rate is used up
            // One person at eight numbers of ours, eight answers queued at each.
            const meta::Sender person{{}, u"TR.R%1"_s.arg(round), u"Ad"_s, {}};
            QSet<MessageId> queued;
            desk.kit().write([&](Tx &tx) -> Stored<Done> {
                const auto contact = tx.contacts().create(desk.clock().now(), false);
                if (!contact)
                    return failure(contact.error());
                if (auto linked = tx.contacts().link(*contact, {IdentityKind::Bsuid, person.bsuid},
                                                     desk.clock().now());
                    !linked)
                    return linked;
                for (int number = 0; number < 8; ++number) {
                    const auto id = tx.conversations().openFor(
                        number == 0 ? meta::kNumberId : u"number%1"_s.arg(number), u"90850"_s,
                        *contact);
                    if (!id)
                        return failure(id.error());
                    auto conversation = *std::as_const(tx).conversations().record(*id);
                    conversation.lastInboundAt = desk.clock().now();
                    conversation.lastQuestionAt = conversation.lastInboundAt;
                    if (auto updated = tx.conversations().update(conversation); !updated)
                        return updated;
                    for (int i = 0; i < 8; ++i) {
                        SendCommand command;
                        command.id = MessageId::create();
                        command.conversation = *id;
                        command.content.text = u"x"_s;
                        queued << command.id;
                        if (const auto done =
                                SendService(tx, desk.clock()).queue(Desk::agent(), command);
                            !done || done->refusal)
                            return failure(StoreError::Failed);
                    }
                }
                return done();
            });
            meta.seen.clear();
            const InboundApplier applier(desk.clock(), {QString()});
            meta.script = [](const OutboundRequest &request) {
                return Desk::accepted(u"wamid."_s + request.id.toString());
            };
            // From a thread of its own, at a moment nobody chose: it queues up among the claims
            // like any webhook.
            std::atomic<bool> stopped = false;
            const int moment = random.bounded(20'000);
            const qint64 second = desk.clock().now().seconds() + 1;
            std::jthread stop([&, round, person, moment, second] {
                for (int i = 0; i < moment; ++i)
                    std::this_thread::yield();
                desk.kit().store().write(
                    Urgency::Now,
                    [&desk, applier, person, round, second](Tx &tx) -> Stored<Done> {
                        for (const InboundEvent &event : intake::readWebhook(meta::says(
                                 person, u"wamid.R%1"_s.arg(round), second, u"STOP"_s))) {
                            if (auto done = applier.apply(tx, event, desk.clock().now()); !done)
                                return done;
                        }
                        return done();
                    },
                    [&stopped](Stored<Done>) { stopped = true; });
            });
            dispatcher.wake();
            const ContactId contact = desk.who(person);
            QTRY_VERIFY_WITH_TIMEOUT(
                desk.kit().read<int>([](const Tx &tx) { return tx.messages().queued(); }) == 0 &&
                    dispatcher.inFlight() == 0 && stopped,
                60'000);
            stop.join();
            // The log's order is the order of the commits.
            AuditFilter filter;
            filter.contact = contact;
            const auto lines =
                desk.kit()
                    .read<AuditPage>([&](const Tx &tx) { return tx.audit().page(filter, {}, 500); })
                    .lines;
            qint64 optedOut = -1;
            for (const AuditLine &line : lines) {
                if (line.action == u"standing.opted_out"_s)
                    optedOut = line.seq;
            }
            QVERIFY(optedOut >= 0);
            for (const AuditLine &line : lines) {
                if (line.action == u"message.send_started"_s)
                    QVERIFY2(line.seq < optedOut, "a send started after the opt-out");
            }
            int sent = 0;
            for (const MessageId &id : std::as_const(queued)) {
                const SendState state = desk.message(id).state;
                QVERIFY(state == SendState::Accepted || state == SendState::Refused);
                sent += state == SendState::Accepted ? 1 : 0;
            }
            QCOMPARE(sent, int(meta.seen.size()));
        }
    }
};

DESTEK_TEST(Sending)
#include "tst_sending.moc"
