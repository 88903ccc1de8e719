#pragma once

#include "net/api/outbox.h"
#include "net/fake/fake_server.h"
#include "net/outbox/pending_sends.h"
#include "tests/kit/manual_clock.h"
#include "ui/kit/speech.h"
#include "ui/shell/desk.h"
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
        QObject::connect(window->signIn(), &ui::SignInPages::signInRequested, window.get(),
                         [this](const QString &user, const Secret &password, const Secret &code) {
                             state.signIn(net::FakeServer::pairing(), user, password, code);
                         });
        QObject::connect(&state, &models::ConsoleState::signInFailed, window.get(),
                         [this](const ApiError &error) { window->signIn()->showProblem(error); });
    }

    [[nodiscard]] models::ConsolePorts ports()
    {
        return {&server, &server, &server, &server, server.feed(), &outbox, &memory, &clock};
    }

    [[nodiscard]] ui::Desk desk()
    {
        ui::Desk desk;
        desk.theme = &theme;
        desk.speech = &speech;
        desk.prompts = &prompts;
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

    test::ManualClock clock;
    net::FakeServer server;
    net::PendingSends outbox;
    models::MemoryAuditMemory memory;
    models::ConsoleState state;
    ui::Theme theme;
    ui::Speech speech;
    FakePrompts prompts;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace destek::test
