// Takes a picture of one screen over the daemon in memory:
//   destek-screens SCREEN tr|en light|dark FILE.png [WxH]
// For looking at and for the manual; not installed.
#include "tests/ui/ui_world.h"

#include "app/options.h"
#include "app/screen_picture.h"
#include "tests/ui/composing.h"
#include "tests/ui/gallery.h"
#include "tests/ui/showcase.h"
#include "ui/composer/composer.h"
#include "ui/composer/plain_edit.h"
#include "ui/shell/desk_page.h"
#include "ui/signin/signin_pages.h"
#include "ui/thread/thread_pane.h"

#include <QDialog>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <cstdio>

using namespace destek;
using namespace Qt::StringLiterals;

namespace
{

void settle(int ms = 250)
{
    QTest::qWait(ms);
}

bool arrange(test::UiWorld &world, const QString &screen)
{
    auto *pages = world.window->signIn();
    world.window->show();
    if (screen == "first-start"_L1) {
        pages->showFirstStart();
        return true;
    }
    if (screen == "sign-in"_L1 || screen == "sign-in-error"_L1) {
        pages->showSignIn(u"Örnek A.Ş."_s, u"destek.ornek.example:7443"_s, u"deniz"_s);
        if (screen == "sign-in-error"_L1)
            pages->showProblem(ApiError{ApiErrorCode::WrongCredentials, {}, {}});
        return true;
    }
    test::Showcase showcase(world);
    if (screen.startsWith("compose-"_L1))
        world.server.setTemplates(test::everyTemplate());
    showcase.sealLog(screen == "logs-broken"_L1 ? 1042 : -1);
    if (screen == "empty"_L1)
        world.server.failNext(net::FakeCall::Inbox, ApiErrorCode::Unreachable);
    if (screen == "empty"_L1) {
        world.state.signIn(net::FakeServer::pairing(), u"deniz"_s, net::FakeServer::password(), {});
        return true;
    }
    if (screen.startsWith("channel"_L1) && screen != "channel-empty"_L1)
        showcase.fillChannel(screen == "channel-stopped"_L1);
    if (screen == "stopped"_L1) {
        showcase.fillChannel(true);
        world.server.setRoles({Role::Agent});
    }
    if (screen == "channel-error"_L1)
        world.server.failNext(net::FakeCall::Channel, ApiErrorCode::Unreachable, 9);
    if (!world.enter(world.window->size()))
        return false;
    auto *desk = world.window->desk();
    if (screen.startsWith("logs"_L1))
        desk->go(ui::Screen::Logs);
    else if (screen.startsWith("channel"_L1))
        desk->go(ui::Screen::Channel);
    else if (screen == "gallery"_L1) {
        test::fillGallery(world, ConversationId(7));
        desk->openConversation(ConversationId(7));
        settle(1500);
    } else if (screen == "requests"_L1 || screen == "requests-empty"_L1) {
        if (screen == "requests"_L1)
            showcase.eraseSomebody();
        desk->go(ui::Screen::Records);
    } else if (screen != "inbox"_L1)
        desk->openConversation(showcase.conversationFor(screen));
    settle();
    showcase.arrange(screen);
    if (screen.startsWith("search"_L1)) {
        world.window->findChild<QLineEdit *>(u"search"_s)
            ->setText(screen == "search-empty"_L1 ? u"zeplin"_s : u"kargo"_s);
        settle(600);
    }
    if (screen == "history"_L1)
        desk->showHistory(showcase.fillHistory());
    if (screen == "standing"_L1) {
        for (auto *button : world.window->findChildren<QPushButton *>(u"recordStanding"_s))
            button->click();
    }
    if (screen == "channel-low"_L1) {
        for (auto *scroll : world.window->findChildren<QScrollArea *>())
            scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    }
    if (screen.startsWith("compose-"_L1)) {
        test::arrangeComposing(world, screen);
        settle();
        if (screen.contains("-templates"_L1) && !screen.endsWith("compose-templates"_L1))
            test::arrangeComposing(world, screen); // the list has come
    }
    if (screen == "export"_L1)
        desk->openExportOfCurrent();
    if (screen == "erase"_L1)
        desk->openEraseOfCurrent();
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList given = QApplication::arguments();
    if (given.size() < 5) {
        std::fprintf(stderr, "destek-screens SCREEN tr|en light|dark FILE.png [WxH]\n");
        return 2;
    }
    test::UiWorld world({60, 14, 160});
    world.theme.choose(given[3] == "dark"_L1 ? ui::ThemeName::Dark : ui::ThemeName::Light);
    world.speech.choose(given[2] == "tr"_L1 ? text::Language::Turkish : text::Language::English);
    const QStringList size = given.value(5, u"1280x800"_s).split(u'x');
    world.window->resize(size.value(0).toInt(), size.value(1).toInt());
    if (!arrange(world, given[1]))
        return 1;
    settle(600);
    QPixmap picture = world.window->grab();
    if (auto *popup = QApplication::activePopupWidget())
        QPainter(&picture).drawPixmap(world.window->mapFromGlobal(popup->pos()), popup->grab());
    for (auto *dialog : world.window->findChildren<QDialog *>()) {
        if (!dialog->isVisible())
            continue;
        QPainter painter(&picture);
        painter.fillRect(world.window->rect(), QColor(0, 0, 0, 90));
        painter.drawPixmap((world.window->width() - dialog->width()) / 2,
                           (world.window->height() - dialog->height()) / 2, dialog->grab());
    }
    return picture.save(given[4], "PNG") ? 0 : 1;
}
