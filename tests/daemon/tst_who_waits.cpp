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

QByteArray corrects(const QString &original, const QString &wamid, qint64 second,
                    const QString &words, const meta::Sender &from = kAyse)
{
    const QJsonObject now{{u"type"_s, u"text"_s}, {u"text"_s, QJsonObject{{u"body"_s, words}}}};
    return meta::messages(
        {meta::message(from, wamid, Desk::kNow + second, u"edit"_s,
                       QJsonObject{{u"original_message_id"_s, original}, {u"message"_s, now}})},
        {from});
}

QByteArray takesBack(const QString &original, const QString &wamid, qint64 second)
{
    return meta::messages({meta::message(kAyse, wamid, Desk::kNow + second, u"revoke"_s,
                                         QJsonObject{{u"original_message_id"_s, original}})},
                          {kAyse});
}

/// "control_taken": somebody else answers; "control_passed": we do again.
QByteArray hands(const QString &type, qint64 second, const meta::Sender &from = kAyse)
{
    QJsonObject value = meta::value();
    value.insert(u"type"_s, type);
    value.insert(u"sender"_s, QJsonObject{{u"phone_number"_s, from.phone}});
    value.insert(u"timestamp"_s, QString::number(Desk::kNow + second));
    return meta::body(u"messaging_handovers"_s, value);
}

/// As it really comes: no metadata, our number as the recipient, roles in words of their own.
QByteArray handsBare(const QString &type, qint64 second, const QString &owner,
                     const QJsonObject &sender)
{
    return meta::body(
        u"messaging_handovers"_s,
        {{u"messaging_product"_s, u"whatsapp"_s},
         {u"recipient"_s, QJsonObject{{u"display_phone_number"_s, u"908500000000"_s},
                                      {u"phone_number_id"_s, meta::kNumberId}}},
         {u"sender"_s, sender},
         {u"timestamp"_s, QString::number(Desk::kNow + second)},
         {u"type"_s, type},
         {type, QJsonObject{{u"new_owner_role"_s, owner}, {u"metadata"_s, u"iade"_s}}}});
}

QByteArray inGroup(const QString &wamid, qint64 second, const QString &words)
{
    QJsonObject message = meta::text(kAyse, wamid, Desk::kNow + second, words);
    message.insert(u"group_id"_s, u"Y2FwaV9ncm91cDox"_s);
    return meta::messages({message}, {kAyse});
}

QByteArray standby(const QString &key, const QJsonObject &item, const meta::Sender &from = kAyse)
{
    QJsonObject value = meta::value();
    value.insert(u"standby"_s, QJsonObject{{key, QJsonArray{item}},
                                           {u"contacts"_s, QJsonArray{meta::contact(from)}}});
    return meta::body(u"standby"_s, value);
}

QByteArray copy(const QString &wamid, qint64 second, const QString &words,
                const meta::Sender &from = kAyse)
{
    return standby(u"messages"_s, meta::text(from, wamid, Desk::kNow + second, words), from);
}

QByteArray othersAnswer(const QString &wamid, qint64 second, const meta::Sender &to = kAyse)
{
    QJsonObject echo = meta::text({}, wamid, Desk::kNow + second, u"Buyurun"_s);
    echo.insert(u"from"_s, u"908500000000"_s);
    echo.insert(u"to"_s, to.phone);
    echo.insert(u"to_user_id"_s, to.bsuid);
    return standby(u"message_echoes"_s, echo, to);
}

std::optional<Instant> at(qint64 second)
{
    return Instant::fromSeconds(Desk::kNow + second);
}

} // namespace

