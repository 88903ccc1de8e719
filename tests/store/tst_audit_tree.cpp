#include "core/crypto/checkpoint.h"
#include "core/crypto/encoding.h"
#include "core/crypto/merkle_proof.h"
#include "daemon/audit/audit_export.h"
#include "daemon/audit/audit_log.h"
#include "daemon/audit/audit_sealer.h"
#include "tests/kit/places.h"
#include "tests/kit/test_main.h"
#include "tests/store/store_kit.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;
using destek::test::StoreKit;

namespace
{

crypto::SigningKey keyOf(StoreKit &kit)
{
    auto key = kit.vault().auditSigningKey();
    if (!key)
        qFatal("no signing key");
    return std::move(*key);
}

/// `count` entries about two people, by two users, sealed at the end.
void fill(StoreKit &kit, int count)
{
    const auto ayse = kit.addPerson(u"1000001"_s);
    const auto mehmet = kit.addPerson(u"1000002"_s);
    const auto key = keyOf(kit);
    kit.write([&](Tx &tx) -> Stored<Done> {
        for (int i = 0; i < count; ++i) {
            AuditDraft draft;
            draft.at = kit.clock().now() + std::chrono::seconds(i);
            draft.actor.name = i % 2 == 0 ? u"elif"_s : u"kaan"_s;
            draft.actor.device = DeviceId(1 + i % 2);
            draft.action = i % 3 == 0 ? AuditAction::ThreadRead : AuditAction::MessageQueued;
            draft.contact = i % 2 == 0 ? ayse.contact : mehmet.contact;
            draft.object = u"message %1"_s.arg(i);
            draft.reason = u"sebep \"%1\"\n"_s.arg(i);
            draft.result = u"ok"_s;
            const auto seq = tx.audit().append(draft);
            if (!seq || *seq != i)
                return failure(StoreError::Failed);
        }
        return AuditLog::in(tx).seal(kit.clock().now(), key);
    });
}

AuditState verified(StoreKit &kit, qint64 knownSize = 0)
{
    const auto key = keyOf(kit);
    return kit.read<AuditState>(
        [&](const Tx &tx) { return AuditLog::in(tx).verify(knownSize, key.publicKey()); });
}

} // namespace

