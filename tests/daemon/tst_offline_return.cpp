// A console comes back to the real daemon with words written offline (design/journeys.md 6.1 at
// 14:02): sent once if nothing happened, asked about if something did.
#include "models/outgoing/offline_queue.h"
#include "net/http/http_conversation_api.h"
#include "net/outbox/pending_sends.h"
#include "tests/daemon/served_house.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

#include <QJsonArray>
#include <QSslCertificate>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::test;
using models::WorldChange;

namespace
{

/// Two agents, one conversation; the first one writes without a connection.
struct Return {
    ManualClock clock{SystemClock().now()}; // the house's certificate must be valid today
    House house{0, &clock};
    QByteArray ayse = house.signedIn(u"ayse"_s, {Role::Agent});
    QByteArray mehmet = house.signedIn(u"mehmet"_s, {Role::Agent});
    daemon::ConversationRecord talk = house.says(kAyse, u"wamid.1"_s, u"Siparişim nerede?"_s);
    net::HttpTransport transport;
    net::HttpConversationApi api{&transport};
    net::PendingSends outbox{&api};
    models::OfflineQueue queue{&outbox, &api, &clock};

    Return()
    {
        net::DaemonLink link;
        link.server = QUrl(u"https://127.0.0.1:%1"_s.arg(house.port()));
        link.ca = house.tls().caCertificates().first();
        link.token = Secret(ayse);
        transport.setLink(link);
        outbox.resumeFor(AgentId(1));
        outbox.hold();
    }
    MessageId write(const QString &words)
    {
        net::QueuedMessage queued;
        queued.message.id = MessageId::create();
        queued.message.conversation = talk.id;
        queued.message.content.text = words;
        queued.writtenAt = queued.knownUntil = clock.now();
        clock.advance(std::chrono::minutes(1));
        return outbox.send(queued) ? queued.message.id : MessageId();
    }
    [[nodiscard]] QString path() const
    {
        return u"/v1/conversations/%1/messages"_s.arg(talk.id.value);
    }
    int post(const QByteArray &as, const MessageId &id, const QString &words)
    {
        const int status = house
                               .post(path(), as,
                                     {{u"id"_s, id.toString()},
                                      {u"purpose"_s, u"support_answer"_s},
                                      {u"text"_s, words}})
                               .status;
        clock.advance(std::chrono::seconds(5));
        return status;
    }
    void comeBack()
    {
        outbox.goOn();
        queue.check(AgentId(1), true);
    }
    /// What the daemon has of ours.
    QStringList written()
    {
        QStringList words;
        const QJsonArray all =
            house.call("GET", path(), mehmet).json.value(u"messages"_s).toArray();
        for (const QJsonValue &one : all) {
            if (one[u"direction"_s].toString() == u"outbound"_s)
                words << one[u"text"_s].toString();
        }
        return words;
    }
};

} // namespace

class OfflineReturn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aQuietWorldGetsItOnce()
    {
        Return back;
        QVERIFY(back.write(u"Yolda"_s).isValid());
        QVERIFY(back.written().isEmpty());
        back.comeBack();
        QTRY_VERIFY(back.outbox.pending().isEmpty());
        QCOMPARE(back.written(), QStringList{u"Yolda"_s});
        QVERIFY(back.queue.questions().isEmpty());
    }

    void aColleaguesAnswerIsSeenFirst()
    {
        Return back;
        const MessageId id = back.write(u"Yolda"_s);
        QCOMPARE(back.post(back.mehmet, MessageId::create(), u"Kargoda"_s), 202);
        back.comeBack();
        QTRY_COMPARE(back.queue.questions().size(), 1);
        QCOMPARE(back.queue.questions().first().change, WorldChange::Held); // for a minute
        back.clock.advance(std::chrono::minutes(2));
        back.comeBack();
        QTRY_COMPARE(back.queue.questions().size(), 1);
        QTRY_COMPARE(back.queue.questions().first().change, WorldChange::Answered);
        QCOMPARE(back.queue.questions().first().author, u"mehmet"_s);
        QCOMPARE(back.written(), QStringList{u"Kargoda"_s}); // never blindly
        back.queue.send(id);
        QTRY_VERIFY(back.outbox.pending().isEmpty());
        QCOMPARE(back.written(), (QStringList{u"Kargoda"_s, u"Yolda"_s}));
    }

    void aLostAnswerIsNotDoubled()
    {
        Return back;
        const MessageId id = back.write(u"Yolda"_s);
        QCOMPARE(back.post(back.ayse, id, u"Yolda"_s), 202); // it arrived; nobody heard that it did
        back.comeBack();
        QTRY_VERIFY(back.outbox.pending().isEmpty());
        QVERIFY(back.queue.questions().isEmpty());
        QCOMPARE(back.written(), QStringList{u"Yolda"_s});
    }
};

DESTEK_TEST(OfflineReturn)
#include "tst_offline_return.moc"
