#pragma once

#include "app/key_file.h"
#include "net/api/outbox.h"
#include "net/fake/fake_server.h"
#include "net/outbox/pending_sends.h"
#include "tests/kit/manual_clock.h"
#include "ui/alerts/notifier.h"
#include "ui/kit/speech.h"
#include "ui/media/chime.h"
#include "ui/shell/desk.h"
#include "ui/shell/desk_page.h"
#include "ui/shell/main_window.h"
#include "ui/signin/signin_pages.h"

#include <QApplication>
#include <QTest>

namespace destek::test
{

/// Answers folder questions with what the test says.
class FakePrompts final : public ui::Prompts
{
public:
    void chooseFolder(QWidget *, const QString &, std::function<void(QString)> then) override
    {
        ++asked;
        if (!folder.isEmpty())
            then(folder);
    }
    void chooseFiles(QWidget *, const QString &, std::function<void(QStringList)> then) override
    {
        ++asked;
        if (!files.isEmpty())
            then(files);
    }
    QString folder; ///< empty: the user cancels
    QStringList files;
    int asked = 0;
};

/// What the operating system was asked to show.
class FakeNotifier final : public ui::Notifier
{
public:
    [[nodiscard]] bool showsMessages() const override { return allowed; }
    [[nodiscard]] bool hasSign() const override { return sign; }
    void show(const QString &title, const QString &text) override
    {
        shown << title + QLatin1Char('\n') + text;
    }
    void setWaiting(int count, const QString &) override { people = count; }
    bool allowed = true;
    bool sign = true;
    int people = 0;
    QStringList shown;
};

/// What would have been heard.
class FakeChime final : public ui::Chime
{
public:
    void play(Sound sound) override { played << sound; }
    [[nodiscard]] bool isAvailable() const override { return true; }
    QList<Sound> played;
};

/// Lets what was begun arrive: so many milliseconds and, however busy the machine is, so many turns
/// of the event loop that the answer to an answer to an answer has come.
inline void settle(int milliseconds = 60)
{
    QTest::qWait(milliseconds);
    for (int turn = 0; turn < 10; ++turn)
        QTest::qWait(1);
}

/// The whole console over a daemon in memory.
struct UiWorld {
    explicit UiWorld(net::WorldSize size = {80, 20, 120},
                     RoleSet roles = {Role::Agent, Role::Supervisor, Role::PrivacyOfficer,
                                      Role::Administrator})
        : server(&clock, size), outbox(&server), state(ports())
    {
        server.setRoles(roles);
        theme.applyTo(*qApp);
        window = std::make_unique<ui::MainWindow>(desk());
        window->setAlertLayers(&notifier, &chime);
        QObject::connect(window->signIn(), &ui::SignInPages::signInRequested, window.get(),
                         [this](const QString &user, const Secret &password, const Secret &code) {
                             state.signIn(net::FakeServer::pairing(), user, password, code);
                         });
        QObject::connect(&state, &models::ConsoleState::signInFailed, window.get(),
                         [this](const ApiError &error) { window->signIn()->showProblem(error); });
    }

    [[nodiscard]] models::ConsolePorts ports()
    {
        return {&server, &server, &server, &server, server.feed(), &outbox,
                &memory, &clock,  &server, &server, &server};
    }

    [[nodiscard]] ui::Desk desk()
    {
        ui::Desk desk;
        desk.theme = &theme;
        desk.speech = &speech;
        desk.prompts = &prompts;
        desk.commands = &commands;
        desk.keyFiles = &keyFiles;
        desk.clock = &clock;
        desk.state = &state;
        desk.session = &server;
        desk.conversations = &server;
        desk.persons = &server;
        desk.subjects = &server;
        desk.audit = &server;
        desk.outbox = &outbox;
        desk.media = &server;
        desk.channel = &server;
        desk.work = &server;
        desk.own = &server;
        desk.team = &server;
        return desk;
    }

    /// Signed in, inbox loaded, feed live, window on screen.
    [[nodiscard]] bool enter(QSize size = {1280, 800})
    {
        window->resize(size);
        window->show();
        state.signIn(net::FakeServer::pairing(), QStringLiteral("deniz"),
                     net::FakeServer::password(), Secret());
        return QTest::qWaitFor([this] { return state.isLive(); });
    }

    /// Shows conversation `id` in the thread, with its messages.
    [[nodiscard]] bool open(qint64 id)
    {
        window->desk()->openConversation(ConversationId(id));
        return QTest::qWaitFor([this, id] {
            return state.thread()->conversation() == ConversationId(id) &&
                   state.thread()->rowCount() > 0;
        });
    }

    test::ManualClock clock;
    net::FakeServer server;
    net::PendingSends outbox;
    models::MemoryAuditMemory memory;
    models::ConsoleState state;
    ui::Theme theme;
    ui::Speech speech;
    FakePrompts prompts;
    ui::Commands commands;
    app::JsonKeyFiles keyFiles;
    FakeNotifier notifier;
    FakeChime chime;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace destek::test
