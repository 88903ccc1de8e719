// Back and forth, and the line that says how true the screen is (issue 4;
// journeys.md 6.1 at 14:02).
#include "models/session/visits.h"
#include "tests/kit/test_main.h"
#include "tests/ui/showcase.h"
#include "ui/shell/desk_page.h"
#include "ui/shell/top_line.h"
#include "ui/shell/whisper.h"

#include <QDateTime>
#include <QLocale>

using namespace destek;
using namespace Qt::StringLiterals;
using models::Visits;

class WaysAbout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void back_and_forward_walk_the_visits()
    {
        Visits visits;
        QVERIFY(!visits.hasBack());
        for (int i = 1; i <= 3; ++i)
            visits.visit(ConversationId(i));
        visits.visit(ConversationId(3)); // where one is already
        QCOMPARE(visits.back(), ConversationId(2));
        visits.visit(ConversationId(2)); // opening it there is no new visit
        QCOMPARE(visits.back(), ConversationId(1));
        QVERIFY(!visits.back().isValid());
        QCOMPARE(visits.forward(), ConversationId(2));
        visits.visit(ConversationId(9)); // a new branch
        QVERIFY(!visits.hasForward());
        QCOMPARE(visits.back(), ConversationId(2));
    }

    void what_was_erased_is_no_place_to_go()
    {
        Visits visits;
        for (int id : {1, 2, 1, 3})
            visits.visit(ConversationId(id));
        visits.forget(ConversationId(2));
        QCOMPARE(visits.back(), ConversationId(1));
        QVERIFY(!visits.hasBack());
        visits.forget(ConversationId(1));
        visits.forget(ConversationId(3));
        QVERIFY(!visits.hasBack());
        QVERIFY(!visits.hasForward());
        visits.visit(ConversationId(4));
        QVERIFY(!visits.hasBack());
    }

    void alt_left_and_right_go_through_the_real_window()
    {
        test::UiWorld world({20, 6, 30});
        QVERIFY(world.enter());
        QTest::keyClick(world.window.get(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY(world.window->whisper()->isVisible()); // nowhere to go: it says so
        for (int id : {3, 5, 7})
            world.window->desk()->openConversation(ConversationId(id));
        QTest::keyClick(world.window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(world.state.thread()->conversation(), ConversationId(5));
        QTest::keyClick(world.window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(world.state.thread()->conversation(), ConversationId(3));
        QTest::keyClick(world.window.get(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(world.state.thread()->conversation(), ConversationId(5));
        world.state.signOut();
        QVERIFY(!world.window->desk()->visits().hasBack());
    }

    void the_line_says_how_true_the_screen_is()
    {
        test::UiWorld world({20, 6, 30});
        QVERIFY(world.enter());
        world.window->setIdleLimit(60);
        const auto *line = world.window->desk()->topLine();
        QVERIFY(line->connectivity().startsWith(u"Live"_s));
        const QString then = QLocale().toString(
            QDateTime::fromMSecsSinceEpoch(world.clock.now().ms).time(), u"HH:mm"_s);
        world.server.hang(net::FakeCall::Send);
        world.server.feed()->setState(net::FeedState::Offline);
        OutboundContent content;
        content.text = u"Merhaba"_s;
        QVERIFY(world.state.send(ConversationId(3), content).isValid());
        world.clock.advance(std::chrono::minutes(12));
        world.window->tick();
        QVERIFY(line->connectivity().contains(u"Offline"_s));
        QVERIFY(line->connectivity().contains(u"1 queued"_s));
        QVERIFY2(line->connectivity().contains(then), qPrintable(line->connectivity()));
        world.server.feed()->setState(net::FeedState::CatchingUp);
        QVERIFY(line->connectivity().startsWith(u"Catching up"_s));
        QVERIFY2(line->connectivity().contains(then), qPrintable(line->connectivity()));
    }

    void panes_come_back_as_they_were()
    {
        test::UiWorld world({20, 6, 30});
        QVERIFY(world.enter());
        QTest::keyClick(world.window.get(), Qt::Key_F9);
        const QByteArray layout = world.window->desk()->saveLayout();
        test::UiWorld again({20, 6, 30});
        again.window->desk()->restoreLayout(layout);
        QCOMPARE(again.window->desk()->saveLayout(), layout);
        again.window->desk()->togglePerson();
        QVERIFY(again.window->desk()->saveLayout() != layout);
    }
};

DESTEK_TEST(WaysAbout)
#include "tst_ways_about.moc"
