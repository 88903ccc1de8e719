#include "net/live/sse_parser.h"
#include "tests/kit/test_main.h"

#include <QRandomGenerator>
#include <QTest>

using namespace destek::net;
using Events = QList<SseEvent>;

class StreamParsing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void streams_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Events>("expected");
        const auto row = [](const char *name, const QByteArray &bytes, const Events &expected) {
            QTest::newRow(name) << bytes << expected;
        };
        row("nothing", "", {});
        row("unfinished", "data: a\n", {});
        row("plain", "data: a\n\n", {{"", "message", "a"}});
        row("all fields", "id: 7\nevent: beat\ndata: {}\n\n", {{"7", "beat", "{}"}});
        row("order does not matter", "data: x\nid: 7\nevent: e\n\n", {{"7", "e", "x"}});
        row("CRLF", "id: 1\r\ndata: a\r\n\r\n", {{"1", "message", "a"}});
        row("CR", "data: a\r\rdata: b\r\r", {{"", "message", "a"}, {"", "message", "b"}});
        row("several lines", "data: a\ndata:  b\ndata\n\n", {{"", "message", "a\n b\n"}});
        row("comment", ": hello\n\n:\n\ndata: a\n\n", {{"", "message", "a"}});
        row("no data, no event", "id: 3\nevent: e\n\ndata: a\n\n", {{"", "message", "a"}});
        row("empty data", "data\n\n", {{"", "message", ""}});
        row("colon in value", "data: {\"a\":1}\n\n", {{"", "message", "{\"a\":1}"}});
        row("byte-order mark",
            "\xEF\xBB\xBF"
            "data: a\n\n",
            {{"", "message", "a"}});
        row("unknown field", "retry: 5\nwhat: ever\ndata: a\n\n", {{"", "message", "a"}});
        row("NUL in id", QByteArray("id: 1\0\ndata: a\n\n", 16), {{"", "message", "a"}});
    }
    void streams()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Events, expected);
        destek::net::SseParser parser;
        const auto events = parser.feed(bytes);
        QVERIFY(events.ok());
        QCOMPARE(*events, expected);
    }

    void piecesMakeNoDifference()
    {
        QRandomGenerator random(11);
        const QByteArray alphabet = "da:ti\r\n\n\r e\xEF\xBB\xBF\xC4\x9F{}7";
        for (int round = 0; round < 3000; ++round) {
            QByteArray bytes;
            for (int i = random.bounded(120); i > 0; --i) {
                if (random.bounded(4) == 0)
                    bytes += random.bounded(2) ? "data: x\n" : "id: 12\r\n";
                else
                    bytes += alphabet.at(random.bounded(int(alphabet.size())));
            }
            destek::net::SseParser whole;
            const auto expected = whole.feed(bytes);
            QVERIFY(expected.ok());
            destek::net::SseParser parts;
            Events events;
            for (qsizetype from = 0; from < bytes.size();) {
                const qsizetype size = 1 + random.bounded(9);
                const auto some = parts.feed(bytes.mid(from, size));
                QVERIFY(some.ok());
                events << *some;
                from += size;
            }
            QCOMPARE(events, *expected);
        }
    }

    void aFrameBeyondTheLimitIsRefused()
    {
        destek::net::SseParser line;
        const QByteArray piece(64 * 1024, 'a');
        int pieces = 0;
        while (pieces < 20 && line.feed(piece).ok())
            ++pieces;
        QCOMPARE(pieces, 16); // 1 MiB
        destek::net::SseParser lines;
        pieces = 0;
        while (pieces < 20 && lines.feed("data: " + piece + '\n').ok())
            ++pieces;
        QVERIFY(pieces < 17);
        lines.reset();
        QVERIFY(lines.feed("data: a\n\n").ok());
    }
};

DESTEK_TEST(StreamParsing)
#include "tst_stream_parsing.moc"
