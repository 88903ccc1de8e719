#include "httpd/wire_parser.h"
#include "tests/httpd/raw_client.h"
#include "tests/httpd/test_server.h"
#include "tests/kit/test_main.h"

#include <QRandomGenerator>
#include <QTest>

using namespace destek::httpd;
using namespace Qt::StringLiterals;

/// Requests whose head is malformed, oversized or ambiguous: facts/server.md section 2.
class HostileHeads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smugglingIsRefused_data();
    void smugglingIsRefused();
    void malformedHeadsAreRefused_data();
    void malformedHeadsAreRefused();
    void endlessHeadsAreRefused_data();
    void endlessHeadsAreRefused();
    void aHeadMayBeAsLongAsTheLimit();
    void headsArriveInAnyPieces();
    void theParserTakesBodiesByteByByte();
    void thousandsOfMutatedRequestsDoNoHarm();
};

void HostileHeads::smugglingIsRefused_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("rest");
    const QByteArray inner = "GET /hello HTTP/1.1\r\nHost: t\r\n\r\n";
    const QByteArray chunked = "0\r\n\r\n" + inner;
    const auto row = [](const char *name, const QByteArray &fields, const QByteArray &rest) {
        QTest::newRow(name) << fields << rest;
    };
    row("CL then TE", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", chunked);
    row("TE then CL", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", chunked);
    row("CL zero and TE", "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n", chunked);
    row("xchunked", "Transfer-Encoding: xchunked\r\n", chunked);
    row("quoted", "Transfer-Encoding: \"chunked\"\r\n", chunked);
    row("identity", "Transfer-Encoding: identity\r\n", chunked);
    row("gzip, chunked", "Transfer-Encoding: gzip, chunked\r\n", chunked);
    row("chunked, identity", "Transfer-Encoding: chunked, identity\r\n", chunked);
    row("chunked, chunked", "Transfer-Encoding: chunked, chunked\r\n", chunked);
    row("TE twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", chunked);
    row("TE then identity", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
        chunked);
    row("TE empty", "Transfer-Encoding:\r\n", chunked);
    row("TE tab", "Transfer-Encoding:\tchunked\r\n", chunked);
    row("TE vertical tab", "Transfer-Encoding: \vchunked\r\n", chunked);
    row("TE blank before colon", "Transfer-Encoding : chunked\r\n", chunked);
    row("TE folded", "Transfer-Encoding:\r\n chunked\r\n", chunked);
    row("TE after LF", "X: y\nTransfer-Encoding: chunked\r\n", chunked);
    row("TE after CR", "X: y\rTransfer-Encoding: chunked\r\n", chunked);
    row("TE with a blank before", " Transfer-Encoding: chunked\r\n", chunked);
    row("TE underscore", "Transfer_Encoding: chunked\r\n", chunked);
    row("TE with NUL", "Transfer-Encoding: chunked\0\r\n"_ba, chunked);
    row("CL twice, differing", "Content-Length: 5\r\nContent-Length: 6\r\n", "hello" + inner);
    row("CL twice, same", "Content-Length: 5\r\nContent-Length: 5\r\n", "hello" + inner);
    row("CL list", "Content-Length: 5, 5\r\n", "hello" + inner);
    row("CL list differing", "Content-Length: 5, 0\r\n", "hello" + inner);
    row("CL plus", "Content-Length: +5\r\n", "hello" + inner);
    row("CL negative", "Content-Length: -5\r\n", "hello" + inner);
    row("CL hexadecimal", "Content-Length: 0x5\r\n", "hello" + inner);
    row("CL octal letters", "Content-Length: 5e0\r\n", "hello" + inner);
    row("CL tab before", "Content-Length:\t5\r\n", "hello" + inner);
    row("CL tab after", "Content-Length: 5\t\r\n", "hello" + inner);
    row("CL blank inside", "Content-Length: 5 0\r\n", "hello" + inner);
    row("CL empty", "Content-Length:\r\n", "hello" + inner);
    row("CL blank before colon", "Content-Length : 5\r\n", "hello" + inner);
    row("CL folded", "Content-Length:\r\n 5\r\n", "hello" + inner);
    row("CL wraps 64 bits", "Content-Length: 18446744073709551621\r\n", "hello" + inner);
    row("CL 63 bits plus", "Content-Length: 9223372036854775813\r\n", "hello" + inner);
    row("CL underscore", "Content_Length: 5\r\n", "hello" + inner);
    row("Host twice", "Host: u\r\n", inner);
    row("chunk size plus", "Transfer-Encoding: chunked\r\n", "+5\r\nhello\r\n0\r\n\r\n" + inner);
    row("chunk size 0x", "Transfer-Encoding: chunked\r\n", "0x5\r\nhello\r\n0\r\n\r\n" + inner);
    row("chunk size negative", "Transfer-Encoding: chunked\r\n", "-5\r\nhello\r\n0\r\n\r\n");
    row("chunk size blank", "Transfer-Encoding: chunked\r\n", " 5\r\nhello\r\n0\r\n\r\n" + inner);
    row("chunk size missing", "Transfer-Encoding: chunked\r\n", "\r\nhello\r\n0\r\n\r\n" + inner);
    row("chunk size wraps", "Transfer-Encoding: chunked\r\n",
        "10000000000000005\r\nhello\r\n0\r\n\r\n" + inner);
    row("junk after a chunk", "Transfer-Encoding: chunked\r\n",
        "5\r\nhelloXX\r\n0\r\n\r\n" + inner);
    row("LF after a chunk size", "Transfer-Encoding: chunked\r\n", "5\nhello\r\n0\r\n\r\n" + inner);
    row("LF after a chunk", "Transfer-Encoding: chunked\r\n", "5\r\nhello\n0\r\n\r\n" + inner);
    row("LF in an extension", "Transfer-Encoding: chunked\r\n",
        "5;a\nb\r\nhello\r\n0\r\n\r\n" + inner);
    row("CR in an extension", "Transfer-Encoding: chunked\r\n",
        "5;a\rb\r\nhello\r\n0\r\n\r\n" + inner);
    row("LF ends the trailers", "Transfer-Encoding: chunked\r\n", "0\r\nX: y\n\r\n" + inner);
}

void HostileHeads::smugglingIsRefused()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, rest);
    TestServer server;
    RawClient client(server.port());
    client.send("POST /echo HTTP/1.1\r\nHost: t\r\n" + fields + "\r\n" + rest);
    const QByteArray all = client.untilClosed();
    QVERIFY2(all.startsWith("HTTP/1.1 4"), all.constData());
    QCOMPARE(all.count("HTTP/1.1 "), 1);    // the request inside is never answered
    QVERIFY(!all.contains("HTTP/1.1 408")); // refused, not waited for
}

