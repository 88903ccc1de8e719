#include "tests/kit/test_main.h"
#include "tests/ui/ui_world.h"
#include "ui/kit/visible_text.h"
#include "ui/shell/desk_page.h"
#include "ui/thread/date_dialog.h"
#include "ui/thread/thread_pane.h"
#include "ui/thread/thread_search.h"
#include "ui/thread/thread_view.h"

#include <QClipboard>
#include <QDateEdit>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>

using namespace destek;
using namespace Qt::StringLiterals;
using models::ThreadModel;

/// Getting to a place in a conversation, and taking words out of it.
class ConversationPlaces : public QObject
{
    Q_OBJECT

    struct Open {
        Open(test::UiWorld &of, ConversationId id) : world(of)
        {
            world.window->desk()->openConversation(id);
        }
        [[nodiscard]] ui::ThreadPane *pane() const { return world.window->desk()->thread(); }
        [[nodiscard]] ui::ThreadView *view() const { return pane()->view(); }
        [[nodiscard]] ThreadModel *thread() const { return world.state.thread(); }
        [[nodiscard]] QRect rectOf(int row) const
        {
            return view()->visualRect(thread()->index(row));
        }
        [[nodiscard]] bool sees(int row) const
        {
            return view()->viewport()->rect().intersects(rectOf(row));
        }
        /// Somewhere in the first line of a customer's words.
        [[nodiscard]] QPoint wordsOf(int row, int right = 4) const
        {
            const QRect rect = rectOf(row);
            return {rect.left() + 26 + right, rect.bottom() - 18};
        }
        test::UiWorld &world;
    };