/// What must be answered, as an agent sees it (daemon/service/conversation_state.h).
class WhoWaits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCorrectionOfWhatNeverCameIsAllWeKnow()
    {
        for (const bool late : {true, false}) {
            Desk desk;
            if (!late)
                desk.says(kAyse, u"wamid.1"_s, 10, u"Dün gelin"_s);
            desk.arrives(corrects(u"wamid.1"_s, u"wamid.2"_s, 20, u"Bugün gelin"_s));
            QCOMPARE(desk.conversation(kAyse).waiting, 1);
            QCOMPARE(desk.conversation(kAyse).lastQuestionAt, at(20));
            desk.arrives(corrects(u"wamid.1"_s, u"wamid.3"_s, 25, u"Bugün gelmeyin"_s));
            QCOMPARE(desk.conversation(kAyse).waiting, 1); // one bubble
            if (late)
                desk.says(kAyse, u"wamid.1"_s, 10, u"Dün gelin"_s);
            QCOMPARE(desk.conversation(kAyse).waiting, 1);
            QCOMPARE(desk.conversation(kAyse).waitingSince, at(10));
        }
    }

    void whatWasTakenBackWaitsNoMore()
    {
        Desk desk;
        desk.arrives(corrects(u"wamid.1"_s, u"wamid.2"_s, 20, u"Bugün gelin"_s));
        desk.arrives(takesBack(u"wamid.1"_s, u"wamid.3"_s, 30));
        QCOMPARE(desk.conversation(kAyse).waiting, 0);
        const auto view = desk.kit().read<MessageView>([&](const Tx &tx) {
            return Views(tx, desk.clock().now()).shown(desk.thread(kAyse).first());
        });
        QVERIFY(view.content.revoked); // nor are its words shown any more
        QVERIFY(view.text.isEmpty());
    }

    void anOptOutInACorrectionIsNoQuestion()
    {
        for (const bool late : {true, false}) {
            Desk desk;
            if (!late)
                desk.says(kAyse, u"wamid.1"_s, 10, u"Kargom nerede?"_s);
            desk.arrives(corrects(u"wamid.1"_s, u"wamid.2"_s, 20, u"DURDUR"_s));
            if (late)
                desk.says(kAyse, u"wamid.1"_s, 10, u"Kargom nerede?"_s);
            QCOMPARE(desk.person(kAyse).standing, Standing::OptedOut);
            QCOMPARE(desk.conversation(kAyse).waiting, 0);
            QCOMPARE(desk.conversation(kAyse).waitingSince, std::optional<Instant>());
            QCOMPARE(desk.claim().size(), 1); // the confirmation
        }
    }

    void anOptOutMadeIntoAQuestionIsOne()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 10, u"DURDUR"_s);
        QCOMPARE(desk.conversation(kAyse).waiting, 0);
        desk.at(20);
        desk.arrives(corrects(u"wamid.1"_s, u"wamid.2"_s, 20, u"Kargom nerede?"_s));
        QCOMPARE(desk.conversation(kAyse).waiting, 1);
        QCOMPARE(desk.conversation(kAyse).waitingSince, at(20));
        QCOMPARE(desk.person(kAyse).standing, Standing::OptedOut); // still nothing unasked
        QCOMPARE(desk.allowance(kAyse).freeText, std::optional<SendRefusal>());
        QCOMPARE(desk.allowance(kAyse).templates, std::optional(SendRefusal::OptedOut));
    }

    void aCorrectionOfSomethingAnsweredAsksNoSecondTime()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Kargom nerde?"_s);
        (void)desk.sends(kAyse, u"Yolda"_s, u"wamid.O"_s);
        desk.arrives(corrects(u"wamid.1"_s, u"wamid.2"_s, 20, u"Kargom nerede?"_s));
        QCOMPARE(desk.conversation(kAyse).waiting, 0);
        // Nor does the original of a correction that was answered.
        desk.arrives(corrects(u"wamid.3"_s, u"wamid.4"_s, 40, u"Teşekkürler!"_s));
        QCOMPARE(desk.conversation(kAyse).waiting, 1);
        (void)desk.sends(kAyse, u"Rica ederiz"_s, u"wamid.P"_s);
        desk.says(kAyse, u"wamid.3"_s, 30, u"Teşekürler"_s);
        QCOMPARE(desk.conversation(kAyse).waiting, 0);
    }

    void aThumbIsNoAnswer()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Kargom nerede?"_s);
        SendCommand thumb = desk.text(kAyse, u"👍"_s);
        thumb.content.kind = MessageKind::Reaction;
        thumb.content.answers = desk.thread(kAyse).first().id;
        QVERIFY(!desk.queue(thumb).refusal);
        QCOMPARE(desk.conversation(kAyse).waiting, 1);
        desk.says(kAyse, u"wamid.2"_s, 10, u"Ee?"_s);
        QCOMPARE(desk.conversation(kAyse).waiting, 2);
    }

    void nobodyWaitsForUsWhileSomebodyElseAnswers()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Kargom nerede?"_s);
        desk.arrives(hands(u"control_taken"_s, 10));
        QVERIFY(desk.conversation(kAyse).standby);
        QCOMPARE(desk.conversation(kAyse).waiting, 0);
        desk.arrives(copy(u"wamid.2"_s, 20, u"Orada mısınız?"_s));
        QCOMPARE(desk.conversation(kAyse).waiting, 0);
        // Handed back without an answer: both wait for us now.
        desk.arrives(hands(u"control_passed"_s, 30));
        QVERIFY(!desk.conversation(kAyse).standby);
        QCOMPARE(desk.conversation(kAyse).waiting, 2);
        QCOMPARE(desk.conversation(kAyse).waitingSince, at(0));
    }

    void aHandoverIsOfTheCustomerNotOfOurNumber()
    {
        Desk desk;
        const QJsonObject ayse{{u"phone_number"_s, kAyse.phone}};
        desk.says(kAyse, u"wamid.1"_s, 0, u"Kargom nerede?"_s);
        desk.arrives(handsBare(u"control_taken"_s, 10, u"escalation"_s, ayse));
        QVERIFY(desk.conversation(kAyse).standby);
        desk.arrives(handsBare(u"control_passed"_s, 20, u"escalation"_s, ayse));
        QVERIFY(!desk.conversation(kAyse).standby);
        QVERIFY(!desk.queue(desk.text(kAyse, u"Bakıyorum"_s)).refusal);
        desk.arrives(handsBare(u"control_passed"_s, 30, u"ai_agent"_s, ayse));
        QVERIFY(desk.conversation(kAyse).standby);
        desk.arrives(handsBare(u"control_passed"_s, 40, u"escalation"_s,
                               {{u"user_id"_s, kAyse.bsuid}})); // a person without a number
        QVERIFY(!desk.conversation(kAyse).standby);
        // Whoever has our own number is nobody.
        desk.arrives(handsBare(u"control_passed"_s, 50, u"ai_agent"_s,
                               {{u"phone_number"_s, u"+90 850 000 00 00"_s}}));
        QVERIFY(!desk.conversation(kAyse).standby);
        QVERIFY(!desk.find(IdentityKind::Phone, u"908500000000"_s));
    }

    void whatIsWrittenInAGroupIsNoQuestionToUs()
    {
        Desk desk;
        desk.arrives(inGroup(u"wamid.1"_s, 0, u"Gruptan yazıyorum"_s));
        QCOMPARE(desk.thread(kAyse).size(), 1); // shown all the same
        QCOMPARE(desk.conversation(kAyse).waiting, 0);
        QVERIFY(!desk.conversation(kAyse).lastInboundAt);
        QVERIFY(desk.queue(desk.text(kAyse, u"Buyurun"_s)).refusal); // its window is another one
        desk.says(kAyse, u"wamid.2"_s, 10, u"Kargom nerede?"_s);
        desk.arrives(inGroup(u"wamid.3"_s, 20, u"Kimse yok mu?"_s));
        QCOMPARE(desk.conversation(kAyse).waiting, 1);
        QCOMPARE(desk.conversation(kAyse).lastInboundAt, at(10));
    }

    void aGroupDoesNotSayWhoAnswersInPrivate()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Kargom nerede?"_s);
        desk.arrives(hands(u"control_taken"_s, 10));
        desk.arrives(inGroup(u"wamid.2"_s, 20, u"Kimse yok mu?"_s));
        QVERIFY(desk.conversation(kAyse).standby);
    }

    void whatOthersAnsweredIsAnswered()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Kargom nerede?"_s);
        desk.arrives(hands(u"control_taken"_s, 10));
        desk.arrives(othersAnswer(u"wamid.B"_s, 20));
        desk.arrives(hands(u"control_passed"_s, 30));
        QCOMPARE(desk.conversation(kAyse).waiting, 0);
    }

    void nothingIsSentIntoAConversationOfOthers()
    {
        Desk desk;
        desk.addTemplate(u"yolda"_s, u"UTILITY"_s);
        desk.says(kAyse, u"wamid.1"_s, 0, u"Kargom nerede?"_s);
        const SendCommand queued = desk.text(kAyse, u"Bakıyorum"_s);
        QVERIFY(!desk.queue(queued).refusal);
        desk.arrives(hands(u"control_taken"_s, 10));
        QVERIFY(desk.claim().isEmpty()); // what was queued before is decided again
        QCOMPARE(desk.message(queued.id).state, SendState::Refused);
        QCOMPARE(desk.message(queued.id).refusal, wireName(SendRefusal::Standby));
        QCOMPARE(desk.queue(desk.text(kAyse, u"Yolda"_s)).refusal,
                 std::optional(SendRefusal::Standby));
        QCOMPARE(desk.queue(desk.chosen(kAyse, u"yolda"_s)).refusal,
                 std::optional(SendRefusal::Standby));
        QCOMPARE(desk.allowance(kAyse).freeText, std::optional(SendRefusal::Standby));
        QCOMPARE(desk.audit(u"message.refused"_s).size(), 3);
        desk.arrives(hands(u"control_passed"_s, 20));
        QVERIFY(!desk.queue(desk.text(kAyse, u"Yolda"_s)).refusal);
    }

    void anyOrderOfHandingOverAndCorrecting()
    {
        Desk desk;
        QList<int> order{0, 1, 2, 3, 4};
        int round = 0;
        do {
            const meta::Sender person{
                u"90532%1"_s.arg(1000000 + round), u"TR.P%1"_s.arg(round), u"Ad"_s, {}};
            const auto wamid = [&](int i) { return u"wamid.%1.%2"_s.arg(round).arg(i); };
            const QList<QByteArray> bodies{
                meta::says(person, wamid(0), Desk::kNow, u"Kargom nerede?"_s),
                corrects(wamid(0), wamid(1), 5, u"DURDUR"_s, person),
                hands(u"control_taken"_s, 10, person),
                copy(wamid(3), 20, u"Orada mısınız?"_s, person),
                hands(u"control_passed"_s, 30, person)};
            for (const int i : std::as_const(order))
                desk.arrives(bodies.at(i));
            QCOMPARE(desk.conversation(person).waiting, 1);
            QCOMPARE(desk.conversation(person).waitingSince, at(20));
            QVERIFY(!desk.conversation(person).standby);
            ++round;
        } while (std::next_permutation(order.begin(), order.end()));
        QCOMPARE(round, 120);
    }

    void theConfirmationIsTheLastThingSaid()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.0"_s, 0, u"Kargom nerede?"_s);
        desk.at(60);
        desk.says(kAyse, u"wamid.1"_s, 50, u"DURDUR"_s);
        const auto row = [&] {
            const ConversationId id = desk.conversation(kAyse).id;
            return desk.kit().read<ConversationSummary>(
                [&](const Tx &tx) { return Views(tx, desk.clock().now()).summary(id); });
        };
        QCOMPARE(row().lastAt, *at(60));
        QCOMPARE(row().lastLine, kConfirmation);
        QCOMPARE(row().lastOwnState, SendState::Queued);
        QCOMPARE(row().waiting, 1); // it answers nothing
        for (const OutboundRequest &request : desk.claim())
            desk.settle(request, Desk::accepted(u"wamid.C"_s));
        QCOMPARE(row().lastOwnState, SendState::Accepted);
    }

    void aQuoteOfWhatWeDoNotHoldSaysWhoseItWas_data()
    {
        QTest::addColumn<QString>("writer");
        QTest::addColumn<bool>("ours");
        QTest::newRow("ours") << u"908500000000"_s << true;
        QTest::newRow("theirs") << kAyse.phone << false;
        QTest::newRow("not said") << QString() << false;
    }
    void aQuoteOfWhatWeDoNotHoldSaysWhoseItWas()
    {
        QFETCH(QString, writer);
        QFETCH(bool, ours);
        Desk desk;
        QJsonObject message = meta::text(kAyse, u"wamid.1"_s, Desk::kNow, u"Bu neydi?"_s);
        message.insert(u"context"_s, meta::without({{u"from"_s, writer}, {u"id"_s, u"lost"_s}}));
        desk.arrives(meta::messages({message}, {kAyse}));
        const auto view = desk.kit().read<MessageView>([&](const Tx &tx) {
            return Views(tx, desk.clock().now()).shown(desk.thread(kAyse).first());
        });
        QVERIFY(view.content.quote.has_value());
        QVERIFY(!view.content.quote->id.isValid());
        QCOMPARE(view.content.quote->fromUs, ours);
    }
};

DESTEK_TEST(WhoWaits)
#include "tst_who_waits.moc"
