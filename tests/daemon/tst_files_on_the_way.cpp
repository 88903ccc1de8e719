#include "daemon/service/channel_book.h"
#include "daemon/service/dispatcher.h"
#include "tests/daemon/desk.h"
#include "tests/kit/test_main.h"

#include <QTest>

using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

namespace
{

/// Takes what is posted.
class Meta final : public MetaGateway
{
public:
    QList<OutboundRequest> seen;

    void send(const OutboundRequest &request, std::function<void(SendAnswer)> answer) override
    {
        seen << request;
        QTimer::singleShot(0, [request, answer = std::move(answer)] {
            answer(Desk::accepted(u"wamid."_s + request.id.toString()));
        });
    }
    void fetchTemplates(std::function<void(std::optional<QList<TemplateRecord>>)> answer) override
    {
        answer(std::nullopt);
    }
};

/// A dispatcher whose files are answered as the test says.
struct Post {
    Desk desk;
    Meta meta;
    Dispatcher dispatcher{desk.kit().store(), meta, desk.clock()};
    HandOverAnswer says; ///< to the next files
    QList<UploadId> asked;
    QList<meta::Sender> people;

    explicit Post(int writers = 1)
    {
        for (int i = 0; i < writers; ++i) {
            people << meta::Sender{u"9053200000%1"_s.arg(10 + i), u"TR.%1"_s.arg(i), u"A"_s, {}};
            desk.says(people.last(), u"wamid.%1"_s.arg(i), 0, u"Merhaba"_s);
        }
        dispatcher.setHandOver([this](UploadId file, std::function<void(HandOverAnswer)> answer) {
            asked << file;
            QTimer::singleShot(0, [this, file, answer = std::move(answer)] {
                if (!says.metaId.isEmpty())
                    remember(file, says.metaId);
                answer(says);
            });
        });
    }
    ~Post() { desk.kit().store().close(); } // before the services

    static HandOverAnswer refusal(int status, int code) { return {{}, true, status, code}; }
    static HandOverAnswer taken() { return {u"4711"_s, true, 200}; }

    UploadId file(const meta::Sender &to)
    {
        const ConversationRecord conversation = desk.conversation(to);
        MediaRecord file;
        file.contact = conversation.contact;
        file.conversation = conversation.id;
        file.phoneNumberId = conversation.phoneNumberId;
        file.direction = Direction::Outbound;
        file.state = MediaState::Here;
        file.mimeType = u"image/png"_s;
        file.fileName = u"koli.png"_s;
        file.size = 10;
        file.at = file.createdAt = desk.clock().now();
        desk.kit().write([&](Tx &tx) -> Stored<Done> {
            const auto id = tx.media().insert(file);
            if (!id)
                return failure(id.error());
            file.id = *id;
            return done();
        });
        return file.id;
    }
    MessageId picture(const meta::Sender &to)
    {
        SendCommand command = desk.text(to, {});
        command.content.kind = MessageKind::Image;
        command.content.upload = file(to);
        if (desk.queue(command).refusal)
            qFatal("refused");
        return command.id;
    }
    void remember(UploadId id, const QString &metaId)
    {
        desk.kit().write([&](Tx &tx) -> Stored<Done> {
            auto media = std::as_const(tx).media().record(id);
            if (!media)
                return failure(media.error());
            media->metaId = metaId;
            media->handedOverAt = desk.clock().now();
            return tx.media().update(*media);
        });
    }
    /// Lets everything happen that is due now.
    void settles()
    {
        dispatcher.wake();
        QTest::qWait(150);
    }
    void later(Duration by)
    {
        desk.clock().advance(by);
        settles();
    }
    ChannelView channel()
    {
        return desk.kit().read<ChannelView>(
            [&](const Tx &tx) { return ChannelBook::view(tx, desk.clock().now()); });
    }
};

} // namespace

