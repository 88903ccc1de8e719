// What a screen reader is told, and what a keyboard reaches, on every screen.
#include "models/thread/thread_model.h"
#include "tests/kit/test_main.h"
#include "tests/ui/listening.h"
#include "tests/ui/scenes.h"
#include "ui/commands/palette.h"
#include "ui/shell/desk_page.h"
#include "ui/shell/whisper.h"
#include "ui/thread/thread_pane.h"
#include "ui/thread/thread_view.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>

using namespace destek;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kMostControls = 120; ///< more Tabs than any screen has controls

QString nameOf(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return u"%1 %2 “%3”"_s.arg(QLatin1StringView(widget->metaObject()->className()),
                               widget->objectName(), button ? button->text() : QString());
}

/// What is worked by hand: everything a person can press, fill in or walk through.
bool isControl(const QWidget *widget)
{
    if (qobject_cast<const QHeaderView *>(widget))
        return false; // sorting is not offered; arrows walk the table itself
    if (qobject_cast<const QLineEdit *>(widget->parentWidget()) ||
        qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()))
        return false; // the clear button of a field: Ctrl+A and Backspace
    if (qobject_cast<const ui::ThreadView *>(widget->parentWidget()))
        return false; // "New messages" over the thread: End
    if (qobject_cast<const QAbstractItemView *>(widget) && widget->focusPolicy() == Qt::NoFocus)
        return false; // walked from the field above it
    return qobject_cast<const QAbstractButton *>(widget) ||
           qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget) ||
           qobject_cast<const QPlainTextEdit *>(widget) ||
           qobject_cast<const QAbstractSpinBox *>(widget) ||
           qobject_cast<const QAbstractItemView *>(widget);
}

/// The window that has the keyboard: an open dialog keeps it for itself.
QWidget *inFront(test::UiWorld &world)
{
    for (auto *dialog : world.window->findChildren<QDialog *>()) {
        if (dialog->isVisible())
            return dialog;
    }
    if (world.window->palette()->isVisible())
        return world.window->palette(); // keeps the keyboard as well
    return world.window.get();
}

QList<QWidget *> controlsOf(QWidget *window)
{
    QList<QWidget *> controls;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->isEnabled() && widget->window() == window->window() &&
            isControl(widget))
            controls << widget;
    }
    return controls;
}

/// Rows of a list that are on the screen, each a child with words of its own.
QStringList mutedRows(const QAbstractItemView *view)
{
    QStringList found;
    const QAccessibleInterface *list =
        QAccessible::queryAccessibleInterface(const_cast<QAbstractItemView *>(view));
    const QAbstractItemModel *model = view->model();
    if (!list || !model)
        return {u"%1 has no rows to tell of"_s.arg(nameOf(view))};
    for (int row = 0; row < model->rowCount(view->rootIndex()); ++row) {
        const QModelIndex index = model->index(row, 0, view->rootIndex());
        if (!view->visualRect(index).intersects(view->viewport()->rect()))
            continue;
        const auto *cell = const_cast<QAccessibleInterface *>(list)->tableInterface();
        QAccessibleInterface *told =
            cell ? const_cast<QAccessibleTableInterface *>(cell)->cellAt(row, 0) : nullptr;
        if (!told || !told->isValid())
            found << u"%1: row %2 is not told"_s.arg(nameOf(view)).arg(row);
        else if (told->text(QAccessible::Name).trimmed().isEmpty())
            found << u"%1: row %2 has no words"_s.arg(nameOf(view)).arg(row);
    }
    return found;
}

/// Everything a screen reader would stumble over in this window.
QStringList untold(QWidget *window)
{
    QStringList found;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != window->window())
            continue;
        const bool focusable = widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus;
        const bool control = isControl(widget);
        if (!focusable && !control)
            continue;
        if (qobject_cast<QAbstractScrollArea *>(widget) && !control)
            continue; // a pane that scrolls; what is in it speaks for itself
        QAccessibleInterface *told = QAccessible::queryAccessibleInterface(widget);
        if (!told || !told->isValid()) {
            found << nameOf(widget) + u" is not told"_s;
            continue;
        }
        if (told->text(QAccessible::Name).trimmed().isEmpty())
            found << nameOf(widget) + u" has no name"_s;
        if (told->role() == QAccessible::NoRole || told->role() == QAccessible::Client)
            found << nameOf(widget) + u" has no role"_s;
        if (const auto *view = qobject_cast<QAbstractItemView *>(widget))
            found += mutedRows(view);
    }
    return found;
}

/// Goes round with Tab, twice: what one reaches may wake what stands before it. Answers what was
/// passed; `blind` gets those that look the same with the keyboard in them and without.
QList<QWidget *> walk(QWidget *window, QStringList &blind)
{
    QList<QWidget *> passed;
    int rounds = 0;
    for (int i = 0; i < kMostControls && rounds < 2; ++i) {
        QWidget *at = QApplication::focusWidget();
        if (!at)
            break;
        const auto picture = [&] {
            return window->window()
                ->grab({at->mapTo(window->window(), QPoint()), at->size()})
                .toImage();
        };
        const bool known = passed.contains(at);
        const QImage with = known ? QImage() : picture();
        QTest::keyClick(at, Qt::Key_Tab);
        if (known) {
            rounds += at == passed.constFirst() ? 1 : 0;
            continue;
        }
        passed << at;
        const bool marked = isControl(at) || qobject_cast<QAbstractScrollArea *>(at);
        if (QApplication::focusWidget() != at && marked && at->isVisible() && with == picture())
            blind << nameOf(at) + u" does not show that it has the keyboard"_s;
    }
    return passed;
}

} // namespace

class Accessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void every_screen_is_told_and_reached_data()
    {
        QTest::addColumn<QString>("scene");
        for (const QString &scene : test::sceneNames())
            QTest::newRow(qPrintable(scene)) << scene;
    }

    void every_screen_is_told_and_reached()
    {
        QFETCH(QString, scene);
        test::UiWorld world({30, 8, 60});
        QVERIFY(test::arrangeScene(world, scene));
        QTest::qWait(60);
        if (QWidget *popup = QApplication::activePopupWidget()) {
            QVERIFY2(untold(popup).isEmpty(), qPrintable(untold(popup).join(u'\n')));
            popup->close();
        }
        world.window->whisper()->hide(); // it lies over the top line for some seconds
        QWidget *window = inFront(world);
        QStringList wrong = untold(window);
        QApplication::setActiveWindow(window->window());
        QTRY_VERIFY(QApplication::activeWindow() == window->window());
        // What has the keyboard from the start shows its mark once one has come by Tab.
        QWidget *first = QApplication::focusWidget();
        QTest::keyClick(first ? first : window, Qt::Key_Tab);
        const QList<QWidget *> passed = walk(window, wrong);
        for (QWidget *control : controlsOf(window)) {
            if (!passed.contains(control))
                wrong << nameOf(control) + u" is not reached by Tab"_s;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    /// Who wrote when, what, and what became of it.
    void a_bubble_says_who_when_what_and_its_tick()
    {
        test::UiWorld world({30, 8, 60});
        QVERIFY(test::arrangeScene(world, u"thread"_s));
        auto *view = world.window->desk()->thread()->view();
        auto *table = QAccessible::queryAccessibleInterface(view)->tableInterface();
        QVERIFY(table);
        const auto *model = world.state.thread();
        bool customer = false;
        bool ours = false;
        bool failed = false;
        for (int row = 0; row < model->rowCount(); ++row) {
            const MessageView &message = model->at(row);
            QAccessibleInterface *cell = table->cellAt(row, 0);
            QVERIFY(cell);
            QCOMPARE(cell->role(), QAccessible::ListItem);
            const QString said = cell->text(QAccessible::Name);
            QVERIFY2(
                said.contains(model->index(row).data(models::ThreadModel::TimeRole).toString()),
                qPrintable(said));
            if (message.direction == Direction::Inbound &&
                message.text == u"Tamamdır, bekliyorum 🙏"_s) {
                customer = said.contains(u"Customer"_s) && said.contains(message.text);
            } else if (message.direction == Direction::Outbound &&
                       message.state == SendState::Read) {
                ours = ours || (said.contains(u"Deniz Kaya"_s) && said.contains(u"Read"_s));
            } else if (message.state == SendState::Failed) {
                const QString why =
                    model->index(row).data(models::ThreadModel::ProblemRole).toString();
                failed = failed || (!why.isEmpty() && said.contains(why));
            }
        }
        QVERIFY(customer);
        QVERIFY(ours);
        QVERIFY(failed);
    }

    void a_new_message_in_the_open_conversation_is_spoken()
    {
        test::UiWorld world({30, 8, 60});
        QVERIFY(test::arrangeScene(world, u"thread"_s));
        const test::Listening listening;
        world.server.customerWrites(world.state.thread()->conversation(), u"Kapıda kimse yok"_s);
        QTRY_VERIFY2(listening.heard(u"Kapıda kimse yok"_s),
                     qPrintable(listening.said.join(u'\n')));
    }

    void a_new_message_elsewhere_is_spoken_without_its_words()
    {
        test::UiWorld world({30, 8, 60});
        QVERIFY(test::arrangeScene(world, u"thread"_s));
        const test::Listening listening;
        world.server.customerWrites(ConversationId(8), u"Gizli söz"_s);
        QTRY_VERIFY(!listening.said.isEmpty());
        QVERIFY(!listening.heard(u"Gizli söz"_s));
    }

    void a_change_of_what_may_be_written_is_spoken()
    {
        test::UiWorld world({30, 8, 60});
        QVERIFY(test::arrangeScene(world, u"thread"_s));
        const ConversationId open = world.state.thread()->conversation();
        const test::Listening listening;
        WorkAct claim; // by a colleague: one may not write any more
        (void)world.server.colleagueActs(AgentId(2), open, claim);
        QTRY_VERIFY2(listening.heard(u"or take over"_s), qPrintable(listening.said.join(u'\n')));
        ConversationSummary out = world.server.world().conversation(open);
        out.work.holder = {};
        out.standing = Standing::OptedOut;
        out.allowance = {SendRefusal::OptedOut, SendRefusal::OptedOut};
        world.server.change(out);
        QTRY_VERIFY2(listening.heard(u"does not want"_s), qPrintable(listening.said.join(u'\n')));
        world.server.feed()->setState(net::FeedState::Offline);
        QTRY_VERIFY2(listening.heard(u"Offline"_s), qPrintable(listening.said.join(u'\n')));
    }

    /// Nothing is said twice because the clock ticked.
    void what_stays_as_it_is_is_not_said_again()
    {
        test::UiWorld world({30, 8, 60});
        QVERIFY(test::arrangeScene(world, u"opted-out"_s));
        const test::Listening listening;
        for (int i = 0; i < 5; ++i)
            world.window->tick();
        QTest::qWait(20);
        QCOMPARE(listening.said, QStringList());
    }
};

DESTEK_TEST(Accessibility)
#include "tst_accessibility.moc"
