// The commands of the window itself; what belongs to a pane is added by the pane.
#include "models/outgoing/offline_queue.h"
#include "ui/alerts/announcer.h"
#include "ui/commands/palette.h"
#include "ui/sessions/sessions_dialog.h"
#include "ui/shell/desk_page.h"
#include "ui/shell/idle_watch.h"
#include "ui/shell/main_window.h"

#include <QAction>

namespace destek::ui
{

namespace
{

constexpr int kZoomStep = 10;

} // namespace

void MainWindow::offer(const Offer &offered)
{
    Command command;
    command.id = QLatin1StringView(offered.id);
    command.group = offered.group;
    command.words = [words = offered.words] { return tr(words); };
    command.keys = offered.keys;
    command.whyNot = offered.whyNot;
    command.run = offered.run;
    command.isOn = offered.isOn;
    command.startsBlock = offered.startsBlock;
    m_desk.commands->add(command);
}

QString MainWindow::whyNotInside() const
{
    if (showsDesk())
        return {};
    return isLocked() ? tr("Please unlock the screen first.") : tr("Please sign in first.");
}

std::function<QString()> MainWindow::unless(Permission permission) const
{
    return [this, permission] {
        if (!showsDesk())
            return whyNotInside();
        return m_desk.state->may(permission) ? QString() : tr("Your role does not include this.");
    };
}

void MainWindow::addCommands()
{
    addGoCommands();
    addPersonCommands();
    addViewCommands();
    addAlertCommands();
    addAccountCommands();
}

void MainWindow::addGoCommands()
{
    const auto group = CommandGroup::Go;
    const auto inside = [this] { return whyNotInside(); };
    offer({"commands.palette", group, QT_TR_NOOP("Commands…"), {Qt::CTRL | Qt::Key_K}, {}, [this] {
               m_palette->openUp();
           }});
    offer({"task.next",
           group,
           QT_TR_NOOP("Next task"),
           {Qt::CTRL | Qt::Key_J},
           [this] {
               if (!showsDesk())
                   return whyNotInside();
               return m_deskPage->nextTask().isValid() ? QString()
                                                       : tr("Nobody else waits for an answer.");
           },
           [this] { m_deskPage->openNextTask(); }});
    const auto goTo = [this](Screen screen) { return [this, screen] { m_deskPage->go(screen); }; };
    offer({"go.inbox",
           group,
           QT_TR_NOOP("Inbox"),
           {Qt::CTRL | Qt::Key_1},
           inside,
           goTo(Screen::Inbox),
           {},
           true});
    offer({"queue.review",
           group,
           QT_TR_NOOP("Messages written offline…"),
           {},
           [this] {
               if (!showsDesk())
                   return whyNotInside();
               return m_desk.state->queue()->questions().isEmpty()
                          ? tr("Nothing that was written offline waits for you.")
                          : QString();
           },
           [this] { m_deskPage->openQueueReview(); }});
    offer({"go.logs",
           group,
           QT_TR_NOOP("Logs"),
           {Qt::CTRL | Qt::Key_4},
           unless(Permission::ReadAudit),
           goTo(Screen::Logs)});
    offer({"go.records",
           group,
           QT_TR_NOOP("Destruction records"),
           {Qt::CTRL | Qt::Key_6},
           unless(Permission::SeeDestructionRecords),
           goTo(Screen::Records)});
    offer({"go.channel",
           group,
           QT_TR_NOOP("WhatsApp account"),
           {Qt::CTRL | Qt::Key_5},
           unless(Permission::SeeChannel),
           goTo(Screen::Channel)});
    offer({"go.team",
           group,
           QT_TR_NOOP("Team"),
           {Qt::CTRL | Qt::Key_8},
           unless(Permission::ManageTeam),
           goTo(Screen::Team)});
    offer({"inbox.find",
           group,
           QT_TR_NOOP("Find in the inbox"),
           {Qt::CTRL | Qt::Key_F},
           inside,
           [this] { m_deskPage->focusFilter(); },
           {},
           true});
    offer({"inbox.next",
           group,
           QT_TR_NOOP("Next conversation"),
           {Qt::ALT | Qt::Key_Down},
           inside,
           [this] { m_deskPage->step(1); }});
    const auto noVisit = [this](bool forward) {
        return [this, forward] {
            if (!showsDesk())
                return whyNotInside();
            const auto &visits = m_deskPage->visits();
            return (forward ? visits.hasForward() : visits.hasBack())
                       ? QString()
                       : tr("There is no other visited conversation in this direction.");
        };
    };
    offer({"visit.back",
           group,
           QT_TR_NOOP("Back to the conversation before"),
           {Qt::ALT | Qt::Key_Left},
           noVisit(false),
           [this] { m_deskPage->walk(m_deskPage->visits().back()); }});
    offer({"visit.forward",
           group,
           QT_TR_NOOP("Forward again"),
           {Qt::ALT | Qt::Key_Right},
           noVisit(true),
           [this] { m_deskPage->walk(m_deskPage->visits().forward()); }});
    offer({"inbox.previous",
           group,
           QT_TR_NOOP("Previous conversation"),
           {Qt::ALT | Qt::Key_Up},
           inside,
           [this] { m_deskPage->step(-1); }});
}

void MainWindow::addPersonCommands()
{
    const auto group = CommandGroup::Person;
    const auto whyNot = [this](Permission permission) {
        return [this, allowed = unless(permission)] {
            const QString why = allowed();
            if (!why.isEmpty() || m_deskPage->hasOpen())
                return why;
            return tr("Please open a conversation first.");
        };
    };
    offer({"person.export",
           group,
           QT_TR_NOOP("Export the records…"),
           {},
           whyNot(Permission::ExportSubject),
           [this] { m_deskPage->openExportOfCurrent(); }});
    offer({"person.erase",
           group,
           QT_TR_NOOP("Erase everything…"),
           {},
           whyNot(Permission::EraseSubject),
           [this] { m_deskPage->openEraseOfCurrent(); }});
}

void MainWindow::addViewCommands()
{
    const auto group = CommandGroup::View;
    const auto zoom = [this](int step) {
        return [this, step] { Q_EMIT zoomChosen(m_desk.theme->zoom() + step); };
    };
    const auto speak = [this](text::Language language) {
        return [this, language] { Q_EMIT languageChosen(language); };
    };
    const auto paint = [this](ThemeName theme) {
        return [this, theme] { Q_EMIT themeChosen(theme); };
    };
    offer({"view.person",
           group,
           QT_TR_NOOP("Show or hide the person"),
           {Qt::Key_F9, Qt::CTRL | Qt::Key_P},
           [this] { return whyNotInside(); },
           [this] { m_deskPage->togglePerson(); }});
    offer({"commands.keys",
           group,
           QT_TR_NOOP("Keyboard shortcuts…"),
           {Qt::Key_F1, Qt::CTRL | Qt::Key_H},
           {},
           [this] { openKeySheet(); }});
    offer({"view.turkish",
           group,
           "Türkçe",
           {},
           {},
           speak(text::Language::Turkish),
           [this] { return m_desk.speech->isTurkish(); },
           true});
    offer({"view.english", group, "English", {}, {}, speak(text::Language::English), [this] {
               return !m_desk.speech->isTurkish();
           }});
    const auto isPainted = [this](ThemeName theme) {
        return [this, theme] { return m_desk.theme->choice() == theme; };
    };
    offer({"view.system",
           group,
           QT_TR_NOOP("Theme of the system"),
           {},
           {},
           paint(ThemeName::System),
           isPainted(ThemeName::System),
           true});
    offer({"view.light",
           group,
           QT_TR_NOOP("Light theme"),
           {},
           {},
           paint(ThemeName::Light),
           isPainted(ThemeName::Light)});
    offer({"view.dark",
           group,
           QT_TR_NOOP("Dark theme"),
           {},
           {},
           paint(ThemeName::Dark),
           isPainted(ThemeName::Dark)});
    offer({"view.contrast",
           group,
           QT_TR_NOOP("High contrast"),
           {},
           {},
           paint(ThemeName::Contrast),
           isPainted(ThemeName::Contrast)});
    offer({"view.larger",
           group,
           QT_TR_NOOP("Larger text"),
           {Qt::CTRL | Qt::Key_Plus},
           {},
           zoom(kZoomStep),
           {},
           true});
    offer({"view.smaller",
           group,
           QT_TR_NOOP("Smaller text"),
           {Qt::CTRL | Qt::Key_Minus},
           {},
           zoom(-kZoomStep)});
    offer(
        {"view.normal", group, QT_TR_NOOP("Normal text size"), {Qt::CTRL | Qt::Key_0}, {}, [this] {
             Q_EMIT zoomChosen(100);
         }});
}

void MainWindow::addAlertCommands()
{
    const auto group = CommandGroup::Account;
    offer({"alerts.test",
           group,
           QT_TR_NOOP("Test alerts"),
           {},
           [this] { return whyNotInside(); },
           [this] { testAlerts(); }});
    offer({"alerts.sound",
           group,
           QT_TR_NOOP("Play sounds"),
           {},
           {},
           [this] {
               setAlertSound(!m_announcer->hasSound());
               Q_EMIT alertSoundChosen(m_announcer->hasSound());
           },
           [this] { return m_announcer && m_announcer->hasSound(); }});
    offer({"window.show", group, QT_TR_NOOP("Show the window"), {}, {}, [this] { comeForward(); }});
}

void MainWindow::setAlertSound(bool on)
{
    m_announcer->setSound(on);
    m_desk.commands->refresh();
}

void MainWindow::testAlerts()
{
    const Announcer::Trial trial = m_announcer->test();
    m_deskPage->sayAlertTest(trial.reached ? Tone::Good : Tone::Warn, trial.sentence);
    if (!trial.reached)
        return;
    m_offersAlertTest = false;
    Q_EMIT alertsTested();
}

void MainWindow::addAccountCommands()
{
    const auto group = CommandGroup::Account;
    auto *courtesies = m_desk.state->courtesies();
    offer({"customers.read",
           group,
           QT_TR_NOOP("Tell customers when I have read"),
           {},
           {},
           [this, courtesies] { Q_EMIT tellsReadChosen(!courtesies->tellsRead()); },
           [courtesies] { return courtesies->tellsRead(); }});
    offer({"customers.typing",
           group,
           QT_TR_NOOP("Show customers that I am typing (tells that I have read, too)"),
           {},
           {},
           [this, courtesies] { Q_EMIT showsTypingChosen(!courtesies->showsTyping()); },
           [courtesies] { return courtesies->showsTyping(); }});
    for (const auto &[id, seconds, words] :
         {std::tuple{"send.hold.0", 0, QT_TR_NOOP("Messages go out at once")},
          std::tuple{"send.hold.2", 2, QT_TR_NOOP("Messages wait 2 seconds and can be undone")},
          std::tuple{"send.hold.3", 3, QT_TR_NOOP("Messages wait 3 seconds and can be undone")},
          std::tuple{"send.hold.5", 5, QT_TR_NOOP("Messages wait 5 seconds and can be undone")}})
        offer({id,
               group,
               words,
               {},
               unless(Permission::SendMessages),
               [this, seconds = seconds] {
                   m_desk.state->held()->setHold(std::chrono::seconds(seconds));
                   Q_EMIT undoHoldChosen(seconds);
               },
               [this, seconds = seconds] {
                   return m_desk.state->held()->hold() == std::chrono::seconds(seconds);
               },
               seconds == 0});
    offer({"screen.lock",
           group,
           QT_TR_NOOP("Lock screen"),
           {Qt::CTRL | Qt::Key_L},
           [this] { return whyNotInside(); },
           [this] { m_desk.state->lock(); },
           {},
           true});
    for (const auto &[id, minutes, words] :
         {std::tuple{"screen.lock.5", 5, QT_TR_NOOP("Lock after 5 minutes without a touch")},
          std::tuple{"screen.lock.10", 10, QT_TR_NOOP("Lock after 10 minutes without a touch")},
          std::tuple{"screen.lock.30", 30, QT_TR_NOOP("Lock after 30 minutes without a touch")}})
        offer({id,
               group,
               words,
               {},
               {},
               [this, minutes = minutes] {
                   setIdleLimit(minutes);
                   Q_EMIT idleLimitChosen(minutes);
               },
               [this, minutes = minutes] { return m_idle->limit() == minutes; }});
    const auto showSessions = [this](SessionsDialog::Whose whose) {
        return [this, whose] {
            auto *dialog = new SessionsDialog(m_desk, whose, this);
            connect(m_desk.state, &models::ConsoleState::phaseChanged, dialog, &QDialog::close);
            dialog->open();
        };
    };
    offer({"sessions.show",
           group,
           QT_TR_NOOP("Your sessions…"),
           {},
           [this] { return whyNotInside(); },
           showSessions(SessionsDialog::Whose::Own),
           {},
           true});
    offer({"sessions.all",
           group,
           QT_TR_NOOP("Everybody's sessions…"),
           {},
           unless(Permission::ManageUsers),
           showSessions(SessionsDialog::Whose::Everybody)});
    offer({"account.signOut",
           group,
           QT_TR_NOOP("Sign out"),
           {},
           [this] { return isLocked() ? QString() : whyNotInside(); },
           [this] { Q_EMIT signOutRequested(); },
           {},
           true});
    offer({"account.quit", group, QT_TR_NOOP("Quit"), {Qt::CTRL | Qt::Key_Q}, {}, [this] {
               quit();
           }});
}

} // namespace destek::ui
