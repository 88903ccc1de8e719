#include "tests/kit/test_main.h"
#include "tests/ui/showcase.h"
#include "ui/channel/alert_list.h"
#include "ui/channel/channel_page.h"
#include "ui/kit/banner.h"
#include "ui/kit/visible_text.h"
#include "ui/logs/logs_page.h"
#include "ui/shell/desk_page.h"

#include <QPushButton>
#include <QTableView>

using namespace destek;
using namespace Qt::StringLiterals;

class Channel : public QObject
{
    Q_OBJECT

    static QString shown(test::UiWorld &world)
    {
        return ui::visibleText(world.window.get()).join(u'\n');
    }
    static QPushButton *button(test::UiWorld &world, const QString &text)
    {
        for (auto *found : world.window->findChildren<QPushButton *>()) {
            if (found->isVisible() && found->text() == text)
                return found;
        }
        return nullptr;
    }
    static void goTo(test::UiWorld &world)
    {
        QTest::keyClick(world.window.get(), Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY(world.window->findChild<ui::ChannelPage *>()->isVisible());
    }

private Q_SLOTS:
    void the_account_is_shown_with_ages_and_what_was_reported()
    {
        test::UiWorld world({20, 5, 30});
        test::Showcase showcase(world);
        showcase.fillChannel();
        QVERIFY(world.enter());
        goTo(world);
        QTRY_VERIFY(shown(world).contains(u"Last successful request to WhatsApp"_s));
        QVERIFY(shown(world).contains(u"+90 850 555 01 02"_s));
        QVERIFY(shown(world).contains(u"TIER_LUNAR"_s)); // an unknown word stays, as it came
        QVERIFY(shown(world).contains(u"Warning · "_s)); // a word, not colour alone
        QVERIFY(shown(world).contains(u"912"_s));        // near the free quota
    }

    void the_administrator_acknowledges_and_the_badge_goes_down()
    {
        test::UiWorld world({20, 5, 30});
        test::Showcase showcase(world);
        showcase.fillChannel();
        QVERIFY(world.enter());
        QTRY_VERIFY(button(world, u"Account (2)"_s));
        goTo(world);
        QTRY_VERIFY(button(world, u"I have seen it"_s));
        button(world, u"I have seen it"_s)->click();
        QTRY_VERIFY(button(world, u"Account (1)"_s));
    }

    void a_supervisor_sees_but_decides_nothing()
    {
        test::UiWorld world({20, 5, 30}, {Role::Supervisor});
        test::Showcase showcase(world);
        showcase.fillChannel();
        QVERIFY(world.enter());
        goTo(world);
        QTRY_VERIFY(shown(world).contains(u"+90 850 555 01 02"_s));
        QVERIFY(!button(world, u"I have seen it"_s));
        QVERIFY(!button(world, u"Update from WhatsApp"_s));
        QVERIFY(!button(world, u"Allow again"_s));
    }

    void an_administrator_alone_starts_at_the_account()
    {
        test::UiWorld world({20, 5, 30}, {Role::Administrator});
        test::Showcase showcase(world);
        showcase.fillChannel();
        world.window->show();
        world.state.signIn(net::FakeServer::pairing(), u"deniz"_s, net::FakeServer::password(), {});
        QTRY_VERIFY(shown(world).contains(u"+90 850 555 01 02"_s));
    }

    void a_template_with_another_category_waits_for_the_administrator()
    {
        test::UiWorld world({20, 5, 30});
        test::Showcase showcase(world);
        showcase.fillChannel();
        QVERIFY(world.enter());
        goTo(world);
        QTRY_VERIFY(button(world, u"Allow again"_s));
        QVERIFY(!button(world, u"Allow again"_s)->isEnabled()); // none chosen
        QTableView *table = nullptr;
        for (auto *found : world.window->findChildren<QTableView *>()) {
            if (found->accessibleName() == u"Templates"_s)
                table = found;
        }
        QVERIFY(table);
        table->setCurrentIndex(table->model()->index(0, 0)); // stopped ones come first
        QVERIFY(button(world, u"Allow again"_s)->isEnabled());
        button(world, u"Allow again"_s)->click();
        QTRY_VERIFY(!button(world, u"Allow again"_s));
    }

    void an_agent_learns_that_nothing_goes_out()
    {
        test::UiWorld world({20, 5, 30}, {Role::Agent});
        test::Showcase showcase(world);
        showcase.fillChannel(true);
        QVERIFY(world.enter());
        QTRY_VERIFY(shown(world).contains(u"Messages do not go out at the moment."_s));
        QVERIFY(!button(world, u"Open the account"_s));
        QCOMPARE(world.server.calls(net::FakeCall::Channel), 0);
    }

    void why_sending_is_stopped_and_what_to_do()
    {
        test::UiWorld world({20, 5, 30});
        test::Showcase showcase(world);
        showcase.fillChannel(true);
        QVERIFY(world.enter());
        QTRY_VERIFY(button(world, u"Open the account"_s));
        button(world, u"Open the account"_s)->click();
        QTRY_VERIFY(shown(world).contains(u"Make a new system-user token at Meta"_s));
        QVERIFY(shown(world).contains(u"7 message"_s));
    }

    void the_account_that_cannot_be_loaded_offers_another_try()
    {
        test::UiWorld world({20, 5, 30});
        test::Showcase showcase(world);
        showcase.fillChannel();
        world.server.failNext(net::FakeCall::Channel, ApiErrorCode::Unreachable, 9);
        QVERIFY(world.enter());
        goTo(world);
        QTRY_VERIFY(shown(world).contains(u"The account could not be loaded"_s));
        for (int i = 0; i < 9 && button(world, u"Try again"_s); ++i) {
            button(world, u"Try again"_s)->click();
            QTest::qWait(20);
        }
        QTRY_VERIFY(shown(world).contains(u"+90 850 555 01 02"_s));
    }

    void a_changed_log_is_seen_from_the_inbox()
    {
        test::UiWorld world({20, 5, 30});
        test::Showcase showcase(world);
        showcase.sealLog(1042);
        QVERIFY(world.enter());
        QTRY_VERIFY(shown(world).contains(u"The log does not verify"_s));
        button(world, u"Open the log"_s)->click();
        QTRY_VERIFY(world.window->findChild<ui::LogsPage *>()->isVisible());
        QVERIFY(!button(world, u"Open the log"_s)); // the page itself says it
    }

    void who_may_not_read_the_log_is_not_alarmed()
    {
        test::UiWorld world({20, 5, 30}, {Role::Agent});
        test::Showcase showcase(world);
        showcase.sealLog(1042);
        QVERIFY(world.enter());
        QVERIFY(!shown(world).contains(u"The log does not verify"_s));
    }
};

DESTEK_TEST(Channel)
#include "tst_channel.moc"
