#include "tests/httpd/raw_client.h"
#include "tests/httpd/test_server.h"
#include "tests/kit/test_main.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <sys/socket.h>

#include <stdexcept>
#include <thread>

using namespace destek::httpd;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

QByteArray get(const QByteArray &target, const QByteArray &more = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: t\r\n" + more + "\r\n";
}

QByteArray post(const QByteArray &target, const QByteArray &body)
{
    return "POST " + target +
           " HTTP/1.1\r\nHost: t\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

} // namespace

class Serving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAndKeepsTheConnection();
    void theRequestArrivesWhole();
    void unknownPathIs404AndWrongMethod405();
    void headHasTheFieldsAndNoBody();
    void everyReplyForbidsCachingAndSniffing();
    void aReplyThatWouldSplitIsA500_data();
    void aReplyThatWouldSplitIsA500();
    void pipelinedRequestsAreAnsweredInOrder();
    void chunkedBodiesAreJoinedAndTrailersDropped();
    void continueIsSaidBeforeTheBody();
    void beforeBodyRefusesWithoutTheBody();
    void answersFromAnotherThread();
    void theFirstAnswerCounts();
    void anUnansweredRequestIsA500();
    void aHandlerThatThrowsIsA500();
    void aHandlerThatNeverAnswersIsA504();
    void answersToClientsGoneGoNowhere();
    void aHalfClosedClientStillGetsItsAnswer();
    void http10AndConnectionCloseEndTheConnection();
    void qtsOwnClientUnderstandsUs();
    void stopLetsRequestsUnderWayFinish();
    void stopCutsWhatDoesNotEnd();
    void aResponderOutlivesItsServer();
    void plaintextBeyondLoopbackMustBeAskedFor();
    void listenErrorsAreNamed();
    void outcomesAreObserved();
};

void Serving::answersAndKeepsTheConnection()
{
    TestServer server;
    RawClient client(server.port());
    for (int i = 0; i < 3; ++i) {
        const auto answer = client.send(get("/hello")).answer();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, QByteArray("hello"));
    }
    QCOMPARE(server.counters().accepted, 1);
}

void Serving::theRequestArrivesWhole()
{
    std::mutex mutex;
    Request seen;
    TestServer server(TestServer::patientLimits(), {},
                      {Route{"PUT", u"/v1/messages/{id}/notes/{note}"_s,
                             [&](const Request &request, const Responder &responder) {
                                 const std::scoped_lock lock(mutex);
                                 seen = request;
                                 responder.respond(Reply::json(201, "{}"));
                             }}});
    const auto answer = RawClient(server.port())
                            .send("PUT /v1/messages/a%20b/notes/%C4%9F?x=1 HTTP/1.1\r\nHost: t\r\n"
                                  "X-Twice: one\r\nx-twice:  two  \r\nContent-Length: 3\r\n\r\n"
                                  "\x00\xff\n"_ba)
                            .answer();
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.field("Content-Type"), QByteArray("application/json"));
    const std::scoped_lock lock(mutex);
    QCOMPARE(seen.method, QByteArray("PUT"));
    QCOMPARE(seen.target, QByteArray("/v1/messages/a%20b/notes/%C4%9F?x=1"));
    QCOMPARE(seen.path, u"/v1/messages/a b/notes/ğ"_s);
    QCOMPARE(seen.parameter(u"id"_s), u"a b"_s);
    QCOMPARE(seen.parameter(u"note"_s), u"ğ"_s);
    QCOMPARE(seen.queryValue(u"x"), std::optional(u"1"_s));
    QVERIFY(!seen.queryValue(u"y"));
    QCOMPARE(seen.header("X-TWICE"), QByteArray("one"));
    QCOMPARE(seen.headerValues("x-twice"), (QList<QByteArray>{"one", "two"}));
    QVERIFY(seen.header("absent").isNull());
    QCOMPARE(seen.body, "\x00\xff\n"_ba);
    QCOMPARE(seen.peerAddress, QByteArray("127.0.0.1"));
}

