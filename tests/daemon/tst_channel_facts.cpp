#include "daemon/service/channel_book.h"
#include "daemon/service/template_book.h"
#include "tests/daemon/desk.h"
#include "tests/kit/test_main.h"

#include <QTest>

using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

namespace
{

constexpr qint64 kWeek = 7 * 24 * 3600;
const meta::Sender kAyse{u"905320000001"_s, u"TR.1"_s, u"Ayşe"_s, {}};

QByteArray restriction(const QStringList &types, qint64 until)
{
    QJsonArray info;
    for (const QString &type : types)
        info << QJsonObject{{u"restriction_type"_s, type}, {u"expiration"_s, until}};
    return meta::body(u"account_update"_s,
                      {{u"event"_s, u"ACCOUNT_RESTRICTION"_s}, {u"restriction_info"_s, info}});
}

QByteArray ban(const QString &state)
{
    return meta::body(u"account_update"_s,
                      {{u"event"_s, u"DISABLED_UPDATE"_s},
                       {u"ban_info"_s, QJsonObject{{u"waba_ban_state"_s, state}}}});
}

} // namespace

/// What is known of our numbers, and what follows from it (facts/whatsapp.md 5.6, 7).
class ChannelFacts : public QObject
{
    Q_OBJECT

    static void learn(Desk &desk, const NumberFacts &facts)
    {
        desk.kit().write([&](Tx &tx) { return ChannelBook(tx, desk.clock()).learn(facts); });
    }
    static void asks(Desk &desk, const NumberAnswer &answer)
    {
        desk.kit().write(
            [&](Tx &tx) { return ChannelBook(tx, desk.clock()).asked(meta::kNumberId, answer); });
    }
    static ChannelView channel(Desk &desk)
    {
        return desk.kit().read<ChannelView>(
            [&](const Tx &tx) { return ChannelBook::view(tx, desk.clock().now()); });
    }
    static NumberFacts asked()
    {
        NumberFacts facts;
        facts.phoneNumberId = meta::kNumberId;
        facts.display = u"+90 850 000 00 00"_s;
        facts.verifiedName = u"MektupX"_s;
        facts.quality = u"GREEN"_s;
        facts.limit = u"TIER_2K"_s;
        facts.throughput = u"STANDARD"_s;
        facts.nameStatus = u"APPROVED"_s;
        facts.status = u"CONNECTED"_s;
        facts.onPhone = false;
        return facts;
    }
    static QStringList kinds(Desk &desk)
    {
        QStringList kinds;
        for (const ChannelAlert &alert : channel(desk).alerts)
            kinds << alert.kind;
        return kinds;
    }
    /// How many messages to as many people may start in one instant.
    static int atOnce(Desk &desk, int people)
    {
        for (int i = 0; i < people; ++i) {
            const meta::Sender person{u"9053200%1"_s.arg(10000 + i), u"TR.%1"_s.arg(i), u"A"_s, {}};
            desk.says(person, u"wamid.%1"_s.arg(i), 0, u"Merhaba"_s);
            if (desk.queue(desk.text(person, u"Buyurun"_s)).refusal)
                qFatal("refused");
        }
        return int(desk.claim(people).size());
    }

private Q_SLOTS:
    void aNumberIsKnownBeforeAnyWebhook()
    {
        Desk desk;
        learn(desk, asked());
        const ChannelView view = channel(desk);
        QCOMPARE(view.numbers.size(), 1);
        QCOMPARE(view.numbers.first().verifiedName, u"MektupX"_s);
        QCOMPARE(view.numbers.first().limit, u"TIER_2K"_s);
        QCOMPARE(view.numbers.first().status, u"CONNECTED"_s);
        QVERIFY(view.alerts.isEmpty()); // the first word about it is no change
        QVERIFY(!view.restricted);
        desk.kit().reopen();
        QCOMPARE(channel(desk).numbers.first().nameStatus, u"APPROVED"_s);
    }

