#include "tests/ui/trust_scenes.h"

#include "models/outgoing/offline_queue.h"
#include "ui/alerts/announcer.h"
#include "ui/shell/desk_page.h"

using namespace Qt::StringLiterals;

namespace destek::test
{

namespace
{

const ConversationId kHere(2);
constexpr AgentId kAyse(2);

SessionView session(const QString &id, qint64 agent, const QString &name, const QString &device,
                    Instant at, bool current = false)
{
    SessionView view;
    view.id = id;
    view.agent = AgentId(agent);
    view.agentName = name;
    view.device = device;
    view.startedAt = at - std::chrono::hours(3);
    view.lastUsedAt = at;
    view.current = current;
    return view;
}

void showSessions(UiWorld &world, const QString &command)
{
    const Instant now = world.clock.now();
    world.server.setSessions(
        {session(u"a"_s, 1, u"Deniz Kaya"_s, u"Masa 3"_s, now, true),
         session(u"b"_s, 1, u"Deniz Kaya"_s, u"Toplantı odası"_s, now - std::chrono::minutes(12)),
         session(u"c"_s, 2, u"Ayşe Demir"_s, u"Masa 7"_s, now - std::chrono::minutes(1)),
         session(u"d"_s, 3, u"Burak Şahin"_s, u"Masa 9"_s, now - std::chrono::minutes(25))});
    world.commands.run(command);
}

void write(UiWorld &world, const QString &text)
{
    OutboundContent content;
    content.text = text;
    (void)world.state.send(kHere, content);
    world.clock.advance(std::chrono::minutes(1));
}

void goOffline(UiWorld &world)
{
    ConversationSummary open = world.server.world().conversation(kHere);
    open.standing = Standing::Open;
    open.allowance = {};
    open.windowClosesAt = world.clock.now() + std::chrono::hours(3);
    open.work = {};
    world.server.change(open);
    settle(150);
    world.window->desk()->openConversation(kHere);
    settle(150);
    world.server.feed()->setState(net::FeedState::Offline);
    write(world, u"Siparişiniz bugün kargoya verildi, takip numarasını birazdan yazıyorum."_s);
    write(world, u"Takip numarası: 4821 0034"_s);
    world.window->tick();
}

void comeBack(UiWorld &world)
{
    world.server.colleagueAnswers(kAyse, kHere, u"Merhaba, siparişiniz yarın çıkıyor."_s);
    world.server.feed()->setState(net::FeedState::CatchingUp);
    world.server.feed()->goLive(world.clock.now(), 5000);
    settle(150);
}

void letWait(UiWorld &world)
{
    for (int id : {4, 6, 9})
        (void)world.server.customerWrites(ConversationId(id), u"Kimse yok mu?"_s);
    settle();
    for (int minutes : {3, 6, 11}) {
        world.clock.advance(std::chrono::minutes(minutes));
        world.window->announcer()->tick(world.clock.now()); // not the idle watch
    }
}

} // namespace

void arrangeTrust(UiWorld &world, const QString &scene)
{
    if (scene == "trust-sessions"_L1)
        showSessions(world, u"sessions.show"_s);
    else if (scene == "trust-all-sessions"_L1)
        showSessions(world, u"sessions.all"_s);
    else if (scene == "trust-waiting"_L1)
        letWait(world);
    else
        goOffline(world);
    if (scene == "trust-queue"_L1 || scene == "trust-review"_L1)
        comeBack(world);
    if (scene == "trust-review"_L1)
        world.commands.run(u"queue.review"_s);
    settle(150);
}

} // namespace destek::test
