#include "core/policy/meta_errors.h"
#include "daemon/service/channel_book.h"
#include "daemon/service/send_verdict.h"
#include "daemon/service/sending_history.h"
#include "tests/daemon/desk.h"
#include "tests/kit/test_main.h"

#include <QTest>

#include <algorithm>

using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

namespace
{

const meta::Sender kAyse{u"905320000000"_s, u"TR.84771"_s, u"Ayşe"_s, {}};

QByteArray failed(Desk &desk, const QString &wamid, int code, const QString &callback = {})
{
    QJsonObject json = meta::status(wamid, u"failed"_s, desk.clock().now().seconds() + 1, callback);
    if (code != kNoMetaCode)
        json.insert(u"errors"_s, QJsonArray{QJsonObject{{u"code"_s, code}}});
    return meta::statuses({json});
}

QByteArray reached(const QString &wamid, const QString &word, const QString &callback = {})
{
    return meta::statuses({meta::status(wamid, word, Desk::kNow + 1, callback)});
}

/// As the answer to a POST.
SendAnswer atOnce(int code)
{
    SendAnswer answer;
    answer.httpStatus = 400;
    answer.code = code;
    judge(answer, 1);
    return answer;
}

ChannelView channel(Desk &desk)
{
    return desk.kit().read<ChannelView>(
        [&](const Tx &tx) { return ChannelBook::view(tx, desk.clock().now()); });
}

/// What became of a message and of its number.
struct Fate {
    SendState state = SendState::None;
    int code = 0;
    Duration wait{0};
    bool held = false;
    bool alarmed = false;
    bool operator==(const Fate &) const = default;
};

char *toString(const Fate &fate)
{
    return qstrdup(qPrintable(u"%1 %2, waits %3, held %4, alarmed %5"_s.arg(wireName(fate.state))
                                  .arg(fate.code)
                                  .arg(fate.wait.count())
                                  .arg(fate.held)
                                  .arg(fate.alarmed)));
}

Fate fateOf(Desk &desk, const MessageId &id, int code)
{
    const MessageRecord message = desk.message(id);
    const ChannelView view = channel(desk);
    Fate fate;
    fate.state = message.state;
    fate.code = message.errorCode;
    if (message.state == SendState::Queued)
        fate.wait = message.notBefore - desk.clock().now();
    fate.held = view.sendingStopped;
    fate.alarmed =
        std::any_of(view.alerts.begin(), view.alerts.end(), [code](const ChannelAlert &alert) {
            return alert.code == code && !alert.acknowledged;
        });
    return fate;
}

/// Something that can be heard of an attempt.
struct Heard {
    QString what;
    std::function<void(Desk &, const OutboundRequest &)> happens;
};

QString wamidOf(const OutboundRequest &request)
{
    return u"wamid."_s + callbackData(request.id, request.attempt);
}

Heard answer()
{
    return {u"answer"_s, [](Desk &desk, const OutboundRequest &request) {
                desk.settle(request, Desk::accepted(wamidOf(request)));
            }};
}

Heard status(const QString &word)
{
    return {word, [word](Desk &desk, const OutboundRequest &request) {
                desk.arrives(
                    reached(wamidOf(request), word, callbackData(request.id, request.attempt)));
            }};
}

Heard fails(int code)
{
    return {u"failed"_s, [code](Desk &desk, const OutboundRequest &request) {
                desk.arrives(failed(desk, wamidOf(request), code,
                                    callbackData(request.id, request.attempt)));
            }};
}

} // namespace

Q_DECLARE_METATYPE(Heard)

/// What WhatsApp took and reports as failed afterwards is treated as if it had said so at once
/// (facts/whatsapp.md 6).
class FailedLater : public QObject
{
    Q_OBJECT

    static QList<StatusEvent> statuses(Desk &desk, const MessageId &id)
    {
        return desk.kit().read<QList<StatusEvent>>(
            [&](const Tx &tx) { return tx.messages().statuses(id); });
    }

