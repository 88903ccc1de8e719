// What was written without a connection: kept, sealed, never sent by itself (design/journeys.md
// 6.1 at 14:02; ).
#include "net/fake/fake_server.h"
#include "net/outbox/sealed_shelf.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::net;

namespace
{

const auto kCanary = u"kanarya-7f3a"_s;

/// A keychain that may be locked.
class Keychain final : public SecretStore
{
public:
    bool locked = false;
    [[nodiscard]] Result<Secret, SecretStoreError> read(const QString &name) const override
    {
        if (locked)
            return failure(SecretStoreError::Locked);
        return m_open.read(name);
    }
    Result<Done, SecretStoreError> write(const QString &name, const Secret &value) override
    {
        if (locked)
            return failure(SecretStoreError::Locked);
        return m_open.write(name, value);
    }
    Result<Done, SecretStoreError> remove(const QString &name) override
    {
        return m_open.remove(name);
    }

private:
    MemorySecretStore m_open;
};

/// A console that can be started again on the same computer.
struct Console {
    test::ManualClock clock;
    FakeServer server{&clock};
    QTemporaryDir profile;
    Keychain secrets;
    QList<std::function<void()>> timers;
    std::unique_ptr<SealedShelf> shelf;
    std::unique_ptr<PendingSends> outbox;

    Console() { start(); }
    void start()
    {
        outbox.reset();
        shelf = std::make_unique<SealedShelf>(base(), &secrets, &clock);
        outbox = std::make_unique<PendingSends>(
            &server,
            [this](Duration, QObject *, std::function<void()> run) { timers << std::move(run); });
        outbox->setShelf(shelf.get());
        outbox->resumeFor(AgentId(1));
    }
    [[nodiscard]] QString base() const { return profile.filePath(u"outbox.sealed"_s); }
    [[nodiscard]] QString path(qint64 agent = 1) const { return base() + u".%1"_s.arg(agent); }
    /// Somebody else signs in.
    void signIn(qint64 agent)
    {
        outbox->pause();
        outbox->resumeFor(AgentId(agent));
        outbox->hold();
    }
    [[nodiscard]] QByteArray onDisk(qint64 agent = 1) const
    {
        QFile file(path(agent));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    MessageId write(const QString &text, qint64 conversation = 2)
    {
        QueuedMessage queued;
        queued.message.id = MessageId::create();
        queued.message.conversation = ConversationId(conversation);
        queued.message.content.text = text;
        queued.writtenAt = clock.now();
        queued.knownUntil = clock.now() - std::chrono::minutes(1);
        queued.heard = 7;
        return outbox->send(queued) ? queued.message.id : MessageId();
    }
    void settle()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
};

} // namespace

class SealedOutbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasWrittenOfflineSurvivesARestart()
    {
        Console console;
        console.outbox->hold();
        const MessageId id = console.write(kCanary);
        const Instant known = console.outbox->queued().first().knownUntil;
        console.settle();
        QCOMPARE(console.server.calls(FakeCall::Send), 0);
        console.start();
        console.settle();
        QCOMPARE(console.server.calls(FakeCall::Send), 0); // nobody looked yet
        const auto queued = console.outbox->queued();
        QCOMPARE(queued.size(), 1);
        QVERIFY(queued.first().kept);
        QCOMPARE(queued.first().message.id, id);
        QCOMPARE(queued.first().message.content.text, kCanary);
        QCOMPARE(queued.first().knownUntil, known);
        QCOMPARE(queued.first().heard, 7);
        console.outbox->release(id);
        console.settle();
        QCOMPARE(console.server.sent().size(), 1);
        QCOMPARE(console.server.sent().first().id, id); // never doubled
        QVERIFY(!QFile::exists(console.path()));        // nothing stays
    }

    void draftsLieSealedBesideWhatWasSent()
    {
        Console console;
        const auto draft = [&](qint64 conversation, const QString &text) {
            Draft made;
            made.conversation = ConversationId(conversation);
            made.text = text;
            made.at = console.clock.now();
            return made;
        };
        const QList<Draft> begun{draft(2, kCanary), draft(3, {})};
        QVERIFY(console.shelf->putDrafts(AgentId(1), begun));
        console.outbox->hold();
        console.write(u"gönderildi"_s, 3);
        QVERIFY(!console.onDisk().contains(kCanary.toUtf8()));
        console.start();
        QCOMPARE(console.shelf->drafts(AgentId(1)), begun); // one that was emptied, too
        QCOMPARE(console.outbox->queued().size(), 1);
        QVERIFY(console.shelf->drafts(AgentId(2)).isEmpty());
        QVERIFY(console.shelf->keptUntil());
        const QByteArray before = console.onDisk();
        console.outbox->drop(ConversationId(2)); // erased
        QCOMPARE(console.shelf->drafts(AgentId(1)), QList{begun.last()});
        QVERIFY(console.onDisk() != before);
        QVERIFY(console.shelf->putDrafts(AgentId(1), {}));
        QCOMPARE(console.shelf->take(AgentId(1)).size(), 1); // the message waits on
    }

