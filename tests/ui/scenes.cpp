#include "tests/ui/scenes.h"

#include "tests/ui/composing.h"
#include "tests/ui/gallery.h"
#include "tests/ui/sharing_scenes.h"
#include "tests/ui/showcase.h"
#include "tests/ui/trust_scenes.h"
#include "tests/ui/typing_scenes.h"
#include "tests/ui/writing_scenes.h"
#include "ui/commands/palette.h"
#include "ui/composer/composer.h"
#include "ui/composer/plain_edit.h"
#include "ui/shell/desk_page.h"
#include "ui/thread/thread_pane.h"

#include <QDialog>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace destek::test
{

namespace
{

/// Keeps a page at its end, also while it still grows.
void scrollToEnd(QScrollBar *bar)
{
    bar->setValue(bar->maximum());
    QObject::connect(bar, &QScrollBar::rangeChanged, bar,
                     [bar](int, int end) { bar->setValue(end); });
}

} // namespace

QStringList sceneNames()
{
    return {u"first-start"_s,
            u"sign-in"_s,
            u"sign-in-error"_s,
            u"sign-in-waiting"_s,
            u"empty"_s,
            u"inbox"_s,
            u"thread"_s,
            u"gallery"_s,
            u"directions"_s,
            u"closed"_s,
            u"opted-out"_s,
            u"question"_s,
            u"offline"_s,
            u"catching-up"_s,
            u"stopped"_s,
            u"templates"_s,
            u"search"_s,
            u"search-empty"_s,
            u"logs"_s,
            u"logs-broken"_s,
            u"channel"_s,
            u"channel-low"_s,
            u"channel-stopped"_s,
            u"channel-empty"_s,
            u"channel-error"_s,
            u"requests"_s,
            u"requests-empty"_s,
            u"history"_s,
            u"standing"_s,
            u"export"_s,
            u"erase"_s,
            u"compose-files"_s,
            u"compose-quote"_s,
            u"compose-reaction"_s,
            u"compose-location"_s,
            u"compose-contact"_s,
            u"compose-buttons"_s,
            u"compose-list"_s,
            u"compose-templates"_s,
            u"compose-frozen-templates"_s,
            u"compose-card-templates"_s,
            u"compose-place-templates"_s,
            u"palette"_s,
            u"palette-words"_s,
            u"keys"_s,
            u"locked"_s,
            u"alert-test"_s,
            u"alert-blocked"_s,
            u"shared-mine"_s,
            u"shared-held"_s,
            u"shared-bulk"_s,
            u"shared-menu"_s,
            u"shared-snooze"_s,
            u"shared-handover"_s,
            u"shared-dayend"_s,
            u"shared-team"_s,
            u"shared-label"_s,
            u"shared-empty"_s,
            u"typing-replies"_s,
            u"typing-replies-search"_s,
            u"typing-replies-none"_s,
            u"typing-unfilled"_s,
            u"write-note"_s,
            u"write-mention"_s,
            u"write-held"_s,
            u"write-undo"_s,
            u"write-draft"_s,
            u"write-elsewhere"_s,
            u"write-begun-template"_s,
            u"write-lost-template"_s,
            u"trust-sessions"_s,
            u"trust-all-sessions"_s,
            u"trust-offline"_s,
            u"trust-queue"_s,
            u"trust-review"_s,
            u"trust-waiting"_s,
            u"typing-emoji"_s,
            u"typing-emoji-search"_s,
            u"typing-spelling"_s,
            u"typing-spelling-menu"_s};
}

bool arrangeScene(UiWorld &world, const QString &screen)
{
    auto *pages = world.window->signIn();
    world.window->show();
    if (screen == "first-start"_L1) {
        pages->showFirstStart();
        return true;
    }
    if (screen == "sign-in"_L1 || screen.startsWith("sign-in-"_L1)) {
        pages->showSignIn(u"Örnek A.Ş."_s, u"destek.ornek.example:7443"_s, u"deniz"_s);
        if (screen == "sign-in-waiting"_L1)
            pages->setWaitingUntil(world.clock.now() + std::chrono::hours(6 * 24));
        if (screen == "sign-in-error"_L1)
            pages->showProblem(ApiError{ApiErrorCode::WrongCredentials, {}, {}});
        return true;
    }
    Showcase showcase(world);
    if (screen.startsWith("compose-"_L1))
        world.server.setTemplates(everyTemplate());
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
        fillGallery(world, ConversationId(7));
        desk->openConversation(ConversationId(7));
        settle(1500);
    } else if (screen == "directions"_L1) {
        fillDirections(world, ConversationId(7));
        desk->openConversation(ConversationId(7));
    } else if (screen == "requests"_L1 || screen == "requests-empty"_L1) {
        if (screen == "requests"_L1)
            showcase.eraseSomebody();
        desk->go(ui::Screen::Records);
    } else if (screen != "inbox"_L1)
        desk->openConversation(showcase.conversationFor(screen));
    settle(250);
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
            scrollToEnd(scroll->verticalScrollBar());
    }
    if (screen.startsWith("compose-"_L1)) {
        arrangeComposing(world, screen);
        settle(250);
        if (screen.contains("-templates"_L1) && !screen.endsWith("compose-templates"_L1))
            arrangeComposing(world, screen); // the list has come
    }
    if (screen.startsWith("palette"_L1)) {
        world.window->palette()->openUp();
        if (screen == "palette-words"_L1)
            world.window->palette()->field()->setText(u"so"_s);
    }
    if (screen.startsWith("shared-"_L1))
        arrangeSharing(world, screen);
    if (screen.startsWith("typing-"_L1))
        arrangeTyping(world, screen);
    if (screen.startsWith("write-"_L1))
        arrangeWriting(world, screen);
    if (screen.startsWith("trust-"_L1))
        arrangeTrust(world, screen);
    if (screen == "locked"_L1) {
        world.state.lock();
        world.server.customerWrites(ConversationId(7), u"Merhaba"_s);
    }
    if (screen == "alert-test"_L1) {
        desk->offerAlertTest(true);
        world.commands.run(u"go.logs"_s);
        world.commands.run(u"go.inbox"_s);
        world.server.customerWrites(ConversationId(7), u"Merhaba"_s);
    }
    if (screen == "alert-blocked"_L1) {
        world.notifier.allowed = false;
        world.commands.run(u"alerts.test"_s);
    }
    if (screen == "keys"_L1)
        world.window->openKeySheet(u"task.next"_s);
    if (screen == "export"_L1)
        desk->openExportOfCurrent();
    if (screen == "erase"_L1)
        desk->openEraseOfCurrent();
    return true;
}

QImage pictureOf(UiWorld &world)
{
    QPixmap picture = world.window->grab();
    if (auto *popup = QApplication::activePopupWidget())
        QPainter(&picture).drawPixmap(world.window->mapFromGlobal(popup->pos()), popup->grab());
    for (auto *dialog : world.window->findChildren<QDialog *>()) {
        if (!dialog->isVisible())
            continue;
        QPainter painter(&picture);
        painter.fillRect(world.window->rect(), QColor(0, 0, 0, 90));
        const QRect place((world.window->width() - dialog->width()) / 2,
                          (world.window->height() - dialog->height()) / 2, dialog->width(),
                          dialog->height());
        painter.drawPixmap(place.topLeft(), dialog->grab());
        painter.setPen(world.theme.color(ui::Token::LineStrong)); // as a window manager frames it
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
    return picture.toImage().convertToFormat(QImage::Format_RGB32);
}

ui::ThemeName themeOf(const QString &word)
{
    return word == "dark"_L1       ? ui::ThemeName::Dark
           : word == "contrast"_L1 ? ui::ThemeName::Contrast
                                   : ui::ThemeName::Light;
}

} // namespace destek::test