void Serving::unknownPathIs404AndWrongMethod405()
{
    TestServer server;
    RawClient client(server.port());
    QCOMPARE(client.send(get("/nothing")).answer().status, 404);
    const auto refused = client.send("DELETE /hello HTTP/1.1\r\nHost: t\r\n\r\n").answer();
    QCOMPARE(refused.status, 405);
    QCOMPARE(refused.field("Allow"), QByteArray("GET, HEAD"));
    QCOMPARE(client.send(get("/hello")).answer().status, 200);
    QCOMPARE(statusFor(server.port(), "BREW /hello HTTP/1.1\r\nHost: t\r\n\r\n"), 501);
    // A body nobody asked for is not read to save the connection.
    RawClient uploader(server.port());
    QCOMPARE(uploader.send(post("/nothing", "abc")).answer().status, 404);
    QVERIFY(uploader.closes());
}

void Serving::headHasTheFieldsAndNoBody()
{
    TestServer server;
    RawClient client(server.port());
    const auto answer = client.send("HEAD /hello HTTP/1.1\r\nHost: t\r\n\r\n").answer(true);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("Content-Length"), QByteArray("5"));
    QCOMPARE(client.send(get("/hello")).answer().body, QByteArray("hello"));
}

void Serving::everyReplyForbidsCachingAndSniffing()
{
    TestServer server(TestServer::patientLimits(), {},
                      {Route{"GET", u"/cached"_s, [](const Request &, const Responder &responder) {
                                 responder.respond(
                                     Reply::text(200, "x").with("cache-control", "max-age=60"));
                             }}});
    for (const char *path : {"/hello", "/nothing"}) {
        const auto answer = RawClient(server.port()).send(get(path)).answer();
        QCOMPARE(answer.field("Cache-Control"), QByteArray("no-store"));
        QCOMPARE(answer.field("X-Content-Type-Options"), QByteArray("nosniff"));
        QVERIFY(answer.field("Date").endsWith(" GMT"));
        QVERIFY(answer.field("Server").isEmpty());
    }
    const auto cached = RawClient(server.port()).send(get("/cached")).answer();
    QCOMPARE(cached.head.toLower().count("cache-control"), 1);
    QCOMPARE(cached.field("Cache-Control"), QByteArray("max-age=60"));
}

void Serving::aReplyThatWouldSplitIsA500_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("CRLF") << QByteArray("X") << QByteArray("a\r\nSet-Cookie: b");
    QTest::newRow("LF") << QByteArray("X") << QByteArray("a\nb");
    QTest::newRow("CR") << QByteArray("X") << QByteArray("a\rb");
    QTest::newRow("NUL") << QByteArray("X") << "a\0b"_ba;
    QTest::newRow("in the name") << QByteArray("X\r\nY") << QByteArray("a");
    QTest::newRow("colon") << QByteArray("X:Y") << QByteArray("a");
    QTest::newRow("no name") << QByteArray() << QByteArray("a");
}

void Serving::aReplyThatWouldSplitIsA500()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    TestServer server(TestServer::patientLimits(), {},
                      {Route{"GET", u"/split"_s, [&](const Request &, const Responder &responder) {
                                 responder.respond(Reply::text(200, "secret").with(name, value));
                             }}});
    const auto answer = RawClient(server.port()).send(get("/split")).answer();
    QCOMPARE(answer.status, 500);
    QVERIFY(answer.field("Set-Cookie").isEmpty());
    QVERIFY(answer.body.isEmpty());
}

void Serving::pipelinedRequestsAreAnsweredInOrder()
{
    TestServer server;
    QByteArray many;
    for (int i = 0; i < 100; ++i)
        many += post("/echo", QByteArray::number(i));
    RawClient client(server.port());
    client.send(get("/later") + many);
    QVERIFY(eventually([&] { return server.counters().connections == 1; }));
    server.takeKept().respond(Reply::text(200, "first"));
    QCOMPARE(client.answer().body, QByteArray("first"));
    for (int i = 0; i < 100; ++i)
        QCOMPARE(client.answer().body, QByteArray::number(i));
}

