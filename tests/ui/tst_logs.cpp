#include "tests/kit/test_main.h"
#include "tests/ui/showcase.h"
#include "ui/kit/banner.h"
#include "ui/logs/logs_page.h"
#include "ui/shell/desk_page.h"

#include <QPushButton>

using namespace destek;
using namespace Qt::StringLiterals;

class Logs : public QObject
{
    Q_OBJECT

    static ui::Banner *strip(test::UiWorld &world)
    {
        auto *page = world.window->findChild<ui::LogsPage *>();
        return page ? page->findChild<ui::Banner *>() : nullptr;
    }

private Q_SLOTS:
    void a_whole_log_says_so_with_numbers()
    {
        test::UiWorld world({20, 5, 30});
        test::Showcase showcase(world);
        showcase.sealLog();
        QVERIFY(world.enter());
        world.window->desk()->go(ui::Screen::Logs);
        QTRY_VERIFY(strip(world)->sentence().startsWith(u"Chain verified"_s));
        QVERIFY(strip(world)->sentence().contains(u"1,204,331"_s));
    }

    void an_altered_record_is_named_and_cannot_be_dismissed()
    {
        test::UiWorld world({20, 5, 30});
        test::Showcase showcase(world);
        showcase.sealLog(1042);
        QVERIFY(world.enter());
        world.window->desk()->go(ui::Screen::Logs);
        QTRY_VERIFY(strip(world)->sentence().startsWith(u"Record altered: 1,042"_s));
        QVERIFY(strip(world)->isVisible());
        QVERIFY(strip(world)->findChildren<QPushButton *>().isEmpty());
    }

    void an_agent_has_no_log()
    {
        test::UiWorld world({20, 5, 30}, {Role::Agent});
        QVERIFY(world.enter());
        QCOMPARE(world.server.calls(net::FakeCall::AuditLines), 0);
    }
};

DESTEK_TEST(Logs)
#include "tst_logs.moc"
