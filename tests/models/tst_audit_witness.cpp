#include "core/crypto/checkpoint.h"
#include "core/crypto/merkle_proof.h"
#include "models/session/audit_witness.h"
#include "net/fake/fake_server.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

#include <QSignalSpy>
#include <QTest>

using namespace destek;
using models::AuditMemory;
using models::WitnessFinding;

namespace
{

struct Log {
    crypto::SigningKey key = std::move(crypto::SigningKey::generate()).value();
    std::vector<crypto::Hash> leaves;

    void grow(int count, const char *word)
    {
        for (int i = 0; i < count; ++i) {
            const std::string leaf = word + std::to_string(leaves.size());
            leaves.push_back(crypto::leafHash(crypto::view(leaf)));
        }
    }
    AuditState state(qint64 since, const char *origin = "destek/audit") const
    {
        const auto nodes = crypto::fromLeaves(leaves);
        crypto::Checkpoint checkpoint{origin, leaves.size(),
                                      crypto::merkleRoot(leaves.size(), nodes).value(), 1795327200};
        AuditState state;
        state.verified = true;
        state.size = qint64(leaves.size());
        state.checkpoint =
            QByteArray::fromStdString(crypto::signCheckpoint(checkpoint, key).value());
        state.publicKeyPem = QByteArray::fromStdString(key.publicKey().toPem().value());
        if (size_t(since) <= leaves.size()) {
            const auto proof = crypto::consistencyProof(size_t(since), leaves.size(), nodes);
            for (const auto &node : proof.value())
                state.consistency << QByteArray(reinterpret_cast<const char *>(node.data()), 32);
        }
        return state;
    }
    AuditMemory::Seen seen() const
    {
        const AuditState now = state(0);
        return {now.checkpoint, now.publicKeyPem};
    }
};

} // namespace

/// the first console that looks notices a rolled-back or rewritten log.
class AuditWitness : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void growthIsGood()
    {
        Log log;
        log.grow(7, "a");
        const auto seen = log.seen();
        QCOMPARE(models::AuditWitness::compare(seen, log.state(7)), WitnessFinding::Good);
        log.grow(30, "b");
        QCOMPARE(models::AuditWitness::compare(seen, log.state(7)), WitnessFinding::Good);
        QCOMPARE(models::AuditWitness::compare({}, log.state(0)), WitnessFinding::FirstSeen);
    }

    void whatDoesNotContinueIsAnAlarm()
    {
        Log log;
        log.grow(20, "a");
        const auto seen = log.seen();
        Log shorter{std::move(crypto::SigningKey::generate()).value(), {}};
        shorter.key = std::move(crypto::SigningKey::fromSeed(log.key.seed().value())).value();
        shorter.grow(12, "a");
        QCOMPARE(models::AuditWitness::compare(seen, shorter.state(0)), WitnessFinding::RolledBack);
        shorter.grow(30, "other");
        QCOMPARE(models::AuditWitness::compare(seen, shorter.state(20)), WitnessFinding::Forked);
        AuditState noProof = log.state(20);
        log.grow(5, "a");
        noProof = log.state(20);
        noProof.consistency.clear();
        QCOMPARE(models::AuditWitness::compare(seen, noProof), WitnessFinding::Forked);
        QCOMPARE(models::AuditWitness::compare(seen, log.state(20, "destek/other")),
                 WitnessFinding::BadSignature);
        Log stranger;
        stranger.leaves = log.leaves;
        QCOMPARE(models::AuditWitness::compare(seen, stranger.state(20)),
                 WitnessFinding::KeyChanged);
        AuditState broken = log.state(20);
        broken.verified = false;
        QCOMPARE(models::AuditWitness::compare(seen, broken), WitnessFinding::BrokenLog);
        AuditState forged = log.state(20);
        forged.checkpoint.replace("25\n", "26\n");
        QCOMPARE(models::AuditWitness::compare(seen, forged), WitnessFinding::BadSignature);
    }

    void onlyWhatContinuesIsRemembered()
    {
        test::ManualClock clock;
        net::FakeServer server(&clock);
        models::MemoryAuditMemory memory;
        models::AuditWitness witness(&server, &memory);
        QSignalSpy checked(&witness, &models::AuditWitness::checked);
        Log log;
        log.grow(9, "a");
        server.setAuditState(log.state(0));
        witness.check();
        QVERIFY(checked.wait());
        QCOMPARE(witness.finding(), WitnessFinding::FirstSeen);
        const QByteArray remembered = memory.read().note;
        Log forked;
        forked.key = std::move(crypto::SigningKey::fromSeed(log.key.seed().value())).value();
        forked.grow(12, "b");
        server.setAuditState(forked.state(9));
        witness.check();
        QVERIFY(checked.wait());
        QCOMPARE(witness.finding(), WitnessFinding::Forked);
        QVERIFY(models::AuditWitness::isAlarm(witness.finding()));
        QCOMPARE(memory.read().note, remembered);
        server.failNext(net::FakeCall::AuditState, ApiErrorCode::Unreachable);
        witness.check();
        QVERIFY(checked.wait());
        QVERIFY(!models::AuditWitness::isAlarm(witness.finding()));
    }
};

DESTEK_TEST(AuditWitness)
#include "tst_audit_witness.moc"
