#include "daemon/service/channel_book.h"
#include "daemon/service/consent_service.h"
#include "daemon/service/sending_history.h"
#include "daemon/service/status_applier.h"
#include "daemon/service/template_book.h"
#include "tests/daemon/desk.h"
#include "tests/kit/test_main.h"

#include <QTest>

using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

namespace
{

const meta::Sender kAyse{u"905320000000"_s, u"TR.84771"_s, u"Ayşe"_s, {}};

SendAnswer held(int code)
{
    return Desk::refused(code, AttemptOutcome::Held);
}

} // namespace

/// What an agent may send, how fast, and what WhatsApp's own troubles do to the queue.
class OutboundRules : public QObject
{
    Q_OBJECT

    static SendCommand reaction(Desk &desk, const MessageId &target, const QString &emoji)
    {
        SendCommand command = desk.text(kAyse, emoji);
        command.content.kind = MessageKind::Reaction;
        command.content.answers = target;
        return command;
    }
    static ChannelView channel(Desk &desk)
    {
        return desk.kit().read<ChannelView>(
            [&](const Tx &tx) { return ChannelBook::view(tx, desk.clock().now()); });
    }
    static QStringList kinds(const ChannelView &view)
    {
        QStringList kinds;
        for (const ChannelAlert &alert : view.alerts)
            kinds << alert.kind;
        return kinds;
    }

private Q_SLOTS:
    void reactionsGoToWhatWasWrittenLately()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const MessageRecord theirs = desk.thread(kAyse).first();
        const SendCommand thumb = reaction(desk, theirs.id, u"👍"_s);
        QVERIFY(!desk.queue(thumb).refusal);
        QCOMPARE(desk.conversation(kAyse).waiting, 1); // a thumb is no answer yet
        const auto requests = desk.claim();
        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests.first().message.value(u"reaction"_s).toObject(),
                 (QJsonObject{{u"message_id"_s, u"wamid.1"_s}, {u"emoji"_s, u"👍"_s}}));
        desk.settle(requests.first(), Desk::accepted(u"wamid.R"_s));

        QCOMPARE(desk.queue(reaction(desk, MessageId::create(), u"👍"_s)).refusal,
                 std::optional(SendRefusal::TargetGone));
        QCOMPARE(desk.queue(reaction(desk, thumb.id, u"👍"_s)).refusal,
                 std::optional(SendRefusal::TargetGone)); // itself a reaction
        desk.at(31 * 24 * 3600);
        desk.says(kAyse, u"wamid.2"_s, 31 * 24 * 3600, u"Tekrar merhaba"_s);
        QCOMPARE(desk.queue(reaction(desk, theirs.id, u"👍"_s)).refusal,
                 std::optional(SendRefusal::TargetGone));
    }

    void quotesNameTheMessageTheyAnswer()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        SendCommand answer = desk.text(kAyse, u"Buyurun"_s);
        answer.content.answers = desk.thread(kAyse).first().id;
        QVERIFY(!desk.queue(answer).refusal);
        QCOMPARE(desk.claim().first().message.value(u"context"_s).toObject(),
                 (QJsonObject{{u"message_id"_s, u"wamid.1"_s}}));
        SendCommand nowhere = desk.text(kAyse, u"Buyurun"_s);
        nowhere.content.answers = MessageId::create();
        QCOMPARE(desk.queue(nowhere).refusal, std::optional(SendRefusal::TargetGone));
    }

    void whatWhatsAppWouldNotTakeIsNotQueued()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        SendCommand place = desk.text(kAyse, {});
        place.content.kind = MessageKind::Location;
        const QueuedMessage refused = desk.queue(place);
        QCOMPARE(refused.refusal, std::optional(SendRefusal::ContentNotAllowed));
        QCOMPARE(refused.problem, std::optional(ContentProblem::PlaceMissing));
        SendCommand picture = desk.text(kAyse, {});
        picture.content.kind = MessageKind::Image;
        picture.content.upload = UploadId(4711);
        QCOMPARE(desk.queue(picture).refusal, std::optional(SendRefusal::FileGone));
        place.content.location = LocationView{41.0, 29.0, u"Galata"_s, {}};
        QVERIFY(!desk.queue(place).refusal);
        QCOMPARE(desk.message(place.id).text, u"Galata"_s);
    }

    void aFrozenTemplateWaitsForTheAdministrator() // R-13
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        desk.addTemplate(u"yolda"_s, u"UTILITY"_s);
        const SendCommand waiting = desk.chosen(kAyse, u"yolda"_s);
        QVERIFY(!desk.queue(waiting).refusal);
        TemplateRecord again;
        again.name = u"yolda"_s;
        again.language = u"tr"_s;
        again.category = u"AUTHENTICATION"_s;
        again.status = u"APPROVED"_s;
        again.body = u"Siparişiniz {{1}} yolda."_s;
        again.variables = QStringList{u"1"_s};
        const auto fetched = [&] {
            desk.kit().write(
                [&](Tx &tx) { return TemplateBook(tx, desk.clock()).replace({again}); });
        };
        fetched();
        // What was queued before is decided anew.
        QVERIFY(desk.claim().isEmpty());
        QCOMPARE(desk.message(waiting.id).refusal, QString(wireName(SendRefusal::TemplateFrozen)));
        QCOMPARE(desk.queue(desk.chosen(kAyse, u"yolda"_s)).refusal,
                 std::optional(SendRefusal::TemplateFrozen));
        QVERIFY(kinds(channel(desk)).contains(u"category_changed"_s));
        fetched(); // another fetch does not thaw it
        QCOMPARE(desk.queue(desk.chosen(kAyse, u"yolda"_s)).refusal,
                 std::optional(SendRefusal::TemplateFrozen));
        const auto listed = desk.kit().read<QList<TemplateView>>(
            [](const Tx &tx) { return TemplateBook::list(tx); });
        QCOMPARE(listed.size(), 1);
        QVERIFY(listed.first().frozen);
        desk.kit().write([&](Tx &tx) {
            return TemplateBook(tx, desk.clock()).thaw(Desk::agent(), u"yolda"_s, u"tr"_s);
        });
        QVERIFY(!desk.queue(desk.chosen(kAyse, u"yolda"_s)).refusal);
        QCOMPARE(desk.audit(u"template.thawed"_s).size(), 1);
        // Marketing is refused whatever anybody thaws, and not even listed.
        again.category = u"MARKETING"_s;
        fetched();
        desk.kit().write([&](Tx &tx) {
            return TemplateBook(tx, desk.clock()).thaw(Desk::agent(), u"yolda"_s, u"tr"_s);
        });
        QCOMPARE(desk.queue(desk.chosen(kAyse, u"yolda"_s)).refusal,
                 std::optional(SendRefusal::Marketing));
        QVERIFY(desk.kit()
                    .read<QList<TemplateView>>([](const Tx &tx) { return TemplateBook::list(tx); })
                    .isEmpty());
    }

    void nothingIsLostWhileMetaRefusesUs()
    {
        Desk desk;
        QList<meta::Sender> people;
        QList<MessageId> ids;
        for (int i = 0; i < 5; ++i) {
            people << meta::Sender{u"9053200000%1"_s.arg(10 + i), u"TR.%1"_s.arg(i), u"A"_s, {}};
            desk.says(people.last(), u"wamid.%1"_s.arg(i), 0, u"Merhaba"_s);
            const SendCommand command = desk.text(people.last(), u"Buyurun"_s);
            QVERIFY(!desk.queue(command).refusal);
            ids << command.id;
        }
        const auto first = desk.claim(1);
        QCOMPARE(first.size(), 1);
        desk.settle(first.first(), held(190));
        QCOMPARE(desk.message(ids.first()).state, SendState::Queued);
        QVERIFY(channel(desk).sendingStopped);
        QCOMPARE(kinds(channel(desk)), QStringList{u"token"_s});
        QVERIFY(desk.claim().isEmpty());
        for (int minute = 1; minute <= 20; ++minute) { // one trial a minute, however long
            desk.clock().advance(std::chrono::minutes(1));
            const auto trial = desk.claim();
            QCOMPARE(trial.size(), 1);
            desk.settle(trial.first(), held(190));
            QVERIFY(desk.claim().isEmpty());
        }
        QCOMPARE(channel(desk).alerts.size(), 1); // the same alarm, not twenty
        desk.kit().reopen();
        desk.clock().advance(std::chrono::minutes(1));
        const auto trial = desk.claim();
        QCOMPARE(trial.size(), 1);
        desk.settle(trial.first(), Desk::accepted(u"wamid.T"_s));
        QVERIFY(!channel(desk).sendingStopped);
        const auto rest = desk.claim();
        QCOMPARE(rest.size(), 4);
        for (const OutboundRequest &request : rest)
            desk.settle(request, Desk::accepted(u"wamid."_s + request.id.toString()));
        for (const MessageId &id : std::as_const(ids))
            QCOMPARE(desk.message(id).state, SendState::Accepted);
    }

    void onePersonIsNotFlooded()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        for (int i = 0; i < 14; ++i)
            QVERIFY(!desk.queue(desk.text(kAyse, QString::number(i))).refusal);
        int sent = 0;
        const auto sendAll = [&] {
            for (;;) {
                const auto requests = desk.claim();
                if (requests.isEmpty())
                    return;
                QCOMPARE(Desk::words(requests.first()), QString::number(sent)); // in order
                ++sent;
                desk.settle(requests.first(), Desk::accepted(u"wamid.O%1"_s.arg(sent)));
            }
        };
        sendAll();
        QCOMPARE(sent, 10);
        desk.kit().reopen(); // a restart lends nothing
        sendAll();
        QCOMPARE(sent, 10);
        desk.clock().advance(std::chrono::milliseconds(5999));
        sendAll();
        QCOMPARE(sent, 10);
        desk.clock().advance(std::chrono::milliseconds(1));
        sendAll();
        QCOMPARE(sent, 11);
        desk.clock().advance(std::chrono::seconds(18));
        sendAll();
        QCOMPARE(sent, 14);
    }

    void everyAttemptKeepsItsOwnHistory()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const MessageId id = desk.sends(kAyse, u"Buyurun"_s, u"wamid.O1"_s);
        desk.arrives(
            meta::statuses({meta::status(u"wamid.O1"_s, u"failed"_s, Desk::kNow + 2, {}, 131026)}));
        desk.kit().write([&](Tx &tx) -> Stored<Done> {
            const auto decided = SendService(tx, desk.clock()).decide(Desk::agent(), id, true);
            return decided ? Stored<Done>(done()) : Stored<Done>(failure(decided.error()));
        });
        const auto again = desk.claim();
        QCOMPARE(again.size(), 1);
        // The answer is lost; Meta echoes our own id, with the attempt.
        desk.settle(again.first(), SendAnswer{});
        QCOMPARE(desk.message(id).state, SendState::Unknown);
        desk.arrives(meta::statuses(
            {meta::status(u"wamid.O2"_s, u"delivered"_s, Desk::kNow + 9, callbackData(id, 2))}));
        QCOMPARE(desk.message(id).state, SendState::Delivered);
        QCOMPARE(desk.message(id).wamid, u"wamid.O2"_s);
        const auto statuses = desk.kit().read<QList<StatusEvent>>(
            [&](const Tx &tx) { return tx.messages().statuses(id); });
        QCOMPARE(statuses.size(), 2);
        QCOMPARE(statuses.first().attempt, 1);
        QCOMPARE(statuses.first().code, 131026);
        QCOMPARE(statuses.last().attempt, 2);
        const auto steps = desk.kit().read<QList<MessageHistory::Step>>(
            [&](const Tx &tx) { return sendingSteps(tx, id); });
        QCOMPARE(steps.size(), 6); // two attempts, two answers, two statuses
        QCOMPARE(steps.first().state, SendState::Sending);
        QCOMPARE(steps.last().state, SendState::Delivered);
        QCOMPARE(steps.last().attempt, 2);
        // Both ids still lead to the message.
        for (const QString &wamid : {u"wamid.O1"_s, u"wamid.O2"_s}) {
            const auto found = desk.kit().read<std::optional<SentAttempt>>(
                [&](const Tx &tx) { return tx.messages().findAttempt(meta::kNumberId, wamid); });
            QVERIFY(found && found->message == id);
        }
    }

    void whatWasSaidElsewhereIsRecorded() // R-61, R-62, R-64
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const auto record = [&](Standing standing, ConsentSource source, qint64 second) {
            desk.at(second);
            std::optional<SendRefusal> refusal;
            desk.kit().write([&](Tx &tx) -> Stored<Done> {
                ConsentService::Change change;
                change.contact = desk.who(kAyse);
                change.standing = standing;
                change.source = source;
                change.word = u"2026-11-20 tarihli e-posta"_s;
                change.at = desk.clock().now();
                change.actor = Desk::agent();
                change.recordedBy = u"Çağla"_s;
                if (standing == Standing::OptedOut)
                    change.confirmation = kConfirmation;
                const auto refused = ConsentService(tx, desk.clock()).record(change);
                if (!refused)
                    return failure(refused.error());
                refusal = *refused;
                return done();
            });
            return refusal;
        };
        QVERIFY(!record(Standing::OptedOut, ConsentSource::Email, 10));
        QCOMPARE(desk.person(kAyse).standing, Standing::OptedOut);
        const auto confirmation = desk.claim(); // inside the window: confirmed once
        QCOMPARE(confirmation.size(), 1);
        QCOMPARE(Desk::words(confirmation.first()), kConfirmation);
        desk.settle(confirmation.first(), Desk::accepted(u"wamid.C"_s));
        QVERIFY(!record(Standing::Open, ConsentSource::Call, 20));
        QCOMPARE(desk.person(kAyse).standing, Standing::Open);
        const auto said = desk.kit().read<QList<ConsentEvent>>(
            [&](const Tx &tx) { return tx.contacts().consent(desk.who(kAyse)); });
        QCOMPARE(said.size(), 2);
        QCOMPARE(said.first().recordedBy, u"Çağla"_s);
        QCOMPARE(said.first().source, ConsentSource::Email);
        // Outside the window nothing goes out of our own accord.
        QVERIFY(!record(Standing::OptedOut, ConsentSource::Call, 3 * 24 * 3600));
        QVERIFY(desk.claim().isEmpty());
    }

    void pricesAreCountedOncePerMessage()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const MessageId id = desk.sends(kAyse, u"Buyurun"_s, u"wamid.O1"_s);
        const auto status = [&](SendState state, const QString &category) {
            desk.kit().write([&](Tx &tx) {
                StatusEvent event;
                event.state = state;
                event.at = desk.clock().now();
                event.pricingCategory = category;
                event.pricingType = u"free_customer_service"_s;
                event.attempt = 1;
                return applyStatusTo(tx, id, event, desk.clock());
            });
        };
        status(SendState::Sent, u"service"_s);
        status(SendState::Sent, u"service"_s);
        status(SendState::Delivered, u"service"_s);
        const ChannelView view = channel(desk);
        QCOMPARE(view.numbers.size(), 1);
        QCOMPARE(view.numbers.first().servicesThisMonth, 1);
        QCOMPARE(view.numbers.first().pricing.size(), 1);
        QCOMPARE(view.numbers.first().pricing.first().type, u"free_customer_service"_s);
        QVERIFY(view.numbers.first().lastInboundAt.ms > 0);
        QVERIFY(view.numbers.first().lastCallAt.ms > 0);
    }

    void theAdministratorIsWarnedAtFourFifths()
    {
        Desk desk;
        desk.kit().write([&](Tx &tx) -> Stored<Done> {
            ChannelBook book(tx, desk.clock());
            StatusEvent event;
            event.at = desk.clock().now();
            event.pricingCategory = u"service"_s;
            for (int i = 0; i < 799; ++i) {
                if (auto counted = book.price(meta::kNumberId, event); !counted)
                    return counted;
            }
            return done();
        });
        QVERIFY(channel(desk).alerts.isEmpty());
        desk.kit().write([&](Tx &tx) {
            StatusEvent event;
            event.at = desk.clock().now();
            event.pricingCategory = u"service"_s;
            return ChannelBook(tx, desk.clock()).price(meta::kNumberId, event);
        });
        QCOMPARE(kinds(channel(desk)), QStringList{u"billing"_s});
    }
};

DESTEK_TEST(OutboundRules)
#include "tst_outbound_rules.moc"