void Serving::chunkedBodiesAreJoinedAndTrailersDropped()
{
    std::mutex mutex;
    Request seen;
    TestServer server(
        TestServer::patientLimits(), {},
        {Route{"POST", u"/see"_s, [&](const Request &request, const Responder &responder) {
                   const std::scoped_lock lock(mutex);
                   seen = request;
                   responder.respond(Reply::empty());
               }}});
    RawClient client(server.port());
    client.send("POST /see HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n"
                "3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\nX-Role: admin\r\n\r\n");
    QCOMPARE(client.answer().status, 204);
    QCOMPARE(client.send(get("/hello")).answer().status, 200);
    const std::scoped_lock lock(mutex);
    QCOMPARE(seen.body, QByteArray("abc0123456789"));
    QVERIFY(seen.header("X-Role").isNull());
}

void Serving::continueIsSaidBeforeTheBody()
{
    TestServer server;
    RawClient client(server.port());
    client.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 4\r\n"
                "Expect: 100-continue\r\n\r\n");
    QCOMPARE(client.answer().status, 100);
    QCOMPARE(client.send("body").answer().body, QByteArray("body"));
    // Refused before it is sent: no 100 comes.
    QCOMPARE(statusFor(server.port(), "POST /small HTTP/1.1\r\nHost: t\r\nContent-Length: 99\r\n"
                                      "Expect: 100-continue\r\n\r\n"),
             413);
    QCOMPARE(statusFor(server.port(), "POST /small HTTP/1.1\r\nHost: t\r\nContent-Length: 9\r\n"
                                      "Expect: the-unexpected\r\n\r\n"),
             417);
}

void Serving::beforeBodyRefusesWithoutTheBody()
{
    std::atomic<int> handled = 0;
    Route hook{"POST", u"/hook"_s, [&](const Request &, const Responder &responder) {
                   ++handled;
                   responder.respond(Reply::empty());
               }};
    hook.beforeBody = [](const Request &head) -> std::optional<Reply> {
        if (head.header("X-Signature").size() == 4)
            return std::nullopt;
        return Reply::empty(401);
    };
    TestServer server(TestServer::patientLimits(), {}, {hook});
    // Only the head is sent: the answer cannot have waited for the body.
    RawClient client(server.port());
    client.send("POST /hook HTTP/1.1\r\nHost: t\r\nContent-Length: 1000\r\n\r\n");
    QCOMPARE(client.answer().status, 401);
    QVERIFY(client.closes());
    QCOMPARE(handled, 0);
    QCOMPARE(statusFor(server.port(), "POST /hook HTTP/1.1\r\nHost: t\r\nX-Signature: 1234\r\n"
                                      "Content-Length: 2\r\n\r\nok"),
             204);
    QCOMPARE(handled, 1);
}

void Serving::answersFromAnotherThread()
{
    TestServer server;
    RawClient client(server.port());
    for (int i = 0; i < 20; ++i) {
        client.send(get("/later"));
        std::thread([responder = server.takeKept(), i] {
            responder.respond(Reply::text(200, QByteArray::number(i)));
        }).join();
        QCOMPARE(client.answer().body, QByteArray::number(i));
    }
}

void Serving::theFirstAnswerCounts()
{
    TestServer server;
    RawClient client(server.port());
    client.send(get("/later"));
    const Responder responder = server.takeKept();
    const Responder copy = responder;
    responder.respond(Reply::text(200, "one"));
    copy.respond(Reply::text(200, "two"));
    QVERIFY(!copy.startEventStream().isOpen());
    QCOMPARE(client.answer().body, QByteArray("one"));
    QCOMPARE(client.send(get("/hello")).answer().body, QByteArray("hello"));
}

