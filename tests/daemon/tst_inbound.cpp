#include "daemon/service/intake_pump.h"
#include "tests/daemon/desk.h"
#include "tests/kit/test_main.h"

#include "core/text/fold.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

namespace
{

const meta::Sender kAyse{u"905320000000"_s, u"TR.84771"_s, u"Ayşe"_s, {}};

/// Everything of a person that may be shown, without the ids and places that arrival decides.
QString stateOf(Desk &desk, const meta::Sender &person)
{
    const ContactRecord record = desk.person(person);
    const ConversationRecord conversation = desk.conversation(person);
    const auto time = [](std::optional<Instant> at) { return at ? at->ms : -1; };
    QStringList lines;
    for (const MessageRecord &message : desk.thread(person))
        lines << u"%1 %2 %3 %4 %5 %6"_s.arg(wireName(message.direction), wireName(message.kind),
                                            wireName(message.event), wireName(message.state),
                                            QString::number(message.at.ms), message.text);
    lines.sort();
    lines << u"%1 out %2 in %3 asked %4 waits %5 since %6 last %7"_s.arg(wireName(record.standing))
                 .arg(time(record.optedOutAt))
                 .arg(time(conversation.lastInboundAt))
                 .arg(time(conversation.lastQuestionAt))
                 .arg(conversation.waiting)
                 .arg(time(conversation.waitingSince))
                 .arg(conversation.lastAt.ms);
    return lines.join(u'\n');
}

} // namespace

