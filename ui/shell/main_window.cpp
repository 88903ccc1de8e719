#include "ui/shell/main_window.h"

#include "ui/composer/composer.h"
#include "ui/kit/painted_text.h"
#include "ui/shell/desk_page.h"
#include "ui/signin/signin_pages.h"
#include "ui/thread/thread_pane.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QMenuBar>
#include <QStackedWidget>
#include <QTimer>

namespace destek::ui
{

using models::ConsolePhase;

namespace
{

constexpr auto kTick = std::chrono::seconds(15);
constexpr int kZoomStep = 10;

} // namespace

MainWindow::MainWindow(const Desk &desk, QWidget *parent)
    : QMainWindow(parent), m_desk(desk), m_stack(new QStackedWidget),
      m_signIn(new SignInPages(desk)), m_deskPage(new DeskPage(desk)), m_clock(new QTimer(this))
{
    m_stack->addWidget(m_signIn);
    m_stack->addWidget(m_deskPage);
    setCentralWidget(m_stack);
    setContextMenuPolicy(Qt::NoContextMenu);
    resize(1280, 800);
    setMinimumSize(900, 560);
    buildMenus();
    connect(desk.state, &models::ConsoleState::phaseChanged, this, &MainWindow::onPhase);
    connect(desk.theme, &Theme::changed, this, &MainWindow::updateMenus);
    connect(m_clock, &QTimer::timeout, this, [this] {
        m_desk.state->tick(m_desk.clock->now());
        m_deskPage->tick();
    });
    m_clock->start(kTick);
    retranslate();
}

bool MainWindow::showsDesk() const
{
    return m_stack->currentWidget() == m_deskPage;
}

QAction *MainWindow::add(QMenu *menu, const QKeySequence &keys, std::function<void()> act)
{
    auto *action = menu->addAction(QString());
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, std::move(act));
    return action;
}

void MainWindow::buildMenus()
{
    m_goMenu = menuBar()->addMenu(QString());
    m_goInbox = add(m_goMenu, Qt::CTRL | Qt::Key_1, [this] { m_deskPage->go(Screen::Inbox); });
    m_goLogs = add(m_goMenu, Qt::CTRL | Qt::Key_4, [this] { m_deskPage->go(Screen::Logs); });
    m_goRecords = add(m_goMenu, Qt::CTRL | Qt::Key_6, [this] { m_deskPage->go(Screen::Records); });
    m_goChannel = add(m_goMenu, Qt::CTRL | Qt::Key_5, [this] { m_deskPage->go(Screen::Channel); });
    m_goMenu->addSeparator();
    m_find = add(m_goMenu, Qt::CTRL | Qt::Key_F, [this] { m_deskPage->focusFilter(); });
    m_next = add(m_goMenu, Qt::ALT | Qt::Key_Down, [this] { m_deskPage->step(1); });
    m_previous = add(m_goMenu, Qt::ALT | Qt::Key_Up, [this] { m_deskPage->step(-1); });

    buildMessageMenu();

    m_personMenu = menuBar()->addMenu(QString());
    m_export = add(m_personMenu, {}, [this] { m_deskPage->openExportOfCurrent(); });
    m_erase = add(m_personMenu, {}, [this] { m_deskPage->openEraseOfCurrent(); });

    m_viewMenu = menuBar()->addMenu(QString());
    m_pane = add(m_viewMenu, Qt::Key_F9, [this] { m_deskPage->togglePerson(); });
    m_viewMenu->addSeparator();
    m_turkish = add(m_viewMenu, {}, [this] { Q_EMIT languageChosen(text::Language::Turkish); });
    m_english = add(m_viewMenu, {}, [this] { Q_EMIT languageChosen(text::Language::English); });
    m_viewMenu->addSeparator();
    m_light = add(m_viewMenu, {}, [this] { Q_EMIT themeChosen(ThemeName::Light); });
    m_dark = add(m_viewMenu, {}, [this] { Q_EMIT themeChosen(ThemeName::Dark); });
    m_viewMenu->addSeparator();
    m_larger = add(m_viewMenu, Qt::CTRL | Qt::Key_Plus,
                   [this] { Q_EMIT zoomChosen(m_desk.theme->zoom() + kZoomStep); });
    m_smaller = add(m_viewMenu, Qt::CTRL | Qt::Key_Minus,
                    [this] { Q_EMIT zoomChosen(m_desk.theme->zoom() - kZoomStep); });
    m_normal = add(m_viewMenu, Qt::CTRL | Qt::Key_0, [this] { Q_EMIT zoomChosen(100); });
    for (const auto &pair : {std::pair{m_turkish, m_english}, std::pair{m_light, m_dark}}) {
        auto *group = new QActionGroup(this);
        for (QAction *action : {pair.first, pair.second}) {
            action->setCheckable(true);
            group->addAction(action);
        }
    }

    m_accountMenu = menuBar()->addMenu(QString());
    m_signOut = add(m_accountMenu, {}, [this] { Q_EMIT signOutRequested(); });
    m_quit = add(m_accountMenu, Qt::CTRL | Qt::Key_Q, [this] { close(); });
}

