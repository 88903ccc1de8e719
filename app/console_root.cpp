#include "app/console_root.h"

#include "ui/composer/composer.h"
#include "ui/composer/writing_aids.h"
#include "ui/shell/desk_page.h"
#include "ui/signin/signin_pages.h"
#include "ui/thread/thread_pane.h"

#include <QFileInfo>
#include <QHostInfo>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace destek::app
{

using models::ConsolePhase;

ConsoleRoot::ConsoleRoot(QApplication &application, const Options &options, const QString &profile)
    : m_options(options), m_profile(profile), m_settings(profile), m_secrets(profile),
      m_session(&m_transport, &m_secrets), m_conversations(&m_transport),
      m_subjects(&m_transport, &m_secrets, &m_clock), m_audit(&m_transport),
      m_channel(&m_transport), m_media(&m_transport), m_work(&m_transport), m_own(&m_transport),
      m_team(&m_transport), m_dictionary(&m_transport),
      m_feed([this] { return m_transport.link(); }),
      m_shelf(profile + u"/outbox.sealed"_s, &m_secrets, &m_clock), m_outbox(&m_conversations),
      m_state(ports()), m_tryOut(QCoreApplication::applicationDirPath(), profile + u"/try"_s)
{
    m_outbox.setShelf(&m_shelf);
    if (options.language)
        m_settings.setLanguage(*options.language);
    if (options.theme)
        m_settings.setTheme(*options.theme);
    m_theme.applyTo(application);
    m_theme.choose(m_settings.theme());
    m_theme.setZoom(m_settings.zoom());
    m_speech.choose(m_settings.language());
    m_state.courtesies()->setTellsRead(m_settings.tellsRead());
    m_state.courtesies()->setShowsTyping(m_settings.showsTyping());
    if (const auto adopted = m_commands.adopt(m_settings.keys()); !adopted.ok())
        m_settings.setKeys({}); // somebody edited the file: better no choice than a wrong one
    m_window = std::make_unique<ui::MainWindow>(desk());
    m_window->setIdleLimit(m_settings.idleMinutes());
    m_window->setAlertLayers(&m_tray, &m_chime);
    m_window->setAlertSound(m_settings.alertSound());
    m_window->setOffersAlertTest(!m_settings.alertsTested());
    m_picture = std::make_unique<ScreenPicture>(m_options, m_window.get(), &m_state);
    connectWindow();
}

ConsoleRoot::~ConsoleRoot() = default;

models::ConsolePorts ConsoleRoot::ports()
{
    models::ConsolePorts ports{&m_session, &m_conversations, &m_subjects, &m_audit,
                               &m_feed,    &m_outbox,        &m_settings, &m_clock,
                               &m_work,    &m_own,           &m_team};
    ports.draftShelf = &m_shelf;
    return ports;
}

ui::Desk ConsoleRoot::desk()
{
    ui::Desk desk;
    desk.theme = &m_theme;
    desk.speech = &m_speech;
    desk.prompts = &m_prompts;
    desk.commands = &m_commands;
    desk.keyFiles = &m_keyFiles;
    desk.clock = &m_clock;
    desk.state = &m_state;
    desk.session = &m_session;
    desk.conversations = &m_conversations;
    desk.persons = &m_conversations;
    desk.subjects = &m_subjects;
    desk.audit = &m_audit;
    desk.outbox = &m_outbox;
    desk.channel = &m_channel;
    desk.media = &m_media;
    desk.work = &m_work;
    desk.own = &m_own;
    desk.team = &m_team;
    return desk;
}

void ConsoleRoot::connectWindow()
{
    auto *window = m_window.get();
    const auto speak = [this](text::Language language) {
        m_speech.choose(language);
        m_settings.setLanguage(language);
    };
    connect(window, &ui::MainWindow::languageChosen, this, speak);
    connect(window->signIn(), &ui::SignInPages::languageRequested, this, [speak](bool turkish) {
        speak(turkish ? text::Language::Turkish : text::Language::English);
    });
    connect(window, &ui::MainWindow::themeChosen, this, [this](ui::ThemeName theme) {
        m_theme.choose(theme);
        m_settings.setTheme(theme);
    });
    connect(window, &ui::MainWindow::zoomChosen, this, [this](int percent) {
        m_theme.setZoom(percent);
        m_settings.setZoom(m_theme.zoom());
    });
    connect(window, &ui::MainWindow::tellsReadChosen, this, [this](bool tells) {
        m_state.courtesies()->setTellsRead(tells);
        m_settings.setTellsRead(tells);
    });
    connect(window, &ui::MainWindow::showsTypingChosen, this, [this](bool shows) {
        m_state.courtesies()->setShowsTyping(shows);
        m_settings.setShowsTyping(shows);
    });
    connect(window, &ui::MainWindow::undoHoldChosen, this,
            [this](int seconds) { m_settings.setUndoHold(m_state.agent().id, seconds); });
    connect(window, &ui::MainWindow::idleLimitChosen, this,
            [this](int minutes) { m_settings.setIdleMinutes(minutes); });
    connect(window, &ui::MainWindow::alertSoundChosen, this,
            [this](bool on) { m_settings.setAlertSound(on); });
    connect(window, &ui::MainWindow::alertsTested, this, [this] { m_settings.setAlertsTested(); });
    connect(window, &ui::MainWindow::quitRequested, this, [] { QCoreApplication::quit(); });
    connect(window, &ui::MainWindow::signOutRequested, &m_state, &models::ConsoleState::signOut);
    connect(window, &ui::MainWindow::closing, this, &ConsoleRoot::remember);
    connect(&m_commands, &ui::Commands::keysChanged, this,
            [this] { m_settings.setKeys(m_commands.changedKeys()); });
    auto *aids = window->desk()->thread()->composer()->aids();
    aids->setDictionary(&m_dictionary);
    aids->setHabits(m_settings.writingHabits());
    connect(aids, &ui::WritingAids::habitsChanged, this,
            [this](const ui::WritingHabits &habits) { m_settings.setWritingHabits(habits); });
    auto *pages = window->signIn();
    connect(pages, &ui::SignInPages::tryOutRequested, this, &ConsoleRoot::startTryOut);
    connect(pages, &ui::SignInPages::pairRequested, this,
            [this](const QString &link) { pairWith(link, false); });
    connect(pages, &ui::SignInPages::otherServerRequested, this, &ConsoleRoot::forgetServer);
    connect(pages, &ui::SignInPages::signInRequested, this,
            [this](const QString &user, const Secret &password, const Secret &code) {
                signIn({user, password, code});
            });
    connect(&m_state, &models::ConsoleState::phaseChanged, this, &ConsoleRoot::onPhase);
    connect(&m_state, &models::ConsoleState::signInFailed, this, [this](const ApiError &error) {
        showSignIn();
        m_window->signIn()->showProblem(error);
    });
    connect(&m_tryOut, &TryOut::ready, this, &ConsoleRoot::onTryOutReady);
    connect(&m_tryOut, &TryOut::failed, this, &ConsoleRoot::sayTryOutFailure);
    connect(m_picture.get(), &ScreenPicture::finished, this,
            [](bool saved) { QCoreApplication::exit(saved ? 0 : 1); });
}

void ConsoleRoot::start()
{
    if (!m_options.size) {
        m_window->restoreGeometry(m_settings.geometry());
        m_window->desk()->restoreLayout(m_settings.layout());
    } else {
        m_window->resize(*m_options.size);
    }
    const QString programs = QCoreApplication::applicationDirPath();
    m_window->signIn()->setTryOutPossible(QFileInfo::exists(programs + u"/destekd"_s) &&
                                          QFileInfo::exists(programs + u"/destek-sandbox"_s));
    m_window->show();
    m_tray.open();
    if (m_options.quitAfterSeconds)
        QTimer::singleShot(std::chrono::seconds(*m_options.quitAfterSeconds), this,
                           [] { QCoreApplication::quit(); });
    m_secrets.open([this] { onSecretsOpen(); });
}

void ConsoleRoot::comeForward()
{
    m_window->comeForward();
}

void ConsoleRoot::onSecretsOpen()
{
    auto *pages = m_window->signIn();
    if (m_secrets.usesFile())
        pages->setSecretsNote(
            tr("This computer has no keychain that answers. What proves this console to the "
               "server is kept in a file that only you can read: %1")
                .arg(m_secrets.filePath()));
    m_pairing = m_settings.pairing(m_secrets);
    m_pairedWithTryOut = m_settings.isTryOut();
    if (m_options.screen == StartScreen::FirstStart) {
        pages->showFirstStart();
        m_picture->begin();
    } else if (!m_options.connect.isEmpty()) {
        pairWith(m_options.connect, false);
    } else if (m_pairing && m_pairedWithTryOut) {
        startTryOut();
    } else if (m_pairing) {
        showSignIn();
        if (!m_options.loginFile.isEmpty())
            signIn({});
    } else if (m_options.tryOut) {
        startTryOut();
    } else {
        pages->showFirstStart();
    }
}

void ConsoleRoot::showSignIn()
{
    if (!m_pairing)
        return m_window->signIn()->showFirstStart();
    const QString user = m_triedUser.isEmpty() ? m_settings.userName() : m_triedUser;
    m_window->signIn()->setWaitingUntil(m_shelf.keptUntil());
    m_window->signIn()->showSignIn(m_pairing->organisation, m_pairing->server.authority(), user);
}

void ConsoleRoot::pairWith(const QString &link, bool tryOut)
{
    m_window->signIn()->showProgress(tr("Checking the server and pairing with it…"));
    m_session.pair(link, QHostInfo::localHostName().left(60),
                   {this, [this, tryOut](const net::Answer<net::Pairing> &answer) {
                        if (!answer)
                            return m_window->signIn()->showProblem(answer.error());
                        m_pairing = *answer;
                        m_pairedWithTryOut = tryOut;
                        m_settings.setPairing(*answer, tryOut);
                        if (tryOut && m_setupCode)
                            return setUpTryOut(*std::exchange(m_setupCode, std::nullopt));
                        if (tryOut || !m_options.loginFile.isEmpty())
                            return signIn({});
                        showSignIn();
                    }});
}

void ConsoleRoot::signIn(const Login &given)
{
    Login login = given;
    if (login.user.isEmpty() && m_pairedWithTryOut) {
        const auto password = m_secrets.read(u"destek/try-password"_s);
        if (password)
            login = {u"demo"_s, *password, Secret()};
    }
    if (login.user.isEmpty() && !m_options.loginFile.isEmpty()) {
        const auto read = readLoginFile(m_options.loginFile);
        if (!read) {
            showSignIn();
            return m_window->signIn()->showProblem(
                read.error() == LoginFileError::OpenToOthers
                    ? tr("The sign-in file can be read by others, so it was not used. Please give "
                         "it mode 0600.")
                    : tr("The sign-in file could not be read. Please sign in here."));
        }
        login = *read;
    }
    if (login.user.isEmpty() || !m_pairing)
        return showSignIn();
    m_triedUser = login.user;
    m_window->signIn()->showProgress(tr("Signing in…"));
    m_state.signIn(*m_pairing, login.user, login.password, login.totp);
}

void ConsoleRoot::forgetServer()
{
    m_tryOut.stop();
    m_settings.forgetPairing();
    m_pairing.reset();
    m_pairedWithTryOut = false;
    m_triedUser.clear();
    m_outbox.clear();
    m_window->signIn()->showFirstStart();
}

void ConsoleRoot::onPhase(ConsolePhase phase)
{
    switch (phase) {
    case ConsolePhase::Running:
        m_settings.setUserName(m_state.agent().userName);
        m_state.held()->setHold(std::chrono::seconds(m_settings.undoHold(m_state.agent().id)));
        if (m_options.openId && m_options.screenshot.isEmpty() && m_options.dumpText.isEmpty())
            m_window->desk()->openConversation(ConversationId(*m_options.openId));
        m_picture->begin();
        break;
    case ConsolePhase::SignedOut:
        showSignIn();
        break;
    case ConsolePhase::Ended:
        showSignIn();
        m_window->signIn()->showNote(endedSentence(m_state.endedBy()));
        break;
    case ConsolePhase::Lost:
        showSignIn();
        m_window->signIn()->showNote(
            tr("The server could not be reached for half an hour, so everything about "
               "customers was removed from this computer's memory. Please sign in again."));
        break;
    case ConsolePhase::SigningIn:
    case ConsolePhase::Loading:
    case ConsolePhase::Locked:
        break;
    }
}

QString ConsoleRoot::endedSentence(SessionEnd by)
{
    switch (by) {
    case SessionEnd::OwnHand:
        return tr("This session was ended from another console with your name. Everything about "
                  "customers was removed from this computer's memory. If that was not you, please "
                  "tell your administrator at once.");
    case SessionEnd::Administrator:
        return tr("An administrator has ended this session. Everything about customers was removed "
                  "from this computer's memory. What you had sent and was still waiting is kept, "
                  "sealed.");
    case SessionEnd::Over:
        break;
    }
    return tr("Your session has ended. What you had sent and was still waiting is kept; "
              "please sign in again.");
}

void ConsoleRoot::remember()
{
    m_settings.setGeometry(m_window->saveGeometry(), m_window->desk()->saveLayout());
    m_state.drafts()->keepAllNow();
}

void ConsoleRoot::startTryOut()
{
    m_window->signIn()->showProgress(tr("Starting the server and the invented customers…"));
    m_tryOut.start(tr("Try-out"), m_speech.isTurkish() ? u"tr"_s : u"en"_s);
}

void ConsoleRoot::onTryOutReady(const TryOut::Ready &ready)
{
    m_setupCode = ready.setupCode;
    pairWith(ready.pairingUri, true);
}

void ConsoleRoot::setUpTryOut(const Secret &code)
{
    const Secret password(randomSecret());
    if (!m_secrets.write(u"destek/try-password"_s, password))
        return sayTryOutFailure(TryOut::Failure::FolderNotWritable);
    m_session.setUp(*m_pairing, code, u"demo"_s, tr("Try-out user"), password,
                    {this, [this](const net::Answer<AgentView> &answer) {
                         if (!answer)
                             return m_window->signIn()->showProblem(answer.error());
                         signIn({});
                     }});
}

void ConsoleRoot::sayTryOutFailure(TryOut::Failure why)
{
    QString sentence;
    switch (why) {
    case TryOut::Failure::FolderNotWritable:
        sentence = tr("The try-out could not be started: its folder cannot be written to. Nothing "
                      "was changed.");
        break;
    case TryOut::Failure::NoPort:
        sentence = tr("The try-out could not be started: this computer gave no free port. Nothing "
                      "was changed; please try again.");
        break;
    case TryOut::Failure::ProgramMissing:
        sentence = tr("The try-out could not be started: the programs destekd and destek-sandbox "
                      "are not beside this one. Please install them, or connect to a server.");
        break;
    case TryOut::Failure::SandboxSilent:
        sentence = tr("The try-out could not be started: the program with the invented customers "
                      "did not answer. Nothing was changed; please try again.");
        break;
    case TryOut::Failure::DaemonSilent:
        sentence = tr("The try-out could not be started: the server on this computer did not "
                      "answer. Your earlier try-out data is kept; please try again.");
        break;
    }
    m_window->signIn()->showProblem(sentence);
}

} // namespace destek::app
