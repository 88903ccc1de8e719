// Ctrl+L and an empty chair: nothing of customers on screen or in memory, drafts kept, the
// password again, checked and counted by the daemon (issue 4; ).
#include "tests/kit/test_main.h"
#include "tests/ui/showcase.h"
#include "ui/composer/composer.h"
#include "ui/composer/plain_edit.h"
#include "ui/kit/visible_text.h"
#include "ui/shell/desk_page.h"
#include "ui/shell/lock_page.h"
#include "ui/shell/whisper.h"
#include "ui/thread/thread_pane.h"

#include <QDialog>
#include <QLineEdit>
#include <QSignalSpy>

using namespace destek;
using namespace Qt::StringLiterals;
using models::ConsolePhase;

namespace
{

void type(QLineEdit *field, const Secret &words)
{
    QTest::keyClicks(field, QString::fromUtf8(words.reveal()));
    QTest::keyClick(field, Qt::Key_Return);
}

struct LockedWorld : test::UiWorld {
    LockedWorld() : test::UiWorld({20, 6, 30}), showcase(*this) {}

    [[nodiscard]] bool enterAndOpen()
    {
        if (!enter())
            return false;
        window->desk()->openConversation(ConversationId(test::Showcase::kRich));
        return QTest::qWaitFor([this] { return state.thread()->rowCount() > 0; });
    }

    void lockByKey() { QTest::keyClick(window.get(), Qt::Key_L, Qt::ControlModifier); }

    test::Showcase showcase;
};

} // namespace