void HostileHeads::malformedHeadsAreRefused_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &request, int status = 400) {
        QTest::newRow(name) << request << status;
    };
    const QByteArray end = " HTTP/1.1\r\nHost: t\r\n\r\n";
    row("no Host", "GET /hello HTTP/1.1\r\n\r\n");
    row("no Host in 1.0", "GET /hello HTTP/1.0\r\n\r\n");
    row("empty Host", "GET /hello HTTP/1.1\r\nHost:\r\n\r\n");
    row("Host with a path", "GET /hello HTTP/1.1\r\nHost: t/x\r\n\r\n");
    row("Host list", "GET /hello HTTP/1.1\r\nHost: t, u\r\n\r\n");
    row("version 2.0", "GET /hello HTTP/2.0\r\nHost: t\r\n\r\n", 505);
    row("version 9.9", "GET /hello HTTP/9.9\r\nHost: t\r\n\r\n", 505);
    row("version 0.9", "GET /hello\r\nHost: t\r\n\r\n");
    row("version 1.10", "GET /hello HTTP/1.10\r\nHost: t\r\n\r\n");
    row("version in small letters", "GET /hello http/1.1\r\nHost: t\r\n\r\n");
    row("method in small letters", "get /hello" + end, 501);
    row("TRACE", "TRACE /hello" + end, 501);
    row("CONNECT", "CONNECT t:443" + end, 501);
    row("PRI", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    row("two blanks", "GET  /hello" + end);
    row("tab", "GET\t/hello" + end);
    row("blank in the target", "GET /hel lo" + end);
    row("absolute form", "GET http://t/hello" + end);
    row("asterisk", "OPTIONS *" + end);
    row("fragment", "GET /hello#x" + end);
    row("dot segments", "GET /../hello" + end);
    row("raw bytes in the target", "GET /\xff" + end);
    row("empty line first", "\r\nGET /hello" + end);
    row("bare LF", "GET /hello HTTP/1.1\nHost: t\n\n");
    row("mixed LF", "GET /hello HTTP/1.1\r\nHost: t\nX: y\r\n\r\n");
    row("NUL in a value", "GET /hello HTTP/1.1\r\nHost: t\r\nX: a\0b\r\n\r\n"_ba);
    row("control in a value", "GET /hello HTTP/1.1\r\nHost: t\r\nX: a\x01\r\n\r\n");
    row("DEL in a value", "GET /hello HTTP/1.1\r\nHost: t\r\nX: a\x7f\r\n\r\n");
    row("no colon", "GET /hello HTTP/1.1\r\nHost: t\r\nX\r\n\r\n");
    row("empty name", "GET /hello HTTP/1.1\r\nHost: t\r\n: y\r\n\r\n");
    row("blank in a name", "GET /hello HTTP/1.1\r\nHost: t\r\nX Y: z\r\n\r\n");
    row("blank before colon", "GET /hello HTTP/1.1\r\nHost : t\r\n\r\n");
    row("raw byte in a name", "GET /hello HTTP/1.1\r\nHost: t\r\nX\xe7: z\r\n\r\n");
    row("folded line", "GET /hello HTTP/1.1\r\nHost: t\r\nX: a\r\n b\r\n\r\n");
    row("folded first line", "GET /hello HTTP/1.1\r\n Host: t\r\n\r\n");
    row("bad Connection list", "GET /hello HTTP/1.1\r\nHost: t\r\nConnection: a b\r\n\r\n");
    row("TE in 1.0",
        "POST /echo HTTP/1.0\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("compressed body",
        "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Encoding: gzip\r\nContent-Length: "
        "2\r\n\r\n\x1f\x8b",
        415);
    row("TLS greeting", QByteArray::fromHex("16030100c8010000c40303"));
    row("noise", QByteArray::fromHex("00ff00ff0d0a0d0a"));
}