/// What Meta says becomes true once, in whatever order and however often it is said
/// (facts/whatsapp.md 1.5; ).
class Inbound : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSameBodyTwice()
    {
        Desk desk;
        const QByteArray body =
            meta::messages({meta::text(kAyse, u"wamid.1"_s, Desk::kNow, u"Merhaba"_s),
                            meta::text(kAyse, u"wamid.2"_s, Desk::kNow + 1, u"Kargom nerede?"_s)},
                           {kAyse});
        desk.arrives(body);
        const QString once = stateOf(desk, kAyse);
        desk.arrives(body);
        desk.kit().reopen();
        desk.arrives(body);
        QCOMPARE(stateOf(desk, kAyse), once);
        QCOMPARE(desk.thread(kAyse).size(), 2);
        QCOMPARE(desk.conversation(kAyse).waiting, 2);
    }

    void twoHundredOrdersOfOneConversation()
    {
        Desk desk;
        QRandomGenerator random(20261122);
        QString expected;
        for (int round = 0; round < 200; ++round) {
            const meta::Sender person{
                u"90532%1"_s.arg(1000000 + round), u"TR.P%1"_s.arg(round), u"Ad"_s, {}};
            const auto wamid = [&](const QString &name) {
                return u"wamid.%1.%2"_s.arg(name).arg(round);
            };
            desk.at(0);
            desk.says(person, wamid(u"hello"_s), -100, u"Merhaba"_s);
            const MessageId own = desk.sends(person, u"Buyurun"_s, wamid(u"own"_s));
            desk.at(60);
            const qint64 t = Desk::kNow;
            QList<QByteArray> bodies{
                meta::says(person, wamid(u"a"_s), t + 10, u"Kargom nerede?"_s),
                meta::says(person, wamid(u"stop"_s), t + 20, u"DURDUR"_s),
                meta::says(person, wamid(u"b"_s), t + 30, u"Bir sorum daha var"_s),
                meta::messages({meta::message(person, wamid(u"c"_s), t + 40, u"image"_s,
                                              QJsonObject{{u"caption"_s, u"fatura"_s}})},
                               {person}),
                meta::messages({meta::message(person, wamid(u"d"_s), t + 50, u"reaction"_s,
                                              QJsonObject{{u"emoji"_s, u"👍"_s}})},
                               {person}),
                meta::statuses({meta::status(wamid(u"own"_s), u"sent"_s, t + 1)}),
                meta::statuses({meta::status(wamid(u"own"_s), u"delivered"_s, t + 2)}),
                meta::statuses({meta::status(wamid(u"own"_s), u"read"_s, t + 3)})};
            QCOMPARE(bodies.size(), 8);
            bodies << bodies.at(random.bounded(8)) << bodies.at(random.bounded(8)); // redelivered
            if (round > 0)
                std::shuffle(bodies.begin(), bodies.end(), random);
            for (const QByteArray &body : std::as_const(bodies))
                desk.arrives(body);
            const QString state = stateOf(desk, person);
            if (round == 0)
                expected = state;
            QCOMPARE(state, expected);
            QCOMPARE(desk.message(own).state, SendState::Read);
            // The confirmation of this round's opt-out goes its way.
            for (const OutboundRequest &request : desk.claim())
                desk.settle(request, Desk::accepted(wamid(u"conf"_s)));
        }
        QVERIFY(expected.contains(u"opted_out"_s));
    }

    void aStatusBeforeItsMessageIsKnown()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const SendCommand command = desk.text(kAyse, u"Buyurun"_s);
        (void)desk.queue(command);
        const auto requests = desk.claim();
        QCOMPARE(requests.size(), 1);
        // Meta's statuses overtake its answer to our POST, without echoing our id.
        desk.arrives(meta::statuses({meta::status(u"wamid.O"_s, u"delivered"_s, Desk::kNow + 2)}));
        desk.arrives(meta::statuses({meta::status(u"wamid.O"_s, u"sent"_s, Desk::kNow + 1)}));
        QCOMPARE(desk.message(command.id).state, SendState::Sending);
        desk.settle(requests.first(), Desk::accepted(u"wamid.O"_s));
        QCOMPARE(desk.message(command.id).state, SendState::Delivered);
    }

    void aStatusTellsWhatBecameOfALostAnswer()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const SendCommand command = desk.text(kAyse, u"Buyurun"_s);
        (void)desk.queue(command);
        desk.settle(desk.claim().first(), SendAnswer{});
        QCOMPARE(desk.message(command.id).state, SendState::Unknown);
        desk.arrives(meta::statuses(
            {meta::status(u"wamid.O"_s, u"sent"_s, Desk::kNow + 1, command.id.toString())}));
        QCOMPARE(desk.message(command.id).state, SendState::Sent);
        desk.arrives(meta::statuses({meta::status(u"wamid.O"_s, u"read"_s, Desk::kNow + 2)}));
        QCOMPARE(desk.message(command.id).state, SendState::Read);
        QVERIFY(desk.claim().isEmpty()); // never sent again by itself
    }

    void aPersonWithoutANumberIsAPersonLikeAnyOther() // Chatwoot #15586 and R-06
    {
        Desk desk;
        const meta::Sender hidden{{}, u"TR.13491208655302741918"_s, u"Deniz"_s, u"@deniz"_s};
        desk.says(hidden, u"wamid.1"_s, 0, u"Faturam gelmedi kaplumbağa"_s);
        const ConversationRecord conversation = desk.conversation(hidden);
        const auto inbox = desk.kit().read<InboxPage>(
            [&](const Tx &tx) { return Views(tx, desk.clock().now()).inbox({}, 50); });
        QCOMPARE(inbox.conversations.size(), 1);
        QCOMPARE(inbox.conversations.first().name, u"Deniz"_s);
        QVERIFY(inbox.conversations.first().number.isEmpty());
        const auto found = desk.kit().read<QList<MessageId>>([](const Tx &tx) {
            return tx.search().find(text::words(text::matchFold(u"KAPLUMBAĞA")), 10);
        });
        QCOMPARE(found.size(), 1);
        QCOMPARE(inbox.conversations.first().allowance, SendAllowance());
        (void)desk.queue(desk.text(hidden, u"Bakıyorum"_s));
        const auto requests = desk.claim();
        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests.first().recipient, (Identity{IdentityKind::Bsuid, hidden.bsuid}));
        QCOMPARE(desk.conversation(hidden).id, conversation.id);
    }

    void theNumberIsPreferredWhenKnown()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        (void)desk.queue(desk.text(kAyse, u"Buyurun"_s));
        QCOMPARE(desk.claim().first().recipient, (Identity{IdentityKind::Phone, kAyse.phone}));
    }

    void twoPeopleOfOneNameStayTwo()
    {
        Desk desk;
        const meta::Sender other{u"905321111111"_s, u"TR.2"_s, kAyse.name, u"@ayse"_s};
        const meta::Sender third{{}, u"TR.3"_s, kAyse.name, u"@ayse"_s};
        desk.says(kAyse, u"wamid.1"_s, 0, u"a"_s);
        desk.says(other, u"wamid.2"_s, 1, u"b"_s);
        desk.says(third, u"wamid.3"_s, 2, u"c"_s);
        QVERIFY(desk.who(kAyse) != desk.who(other));
        QVERIFY(desk.who(other) != desk.who(third));
    }

    void aChangedNumberKeepsOnePerson_data()
    {
        QTest::addColumn<QJsonObject>("from");
        QTest::addColumn<QJsonObject>("system");
        const QJsonObject fromOld{{u"from"_s, kAyse.phone}};
        QTest::newRow("August 2026") << fromOld
                                     << QJsonObject{{u"type"_s, u"user_changed_number"_s},
                                                    {u"wa_id"_s, u"905330000000"_s},
                                                    {u"user_id"_s, u"TR.NEW"_s},
                                                    {u"previous_user_id"_s, kAyse.bsuid}};
        QTest::newRow("numbers only") << fromOld
                                      << QJsonObject{{u"type"_s, u"user_changed_number"_s},
                                                     {u"wa_id"_s, u"905330000000"_s},
                                                     {u"user_id"_s, u"TR.NEW"_s}};
        QTest::newRow("BSUID only") << QJsonObject()
                                    << QJsonObject{{u"type"_s, u"user_changed_user_id"_s},
                                                   {u"user_id"_s, u"TR.NEW"_s},
                                                   {u"previous_user_id"_s, kAyse.bsuid}};
        QTest::newRow("in words only")
            << QJsonObject()
            << QJsonObject{{u"type"_s, u"user_changed_user_id"_s},
                           {u"user_id"_s, u"TR.NEW"_s},
                           {u"body"_s, u"User changed from TR.84771 to TR.NEW"_s}};
    }
    void aChangedNumberKeepsOnePerson()
    {
        QFETCH(QJsonObject, from);
        QFETCH(QJsonObject, system);
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        desk.says(kAyse, u"wamid.2"_s, 5, u"DURDUR"_s);
        const ContactId before = desk.who(kAyse);
        QJsonObject line = meta::message({}, u"wamid.S"_s, Desk::kNow + 10, u"system"_s, system);
        for (const QString &key : from.keys())
            line.insert(key, from.value(key));
        desk.arrives(meta::messages({line}));
        const meta::Sender now{{}, u"TR.NEW"_s, u"Ayşe"_s, {}};
        desk.at(30);
        desk.says(now, u"wamid.3"_s, 20, u"Yeni numaram"_s);
        QCOMPARE(desk.who(now), before);
        QCOMPARE(desk.conversations(before).size(), 1);
        // Told truthfully: a new number, or a new id of WhatsApp's alone.
        const bool ofNumber = system.value(u"type"_s) == u"user_changed_number"_s;
        QCOMPARE(desk.message(desk.thread(now).at(desk.thread(now).size() - 2).id).event,
                 ofNumber ? EventKind::NumberChanged : EventKind::UserIdChanged);
        // The opt-out goes with the person; a system line is no question and no window.
        QCOMPARE(desk.person(before).standing, Standing::OptedOut);
        QCOMPARE(desk.conversation(now).lastInboundAt,
                 std::optional(Instant::fromSeconds(Desk::kNow + 20)));
        // Who gets the old BSUID next is somebody else.
        QVERIFY(!desk.find(IdentityKind::Bsuid, kAyse.bsuid));
    }

    void aLineThatNamesNumbersOnlyBringsANewBsuid() // R-06; facts/whatsapp.md 3.1
    {
        // WhatsApp makes a new BSUID with a new number; the shape of 2024 names numbers alone.
        const meta::Sender now{u"905330000000"_s, u"TR.NEW"_s, u"Ayşe"_s, {}};
        QJsonObject line = meta::message(
            {}, u"wamid.S"_s, Desk::kNow + 10, u"system"_s,
            QJsonObject{{u"type"_s, u"user_changed_number"_s}, {u"wa_id"_s, now.phone}});
        line.insert(u"from"_s, kAyse.phone);
        QList<QByteArray> events{meta::messages({line}),
                                 meta::says(now, u"wamid.2"_s, Desk::kNow + 10, u"Yeni numaram"_s)};
        for (int order = 0; order < 2; ++order) {
            Desk desk;
            desk.at(30);
            desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
            for (const QByteArray &event : std::as_const(events))
                desk.arrives(event);
            QCOMPARE(desk.thread(now).size(), 3);
            QVERIFY(!desk.person(now).needsReview);
            desk.says(kAyse, u"wamid.0"_s, 5, u"Önceki"_s); // late, from before
            QCOMPARE(desk.thread(now).size(), 4);
            std::reverse(events.begin(), events.end());
        }
    }

    void aRecycledNumberOpensANewPerson()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const ContactId before = desk.who(kAyse);
        const meta::Sender stranger{kAyse.phone, u"TR.STRANGER"_s, u"Mert"_s, {}};
        desk.says(stranger, u"wamid.2"_s, 10, u"Selam"_s);
        const ContactId after = desk.who(stranger);
        QVERIFY(before != after);
        QVERIFY(desk.person(after).needsReview);
        QVERIFY(!desk.person(before).needsReview);
        const auto thread = desk.thread(stranger); // nothing of the former owner
        QCOMPARE(thread.size(), 2);
        QCOMPARE(thread.first().event, EventKind::NumberRecycled);
        QCOMPARE(thread.last().text, u"Selam"_s);
        QCOMPARE(desk.find(IdentityKind::Phone, kAyse.phone), std::optional(after));
        desk.says(stranger, u"wamid.3"_s, 10, u"Merhaba?"_s); // of the same second
        QCOMPARE(desk.who(stranger), after);
        QCOMPARE(desk.thread(stranger).size(), 3);
        QCOMPARE(desk.find(IdentityKind::Phone, kAyse.phone), std::optional(after));
        // The former owner is still reachable under their BSUID, not under the number.
        QCOMPARE(desk.identities(before), (QList<Identity>{{IdentityKind::Bsuid, kAyse.bsuid}}));
    }

    void aNewKeyUnderANumberIsChecked()
    {
        Desk desk;
        const auto says = [&](const QString &wamid, qint64 second, const QString &key) {
            QJsonObject contact = meta::contact(kAyse);
            if (!key.isEmpty())
                contact.insert(u"identity_key_hash"_s, key);
            QJsonObject value = meta::value();
            value.insert(u"contacts"_s, QJsonArray{contact});
            value.insert(u"messages"_s,
                         QJsonArray{meta::text(kAyse, wamid, Desk::kNow + second, u"Merhaba"_s)});
            desk.arrives(meta::body(u"messages"_s, value));
        };
        const auto lines = [&] {
            const auto thread = desk.thread(kAyse);
            return std::count_if(thread.begin(), thread.end(), [](const MessageRecord &record) {
                return record.event == EventKind::IdentityKeyChanged;
            });
        };
        says(u"wamid.1"_s, 0, {});
        says(u"wamid.2"_s, 10, u"keyA="_s); // the first we hear of
        says(u"wamid.3"_s, 20, {});
        QVERIFY(!desk.person(kAyse).needsReview);
        // A line about it came: agents have been told.
        QJsonObject line = meta::message(kAyse, u"wamid.4"_s, Desk::kNow + 30, u"system"_s,
                                         QJsonObject{{u"type"_s, u"customer_identity_changed"_s}});
        line.insert(u"identity"_s, QJsonObject{{u"hash"_s, u"keyB="_s}});
        desk.arrives(meta::messages({line}));
        says(u"wamid.5"_s, 40, u"keyB="_s);
        says(u"wamid.6"_s, 15, u"keyA="_s); // late, from before
        QVERIFY(!desk.person(kAyse).needsReview);
        QCOMPARE(lines(), 1);
        // And now without a word.
        const ContactId before = desk.who(kAyse);
        says(u"wamid.7"_s, 50, u"keyC="_s);
        says(u"wamid.8"_s, 60, u"keyC="_s);
        QCOMPARE(desk.who(kAyse), before);
        QVERIFY(desk.person(kAyse).needsReview);
        QCOMPARE(lines(), 2);
        QVERIFY(!desk.kit().allBytes().contains("keyC=")); // kept as a keyed hash only
    }

    void twoRecordsThatTurnOutToBeOnePersonKeepTheRefusal()
    {
        Desk desk;
        const meta::Sender byNumber{kAyse.phone, {}, u"Ayşe"_s, {}};
        const meta::Sender byBsuid{{}, kAyse.bsuid, u"Ayşe"_s, {}};
        desk.says(byNumber, u"wamid.1"_s, 0, u"DURDUR"_s);
        desk.says(byBsuid, u"wamid.2"_s, 10, u"Merhaba"_s);
        QVERIFY(desk.who(byNumber) != desk.who(byBsuid));
        // Now both in one signed webhook.
        desk.says(kAyse, u"wamid.3"_s, 20, u"Bir sorum var"_s);
        QCOMPARE(desk.person(kAyse).standing, Standing::OptedOut);
        QCOMPARE(desk.who(byNumber), desk.who(byBsuid));
        const auto refused = desk.queue(desk.chosen(kAyse, u"none"_s)).refusal;
        QVERIFY(refused.has_value());
        QCOMPARE(desk.allowance(kAyse).templates, std::optional(SendRefusal::OptedOut));
        QCOMPARE(desk.allowance(kAyse).freeText, std::optional<SendRefusal>());
    }

    void cardNumbersAreMaskedBeforeAnythingIsStored()
    {
        Desk desk;
        const QString card = u"4111111111111111"_s;
        const QString spaced = u"4111 1111 1111 1111"_s;
        desk.arrives(meta::messages(
            {meta::text(kAyse, u"wamid.1"_s, Desk::kNow, u"Kartım "_s + spaced),
             meta::message(kAyse, u"wamid.2"_s, Desk::kNow + 1, u"image"_s,
                           QJsonObject{{u"id"_s, u"77"_s}, {u"caption"_s, card}}),
             meta::message(kAyse, u"wamid.3"_s, Desk::kNow + 2, u"document"_s,
                           QJsonObject{{u"filename"_s, card + u".pdf"_s}}),
             meta::message(
                 kAyse, u"wamid.4"_s, Desk::kNow + 3, u"interactive"_s,
                 QJsonObject{{u"type"_s, u"nfm_reply"_s},
                             {u"nfm_reply"_s, QJsonObject{{u"response_json"_s,
                                                           u"{\"card\":\"%1\"}"_s.arg(card)}}}}),
             meta::message(
                 kAyse, u"wamid.5"_s, Desk::kNow + 4, u"contacts"_s,
                 QJsonArray{QJsonObject{
                     {u"name"_s, QJsonObject{{u"formatted_name"_s, u"Can"_s}}},
                     {u"phones"_s, QJsonArray{QJsonObject{{u"phone"_s, u"+905320000001"_s},
                                                          {u"type"_s, card}}}}}})},
            {{kAyse.phone, kAyse.bsuid, u"Ayşe "_s + spaced, {}}}));
        const auto thread = desk.thread(kAyse);
        QCOMPARE(thread.size(), 10); // the agent is told of each
        QCOMPARE(std::count_if(
                     thread.begin(), thread.end(),
                     [](const MessageRecord &line) { return line.event == EventKind::CardMasked; }),
                 5);
        QCOMPARE(thread.at(1).event, EventKind::CardMasked); // right behind its message
        QCOMPARE(desk.conversation(kAyse).waiting, 5);
        for (const MessageRecord &message : thread) {
            QVERIFY2(!message.text.contains(card) && !message.text.contains(spaced),
                     qPrintable(message.text));
            QVERIFY2(!message.raw.contains(card.toLatin1()), message.raw.constData());
        }
        QVERIFY(thread.first().text.contains(u"1111"_s)); // the last four may stay
        QVERIFY(!desk.person(kAyse).name.contains(spaced));
        for (const QByteArray &canary :
             {card.toLatin1(), spaced.toLatin1(), card.mid(0, 15).toLatin1()})
            QVERIFY(!desk.kit().allBytes().contains(canary));
    }

    void timesFromTheFutureOpenNoLongerWindow()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 10 * 24 * 3600, u"Merhaba"_s);
        QCOMPARE(desk.conversation(kAyse).lastInboundAt, std::optional(desk.clock().now()));
        QJsonObject timeless = meta::text(kAyse, u"wamid.2"_s, 1, u"x"_s);
        timeless.remove(u"timestamp"_s);
        desk.arrives(meta::messages({timeless}, {kAyse}));
        QCOMPARE(desk.thread(kAyse).size(), 2);
    }

    void templatesFreezeWhenAWebhookSaysSo()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        desk.addTemplate(u"yolda"_s, u"UTILITY"_s);
        QVERIFY(!desk.queue(desk.chosen(kAyse, u"yolda"_s)).refusal);
        desk.arrives(
            meta::body(u"template_category_update"_s, {{u"message_template_name"_s, u"yolda"_s},
                                                       {u"message_template_language"_s, u"tr"_s},
                                                       {u"new_category"_s, u"MARKETING"_s}}));
        QCOMPARE(desk.queue(desk.chosen(kAyse, u"yolda"_s)).refusal,
                 std::optional(SendRefusal::Marketing));
        QVERIFY(desk.claim().isEmpty()); // the one queued before is refused when it would start
        desk.addTemplate(u"bilgi"_s, u"UTILITY"_s);
        desk.arrives(meta::body(u"message_template_status_update"_s,
                                {{u"message_template_name"_s, u"bilgi"_s},
                                 {u"message_template_language"_s, u"tr"_s},
                                 {u"event"_s, u"PAUSED"_s}}));
        QCOMPARE(desk.queue(desk.chosen(kAyse, u"bilgi"_s)).refusal,
                 std::optional(SendRefusal::TemplateNotApproved));
        desk.arrives(
            meta::body(u"message_template_status_update"_s,
                       {{u"message_template_name"_s, u"nobody's"_s}, {u"event"_s, u"APPROVED"_s}}));
    }

    void whatCannotBeReadBlocksNothing()
    {
        Desk desk;
        IntakePump pump(desk.kit().store(), desk.clock(),
                        InboundApplier(desk.clock(), {kConfirmation}), intake::readWebhook);
        const auto closing = desk.kit().closing();
        const QList<QByteArray> bodies{
            "{\"entry\":[",
            meta::messages({meta::text({}, u"wamid.nobody"_s, Desk::kNow, u"x"_s),
                            meta::text(kAyse, u"wamid.1"_s, Desk::kNow, u"bir"_s)}),
            QByteArray("\x00\xff\x00", 3),
            meta::says(kAyse, u"wamid.2"_s, Desk::kNow + 1, u"iki"_s)};
        for (const QByteArray &body : bodies)
            desk.kit().write([&](Tx &tx) -> Stored<Done> {
                const auto row = tx.intake().append(body, desk.clock().now());
                return row ? Stored<Done>(done()) : Stored<Done>(failure(row.error()));
            });
        pump.wake();
        const auto pending = [&] {
            return desk.kit().read<int>([](const Tx &tx) { return tx.intake().pendingCount(); });
        };
        QTRY_COMPARE(pending(), 0);
        QTRY_COMPARE(pump.applied(), qint64(4));
        QCOMPARE(desk.thread(kAyse).size(), 2);
        QCOMPARE(desk.kit().read<int>([](const Tx &tx) { return tx.intake().deadLetters(); }), 3);
        // What could not be read is kept sealed, not in plain sight.
        QVERIFY(!desk.kit().allBytes().contains("wamid.nobody"));
    }
};

DESTEK_TEST(Inbound)
#include "tst_inbound.moc"
