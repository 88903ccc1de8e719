#include "tests/httpd/raw_client.h"
#include "tests/httpd/test_server.h"
#include "tests/kit/test_main.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <QThread>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <vector>

using namespace destek::httpd;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

using Clients = std::vector<std::unique_ptr<RawClient>>;

Clients connected(quint16 port, int count, const QByteArray &first = {})
{
    Clients clients;
    for (int i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<RawClient>(port));
        if (!first.isEmpty())
            clients.back()->send(first);
    }
    return clients;
}

/// Sends the text byte by byte, round and round, until the server has closed every connection;
/// false when patience has run out.
bool dripUntilClosed(Clients &clients, const QByteArray &text)
{
    QElapsedTimer timer;
    timer.start();
    for (qsizetype at = 0; timer.elapsed() < destek::test::kPatience; ++at) {
        bool open = false;
        for (const auto &client : clients) {
            QTcpSocket &socket = client->socket();
            socket.waitForReadyRead(0);
            if (socket.state() != QAbstractSocket::ConnectedState)
                continue;
            open = true;
            socket.write(text.mid(at % text.size(), 1));
            socket.flush();
        }
        if (!open)
            return true;
        QThread::msleep(20);
    }
    return false;
}

qint64 residentKilobytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE) / 1024;
}

/// Takes every free descriptor of the process but a few, and gives them back.
class DescriptorFamine
{
public:
    explicit DescriptorFamine(int leave)
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        const rlimit lower{std::min<rlim_t>(m_before.rlim_cur, 512), m_before.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &lower);
        for (int fd = ::open("/dev/null", O_RDONLY); fd >= 0; fd = ::open("/dev/null", O_RDONLY))
            m_taken.push_back(fd);
        for (int i = 0; i < leave && !m_taken.empty(); ++i)
            release();
    }
    ~DescriptorFamine()
    {
        while (!m_taken.empty())
            release();
        ::setrlimit(RLIMIT_NOFILE, &m_before);
    }
    DescriptorFamine(const DescriptorFamine &) = delete;
    DescriptorFamine &operator=(const DescriptorFamine &) = delete;

private:
    void release()
    {
        ::close(m_taken.back());
        m_taken.pop_back();
    }
    rlimit m_before{};
    std::vector<int> m_taken;
};

} // namespace

/// Clients that dribble, fall silent, flood or vanish: facts/server.md section 2.
class HostileConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drippedHeadsAreCutAtTheDeadline();
    void drippedBodiesAreCutAtTheDeadline();
    void drippedRequestsOnAKeptConnectionAreCut();
    void aLongIdleTimeDoesNotProtectADribble();
    void silentConnectionsAreClosed();
    void idleConnectionsAreClosedQuietly();
    void aRouteMayAllowLongerUploads();
    void oneAddressMayHoldOnlySoMany();
    void theServerMayHoldOnlySoMany();
    void whoIsKnownDoesNotCountAgainstTheAddress();
    void pipeliningWithoutReadingStaysSmall();
    void pipeliningWhileAHandlerThinksStaysSmall();
    void repliesThatAreNotReadAreCut();
    void resetsWhilePending();
    void runningOutOfDescriptorsIsSurvived();
    void connectionsEndAfterTheirShareOfRequests();
};

void HostileConnections::drippedHeadsAreCutAtTheDeadline()
{
    TestServer server(TestServer::shortLimits());
    Clients clients = connected(server.port(), 50, "GET /hello HTTP/1.1\r\nHost: t\r\n");
    QVERIFY(dripUntilClosed(clients, "X-Slow: loris\r\n"));
    QVERIFY(server.counters().timeouts >= 50);
    QVERIFY(server.servesOthers());
}