void Serving::anUnansweredRequestIsA500()
{
    TestServer server;
    RawClient client(server.port());
    client.send(get("/later"));
    server.takeKept(); // and let go
    QCOMPARE(client.answer().status, 500);
    QCOMPARE(client.send(get("/hello")).answer().status, 200);
}

void Serving::aHandlerThatThrowsIsA500()
{
    Route late{"POST", u"/late"_s,
               [](const Request &, const Responder &) { throw std::runtime_error("no"); }};
    Route early = late;
    early.pattern = u"/early"_s;
    early.beforeBody = [](const Request &) -> std::optional<Reply> {
        throw std::runtime_error("no");
    };
    TestServer server(TestServer::patientLimits(), {}, {late, early});
    QCOMPARE(statusFor(server.port(), post("/late", "x")), 500);
    QCOMPARE(statusFor(server.port(), post("/early", "x")), 500);
    QVERIFY(server.servesOthers());
}

void Serving::aHandlerThatNeverAnswersIsA504()
{
    auto limits = TestServer::patientLimits();
    limits.handlerTimeout = 200ms;
    TestServer server(limits);
    RawClient client(server.port());
    client.send(get("/later"));
    const Responder responder = server.takeKept();
    QCOMPARE(client.answer().status, 504);
    responder.respond(Reply::text(200, "too late"));
    QVERIFY(client.closes());
}

