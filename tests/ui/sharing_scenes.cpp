#include "tests/ui/sharing_scenes.h"

#include "ui/inbox/inbox_pane.h"
#include "ui/kit/button.h"
#include "ui/shell/desk_page.h"
#include "ui/team/team_page.h"
#include "ui/thread/thread_pane.h"
#include "ui/work/claim_bar.h"
#include "ui/work/work_actions.h"

#include <QListView>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace destek::test
{

namespace
{

constexpr AgentId kAyse(2);
constexpr AgentId kBurak(3);
constexpr qint64 kOpen = 1;

/// A colleague answers where one looks, another types in a second place; fields and a note.
void populate(UiWorld &world)
{
    auto &server = world.server;
    WorkAct label;
    label.kind = WorkAct::Kind::AddLabel;
    label.label = LabelId(3);
    (void)server.colleagueActs(kAyse, ConversationId(kOpen), label);
    server.colleagueNotes(kAyse, ConversationId(kOpen),
                          u"Depo ile konuştum, paket yarın çıkıyor."_s, {AgentId(1)});
    (void)server.colleagueActs(kAyse, ConversationId(2), WorkAct());
    server.colleagueAttends(kBurak, ConversationId(kOpen), false);
    bool kept = false;
    server.keepField(net::FakeWorld::contactOf(ConversationId(kOpen)), {u"Sipariş no"_s, u"4821"_s},
                     {world.window.get(), [&](const net::Answer<PersonView> &) { kept = true; }});
    (void)QTest::qWaitFor([&] { return kept; });
    world.desk().state->own()->noteDraft(ConversationId(5), true);
    world.window->desk()->openConversation(ConversationId(2)); // the pane reads the person afresh
    settle();
    world.window->desk()->openConversation(ConversationId(kOpen));
    settle(120);
}

void selectFew(UiWorld &world)
{
    auto *list = world.window->desk()->inbox()->list();
    list->setFocus();
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
}

} // namespace

void arrangeSharing(UiWorld &world, const QString &scene)
{
    populate(world);
    auto *desk = world.window->desk();
    if (scene == "shared-mine"_L1)
        desk->inbox()->setQueue(models::Queue::Mine);
    else if (scene == "shared-empty"_L1) {
        InboxFilter nothing;
        nothing.atLeast = Priority::Urgent;
        desk->inbox()->setQueue(models::Queue::Unassigned);
        world.state.inbox()->setView(nothing);
    } else if (scene == "shared-held"_L1) {
        (void)world.server.colleagueActs(kAyse, ConversationId(kOpen), WorkAct());
        world.server.colleagueAttends(kAyse, ConversationId(kOpen), true);
    } else if (scene == "shared-bulk"_L1)
        selectFew(world);
    else if (scene == "shared-menu"_L1) {
        for (auto *button : desk->thread()->claimBar()->findChildren<ui::Button *>()) {
            if (button->text().isEmpty() && button->isVisible())
                button->click();
        }
    } else if (scene == "shared-snooze"_L1)
        desk->openSnooze();
    else if (scene == "shared-handover"_L1)
        desk->actions()->handOver();
    else if (scene == "shared-dayend"_L1)
        desk->openDayEnd();
    else if (scene == "shared-team"_L1 || scene == "shared-label"_L1)
        desk->go(ui::Screen::Team);
    else if (scene == "shared-views"_L1)
        world.window->findChild<QPushButton *>(u"views"_s)->click();
    if (scene == "shared-label"_L1) {
        settle();
        const auto buttons = desk->findChild<ui::TeamPage *>()->findChildren<QPushButton *>();
        buttons.constFirst()->click();
    }
    settle(120);
}

} // namespace destek::test
