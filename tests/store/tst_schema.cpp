#include "daemon/store/connection.h"
#include "daemon/store/erasure_steps.h"
#include "daemon/store/migrations.h"
#include "daemon/store/sql_text.h"
#include "tests/kit/test_main.h"
#include "tests/store/store_kit.h"

#include <QSqlRecord>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;
using destek::test::StoreKit;

namespace
{

QStringList columnOf(StoreKit &kit, const QString &sql)
{
    const QString joined =
        kit.peek(u"SELECT group_concat(v, char(10)) FROM (%1)"_s.arg(sql)).toString();
    return joined.split(u'\n', Qt::SkipEmptyParts);
}

const QString kAllColumns =
    u"SELECT m.name || '.' || p.name AS v FROM sqlite_master m, pragma_table_info(m.name) p"
    " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'"_s;

/// A plain connection to a file of our own, for migrations that are not the product's.
struct Bench {
    QTemporaryDir folder;
    Connection connection;

    Bench()
    {
        Connection::Settings settings;
        settings.file = folder.filePath(u"x.db"_s);
        settings.use = Connection::Use::Writing;
        if (!connection.open(settings))
            qFatal("the bench did not open");
    }
};

/// A row of `message` with nothing in it but what the words of search are kept by; its time is
/// 1000 + place.
void insertMessage(Connection &connection, int place, const QString &direction, const QString &kind)
{
    QStringList names, values;
    const QString columns =
        connection
            .single(u"SELECT group_concat(name || ':' || type) FROM pragma_table_info('message')"
                    " WHERE \"notnull\" = 1"_s)
            ->toString();
    for (const QString &column : columns.split(u',')) {
        const QString name = column.section(u':', 0, 0);
        names << name;
        if (name == u"place"_s || name == u"at"_s)
            values << QString::number(name == u"at"_s ? 1000 + place : place);
        else if (name == u"direction"_s || name == u"kind"_s)
            values << u"'%1'"_s.arg(name == u"kind"_s ? kind : direction);
        else
            values << (column.endsWith(u":BLOB"_s) ? u"x'%1'"_s.arg(place, 2, 10, QChar(u'0'))
                                                   : u"0"_s);
    }
    if (!connection
             .execute(u"INSERT INTO message (%1) VALUES (%2)"_s.arg(names.join(u", "_s),
                                                                    values.join(u", "_s)))
             .ok())
        qFatal("the message was not inserted");
}

const MigrationText kFirst{1, u"0001_first"_s, "CREATE TABLE a (x INTEGER);\n"};
const MigrationText kSecond{
    2, u"0002_second"_s, "-- two steps\nCREATE TABLE b (y INTEGER);\nINSERT INTO a VALUES (1);\n"};

} // namespace