    /// One message per order of these; how many requests each leaves to be made, and its state.
    static void inAllOrders(const QList<Heard> &events, SendState end, int left)
    {
        Desk desk;
        QList<int> order;
        for (int i = 0; i < events.size(); ++i)
            order << i;
        int person = 0;
        do {
            const QString number = QString::number(++person);
            const meta::Sender sender{
                u"90532"_s + number.rightJustified(7, u'0'), u"TR."_s + number, u"A"_s, {}};
            desk.clock().advance(std::chrono::seconds(1));
            desk.says(sender, u"wamid.in"_s + number, 0, u"Merhaba"_s);
            const SendCommand command = desk.text(sender, u"Buyurun"_s);
            QVERIFY(!desk.queue(command).refusal);
            const auto request = desk.claim();
            QCOMPARE(request.size(), 1);
            QStringList way;
            for (const int i : std::as_const(order)) {
                way << events.at(i).what;
                events.at(i).happens(desk, request.first());
            }
            const MessageRecord message = desk.message(command.id);
            QVERIFY2(message.state == end,
                     qPrintable(way.join(u", "_s) + u": "_s + QString(wireName(message.state))));
            desk.clock().advance(std::chrono::minutes(1));
            const auto again = desk.claim();
            QVERIFY2(again.size() == left, qPrintable(way.join(u", "_s)));
            for (const OutboundRequest &next : again) {
                QCOMPARE(next.attempt, 2);
                desk.settle(next, Desk::accepted(u"wamid.again"_s + number));
            }
        } while (std::next_permutation(order.begin(), order.end()));
    }

    std::unique_ptr<Desk> m_desk; ///< of the many rows
    int m_people = 0;

    /// The next row finds no hold, no alarm and nothing queued.
    static void forget(Desk &desk, const MessageId &id)
    {
        const ChannelView view = channel(desk);
        desk.clock().advance(std::chrono::milliseconds(1));
        desk.kit().write([&](Tx &tx) -> Stored<Done> {
            const Instant now = desk.clock().now();
            for (const ChannelAlert &alert : view.alerts)
                (void)tx.channel().acknowledge(alert.id, u"cagla"_s, now);
            auto message = std::as_const(tx).messages().record(id);
            message->state = SendState::Abandoned;
            (void)tx.messages().updateState(*message);
            ChannelBook book(tx, desk.clock());
            (void)book.wentOut(meta::kNumberId, now);
            return book.worked(meta::kNumberId, {});
        });
    }

private Q_SLOTS:
    void initTestCase() { m_desk = std::make_unique<Desk>(); }
    void cleanupTestCase() { m_desk.reset(); }

    void everyCodeIsTreatedAlikeAtOnceAndLater_data()
    {
        QTest::addColumn<int>("code");
        for (const MetaErrorRule &rule : metaErrorRules())
            QTest::addRow("%d", rule.code) << rule.code;
        QTest::newRow("a permission") << 250;
        QTest::newRow("of tomorrow") << 424'242;
        QTest::newRow("none") << kNoMetaCode;
    }
    void everyCodeIsTreatedAlikeAtOnceAndLater()
    {
        QFETCH(int, code);
        const auto fate = [this, code](bool later) {
            Desk &desk = *m_desk;
            const QString number = QString::number(++m_people);
            const meta::Sender sender{
                u"90532"_s + number.rightJustified(7, u'0'), u"TR."_s + number, u"A"_s, {}};
            desk.clock().advance(std::chrono::seconds(1));
            desk.says(sender, u"wamid.in"_s + number, 0, u"Merhaba"_s);
            const SendCommand command = desk.text(sender, u"Buyurun"_s);
            (void)desk.queue(command);
            const auto requests = desk.claim();
            const QString wamid = wamidOf(requests.first());
            desk.settle(requests.first(), later ? Desk::accepted(wamid) : atOnce(code));
            if (later)
                desk.arrives(failed(desk, wamid, code));
            const Fate found = fateOf(desk, command.id, code);
            forget(desk, command.id);
            return found;
        };
        Fate wanted = fate(false);
        if (metaErrorRule(code).retry == MetaRetry::AskFirst) {
            // What nobody knew at once is known by now; a person decides either way.
            QCOMPARE(wanted.state, SendState::Unknown);
            wanted.state = SendState::Failed;
            wanted.code = code;
        }
        QCOMPARE(fate(true), wanted);
        QCOMPARE(wanted.held, metaErrorRule(code).stopsSending);
        QCOMPARE(wanted.alarmed, metaErrorRule(code).alarms);
    }

