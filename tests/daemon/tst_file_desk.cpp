#include "daemon/service/erasure_service.h"
#include "daemon/service/media_desk.h"
#include "daemon/service/media_uploader.h"
#include "daemon/vault/vault_keepers.h"
#include "tests/daemon/desk.h"
#include "tests/kit/test_main.h"

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
const QByteArray kPdf = "%PDF-1.7\n" + QByteArray("sözleşme maddesi ").repeated(100'000);

template <typename T>
Result<T, ApiError> told(const std::function<void(Told<T>)> &call)
{
    std::promise<Result<T, ApiError>> promise;
    call([&](Result<T, ApiError> result) { promise.set_value(std::move(result)); });
    return promise.get_future().get();
}

/// WhatsApp, taking files.
class FakeTaker final : public MediaGateway
{
public:
    void fetch(const QString &, const QString &, Take, std::function<void(FetchAnswer)>) override {}
    void handOver(const QString &phoneNumberId, const QString &mimeType, const QString &,
                  qint64 size, std::unique_ptr<MediaSource> body,
                  std::function<void(HandOverAnswer)> answer) override
    {
        number = phoneNumberId;
        type = mimeType;
        bytes.clear();
        while (true) {
            const auto piece = body->next();
            if (!piece || piece->isEmpty())
                break;
            bytes += *piece;
        }
        announced = size;
        ++count;
        answers << std::move(answer);
    }
    void give(const QString &id)
    {
        HandOverAnswer answer;
        answer.metaId = id;
        answers.takeFirst()(answer);
    }
    int count = 0;
    QString number;
    QString type;
    QByteArray bytes;
    qint64 announced = 0;
    QList<std::function<void(HandOverAnswer)>> answers;
};

struct Bench {
    Desk desk;
    FakeTaker gateway;
    MediaDesk files{desk.kit().store(), desk.kit().files(), desk.clock()};
    MediaUploader uploader{desk.kit().store(), gateway, desk.kit().files(), desk.clock()};
    ConversationId conversation;

    Bench()
    {
        desk.says(kAyse, u"wamid.1"_s, 0, u"merhaba"_s);
        conversation = desk.conversation(kAyse).id;
    }
    ~Bench() { desk.kit().store().close(); } // before the services
    Result<UploadView, ApiError> take(const QString &name, const QByteArray &bytes)
    {
        return told<UploadView>(
            [&](auto tell) { files.take(Desk::agent(), conversation, name, bytes, tell); });
    }
    /// A queued message that has this file.
    MessageId attach(UploadId upload)
    {
        const QueuedMessage queued = desk.queue(desk.text(kAyse, u"ekte"_s));
        const MessageId id = desk.thread(kAyse).last().id;
        desk.kit().write([&](Tx &tx) { return tx.media().assign(upload, id); });
        Q_UNUSED(queued)
        return id;
    }
    std::optional<HandOverAnswer> given;
    void ask(MessageId id)
    {
        given.reset();
        uploader.metaIdFor(id, [this](const HandOverAnswer &answer) { given = answer; });
    }
    QStringList onDisk()
    {
        return QDir(desk.kit().dataFolder() + u"/media"_s).entryList(QDir::Files | QDir::Hidden);
    }
    void erase()
    {
        VaultKeyKeeper keys(desk.kit().vault());
        const VaultDocumentSigner signer(*desk.kit().vault().auditSigningKey());
        ErasureService erasure(desk.kit().store(), keys, signer, desk.clock(), desk.kit().files());
        if (!told<DestructionRecord>([&](auto tell) {
                erasure.erase(Desk::agent(), desk.who(kAyse), u"başvuru"_s, tell);
            }))
            qFatal("not erased");
    }
};

} // namespace

