#include "daemon/store/job_queue.h"
#include "tests/kit/test_main.h"
#include "tests/store/store_kit.h"

#include <QtTest>

#include <atomic>
#include <future>
#include <memory>
#include <thread>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;
using destek::test::StoreKit;

namespace
{

using Answers = std::vector<std::promise<Stored<Done>>>;

qint64 factOf(StoreKit &kit, const QString &name)
{
    return kit.read<qint64>([&](const Tx &tx) { return tx.facts().number(name, -1); });
}

/// Holds the writer until released, so that what follows lands in one batch.
/// The job owns what it waits for: it may outlive the test that released it.
struct Hold {
    std::promise<void> release;

    void put(Store &store)
    {
        auto entered = std::make_shared<std::promise<void>>();
        std::future<void> inside = entered->get_future();
        store.write(Urgency::Now,
                    [entered, released = release.get_future().share()](Tx &) -> Stored<Done> {
                        entered->set_value();
                        released.wait();
                        return done();
                    },
                    {});
        inside.wait();
    }
};

} // namespace

class Writing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // A poison job fails alone: its neighbours in the same commit are stored.
    void aFailingJobTakesNobodyWithIt()
    {
        StoreKit kit;
        Hold hold;
        hold.put(kit.store());
        constexpr int kJobs = 60;
        Answers answers(kJobs);
        for (int i = 0; i < kJobs; ++i) {
            kit.store().write(
                Urgency::Background,
                [i](Tx &tx) -> Stored<Done> {
                    const auto set = tx.facts().setNumber(u"fact%1"_s.arg(i), i);
                    return i % 7 == 3 ? Stored<Done>(failure(StoreError::Conflict)) : set;
                },
                [&answers, i](const Stored<Done> &answer) { answers[i].set_value(answer); });
        }
        hold.release.set_value();
        for (int i = 0; i < kJobs; ++i) {
            const auto answer = answers[i].get_future().get();
            QCOMPARE(answer.ok(), i % 7 != 3);
            QCOMPARE(factOf(kit, u"fact%1"_s.arg(i)), i % 7 == 3 ? -1 : i);
        }
    }

    void anAttemptFailsAlone()
    {
        StoreKit kit;
        kit.write([](Tx &tx) -> Stored<Done> {
            (void)tx.facts().setNumber(u"before"_s, 1);
            const auto part = tx.attempt([](Tx &inner) -> Stored<Done> {
                (void)inner.facts().setNumber(u"inside"_s, 2);
                (void)inner.audit().append({});
                return failure(StoreError::Conflict);
            });
            if (part.ok() || part.error() != StoreError::Conflict)
                return failure(StoreError::Failed);
            (void)tx.audit().append({});
            return tx.facts().setNumber(u"after"_s, 3);
        });
        QCOMPARE(factOf(kit, u"before"_s), 1);
        QCOMPARE(factOf(kit, u"inside"_s), -1);
        QCOMPARE(factOf(kit, u"after"_s), 3);
        QCOMPARE(kit.read<qint64>([](const Tx &tx) { return tx.audit().size(); }), 1);
    }

    void whatIsUrgentGoesFirst()
    {
        StoreKit kit;
        Hold hold;
        hold.put(kit.store());
        QStringList order;
        const auto note = [&order](const QString &name) {
            return [&order, name](Tx &) -> Stored<Done> {
                order << name;
                return done();
            };
        };
        kit.store().write(Urgency::Background, note(u"background"_s), {});
        kit.store().write(Urgency::Now, note(u"now"_s), {});
        hold.release.set_value();
        kit.write([](Tx &) -> Stored<Done> { return done(); });
        kit.close();
        QCOMPARE(order, (QStringList{u"now"_s, u"background"_s}));
    }

    // Who waits for an acknowledgement does not wait for catching up, which is not starved either.
    void catchingUpHasACommitOfItsOwn()
    {
        const auto put = [](JobQueue &queue, Urgency urgency) {
            QCOMPARE(queue.put(urgency, JobQueue::Task{}), JobQueue::Put::Taken);
        };
        const auto taken = [](JobQueue &queue) { return int(queue.take(512, {}).tasks.size()); };
        JobQueue deferring(10, std::chrono::hours(1));
        put(deferring, Urgency::Background);
        put(deferring, Urgency::Now);
        put(deferring, Urgency::Now);
        QCOMPARE(taken(deferring), 2);
        QCOMPARE(taken(deferring), 1);
        JobQueue overdue(10, std::chrono::milliseconds(0));
        put(overdue, Urgency::Background);
        put(overdue, Urgency::Now);
        QCOMPARE(taken(overdue), 2);
    }

    void aFullQueueAnswersBusyAtOnce()
    {
        StoreOptions options;
        options.queueLimit = 2;
        StoreKit kit(options);
        Hold hold;
        hold.put(kit.store());
        std::atomic<int> busy{0};
        for (int i = 0; i < 5; ++i) {
            kit.store().write(
                Urgency::Now, [](Tx &) -> Stored<Done> { return done(); },
                [&](const Stored<Done> &answer) {
                    if (!answer && answer.error() == StoreError::Busy)
                        ++busy;
                });
        }
        QCOMPARE(busy.load(), 3);
        hold.release.set_value();
    }

    void closingFinishesWhatIsQueuedAndRefusesTheRest()
    {
        StoreKit kit;
        std::atomic<int> stored{0};
        for (int i = 0; i < 2000; ++i) {
            kit.store().write(
                Urgency::Background, [i](Tx &tx) { return tx.facts().setNumber(u"x"_s, i); },
                [&](const Stored<Done> &answer) { stored += answer.ok() ? 1 : 0; });
        }
        kit.store().close();
        QCOMPARE(stored.load(), 2000);
        const auto late = kit.store().writeAndWait([](Tx &) -> Stored<Done> { return done(); });
        QVERIFY(!late);
        QCOMPARE(late.error(), StoreError::Closed);
        kit.reopen();
        QCOMPARE(factOf(kit, u"x"_s), 1999);
    }

    void aFullDiskRefusesAndLosesNothing()
    {
        StoreKit kit;
        const auto person = kit.addPerson(u"1000001"_s);
        kit.addMessage(person, u"before"_s);
        const qint64 pages = kit.peek(u"PRAGMA page_count"_s).toLongLong();
        StoreOptions options;
        options.maxPages = pages + 8;
        kit.reopen(options);
        std::optional<StoreError> error;
        int stored = 0;
        for (int i = 0; i < 60 && !error; ++i) {
            const auto answer = kit.store().writeAndWait([&](Tx &tx) -> Stored<Done> {
                (void)tx.facts().setNumber(u"tried%1"_s.arg(i), 1);
                const auto row = tx.intake().append(QByteArray(3000, 'x'), kit.clock().now());
                // Deliberately goes on: nothing may slip out of the transaction.
                (void)tx.facts().setNumber(u"last"_s, i);
                if (!row)
                    return failure(row.error());
                return done();
            });
            if (answer)
                ++stored;
            else
                error = answer.error();
        }
        QVERIFY(error.has_value());
        QCOMPARE(*error, StoreError::Full);
        QVERIFY(stored > 0);
        QCOMPARE(kit.read<int>([](const Tx &tx) { return tx.intake().pendingCount(); }), stored);
        QCOMPARE(factOf(kit, u"last"_s), stored - 1);
        QCOMPARE(factOf(kit, u"tried%1"_s.arg(stored)), -1);
        // Room again: the same store goes on.
        kit.reopen();
        kit.addMessage(person, u"after"_s);
    }

    // A page that does not check out: no further write is acknowledged (facts/trust.md 4.6).
    void stopsAtDamage()
    {
        StoreKit kit;
        const auto person = kit.addPerson(u"1000001"_s);
        for (int i = 0; i < 30; ++i)
            kit.addMessage(person, u"mesaj %1"_s.arg(i));
        const int root =
            kit.peek(u"SELECT rootpage FROM sqlite_master WHERE name = 'fact'"_s).toInt();
        kit.close();
        QFile file(kit.dataFolder() + u"/destek.db"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(qint64(root - 1) * 4096));
        file.write(QByteArray(64, '\xff'));
        file.close();
        kit.reopen();
        std::atomic<int> told{0};
        kit.store().onBroken([&](StoreError) { ++told; });
        const auto set = [](Tx &tx) { return tx.facts().setNumber(u"a"_s, 1); };
        const auto first = kit.store().writeAndWait(set);
        QVERIFY(!first);
        QCOMPARE(first.error(), StoreError::Corrupt);
        const auto second = kit.store().writeAndWait([](Tx &) -> Stored<Done> { return done(); });
        QVERIFY(!second);
        QCOMPARE(second.error(), StoreError::Closed);
        QCOMPARE(told.load(), 1);
    }

    // Readers see whole commits only, while the writer goes on.
    void readersSeeSnapshots()
    {
        StoreKit kit;
        const auto both = [](qint64 value) {
            return [value](Tx &tx) -> Stored<Done> {
                (void)tx.facts().setNumber(u"left"_s, value);
                return tx.facts().setNumber(u"right"_s, value);
            };
        };
        kit.write(both(0));
        std::atomic<bool> writing{true};
        std::atomic<int> reads{0};
        std::atomic<int> torn{0};
        std::vector<std::thread> readers;
        for (int i = 0; i < 2; ++i) {
            readers.emplace_back([&] {
                while (writing) {
                    kit.store().readAndWait([&](const Tx &tx) {
                        const auto left = tx.facts().number(u"left"_s, -1);
                        std::this_thread::yield();
                        const auto right = tx.facts().number(u"right"_s, -2);
                        torn += left && right && *left == *right ? 0 : 1;
                        ++reads;
                    });
                }
            });
        }
        for (int i = 1; i <= 200 || reads < 50; ++i)
            kit.write(both(i));
        writing = false;
        for (std::thread &reader : readers)
            reader.join();
        QCOMPARE(torn.load(), 0);
    }

    // Numbers in commit order, without gaps, told after the commit.
    void theFeedHasNoGaps()
    {
        StoreKit kit;
        const auto person = kit.addPerson(u"1000001"_s);
        std::atomic<qint64> told{0};
        kit.store().onFeedMoved([&](qint64 last) { told = last; });
        for (int i = 0; i < 20; ++i) {
            (void)kit.store().writeAndWait([&](Tx &tx) -> Stored<Done> {
                (void)tx.feed().conversationChanged(person.conversation);
                return i % 3 == 0 ? Stored<Done>(failure(StoreError::Failed)) : done();
            });
        }
        const auto changes =
            kit.read<QList<Change>>([](const Tx &tx) { return tx.feed().after(0, 100); });
        QCOMPARE(changes.size(), 13);
        for (qsizetype i = 0; i < changes.size(); ++i)
            QCOMPARE(changes.at(i).seq, i + 1);
        QTRY_COMPARE(told.load(), 13);
        const auto record = kit.read<ConversationRecord>(
            [&](const Tx &tx) { return tx.conversations().record(person.conversation); });
        QCOMPARE(record.revision, 13);
        QCOMPARE(kit.read<qint64>([](const Tx &tx) { return tx.feed().oldest(); }), 1);
    }

    void copiesHoldNoKeys()
    {
        StoreKit kit;
        const auto person = kit.addPerson(u"1000001"_s);
        kit.addMessage(person, u"merhaba"_s);
        const QString copy = kit.dataFolder() + u"/copy.db"_s;
        QVERIFY(kit.store().copyTo(copy));
        QFile file(copy);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.size() > 4096);
        const auto key = kit.vault().existing(KeySlot::profile(person.contact));
        QVERIFY(key && key->has_value());
        QVERIFY(!bytes.contains((*key)->reveal()));
        QCOMPARE(kit.store().copyTo(copy).error(), StoreError::Conflict);
    }
};

DESTEK_TEST(Writing)
#include "tst_writing.moc"