void MainWindow::buildMessageMenu()
{
    const auto composer = [this] { return m_deskPage->thread()->composer(); };
    m_messageMenu = menuBar()->addMenu(QString());
    m_attach = add(m_messageMenu, Qt::CTRL | Qt::Key_O, [composer] { composer()->chooseFiles(); });
    m_template = add(m_messageMenu, Qt::Key_F3, [composer] { composer()->openTemplates(); });
    m_messageMenu->addSeparator();
    const auto piece = [&](Composer::Piece which) {
        return add(m_messageMenu, {}, [composer, which] { composer()->compose(which); });
    };
    m_place = piece(Composer::Piece::Location);
    m_card = piece(Composer::Piece::Contact);
    m_buttons = piece(Composer::Piece::Buttons);
    m_list = piece(Composer::Piece::List);
    m_messageMenu->addSeparator();
    m_tellsRead = add(m_messageMenu, {}, [] {});
    m_showsTyping = add(m_messageMenu, {}, [] {});
    for (QAction *action : {m_tellsRead, m_showsTyping})
        action->setCheckable(true);
    connect(m_tellsRead, &QAction::triggered, this, &MainWindow::tellsReadChosen);
    connect(m_showsTyping, &QAction::triggered, this, &MainWindow::showsTypingChosen);
    // What can be sent changes with every conversation: greyed while one looks, alive for the
    // keys at all other times; the composer itself knows what it may do.
    connect(m_messageMenu, &QMenu::aboutToShow, this, [this, composer] {
        for (QAction *action : {m_attach, m_place, m_card, m_buttons, m_list})
            action->setEnabled(showsDesk() && composer()->mayCompose());
        m_template->setEnabled(showsDesk() && composer()->mayUseTemplates());
    });
    connect(m_messageMenu, &QMenu::aboutToHide, this, &MainWindow::updateMenus);
}

void MainWindow::onPhase(ConsolePhase phase)
{
    const bool inside = phase == ConsolePhase::Loading || phase == ConsolePhase::Running;
    if (inside && !showsDesk()) {
        m_deskPage->reset();
        m_stack->setCurrentWidget(m_deskPage);
    } else if (!inside && showsDesk()) {
        m_deskPage->reset();
        m_stack->setCurrentWidget(m_signIn);
    }
    if (phase == ConsolePhase::Running)
        m_deskPage->tick();
    updateMenus();
}

void MainWindow::updateMenus()
{
    const bool inside = showsDesk();
    auto *state = m_desk.state;
    for (QAction *action : {m_find, m_next, m_previous, m_pane, m_signOut, m_goInbox})
        action->setEnabled(inside);
    for (QAction *action : {m_attach, m_template, m_place, m_card, m_buttons, m_list})
        action->setEnabled(inside && state->may(Permission::SendMessages));
    m_tellsRead->setChecked(state->courtesies()->tellsRead());
    m_showsTyping->setChecked(state->courtesies()->showsTyping());
    m_goLogs->setEnabled(inside && state->may(Permission::ReadAudit));
    m_goChannel->setEnabled(inside && state->may(Permission::SeeChannel));
    m_goRecords->setEnabled(inside && state->may(Permission::SeeDestructionRecords));
    m_export->setEnabled(inside && state->may(Permission::ExportSubject));
    m_erase->setEnabled(inside && state->may(Permission::EraseSubject));
    const bool turkish = m_desk.speech->isTurkish();
    m_turkish->setChecked(turkish);
    m_english->setChecked(!turkish);
    m_light->setChecked(m_desk.theme->name() == ThemeName::Light);
    m_dark->setChecked(m_desk.theme->name() == ThemeName::Dark);
    const QString user = isolatedName(state->agent().displayName);
    m_accountMenu->setTitle(inside && !state->agent().displayName.isEmpty() ? user : tr("Account"));
}

void MainWindow::retranslate()
{
    setWindowTitle(QStringLiteral("Destek"));
    m_goMenu->setTitle(tr("Go"));
    m_goInbox->setText(tr("Inbox"));
    m_goLogs->setText(tr("Logs"));
    m_goRecords->setText(tr("Destruction records"));
    m_goChannel->setText(tr("WhatsApp account"));
    m_find->setText(tr("Find in the inbox"));
    m_next->setText(tr("Next conversation"));
    m_previous->setText(tr("Previous conversation"));
    m_messageMenu->setTitle(tr("Message"));
    m_attach->setText(tr("Attach files…"));
    m_template->setText(tr("Templates"));
    m_place->setText(tr("Location…"));
    m_card->setText(tr("Contact card…"));
    m_buttons->setText(tr("Message with buttons…"));
    m_list->setText(tr("Message with a list…"));
    m_tellsRead->setText(tr("Tell customers when I have read"));
    m_showsTyping->setText(tr("Show customers that I am typing (tells that I have read, too)"));
    m_personMenu->setTitle(tr("Person"));
    m_export->setText(tr("Export the records…"));
    m_erase->setText(tr("Erase everything…"));
    m_viewMenu->setTitle(tr("View"));
    m_pane->setText(tr("Show or hide the person"));
    m_turkish->setText(QStringLiteral("Türkçe"));
    m_english->setText(QStringLiteral("English"));
    m_light->setText(tr("Light theme"));
    m_dark->setText(tr("Dark theme"));
    m_larger->setText(tr("Larger text"));
    m_smaller->setText(tr("Smaller text"));
    m_normal->setText(tr("Normal text size"));
    m_signOut->setText(tr("Sign out"));
    m_quit->setText(tr("Quit"));
    updateMenus();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    Q_EMIT closing();
    QMainWindow::closeEvent(event);
}

} // namespace destek::ui