class Locking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ctrl_l_leaves_nothing_of_customers()
    {
        LockedWorld world;
        QVERIFY(world.enterAndOpen());
        QStringList customers;
        for (int row = 0; row < world.state.inbox()->rowCount(); ++row) {
            const auto *summary = world.state.inbox()->find(world.state.inbox()->idAt(row));
            for (const QString &one : {summary->name, summary->number, summary->lastLine}) {
                if (one.size() > 3)
                    customers << one;
            }
        }
        QVERIFY(customers.size() > 20);
        world.lockByKey();
        QVERIFY(world.window->isLocked());
        QCOMPARE(world.state.phase(), ConsolePhase::Locked);
        QCOMPARE(world.state.inbox()->knownCount(), 0);
        QCOMPARE(world.state.thread()->rowCount(), 0);
        const QString seen = ui::visibleText(world.window.get()).join(u'\n');
        for (const QString &one : customers)
            QVERIFY2(!seen.contains(one), qPrintable(one));
        QVERIFY(world.window->lockPage()->password()->hasFocus());
        // Keys and the palette lead nowhere either.
        QTest::keyClick(world.window.get(), Qt::Key_J, Qt::ControlModifier);
        QTest::keyClick(world.window.get(), Qt::Key_1, Qt::ControlModifier);
        QVERIFY(world.window->isLocked());
        QVERIFY(!world.state.thread()->conversation().isValid());
    }

    void the_password_brings_back_what_was_open_and_the_draft()
    {
        LockedWorld world;
        QVERIFY(world.enterAndOpen());
        auto *edit = world.window->desk()->thread()->composer()->edit();
        edit->setFocus();
        QTest::keyClicks(edit, u"Kargonuz yarin"_s);
        world.lockByKey();
        QVERIFY(!edit->isVisible());
        type(world.window->lockPage()->password(), net::FakeServer::password());
        QTRY_VERIFY(world.state.isLive());
        QVERIFY(world.window->showsDesk());
        QCOMPARE(world.state.thread()->conversation(), ConversationId(test::Showcase::kRich));
        QCOMPARE(edit->toPlainText(), u"Kargonuz yarin"_s);
        QTRY_VERIFY(world.state.thread()->rowCount() > 0);
        QCOMPARE(world.server.calls(net::FakeCall::SignIn), 1); // the session went on
    }

    void a_wrong_password_is_asked_of_the_daemon_and_opens_nothing()
    {
        LockedWorld world;
        QVERIFY(world.enterAndOpen());
        world.lockByKey();
        auto *page = world.window->lockPage();
        QTest::keyClicks(page->password(), u"wrong"_s);
        QTest::keyClick(page->password(), Qt::Key_Return);
        QTRY_COMPARE(page->problem(), u"The password or the code is not right."_s);
        QCOMPARE(world.server.calls(net::FakeCall::StepUp), 1); // counted there
        QVERIFY(world.window->isLocked());
        QVERIFY(page->password()->text().isEmpty());
        world.server.failNext(net::FakeCall::StepUp, ApiErrorCode::Unreachable);
        type(page->password(), net::FakeServer::password());
        QTRY_VERIFY(!page->problem().isEmpty() &&
                    page->problem() != u"The password or the code is not right."_s);
        QVERIFY(world.window->isLocked()); // no way in without the daemon
        type(page->password(), net::FakeServer::password());
        QTRY_VERIFY(world.window->showsDesk());
    }

    void an_empty_chair_locks_after_ten_minutes()
    {
        LockedWorld world;
        QVERIFY(world.enterAndOpen());
        world.clock.advance(std::chrono::minutes(9));
        world.window->tick();
        QVERIFY(!world.window->isLocked());
        QTest::keyClick(world.window.get(), Qt::Key_Shift); // somebody is there
        world.clock.advance(std::chrono::minutes(9));
        world.window->tick();
        QVERIFY(!world.window->isLocked());
        world.clock.advance(std::chrono::minutes(2));
        world.window->tick();
        QVERIFY(world.window->isLocked());
    }

    void the_time_can_be_set()
    {
        LockedWorld world;
        QVERIFY(world.enterAndOpen());
        world.commands.run(u"screen.lock.5"_s);
        world.clock.advance(std::chrono::minutes(6));
        world.window->tick();
        QVERIFY(world.window->isLocked());
    }

    void messages_while_locked_are_counted_and_not_kept()
    {
        LockedWorld world;
        QVERIFY(world.enterAndOpen());
        world.lockByKey();
        QSignalSpy wrote(&world.state, &models::ConsoleState::customerWroteWhileLocked);
        world.server.customerWrites(ConversationId(7), u"Gizli bir sey"_s);
        QTRY_COMPARE(wrote.count(), 1);
        QCOMPARE(world.state.inbox()->knownCount(), 0);
        const QString seen = ui::visibleText(world.window.get()).join(u'\n');
        QVERIFY(!seen.contains(u"Gizli"_s));
        QVERIFY(seen.contains(u"1 new message"_s));
    }

    void a_locked_console_says_that_nobody_sits_there_and_keeps_what_one_wished_for()
    {
        LockedWorld world;
        QVERIFY(world.enterAndOpen());
        const AgentId me = world.state.agent().id;
        const auto shown = [&] { return world.server.teamNow().colleague(me)->presence; };
        world.server.setPresence(Presence::Busy, {world.window.get(), [](const auto &) {}});
        QTRY_COMPARE(shown(), Presence::Busy);
        world.lockByKey();
        QTRY_VERIFY(world.server.isLocked());
        QCOMPARE(shown(), Presence::Away);
        // A daemon that was started anew has forgotten it.
        const int said = world.server.calls(net::FakeCall::SetPresence);
        world.server.feed()->setState(net::FeedState::Offline);
        world.server.feed()->goLive(world.clock.now(), world.server.world().seq());
        QCOMPARE(world.server.calls(net::FakeCall::SetPresence), said + 1);
        // What did not arrive is said again.
        world.server.failNext(net::FakeCall::SetPresence, ApiErrorCode::Unreachable);
        world.state.unlock(net::FakeServer::password(), Secret());
        QTRY_VERIFY(world.state.isLive());
        world.window->tick();
        QTRY_VERIFY(!world.server.isLocked());
        QCOMPARE(shown(), Presence::Busy);
    }

    void an_erasure_reaches_a_locked_console_and_its_drafts()
    {
        LockedWorld world;
        QVERIFY(world.enterAndOpen());
        auto *composer = world.window->desk()->thread()->composer();
        composer->edit()->setPlainText(u"Sayin Elif"_s);
        const ContactId contact =
            world.state.inbox()->find(ConversationId(test::Showcase::kRich))->contact;
        world.lockByKey();
        QCOMPARE(composer->draftOf(ConversationId(test::Showcase::kRich)), u"Sayin Elif"_s);
        world.server.erasePerson(contact);
        QTRY_COMPARE(world.server.receipts().size(), 1);
        QVERIFY(composer->draftOf(ConversationId(test::Showcase::kRich)).isEmpty());
    }

    void open_dialogs_go_with_the_lock()
    {
        LockedWorld world;
        QVERIFY(world.enterAndOpen());
        world.window->desk()->openExportOfCurrent();
        QVERIFY(world.window->findChild<QDialog *>());
        world.state.lock();
        QTRY_VERIFY(!world.window->findChild<QDialog *>());
    }

    void half_an_hour_without_the_daemon_signs_a_locked_console_out()
    {
        LockedWorld world;
        QVERIFY(world.enterAndOpen());
        world.lockByKey();
        world.server.feed()->setState(net::FeedState::Offline);
        world.clock.advance(std::chrono::minutes(31));
        world.window->tick();
        QCOMPARE(world.state.phase(), ConsolePhase::Lost);
        QVERIFY(!world.window->isLocked());
    }

    void a_session_that_ended_leads_to_the_sign_in()
    {
        LockedWorld world;
        QVERIFY(world.enterAndOpen());
        world.lockByKey();
        world.server.failNext(net::FakeCall::StepUp, ApiErrorCode::NotSignedIn);
        type(world.window->lockPage()->password(), net::FakeServer::password());
        QTRY_COMPARE(world.state.phase(), ConsolePhase::Ended);
    }
};

DESTEK_TEST(Locking)
#include "tst_locking.moc"
