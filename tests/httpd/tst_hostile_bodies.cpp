#include "tests/httpd/raw_client.h"
#include "tests/httpd/test_server.h"
#include "tests/kit/test_main.h"

#include <QTest>

using namespace destek::httpd;
using namespace Qt::StringLiterals;

namespace
{

QByteArray head(const QByteArray &path, qint64 length)
{
    return "POST " + path +
           " HTTP/1.1\r\nHost: t\r\nContent-Length: " + QByteArray::number(length) + "\r\n\r\n";
}

QByteArray chunkedHead(const QByteArray &path)
{
    return "POST " + path + " HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n";
}

} // namespace

/// Bodies that are too long, that lie, or that cost more than they carry: facts/server.md 2.
class HostileBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLimitIsExact();
    void anOversizedLengthIsRefusedBeforeTheBody_data();
    void anOversizedLengthIsRefusedBeforeTheBody();
    void aFloodAfterTheRefusalIsCut();
    void anOversizedChunkedBodyIsRefused_data();
    void anOversizedChunkedBodyIsRefused();
    void oneByteChunksAreCounted();
    void extensionFloodsAreRefused();
    void endlessTrailersAreRefused();
    void aLengthThatPromisesTooMuchEndsAtTheDeadline();
    void aBodyCutShortIsNeverHandled();
    void bodiesInFlightShareABudget();
    void promisedBytesDoNotCostBudget();
};

void HostileBodies::theLimitIsExact()
{
    TestServer server;
    QCOMPARE(RawClient(server.port()).send(head("/small", 16) + QByteArray(16, 'x')).answer().body,
             QByteArray("16"));
    QCOMPARE(statusFor(server.port(), head("/small", 17)), 413);
    QCOMPARE(
        statusFor(server.port(), chunkedHead("/small") + "10\r\n0123456789abcdef\r\n0\r\n\r\n"),
        200);
    QCOMPARE(statusFor(server.port(),
                       chunkedHead("/small") + "10\r\n0123456789abcdef\r\n1\r\nx\r\n0\r\n\r\n"),
             413);
}

