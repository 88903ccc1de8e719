// What the team shares, edited on its page; views of the inbox, kept and chosen (issue 4).
#include "tests/kit/test_main.h"
#include "tests/ui/ui_world.h"
#include "ui/inbox/save_view_dialog.h"
#include "ui/inbox/view_menu.h"
#include "ui/kit/banner.h"
#include "ui/kit/table.h"
#include "ui/shell/desk_page.h"
#include "ui/team/label_dialog.h"
#include "ui/team/team_page.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace destek;

namespace
{

const RoleSet kLeads{Role::Agent, Role::Supervisor};

struct TeamWorld : test::UiWorld {
    explicit TeamWorld(RoleSet roles = kLeads) : UiWorld({20, 6, 30}, roles) {}
    [[nodiscard]] bool begin()
    {
        return enter() &&
               QTest::qWaitFor([this] { return !state.team()->view().labels.isEmpty(); });
    }
    ui::TeamPage *page()
    {
        window->desk()->go(ui::Screen::Team);
        return window->findChild<ui::TeamPage *>();
    }
    /// By what a screen reader says, or what stands on it.
    static QPushButton *button(QWidget *in, const QString &words)
    {
        for (auto *one : in->findChildren<QPushButton *>()) {
            if (one->text() == words || one->accessibleName() == words)
                return one;
        }
        return nullptr;
    }
    static ui::Table *table(QWidget *in, const QString &name)
    {
        for (auto *one : in->findChildren<ui::Table *>()) {
            if (one->accessibleName() == name)
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] const TeamView &kept() const { return server.teamNow().view; }
};

} // namespace

class TeamAndViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_new_label_is_made_and_offered()
    {
        TeamWorld world;
        QVERIFY(world.begin());
        const qsizetype before = world.kept().labels.size();
        auto *page = world.page();
        TeamWorld::button(page, u"New label…"_s)->click();
        auto *dialog = page->findChild<ui::LabelDialog *>();
        QVERIFY(dialog);
        auto *keep = TeamWorld::button(dialog, u"Save"_s);
        QVERIFY(!keep->isEnabled()); // nameless
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"Iade talebi"_s);
        keep->click();
        QTRY_COMPARE(world.kept().labels.size(), before + 1);
        auto *rows = TeamWorld::table(page, u"Labels"_s)->model();
        QTRY_COMPARE(rows->rowCount(), int(before) + 1);
    }

    void a_label_is_retired_and_offered_again()
    {
        TeamWorld world;
        QVERIFY(world.begin());
        auto *page = world.page();
        auto *labels = TeamWorld::table(page, u"Labels"_s);
        QTRY_VERIFY(labels->model()->rowCount() > 0);
        const LabelId first = world.state.team()->view().labels.first().id;
        const auto retired = [&] { return world.state.team()->label(first)->retired; };
        labels->setCurrentIndex(labels->model()->index(0, 0));
        TeamWorld::button(page, u"Retire"_s)->click();
        QTRY_VERIFY(retired());
        labels->setCurrentIndex(labels->model()->index(0, 0));
        TeamWorld::button(page, u"Use again"_s)->click();
        QTRY_VERIFY(!retired());
    }

    void a_quick_reply_is_removed()
    {
        TeamWorld world;
        QVERIFY(world.begin());
        auto *page = world.page();
        auto *replies = TeamWorld::table(page, u"Quick replies"_s);
        const qsizetype before = world.kept().quickReplies.size();
        QTRY_COMPARE(replies->model()->rowCount(), int(before));
        auto *remove = TeamWorld::button(page, u"Remove the quick reply"_s);
        QVERIFY(!remove->isEnabled()); // none is chosen
        replies->setCurrentIndex(replies->model()->index(0, 0));
        remove->click();
        QTRY_COMPARE(world.kept().quickReplies.size(), before - 1);
    }

    void the_rule_is_saved_and_what_fails_is_said()
    {
        TeamWorld world;
        QVERIFY(world.begin());
        QSignalSpy fresh(world.state.team(), &models::TeamBook::changed);
        auto *page = world.page();
        QTRY_VERIFY(!fresh.isEmpty()); // read afresh
        page->findChild<QCheckBox *>()->setChecked(true);
        page->findChild<QSpinBox *>()->setValue(3);
        auto *save = TeamWorld::button(page, u"Save the rule for new conversations"_s);
        world.server.failNext(net::FakeCall::KeepTeam, ApiErrorCode::Unreachable);
        save->click();
        auto *note = page->findChild<ui::Banner *>();
        QTRY_VERIFY(note->isVisible());
        QVERIFY(!world.kept().assignment.automatic);
        save->click();
        QTRY_VERIFY(world.kept().assignment.automatic);
        QCOMPARE(world.kept().assignment.capacity, 3);
        QTRY_VERIFY(note->sentence().contains(u"saved"_s));
    }

    void an_agent_has_no_such_page()
    {
        TeamWorld world({Role::Agent});
        QVERIFY(world.begin());
        QVERIFY(!world.commands.whyNot(u"go.team"_s).isEmpty());
        world.commands.run(u"go.team"_s);
        QCOMPARE(world.window->desk()->screen(), ui::Screen::Inbox);
    }

    void a_view_is_kept_chosen_and_removed()
    {
        TeamWorld world;
        QVERIFY(world.begin());
        const qsizetype before = world.kept().views.size();
        auto *menu = world.window->findChild<ui::ViewMenu *>(u"viewMenu"_s);
        InboxFilter urgent;
        urgent.atLeast = Priority::Urgent;
        menu->narrow(urgent);
        menu->save();
        auto *dialog = world.window->findChild<ui::SaveViewDialog *>();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"Acil olanlar"_s);
        dialog->findChild<QCheckBox *>()->setChecked(true);
        TeamWorld::button(dialog, u"Save"_s)->click();
        QTRY_COMPARE(world.kept().views.size(), before + 1);
        const SavedView saved = world.kept().views.last();
        QVERIFY(saved.shared);
        QCOMPARE(saved.filter, urgent);
        QTRY_VERIFY(menu->words().contains(u"Acil olanlar"_s)); // named as what it is
        menu->narrow({});
        QVERIFY(menu->words().isEmpty());
        Q_EMIT menu->aboutToShow();
        QAction *choice = nullptr;
        for (QAction *action : menu->actions()) {
            if (action->text().contains(u"Acil olanlar"_s))
                choice = action;
        }
        QVERIFY(choice);
        choice->trigger();
        QCOMPARE(world.state.inbox()->view(), urgent);
    }

    void only_leads_share_a_view()
    {
        TeamWorld world({Role::Agent});
        QVERIFY(world.begin());
        auto *menu = world.window->findChild<ui::ViewMenu *>(u"viewMenu"_s);
        InboxFilter waiting;
        waiting.waitingOnly = true;
        menu->narrow(waiting);
        menu->save();
        auto *dialog = world.window->findChild<ui::SaveViewDialog *>();
        QVERIFY(!dialog->findChild<QCheckBox *>()->isVisibleTo(dialog));
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"Bekleyenler"_s);
        QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_VERIFY(!world.kept().views.isEmpty() &&
                    world.kept().views.last().name == u"Bekleyenler"_s);
        QVERIFY(!world.kept().views.last().shared);
    }
};

DESTEK_TEST(TeamAndViews)
#include "tst_team_and_views.moc"
