#include "tests/httpd/raw_client.h"
#include "tests/httpd/test_server.h"
#include "tests/kit/test_main.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <thread>

using namespace destek::httpd;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
const QByteArray kGetStream = "GET /stream HTTP/1.1\r\nHost: t\r\n\r\n";
}

class EventStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesArriveAtOnceAndInOrder();
    void qtsOwnClientReadsLive();
    void closingEndsTheResponseProperly();
    void theLastHandleEndsTheStream();
    void anHttp10ClientReadsToTheEnd();
    void aClientThatLeavesIsNoticedAtOnce();
    void aClientThatNeverReadsIsCut();
    void aClientThatNeverReadsLittleIsCutByTheDeadline();
    void manySendersOnManyThreads();
    void headGetsTheFieldsOnly();
    void stopEndsStreams();
    void streamsOutliveTheirServer();
    void idleStreamsAreNotTimedOut();
};

void EventStreams::framesArriveAtOnceAndInOrder()
{
    TestServer server;
    RawClient client(server.port());
    client.send(kGetStream);
    const EventStream stream = server.takeStream();
    const QByteArray head = client.until("\r\n\r\n");
    QVERIFY(head.contains("Content-Type: text/event-stream\r\n"));
    QVERIFY(head.contains("Cache-Control: no-store\r\n"));
    for (int i = 0; i < 50; ++i) {
        const QByteArray frame = "id: " + QByteArray::number(i) + "\n\n";
        QVERIFY(stream.send(frame));
        QVERIFY(client.until(frame).contains(frame)); // each before the next one is sent
    }
    QCOMPARE(server.counters().streams, 1);
}

void EventStreams::qtsOwnClientReadsLive()
{
    TestServer server;
    QNetworkAccessManager manager;
    const std::unique_ptr<QNetworkReply> reply(
        manager.get(QNetworkRequest(QUrl(u"http://127.0.0.1:%1/stream"_s.arg(server.port())))));
    QByteArray read;
    connect(reply.get(), &QNetworkReply::readyRead, this, [&] { read += reply->readAll(); });

    QTRY_VERIFY(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid());
    const EventStream stream = server.takeStream();
    QByteArray sent;
    for (int i = 0; i < 10; ++i) {
        sent += "data: ş\n\n";
        QVERIFY(stream.send("data: ş\n\n"));
        QTRY_COMPARE(read, sent);
    }
    stream.close();
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->error(), QNetworkReply::NoError);
}

void EventStreams::closingEndsTheResponseProperly()
{
    TestServer server;
    RawClient client(server.port());
    client.send(kGetStream);
    const EventStream stream = server.takeStream();
    std::atomic<int> closed = 0;
    stream.onClosed([&] { ++closed; });
    QVERIFY(stream.send("data: last\n\n"));
    stream.close();
    stream.close();
    QVERIFY(!stream.isOpen());
    QVERIFY(!stream.send("data: more\n\n"));
    const QByteArray all = client.untilClosed();
    QVERIFY(all.endsWith("c\r\ndata: last\n\n\r\n0\r\n\r\n"));
    QVERIFY(eventually([&] { return closed == 1; }));
    stream.onClosed([&] { ++closed; });
    QCOMPARE(closed, 2);
    QCOMPARE(server.counters().streams, 0);
}

void EventStreams::theLastHandleEndsTheStream()
{
    TestServer server;
    RawClient client(server.port());
    client.send(kGetStream);
    {
        const EventStream stream = server.takeStream();
        const EventStream copy = stream;
        copy.send("data: x\n\n");
    }
    QVERIFY(client.untilClosed().endsWith("data: x\n\n\r\n0\r\n\r\n"));
}

void EventStreams::anHttp10ClientReadsToTheEnd()
{
    TestServer server;
    RawClient client(server.port());
    client.send("GET /stream HTTP/1.0\r\nHost: t\r\n\r\n");
    const EventStream stream = server.takeStream();
    stream.send("data: x\n\n");
    stream.close();
    const QByteArray all = client.untilClosed();
    QVERIFY(all.endsWith("\r\n\r\ndata: x\n\n"));
    QVERIFY(!all.contains("chunked"));
}

void EventStreams::aClientThatLeavesIsNoticedAtOnce()
{
    TestServer server;
    QList<EventStream> streams;
    std::atomic<int> closed = 0;
    {
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 20; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.port()));
            clients.back()->send(kGetStream);
            streams.append(server.takeStream());
            streams.last().onClosed([&] { ++closed; });
        }
        QCOMPARE(server.counters().streams, 20);
        clients.front()->reset();
    }
    // Nothing is sent: leaving alone ends them.
    QVERIFY(eventually([&] { return closed == 20 && server.counters().connections == 0; }));
    QVERIFY(!streams.first().isOpen());
    QVERIFY(!streams.first().send("x"));
}