    static void drag(QWidget *on, QPoint from, QPoint to)
    {
        QTest::mousePress(on, Qt::LeftButton, {}, from);
        const QPoint steps[]{from + (to - from) / 2, to};
        for (const QPoint &at : steps) {
            QMouseEvent move(QEvent::MouseMove, at, on->mapToGlobal(at), Qt::NoButton,
                             Qt::LeftButton, {});
            QCoreApplication::sendEvent(on, &move);
        }
        QTest::mouseRelease(on, Qt::LeftButton, {}, to);
    }

private Q_SLOTS:
    void words_are_found_in_this_conversation_only()
    {
        test::UiWorld world({30, 8, 400});
        const ConversationId here = world.server.world().idAt(0);
        world.server.customerWrites(world.server.world().idAt(1), u"zeplin burada değil"_s);
        world.server.customerWrites(here, u"İLK zeplin nerede"_s);
        for (int i = 0; i < 120; ++i)
            world.server.customerWrites(here, u"satır %1"_s.arg(i));
        world.server.customerWrites(here, u"son zeplin geldi"_s);
        QVERIFY(world.enter());
        Open open(world, here);
        QTRY_VERIFY(open.thread()->rowCount() > 0);
        QTest::keyClick(world.window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto *field = open.pane()->search()->field();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"zeplin"_s);
        QTRY_COMPARE(open.pane()->search()->model()->rowCount(), 2);
        const auto shown = [&] { return ui::visibleText(open.pane()->search()).join(u'\n'); };
        QTRY_VERIFY2(shown().contains(u"1 of 2"_s), qPrintable(shown()));
        const auto current = [&] {
            const int row = open.view()->currentIndex().row();
            return row < 0 || !open.sees(row) ? QString() : open.thread()->at(row).text;
        };
        QTRY_VERIFY(current().contains(u"zeplin"_s));
        const QString first = current();
        QTest::keyClick(field, Qt::Key_Return); // the other one is not on the loaded page
        QTRY_VERIFY(current().contains(u"zeplin"_s) && current() != first);
        QTRY_VERIFY(shown().contains(u"2 of 2"_s));
        QVERIFY(field->hasFocus());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!open.pane()->search()->isVisible());
        QVERIFY(field->text().isEmpty());
    }

    void what_is_not_there_is_said()
    {
        test::UiWorld world({30, 8, 40});
        QVERIFY(world.enter());
        Open open(world, world.server.world().idAt(0));
        QTRY_VERIFY(open.thread()->rowCount() > 0);
        open.pane()->search()->open(world.server.world().idAt(0));
        open.pane()->search()->field()->setText(u"zeplin"_s);
        QTRY_VERIFY(
            ui::visibleText(open.pane()->search()).join(u'\n').contains(u"Not found here"_s));
    }

    void a_day_long_ago_is_one_question_away()
    {
        test::UiWorld world({30, 8, 5000});
        QVERIFY(world.enter());
        const ConversationId here = world.server.world().idAt(0);
        Open open(world, here);
        QTRY_VERIFY(open.thread()->rowCount() > 0);
        const MessageView wanted = world.server.world().message(here, 1500);
        const QDate day = QDateTime::fromMSecsSinceEpoch(wanted.at.ms).date();
        QTest::keyClick(world.window.get(), Qt::Key_G, Qt::ControlModifier);
        auto *dialog = open.pane()->findChild<ui::DateDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        dialog->field()->setDate(day);
        QTest::keyClick(dialog->field(), Qt::Key_Return);
        const auto dayShown = [&] {
            const int row = open.view()->currentIndex().row();
            return row < 0 || !open.sees(row)
                       ? QDate()
                       : QDateTime::fromMSecsSinceEpoch(open.thread()->at(row).at.ms).date();
        };
        QTRY_COMPARE(dayShown(), day);
    }

    void what_is_new_begins_at_a_line()
    {
        test::UiWorld world({30, 8, 40});
        QVERIFY(world.enter());
        const ConversationId here = world.server.world().idAt(0);
        Open open(world, here);
        QTRY_VERIFY(open.thread()->rowCount() > 0);
        world.window->desk()->openConversation(world.server.world().idAt(3));
        world.state.own()->markSeen(*world.state.inbox()->find(here));
        world.server.customerWrites(here, u"yeni bir"_s);
        world.server.customerWrites(here, u"yeni iki"_s);
        QTRY_COMPARE(
            world.state.own()->unread(*world.state.inbox()->find(here), world.state.agent().id), 2);
        world.window->desk()->openConversation(here);
        QTRY_VERIFY(open.thread()->unreadRow() >= 0);
        QCOMPARE(open.thread()->at(open.thread()->unreadRow()).text, u"yeni bir"_s);
        QVERIFY(open.thread()
                    ->index(open.thread()->unreadRow())
                    .data(ThreadModel::StartsUnreadRole)
                    .toBool());
        world.window->desk()->openConversation(world.server.world().idAt(3));
        world.state.own()->markSeen(*world.state.inbox()->find(here));
        world.window->desk()->openConversation(here);
        QTRY_VERIFY(open.thread()->rowCount() > 0);
        QCOMPARE(open.thread()->unreadRow(), -1);
    }

    void letters_and_messages_are_chosen_by_dragging()
    {
        test::UiWorld world({30, 8, 40});
        const ConversationId here = world.server.world().idAt(0);
        world.server.customerWrites(here, u"birinci kelime sonra"_s);
        world.server.customerWrites(here, u"ikinci mesaj"_s);
        QVERIFY(world.enter());
        Open open(world, here);
        QTRY_VERIFY(open.thread()->rowCount() > 2);
        const int last = open.thread()->rowCount() - 1;
        QTRY_VERIFY(open.sees(last) && open.sees(last - 1));
        auto *ground = open.view()->viewport();
        const QPoint start = open.wordsOf(last - 1, 0);
        drag(ground, start, start + QPoint(60, 0));
        const QString some = open.view()->chosenText();
        QVERIFY2(!some.isEmpty() && u"birinci kelime sonra"_s.contains(some), qPrintable(some));
        QVERIFY(some.size() < 20);
        QTest::keyClick(open.view(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), some);
        QTest::mouseDClick(ground, Qt::LeftButton, {}, start + QPoint(10, 0));
        QCOMPARE(open.view()->chosenText(), u"birinci"_s);
        drag(ground, start, open.wordsOf(last));
        const QString both = open.view()->chosenText();
        QCOMPARE(both.count(u'\n'), 1);
        QVERIFY(both.contains(u": birinci kelime sonra\n"_s) && both.endsWith(u": ikinci mesaj"_s));
        open.view()->setFocus();
        QTest::keyClick(open.view(), Qt::Key_Escape); // lets go of them first
        QVERIFY(open.view()->hasFocus());
        QCOMPARE(open.view()->selectionModel()->selectedIndexes().size(), 1);
    }

    void several_messages_are_copied_by_keyboard()
    {
        test::UiWorld world({30, 8, 40});
        const ConversationId here = world.server.world().idAt(0);
        world.server.customerWrites(here, u"bir"_s);
        world.server.customerWrites(here, u"iki"_s);
        world.server.customerWrites(here, u"üç"_s);
        QVERIFY(world.enter());
        Open open(world, here);
        QTRY_VERIFY(open.thread()->rowCount() > 3);
        open.view()->selectLast();
        QTest::keyClick(open.view(), Qt::Key_Up, Qt::ShiftModifier);
        QTest::keyClick(open.view(), Qt::Key_Up, Qt::ShiftModifier);
        QTest::keyClick(open.view(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines.at(0).endsWith(u": bir"_s) && lines.at(2).endsWith(u": üç"_s));
    }
};

DESTEK_TEST(ConversationPlaces)
#include "tst_conversation_places.moc"