void HostileHeads::malformedHeadsAreRefused()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    TestServer server;
    RawClient client(server.port());
    QCOMPARE(client.send(request).answer().status, status);
    QVERIFY(client.closes());
    QCOMPARE(server.counters().malformed, 1);
}

void HostileHeads::endlessHeadsAreRefused_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("repeat");
    QTest::newRow("URL") << QByteArray("GET /") << QByteArray("aaaaaaaaaaaaaaaa");
    QTest::newRow("method") << QByteArray("GET") << QByteArray("GGGGGGGGGGGGGGGGG");
    QTest::newRow("one field") << QByteArray("GET /hello HTTP/1.1\r\nHost: t\r\nX: ")
                               << QByteArray("aaaaaaaaaaaaaaaa");
    QTest::newRow("name") << QByteArray("GET /hello HTTP/1.1\r\nHost: t\r\nX")
                          << QByteArray("aaaaaaaaaaaaaaaa");
    QTest::newRow("fields") << QByteArray("GET /hello HTTP/1.1\r\nHost: t\r\n")
                            << QByteArray("Abcdef: 12345\r\n");
    QTest::newRow("cookies") << QByteArray("GET /hello HTTP/1.1\r\nHost: t\r\n")
                             << QByteArray("Cookie: a\r\n");
}

void HostileHeads::endlessHeadsAreRefused()
{
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, repeat);
    TestServer server;
    // A little more than allowed: answered. Far more: closed, whether or not the client listens.
    QCOMPARE(statusFor(server.port(), begin + repeat.repeated(9000 / repeat.size())), 431);
    RawClient flood(server.port());
    flood.send(begin + repeat.repeated(20'000'000 / repeat.size()));
    QVERIFY(flood.closes());
    // Short fields, but more of them than the limit.
    QByteArray crowd = "GET /hello HTTP/1.1\r\nHost: t\r\n" + QByteArray("A: b\r\n").repeated(100);
    QCOMPARE(statusFor(server.port(), crowd + "\r\n"), 431);
    QVERIFY(eventually([&] { return server.counters().connections == 0; }));
    QVERIFY(server.servesOthers());
}

void HostileHeads::aHeadMayBeAsLongAsTheLimit()
{
    TestServer server;
    const QByteArray begin = "GET /hello HTTP/1.1\r\nHost: t\r\nX: ";
    const QByteArray end = "\r\n\r\n";
    const qsizetype limit = Limits{}.headerBlock;
    const QByteArray exact = begin + QByteArray(limit - begin.size() - end.size(), 'a') + end;
    QCOMPARE(statusFor(server.port(), exact), 200);
    QByteArray longer = exact;
    longer.insert(begin.size(), 'a');
    QCOMPARE(statusFor(server.port(), longer), 431);
}