void EventStreams::aClientThatNeverReadsIsCut()
{
    auto limits = TestServer::patientLimits();
    limits.streamQueue = 64 * 1024;
    TestServer server(limits);
    RawClient client(server.port());
    client.socket().setReadBufferSize(1024);
    client.send(kGetStream);
    const EventStream stream = server.takeStream();
    QVERIFY(eventually([&] { return server.counters().streams == 1; }));
    std::atomic<bool> closed = false;
    stream.onClosed([&] { closed = true; });
    const QByteArray frame = "data: " + QByteArray(50'000, 'x') + "\n\n";
    qint64 taken = 0;
    // The system buffers some megabytes; after that the queue must not grow.
    const auto refused = [&] {
        if (!stream.send(frame))
            return true;
        taken += frame.size();
        return taken > 200'000'000;
    };
    QVERIFY(eventually(refused, 2 * destek::test::kPatience));
    QVERIFY(taken < 200'000'000);
    QVERIFY(eventually([&] { return closed.load(); }));
    QCOMPARE(server.counters().streamsCut, 1);
    QVERIFY(server.servesOthers());
}

void EventStreams::aClientThatNeverReadsLittleIsCutByTheDeadline()
{
    auto limits = TestServer::patientLimits();
    limits.streamQueue = 64 * 1024 * 1024;
    limits.write = 2s;
    TestServer server(limits);
    RawClient client(server.port());
    client.socket().setReadBufferSize(1024);
    client.send(kGetStream);
    const EventStream stream = server.takeStream();
    for (int i = 0; i < 16; ++i)
        QVERIFY(stream.send(QByteArray(1024 * 1024, 'x')));
    QVERIFY(eventually([&] { return !stream.isOpen(); }));
    QCOMPARE(server.counters().timeouts, 1);
}

void EventStreams::manySendersOnManyThreads()
{
    TestServer server;
    RawClient client(server.port());
    client.send(kGetStream);
    const EventStream stream = server.takeStream();
    {
        std::vector<std::thread> senders;
        for (int t = 0; t < 4; ++t) {
            senders.emplace_back([stream] {
                for (int i = 0; i < 200; ++i)
                    stream.send("data: one whole frame\n\n");
            });
        }
        for (std::thread &sender : senders)
            sender.join();
    }
    stream.close();
    QByteArray all = client.untilClosed();
    QCOMPARE(all.count("data: one whole frame\n\n"), 800);
}

void EventStreams::headGetsTheFieldsOnly()
{
    TestServer server;
    RawClient client(server.port());
    client.send("HEAD /stream HTTP/1.1\r\nHost: t\r\n\r\n");
    const EventStream stream = server.takeStream();
    QVERIFY(client.untilClosed().endsWith("\r\n\r\n"));
    QVERIFY(!stream.isOpen());
}

void EventStreams::stopEndsStreams()
{
    TestServer server;
    RawClient client(server.port());
    client.send(kGetStream);
    const EventStream stream = server.takeStream();
    QVERIFY(stream.send("data: x\n\n"));
    QVERIFY(client.until("data: x\n\n").contains("data: x"));
    server.server().stop(60s);
    QVERIFY(client.untilClosed().endsWith("0\r\n\r\n"));
    QVERIFY(!stream.isOpen());
}

void EventStreams::streamsOutliveTheirServer()
{
    TestServer server;
    RawClient client(server.port());
    client.send(kGetStream);
    const EventStream stream = server.takeStream();
    std::atomic<int> closed = 0;
    stream.onClosed([&] { ++closed; });
    server.destroy();
    QCOMPARE(closed, 1);
    QVERIFY(!stream.send("x"));
    stream.close();
}

void EventStreams::idleStreamsAreNotTimedOut()
{
    auto limits = TestServer::patientLimits();
    limits.request = limits.idle = limits.write = limits.handlerTimeout = 2s;
    TestServer server(limits);
    RawClient client(server.port());
    client.send(kGetStream);
    const EventStream stream = server.takeStream();
    QVERIFY(!client.closes(3000));
    QVERIFY(stream.send("data: still here\n\n"));
    QVERIFY(client.until("still here").contains("still here"));
}

DESTEK_TEST(EventStreams)
#include "tst_event_streams.moc"