    void aLockedKeychainLosesNothing()
    {
        Console console;
        console.outbox->hold();
        console.write(kCanary);
        console.secrets.locked = true;
        console.start();
        console.outbox->hold();
        QVERIFY(console.outbox->queued().isEmpty());
        console.write(u"dahası"_s); // nothing is put over what could not be read
        console.secrets.locked = false;
        console.start();
        QCOMPARE(console.outbox->queued().size(), 1);
        QCOMPARE(console.outbox->queued().first().message.content.text, kCanary);
    }

    void theDiskHoldsNothingReadable()
    {
        Console console;
        console.outbox->hold();
        console.write(kCanary);
        const QByteArray bytes = console.onDisk();
        QVERIFY(!bytes.isEmpty());
        QVERIFY(!bytes.contains(kCanary.toUtf8()));
        QVERIFY(!bytes.contains(
            QByteArray(reinterpret_cast<const char *>(kCanary.utf16()), kCanary.size() * 2)));
        constexpr auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
        QVERIFY(!(QFile::permissions(console.path()) & others));
        // Another computer has the file and not the keychain.
        MemorySecretStore elsewhere;
        SealedShelf copy(console.base(), &elsewhere, &console.clock);
        QVERIFY(copy.take(AgentId(1)).isEmpty());
    }

    void aDamagedFileIsNoMessage()
    {
        Console console;
        console.outbox->hold();
        console.write(kCanary);
        QByteArray bytes = console.onDisk();
        bytes[bytes.size() / 2] = char(bytes.at(bytes.size() / 2) ^ 1);
        QFile file(console.path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        console.start();
        QVERIFY(console.outbox->queued().isEmpty());
        QVERIFY(!console.write(u"goes on"_s).toString().isEmpty());
    }

    void nobodyElseGetsIt()
    {
        Console console;
        console.outbox->hold();
        console.write(kCanary);
        console.outbox->pause();
        QVERIFY(console.outbox->queued().isEmpty()); // memory is wiped, the disk is sealed
        console.outbox->resumeFor(AgentId(2));
        QVERIFY(console.outbox->queued().isEmpty());
        console.outbox->goOn();
        console.settle();
        QCOMPARE(console.server.calls(FakeCall::Send), 0);
        // Not even with the file under another name: it is bound to its writer.
        QVERIFY(QFile::copy(console.path(1), console.path(2)));
        QVERIFY(console.shelf->take(AgentId(2)).isEmpty());
    }

    void eachWriterFindsTheirOwnAgain()
    {
        Console console;
        console.outbox->hold();
        const MessageId first = console.write(u"birinci"_s);
        console.signIn(2);
        QVERIFY(console.outbox->queued().isEmpty());
        const MessageId second = console.write(u"ikinci"_s);
        console.signIn(1);
        QCOMPARE(console.outbox->pending().size(), 1);
        QCOMPARE(console.outbox->pending().first().id, first);
        QVERIFY(console.outbox->takeOut(first)); // discarded: the other one's stays
        QVERIFY(!QFile::exists(console.path(1)));
        console.start();
        console.signIn(2);
        QCOMPARE(console.outbox->pending().size(), 1);
        QCOMPARE(console.outbox->pending().first().id, second);
    }

    void anErasureFindsWhatOthersLeft()
    {
        Console console;
        console.outbox->hold();
        console.write(kCanary, 2);
        const MessageId stays = console.write(u"stays"_s, 3);
        const QByteArray before = console.onDisk();
        console.signIn(2);
        console.write(u"only this"_s, 2);
        console.signIn(3);
        QCOMPARE(console.outbox->drop(ConversationId(2)), 0); // nothing of one's own
        QVERIFY(!QFile::exists(console.path(2)));
        const auto left = console.shelf->take(AgentId(1));
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first().message.id, stays);
        QFile file(console.path(1)); // somebody kept a copy
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(before);
        file.close();
        QVERIFY(console.shelf->take(AgentId(1)).isEmpty());
    }

