// Files wait, are checked, go out in order and are kept whatever fails.
#include "core/policy/content_limits.h"
#include "models/format/content_words.h"
#include "models/outgoing/attachment_list.h"
#include "net/fake/fake_server.h"
#include "net/outbox/pending_sends.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using models::Attachment;
using models::AttachmentState;
using models::FileFault;
using net::FakeCall;

namespace
{

const ConversationId kWho(2);

QByteArray jpeg(qsizetype size = 100)
{
    return QByteArray::fromHex("ffd8ffe000104a464946") + QByteArray(size, '\1');
}

struct Bench {
    test::ManualClock clock;
    net::FakeServer server{&clock, {20, 8, 30}};
    net::PendingSends outbox{&server};
    models::MemoryAuditMemory memory;
    models::ConsoleState state{models::ConsolePorts{&server, &server, &server, &server,
                                                    server.feed(), &outbox, &memory, &clock,
                                                    &server, &server, &server}};
    models::AttachmentList list{&server, &state};

    Bench()
    {
        state.signIn(net::FakeServer::pairing(), u"deniz"_s, net::FakeServer::password(), {});
        (void)QTest::qWaitFor([this] { return state.isLive(); });
    }
};

} // namespace

/// Takes files and never answers.
class Swallowing final : public net::MediaApi
{
public:
    void fetch(MessageId, Progress, net::Then<QByteArray>) override {}
    void upload(ConversationId, const QString &, const QByteArray &, Progress,
                net::Then<UploadView> then) override
    {
        transfers << then;
    }
    QList<net::Then<UploadView>> transfers;
};

class AttachmentListTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void the_bytes_say_what_a_file_is()
    {
        Bench bench;
        bench.list.add(kWho, u"belge.pdf"_s, jpeg());
        bench.list.add(kWho, u"resim.jpg"_s, QByteArray("MZ\x90\0\3 program", 13));
        bench.list.add(kWho, u"boş.txt"_s, {});
        const auto items = bench.list.of(kWho);
        QCOMPARE(items.at(0)->kind, MessageKind::Image);
        QCOMPARE(items.at(0)->fault, FileFault::None);
        QCOMPARE(items.at(1)->fault, FileFault::TypeNotAllowed);
        QCOMPARE(items.at(2)->fault, FileFault::Empty);
        QVERIFY(!words::fileFaultSentence(*items.at(1)).isEmpty());
        bench.list.sendAll(kWho);
        QTRY_COMPARE(bench.server.sent().size(), 1); // what cannot go is never uploaded
        QCOMPARE(bench.server.calls(FakeCall::Upload), 1);
        QCOMPARE(bench.list.of(kWho).size(), 2);
    }

    void a_picture_can_go_as_it_is()
    {
        Bench bench;
        const quint64 key = bench.list.add(kWho, u"plan.jpg"_s, jpeg());
        const quint64 paper = bench.list.add(kWho, u"a.pdf"_s, "%PDF-1.7");
        bench.list.setAsFile(key, true);
        bench.list.setAsFile(paper, true); // is one anyway
        QCOMPARE(bench.list.find(key)->kind, MessageKind::Document);
        QCOMPARE(bench.list.find(key)->fault, FileFault::None);
        QCOMPARE(models::contentOf(*bench.list.find(key)).kind, MessageKind::Document);
        bench.list.setAsFile(key, false);
        QCOMPARE(bench.list.find(key)->kind, MessageKind::Image);
        bench.list.setAsFile(key, true);
        bench.list.sendAll(kWho);
        QTRY_COMPARE(bench.server.sent().size(), 2);
        QCOMPARE(bench.server.sent().first().content.kind, MessageKind::Document);
    }

    void a_cancelled_upload_is_broken_off()
    {
        Bench bench;
        Swallowing media;
        models::AttachmentList list(&media, &bench.state);
        const quint64 key = list.add(kWho, u"a.jpg"_s, jpeg());
        list.sendAll(kWho);
        QCOMPARE(media.transfers.size(), 1);
        QVERIFY(media.transfers.first().owner()); // a transfer ends with its owner
        list.cancel(key);
        QVERIFY(!media.transfers.first().owner());
        QCOMPARE(list.find(key)->state, AttachmentState::Ready);
        list.sendAll(kWho);
        QVERIFY(media.transfers.last().owner());
        list.remove(key);
        QVERIFY(!media.transfers.last().owner());
    }

    void a_picture_too_large_is_found_before_uploading()
    {
        Bench bench;
        bench.list.add(kWho, u"büyük.jpg"_s, jpeg(fileLimit(MessageKind::Image).bytes));
        QCOMPARE(bench.list.of(kWho).first()->fault, FileFault::TooLarge);
        QVERIFY(!bench.list.hasSendable(kWho));
        bench.list.sendAll(kWho);
        QTest::qWait(10);
        QCOMPARE(bench.server.calls(FakeCall::Upload), 0);
    }

    void several_go_in_order_with_their_captions_and_the_first_quotes()
    {
        Bench bench;
        const MessageId quoted = MessageId::create();
        for (int i = 0; i < 3; ++i) {
            const quint64 key = bench.list.add(kWho, u"%1.jpg"_s.arg(i), jpeg(100 + i));
            bench.list.setCaption(key, u"açıklama %1"_s.arg(i));
        }
        bench.list.sendAll(kWho, quoted);
        QTRY_COMPARE(bench.server.sent().size(), 3);
        for (int i = 0; i < 3; ++i) {
            const OutboundContent &content = bench.server.sent().at(i).content;
            QCOMPARE(content.kind, MessageKind::Image);
            QCOMPARE(content.text, u"açıklama %1"_s.arg(i));
            QCOMPARE(bench.server.uploaded(content.upload).size(), jpeg(100 + i).size());
            QCOMPARE(content.answers, i == 0 ? quoted : MessageId());
        }
        QVERIFY(bench.list.of(kWho).isEmpty());
    }

    void a_failed_upload_stops_what_comes_after_and_can_be_tried_again()
    {
        Bench bench;
        bench.list.add(kWho, u"bir.jpg"_s, jpeg());
        bench.list.add(kWho, u"iki.jpg"_s, jpeg());
        bench.server.failNext(FakeCall::Upload, ApiErrorCode::Unreachable);
        bench.list.sendAll(kWho);
        QTRY_COMPARE(bench.list.of(kWho).first()->state, AttachmentState::Failed);
        QCOMPARE(bench.list.of(kWho).last()->state, AttachmentState::Ready);
        QCOMPARE(bench.server.sent().size(), 0);
        bench.list.tryAgain(bench.list.of(kWho).first()->key);
        QTRY_COMPARE(bench.server.sent().size(), 2);
    }

    void what_the_daemon_refuses_comes_back_with_its_bytes_and_caption()
    {
        Bench bench;
        const quint64 key = bench.list.add(kWho, u"bir.jpg"_s, jpeg());
        bench.list.setCaption(key, u"önemli"_s);
        bench.server.failNext(FakeCall::Send,
                              ApiError{ApiErrorCode::Refused, SendRefusal::FileGone, {}});
        bench.list.sendAll(kWho);
        QTRY_VERIFY(bench.list.find(key) && bench.list.find(key)->state == AttachmentState::Failed);
        QCOMPARE(bench.list.find(key)->bytes, jpeg());
        QCOMPARE(bench.list.find(key)->caption, u"önemli"_s);
        bench.list.tryAgain(key);
        QTRY_COMPARE(bench.server.sent().size(), 1);
        QCOMPARE(bench.server.calls(FakeCall::Upload), 2); // the file was gone: handed over anew
    }

    void a_cancelled_upload_sends_nothing_and_keeps_the_file()
    {
        Bench bench;
        const quint64 key = bench.list.add(kWho, u"bir.jpg"_s, jpeg());
        bench.server.hang(FakeCall::Upload);
        bench.list.sendAll(kWho);
        QTRY_COMPARE(bench.list.find(key)->state, AttachmentState::Uploading);
        bench.list.cancel(key);
        bench.server.release(FakeCall::Upload);
        QTest::qWait(20);
        QCOMPARE(bench.list.find(key)->state, AttachmentState::Ready);
        QCOMPARE(bench.server.sent().size(), 0);
    }

    void an_erased_person_takes_the_files_with_them()
    {
        Bench bench;
        bench.list.add(kWho, u"bir.jpg"_s, jpeg());
        bench.list.forget(kWho);
        QVERIFY(bench.list.of(kWho).isEmpty());
    }

    void there_is_an_end_to_how_much_fits()
    {
        Bench bench;
        for (int i = 0; i < models::AttachmentList::kMostFiles; ++i)
            QVERIFY(bench.list.add(kWho, u"a.jpg"_s, jpeg()) != 0);
        QCOMPARE(bench.list.add(kWho, u"a.jpg"_s, jpeg()), quint64(0));
    }
};

DESTEK_TEST(AttachmentListTest)
#include "tst_attachment_list_test.moc"
