// Every screen can be worked without a mouse.
#include "tests/kit/test_main.h"
#include "tests/ui/showcase.h"
#include "ui/inbox/inbox_pane.h"
#include "ui/shell/desk_page.h"
#include "ui/thread/thread_pane.h"
#include "ui/thread/thread_view.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QPlainTextEdit>

using namespace destek;
using namespace Qt::StringLiterals;

namespace
{

bool isControl(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) ||
           qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget) ||
           qobject_cast<const QPlainTextEdit *>(widget) ||
           qobject_cast<const QAbstractItemView *>(widget);
}

/// What Tab reaches, in order, starting anywhere.
QList<QWidget *> reached(QWidget *window)
{
    QList<QWidget *> chain;
    QWidget *at = window->nextInFocusChain();
    for (; at != window; at = at->nextInFocusChain()) {
        if (at->isVisible() && at->isEnabled() && at->focusPolicy() & Qt::TabFocus &&
            at->window() == window)
            chain << at;
    }
    return chain;
}

} // namespace

class Keyboard : public QObject
{
    Q_OBJECT

    void everyControlIsReachedAndNamed(test::UiWorld &world, const char *screen)
    {
        QTest::qWait(60);
        const QList<QWidget *> chain = reached(world.window.get());
        for (QWidget *widget : world.window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || !widget->isEnabled() || !isControl(widget))
                continue;
            if (widget->focusPolicy() == Qt::NoFocus || widget->window() != world.window.get())
                continue;
            if (qobject_cast<QHeaderView *>(widget))
                continue; // sorting is not offered; arrows walk the table itself
            if (qobject_cast<QLineEdit *>(widget->parentWidget()))
                continue; // the clear button inside a field
            QVERIFY2(chain.contains(widget),
                     qPrintable(QLatin1StringView(screen) + u": "_s +
                                QLatin1StringView(widget->metaObject()->className())));
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            const bool named = !widget->accessibleName().isEmpty() ||
                               (button && !button->text().isEmpty()) ||
                               qobject_cast<QComboBox *>(widget);
            if (!named && qobject_cast<QLineEdit *>(widget))
                continue; // has a buddy
            QVERIFY2(named, qPrintable(QLatin1StringView(screen) + u": "_s +
                                       QLatin1StringView(widget->metaObject()->className())));
        }
    }

private Q_SLOTS:
    void tab_reaches_everything_on_each_screen()
    {
        test::UiWorld world({20, 6, 30});
        test::Showcase showcase(world);
        world.window->show();
        everyControlIsReachedAndNamed(world, "first start");
        world.window->signIn()->showSignIn(u"Örnek A.Ş."_s, u"destek.example"_s, {});
        everyControlIsReachedAndNamed(world, "sign-in");
        QVERIFY(world.enter());
        for (const qint64 id : {test::Showcase::kRich, test::Showcase::kClosed,
                                test::Showcase::kOptedOut, test::Showcase::kQuestion}) {
            world.window->desk()->openConversation(ConversationId(id));
            everyControlIsReachedAndNamed(world, "thread");
        }
        world.window->desk()->go(ui::Screen::Logs);
        everyControlIsReachedAndNamed(world, "logs");
        world.window->desk()->go(ui::Screen::Records);
        everyControlIsReachedAndNamed(world, "records");
        showcase.fillChannel(true);
        world.window->desk()->go(ui::Screen::Channel);
        QTest::qWait(60);
        everyControlIsReachedAndNamed(world, "channel");
    }

    void arrows_walk_the_inbox_and_open_what_they_reach()
    {
        test::UiWorld world({20, 6, 30});
        QVERIFY(world.enter());
        auto *desk = world.window->desk();
        desk->step(0);
        QTRY_VERIFY(world.state.thread()->conversation().isValid());
        const ConversationId first = world.state.thread()->conversation();
        QTest::keyClick(desk->inbox()->list(), Qt::Key_Down);
        QTRY_VERIFY(world.state.thread()->conversation() != first);
    }

    void a_failed_message_can_be_acted_on_by_key()
    {
        test::UiWorld world({20, 6, 30});
        test::Showcase showcase(world);
        QVERIFY(world.enter());
        world.window->desk()->openConversation(ConversationId(test::Showcase::kRich));
        QTRY_VERIFY(world.state.thread()->rowCount() > 0);
        auto *view = world.window->desk()->thread()->view();
        const auto *model = world.state.thread();
        int unknown = -1;
        for (int i = 0; i < model->rowCount(); ++i) {
            if (model->at(i).state == SendState::Unknown)
                unknown = i;
        }
        QVERIFY(unknown >= 0);
        const QModelIndex index = model->index(unknown);
        QVERIFY(view->actionsAt(index).contains(ui::BubbleAction::Resend));
        QVERIFY(view->actionsAt(index).contains(ui::BubbleAction::GiveUp));
        QCOMPARE(world.server.calls(net::FakeCall::Decide), 0); // never by itself (I3)
        view->perform(ui::BubbleAction::GiveUp, index);
        QTRY_COMPARE(world.server.calls(net::FakeCall::Decide), 1);
        QTRY_COMPARE(model->at(unknown).state, SendState::Abandoned);
    }
};

DESTEK_TEST(Keyboard)
#include "tst_keyboard.moc"