class Schema : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // anything without a purpose cannot be stored.
    void everyColumnHasAPurpose()
    {
        StoreKit kit;
        const QStringList orphans =
            columnOf(kit, u"SELECT v FROM (%1) EXCEPT SELECT table_name || '.' || column_name"
                          " FROM column_purpose"_s.arg(kAllColumns));
        QVERIFY2(orphans.isEmpty(), qPrintable(orphans.join(u' ')));
        const QStringList leftovers =
            columnOf(kit, u"SELECT table_name || '.' || column_name AS v FROM column_purpose"
                          " EXCEPT SELECT v FROM (%1)"_s.arg(kAllColumns));
        QVERIFY2(leftovers.isEmpty(), qPrintable(leftovers.join(u' ')));
    }

    // a table that can lead to a person must say what erasure does to it.
    void everyTableThatLeadsToAPersonIsErased()
    {
        StoreKit kit;
        QStringList listed;
        for (const ErasureStep &step : erasureSteps())
            listed << QString::fromLatin1(step.table);
        const QStringList leading = columnOf(
            kit, u"SELECT DISTINCT m.name AS v FROM sqlite_master m, pragma_table_info(m.name) p"
                 " WHERE m.type = 'table' AND (p.name IN ('contact_id', 'conversation_id',"
                 " 'message_id', 'message_place') OR (m.name = 'contact' AND p.name = 'id'))"_s);
        QVERIFY(leading.size() > 8);
        for (const QString &table : leading)
            QVERIFY2(listed.contains(table), qPrintable(table));
    }

    void everyStatementPreparesAndIsNamedOnce()
    {
        StoreKit kit;
        Connection connection;
        Connection::Settings settings;
        settings.file = kit.dataFolder() + u"/destek.db"_s;
        QVERIFY(connection.open(settings));
        const QStringList names = sqlNames();
        QVERIFY(names.size() > 100);
        QList<QByteArray> latin; // the connection keeps views of the names
        for (const QString &name : names)
            latin << name.toLatin1();
        for (const QByteArray &name : std::as_const(latin))
            QVERIFY2(connection.prepared(QLatin1StringView(name)), name.constData());
        connection.close();
    }

    void runsWithTheSafetySettings()
    {
        StoreKit kit;
        QCOMPARE(kit.peek(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
        Connection connection;
        Connection::Settings settings;
        settings.file = kit.dataFolder() + u"/destek.db"_s;
        QVERIFY(connection.open(settings));
        QCOMPARE(connection.single(u"PRAGMA synchronous"_s)->toInt(), 2);
        QCOMPARE(connection.single(u"PRAGMA secure_delete"_s)->toInt(), 1);
        QCOMPARE(connection.single(u"PRAGMA foreign_keys"_s)->toInt(), 1);
        QCOMPARE(connection.single(u"PRAGMA trusted_schema"_s)->toInt(), 0);
        QVERIFY(!connection.execute(u"DELETE FROM contact"_s)); // readers cannot write
        connection.close();
    }

    void migratesInOrderAndOnce()
    {
        Bench bench;
        QVERIFY(!migrate(bench.connection, {kFirst}, Instant::fromMs(1)));
        QVERIFY(!migrate(bench.connection, {kFirst, kSecond}, Instant::fromMs(2)));
        QVERIFY(!migrate(bench.connection, {kFirst, kSecond}, Instant::fromMs(3)));
        QCOMPARE(bench.connection.single(u"SELECT count(*) FROM a"_s)->toInt(), 1);
        QCOMPARE(bench.connection
                     .single(u"SELECT group_concat(number || ':' || applied_at)"
                             " FROM schema_migration"_s)
                     ->toString(),
                 u"1:1,2:2"_s);
    }

    void refusesAFileFromANewerProgram()
    {
        Bench bench;
        QVERIFY(!migrate(bench.connection, {kFirst, kSecond}, Instant()));
        QCOMPARE(migrate(bench.connection, {kFirst}, Instant()),
                 std::optional(MigrationError::Newer));
        StoreKit kit;
        kit.close();
        kit.tamper(u"INSERT INTO schema_migration VALUES (9999, 'x', 'x', 0)"_s);
        auto vault = Vault::open(kit.keysFile(), Secret(QByteArray(32, 'k')));
        QVERIFY(vault);
        const auto store = Store::open(kit.dataFolder(), **vault, kit.clock());
        QVERIFY(!store);
        QCOMPARE(store.error(), StoreOpenError::NewerSchema);
    }

    void refusesAnEditedMigration()
    {
        Bench bench;
        QVERIFY(!migrate(bench.connection, {kFirst}, Instant()));
        MigrationText edited = kFirst;
        edited.text += "-- edited\n";
        QCOMPARE(migrate(bench.connection, {edited}, Instant()),
                 std::optional(MigrationError::Changed));
    }

    // What was begun before there were two kinds is still there, under the id it is sealed to.
    void draftsOutliveTheMigrationToKinds()
    {
        Bench bench;
        QList<MigrationText> before = migrationTexts();
        before.removeIf([](const MigrationText &migration) { return migration.number >= 10; });
        QVERIFY(!migrate(bench.connection, before, Instant()));
        QVERIFY(bench.connection.execute(u"PRAGMA foreign_keys = OFF"_s).ok());
        QVERIFY(bench.connection
                    .execute(u"INSERT INTO draft (id, staff_id, conversation_id, contact_id, kind,"
                             " text_sealed, answers, at) VALUES"
                             " (41, 1, 2, 3, 'note', x'0102', x'03', 1795327200000)"_s)
                    .ok());
        QVERIFY(!migrate(bench.connection, migrationTexts(), Instant()));
        QCOMPARE(bench.connection
                     .single(u"SELECT id || kind || hex(text_sealed) || hex(answers) || at ||"
                             " coalesce(template_sealed, '-') FROM draft"_s)
                     ->toString(),
                 u"41note0102031795327200000-"_s);
        QVERIFY(bench.connection
                    .execute(u"INSERT INTO draft (id, staff_id, conversation_id, contact_id, kind,"
                             " at) VALUES (42, 1, 2, 3, 'reply', 1)"_s)
                    .ok());
        QVERIFY(!bench.connection
                     .execute(u"INSERT INTO draft (id, staff_id, conversation_id, contact_id, kind,"
                              " at) VALUES (43, 1, 2, 3, 'reply', 1)"_s)
                     .ok());
    }

    // Words of messages that are there already are found by writer, kind and time as new ones are.
    void searchWordsOutliveTheMigrationToShelves()
    {
        Bench bench;
        QList<MigrationText> before = migrationTexts();
        before.removeIf([](const MigrationText &migration) { return migration.number >= 11; });
        QVERIFY(!migrate(bench.connection, before, Instant()));
        QVERIFY(bench.connection.execute(u"PRAGMA foreign_keys = OFF"_s).ok());
        int place = 0;
        for (const QString &direction : {u"inbound"_s, u"outbound"_s, u"event"_s}) {
            for (const QString &kind : {u"text"_s, u"voice"_s}) {
                ++place;
                insertMessage(bench.connection, place, direction, kind);
                QVERIFY(bench.connection
                            .execute(u"INSERT INTO search_token VALUES (-7, %1)"_s.arg(place))
                            .ok());
            }
        }
        QVERIFY(!migrate(bench.connection, migrationTexts(), Instant()));
        QCOMPARE(
            bench.connection
                .single(u"SELECT group_concat(token_hash || ':' || shelf || ':' || at || ':' ||"
                        " message_place, ' ') FROM search_token"_s)
                ->toString(),
            u"-7:0:1001:1 -7:1:1002:2 -7:2:1003:3 -7:3:1004:4 -7:4:1005:5 -7:5:1006:6"_s);
    }

    // R-62..R-64: what was said of old says what it is about, and 131050 is WhatsApp's own stop.
    void refusalsOutliveTheMigrationToScopes()
    {
        Bench bench;
        QList<MigrationText> before = migrationTexts();
        before.removeIf([](const MigrationText &migration) { return migration.number >= 12; });
        QVERIFY(!migrate(bench.connection, before, Instant()));
        const auto run = [&](const QString &sql) { QVERIFY(bench.connection.execute(sql).ok()); };
        const auto value = [&](const QString &sql) {
            return bench.connection.single(sql)->toString();
        };
        run(u"INSERT INTO contact (id, standing, confirmation_sent, first_seen_at, needs_review,"
            " stopped_at_meta, stopped_at_meta_at) VALUES (1, 'opted_out', 0, 0, 0, 0, 0),"
            " (2, 'opted_out', 0, 0, 0, 0, 50), (3, 'opted_out', 0, 0, 0, 0, 0)"_s);
        run(u"INSERT INTO consent_event (id, contact_id, at, effect_at, standing, source) VALUES"
            " (1, 1, 10, 10, 'opted_out', 'meta_error'), (2, 1, 20, 20, 'opted_out', 'keyword'),"
            " (3, 2, 10, 10, 'opted_out', 'meta_error'),"
            " (4, 3, 10, 10, 'opted_out', 'meta_preference')"_s);
        run(u"INSERT INTO suppression VALUES ('phone', x'01', 40)"_s);
        QVERIFY(!migrate(bench.connection, migrationTexts(), Instant()));
        QCOMPARE(value(u"SELECT group_concat(scope || ':' || business_number, ' ')"
                       " FROM (SELECT * FROM consent_event ORDER BY id)"_s),
                 u"marketing: all_proactive: marketing: marketing:"_s);
        // The second was lifted at WhatsApp since; the third is no error.
        QCOMPARE(value(u"SELECT group_concat(stopped_at_meta || '@' || stopped_at_meta_at, ' ')"
                       " FROM (SELECT * FROM contact ORDER BY id)"_s),
                 u"1@10 0@50 0@0"_s);
        QCOMPARE(value(u"SELECT kind || hex(value_hash) || since || scope || stopped_at_meta"
                       " FROM suppression"_s),
                 u"phone0140all_proactive0"_s);
    }

    void leavesNothingOfAMigrationThatFails()
    {
        Bench bench;
        const MigrationText broken{
            2, u"0002_broken"_s, "CREATE TABLE b (y INTEGER);\nINSERT INTO nowhere VALUES (1);\n"};
        QVERIFY(!migrate(bench.connection, {kFirst}, Instant()));
        QCOMPARE(migrate(bench.connection, {kFirst, broken}, Instant()),
                 std::optional(MigrationError::Failed));
        QCOMPARE(bench.connection.single(u"SELECT count(*) FROM sqlite_master WHERE name = 'b'"_s)
                     ->toInt(),
                 0);
        QVERIFY(!migrate(bench.connection, {kFirst, kSecond}, Instant()));
    }

    void refusesASecondDaemonAndOtherKeys()
    {
        StoreKit kit;
        QTemporaryDir elsewhere;
        auto other = Vault::open(elsewhere.filePath(u"keys.db"_s), Secret(QByteArray(32, 'z')));
        QVERIFY(other);
        const auto second = Store::open(kit.dataFolder(), **other, kit.clock());
        QVERIFY(!second);
        QCOMPARE(second.error(), StoreOpenError::InUse);
        kit.close();
        const auto foreign = Store::open(kit.dataFolder(), **other, kit.clock());
        QVERIFY(!foreign);
        QCOMPARE(foreign.error(), StoreOpenError::OtherKeys);
    }
};

DESTEK_TEST(Schema)
#include "tst_schema.moc"