    void whatNobodyComesForIsDestroyed()
    {
        Console console;
        QVERIFY(!console.shelf->keptUntil());
        console.outbox->hold();
        console.write(kCanary);
        const auto left = [&](qint64 agent, Duration ago) {
            QFile file(console.path(agent));
            return file.open(QIODevice::ReadWrite) &&
                   file.setFileTime((console.clock.now() - ago).toUtc(),
                                    QFileDevice::FileModificationTime);
        };
        QVERIFY(left(1, std::chrono::hours(24)));
        const auto until = console.shelf->keptUntil();
        QVERIFY(until);
        QCOMPARE(*until - console.clock.now(), Duration(std::chrono::hours(24 * 6)));
        console.signIn(2);
        QVERIFY(QFile::exists(console.path(1)));
        QVERIFY(left(1, SealedShelf::kKeptFor + std::chrono::seconds(1)));
        console.signIn(3);
        QVERIFY(!QFile::exists(console.path(1)));
        QVERIFY(!console.shelf->keptUntil());
    }

    void anotherServerMeansThatNothingStays()
    {
        Console console;
        console.outbox->hold();
        console.write(kCanary);
        console.signIn(2);
        console.write(kCanary);
        console.outbox->clear();
        QVERIFY(!QFile::exists(console.path(1)) && !QFile::exists(console.path(2)));
    }

    void itsWriterFindsItAfterASessionEnded()
    {
        Console console;
        console.outbox->hold();
        const MessageId id = console.write(kCanary);
        console.outbox->pause();
        console.outbox->hold(); // the feed stops after the session has ended
        QVERIFY(console.outbox->queued().isEmpty());
        console.outbox->resumeFor(AgentId(1));
        QCOMPARE(console.outbox->pending().size(), 1);
        QCOMPARE(console.outbox->pending().first().id, id);
    }

    void anErasureMakesFormerFilesUnreadable()
    {
        Console console;
        console.outbox->hold();
        console.write(kCanary, 2);
        console.write(u"stays"_s, 3);
        const QByteArray before = console.onDisk();
        QCOMPARE(console.outbox->drop(ConversationId(2)), 1);
        QFile file(console.path());
        QVERIFY(file.exists()); // the other one is kept
        const auto left = console.shelf->take(AgentId(1));
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first().message.content.text, u"stays"_s);
        QVERIFY(file.open(QIODevice::WriteOnly)); // somebody kept a copy
        file.write(before);
        file.close();
        QVERIFY(console.shelf->take(AgentId(1)).isEmpty());
    }

    void whatIsKeptHoldsUpNobody()
    {
        Console console;
        console.outbox->hold();
        const MessageId kept = console.write(u"offline"_s);
        console.outbox->goOn();
        const MessageId live = console.write(u"live"_s);
        console.settle();
        QCOMPARE(console.server.sent().size(), 1);
        QCOMPARE(console.server.sent().first().id, live);
        QCOMPARE(console.outbox->pending().first().id, kept);
        QVERIFY(console.outbox->takeOut(kept));
        console.settle();
        QVERIFY(console.outbox->pending().isEmpty());
        QCOMPARE(console.server.sent().size(), 1);
    }

    void whatGoesOutAtOnceNeverTouchesTheDisk()
    {
        Console console;
        console.server.hang(FakeCall::Send);
        console.write(kCanary);
        console.settle();
        QVERIFY(!QFile::exists(console.path()));
        console.outbox->hold(); // the connection breaks before an answer came
        QVERIFY(QFile::exists(console.path()));
    }

    void whatWasReleasedLastsUntilTheDaemonHasIt()
    {
        Console console;
        console.outbox->hold();
        const MessageId id = console.write(kCanary);
        console.outbox->goOn();
        console.server.hang(FakeCall::Send);
        console.outbox->release(id);
        console.settle();
        console.start(); // the console ends before an answer came
        QCOMPARE(console.outbox->pending().size(), 1);
        QCOMPARE(console.outbox->pending().first().id, id);
    }

    void aCutStopsRetries()
    {
        Console console;
        console.server.failNext(FakeCall::Send, ApiErrorCode::Unreachable);
        console.write(u"unsure"_s);
        console.settle();
        QCOMPARE(console.timers.size(), 1);
        console.outbox->hold();
        for (const auto &run : std::exchange(console.timers, {}))
            run();
        console.outbox->goOn();
        console.settle();
        QCOMPARE(console.server.calls(FakeCall::Send), 1); // waits to be looked at
        QVERIFY(console.outbox->queued().first().kept);
    }

    void anAnswerThatCameAfterTheCutCounts()
    {
        Console console;
        console.server.hang(FakeCall::Send);
        console.write(u"on its way"_s);
        console.settle();
        console.outbox->hold();
        console.server.release(FakeCall::Send);
        console.settle();
        QVERIFY(console.outbox->pending().isEmpty());
        QCOMPARE(console.server.sent().size(), 1);
    }
};

DESTEK_TEST(SealedOutbox)
#include "tst_sealed_outbox.moc"