    /// Lessons 17: a dead token is known from the hourly question, before anybody writes.
    void aTokenThatExpiredIsKnownWithoutAMessage()
    {
        Desk desk;
        asks(desk, {asked(), {}});
        QVERIFY(!channel(desk).sendingStopped);
        const Instant good = channel(desk).numbers.first().lastCallAt;
        QCOMPARE(good, desk.clock().now());
        desk.clock().advance(std::chrono::hours(1));
        asks(desk, {}); // not reached: nothing is known
        QVERIFY(!channel(desk).sendingStopped);
        asks(desk, {{}, 100}); // a question it does not like says nothing of the token
        QVERIFY(!channel(desk).sendingStopped);
        asks(desk, {{}, 190});
        QVERIFY(channel(desk).sendingStopped);
        QCOMPARE(kinds(desk), QStringList{u"token"_s});
        QCOMPARE(channel(desk).numbers.first().lastCallAt, good);
        desk.clock().advance(std::chrono::hours(1));
        asks(desk, {asked(), {}}); // a new one was set
        QVERIFY(!channel(desk).sendingStopped);
        QCOMPARE(channel(desk).numbers.first().lastCallAt, desk.clock().now());
    }

    /// Only a message that was taken ends what WhatsApp holds against the account.
    void anAnswerEndsNoRestriction()
    {
        Desk desk;
        asks(desk, {{}, 131031});
        QVERIFY(channel(desk).sendingStopped);
        asks(desk, {asked(), {}});
        QVERIFY(channel(desk).sendingStopped);
    }

