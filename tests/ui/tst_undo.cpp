// Undo hold: what was sent comes back while it is held, and only then.
#include "tests/kit/test_main.h"
#include "tests/ui/showcase.h"
#include "ui/composer/composer.h"
#include "ui/composer/plain_edit.h"
#include "ui/composer/quote_bar.h"
#include "ui/kit/visible_text.h"
#include "ui/shell/desk_page.h"
#include "ui/thread/thread_pane.h"
#include "ui/thread/thread_view.h"

#include <QSignalSpy>

using namespace destek;
using namespace destek::ui;
using namespace Qt::StringLiterals;
using net::FakeCall;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace
{

struct Open : test::UiWorld {
    explicit Open() : UiWorld({40, 10, 60}, {Role::Agent}) {}
    [[nodiscard]] bool begin(int holdSeconds)
    {
        if (!enter() || !QTest::qWaitForWindowActive(window.get()))
            return false;
        state.held()->setHold(seconds(holdSeconds));
        window->desk()->openConversation(ConversationId(2));
        return QTest::qWaitFor([&] { return state.thread()->rowCount() > 0; });
    }
    Composer *composer() { return window->desk()->thread()->composer(); }
    PlainEdit *edit() { return composer()->edit(); }
    ThreadView *view() { return window->desk()->thread()->view(); }
    /// Types, sends and waits until the daemon has it.
    [[nodiscard]] bool say(const QString &text)
    {
        edit()->setFocus();
        QTest::keyClicks(edit(), text);
        QTest::keyClick(edit(), Qt::Key_Return);
        const qsizetype before = server.sent().size();
        return QTest::qWaitFor([&] { return server.sent().size() > before; }) &&
               QTest::qWaitFor([&] { return outbox.pending().isEmpty(); });
    }
    [[nodiscard]] QModelIndex last()
    {
        return state.thread()->index(state.thread()->rowCount() - 1);
    }
    [[nodiscard]] bool offersUndo()
    {
        return view()->actionsAt(last()).contains(BubbleAction::TakeBack);
    }
    bool says(const QString &words)
    {
        return QTest::qWaitFor(
            [&] { return visibleText(window.get()).join(u'\n').contains(words); });
    }
};

} // namespace

class Undo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void by_default_messages_go_out_at_once()
    {
        Open world;
        QVERIFY(world.begin(0));
        QVERIFY(world.say(u"hemen"_s));
        QCOMPARE(world.server.sent().first().hold.count(), 0);
        QVERIFY(!world.offersUndo());
    }

    void a_held_message_can_be_taken_back_and_its_words_return()
    {
        Open world;
        QVERIFY(world.begin(3));
        world.composer()->quote(world.state.thread()->at(0));
        const MessageId quoted = world.composer()->quoteBar()->quoted();
        const int rows = world.state.thread()->rowCount();
        QVERIFY(world.say(u"yanlis kisi"_s));
        QCOMPARE(world.server.sent().first().hold, Duration(seconds(3)));
        QCOMPARE(world.state.thread()->rowCount(), rows + 1);
        QVERIFY(world.offersUndo());
        world.view()->perform(BubbleAction::TakeBack, world.last());
        QTRY_COMPARE(world.edit()->toPlainText(), u"yanlis kisi"_s);
        QCOMPARE(world.server.calls(FakeCall::Withdraw), 1);
        QCOMPARE(world.state.thread()->rowCount(), rows); // it never was
        QCOMPARE(world.composer()->quoteBar()->quoted(), quoted);
        QVERIFY(world.edit()->hasFocus());
        world.clock.advance(seconds(10));
        world.server.letHeldGo();
        QCOMPARE(world.server.world().find(world.server.sent().first().id)->state,
                 SendState::Withdrawn);
    }

    void Ctrl_Z_in_an_empty_field_takes_back_and_in_a_full_one_only_undoes_typing()
    {
        Open world;
        QVERIFY(world.begin(5));
        QVERIFY(world.say(u"bir"_s));
        QTest::keyClicks(world.edit(), u"iki"_s);
        QTest::keyClick(world.edit(), Qt::Key_Z, Qt::ControlModifier);
        QTest::qWait(5);
        QCOMPARE(world.server.calls(FakeCall::Withdraw), 0);
        world.edit()->setPlainText({}); // as after sending: nothing to be undone
        QTest::keyClick(world.edit(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(world.edit()->toPlainText(), u"bir"_s);
    }

    void the_command_says_why_when_nothing_is_held()
    {
        Open world;
        QVERIFY(world.begin(2));
        QVERIFY(!world.commands.whyNot(u"message.takeBack"_s).isEmpty());
        QVERIFY(world.say(u"tut"_s));
        QVERIFY(world.commands.whyNot(u"message.takeBack"_s).isEmpty());
        QTest::keyClick(world.window.get(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(world.edit()->toPlainText(), u"tut"_s);
    }

    void when_the_time_is_over_it_is_gone_and_the_bubble_says_so()
    {
        Open world;
        QVERIFY(world.begin(2));
        QVERIFY(world.say(u"gitsin"_s));
        QVERIFY(world.offersUndo());
        QCOMPARE(world.state.held()->left(world.server.sent().first().id), Duration(seconds(2)));
        world.clock.advance(milliseconds(500));
        QVERIFY(qAbs(world.state.held()->share(world.server.sent().first().id) - 0.75) < 0.001);
        world.clock.advance(seconds(2));
        world.state.held()->tick();
        QVERIFY(!world.offersUndo());
        world.server.letHeldGo();
        QTRY_COMPARE(world.state.thread()->at(world.last().row()).state, SendState::Accepted);
    }

    void too_late_is_said()
    {
        Open world;
        QVERIFY(world.begin(3));
        QVERIFY(world.say(u"son anda"_s));
        world.server.failNext(FakeCall::Withdraw,
                              ApiError{ApiErrorCode::Refused, std::nullopt, u"on_its_way"_s});
        world.view()->perform(BubbleAction::TakeBack, world.last());
        QVERIFY(world.says(u"Too late: the message is on its way already."_s));
        QVERIFY(world.edit()->toPlainText().isEmpty()); // it was sent: no second copy
        QVERIFY(!world.offersUndo());
    }

    void what_is_written_meanwhile_is_kept_with_what_returns()
    {
        Open world;
        QVERIFY(world.begin(3));
        QVERIFY(world.say(u"birinci"_s));
        QTest::keyClicks(world.edit(), u"ikinci"_s);
        world.view()->perform(BubbleAction::TakeBack, world.last());
        QTRY_COMPARE(world.edit()->toPlainText(), u"birinci\nikinci"_s);
    }

    void the_choice_is_in_the_account_menu_and_told_to_be_kept()
    {
        Open world;
        QVERIFY(world.begin(0));
        QSignalSpy chosen(world.window.get(), &MainWindow::undoHoldChosen);
        world.commands.run(u"send.hold.5"_s);
        QCOMPARE(world.state.held()->hold(), Duration(seconds(5)));
        QCOMPARE(chosen.first().first().toInt(), 5);
        QVERIFY(world.commands.find(u"send.hold.5"_s)->isOn());
        world.state.held()->setHold(seconds(60));
        QCOMPARE(world.state.held()->hold(), Duration(seconds(5))); // the daemon takes no more
    }
};

DESTEK_TEST(Undo)
#include "tst_undo.moc"
