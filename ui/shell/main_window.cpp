#include "ui/shell/main_window.h"

#include "models/format/words.h"
#include "ui/alerts/announcer.h"
#include "ui/alerts/waiting_strip.h"
#include "ui/commands/key_sheet.h"
#include "ui/commands/palette.h"
#include "ui/kit/focus_sight.h"
#include "ui/kit/painted_text.h"
#include "ui/shell/desk_page.h"
#include "ui/shell/idle_watch.h"
#include "ui/shell/lock_page.h"
#include "ui/shell/whisper.h"
#include "ui/signin/signin_pages.h"

#include <QAction>
#include <QCloseEvent>
#include <QDialog>
#include <QMenuBar>
#include <QStackedWidget>
#include <QTimer>

namespace destek::ui
{

using models::ConsolePhase;

namespace
{

constexpr Duration kOnceMore = std::chrono::seconds(15);
constexpr auto kTick = std::chrono::seconds(15);

} // namespace

MainWindow::MainWindow(const Desk &desk, QWidget *parent)
    : QMainWindow(parent), m_desk(desk), m_stack(new QStackedWidget),
      m_idle(new IdleWatch(desk.clock, this)), m_clock(new QTimer(this))
{
    m_desk.commands->attachTo(this);
    addCommands(); // before the panes add theirs: menus keep this order
    m_signIn = new SignInPages(desk);
    m_deskPage = new DeskPage(desk);
    m_stack->addWidget(m_signIn);
    m_lockPage = new LockPage(desk);
    m_stack->addWidget(m_deskPage);
    m_stack->addWidget(m_lockPage);
    setCentralWidget(m_stack);
    new FocusSight(this);
    m_whisper = new Whisper(*desk.theme, this);
    m_whisper->setUnder(m_deskPage->content());
    buildPalette();
    m_announcer = new Announcer(desk, m_whisper, this);
    m_deskPage->waitingStrip()->follow(m_announcer->alerts());
    connect(m_announcer, &Announcer::wanted, this, [this](ConversationId id) {
        comeForward();
        if (showsDesk() && id.isValid())
            m_deskPage->walk(id);
    });
    setContextMenuPolicy(Qt::NoContextMenu);
    resize(1280, 800);
    setMinimumSize(900, 560);
    buildMenus();
    connect(desk.commands, &Commands::refused, m_whisper,
            [this](const QString &why) { m_whisper->say(Tone::Calm, why); });
    connect(desk.state, &models::ConsoleState::phaseChanged, this, &MainWindow::onPhase);
    connect(desk.theme, &Theme::changed, desk.commands, [this] { m_desk.commands->refresh(); });
    connect(m_lockPage, &LockPage::unlockRequested, desk.state, &models::ConsoleState::unlock);
    connect(m_lockPage, &LockPage::signOutRequested, this, &MainWindow::signOutRequested);
    connect(m_clock, &QTimer::timeout, this, &MainWindow::tick);
    m_clock->start(kTick);
    retranslate();
}

bool MainWindow::showsDesk() const
{
    return m_deskPage && m_stack->currentWidget() == m_deskPage;
}

void MainWindow::buildMenus()
{
    for (std::size_t group = 0; group < m_menus.size(); ++group) {
        const QStringList ids = m_desk.commands->ids(CommandGroup(group));
        if (ids.isEmpty())
            continue;
        QMenu *menu = menuBar()->addMenu(QString());
        m_menus[group] = menu;
        for (const QString &id : ids) {
            if (m_desk.commands->find(id)->startsBlock)
                menu->addSeparator();
            menu->addAction(m_desk.commands->action(id));
        }
        connect(menu, &QMenu::aboutToShow, this, [this] { m_desk.commands->showPossible(true); });
        connect(menu, &QMenu::aboutToHide, this, [this] { m_desk.commands->showPossible(false); });
    }
}

void MainWindow::buildPalette()
{
    const auto names = [this](const QString &folded, int limit) {
        const auto *inbox = m_desk.state->inbox();
        QList<NamedConversation> found;
        for (ConversationId id : inbox->named(folded, limit))
            found << NamedConversation{id, words::personWords(*inbox->find(id))};
        return found;
    };
    m_palette = new Palette(*m_desk.theme, m_desk.commands, names, this);
    connect(m_palette, &Palette::conversationChosen, this, [this](ConversationId id) {
        m_deskPage->go(Screen::Inbox);
        m_deskPage->openConversation(id);
    });
}

void MainWindow::openKeySheet(const QString &id)
{
    auto *sheet =
        new KeySheet(*m_desk.theme, m_desk.commands, m_desk.keyFiles, m_desk.prompts, this);
    sheet->choose(id);
    sheet->open();
}

bool MainWindow::isLocked() const
{
    return m_lockPage && m_stack->currentWidget() == m_lockPage;
}

void MainWindow::setIdleLimit(int minutes)
{
    m_idle->setLimit(minutes);
    m_desk.commands->refresh();
}

void MainWindow::tick()
{
    const Instant now = m_desk.clock->now();
    if (showsDesk() && m_idle->isIdle(now)) {
        m_lockedByIdle = true;
        m_desk.state->lock();
    }
    m_desk.state->tick(now);
    m_announcer->tick(now);
    m_deskPage->tick();
}

void MainWindow::onPhase(ConsolePhase phase)
{
    m_palette->close(false); // it may hold names
    const bool inside = phase == ConsolePhase::Loading || phase == ConsolePhase::Running;
    if (phase == ConsolePhase::Locked) {
        closeWindows();
        m_deskPage->conceal();
        m_whisper->hide();
        m_stack->setCurrentWidget(m_lockPage);
        m_lockPage->begin(std::exchange(m_lockedByIdle, false));
    } else if (inside && isLocked()) {
        m_lockPage->end();
        m_stack->setCurrentWidget(m_deskPage);
        m_idle->touch();
    } else if (inside && !showsDesk()) {
        m_deskPage->reset();
        m_deskPage->offerAlertTest(m_offersAlertTest);
        m_idle->touch();
        m_stack->setCurrentWidget(m_deskPage);
    } else if (!inside && (showsDesk() || isLocked())) {
        closeWindows(); // a busy dialog would stay otherwise
        m_deskPage->reset();
        m_whisper->hide();
        m_stack->setCurrentWidget(m_signIn);
    }
    if (phase == ConsolePhase::Running) {
        m_deskPage->reveal();
        m_deskPage->tick();
    }
    retranslate();
}

/// Dialogs and viewers show customers too; what a dialog asked of the daemon happens anyway.
void MainWindow::closeWindows()
{
    for (QWidget *widget : findChildren<QWidget *>()) {
        if (!widget->isWindow() || !widget->isVisible())
            continue;
        if (auto *dialog = qobject_cast<QDialog *>(widget))
            dialog->done(QDialog::Rejected);
        else
            widget->close();
    }
}

void MainWindow::retranslate()
{
    setWindowTitle(QStringLiteral("Destek"));
    const auto title = [this](CommandGroup group, const QString &words) {
        if (QMenu *menu = m_menus[std::size_t(group)])
            menu->setTitle(words);
    };
    title(CommandGroup::Go, tr("Go"));
    title(CommandGroup::Conversation, tr("Conversation"));
    title(CommandGroup::Message, tr("Message"));
    title(CommandGroup::Person, tr("Person"));
    title(CommandGroup::View, tr("View"));
    const QString &name = m_desk.state->agent().displayName;
    title(CommandGroup::Account,
          (showsDesk() || isLocked()) && !name.isEmpty() ? isolatedName(name) : tr("Account"));
    m_desk.commands->refresh();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::setAlertLayers(Notifier *notifier, Chime *chime)
{
    m_announcer->setLayers(notifier, chime);
    connect(notifier, &Notifier::windowWanted, this, &MainWindow::comeForward);
}

void MainWindow::comeForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

bool MainWindow::mayLeave(const QString &openWork)
{
    const Instant now = m_desk.clock->now();
    if (openWork.isEmpty() || (!m_warnedAt.isNull() && now - m_warnedAt < kOnceMore))
        return true;
    m_warnedAt = now;
    m_whisper->say(Tone::Warn,
                   openWork + QLatin1Char(' ') + tr("Once more, and Destek ends without it."));
    return false;
}

void MainWindow::quit()
{
    if (isVisible() && !mayLeave(m_deskPage->openWork()))
        return;
    Q_EMIT closing();
    Q_EMIT quitRequested();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    Q_EMIT closing();
    const bool inside = showsDesk() || isLocked();
    const QString openWork = inside ? m_deskPage->openWork() : QString();
    Notifier *notifier = m_announcer->notifier();
    if (!openWork.isEmpty() && notifier && notifier->hasSign()) {
        event->ignore();
        hide();
        notifier->show(tr("Destek goes on in the background"), openWork);
        return;
    }
    if (!mayLeave(openWork))
        return event->ignore();
    QMainWindow::closeEvent(event);
}

} // namespace destek::ui