    void whatPassesIsSentAgainAndNoOftenerThanAtOnce()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const MessageId id = desk.sends(kAyse, u"Buyurun"_s, u"wamid.O1"_s);
        for (int attempt = 1; attempt <= 8; ++attempt) {
            const QString wamid = u"wamid.O%1"_s.arg(attempt);
            desk.arrives(reached(wamid, u"sent"_s));
            QCOMPARE(desk.message(id).state, SendState::Sent);
            desk.arrives(failed(desk, wamid, 130429));
            if (attempt == 8)
                break;
            const MessageRecord message = desk.message(id);
            QCOMPARE(message.state, SendState::Queued);
            QCOMPARE(message.errorCode, 130429);
            QCOMPARE(message.notBefore - desk.clock().now(),
                     Duration(std::chrono::seconds(1 << std::min(attempt - 1, 5))));
            QVERIFY(desk.claim().isEmpty());
            desk.clock().advance(std::chrono::minutes(1));
            const auto again = desk.claim();
            QCOMPARE(again.size(), 1);
            QCOMPARE(again.first().attempt, attempt + 1);
            QCOMPARE(again.first().tries, attempt + 1);
            QCOMPARE(Desk::words(again.first()), u"Buyurun"_s);
            QCOMPARE(desk.message(id).errorCode, 0);
            desk.arrives(failed(desk, wamid, 130429)); // repeated: it goes again once
            desk.settle(again.first(), Desk::accepted(u"wamid.O%1"_s.arg(attempt + 1)));
            desk.arrives(failed(desk, wamid, 130429, id.toString()));
            QCOMPARE(desk.message(id).state, SendState::Accepted);
        }
        QCOMPARE(desk.message(id).state, SendState::Failed);
        QCOMPARE(desk.message(id).errorCode, 130429);
        QVERIFY(!channel(desk).sendingStopped);
        desk.clock().advance(std::chrono::hours(1));
        QVERIFY(desk.claim().isEmpty());
        // Every attempt: begun, taken, sent, failed.
        const auto steps = desk.kit().read<QList<MessageHistory::Step>>(
            [&](const Tx &tx) { return sendingSteps(tx, id); });
        QCOMPARE(steps.size(), 8 * 4);
        QVERIFY(desk.audit(u"message.settled"_s).size() >= 7);
    }

    void orderMakesNoDifference_data()
    {
        QTest::addColumn<QList<Heard>>("events");
        QTest::addColumn<int>("end");
        QTest::addColumn<int>("left");
        const auto passing = [] { return fails(130429); };
        QTest::newRow("put off") << QList{answer(), status(u"sent"_s), passing(), passing()}
                                 << int(SendState::Queued) << 1;
        QTest::newRow("put off, and delivered all the same")
            << QList{answer(), status(u"sent"_s), passing(), status(u"delivered"_s), passing()}
            << int(SendState::Delivered) << 0;
        QTest::newRow("for good") << QList{answer(), status(u"sent"_s), fails(131026)}
                                  << int(SendState::Failed) << 0;
        QTest::newRow("for good, and read all the same")
            << QList{answer(), fails(131026), status(u"delivered"_s), status(u"read"_s)}
            << int(SendState::Read) << 0;
    }
    void orderMakesNoDifference()
    {
        QFETCH(QList<Heard>, events);
        QFETCH(int, end);
        QFETCH(int, left);
        inAllOrders(events, SendState(end), left);
    }

    void whatArrivedByTheFirstAttemptHasArrived()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const MessageId id = desk.sends(kAyse, u"Buyurun"_s, u"wamid.O1"_s);
        desk.arrives(failed(desk, u"wamid.O1"_s, 130429));
        desk.clock().advance(std::chrono::seconds(1));
        const auto again = desk.claim();
        QCOMPARE(again.size(), 1);
        desk.arrives(reached(u"wamid.O1"_s, u"sent"_s));
        QCOMPARE(desk.message(id).state, SendState::Sending); // says nothing new
        desk.arrives(reached(u"wamid.O1"_s, u"delivered"_s));
        QCOMPARE(desk.message(id).state, SendState::Delivered);
        desk.settle(again.first(), Desk::accepted(u"wamid.O2"_s));
        desk.arrives(failed(desk, u"wamid.O2"_s, 130429));
        QCOMPARE(desk.message(id).state, SendState::Delivered);
        desk.clock().advance(std::chrono::hours(1));
        QVERIFY(desk.claim().isEmpty());
        QCOMPARE(statuses(desk, id).size(), 4);
    }

    void policyIsDecidedAgainBeforeItGoesAgain_data()
    {
        QTest::addColumn<bool>("stop");
        QTest::newRow("they wrote STOP meanwhile") << true;
        QTest::newRow("the window closed meanwhile") << false;
    }
    void policyIsDecidedAgainBeforeItGoesAgain()
    {
        QFETCH(bool, stop);
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const MessageId id = desk.sends(kAyse, u"Buyurun"_s, u"wamid.O1"_s);
        desk.arrives(failed(desk, u"wamid.O1"_s, 130429));
        QCOMPARE(desk.message(id).state, SendState::Queued);
        if (stop)
            desk.says(kAyse, u"wamid.2"_s, 1, u"STOP"_s);
        else
            desk.at(24 * 3600);
        desk.clock().advance(std::chrono::seconds(1));
        for (const OutboundRequest &request : desk.claim())
            QCOMPARE(Desk::words(request), kConfirmation);
        QCOMPARE(desk.message(id).state, SendState::Refused);
        desk.arrives(reached(u"wamid.O1"_s, u"sent"_s)); // late, and no news
        QCOMPARE(desk.message(id).state, SendState::Refused);
    }

    void billingTroubleInAStatusHoldsTheNumber()
    {
        Desk desk;
        QList<MessageId> ids;
        for (int i = 0; i < 4; ++i) {
            const meta::Sender sender{u"9053200000%1"_s.arg(10 + i), u"TR.%1"_s.arg(i), u"A"_s, {}};
            desk.says(sender, u"wamid.%1"_s.arg(i), 0, u"Merhaba"_s);
            const SendCommand command = desk.text(sender, u"Buyurun"_s);
            QVERIFY(!desk.queue(command).refusal);
            ids << command.id;
            desk.clock().advance(std::chrono::milliseconds(1));
        }
        const auto takes = [&](int limit) {
            const auto requests = desk.claim(limit);
            for (const OutboundRequest &request : requests)
                desk.settle(request, Desk::accepted(wamidOf(request)));
            return requests;
        };
        const auto first = takes(1);
        QCOMPARE(first.size(), 1);
        desk.arrives(failed(desk, wamidOf(first.first()), 131042));
        QVERIFY(channel(desk).sendingStopped);
        QCOMPARE(channel(desk).alerts.size(), 1);
        QCOMPARE(desk.message(ids.first()).state, SendState::Queued);
        QVERIFY(takes(16).isEmpty());
        // WhatsApp takes the trial and gives it back: that it took it proves nothing.
        desk.clock().advance(std::chrono::minutes(1));
        const auto trial = takes(16);
        QCOMPARE(trial.size(), 1);
        QVERIFY(channel(desk).sendingStopped);
        QVERIFY(takes(16).isEmpty());
        desk.arrives(failed(desk, wamidOf(trial.first()), 131042));
        QCOMPARE(channel(desk).alerts.size(), 1);
        // One that leaves does.
        desk.clock().advance(std::chrono::minutes(1));
        const auto good = takes(16);
        QCOMPARE(good.size(), 1);
        desk.arrives(reached(wamidOf(trial.first()), u"delivered"_s)); // of before
        QVERIFY(channel(desk).sendingStopped);
        desk.arrives(reached(wamidOf(good.first()), u"sent"_s));
        QVERIFY(!channel(desk).sendingStopped);
        QVERIFY(takes(16).size() >= 2);
        for (const MessageId &id : std::as_const(ids))
            QVERIFY(desk.message(id).state >= SendState::Accepted);
    }

    void tenMinutesWithoutAFailureLiftTheHold()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        (void)desk.sends(kAyse, u"bir"_s, u"wamid.O1"_s);
        desk.arrives(failed(desk, u"wamid.O1"_s, 131042));
        for (int i = 0; i < 12; ++i)
            QVERIFY(!desk.queue(desk.text(kAyse, QString::number(i))).refusal);
        for (int minute = 1; minute <= 10; ++minute) {
            QVERIFY(channel(desk).sendingStopped);
            desk.clock().advance(std::chrono::minutes(1));
            const auto trial = desk.claim();
            QCOMPARE(trial.size(), 1);
            desk.settle(trial.first(), Desk::accepted(wamidOf(trial.first())));
        }
        QVERIFY(!channel(desk).sendingStopped);
    }

    /// facts/whatsapp.md 5.3: without a payment method templates come back, replies go out.
    void whatIsGivenBackAgainAndAgainHoldsUpNobody()
    {
        Desk desk;
        const meta::Sender other{u"905320000001"_s, u"TR.2"_s, u"B"_s, {}};
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        desk.says(other, u"wamid.2"_s, 0, u"Merhaba"_s);
        const SendCommand bad = desk.text(kAyse, u"geri gelen"_s);
        QVERIFY(!desk.queue(bad).refusal);
        desk.clock().advance(std::chrono::seconds(1));
        const auto takesOne = [&] {
            const auto requests = desk.claim();
            if (requests.isEmpty())
                return QString();
            desk.settle(requests.first(), Desk::accepted(wamidOf(requests.first())));
            return requests.first().id == bad.id ? wamidOf(requests.first()) : u"other"_s;
        };
        desk.arrives(failed(desk, takesOne(), 131042));
        QVERIFY(!desk.queue(desk.text(other, u"iyi"_s)).refusal);
        desk.clock().advance(std::chrono::minutes(1));
        QCOMPARE(takesOne(), u"other"_s); // the trial is somebody else's turn
        int given = 1;
        for (int minute = 0; minute < 90 && desk.message(bad.id).state == SendState::Queued;
             ++minute) {
            desk.clock().advance(std::chrono::minutes(1));
            const QString wamid = takesOne();
            if (wamid.isEmpty())
                continue;
            desk.arrives(failed(desk, wamid, 131042));
            ++given;
        }
        QCOMPARE(desk.message(bad.id).state, SendState::Failed); // a person decides
        QVERIFY(given > 20);
    }

    void aFailureThatIsToldHoursLaterSendsNothingAgain()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const MessageId id = desk.sends(kAyse, u"Kurye bugün geliyor"_s, u"wamid.O1"_s);
        const QByteArray told = failed(desk, u"wamid.O1"_s, 131042);
        desk.clock().advance(std::chrono::hours(2));
        desk.arrives(told);
        QCOMPARE(desk.message(id).state, SendState::Failed);
        QVERIFY(!channel(desk).sendingStopped); // it says nothing of the number as it is now
        QVERIFY(desk.claim().isEmpty());
    }

    void whatAPersonGaveUpStaysGivenUp()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const SendCommand command = desk.text(kAyse, u"Buyurun"_s);
        (void)desk.queue(command);
        const auto request = desk.claim();
        desk.settle(request.first(), SendAnswer{});
        desk.kit().write([&](Tx &tx) -> Stored<Done> {
            const auto decided =
                SendService(tx, desk.clock()).decide(Desk::agent(), command.id, false);
            return decided ? Stored<Done>(done()) : Stored<Done>(failure(decided.error()));
        });
        desk.arrives(failed(desk, u"wamid.O"_s, 130429, callbackData(command.id, 1)));
        QCOMPARE(desk.message(command.id).state, SendState::Failed);
        desk.clock().advance(std::chrono::hours(1));
        QVERIFY(desk.claim().isEmpty());
    }

    void anAgentIsToldThatItGoesAgain()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const MessageId id = desk.sends(kAyse, u"Buyurun"_s, u"wamid.O1"_s);
        desk.arrives(failed(desk, u"wamid.O1"_s, 131056));
        const MessageView view = Views::message(desk.message(id));
        QCOMPARE(view.state, SendState::Queued);
        QCOMPARE(view.errorCode, 131056);
        QVERIFY(!view.goesAt); // nobody holds it back
        desk.clock().advance(std::chrono::seconds(1));
        desk.settle(desk.claim().first(), Desk::accepted(u"wamid.O2"_s));
        QCOMPARE(desk.message(id).errorCode, 0);
    }
};

DESTEK_TEST(FailedLater)
#include "tst_failed_later.moc"
