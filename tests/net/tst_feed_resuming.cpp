#include "core/wire/collaboration_json.h"
#include "core/wire/json.h"
#include "net/live/live_feed.h"
#include "tests/kit/test_main.h"
#include "tests/net/tiny_daemon.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::net;
using test::TinyDaemon;

namespace
{

const test::Identity &ca()
{
    static const test::Identity identity = test::makeCa("Destek test CA");
    return identity;
}

QByteArray frame(const QByteArray &name, const QByteArray &data, qint64 id = -1)
{
    return (id < 0 ? QByteArray() : "id: " + QByteArray::number(id) + '\n') + "event: " + name +
           "\ndata: " + data + "\n\n";
}

QByteArray change(qint64 seq)
{
    ConversationSummary summary;
    summary.id = ConversationId(seq);
    summary.contact = ContactId(1);
    summary.revision = seq;
    return frame("conversation",
                 QJsonDocument(wire::toJson(summary)).toJson(QJsonDocument::Compact), seq);
}

QByteArray beat(qint64 seq)
{
    return frame("beat", "{\"time\":1795327200000,\"seq\":" + QByteArray::number(seq) + '}');
}

struct Bench {
    TinyDaemon daemon{ca(), test::makeServer(ca())};
    struct Timer {
        Duration delay;
        std::function<void()> run;
    };
    QList<Timer> timers;
    net::LiveFeed feed{[this] { return daemon.link(ca().certificatePem); },
                       [this](Duration delay, QObject *, std::function<void()> run) {
                           timers << Timer{delay, std::move(run)};
                       }};
    QList<qint64> seen;
    int resets = 0;

    Bench()
    {
        QObject::connect(&feed, &Feed::conversationChanged, &feed,
                         [this](const ConversationSummary &, qint64 seq) { seen << seq; });
        QObject::connect(&feed, &Feed::resetRequired, &feed, [this] { ++resets; });
    }
    bool reaches(FeedState state)
    {
        return QTest::qWaitFor([&] { return feed.state() == state; }, test::kPatience);
    }
    bool streams(int count)
    {
        return QTest::qWaitFor([&] { return daemon.streams().size() == count; }, test::kPatience);
    }
    void send(const QByteArray &bytes) { daemon.streams().constLast().send(bytes); }
    void runTimers()
    {
        const auto due = std::exchange(timers, {});
        for (const Timer &timer : due)
            timer.run();
    }
    bool live()
    {
        feed.start(10);
        if (!streams(1))
            return false;
        send(beat(10));
        return reaches(FeedState::Live);
    }
};

} // namespace

