#include "daemon/service/people_indexing.h"
#include "tests/kit/test_main.h"
#include "tests/store/store_kit.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;
using destek::test::StoreKit;

namespace
{

QList<ConversationId> find(StoreKit &kit, const QString &typed, int limit = 20)
{
    return kit.read<QList<ConversationId>>(
        [&](const Tx &tx) { return tx.search().findPeople(typed, limit); });
}

void name(StoreKit &kit, const StoreKit::Person &person, const QString &name)
{
    kit.clock().advance(std::chrono::seconds(1));
    kit.write(
        [&](Tx &tx) { return tx.contacts().setName(person.contact, name, kit.clock().now()); });
}

int tokens(StoreKit &kit, ContactId id)
{
    return kit.peek(u"SELECT count(*) FROM person_token WHERE contact_id = %1"_s.arg(id.value))
        .toInt();
}

} // namespace

class PeopleFound : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Whatever the customer says of themselves on the telephone.
    void byNameUsernameFieldAndNumber()
    {
        StoreKit kit;
        const auto elif = kit.addPerson(u"1234567"_s); // +90 532 123 45 67
        const auto other = kit.addPerson(u"7654321"_s);
        name(kit, elif, u"Elif IŞIKLI Kaya"_s);
        name(kit, other, u"Kayahan"_s);
        kit.write([&](Tx &tx) {
            return tx.fields().keep(elif.contact, {u"Müşteri no"_s, u"AB-90817"_s},
                                    kit.clock().now());
        });
        const QList only{elif.conversation};
        for (const QString &typed :
             {u"elif"_s, u"Kaya Elif"_s, u"el"_s, u"isikli"_s, u"ışık"_s, u"e kaya i"_s,
              u"@user1234567"_s, u"90817"_s, u"ab-908"_s, u"4567"_s, u"0532 123 45 67"_s,
              u"+90 (532) 1234567"_s, u"905321234567"_s})
            QVERIFY2(find(kit, typed) == only, qPrintable(typed));
        QCOMPARE(find(kit, u"kaya"_s).size(), 2);
        QCOMPARE(find(kit, u"kaya"_s, 1).size(), 1);
        for (const QString &typed : {u"aya"_s, u"elif kayahan"_s, u"456"_s, u"234567"_s, u"e"_s,
                                     u"0532 123 45 68"_s, u"müşteri"_s, u""_s, u" -- "_s})
            QVERIFY2(find(kit, typed).isEmpty(), qPrintable(typed));
    }

    void theOneThatMovedLastComesFirst()
    {
        StoreKit kit;
        const auto first = kit.addPerson(u"1000001"_s);
        const auto second = kit.addPerson(u"1000002"_s);
        name(kit, first, u"Deniz"_s);
        name(kit, second, u"Deniz"_s);
        for (const auto &person : {second, first}) {
            kit.clock().advance(std::chrono::seconds(1));
            kit.write([&](Tx &tx) -> Stored<Done> {
                auto record = std::as_const(tx).conversations().record(person.conversation);
                if (!record)
                    return failure(record.error());
                record->lastAt = kit.clock().now();
                return tx.conversations().update(*record);
            });
        }
        QCOMPARE(find(kit, u"deniz"_s), (QList{first.conversation, second.conversation}));
    }

    void asTheyAreNowAndNotAsTheyWere()
    {
        StoreKit kit;
        const auto person = kit.addPerson(u"1234567"_s);
        name(kit, person, u"Zeynep"_s);
        name(kit, person, u"Zühal"_s);
        QVERIFY(find(kit, u"zeynep"_s).isEmpty());
        QCOMPARE(find(kit, u"zuhal"_s).size(), 1);
        kit.write([&](Tx &tx) -> Stored<Done> {
            const Instant now = kit.clock().now();
            (void)tx.contacts().setAddressBookName(person.contact, u"Berber Zühal"_s, now);
            (void)tx.fields().keep(person.contact, {u"Şube"_s, u"Kadıköy"_s}, now);
            return tx.contacts().close(person.identities.first(), now);
        });
        QCOMPARE(find(kit, u"berber"_s).size(), 1);
        QCOMPARE(find(kit, u"kadikoy"_s).size(), 1);
        QVERIFY(find(kit, u"4567"_s).isEmpty());
        QVERIFY(find(kit, u"0532 123 45 67"_s).isEmpty());
        kit.write([&](Tx &tx) -> Stored<Done> {
            const auto removed = tx.fields().remove(person.contact, u"ŞUBE"_s);
            if (!removed)
                return failure(removed.error());
            kit.clock().advance(std::chrono::seconds(1));
            return tx.contacts().adoptUsername(person.contact, u"zuhal.abla"_s, kit.clock().now());
        });
        QVERIFY(find(kit, u"kadikoy"_s).isEmpty());
        QVERIFY(find(kit, u"user1234567"_s).isEmpty());
        QCOMPARE(find(kit, u"abla"_s).size(), 1);
    }

    // A username that somebody else has now leads to them alone.
    void aUsernameThatMovedOnLeadsToItsHolder()
    {
        StoreKit kit;
        const auto first = kit.addPerson(u"1000001"_s);
        const auto second = kit.addPerson(u"1000002"_s);
        kit.clock().advance(std::chrono::seconds(1));
        kit.write([&](Tx &tx) {
            return tx.contacts().adoptUsername(second.contact, u"user1000001"_s, kit.clock().now());
        });
        QCOMPARE(find(kit, u"user1000001"_s), QList{second.conversation});
    }

    void twoRecordsOfOnePersonAreFoundAsOne()
    {
        StoreKit kit;
        const auto loser = kit.addPerson(u"1000001"_s);
        const auto winner = kit.addPerson(u"1000002"_s);
        kit.write([&](Tx &tx) -> Stored<Done> {
            (void)tx.fields().keep(loser.contact, {u"Şube"_s, u"Moda"_s}, kit.clock().now());
            const auto joined = tx.contacts().join(loser.contact, winner.contact);
            return joined ? Stored<Done>(done()) : failure(joined.error());
        });
        QCOMPARE(tokens(kit, loser.contact), 0);
        QCOMPARE(find(kit, u"moda"_s), QList{winner.conversation});
        QCOMPARE(find(kit, u"0001"_s), QList{winner.conversation});
    }

    // from the order on nobody finds them; what led to them is counted and gone.
    void anErasedPersonIsNotFoundAndLeavesNothing()
    {
        StoreKit kit;
        const auto person = kit.addPerson(u"1234567"_s);
        const auto other = kit.addPerson(u"7654321"_s);
        const int theirs = tokens(kit, person.contact);
        const int others = tokens(kit, other.contact);
        QVERIFY(theirs > 0);
        const auto counted = kit.read<ErasurePreview>(
            [&](const Tx &tx) { return tx.erasures().preview(person.contact); });
        QCOMPARE(counted.searchEntries, theirs); // no message was written
        kit.write([&](Tx &tx) -> Stored<Done> {
            const auto order =
                tx.erasures().order(person.contact, u"dpo"_s, u"request"_s, kit.clock().now());
            return order ? Stored<Done>(done()) : failure(order.error());
        });
        QVERIFY(find(kit, u"4567"_s).isEmpty());
        QVERIFY(find(kit, u"user1234567"_s).isEmpty());
        kit.write([&](Tx &tx) -> Stored<Done> {
            const auto orders = std::as_const(tx).erasures().unfinished();
            if (!orders)
                return failure(orders.error());
            const auto record = tx.erasures().complete(orders->first().order, 0, kit.clock().now());
            if (!record || record->searchEntries != theirs)
                return failure(StoreError::Failed);
            return done();
        });
        QCOMPARE(tokens(kit, person.contact), 0);
        QCOMPARE(tokens(kit, other.contact), others);
    }

    // People from before there was an index: in steps, and further on after a restart.
    void thoseWhoWereKnownBeforeAreFoundAfterTheStart()
    {
        StoreKit kit;
        for (int i = 0; i < 130; ++i)
            kit.addPerson(QString::number(1000000 + i));
        kit.tamper(u"DELETE FROM person_token"_s);
        QVERIFY(find(kit, u"user1000000"_s).isEmpty());
        const auto last = kit.peek(u"SELECT max(id) FROM contact"_s).toLongLong();
        kit.write([&](Tx &tx) { // stopped after all but the newest
            return tx.facts().setNumber(u"search.peopleDoneTo", last - 1);
        });
        PeopleIndexing indexing(kit.store());
        const auto closing = kit.closing();
        indexing.start();
        QTRY_COMPARE(find(kit, u"user1000129"_s).size(), 1);
        QVERIFY(find(kit, u"user1000000"_s).isEmpty());
        const auto settled = [&] {
            return kit.read<qint64>([](const Tx &tx) {
                return tx.facts().number(u"search.peopleDoneTo", 0);
            }) == std::numeric_limits<qint64>::max();
        };
        QTRY_VERIFY(settled());
        kit.write([&](Tx &tx) { return tx.facts().setNumber(u"search.peopleDoneTo", 0); });
        indexing.start();
        QTRY_VERIFY(settled());
        for (const QString &tag : {u"1000000"_s, u"1000077"_s, u"1000128"_s})
            QCOMPARE(find(kit, u"user"_s + tag).size(), 1);
        kit.tamper(u"DELETE FROM person_token"_s);
        indexing.start(); // done: nothing happens any more
        kit.write([](Tx &) -> Stored<Done> { return done(); });
        QVERIFY(find(kit, u"user1000000"_s).isEmpty());
    }

    // However many people there are: the words are walked, never all people.
    void theIndexIsWalked()
    {
        StoreKit kit;
        const QStringList plan = kit.planOf("find_people"_L1);
        QVERIFY2(plan.first().contains(u"SEARCH t USING PRIMARY KEY"_s),
                 qPrintable(plan.join(u'\n')));
        for (const QString &step : plan)
            QVERIFY2(!step.startsWith(u"SCAN"), qPrintable(plan.join(u'\n')));
    }
};

DESTEK_TEST(PeopleFound)
#include "tst_people_found.moc"