void HostileConnections::drippedBodiesAreCutAtTheDeadline()
{
    TestServer server(TestServer::shortLimits());
    Clients clients = connected(server.port(), 25,
                                "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 60000\r\n\r\n");
    Clients chunked = connected(
        server.port(), 25, "POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (auto &client : chunked)
        client->send("ffff\r\n");
    std::move(chunked.begin(), chunked.end(), std::back_inserter(clients));
    QVERIFY(dripUntilClosed(clients, "x"));
    QVERIFY(eventually([&] { return server.counters().connections == 0; }));
    QCOMPARE(server.counters().bodyBytes, 0);
}

void HostileConnections::drippedRequestsOnAKeptConnectionAreCut()
{
    auto limits = TestServer::patientLimits();
    limits.request = 2s;
    TestServer server(limits);
    Clients clients = connected(server.port(), 20, "GET /hello HTTP/1.1\r\nHost: t\r\n\r\n");
    for (auto &client : clients) {
        QCOMPARE(client->answer().status, 200);
        client->send("GET /");
    }
    QVERIFY(dripUntilClosed(clients, "a")); // a path without an end is no malformed request
    QVERIFY(server.counters().timeouts >= 20);
}

void HostileConnections::aLongIdleTimeDoesNotProtectADribble()
{
    // The first byte moves the deadline earlier, from an hour to seconds: the timer must notice.
    auto limits = TestServer::patientLimits();
    limits.idle = 1h;
    limits.write = 1h;
    limits.request = 2s;
    TestServer server(limits);
    RawClient client(server.port());
    QCOMPARE(client.send("GET /hello HTTP/1.1\r\nHost: t\r\n\r\n").answer().status, 200);
    QCOMPARE(client.send("G").answer().status, 408);
    QVERIFY(client.closes());
}

void HostileConnections::silentConnectionsAreClosed()
{
    TestServer server(TestServer::shortLimits());
    Clients clients = connected(server.port(), 100);
    QVERIFY(server.servesOthers());
    for (auto &client : clients)
        QCOMPARE(client->untilClosed(), QByteArray(""));
    QVERIFY(eventually([&] { return server.counters().connections == 0; }));
    QVERIFY(server.counters().timeouts >= 100);
}

void HostileConnections::idleConnectionsAreClosedQuietly()
{
    auto limits = TestServer::patientLimits();
    limits.idle = 400ms;
    TestServer server(limits);
    RawClient client(server.port());
    QCOMPARE(client.send("GET /hello HTTP/1.1\r\nHost: t\r\n\r\n").answer().status, 200);
    QCOMPARE(client.untilClosed(), QByteArray(""));
    QCOMPARE(server.counters().timeouts, 0);
}

void HostileConnections::aRouteMayAllowLongerUploads()
{
    Route slow{"POST", u"/upload"_s, [](const Request &request, const Responder &responder) {
                   responder.respond(Reply::text(200, QByteArray::number(request.body.size())));
               }};
    slow.requestTimeout = 60s;
    auto limits = TestServer::patientLimits();
    limits.request = 2s; // for the head to come in
    TestServer server(limits, {}, {slow});
    RawClient client(server.port());
    client.send("POST /upload HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\n\r\na");
    QVERIFY(!client.closes(3000));
    QCOMPARE(client.send("b").answer().body, QByteArray("2"));
}

void HostileConnections::oneAddressMayHoldOnlySoMany()
{
    auto limits = TestServer::patientLimits();
    limits.connectionsPerAddress = 5;
    TestServer server(limits);
    Clients clients = connected(server.port(), 5);
    QVERIFY(eventually([&] { return server.counters().accepted == 5; }));
    QVERIFY(RawClient(server.port()).closes());
    QCOMPARE(server.counters().refusedAddress, 1);
    clients.pop_back();
    QVERIFY(eventually([&] { return server.counters().connections == 4; }));
    QVERIFY(server.servesOthers());
}

void HostileConnections::theServerMayHoldOnlySoMany()
{
    ServerLimits shared;
    shared.connections = 5;
    TestServer server(TestServer::patientLimits(), shared);
    Clients clients = connected(server.port(), 5);
    QVERIFY(eventually([&] { return server.counters().accepted == 5; }));
    QVERIFY(RawClient(server.port()).closes());
    QCOMPARE(server.counters().refusedTotal, 1);
    clients.clear();
    QVERIFY(eventually([&] { return server.counters().connections == 0; }));
    QVERIFY(server.servesOthers());
}

void HostileConnections::whoIsKnownDoesNotCountAgainstTheAddress()
{
    auto limits = TestServer::patientLimits();
    limits.connectionsPerAddress = 2;
    TestServer server(limits, {},
                      {Route{"GET", u"/signin"_s, [](const Request &, const Responder &responder) {
                                 responder.exemptFromAddressLimit();
                                 responder.respond(Reply::empty());
                             }}});
    Clients office;
    for (int i = 0; i < 10; ++i) {
        office.push_back(std::make_unique<RawClient>(server.port()));
        office.back()->send("GET /signin HTTP/1.1\r\nHost: t\r\n\r\n");
        QCOMPARE(office.back()->answer().status, 204);
    }
    QCOMPARE(server.counters().refusedAddress, 0);
    QCOMPARE(server.counters().connections, 10);
}

void HostileConnections::pipeliningWithoutReadingStaysSmall()
{
    auto limits = TestServer::patientLimits();
    limits.write = 2s;
    limits.minimumRate = 1'000'000'000;
    TestServer server(limits, {},
                      {Route{"GET", u"/big"_s, [](const Request &, const Responder &responder) {
                                 static const QByteArray kBig(100'000, 'x');
                                 responder.respond(Reply::text(200, kBig));
                             }}});
    const qint64 before = residentKilobytes();
    Clients clients = connected(server.port(), 5);
    const QByteArray request = "GET /big HTTP/1.1\r\nHost: t\r\n\r\n";
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 1000) {
        for (auto &client : clients) {
            client->socket().setReadBufferSize(1);
            if (client->socket().bytesToWrite() < 100'000)
                client->socket().write(request.repeated(100));
            client->socket().waitForBytesWritten(1);
        }
    }
    QVERIFY(server.servesOthers());
    const qint64 grown = residentKilobytes() - before;
    QVERIFY2(grown < 60'000, QByteArray::number(grown).constData());
    // And then they are cut: what is written to them does not move.
    QVERIFY(eventually([&] { return server.counters().timeouts >= 5; }));
}

void HostileConnections::pipeliningWhileAHandlerThinksStaysSmall()
{
    auto limits = TestServer::patientLimits();
    limits.handlerTimeout = 1h;
    TestServer server(limits);
    RawClient client(server.port());
    client.send("GET /later HTTP/1.1\r\nHost: t\r\n\r\n");
    const Responder responder = server.takeKept();
    const QByteArray junk("GET /hello HTTP/1.1\r\nHost: t\r\n\r\n");
    qint64 taken = 0;
    // Socket buffers take some megabytes; the server itself takes `pending` and then stops.
    for (int i = 0; i < 1000 && client.socket().bytesToWrite() < 1'000'000; ++i) {
        taken += client.socket().write(junk.repeated(1000));
        client.socket().waitForBytesWritten(20);
    }
    QVERIFY(client.socket().bytesToWrite() > 0);
    responder.respond(Reply::text(200, "at last"));
    QCOMPARE(client.answer().body, QByteArray("at last"));
    QCOMPARE(client.answer().body, QByteArray("hello"));
}

void HostileConnections::repliesThatAreNotReadAreCut()
{
    auto limits = TestServer::patientLimits();
    limits.write = 400ms;
    limits.minimumRate = 1'000'000'000;
    TestServer server(limits, {},
                      {Route{"GET", u"/huge"_s, [](const Request &, const Responder &responder) {
                                 responder.respond(Reply::text(200, QByteArray(50'000'000, 'x')));
                             }}});
    RawClient client(server.port());
    client.socket().setReadBufferSize(1024);
    client.send("GET /huge HTTP/1.1\r\nHost: t\r\n\r\n");
    QVERIFY(eventually([&] { return server.counters().timeouts == 1; }));
    QVERIFY(eventually([&] { return server.counters().connections == 0; }));
}

void HostileConnections::resetsWhilePending()
{
    TestServer server;
    for (int i = 0; i < 300; ++i) {
        RawClient client(server.port());
        client.send("GET /later HTTP/1.1\r\nHost: t\r\n\r\n");
        if (i % 2 == 0) {
            const Responder responder = server.takeKept();
            client.reset();
            responder.respond(Reply::text(200, "x"));
        } else {
            client.reset(); // its Responder is answered much later, or dropped with the server
        }
    }
    QVERIFY(eventually([&] { return server.counters().connections == 0; }));
    QVERIFY(server.servesOthers());
}

void HostileConnections::runningOutOfDescriptorsIsSurvived()
{
    TestServer server;
    QVERIFY(server.servesOthers());
    QVERIFY(eventually([&] { return server.counters().connections == 0; }));
    std::unique_ptr<RawClient> client;
    {
        DescriptorFamine famine(1); // enough for our end of the connection, not for the server's
        client = std::make_unique<RawClient>(server.port());
        QVERIFY(eventually([&] { return server.counters().acceptPauses >= 2; }));
    }
    client->send("GET /hello HTTP/1.1\r\nHost: t\r\n\r\n");
    QCOMPARE(client->answer().status, 200);
    QVERIFY(server.servesOthers());
}

void HostileConnections::connectionsEndAfterTheirShareOfRequests()
{
    auto limits = TestServer::patientLimits();
    limits.requestsPerConnection = 3;
    TestServer server(limits);
    RawClient client(server.port());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(client.send("GET /hello HTTP/1.1\r\nHost: t\r\n\r\n").answer().status, 200);
    QVERIFY(client.closes());
}

DESTEK_TEST(HostileConnections)
#include "tst_hostile_connections.moc"
