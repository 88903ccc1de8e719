#include "daemon/service/retention_service.h"
#include "daemon/vault/vault_keepers.h"
#include "tests/kit/test_main.h"
#include "tests/store/store_kit.h"

#include <QTest>

using namespace destek;
using namespace destek::test;

namespace
{

/// Queued jobs are done once a later one is.
void settle(StoreKit &kit)
{
    for (int i = 0; i < 50; ++i) {
        QTest::qWait(10);
        kit.write([](Tx &) -> Stored<Done> { return done(); });
    }
}

qint64 lastRun(StoreKit &kit)
{
    return kit.read<qint64>(
        [](const Tx &tx) { return tx.facts().number(u"retention.lastRunAt", 0); });
}

} // namespace

class RetentionRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cutoffIsTwoCalendarYears();
    void twoYearsAtMost();
    void refusalOutlivesMessages();
    void runsOnceADay();
};

void RetentionRun::cutoffIsTwoCalendarYears()
{
    const auto at = [](int year, int month, int day) {
        return Instant::fromMs(
            QDateTime(QDate(year, month, day), QTime(12, 0), QTimeZone::utc()).toMSecsSinceEpoch());
    };
    QCOMPARE(RetentionService::cutoff(at(2026, 11, 22)).ms, at(2024, 11, 22).ms);
    QCOMPARE(RetentionService::cutoff(at(2028, 2, 29)).ms, at(2026, 2, 28).ms);
}

void RetentionRun::twoYearsAtMost()
{
    StoreKit kit;
    VaultKeyKeeper keys(kit.vault());
    const auto old = kit.addPerson(QStringLiteral("eski"));
    const MessageRecord gone = kit.addMessage(old, QStringLiteral("kanarya eski"));
    const Instant due = Instant::fromMs(gone.at.toUtc().addYears(2).toMSecsSinceEpoch());
    kit.clock().set(due);
    const auto young = kit.addPerson(QStringLiteral("yeni"));
    const MessageRecord kept = kit.addMessage(young, QStringLiteral("kanarya yeni"));

    kit.clock().set(due - std::chrono::seconds(1));
    RetentionService service(kit.store(), keys, kit.clock(), kit.files());
    const auto closing = kit.closing();
    service.runIfDue();
    settle(kit);
    QVERIFY2(kit.read<MessageRecord>([&](const Tx &tx) { return tx.messages().record(gone.id); })
                 .id.isValid(),
             "one second before two years it is still there");

    kit.clock().advance(std::chrono::hours(25));
    service.runIfDue();
    settle(kit);
    kit.store().readAndWait([&](const Tx &tx) {
        const auto message = tx.messages().record(gone.id);
        QVERIFY(!message && message.error() == StoreError::NotFound);
        const auto person = tx.contacts().find(old.identities.first());
        QVERIFY(person && !*person);
        QVERIFY(tx.messages().record(kept.id));
        const auto hits = tx.search().find({QStringLiteral("kanarya")}, 10);
        QVERIFY(hits);
        QCOMPARE(hits->size(), 1);
    });
    QCOMPARE(kit.vault().keysOf(old.contact).valueOr(-1), 0);
    QVERIFY(kit.vault().keysOf(young.contact).valueOr(0) > 0);
}

void RetentionRun::refusalOutlivesMessages()
{
    StoreKit kit;
    VaultKeyKeeper keys(kit.vault());
    const auto person = kit.addPerson(QStringLiteral("dur"));
    kit.addMessage(person, QStringLiteral("DURDUR"));
    kit.write([&](Tx &tx) {
        ConsentEvent event;
        event.at = kit.clock().now();
        event.effectAt = event.at;
        event.standing = Standing::OptedOut;
        return tx.contacts().addConsent(person.contact, event);
    });
    RetentionService service(kit.store(), keys, kit.clock(), kit.files());
    const auto closing = kit.closing();
    const auto present = [&] {
        return kit.read<std::optional<ContactId>>(
            [&](const Tx &tx) { return tx.contacts().find(person.identities.first()); });
    };
    kit.clock().advance(std::chrono::hours(24 * 800));
    service.runIfDue();
    settle(kit);
    QVERIFY2(present(), "two years later the refusal is still known");
    kit.clock().advance(std::chrono::hours(24 * 366));
    service.runIfDue();
    settle(kit);
    QVERIFY2(!present(), "after three years nothing is left");
}

void RetentionRun::runsOnceADay()
{
    StoreKit kit;
    VaultKeyKeeper keys(kit.vault());
    RetentionService service(kit.store(), keys, kit.clock(), kit.files());
    const auto closing = kit.closing();
    service.runIfDue();
    settle(kit);
    const qint64 first = lastRun(kit);
    QCOMPARE(first, kit.clock().now().ms);
    kit.clock().advance(std::chrono::hours(23));
    service.runIfDue();
    settle(kit);
    QCOMPARE(lastRun(kit), first);
    kit.clock().advance(std::chrono::hours(2));
    service.runIfDue();
    settle(kit);
    QVERIFY(lastRun(kit) > first);
}

DESTEK_TEST(RetentionRun)
#include "tst_retention_run.moc"
