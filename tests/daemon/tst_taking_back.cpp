#include "tests/daemon/team_desk.h"
#include "tests/kit/test_main.h"

#include <QTest>

using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

namespace
{

const meta::Sender &kAyse = TeamDesk::kCustomer;
constexpr Duration kHold = std::chrono::seconds(5);

} // namespace

/// A message can wait up to five seconds, and its author can take it back until it is started:
/// then it never was (design/journeys.md 6.1, "Undo").
class TakingBack : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itWaitsAndThenGoes()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        team.at(10);
        const SendCommand command = team.queues(team.cagla, u"Buyurun"_s, kHold);
        const Instant goes = team.clock().now() + kHold;
        QCOMPARE(team.shown(command.id).goesAt, std::optional(goes));
        QVERIFY(team.claim().isEmpty());
        team.kit().reopen(); // the wait is durable
        QVERIFY(team.claim().isEmpty());
        team.clock().set(goes - std::chrono::milliseconds(1));
        QVERIFY(team.claim().isEmpty());
        team.clock().set(goes);
        const auto requests = team.claim();
        QCOMPARE(requests.size(), 1);
        QCOMPARE(Desk::words(requests.first()), u"Buyurun"_s);
        QVERIFY(!team.shown(command.id).goesAt); // on its way: no undo any more
    }

    void withoutAHoldItGoesAtOnce()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const SendCommand command = team.queues(team.cagla, u"Buyurun"_s);
        QVERIFY(!team.shown(command.id).goesAt);
        QCOMPARE(team.claim().size(), 1);
    }

    void whatIsTakenBackNeverWas_data()
    {
        QTest::addColumn<bool>("answeredBefore");
        QTest::addColumn<bool>("writesMeanwhile");
        QTest::newRow("the customer waits") << false << false;
        QTest::newRow("answered before") << true << false;
        QTest::newRow("writes again meanwhile") << true << true;
    }
    void whatIsTakenBackNeverWas()
    {
        QFETCH(bool, answeredBefore);
        QFETCH(bool, writesMeanwhile);
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        if (answeredBefore) {
            team.at(1);
            (void)team.sends(kAyse, u"Buyurun"_s, u"wamid.O"_s);
            team.says(kAyse, u"wamid.2"_s, 2, u"Kargom nerede?"_s);
        }
        team.at(10);
        ConversationSummary before = team.summary();
        const ConversationRecord record = team.conversation(kAyse);
        const SendCommand command = team.queues(team.cagla, u"Acele etmeyin"_s, kHold);
        QCOMPARE(team.summary().waiting, 0);
        QCOMPARE(team.summary().lastLine, u"Acele etmeyin"_s);
        if (writesMeanwhile)
            team.says(kAyse, u"wamid.3"_s, 11, u"Orada mısınız?"_s);
        const qint64 feed = team.feed();
        QCOMPARE(team.takesBack(team.cagla, command.id), Withdrawal::Done);

        ConversationSummary after = team.summary();
        QVERIFY(after.revision > before.revision); // consoles hear of it
        after.revision = before.revision;
        after.work = before.work; // who began to answer has claimed it
        if (writesMeanwhile) {
            QCOMPARE(after.lastLine, u"Orada mısınız?"_s);
            QCOMPARE(after.waiting, before.waiting + 1);
            QCOMPARE(after.waitingSince, before.waitingSince);
            QCOMPARE(after.lastOwnState, before.lastOwnState);
        } else {
            QCOMPARE(after, before);
            QCOMPARE(team.conversation(kAyse).lastMessage, record.lastMessage);
            QCOMPARE(team.conversation(kAyse).lastOwnMessage, record.lastOwnMessage);
            QCOMPARE(team.conversation(kAyse).lastAt, record.lastAt);
        }
        const MessageView gone = team.shown(command.id);
        QCOMPARE(gone.state, SendState::Withdrawn);
        QVERIFY(gone.absorbed && gone.text.isEmpty() && !gone.goesAt);
        for (const MessageView &message :
             team.kit()
                 .read<ThreadPage>([&](const Tx &tx) {
                     return Views(tx, team.clock().now()).thread(before.id, {}, {}, 50);
                 })
                 .messages)
            QVERIFY(message.id != command.id);
        QVERIFY(team.found(u"acele"_s).isEmpty());
        const auto changes =
            team.kit().read<QList<Change>>([&](const Tx &tx) { return tx.feed().after(feed, 10); });
        QVERIFY(std::any_of(changes.begin(), changes.end(), [&](const Change &change) {
            return change.kind == ChangeKind::Message && change.message == command.id;
        }));
        QCOMPARE(team.audit(u"message.withdrawn"_s).size(), 1);
        team.at(60);
        QVERIFY(team.claim().isEmpty());
    }

    void withdrawnFirstThenClaimed()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const SendCommand command = team.queues(team.cagla, u"Buyurun"_s, kHold);
        team.at(5); // due, and both want it in one transaction
        team.kit().write([&](Tx &tx) -> Stored<Done> {
            SendService service(tx, team.clock());
            const auto withdrawn = service.withdraw(team.cagla, command.id);
            const auto claimed = service.claim(16);
            const bool right =
                withdrawn && *withdrawn == Withdrawal::Done && claimed && claimed->isEmpty();
            return right ? Stored<Done>(done()) : failure(StoreError::Failed);
        });
    }

    void claimedFirstThenWithdrawn()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const SendCommand command = team.queues(team.cagla, u"Buyurun"_s, kHold);
        team.at(5);
        const auto requests = team.claim();
        QCOMPARE(requests.size(), 1);
        QCOMPARE(team.takesBack(team.cagla, command.id), Withdrawal::OnItsWay);
        QCOMPARE(team.message(command.id).text, u"Buyurun"_s); // nothing was touched
        team.settle(requests.first(), Desk::accepted(u"wamid.O"_s));
        QCOMPARE(team.message(command.id).state, SendState::Accepted);
        QCOMPARE(team.takesBack(team.cagla, command.id), Withdrawal::OnItsWay);
        QVERIFY(team.audit(u"message.withdrawn"_s).isEmpty());
    }

    void whatMetaPutOffWasTriedAlready()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const SendCommand command = team.queues(team.cagla, u"Buyurun"_s, kHold);
        team.at(5);
        team.settle(team.claim().first(),
                    Desk::refused(131056, AttemptOutcome::Retry, std::chrono::seconds(6)));
        QCOMPARE(team.message(command.id).state, SendState::Queued);
        QVERIFY(!team.shown(command.id).goesAt);
        QCOMPARE(team.takesBack(team.cagla, command.id), Withdrawal::OnItsWay);
    }

    void onlyItsAuthorTakesItBack()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const SendCommand command = team.queues(team.cagla, u"Buyurun"_s, kHold);
        QCOMPARE(team.takesBack(team.burak, command.id), Withdrawal::NotYours);
        QCOMPARE(team.takesBack(Actor::system(), command.id), Withdrawal::NotYours);
        QCOMPARE(team.takesBack(team.cagla, team.thread(kAyse).first().id), Withdrawal::NotYours);
        QCOMPARE(team.message(command.id).state, SendState::Queued);
        QCOMPARE(team.takesBack(team.cagla, command.id), Withdrawal::Done);
        QCOMPARE(team.takesBack(team.cagla, command.id), Withdrawal::Done); // a second click
        QCOMPARE(team.audit(u"message.withdrawn"_s).size(), 1);
    }

    void theConsoleAskingAgainDoesNotSendIt()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const SendCommand command = team.queues(team.cagla, u"Buyurun"_s, kHold);
        QCOMPARE(team.takesBack(team.cagla, command.id), Withdrawal::Done);
        QVERIFY(team.queue(command).alreadyThere); // its outbox had not heard the first answer
        team.at(60);
        QVERIFY(team.claim().isEmpty());
    }

    void whatComesAfterItWaitsInOrder()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const SendCommand first = team.queues(team.cagla, u"bir"_s, kHold);
        team.at(1);
        const SendCommand second = team.queues(team.cagla, u"iki"_s);
        QVERIFY(team.claim().isEmpty());
        QCOMPARE(team.takesBack(team.cagla, first.id), Withdrawal::Done);
        const auto requests = team.claim();
        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests.first().id, second.id);
    }

    void aThumbTakenBackIsNotShown()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        SendCommand thumb = team.text(kAyse, u"👍"_s);
        thumb.content.kind = MessageKind::Reaction;
        thumb.content.answers = team.thread(kAyse).first().id;
        thumb.hold = kHold;
        team.queues(team.cagla, thumb);
        QCOMPARE(team.shown(thumb.content.answers).content.reactions.size(), 1);
        QCOMPARE(team.takesBack(team.cagla, thumb.id), Withdrawal::Done);
        QVERIFY(team.shown(thumb.content.answers).content.reactions.isEmpty());
        QCOMPARE(team.summary().waiting, 1);
    }

    void itsFileCanBeSentAgain()
    {
        TeamDesk team;
        team.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const ConversationRecord conversation = team.conversation(kAyse);
        MediaRecord file;
        file.contact = conversation.contact;
        file.conversation = conversation.id;
        file.phoneNumberId = conversation.phoneNumberId;
        file.direction = Direction::Outbound;
        file.state = MediaState::Here;
        file.mimeType = u"application/pdf"_s;
        file.fileName = u"fatura.pdf"_s;
        file.size = 10;
        file.at = file.createdAt = team.clock().now();
        team.kit().write([&](Tx &tx) -> Stored<Done> {
            const auto id = tx.media().insert(file);
            if (!id)
                return failure(id.error());
            file.id = *id;
            return done();
        });
        SendCommand command = team.text(kAyse, {});
        command.content.kind = MessageKind::Document;
        command.content.upload = file.id;
        command.hold = kHold;
        team.queues(team.cagla, command);
        QCOMPARE(team.takesBack(team.cagla, command.id), Withdrawal::Done);
        command.id = MessageId::create();
        team.queues(team.cagla, command);
        QCOMPARE(team.shown(command.id).content.media->fileName, u"fatura.pdf"_s);
    }
};

DESTEK_TEST(TakingBack)
#include "tst_taking_back.moc"