/// Files that agents hand over and look at.
class FileDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sealsWhatItTakes()
    {
        Bench bench;
        const auto taken = bench.take(u"..\\..\\söz\u202eleşme.pdf"_s, kPdf);
        QVERIFY(taken);
        QCOMPARE(taken->mimeType, u"application/pdf"_s);
        QCOMPARE(taken->size, kPdf.size());
        QVERIFY(!taken->fileName.contains(u'\\'));
        QVERIFY(!taken->fileName.contains(QChar(0x202e)));
        QVERIFY(taken->fileName.endsWith(u".pdf"_s));
        QVERIFY(!bench.desk.kit().allBytes().contains("maddesi"));
        QVERIFY(!bench.desk.kit().allBytes().contains(taken->fileName.toUtf8()));
        QCOMPARE(bench.onDisk().size(), 1);
        const auto lines = bench.desk.audit(u"file.handed_over"_s);
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().contact, bench.desk.who(kAyse));
    }

    void whatCannotBeSentIsRefused()
    {
        Bench bench;
        for (const QByteArray &bytes : {QByteArray(), QByteArray("MZ\x90\x00"),
                                        QByteArray("\x7f"
                                                   "ELF")}) {
            const auto taken = bench.take(u"fatura.pdf"_s, bytes);
            QVERIFY(!taken);
            QCOMPARE(taken.error().code, ApiErrorCode::BadRequest);
        }
        const auto nowhere = told<UploadView>([&](auto tell) {
            bench.files.take(Desk::agent(), ConversationId(4711), u"a.pdf"_s, kPdf, tell);
        });
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, ApiErrorCode::NotFound);
        QVERIFY(bench.onDisk().isEmpty());
    }

    void aFileBelongsToOneMessage()
    {
        Bench bench;
        const auto taken = bench.take(u"a.pdf"_s, kPdf);
        const MessageId id = bench.attach(taken->id);
        const auto file = told<MediaDesk::File>([&](auto tell) { bench.files.read(id, {}, tell); });
        QVERIFY(file);
        QVERIFY(file->bytes == kPdf);
        QCOMPARE(file->view.mimeType, u"application/pdf"_s);
        const auto again = bench.desk.kit().store().writeAndWait(
            [&](Tx &tx) { return tx.media().assign(taken->id, MessageId::create()); });
        QVERIFY(!again);
        QCOMPARE(again.error(), StoreError::Conflict);
    }

    void aLargeFileIsGivenInParts()
    {
        Bench bench;
        QByteArray large = "%PDF-1.7\n";
        while (large.size() < MediaDesk::kWholeAtMost + 100'000)
            large += QByteArray::number(large.size()).rightJustified(15, '.') + '\n';
        const auto taken = bench.take(u"a.pdf"_s, large);
        const MessageId id = bench.attach(taken->id);
        const auto part = [&](qint64 first, qint64 most) {
            return told<MediaDesk::File>([&](auto tell) {
                bench.files.read(id, MediaDesk::Part{first, most}, tell);
            });
        };
        QCOMPARE(part(0, 0).error().code, ApiErrorCode::TooLarge); // never the whole in memory
        QByteArray all;
        while (all.size() < large.size()) {
            const auto next = part(all.size(), large.size());
            QVERIFY(next);
            QCOMPARE(next->first, all.size());
            QVERIFY(!next->bytes.isEmpty() && next->bytes.size() <= MediaDesk::kPartAtMost);
            all += next->bytes;
        }
        QVERIFY(all == large);
        const auto middle = part(1'048'570, 20); // across two sealed pieces
        QVERIFY(middle && middle->bytes == large.mid(1'048'570, 20));
        const auto end = part(large.size() - 5, 100);
        QVERIFY(end && end->bytes == large.right(5));
        QCOMPARE(part(large.size(), 1).error().code, ApiErrorCode::BadRequest);
        QCOMPARE(part(-1, 1).error().code, ApiErrorCode::BadRequest);
    }

    void whatIsNotHereIsNotFound()
    {
        Bench bench;
        bench.desk.arrives(
            meta::messages({meta::message(kAyse, u"wamid.2"_s, Desk::kNow + 1, u"image"_s,
                                          QJsonObject{{u"id"_s, u"77"_s}})},
                           {kAyse}));
        for (const MessageRecord &record : bench.desk.thread(kAyse)) {
            const auto file =
                told<MediaDesk::File>([&](auto tell) { bench.files.read(record.id, {}, tell); });
            QVERIFY(!file);
            QCOMPARE(file.error().code, ApiErrorCode::NotFound);
        }
    }

    void unusedFilesGoAfterADay()
    {
        Bench bench;
        const auto unused = bench.take(u"a.pdf"_s, kPdf);
        const auto used = bench.take(u"b.pdf"_s, kPdf);
        QVERIFY(unused && used);
        (void)bench.attach(used->id);
        bench.desk.clock().advance(std::chrono::hours(24));
        bench.files.removeUnused();
        bench.desk.kit().write([](Tx &) -> Stored<Done> { return done(); });
        QCOMPARE(bench.onDisk().size(), 2);
        bench.desk.clock().advance(std::chrono::seconds(1));
        bench.files.removeUnused();
        QTRY_COMPARE(bench.onDisk().size(), 1);
        QCOMPARE(bench.desk.kit().peek(u"SELECT count(*) FROM media"_s).toInt(), 1);
    }

    void whatsAppGetsAFileOnceIn29Days()
    {
        Bench bench;
        const MessageId id = bench.attach(bench.take(u"a.pdf"_s, kPdf)->id);
        bench.ask(id);
        QTRY_COMPARE(bench.gateway.count, 1);
        QCOMPARE(bench.gateway.number, meta::kNumberId);
        QCOMPARE(bench.gateway.type, u"application/pdf"_s);
        QCOMPARE(bench.gateway.announced, kPdf.size());
        QVERIFY(bench.gateway.bytes == kPdf);
        bench.gateway.give(u"4711"_s);
        QTRY_VERIFY(bench.given.has_value());
        QCOMPARE(bench.given->metaId, u"4711"_s);
        bench.desk.clock().advance(std::chrono::hours(24 * 29) - std::chrono::seconds(1));
        bench.ask(id);
        QTRY_VERIFY(bench.given.has_value());
        QCOMPARE(bench.given->metaId, u"4711"_s);
        QCOMPARE(bench.gateway.count, 1);
        bench.desk.clock().advance(std::chrono::seconds(1));
        bench.ask(id);
        QTRY_COMPARE(bench.gateway.count, 2);
        bench.gateway.give(u"4712"_s);
        QTRY_VERIFY(bench.given.has_value());
        QCOMPARE(bench.given->metaId, u"4712"_s);
    }

    // Nothing is sent for somebody who is gone.
    void anErasureDuringTheHandingOverEndsIt()
    {
        Bench bench;
        const MessageId id = bench.attach(bench.take(u"a.pdf"_s, kPdf)->id);
        bench.ask(id);
        QTRY_COMPARE(bench.gateway.count, 1);
        bench.erase();
        QVERIFY(bench.onDisk().isEmpty());
        bench.gateway.give(u"4711"_s);
        QTRY_VERIFY(bench.given.has_value());
        QVERIFY(bench.given->metaId.isEmpty());
        QVERIFY(!bench.given->asked);
        bench.ask(id);
        QTRY_VERIFY(bench.given.has_value());
        QVERIFY(bench.given->metaId.isEmpty());
        QCOMPARE(bench.gateway.count, 1);
    }
};

DESTEK_TEST(FileDesk)
#include "tst_file_desk.moc"
