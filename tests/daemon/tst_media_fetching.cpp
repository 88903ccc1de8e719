#include "daemon/service/erasure_service.h"
#include "daemon/service/media_fetcher.h"
#include "daemon/vault/vault_keepers.h"
#include "tests/daemon/desk.h"
#include "tests/kit/test_main.h"

#include <QCryptographicHash>
#include <QDir>
#include <QtTest>

#include <future>

using namespace destek;
using namespace destek::daemon;
using namespace Qt::StringLiterals;
using destek::test::Desk;
namespace meta = destek::test::meta;

namespace
{

const meta::Sender kAyse{u"905321000001"_s, u"TR.1"_s, u"Ayşe"_s, {}};
const QByteArray kPicture = QByteArray("kimlik fotokopisi ").repeated(10'000);

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// WhatsApp's media server, as the test wants it.
class FakeMedia final : public QObject, public MediaGateway
{
public:
    struct Call {
        QString metaId;
        Take take;
        std::function<void(FetchAnswer)> answer;
    };
    void fetch(const QString &metaId, const QString &, Take take,
               std::function<void(FetchAnswer)> answer) override
    {
        calls << Call{metaId, std::move(take), std::move(answer)};
    }
    void handOver(const QString &, const QString &, const QString &, qint64,
                  std::unique_ptr<MediaSource>, std::function<void(HandOverAnswer)>) override
    {
    }
    /// The oldest call gets these bytes.
    void give(const QByteArray &bytes, FetchAnswer answer = {})
    {
        const Call call = calls.takeFirst();
        answer.outcome = FetchOutcome::Fetched;
        for (qsizetype at = 0; at < bytes.size(); at += 50'000) {
            if (!call.take(QByteArrayView(bytes).sliced(
                    at, std::min<qsizetype>(50'000, bytes.size() - at)))) {
                answer.outcome = FetchOutcome::Stopped;
                break;
            }
        }
        call.answer(answer);
    }
    void fail(FetchOutcome outcome = FetchOutcome::Retry, int code = 0)
    {
        FetchAnswer answer;
        answer.outcome = outcome;
        answer.code = code;
        answer.reason = u"test"_s;
        calls.takeFirst().answer(answer);
    }
    QList<Call> calls;
};

struct Bench {
    Desk desk;
    FakeMedia gateway;
    std::unique_ptr<MediaFetcher> fetcher;

    Bench() { restart(); }
    ~Bench() { putDown(); }
    /// What it asked of the store is done before it goes.
    void putDown()
    {
        if (fetcher)
            fetcher->stop();
        desk.kit().store().close();
        fetcher.reset();
    }
    void restart()
    {
        putDown();
        desk.kit().reopen();
        gateway.calls.clear();
        fetcher = std::make_unique<MediaFetcher>(desk.kit().store(), gateway, desk.kit().files(),
                                                 desk.clock());
        fetcher->start();
    }
    void sends(const QByteArray &announced = hashOf(kPicture), const QString &wamid = u"wamid.1"_s)
    {
        QJsonObject image{{u"id"_s, u"77"_s}, {u"mime_type"_s, u"image/jpeg"_s}};
        if (!announced.isEmpty())
            image.insert(u"sha256"_s, QString::fromLatin1(announced.toBase64()));
        desk.arrives(
            meta::messages({meta::message(kAyse, wamid, Desk::kNow, u"image"_s, image)}, {kAyse}));
        fetcher->wake();
    }
    MediaRecord media()
    {
        const ContactId who = desk.who(kAyse);
        return desk.kit()
            .read<QList<MediaRecord>>([&](const Tx &tx) { return tx.media().ofContact(who); })
            .first();
    }
    void later(Duration span)
    {
        desk.clock().advance(span);
        fetcher->wake();
    }
    QStringList files()
    {
        return QDir(desk.kit().dataFolder() + u"/media"_s).entryList(QDir::Files | QDir::Hidden);
    }
    qint64 lastChange()
    {
        return desk.kit().read<qint64>([](const Tx &tx) { return tx.feed().last(); });
    }
    QByteArray bytes()
    {
        const MediaRecord record = media();
        const auto read = desk.kit().files().read({record.id, record.contact, record.at},
                                                  record.file, kMediaAtMost);
        return read ? *read : QByteArray();
    }
    void erase()
    {
        VaultKeyKeeper keys(desk.kit().vault());
        const VaultDocumentSigner signer(*desk.kit().vault().auditSigningKey());
        ErasureService erasure(desk.kit().store(), keys, signer, desk.clock(), desk.kit().files());
        std::promise<bool> finished;
        erasure.erase(Desk::agent(), desk.who(kAyse), u"başvuru"_s,
                      [&](const Result<DestructionRecord, ApiError> &record) {
                          finished.set_value(record.ok());
                      });
        if (!finished.get_future().get())
            qFatal("not erased");
    }
};

} // namespace

/// A file announced by WhatsApp on its way into the daemon (facts/whatsapp.md 4.3, R-08).
class MediaFetching : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bringsAFileHomeAndTellsTheConsoles()
    {
        Bench bench;
        bench.sends();
        const qint64 before = bench.lastChange();
        QTRY_COMPARE(bench.gateway.calls.size(), 1);
        QCOMPARE(bench.gateway.calls.first().metaId, u"77"_s);
        bench.gateway.give(kPicture);
        QTRY_COMPARE(bench.media().state, MediaState::Here);
        QCOMPARE(bench.media().size, kPicture.size());
        QVERIFY(bench.bytes() == kPicture);
        const auto changes = bench.desk.kit().read<QList<Change>>(
            [&](const Tx &tx) { return tx.feed().after(before, 10); });
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().kind, ChangeKind::Message);
        QCOMPARE(changes.first().message, bench.media().message);
        QVERIFY(!bench.desk.kit().allBytes().contains("kimlik"));
        bench.later(std::chrono::hours(2));
        QTest::qWait(0);
        QVERIFY(bench.gateway.calls.isEmpty());
    }

    void triesAgainEverMoreRarely()
    {
        Bench bench;
        bench.sends();
        Duration waited{0};
        for (int attempt = 1; attempt <= 12; ++attempt) {
            QTRY_COMPARE(bench.gateway.calls.size(), 1);
            bench.gateway.fail();
            QTRY_COMPARE(bench.fetcher->running(), 0);
            const Duration wait = MediaFetcher::backOff(attempt);
            QVERIFY(wait >= std::chrono::seconds(10) && wait <= std::chrono::hours(1));
            QCOMPARE(bench.media().nextTryAt, bench.desk.clock().now() + wait);
            QCOMPARE(bench.media().state, MediaState::Waiting);
            QCOMPARE(bench.media().tries, attempt);
            waited += wait;
            bench.later(wait);
        }
        QVERIFY(waited > std::chrono::hours(3));
        QTRY_COMPARE(bench.gateway.calls.size(), 1);
        bench.gateway.give(kPicture);
        QTRY_COMPARE(bench.media().state, MediaState::Here);
    }

    void survivesARestart()
    {
        Bench bench;
        bench.sends();
        QTRY_COMPARE(bench.gateway.calls.size(), 1);
        bench.putDown(); // the daemon ends with half a file
        QVERIFY(bench.gateway.calls.first().take(kPicture.first(70'000)));
        bench.restart();
        bench.later(std::chrono::seconds(10));
        QTRY_COMPARE(bench.gateway.calls.size(), 1);
        bench.gateway.give(kPicture);
        QTRY_COMPARE(bench.media().state, MediaState::Here);
        QCOMPARE(bench.files().size(), 1);
        QVERIFY(bench.bytes() == kPicture);
    }

    void otherBytesThanAnnouncedAreNeverKept()
    {
        Bench bench;
        bench.sends();
        for (int attempt = 1; attempt <= MediaFetcher::kMismatchesAtMost; ++attempt) {
            QTRY_COMPARE(bench.gateway.calls.size(), 1);
            bench.gateway.give(attempt == 2 ? QByteArray() : kPicture + 'x');
            QTRY_COMPARE(bench.media().mismatches, attempt);
            QVERIFY(bench.files().isEmpty());
            bench.later(std::chrono::hours(1));
        }
        QCOMPARE(bench.media().state, MediaState::Damaged);
    }

    void withoutAHashOfItsOwnTheOneWithTheAddressCounts()
    {
        Bench bench;
        bench.sends({});
        QTRY_COMPARE(bench.gateway.calls.size(), 1);
        FetchAnswer answer;
        answer.sha256 = hashOf("else");
        bench.gateway.give(kPicture, answer);
        QTRY_COMPARE(bench.media().mismatches, 1);
        bench.later(std::chrono::hours(1));
        QTRY_COMPARE(bench.gateway.calls.size(), 1);
        answer.sha256 = hashOf(kPicture);
        answer.size = kPicture.size() + 1;
        bench.gateway.give(kPicture, answer);
        QTRY_COMPARE(bench.media().mismatches, 2);
        bench.later(std::chrono::hours(1));
        QTRY_COMPARE(bench.gateway.calls.size(), 1);
        answer.size = kPicture.size();
        bench.gateway.give(kPicture, answer);
        QTRY_COMPARE(bench.media().state, MediaState::Here);
    }

    void givesUpAfterSevenDaysAndSaysSo()
    {
        Bench bench;
        bench.sends();
        QTRY_COMPARE(bench.gateway.calls.size(), 1);
        bench.gateway.fail();
        QTRY_COMPARE(bench.fetcher->running(), 0);
        bench.later(std::chrono::hours(24 * 7) - std::chrono::seconds(1));
        QTRY_COMPARE(bench.gateway.calls.size(), 1);
        bench.gateway.fail(FetchOutcome::Refused);
        QTRY_COMPARE(bench.fetcher->running(), 0);
        const qint64 before = bench.lastChange();
        bench.later(std::chrono::hours(1));
        QTRY_COMPARE(bench.media().state, MediaState::Expired);
        QVERIFY(bench.lastChange() > before);
        QVERIFY(bench.gateway.calls.isEmpty());
    }

    void tooLargeIsSaidAtOnce()
    {
        for (const int code : {0, 131052}) {
            Bench bench;
            bench.sends();
            QTRY_COMPARE(bench.gateway.calls.size(), 1);
            bench.gateway.fail(code == 0 ? FetchOutcome::TooLarge : FetchOutcome::Retry, code);
            QTRY_COMPARE(bench.media().state, MediaState::TooLarge);
        }
    }

    void aFewAtATime()
    {
        Bench bench;
        for (int i = 0; i < 10; ++i)
            bench.sends(hashOf(kPicture), u"wamid.%1"_s.arg(i));
        QTRY_COMPARE(bench.gateway.calls.size(), 4);
        QCOMPARE(bench.fetcher->running(), 4);
        for (int i = 0; i < 10; ++i) {
            QTRY_VERIFY(!bench.gateway.calls.isEmpty());
            bench.gateway.give(kPicture);
        }
        QTRY_COMPARE(bench.files().size(), 10);
        QTRY_COMPARE(bench.desk.kit().read<int>([](const Tx &tx) { return tx.media().waiting(); }),
                     0);
    }

    // nothing is written after the erasure, wherever the transfer stood.
    void anErasureEndsATransferUnderWay_data()
    {
        QTest::addColumn<qsizetype>("before");
        QTest::newRow("nothing yet") << qsizetype(0);
        QTest::newRow("half") << kPicture.size() / 2;
        QTest::newRow("all but the last word") << kPicture.size();
    }
    void anErasureEndsATransferUnderWay()
    {
        QFETCH(qsizetype, before);
        Bench bench;
        bench.sends();
        QTRY_COMPARE(bench.gateway.calls.size(), 1);
        const auto call = bench.gateway.calls.takeFirst();
        QVERIFY(call.take(kPicture.first(before)));
        bench.erase();
        (void)call.take(kPicture.sliced(before));
        FetchAnswer answer;
        answer.outcome = FetchOutcome::Fetched;
        call.answer(answer);
        QTRY_COMPARE(bench.fetcher->running(), 0);
        QVERIFY(bench.files().isEmpty());
        QCOMPARE(bench.desk.kit().peek(u"SELECT count(*) FROM media"_s).toInt(), 0);
        bench.later(std::chrono::hours(2));
        QVERIFY(bench.gateway.calls.isEmpty());
    }

    // what was here goes with the person.
    void anErasureTakesTheFileToo()
    {
        Bench bench;
        bench.sends();
        QTRY_COMPARE(bench.gateway.calls.size(), 1);
        bench.gateway.give(kPicture);
        QTRY_COMPARE(bench.media().state, MediaState::Here);
        QCOMPARE(bench.files().size(), 1);
        bench.erase();
        QVERIFY(bench.files().isEmpty());
    }
};

DESTEK_TEST(MediaFetching)
#include "tst_media_fetching.moc"