class AuditTree : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void verifiesAndProvesThatItContinues()
    {
        StoreKit kit;
        fill(kit, 37);
        const AuditState state = verified(kit, 11);
        QVERIFY(state.verified);
        QCOMPARE(state.firstBad, -1);
        QCOMPARE(state.size, 37);
        const auto key = crypto::PublicKey::fromPem(state.publicKeyPem.toStdString());
        QVERIFY(key);
        const auto note =
            crypto::verifyCheckpoint(state.checkpoint.toStdString(), crypto::kAuditOrigin, *key);
        QVERIFY(note);

        QList<crypto::Hash> leaves;
        kit.store().readAndWait([&](const Tx &tx) {
            QVERIFY(AuditLog::in(tx).lines([&](const QByteArray &line) {
                const QByteArray leaf = line.chopped(1);
                leaves << crypto::leafHash(
                    crypto::view({leaf.constData(), std::size_t(leaf.size())}));
                return true;
            }));
        });
        QCOMPARE(leaves.size(), 37);
        const auto source =
            crypto::fromLeaves(std::span<const crypto::Hash>(leaves.data(), leaves.size()));
        crypto::Proof proof;
        for (const QByteArray &hash : state.consistency) {
            const auto bytes = crypto::view({hash.constData(), std::size_t(hash.size())});
            proof.push_back(*crypto::hashFromBytes(bytes));
        }
        QVERIFY(
            crypto::verifyConsistency(11, *crypto::merkleRoot(11, source), 37, note->root, proof));
    }

    void goesOnAfterARestartAndARollback()
    {
        StoreKit kit;
        fill(kit, 5);
        kit.reopen();
        (void)kit.store().writeAndWait([](Tx &tx) -> Stored<Done> {
            (void)tx.audit().append({});
            return failure(StoreError::Conflict);
        });
        kit.write([&](Tx &tx) -> Stored<Done> {
            const auto seq = tx.audit().append({});
            if (!seq || *seq != 5)
                return failure(StoreError::Failed);
            return AuditLog::in(tx).seal(kit.clock().now(), keyOf(kit));
        });
        const AuditState state = verified(kit);
        QVERIFY(state.verified);
        QCOMPARE(state.size, 6);
    }

    // whatever is changed behind the daemon's back is found, and where.
    void everyChangedColumnIsFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("firstBad");
        const auto entry = [](const char *column, const char *value) {
            QTest::newRow(column) << u"UPDATE audit_entry SET %1 = %2 WHERE seq = 9"_s.arg(
                                         QLatin1StringView(column), QLatin1StringView(value))
                                  << 9;
        };
        entry("at", "at + 1");
        entry("actor", "'elif2'");
        entry("device", "device || '1'");
        entry("action", "'thread.read '");
        entry("subject", "replace(subject, substr(subject, 1, 1), 'x')");
        entry("object", "object || ' '");
        entry("reason", "replace(reason, '9', '8')");
        entry("result", "''");
        entry("contact_id", "contact_id - 1");
        entry("seq", "1000");
        const auto row = [](const char *name, const QString &sql, int firstBad) {
            QTest::newRow(name) << sql << firstBad;
        };
        row("contact_id unlinked", u"UPDATE audit_entry SET contact_id = NULL WHERE seq = 9"_s, 9);
        row("row removed", u"DELETE FROM audit_entry WHERE seq = 9"_s, 9);
        row("end cut", u"DELETE FROM audit_entry WHERE seq > 20"_s, 21);
        row("all cut", u"DELETE FROM audit_entry"_s, 0);
        row("row added",
            u"INSERT INTO audit_entry SELECT 37, at, actor, device, action, subject,"
            " object, reason, result, contact_id FROM audit_entry WHERE seq = 36"_s,
            37);
        row("reordered", u"UPDATE audit_entry SET seq = CASE seq WHEN 9 THEN -1 ELSE seq END"_s, 0);
        row("leaf changed",
            u"UPDATE audit_node SET hash = zeroblob(32) WHERE level = 0"
            " AND position = 9"_s,
            9);
        row("subtree changed",
            u"UPDATE audit_node SET hash = zeroblob(32) WHERE level = 1"
            " AND position = 4"_s,
            9);
        row("subtree removed", u"DELETE FROM audit_node WHERE level = 2 AND position = 2"_s, 11);
        row("subtree added", u"INSERT INTO audit_node VALUES (6, 0, zeroblob(32))"_s, 37);
        row("checkpoint changed", u"UPDATE audit_checkpoint SET note = replace(note, 'e', 'f')"_s,
            0);
        row("checkpoint moved", u"UPDATE audit_checkpoint SET size = 36"_s, 0);
        row("checkpoint dated", u"UPDATE audit_checkpoint SET at = at + 1000"_s, 0);
    }

    void everyChangedColumnIsFound()
    {
        QFETCH(QString, sql);
        QFETCH(int, firstBad);
        StoreKit kit;
        fill(kit, 37);
        QVERIFY(verified(kit).verified);
        kit.tamper(sql);
        const AuditState state = verified(kit);
        QVERIFY(!state.verified);
        QCOMPARE(state.firstBad, firstBad);
    }

    // A person whose retention ended leaves lines without a link: no false alarm.
    void aPersonWhoseTimeIsOverRaisesNoAlarm()
    {
        StoreKit kit;
        fill(kit, 10);
        for (const char *sql :
             {"DELETE FROM contact_identity WHERE contact_id = 2",
              "DELETE FROM conversation WHERE contact_id = 2", "DELETE FROM contact WHERE id = 2",
              "UPDATE audit_entry SET contact_id = NULL WHERE contact_id = 2"})
            kit.tamper(QString::fromLatin1(sql));
        QVERIFY(kit.vault().destroyContact(ContactId(2)));
        QVERIFY(verified(kit).verified);
    }

    // Two rows that change places, each whole.
    void swappedRowsAreFound()
    {
        StoreKit kit;
        fill(kit, 37);
        kit.tamper(u"UPDATE audit_entry SET seq = 1000 WHERE seq = 9"_s);
        kit.tamper(u"UPDATE audit_entry SET seq = 9 WHERE seq = 10"_s);
        kit.tamper(u"UPDATE audit_entry SET seq = 10 WHERE seq = 1000"_s);
        QCOMPARE(verified(kit).firstBad, 9);
    }

    // Entry, leaf and subtrees rewritten to fit each other: the signed checkpoint does not fit.
    void aRewrittenTreeDoesNotFitItsCheckpoint()
    {
        StoreKit kit;
        fill(kit, 1);
        QByteArray line;
        kit.store().readAndWait([&](const Tx &tx) {
            (void)AuditLog::in(tx).lines([&](const QByteArray &text) {
                line = text.chopped(1);
                return true;
            });
        });
        line.replace("\"result\":\"ok\"", "\"result\":\"no\"");
        const auto hash =
            crypto::leafHash(crypto::view({line.constData(), std::size_t(line.size())}));
        kit.tamper(u"UPDATE audit_entry SET result = 'no'"_s);
        kit.tamper(u"UPDATE audit_node SET hash = ?"_s,
                   {QByteArray(reinterpret_cast<const char *>(hash.data()), 32)});
        QCOMPARE(verified(kit).firstBad, 0);
        // And no new checkpoint is signed over it.
        kit.reopen();
        const auto sealed = kit.store().writeAndWait([&](Tx &tx) -> Stored<Done> {
            (void)tx.audit().append({});
            return AuditLog::in(tx).seal(kit.clock().now(), keyOf(kit));
        });
        QVERIFY(!sealed);
        QCOMPARE(sealed.error(), StoreError::Corrupt);
    }

    void pagesAndFilters()
    {
        StoreKit kit;
        fill(kit, 25);
        kit.store().readAndWait([&](const Tx &tx) {
            QList<qint64> seen;
            QString cursor;
            do {
                const auto page = tx.audit().page({}, cursor, 10);
                QVERIFY(page);
                for (const AuditLine &line : page->lines)
                    seen << line.seq;
                cursor = page->next;
            } while (!cursor.isEmpty());
            QCOMPARE(seen.size(), 25);
            QCOMPARE(seen.first(), 24);
            QVERIFY(std::is_sorted(seen.rbegin(), seen.rend()));

            AuditFilter filter;
            filter.actor = u"elif"_s;
            QCOMPARE(tx.audit().page(filter, {}, 100)->lines.size(), 13);
            filter.action = u"thread."_s;
            QCOMPARE(tx.audit().page(filter, {}, 100)->lines.size(), 5);
            filter.action = u"thread.read"_s;
            QCOMPARE(tx.audit().page(filter, {}, 100)->lines.size(), 5);
            filter.action = u"thread"_s;
            QVERIFY(tx.audit().page(filter, {}, 100)->lines.isEmpty());
            AuditFilter other;
            other.contact = ContactId(2);
            QCOMPARE(tx.audit().page(other, {}, 100)->lines.size(), 12);
            QCOMPARE(tx.audit().page(other, {}, 1)->lines.first().subject.size(), 12);
            AuditFilter span;
            span.from = kit.clock().now() + std::chrono::seconds(3);
            span.to = kit.clock().now() + std::chrono::seconds(5);
            QCOMPARE(tx.audit().page(span, {}, 100)->lines.size(), 3);
        });
    }

    void onePersonsLinesAreFoundByTheIndex()
    {
        const QString plan = StoreKit().planOf("audit_page_of"_L1).join(u'\n');
        QVERIFY2(plan.contains(u"INDEX audit_entry_of"_s) && !plan.contains(u"SCAN"_s),
                 qPrintable(plan));
    }

    void sealsAfterAMinuteOrManyEntriesAndAtTheEnd()
    {
        StoreKit kit;
        AuditSealer sealer(kit.store(), kit.clock(), keyOf(kit));
        const auto append = [&](int count) {
            kit.write([&](Tx &tx) -> Stored<Done> {
                for (int i = 0; i < count; ++i)
                    (void)tx.audit().append({});
                return done();
            });
        };
        const auto sealedSize = [&] {
            sealer.tick();
            kit.write([](Tx &) -> Stored<Done> { return done(); });
            kit.write([](Tx &) -> Stored<Done> { return done(); });
            return kit
                .read<AuditState>(
                    [&](const Tx &tx) { return AuditLog::in(tx).state(0, sealer.publicKey()); })
                .size;
        };
        append(1);
        QTRY_COMPARE(sealedSize(), 1); // the first one is due at once
        append(255);
        QCOMPARE(sealedSize(), 1);
        append(1);
        QTRY_COMPARE(sealedSize(), 257);
        append(1);
        QCOMPARE(sealedSize(), 257);
        kit.clock().advance(std::chrono::seconds(60));
        QTRY_COMPARE(sealedSize(), 258);
        append(1);
        QVERIFY(sealer.stop());
        QCOMPARE(sealedSize(), 259);
        QVERIFY(verified(kit).verified);
    }

    void exportsWhatTheVerifierReads()
    {
        StoreKit kit;
        QTemporaryDir folder;
        const auto key = keyOf(kit);
        const auto exported = [&] {
            std::optional<Stored<Done>> answer;
            kit.store().readAndWait([&](const Tx &tx) {
                answer.emplace(exportAudit(tx, key.publicKey(), folder.path()));
            });
            return *answer;
        };
        QCOMPARE(exported().error(), StoreError::NotFound); // nothing sealed yet
        fill(kit, 9);
        kit.write([](Tx &tx) -> Stored<Done> { // not sealed, hence not exported
            const auto seq = tx.audit().append({});
            return seq ? Stored<Done>(done()) : failure(seq.error());
        });
        QVERIFY(exported());
        const auto read = [&](const char *name) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QCOMPARE(read("entries.jsonl").count('\n'), 9);
        QVERIFY(read("entries.jsonl").endsWith('\n'));
        QVERIFY(read("checkpoint.txt").startsWith("destek/audit\n9\n"));
        QVERIFY(read("audit-key.pem").startsWith("-----BEGIN PUBLIC KEY-----"));
        const QString verifier = QStringLiteral(DESTEK_BIN_DIR) + u"/destek-verify"_s;
        if (QFile::exists(verifier)) {
            QProcess process;
            process.start(verifier, {u"audit"_s, folder.path()});
            QVERIFY(process.waitForFinished());
            QCOMPARE(process.exitCode(), 0);
        }
    }
};

DESTEK_TEST(AuditTree)
#include "tst_audit_tree.moc"