void Serving::answersToClientsGoneGoNowhere()
{
    TestServer server;
    for (int i = 0; i < 20; ++i) {
        RawClient client(server.port());
        client.send(get("/later"));
        const Responder responder = server.takeKept();
        client.reset();
        QVERIFY(eventually([&] { return responder.clientGone(); }));
        responder.respond(Reply::text(200, QByteArray(100'000, 'x')));
    }
    QVERIFY(eventually([&] { return server.counters().connections == 0; }));
    QVERIFY(server.servesOthers());
}

void Serving::aHalfClosedClientStillGetsItsAnswer()
{
    TestServer server;
    RawClient client(server.port());
    client.send(get("/hello") + get("/later"));
    ::shutdown(static_cast<int>(client.socket().socketDescriptor()), SHUT_WR);
    const Responder responder = server.takeKept();
    QCOMPARE(client.answer().status, 200);
    responder.respond(Reply::text(200, "after the end"));
    QCOMPARE(client.answer().body, QByteArray("after the end"));
    QVERIFY(client.closes());
}

void Serving::http10AndConnectionCloseEndTheConnection()
{
    TestServer server;
    RawClient old(server.port());
    const auto answer = old.send("GET /hello HTTP/1.0\r\nHost: t\r\n\r\n").answer();
    QCOMPARE(answer.field("Connection"), QByteArray("close"));
    QVERIFY(old.closes());
    RawClient polite(server.port());
    QCOMPARE(polite.send(get("/hello", "Connection: close\r\n")).answer().body,
             QByteArray("hello"));
    QVERIFY(polite.closes());
}

void Serving::qtsOwnClientUnderstandsUs()
{
    TestServer server;
    QNetworkAccessManager manager;
    const auto base = u"http://127.0.0.1:%1"_s.arg(server.port());
    for (int i = 0; i < 5; ++i) {
        QNetworkRequest request{QUrl(base + u"/echo"_s)};
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"text/plain"_s);
        const std::unique_ptr<QNetworkReply> reply(
            manager.post(request, QByteArray(40'000, 'a' + static_cast<char>(i))));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        QVERIFY(reply->isFinished() || finished.wait(destek::test::kPatience));
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QCOMPARE(reply->readAll(), QByteArray(40'000, 'a' + static_cast<char>(i)));
    }
}

void Serving::stopLetsRequestsUnderWayFinish()
{
    auto limits = TestServer::patientLimits();
    limits.linger = 300ms; // the idle client does not look
    TestServer server(limits);
    RawClient busy(server.port());
    RawClient idle(server.port());
    QCOMPARE(idle.send(get("/hello")).answer().status, 200);
    busy.send(get("/later"));
    std::thread late([responder = server.takeKept(), &server] {
        eventually([&] { return server.counters().connections == 1; }); // idle one is gone
        responder.respond(Reply::text(200, "finished"));
    });
    server.server().stop(60s);
    late.join();
    const auto answer = busy.answer();
    QCOMPARE(answer.body, QByteArray("finished"));
    QCOMPARE(answer.field("Connection"), QByteArray("close"));
    QVERIFY(idle.closes());
    QCOMPARE(server.counters().connections, 0);
}

void Serving::stopCutsWhatDoesNotEnd()
{
    auto limits = TestServer::patientLimits();
    limits.handlerTimeout = 1h;
    TestServer server(limits);
    RawClient busy(server.port());
    busy.send(get("/later"));
    const Responder responder = server.takeKept();
    server.server().stop(50ms);
    QVERIFY(busy.closes());
    QVERIFY(responder.clientGone());
    QVERIFY(!server.server().listen({}));
}

void Serving::aResponderOutlivesItsServer()
{
    TestServer server;
    RawClient client(server.port());
    client.send(get("/later"));
    const Responder responder = server.takeKept();
    server.destroy();
    responder.respond(Reply::text(200, "nobody hears this"));
    responder.exemptFromAddressLimit();
    QVERIFY(!responder.startEventStream().isOpen());
    QVERIFY(client.closes());
}

void Serving::plaintextBeyondLoopbackMustBeAskedFor()
{
    Server server;
    ListenerConfig config;
    config.address = u"0.0.0.0"_s;
    QCOMPARE(server.listen(config).error(), ServerError::PlaintextRefused);
    config.address = u"::"_s;
    QCOMPARE(server.listen(config).error(), ServerError::PlaintextRefused);
    config.address = u"0.0.0.0"_s;
    config.plaintext = Plaintext::Anywhere;
    QVERIFY(server.listen(config));
}

void Serving::listenErrorsAreNamed()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Server server;
    ListenerConfig config;
    config.port = other.serverPort();
    QCOMPARE(server.listen(config).error(), ServerError::AddressInUse);
    config.port = 0;
    config.address = u"localhost"_s;
    QCOMPARE(server.listen(config).error(), ServerError::BadAddress);
    config.address = u"127.0.0.1"_s;
    config.routes = {Route{"GET", u"no-slash"_s, [](const Request &, const Responder &) {}}};
    QCOMPARE(server.listen(config).error(), ServerError::BadRoute);
    QCOMPARE(server.reloadTls(0, {}).error(), ServerError::NoSuchListener);
}

void Serving::outcomesAreObserved()
{
    std::mutex mutex;
    QList<Outcome> seen;
    Server server({}, [&](const Outcome &outcome) {
        const std::scoped_lock lock(mutex);
        seen.append(outcome);
    });
    ListenerConfig config;
    config.routes = {Route{"GET", u"/m/{id}"_s, [](const Request &, const Responder &responder) {
                               responder.respond(Reply::empty());
                           }}};
    const quint16 port = server.listen(config)->port;
    server.start();
    RawClient client(port);
    QCOMPARE(client.send(get("/m/05321234567")).answer().status, 204);
    QCOMPARE(client.send(get("/nothing")).answer().status, 404);
    QVERIFY(eventually([&] {
        const std::scoped_lock lock(mutex);
        return seen.size() == 2;
    }));
    QCOMPARE(seen[0].pattern, u"/m/{id}"_s); // never the path: it may hold a number or a name
    QCOMPARE(seen[0].status, 204);
    QCOMPARE(seen[1].pattern, QString());
    QCOMPARE(server.counters().answered, 2);
}

DESTEK_TEST(Serving)
#include "tst_serving.moc"
