#include "net/fake/fake_server.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using net::FakeWorld;

/// The stand-in must behave like a daemon, or tests above it prove nothing.
class FakeServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aThreadIsOrderedAndItsPagesFitTogether()
    {
        test::ManualClock clock;
        FakeWorld world(clock.now(), {100'000, 200, 1'000'000});
        const ConversationId id(1);
        QCOMPARE(world.messageCount(id), 1'000'000);
        QSet<MessageId> ids;
        for (int i = 500'000; i < 500'200; ++i) {
            const MessageView a = world.message(id, i);
            const MessageView b = world.message(id, i + 1);
            QVERIFY(std::pair(a.at, a.order) < std::pair(b.at, b.order));
            QCOMPARE(world.indexOf(id, {a.at, a.order}), i);
            QCOMPARE(world.find(a.id), std::optional(a));
            ids << a.id;
        }
        QCOMPARE(ids.size(), 200);
        QVERIFY(world.page(id, 0, 10).hasNewer);
        QVERIFY(!world.page(id, 0, 10).hasOlder);
    }

    void theInboxEndsAndSkipsTheErased()
    {
        test::ManualClock clock;
        FakeWorld world(clock.now(), {100, 10, 50});
        world.erase(FakeWorld::contactOf(ConversationId(4)));
        int seen = 0;
        QString cursor = u"0"_s;
        while (!cursor.isEmpty()) {
            const InboxPage page = world.inbox(cursor.toInt(), 30);
            seen += int(page.conversations.size());
            cursor = page.next;
        }
        QCOMPARE(seen, 99);
    }
};

DESTEK_TEST(FakeServer)
#include "tst_fake_server.moc"
