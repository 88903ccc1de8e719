#include "daemon/store/connection.h"
#include "daemon/store/migrations.h"
#include "tests/kit/test_main.h"
#include "tests/store/store_kit.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;
using destek::test::StoreKit;

namespace
{

ConversationRecord conversation(StoreKit &kit, const StoreKit::Person &person)
{
    return kit.read<ConversationRecord>(
        [&](const Tx &tx) { return tx.conversations().record(person.conversation); });
}

LabelId addLabel(StoreKit &kit, const QString &name, const StoreKit::Person &person)
{
    LabelId id;
    kit.write([&](Tx &tx) -> Stored<Done> {
        Label label;
        label.name = name;
        const auto saved = tx.team().save(label);
        if (!saved)
            return failure(saved.error());
        id = *saved;
        return tx.conversations().addLabel(person.conversation, id);
    });
    return id;
}

} // namespace

/// Shared work on disk.
class SharedWorkStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFieldComesBack()
    {
        StoreKit kit;
        const auto person = kit.addPerson(u"1000001"_s);
        QCOMPARE(conversation(kit, person).work.status, WorkStatus::Resolved); // nobody wrote yet
        ConversationRecord record = conversation(kit, person);
        record.work.status = WorkStatus::Snoozed;
        record.work.snoozedUntil = Instant::fromMs(5'000);
        record.work.assignee = AgentId(3);
        record.work.holder = AgentId(4);
        record.work.heldUntil = Instant::fromMs(6'000);
        record.work.priority = Priority::Urgent;
        record.work.heard = 12;
        record.assignedAt = Instant::fromMs(4'000);
        kit.write([&](Tx &tx) { return tx.conversations().updateWork(record); });
        record.work.labels = {addLabel(kit, u"İade"_s, person), addLabel(kit, u"Kargo"_s, person)};
        // What else is stored about it leaves this alone, and the other way round.
        ConversationRecord stale = record;
        stale.work = WorkState();
        stale.waiting = 3;
        kit.write([&](Tx &tx) { return tx.conversations().update(stale); });
        const ConversationRecord read = conversation(kit, person);
        QCOMPARE(read.work, record.work);
        QCOMPARE(read.assignedAt, record.assignedAt);
        QCOMPARE(read.waiting, 3);
    }

    void erasureAndRetentionTakeLabelsWithThem()
    {
        StoreKit kit;
        const auto ayse = kit.addPerson(u"1000001"_s);
        const auto mert = kit.addPerson(u"1000002"_s);
        (void)addLabel(kit, u"İade"_s, ayse);
        (void)addLabel(kit, u"Kargo"_s, mert);
        (void)kit.erase(ayse);
        QCOMPARE(kit.peek(u"SELECT count(*) FROM conversation_label"_s).toInt(), 1);
        kit.clock().advance(std::chrono::hours(24 * 365 * 4));
        kit.write([&](Tx &tx) -> Stored<Done> {
            const Instant now = kit.clock().now();
            const auto removed = tx.retention().removeEmptyPeople(now, now);
            return removed ? Stored<Done>(done()) : failure(removed.error());
        });
        QCOMPARE(kit.peek(u"SELECT count(*) FROM conversation_label"_s).toInt(), 0);
        QCOMPARE(kit.peek(u"SELECT count(*) FROM conversation"_s).toInt(), 0);
    }

    void twoRecordsOfOnePersonKeepTheMoreUrgentOfBoth()
    {
        StoreKit kit;
        const auto kept = kit.addPerson(u"1000001"_s);
        const auto loser = kit.addPerson(u"1000002"_s);
        (void)addLabel(kit, u"İade"_s, kept);
        (void)addLabel(kit, u"Kargo"_s, loser);
        kit.write([&](Tx &tx) -> Stored<Done> {
            auto theirs = std::as_const(tx).conversations().record(loser.conversation);
            theirs->work.status = WorkStatus::Open;
            theirs->work.assignee = AgentId(3);
            theirs->work.holder = AgentId(3);
            theirs->work.heldUntil = Instant::fromMs(9'000);
            theirs->work.priority = Priority::High;
            theirs->work.heard = 2;
            if (auto updated = tx.conversations().updateWork(*theirs); !updated)
                return updated;
            auto ours = std::as_const(tx).conversations().record(kept.conversation);
            ours->work.status = WorkStatus::Snoozed;
            ours->work.snoozedUntil = Instant::fromMs(7'000);
            ours->work.heard = 5;
            if (auto updated = tx.conversations().updateWork(*ours); !updated)
                return updated;
            const auto joined = tx.contacts().join(loser.contact, kept.contact);
            return joined ? Stored<Done>(done()) : failure(joined.error());
        });
        const WorkState work = conversation(kit, kept).work;
        QCOMPARE(work.status, WorkStatus::Open);
        QVERIFY(!work.snoozedUntil);
        QCOMPARE(work.assignee, AgentId(3));
        QCOMPARE(work.holder, AgentId(3));
        QCOMPARE(work.priority, Priority::High);
        QCOMPARE(work.heard, 7);
        QCOMPARE(work.labels.size(), 2);
        QCOMPARE(kit.peek(u"SELECT count(*) FROM conversation_label"_s).toInt(), 2);
    }

    void whatStoodBeforeIsOpenIfSomebodyWaits()
    {
        QTemporaryDir folder;
        Connection connection;
        Connection::Settings settings;
        settings.file = folder.filePath(u"x.db"_s);
        settings.use = Connection::Use::Writing;
        QVERIFY(connection.open(settings));
        QList<MigrationText> all = migrationTexts();
        QList<MigrationText> before;
        for (const MigrationText &text : std::as_const(all)) {
            if (text.name.endsWith(u"_shared_work"_s))
                break;
            before << text;
        }
        QVERIFY(before.size() < all.size());
        QVERIFY(!migrate(connection, before, Instant::fromMs(1)));
        for (int id = 1; id <= 2; ++id) {
            QVERIFY(connection.execute(
                u"INSERT INTO contact (id, standing, confirmation_sent, first_seen_at,"
                " needs_review) VALUES (%1, 'open', 0, 0, 0)"_s.arg(id)));
            QVERIFY(connection.execute(
                u"INSERT INTO conversation (id, contact_id, phone_number_id, business_number,"
                " waiting, opt_out_question, last_at, revision)"
                " VALUES (%1, %1, '1', '1', %2, 0, 0, 0)"_s.arg(id)
                    .arg(id == 1 ? 3 : 0)));
        }
        QVERIFY(!migrate(connection, all, Instant::fromMs(2)));
        QCOMPARE(
            connection
                .single(u"SELECT group_concat(status || heard) FROM conversation ORDER BY id"_s)
                ->toString(),
            u"open3,resolved0"_s);
        connection.close();
    }

    void aHundredThousandConversationsAreNotWalkedThrough_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("index");
        QTest::newRow("at work") << u"conversations_at_work"_s << u"conversation_at_work"_s;
        QTest::newRow("resolved") << u"conversations_resolved"_s << u"conversation_resolved"_s;
        QTest::newRow("due") << u"due_conversations"_s << u"conversation_snoozed"_s;
        QTest::newRow("next due") << u"next_due"_s << u"conversation_snoozed"_s;
        QTest::newRow("quiet") << u"quiet_conversations"_s << u"conversation_unwatched"_s;
        QTest::newRow("loads") << u"agent_loads"_s << u"conversation_load"_s;
        QTest::newRow("last assigned") << u"agent_loads"_s << u"conversation_assigned"_s;
    }
    void aHundredThousandConversationsAreNotWalkedThrough()
    {
        QFETCH(QString, statement);
        QFETCH(QString, index);
        StoreKit kit;
        const QByteArray name = statement.toLatin1();
        const QStringList plan = kit.planOf(QLatin1StringView(name));
        const QString all = plan.join(u'\n');
        QVERIFY2(all.contains(u"INDEX "_s + index + u' ') || all.endsWith(u"INDEX "_s + index),
                 qPrintable(all));
        QVERIFY2(!all.contains(u"TEMP B-TREE"_s), qPrintable(all));
        for (const QString &step : plan)
            QVERIFY2(!step.startsWith(u"SCAN"_s) || step == u"SCAN s"_s, qPrintable(all));
    }
};

DESTEK_TEST(SharedWorkStore)
#include "tst_shared_work_store.moc"
