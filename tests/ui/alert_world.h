#pragma once

#include "tests/ui/ui_world.h"
#include "ui/alerts/announcer.h"
#include "ui/alerts/waiting_strip.h"

namespace destek::test
{

constexpr AgentId kAyse(2);

/// A console whose alerts are watched.
struct AlertWorld : UiWorld {
    explicit AlertWorld(AlertContent content = AlertContent::None,
                        net::WorldSize size = {20, 0, 20},
                        RoleSet roles = {Role::Agent, Role::Supervisor, Role::PrivacyOfficer,
                                         Role::Administrator})
        : UiWorld(size, roles)
    {
        server.companyAllows(content);
        allowed = content;
    }
    /// Signed in, and the company's word has come.
    [[nodiscard]] bool enter()
    {
        return UiWorld::enter() &&
               QTest::qWaitFor([this] { return state.team()->alertContent() == allowed; });
    }

    void name(ConversationId id, const QString &name)
    {
        ConversationSummary summary = *state.inbox()->find(id);
        summary.name = name;
        ++summary.revision;
        server.change(summary);
        QVERIFY(QTest::qWaitFor([=, this] { return state.inbox()->find(id)->name == name; }));
    }

    void write(ConversationId id, const QString &text)
    {
        const int before = waiting(id);
        server.customerWrites(id, text);
        QVERIFY(QTest::qWaitFor([=, this] { return waiting(id) > before; }));
    }

    [[nodiscard]] int waiting(ConversationId id)
    {
        const auto *summary = state.inbox()->find(id);
        return summary ? summary->waiting : 0;
    }

    void pass(Duration span)
    {
        clock.advance(span);
        window->announcer()->tick(clock.now());
    }

    void passMinutes(int minutes)
    {
        for (int minute = 0; minute < minutes; ++minute)
            pass(std::chrono::minutes(1));
    }

    /// A colleague gives it to `to`.
    void assign(ConversationId id, AgentId to)
    {
        WorkAct act;
        act.kind = WorkAct::Kind::Assign;
        act.agent = to;
        (void)server.colleagueActs(kAyse, id, act);
        QVERIFY(QTest::qWaitFor([=, this] {
            const auto *summary = state.inbox()->find(id);
            return !summary || summary->work.assignee == to;
        }));
    }

    [[nodiscard]] bool unlock()
    {
        state.unlock(net::FakeServer::password(), Secret());
        return QTest::qWaitFor([this] { return state.isLive(); });
    }

    /// Another window of the computer is in front.
    void lookElsewhere() { window->showMinimized(); }
    [[nodiscard]] ui::WaitingStrip *strip() { return window->desk()->waitingStrip(); }

    AlertContent allowed = AlertContent::None;
};

} // namespace destek::test