    void everyWebhookIsASignOfLife()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const Instant first = channel(desk).numbers.first().lastInboundAt;
        desk.clock().advance(std::chrono::hours(2));
        desk.arrives(meta::statuses({QJsonObject{{u"id"_s, u"wamid.unknown"_s},
                                                 {u"status"_s, u"read"_s},
                                                 {u"recipient_id"_s, u"905320000000"_s},
                                                 {u"timestamp"_s, u"1795000000"_s}}}));
        QCOMPARE(desk.clock().now() - first, Duration(std::chrono::hours(2)));
        QCOMPARE(channel(desk).numbers.first().lastInboundAt, desk.clock().now());
        desk.clock().advance(std::chrono::hours(2));
        desk.arrives(ban(u"REINSTATE"_s)); // about the account, not about a number
        QCOMPARE(desk.kit().read<qint64>(
                     [](const Tx &tx) { return tx.facts().number(u"channel.lastInboundAt", 0); }),
                 desk.clock().now().ms);
    }

    void whatWasNotSaidStays()
    {
        Desk desk;
        NumberFacts first = asked();
        first.onPhone = true;
        learn(desk, first);
        NumberFacts little;
        little.phoneNumberId = meta::kNumberId;
        little.quality = u"YELLOW"_s;
        learn(desk, little);
        const ChannelNumber number = channel(desk).numbers.first();
        QCOMPARE(number.quality, u"YELLOW"_s);
        QCOMPARE(number.limit, u"TIER_2K"_s);
        QVERIFY(number.onPhone);
    }

    void aMissedWebhookIsNoticed()
    {
        Desk desk;
        learn(desk, asked());
        NumberFacts worse = asked();
        worse.quality = u"RED"_s;
        worse.limit = u"TIER_250"_s;
        worse.status = u"RESTRICTED"_s;
        learn(desk, worse);
        QStringList known = kinds(desk);
        known.sort();
        QCOMPARE(known, (QStringList{u"limit_changed"_s, u"quality_low"_s, u"restricted"_s}));
        QVERIFY(channel(desk).restricted);
        learn(desk, worse); // the same again is no news
        QCOMPARE(kinds(desk).size(), 3);
        NumberFacts well = worse;
        well.status = u"CONNECTED"_s;
        learn(desk, well);
        QVERIFY(!channel(desk).restricted);
    }

    void eachNumberHasItsOwnRate_data()
    {
        QTest::addColumn<QString>("throughput");
        QTest::addColumn<bool>("onPhone");
        QTest::addColumn<int>("atOnce");
        QTest::newRow("usual, or not known") << QString() << false << 80;
        QTest::newRow("high") << u"HIGH"_s << false << 90; // more than the usual rate
        QTest::newRow("on a phone too") << u"STANDARD"_s << true << 20;
        QTest::newRow("on a phone, whatever else is said") << u"HIGH"_s << true << 20;
    }
    void eachNumberHasItsOwnRate()
    {
        QFETCH(QString, throughput);
        QFETCH(bool, onPhone);
        QFETCH(int, atOnce);
        Desk desk;
        NumberFacts facts = asked();
        facts.throughput = throughput;
        facts.onPhone = onPhone;
        learn(desk, facts);
        const int queued = throughput == "HIGH"_L1 && !onPhone ? atOnce : atOnce + 5;
        QCOMPARE(ChannelFacts::atOnce(desk, queued), atOnce);
    }

    void aRestrictionIsShownUntilItEnds()
    {
        Desk desk;
        learn(desk, asked());
        desk.arrives(restriction({u"RESTRICTED_BIZ_INITIATED_MESSAGING"_s}, Desk::kNow + kWeek));
        ChannelView view = channel(desk);
        QVERIFY(view.restricted);
        QVERIFY(!view.sendingStopped); // WhatsApp says what it refuses, message by message
        QCOMPARE(view.numbers.first().restriction, u"RESTRICTED_BIZ_INITIATED_MESSAGING"_s);
        QCOMPARE(view.numbers.first().restrictedUntil, Instant::fromSeconds(Desk::kNow + kWeek));
        learn(desk, asked()); // the number itself may still be connected
        QVERIFY(channel(desk).restricted);
        desk.at(kWeek);
        view = channel(desk);
        QVERIFY(!view.restricted);
        QVERIFY(view.numbers.first().restriction.isEmpty());
    }

    void aBanIsLiftedByAWordOnly()
    {
        Desk desk;
        learn(desk, asked());
        desk.arrives(ban(u"SCHEDULE_FOR_DISABLE"_s));
        QVERIFY(!channel(desk).restricted);
        desk.arrives(ban(u"DISABLE"_s));
        desk.at(52 * kWeek);
        QVERIFY(channel(desk).restricted);
        desk.arrives(ban(u"REINSTATE"_s));
        QVERIFY(!channel(desk).restricted);
    }

    void anOlderWordChangesNothing()
    {
        Desk desk;
        learn(desk, asked());
        const auto restrict = [&](const QString &what, qint64 second) {
            desk.kit().write([&](Tx &tx) {
                return ChannelBook(tx, desk.clock())
                    .restrict(what, {}, Instant::fromSeconds(Desk::kNow + second));
            });
        };
        restrict({}, 10);
        restrict(u"DISABLED"_s, 5); // delivered late
        QVERIFY(!channel(desk).restricted);
    }

    void aChangedTemplateIsFetchedAtOnce()
    {
        Desk desk;
        QStringList wanted;
        const InboundApplier applier(desk.clock(), InboundApplier::Wording{},
                                     [&](const QString &id) { wanted << id; });
        const auto arrives = [&](const QString &field, QJsonObject value) {
            value.insert(u"message_template_id"_s, qint64(710'000'000'000'001));
            value.insert(u"message_template_name"_s, u"yolda"_s);
            value.insert(u"message_template_language"_s, u"tr"_s);
            desk.kit().write([&](Tx &tx) -> Stored<Done> {
                for (const InboundEvent &event : intake::readWebhook(meta::body(field, value))) {
                    if (auto applied = applier.apply(tx, event, desk.clock().now()); !applied)
                        return applied;
                }
                return done();
            });
        };
        const QString id = u"710000000000001"_s;
        arrives(u"message_template_components_update"_s, {});
        QCOMPARE(wanted, QStringList{id});
        arrives(u"message_template_status_update"_s, {{u"event"_s, u"APPROVED"_s}}); // a new one
        QCOMPARE(wanted, (QStringList{id, id}));
        arrives(u"message_template_quality_update"_s, {{u"new_quality_score"_s, u"GREEN"_s}});
        QCOMPARE(wanted.size(), 2);
    }

    void oneFetchedTemplateReplacesItself()
    {
        Desk desk;
        desk.addTemplate(u"yolda"_s, u"UTILITY"_s);
        desk.addTemplate(u"geldi"_s, u"UTILITY"_s);
        TemplateRecord record;
        record.name = u"yolda"_s;
        record.language = u"tr"_s;
        record.category = u"UTILITY"_s;
        record.status = u"APPROVED"_s;
        record.body = u"Kargonuz {{1}} yolda."_s;
        record.variables = QStringList{u"1"_s};
        const auto renew = [&] {
            desk.kit().write([&](Tx &tx) { return TemplateBook(tx, desk.clock()).renew(record); });
            return desk.kit().read<QList<TemplateRecord>>(
                [](const Tx &tx) { return tx.templates().all(); });
        };
        const auto find = [](const QList<TemplateRecord> &all, const QString &name) {
            for (const TemplateRecord &one : all) {
                if (one.name == name)
                    return one;
            }
            return TemplateRecord();
        };
        QList<TemplateRecord> all = renew();
        QCOMPARE(all.size(), 2);
        QCOMPARE(find(all, u"yolda"_s).body, u"Kargonuz {{1}} yolda."_s);
        record.category = u"MARKETING"_s; // changed meanwhile: stopped as if the list had said it
        all = renew();
        QVERIFY(find(all, u"yolda"_s).frozen);
        QVERIFY(!find(all, u"geldi"_s).frozen);
        record.name = u"yeni"_s;
        QCOMPARE(renew().size(), 3);
    }

    void everyErrorOfTheChannelLeavesALine_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("too fast") << 130429;
        QTest::newRow("a code nobody knows") << 987654;
        QTest::newRow("one that alarms") << 131042;
    }
    void everyErrorOfTheChannelLeavesALine()
    {
        QFETCH(int, code);
        Desk desk;
        QJsonObject value = meta::value();
        value.insert(u"errors"_s,
                     QJsonArray{QJsonObject{
                         {u"code"_s, code},
                         {u"title"_s, u"Rate limit hit"_s},
                         {u"error_data"_s, QJsonObject{{u"details"_s, u"Slow down"_s}}}}});
        const QByteArray body = meta::body(u"messages"_s, value);
        desk.arrives(body);
        desk.arrives(body); // not a flood of them
        QCOMPARE(channel(desk).alerts.size(), 1);
        const ChannelAlert alert = channel(desk).alerts.first();
        QCOMPARE(alert.code, code);
        if (code != 131042) {
            QCOMPARE(alert.severity, AlertSeverity::Notice);
            QCOMPARE(alert.detail, u"Rate limit hit\nSlow down"_s);
        }
    }

    void whatMetaRefusesForItsPolicyIsARestriction()
    {
        Desk desk;
        const meta::Sender ayse{u"905320000000"_s, u"TR.84771"_s, u"Ayşe"_s, {}};
        desk.says(ayse, u"wamid.1"_s, 0, u"Merhaba"_s);
        QVERIFY(!desk.queue(desk.text(ayse, u"Buyurun"_s)).refusal);
        desk.settle(desk.claim().first(), Desk::refused(368, AttemptOutcome::Held));
        QVERIFY(channel(desk).restricted);
        QVERIFY(channel(desk).sendingStopped);
        desk.clock().advance(std::chrono::minutes(1));
        desk.settle(desk.claim().first(), Desk::accepted(u"wamid.O"_s));
        QVERIFY(!channel(desk).restricted);
    }
};

DESTEK_TEST(ChannelFacts)
#include "tst_channel_facts.moc"