/// A file is handed over to WhatsApp before its message; what WhatsApp says to it means what it
/// says to a message (facts/whatsapp.md 6).
class FilesOnTheWay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDeadTokenKeepsPicturesAndRaisesTheAlarm_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("alert");
        QTest::newRow("token") << 190 << u"token"_s;
        QTest::newRow("account") << 368 << u"restricted"_s;
        QTest::newRow("locked") << 131031 << u"restricted"_s;
        QTest::newRow("billing") << 131042 << u"billing"_s;
        QTest::newRow("registration") << 133010 << u"alert"_s;
    }
    void aDeadTokenKeepsPicturesAndRaisesTheAlarm()
    {
        QFETCH(int, code);
        QFETCH(QString, alert);
        Post post;
        const MessageId id = post.picture(post.people.first());
        post.says = Post::refusal(401, code);
        post.dispatcher.start();
        QTRY_VERIFY(post.channel().sendingStopped);
        QCOMPARE(post.desk.message(id).state, SendState::Queued);
        QCOMPARE(post.channel().alerts.size(), 1);
        QCOMPARE(post.channel().alerts.first().kind, alert);
        QCOMPARE(post.channel().alerts.first().severity, AlertSeverity::Critical);
        post.settles();
        QCOMPARE(post.asked.size(), 1); // not again at once
        post.says = Post::taken();
        post.later(std::chrono::minutes(1)); // handed over ...
        post.later(std::chrono::minutes(1)); // ... and sent
        QTRY_COMPARE(post.desk.message(id).state, SendState::Accepted);
        QVERIFY(!post.channel().sendingStopped);
    }

    void whileMetaRefusesUsOneFileAMinuteIsTried()
    {
        Post post(6);
        QList<MessageId> ids;
        for (const meta::Sender &person : std::as_const(post.people))
            ids << post.picture(person);
        post.desk.kit().write([&](Tx &tx) {
            return ChannelBook(tx, post.desk.clock()).refused(meta::kNumberId, 190);
        });
        post.says = Post::refusal(401, 190);
        post.dispatcher.start();
        post.settles();
        QVERIFY(post.asked.isEmpty());
        for (int minute = 1; minute <= 3; ++minute) {
            post.later(std::chrono::minutes(1));
            post.settles();
            QCOMPARE(post.asked.size(), minute);
        }
        for (const MessageId &id : std::as_const(ids))
            QCOMPARE(post.desk.message(id).state, SendState::Queued);
    }

    void maintenanceDelaysAPicture()
    {
        Post post;
        const MessageId id = post.picture(post.people.first());
        post.says = Post::refusal(400, 131057);
        post.dispatcher.start();
        QTRY_COMPARE(post.desk.message(id).errorCode, 131057);
        QCOMPARE(post.desk.message(id).state, SendState::Queued);
        // Held back by WhatsApp, not by its author.
        QVERIFY(!Views::message(post.desk.message(id)).goesAt);
        post.later(std::chrono::seconds(29));
        QCOMPARE(post.asked.size(), 1);
        post.says = Post::taken();
        post.later(std::chrono::seconds(1)); // handed over ...
        post.later(std::chrono::seconds(1)); // ... and sent
        QTRY_COMPARE(post.desk.message(id).state, SendState::Accepted);
        QCOMPARE(post.asked.size(), 2);
        QCOMPARE(post.desk.message(id).errorCode, 0);
        QVERIFY(!post.channel().sendingStopped);
    }

    void whatIsRefusedForGoodFailsAndIsSaid()
    {
        Post post;
        const MessageId id = post.picture(post.people.first());
        post.says = Post::refusal(400, 131005); // no permission: the administrator must know
        post.dispatcher.start();
        QTRY_COMPARE(post.desk.message(id).state, SendState::Failed);
        QCOMPARE(post.desk.message(id).errorCode, 131005);
        QCOMPARE(post.channel().alerts.size(), 1);
        QVERIFY(!post.channel().sendingStopped);
        QVERIFY(post.meta.seen.isEmpty());
    }

    void aFileThatIsNotTakenLeavesTheTrialToOthers()
    {
        Post post(2);
        const MessageId picture = post.picture(post.people.first());
        post.desk.clock().advance(std::chrono::seconds(1));
        const SendCommand words = post.desk.text(post.people.last(), u"Buyurun"_s);
        QVERIFY(!post.desk.queue(words).refusal);
        post.desk.kit().write([&](Tx &tx) {
            return ChannelBook(tx, post.desk.clock()).refused(meta::kNumberId, 190);
        });
        post.says = Post::refusal(400, 80007); // waits minutes
        post.dispatcher.start();
        for (int minute = 0; minute < 4; ++minute)
            post.later(std::chrono::minutes(1));
        QTRY_COMPARE(post.desk.message(words.id).state, SendState::Accepted);
        QCOMPARE(post.desk.message(picture).state, SendState::Queued);
    }
};

DESTEK_TEST(FilesOnTheWay)
#include "tst_files_on_the_way.moc"