void HostileHeads::headsArriveInAnyPieces()
{
    TestServer server;
    const QByteArray request =
        "POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n"
        "3;x=\"y\"\r\nabc\r\n2\r\nde\r\n0\r\nX: y\r\n\r\n"
        "POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n"
        "0\r\n\r\n"
        "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\n\r\nxyz";
    for (const int size : {1, 2, 3, 7, 41, 1000}) {
        RawClient client(server.port());
        for (qsizetype at = 0; at < request.size(); at += size) {
            client.send(request.mid(at, size));
            if (size < 7 && at % 3 == 0)
                QTest::qWait(0);
        }
        QCOMPARE(client.answer().body, QByteArray("abcde"));
        const auto empty = client.answer();
        QCOMPARE(empty.status, 200);
        QCOMPARE(empty.body, QByteArray());
        QCOMPARE(client.answer().body, QByteArray("xyz"));
    }
}

void HostileHeads::theParserTakesBodiesByteByByte()
{
    const QByteArray head = "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n";
    // The empty one stops a debug build of Beast if it is offered less than a whole ending.
    for (const QByteArray &body : {QByteArray("0\r\n\r\n"), QByteArray("0\r\nX: y\r\n\r\n"),
                                   QByteArray("3;a=b\r\nxyz\r\n0;c\r\n\r\n")}) {
        WireParser parser(1024);
        const auto framing = inspectHead(head, {});
        QVERIFY(framing);
        QCOMPARE(parser.readHead(head, *framing), WireParser::Step::Done);
        QByteArray pending;
        auto step = WireParser::Step::NeedMore;
        for (const char byte : body) {
            QCOMPARE(step, WireParser::Step::NeedMore);
            pending.append(byte);
            const auto progress = parser.readBody(pending, 100);
            pending.remove(0, progress.consumed);
            step = progress.step;
        }
        QCOMPARE(step, WireParser::Step::Done);
        QVERIFY(pending.isEmpty());
    }
}

void HostileHeads::thousandsOfMutatedRequestsDoNoHarm()
{
    auto limits = TestServer::patientLimits();
    limits.request = limits.linger = std::chrono::milliseconds(50);
    TestServer server(limits);
    const QByteArrayList seeds{
        "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\n\r\nhello",
        "POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n"
        "5;a=\"b\"\r\nhello\r\n0\r\nX: y\r\n\r\n",
        "GET /hello?a=%20&b=c HTTP/1.1\r\nHost: t\r\nConnection: keep-alive, x\r\nExpect:\r\n\r\n",
        "GET /hello HTTP/1.1\r\nHost: t\r\n\r\nHEAD /hello HTTP/1.1\r\nHost: t\r\n\r\n"};
    const QByteArrayList words{
        "\r\n",     "\n", "\0"_ba, ":",  " ",           "%",     "0",
        "chunked",  ",",  "\t",    "ff", "\xff",        "-1",    "//",
        "HTTP/1.0", ";",  "\"",    "..", "Host: x\r\n", "5\r\n", "Content-Length: 9\r\n"};
    QRandomGenerator random(20261122);
    const auto upTo = [&random](qsizetype limit) {
        return static_cast<qsizetype>(random.bounded(static_cast<quint32>(limit)));
    };
    for (int round = 0; round < 2000; ++round) {
        QByteArray request = seeds[upTo(seeds.size())];
        for (qsizetype change = 0; change <= upTo(4); ++change) {
            const qsizetype at = upTo(request.size());
            switch (random.bounded(4)) {
            case 0:
                request[at] = static_cast<char>(random.bounded(256));
                break;
            case 1:
                request.insert(at, words[upTo(words.size())]);
                break;
            case 2:
                request.remove(at, 1 + upTo(6));
                break;
            default:
                request.insert(at, request.mid(upTo(request.size()), upTo(30)));
                break;
            }
            if (request.isEmpty())
                request = "G";
        }
        RawClient client(server.port());
        client.send(request);
        if (round % 3 == 0)
            client.until("\r\n\r\n", 20);
        if (round % 7 == 0)
            client.reset();
    }
    QVERIFY(eventually([&] { return server.counters().connections == 0; }));
    QCOMPARE(server.counters().bodyBytes, 0);
    QVERIFY(server.servesOthers());
}

DESTEK_TEST(HostileHeads)
#include "tst_hostile_heads.moc"