void HostileBodies::anOversizedLengthIsRefusedBeforeTheBody_data()
{
    QTest::addColumn<qint64>("length");
    QTest::newRow("one more") << qint64{64 * 1024 + 1};
    QTest::newRow("2 GB") << qint64{2} * 1024 * 1024 * 1024;
    QTest::newRow("18 digits") << qint64{999'999'999'999'999'999};
}

void HostileBodies::anOversizedLengthIsRefusedBeforeTheBody()
{
    QFETCH(qint64, length);
    TestServer server;
    RawClient client(server.port());
    QCOMPARE(client.send(head("/echo", length)).answer().status, 413); // not a byte of it sent
    QVERIFY(client.closes());
}

void HostileBodies::aFloodAfterTheRefusalIsCut()
{
    TestServer server;
    RawClient client(server.port());
    client.send(head("/echo", 2'000'000'000) + QByteArray(30'000'000, 'x'));
    QVERIFY(client.closes());
    QCOMPARE(server.counters().bodyBytes, 0);
    QVERIFY(server.servesOthers());
}

void HostileBodies::anOversizedChunkedBodyIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("one huge chunk announced") << QByteArray("7fffffff\r\n");
    QTest::newRow("16 digits") << QByteArray("ffffffffffffffff\r\n");
    QTest::newRow("many chunks") << ("400\r\n" + QByteArray(1024, 'x') + "\r\n").repeated(65);
}

void HostileBodies::anOversizedChunkedBodyIsRefused()
{
    QFETCH(QByteArray, body);
    TestServer server;
    RawClient client(server.port());
    QCOMPARE(client.send(chunkedHead("/echo") + body).answer().status, 413);
    QVERIFY(client.closes());
}

void HostileBodies::oneByteChunksAreCounted()
{
    TestServer server;
    const QByteArray one = "1\r\nx\r\n";
    QCOMPARE(statusFor(server.port(), chunkedHead("/echo") + one.repeated(1000) + "0\r\n\r\n"),
             200);
    QCOMPARE(statusFor(server.port(), chunkedHead("/echo") + one.repeated(64 * 1024 + 1)), 413);
    // The same bytes with padded sizes: more framing than any honest sender needs.
    const QByteArray padded = QByteArray(3000, '0') + "1\r\nx\r\n";
    const int status = statusFor(server.port(), chunkedHead("/small") + padded.repeated(400));
    QVERIFY(status == 413 || status == 400);
}

void HostileBodies::extensionFloodsAreRefused()
{
    TestServer server;
    const QByteArray small = "1;aaaaaaaaaa=bbbbbbbbbb\r\nx\r\n";
    QCOMPARE(statusFor(server.port(), chunkedHead("/echo") + small.repeated(10) + "0\r\n\r\n"),
             200);
    QCOMPARE(statusFor(server.port(), chunkedHead("/echo") + small.repeated(100) + "0\r\n\r\n"),
             431);
    RawClient endless(server.port());
    endless.send(chunkedHead("/echo") + "5;" + QByteArray(2'000'000, 'a'));
    QVERIFY(endless.closes());
    QVERIFY(server.servesOthers());
}

void HostileBodies::endlessTrailersAreRefused()
{
    TestServer server;
    QCOMPARE(statusFor(server.port(),
                       chunkedHead("/echo") + "0\r\n" + QByteArray("Aaaa: b\r\n").repeated(5000)),
             431);
    RawClient endless(server.port());
    endless.send(chunkedHead("/echo") + "1\r\nx\r\n0\r\nX: " + QByteArray(5'000'000, 'a'));
    QVERIFY(endless.closes());
    QVERIFY(server.servesOthers());
}

void HostileBodies::aLengthThatPromisesTooMuchEndsAtTheDeadline()
{
    TestServer server(TestServer::shortLimits());
    RawClient client(server.port());
    QCOMPARE(client.send(head("/echo", 100) + "only this").answer().status, 408);
    QVERIFY(client.closes());
}

void HostileBodies::aBodyCutShortIsNeverHandled()
{
    std::atomic<int> handled = 0;
    TestServer server(TestServer::patientLimits(), {},
                      {Route{"POST", u"/count"_s, [&](const Request &, const Responder &responder) {
                                 ++handled;
                                 responder.respond(Reply::empty());
                             }}});
    for (int i = 0; i < 10; ++i) {
        RawClient orderly(server.port());
        orderly.send(head("/count", 10) + "short");
        orderly.socket().disconnectFromHost();
        RawClient rude(server.port());
        rude.send(chunkedHead("/count") + "5\r\nhello\r\n0\r\n");
        rude.reset();
    }
    QVERIFY(eventually([&] { return server.counters().connections == 0; }));
    QCOMPARE(handled, 0);
    QCOMPARE(server.counters().bodyBytes, 0);
}

void HostileBodies::bodiesInFlightShareABudget()
{
    ServerLimits shared;
    shared.bodyBudget = 100'000;
    TestServer server(TestServer::patientLimits(), shared);
    RawClient holder(server.port());
    holder.send(head("/echo", 64'000) + QByteArray(63'000, 'x'));
    QVERIFY(eventually([&] { return server.counters().bodyBytes == 63'000; }));
    const auto refused =
        RawClient(server.port()).send(head("/echo", 64'000) + QByteArray(64'000, 'y')).answer();
    QCOMPARE(refused.status, 503);
    QVERIFY(!refused.field("Retry-After").isEmpty());
    // What has been answered gives its share back.
    QCOMPARE(holder.send(QByteArray(1'000, 'x')).answer().status, 200);
    QVERIFY(eventually([&] { return server.counters().bodyBytes == 0; }));
    QCOMPARE(statusFor(server.port(), head("/echo", 64'000) + QByteArray(64'000, 'y')), 200);
}

void HostileBodies::promisedBytesDoNotCostBudget()
{
    ServerLimits shared;
    shared.bodyBudget = 100'000;
    TestServer server(TestServer::patientLimits(), shared);
    std::vector<std::unique_ptr<RawClient>> promising;
    for (int i = 0; i < 20; ++i) {
        promising.push_back(std::make_unique<RawClient>(server.port()));
        promising.back()->send(head("/echo", 64'000) + "x");
    }
    QVERIFY(eventually([&] { return server.counters().bodyBytes == 20; }));
    QCOMPARE(statusFor(server.port(), head("/echo", 64'000) + QByteArray(64'000, 'y')), 200);
}

DESTEK_TEST(HostileBodies)
#include "tst_hostile_bodies.moc"