class FeedResuming : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBeatEndsTheCatchingUp()
    {
        Bench bench;
        bench.feed.start(10);
        QCOMPARE(bench.feed.state(), FeedState::Connecting);
        QVERIFY(bench.streams(1));
        QCOMPARE(bench.daemon.last().header("Last-Event-ID"), QByteArray("10"));
        QCOMPARE(bench.daemon.last().header("Authorization"), QByteArray("Bearer session-token"));
        bench.send(change(11) + change(12));
        QTRY_COMPARE(bench.seen, (QList<qint64>{11, 12}));
        QCOMPARE(bench.feed.state(), FeedState::CatchingUp);
        bench.send(beat(12));
        QVERIFY(bench.reaches(FeedState::Live));
        QCOMPARE(bench.feed.syncedAt(), Instant::fromMs(1795327200000));
    }

    void afterACutItResumesWithoutAGapOrADouble() // lessons.md 2.1 no. 7
    {
        Bench bench;
        QVERIFY(bench.live());
        bench.send(change(11) + change(12));
        QTRY_COMPARE(bench.seen.size(), 2);
        bench.daemon.streams().constLast().close();
        QVERIFY(bench.reaches(FeedState::Offline));
        QVERIFY(bench.timers.constLast().delay >= Duration(100));
        QVERIFY(bench.timers.constLast().delay <= Duration(200));
        bench.runTimers();
        QVERIFY(bench.streams(2));
        QCOMPARE(bench.daemon.last().header("Last-Event-ID"), QByteArray("12"));
        bench.send(change(12) + change(13) + beat(13)); // 12 a second time
        QVERIFY(bench.reaches(FeedState::Live));
        QCOMPARE(bench.seen, (QList<qint64>{11, 12, 13}));
    }

    void numbersMayBeSkippedByTheDaemon()
    {
        Bench bench;
        QVERIFY(bench.live());
        bench.send(change(20) + beat(25));
        QTRY_COMPARE(bench.seen, QList<qint64>{20});
        QSignalSpy beats(&bench.feed, &Feed::beat);
        bench.daemon.streams().constLast().close();
        QVERIFY(bench.reaches(FeedState::Offline));
        bench.runTimers();
        QVERIFY(bench.streams(2));
        QCOMPARE(bench.daemon.last().header("Last-Event-ID"), QByteArray("25"));
    }

    void theTeamIsNumberedAndPresenceIsNot()
    {
        Bench bench;
        QVERIFY(bench.live());
        QSignalSpy team(&bench.feed, &Feed::teamChanged);
        QList<PresenceNow> told;
        QObject::connect(&bench.feed, &Feed::presenceChanged, &bench.feed,
                         [&](const PresenceNow &now) { told << now; });
        PresenceNow now;
        now.agents = {{AgentId(2), Presence::Away, Instant::fromMs(1795327200000)}};
        now.attending = {Attendance{ConversationId(4), AgentId(2), true, std::nullopt}};
        const QByteArray said =
            frame("presence", QJsonDocument(wire::toJson(now)).toJson(QJsonDocument::Compact));
        bench.send(said + frame("presence", "{}") + frame("team", "{}", 11) +
                   frame("team", "{}", 11) + change(12));
        QTRY_COMPARE(bench.seen, QList<qint64>{12}); // neither of them ended the stream
        QCOMPARE(told, QList<PresenceNow>{now});     // unreadable words are let go
        QCOMPARE(team.size(), 1);                    // a number a second time is no change
        QCOMPARE(team.constFirst().constFirst().toLongLong(), 11);
        QCOMPARE(bench.resets, 0);
    }

    void draftsOfMyOtherConsolesAreHeard()
    {
        Bench bench;
        QVERIFY(bench.live());
        QList<DraftsNow> told;
        QObject::connect(&bench.feed, &Feed::draftsChanged, &bench.feed,
                         [&](const DraftsNow &now) { told << now; });
        const DraftsNow now{ConversationId(4), {Draft::Kind::Reply, Draft::Kind::Note}};
        bench.send(frame("draft", QJsonDocument(wire::toJson(now)).toJson(QJsonDocument::Compact)) +
                   frame("draft", "{}") + change(12));
        QTRY_COMPARE(bench.seen, QList<qint64>{12});
        QCOMPARE(told, QList<DraftsNow>{now});
        QCOMPARE(bench.resets, 0);
    }

    void tooOldRestoredOrUnreadableMeansStartingOver_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("too old") << frame("reset", "{}");
        QTest::newRow("restored from a backup") << beat(3);
        QTest::newRow("unreadable") << frame("conversation", "{\"id\":0}", 11);
        QTest::newRow("without a number") << frame("message", "{}");
        QTest::newRow("erasure unreadable") << frame("erased", "[]", 11);
    }
    void tooOldRestoredOrUnreadableMeansStartingOver()
    {
        QFETCH(QByteArray, bytes);
        Bench bench;
        QVERIFY(bench.live());
        bench.send(bytes + change(12));
        QTRY_COMPARE(bench.resets, 1);
        QCOMPARE(bench.feed.state(), FeedState::Stopped);
        QVERIFY(bench.seen.isEmpty());
    }

    void wordsOfALaterVersionAreSkipped()
    {
        Bench bench;
        QVERIFY(bench.live());
        bench.send(frame("novelty", "?", 11) + frame("hint", "x") + change(12));
        QTRY_COMPARE(bench.seen, QList<qint64>{12});
        QCOMPARE(bench.resets, 0);
    }

    void theEndOfTheSessionIsTheEnd()
    {
        Bench bench;
        QVERIFY(bench.live());
        bench.timers.clear();
        bench.send(frame("ended", "{\"code\":\"not_signed_in\"}"));
        QVERIFY(bench.reaches(FeedState::Ended));
        QVERIFY(bench.timers.isEmpty()); // no trying again
        Bench refused;
        refused.daemon.answer(u"/v1/feed"_s, 401, R"({"error":{"code":"not_signed_in"}})");
        refused.feed.start(1);
        QVERIFY(refused.reaches(FeedState::Ended));
    }

    void silenceIsACut() // lessons.md 2.1 no. 8
    {
        Bench bench;
        QVERIFY(bench.live());
        bench.runTimers();
        bench.runTimers();
        QCOMPARE(bench.feed.state(), FeedState::Live);
        bench.send(": still here\n\n");
        bench.send(change(11));
        QTRY_COMPARE(bench.seen.size(), 1); // the silence was broken
        bench.runTimers();
        bench.runTimers();
        QCOMPARE(bench.feed.state(), FeedState::Live);
        bench.runTimers();
        QCOMPARE(bench.feed.state(), FeedState::Offline);
    }

    void triesGetRarerAndAreReset()
    {
        Bench bench;
        bench.daemon.answer(u"/v1/feed"_s, 503, {});
        bench.feed.start(1);
        Duration longest{0};
        for (int i = 0; i < 9; ++i) {
            QVERIFY(bench.reaches(FeedState::Offline));
            const Duration delay = bench.timers.constLast().delay;
            QVERIFY(delay <= Backoff::kMost);
            longest = std::max(longest, delay);
            if (i == 8)
                bench.daemon.hang(u"/v1/feed"_s); // streams again
            bench.runTimers();
        }
        QVERIFY(longest >= Backoff::kMost / 2);
        QVERIFY(bench.streams(1));
        bench.send(beat(1));
        QVERIFY(bench.reaches(FeedState::Live));
        bench.daemon.streams().constLast().close();
        QVERIFY(bench.reaches(FeedState::Offline));
        QVERIFY(bench.timers.constLast().delay <= Duration(200));
    }

    void aStrangerIsNeverLive()
    {
        const test::Identity stranger = test::makeCa("stranger");
        TinyDaemon daemon(stranger, test::makeServer(stranger));
        net::LiveFeed feed([&] { return daemon.link(ca().certificatePem); },
                           [](Duration, QObject *, const std::function<void()> &) {});
        feed.start(1);
        QTRY_COMPARE(feed.state(), FeedState::Offline);
        QCOMPARE(daemon.requests(), 0);
    }

    void stoppingInTheMiddleOfAPieceStops()
    {
        Bench bench;
        QVERIFY(bench.live());
        connect(&bench.feed, &Feed::conversationChanged, &bench.feed, [&] { bench.feed.stop(); });
        bench.send(change(11) + change(12) + beat(12));
        QTRY_COMPARE(bench.feed.state(), FeedState::Stopped);
        QCOMPARE(bench.seen, QList<qint64>{11});
        bench.runTimers(); // left over from before
        QCOMPARE(bench.feed.state(), FeedState::Stopped);
    }

    void aFrameWithoutEndIsACut()
    {
        Bench bench;
        QVERIFY(bench.live());
        const QByteArray piece(100'000, 'x');
        for (int i = 0; i < 12 && bench.feed.state() == FeedState::Live; ++i) {
            bench.send(piece);
            QTest::qWait(5);
        }
        QVERIFY(bench.reaches(FeedState::Offline));
    }
};

DESTEK_TEST(FeedResuming)
#include "tst_feed_resuming.moc"
