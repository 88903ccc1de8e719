// What an agent can rely on: where they are signed in, what notifications say, what becomes of
// words written offline (issue 4; journeys.md 6.1 at 14:02).
#include "models/outgoing/offline_queue.h"
#include "tests/kit/test_main.h"
#include "tests/ui/listening.h"
#include "tests/ui/ui_world.h"
#include "ui/composer/composer.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/kit/table.h"
#include "ui/outgoing/queue_review.h"
#include "ui/outgoing/queue_strip.h"
#include "ui/sessions/sessions_dialog.h"
#include "ui/shell/desk_page.h"
#include "ui/shell/lock_page.h"
#include "ui/shell/top_line.h"
#include "ui/team/alert_policy_row.h"
#include "ui/thread/thread_pane.h"
#include "ui/thread/thread_view.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace destek;

namespace
{

constexpr auto kMinute = std::chrono::minutes(1);
const ConversationId kHere(3);

SessionView session(const QString &id, qint64 agent, const QString &name, const QString &device,
                    bool current = false)
{
    SessionView view;
    view.id = id;
    view.agent = AgentId(agent);
    view.agentName = name;
    view.device = device;
    view.startedAt = Instant::fromMs(1'782'205'200'000);
    view.lastUsedAt = Instant::fromMs(1'782'205'400'000);
    view.current = current;
    return view;
}

struct TrustWorld : test::UiWorld {
    explicit TrustWorld(RoleSet roles = {Role::Agent, Role::Supervisor, Role::Administrator})
        : UiWorld({20, 6, 30}, roles)
    {
        server.setSessions({session(u"aa"_s, 1, u"Deniz Kaya"_s, u"Masa 3"_s, true),
                            session(u"bb"_s, 1, u"Deniz Kaya"_s, u"Eski laptop"_s),
                            session(u"cc"_s, 2, u"Ayşe Demir"_s, u"Masa 7"_s)});
    }
    [[nodiscard]] bool openHere()
    {
        ConversationSummary open = server.world().conversation(kHere);
        open.standing = Standing::Open;
        open.allowance = {};
        open.windowClosesAt = clock.now() + std::chrono::hours(3);
        server.change(open);
        window->desk()->openConversation(kHere);
        return QTest::qWaitFor([this] { return state.thread()->rowCount() > 0; });
    }
    void writeOffline(const QString &text)
    {
        server.feed()->setState(net::FeedState::Offline);
        OutboundContent content;
        content.text = text;
        QVERIFY(state.send(kHere, content).isValid());
        clock.advance(kMinute);
    }
    void comeBack()
    {
        clock.advance(kMinute);
        server.feed()->setState(net::FeedState::CatchingUp);
        server.feed()->goLive(clock.now(), 1000);
    }
    [[nodiscard]] ui::QueueStrip *strip() { return window->findChild<ui::QueueStrip *>(); }
};

} // namespace

class Trust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ones_other_sessions_are_seen_and_ended()
    {
        TrustWorld world;
        QVERIFY(world.enter());
        world.commands.run(u"sessions.show"_s);
        auto *dialog = world.window->findChild<ui::SessionsDialog *>();
        QVERIFY(dialog);
        auto *rows = dialog->table()->model();
        QTRY_COMPARE(rows->rowCount(), 2); // one's own only
        QVERIFY(rows->index(0, 0).data().toString().contains(u"this console"_s));
        QVERIFY(!dialog->endButton()->isEnabled()); // this console is left by signing out
        dialog->table()->setCurrentIndex(rows->index(1, 0));
        QVERIFY(dialog->endButton()->isEnabled());
        dialog->endButton()->click();
        QTRY_COMPARE(rows->rowCount(), 1);
        QVERIFY(!dialog->endOthersButton()->isEnabled());
        QCOMPARE(world.server.calls(net::FakeCall::EndSession), 1);
    }

    void all_others_end_with_one_button()
    {
        TrustWorld world;
        QVERIFY(world.enter());
        world.commands.run(u"sessions.show"_s);
        auto *dialog = world.window->findChild<ui::SessionsDialog *>();
        QTRY_COMPARE(dialog->table()->model()->rowCount(), 2);
        dialog->endOthersButton()->click();
        QTRY_COMPARE(dialog->table()->model()->rowCount(), 1);
    }

    void administrators_see_everybodys()
    {
        TrustWorld world;
        QVERIFY(world.enter());
        world.commands.run(u"sessions.all"_s);
        auto *dialog = world.window->findChild<ui::SessionsDialog *>();
        QVERIFY(dialog);
        auto *rows = dialog->table()->model();
        QTRY_COMPARE(rows->rowCount(), 3);
        dialog->table()->setCurrentIndex(rows->index(2, 0));
        dialog->endButton()->click();
        QTRY_COMPARE(rows->rowCount(), 2);

        TrustWorld agent({Role::Agent});
        QVERIFY(agent.enter());
        agent.commands.run(u"sessions.all"_s);
        QVERIFY(!agent.window->findChild<ui::SessionsDialog *>());
    }

    void a_server_that_is_away_is_said()
    {
        TrustWorld world;
        QVERIFY(world.enter());
        world.server.failNext(net::FakeCall::Sessions, ApiErrorCode::Unreachable);
        world.commands.run(u"sessions.show"_s);
        auto *dialog = world.window->findChild<ui::SessionsDialog *>();
        QTRY_VERIFY(!dialog->findChild<ui::Banner *>()->sentence().isEmpty());
    }

    void an_ended_session_forgets_the_customers()
    {
        TrustWorld world;
        QVERIFY(world.enter());
        QVERIFY(world.openHere());
        world.commands.run(u"sessions.show"_s);
        world.server.feed()->end(SessionEnd::Administrator);
        QCOMPARE(world.state.phase(), models::ConsolePhase::Ended);
        QCOMPARE(world.state.endedBy(), SessionEnd::Administrator);
        QCOMPARE(world.state.inbox()->rowCount(), 0);
        QCOMPARE(world.state.thread()->rowCount(), 0);
        QVERIFY(!world.window->showsDesk());
        auto *dialog = world.window->findChild<ui::SessionsDialog *>();
        QVERIFY(!dialog || !dialog->isVisible());
    }

    void the_company_decides_what_notifications_say()
    {
        TrustWorld world;
        QVERIFY(world.enter());
        world.window->desk()->go(ui::Screen::Team);
        auto *row = world.window->findChild<ui::AlertPolicyRow *>();
        QVERIFY(row && row->choice()->isEnabled());
        QCOMPARE(row->choice()->currentData().toInt(), int(AlertContent::None));
        row->choice()->setCurrentIndex(row->choice()->findData(int(AlertContent::Name)));
        row->saveButton()->click();
        QTRY_COMPARE(world.state.team()->alertContent(), AlertContent::Name);
        world.state.lock();
        QCOMPARE(world.state.team()->alertContent(), AlertContent::None); // nothing while locked

        TrustWorld supervisor({Role::Agent, Role::Supervisor});
        QVERIFY(supervisor.enter());
        supervisor.window->desk()->go(ui::Screen::Team);
        auto *other = supervisor.window->findChild<ui::AlertPolicyRow *>();
        QVERIFY(!other->choice()->isEnabled() && !other->saveButton()->isEnabled());
    }

    void what_was_chosen_and_not_saved_stays_whatever_else_comes()
    {
        TrustWorld world;
        QVERIFY(world.enter());
        world.window->desk()->go(ui::Screen::Team);
        auto *row = world.window->findChild<ui::AlertPolicyRow *>();
        QTest::keyClick(row->choice(), Qt::Key_Down);
        QCOMPARE(row->choice()->currentData().toInt(), int(AlertContent::Name));
        QSignalSpy heard(world.state.team(), &models::TeamBook::loaded);
        world.server.setTeam(world.server.teamNow().view); // a label of somebody's, say
        QVERIFY(heard.wait());
        QCOMPARE(row->choice()->currentData().toInt(), int(AlertContent::Name));
        row->saveButton()->click();
        QTRY_COMPARE(world.state.team()->alertContent(), AlertContent::Name);
        world.server.companyAllows(AlertContent::NameAndText); // saved: it follows again
        QTRY_COMPARE(row->choice()->currentData().toInt(), int(AlertContent::NameAndText));
        QTest::keyClick(row->choice(), Qt::Key_Up);
        world.state.lock(); // a choice does not outlive its administrator
        QCOMPARE(row->choice()->currentData().toInt(), int(AlertContent::None));
    }

    void what_waits_for_a_word_is_announced_once()
    {
        TrustWorld world;
        QVERIFY(world.enter());
        QVERIFY(world.openHere());
        world.writeOffline(u"bir"_s);
        world.writeOffline(u"iki"_s);
        (void)world.server.customerWrites(kHere, u"Vazgeçtim"_s);
        const test::Listening listening;
        world.comeBack();
        QTRY_VERIFY(world.strip()->isVisible());
        QCOMPARE(listening.times(u"you wrote offline were not sent"_s), 1);
        const auto questions = world.state.queue()->questions();
        world.state.queue()->discard(questions.first().queued.message.id);
        QTRY_VERIFY(world.strip()->sentence().startsWith(u'1'));
        QCOMPARE(listening.times(u"you wrote offline were not sent"_s), 1); // less is no alarm
    }

    void every_console_obeys_a_change_at_once()
    {
        TrustWorld world({Role::Agent});
        QVERIFY(world.enter());
        world.server.companyAllows(AlertContent::NameAndText);
        QTRY_COMPARE(world.state.team()->alertContent(), AlertContent::NameAndText);
        world.server.companyAllows(AlertContent::None);
        QTRY_COMPARE(world.state.team()->alertContent(), AlertContent::None);
    }

    void offline_nothing_passes_for_a_whole_conversation()
    {
        TrustWorld world;
        QVERIFY(world.enter());
        QVERIFY(world.open(2)); // looked at before
        QTRY_VERIFY(world.state.thread()->isUpToDate());
        world.server.feed()->setState(net::FeedState::Offline);
        world.server.failNext(net::FakeCall::Thread, ApiErrorCode::Unreachable, 3);
        world.server.failNext(net::FakeCall::Person, ApiErrorCode::Unreachable, 3);
        const auto *pane = world.window->desk()->thread();
        const auto banner = [&]() -> ui::Banner * {
            const auto all = pane->findChildren<ui::Banner *>();
            for (ui::Banner *one : all) {
                if (one->isVisible() &&
                    one->sentence().startsWith(u"What was written here before"_s))
                    return one;
            }
            return nullptr;
        };
        QSignalSpy failed(world.state.thread(), &models::ThreadModel::failed);
        world.window->desk()->openConversation(kHere);
        QVERIFY(failed.wait());
        OutboundContent content;
        content.text = u"Merhaba"_s;
        QVERIFY(world.state.send(kHere, content).isValid());
        QCOMPARE(world.state.thread()->rowCount(), 1);
        QVERIFY(banner()); // above one's own words
        QVERIFY(!banner()->findChildren<QAbstractButton *>().isEmpty());
        // What was open before is there, and nothing has to be said about it.
        world.window->desk()->openConversation(ConversationId(2));
        QVERIFY(failed.wait());
        QVERIFY(world.state.thread()->rowCount() > 1);
        QVERIFY(!banner());
        QVERIFY(pane->view()->isVisible());
        // The connection is back: the rest comes by itself.
        world.window->desk()->openConversation(kHere);
        QVERIFY(failed.wait());
        QVERIFY(banner());
        world.server.feed()->setState(net::FeedState::Live);
        QTRY_VERIFY(world.state.thread()->isUpToDate());
        QVERIFY(world.state.thread()->rowCount() > 1);
        QVERIFY(!banner());
    }

    void the_top_line_counts_what_waits()
    {
        TrustWorld world;
        QVERIFY(world.enter());
        QVERIFY(world.openHere());
        world.writeOffline(u"bir"_s);
        world.writeOffline(u"iki"_s);
        world.window->tick();
        const QString line = world.window->desk()->topLine()->connectivity();
        QVERIFY2(line.contains(u"Offline"_s) && line.contains(u"2 queued"_s), qPrintable(line));
        world.comeBack();
        QTRY_COMPARE(world.server.sent().size(), 2);
        QVERIFY(!world.window->desk()->topLine()->connectivity().contains(u"queued"_s));
        QVERIFY(!world.strip()->isWanted());
    }

    void what_changed_is_shown_again_before_it_is_sent()
    {
        TrustWorld world;
        QVERIFY(world.enter());
        QVERIFY(world.openHere());
        world.writeOffline(u"Siparişiniz yolda"_s);
        world.server.colleagueAnswers(AgentId(2), kHere, u"Kargoda"_s);
        world.comeBack();
        QTRY_VERIFY(world.strip()->isVisible());
        QCOMPARE(world.server.calls(net::FakeCall::Send), 0);
        world.commands.run(u"queue.review"_s);
        auto *review = world.window->findChild<ui::QueueReview *>();
        QVERIFY(review);
        QVERIFY2(review->sentence().contains(u"answered"_s), qPrintable(review->sentence()));
        QVERIFY2(review->said().contains(u"Kargoda"_s), qPrintable(review->said()));
        QVERIFY(review->sendButton()->isEnabled());
        review->editButton()->click();
        QCOMPARE(world.window->desk()->thread()->composer()->draftOf(kHere),
                 u"Siparişiniz yolda"_s);
        QVERIFY(world.outbox.pending().isEmpty());
        QVERIFY(!world.strip()->isVisible());
        QCOMPARE(world.server.calls(net::FakeCall::Send), 0);
    }

    void a_hint_names_the_key_that_is_bound()
    {
        TrustWorld world;
        QVERIFY(world.enter());
        QVERIFY(world.openHere());
        QTRY_VERIFY(!world.state.team()->nameOf(AgentId(2)).isEmpty());
        QVERIFY(world.commands.rebind(u"work.claim"_s, {QKeySequence(Qt::CTRL | Qt::Key_D)}));
        (void)world.server.colleagueActs(AgentId(2), kHere, WorkAct());
        const auto says = [&](const QString &words) {
            const auto labels = world.window->findChildren<QLabel *>();
            return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
                return label->isVisible() && label->text().contains(words);
            });
        };
        QTRY_VERIFY(
            isHeldByOther(world.state.inbox()->find(kHere)->work, AgentId(1), world.clock.now()));
        world.commands.run(u"work.claim"_s);
        QTRY_VERIFY(says(u"Press Ctrl+D again"_s));
        QVERIFY(!says(u"Press F5 again"_s));
    }

    void a_lock_hides_the_question_and_keeps_it()
    {
        TrustWorld world;
        QVERIFY(world.enter());
        QVERIFY(world.openHere());
        world.writeOffline(u"bekle"_s);
        world.server.customerWrites(kHere, u"Yeni soru"_s);
        world.comeBack();
        QTRY_VERIFY(world.strip()->isVisible());
        world.commands.run(u"queue.review"_s);
        world.state.lock();
        QVERIFY(world.state.queue()->questions().isEmpty());
        QTRY_VERIFY(!world.window->findChild<ui::QueueReview *>());
        world.state.unlock(net::FakeServer::password(), {});
        QTRY_VERIFY(world.strip()->isVisible());
        QCOMPARE(world.outbox.pending().size(), 1);
    }
};

DESTEK_TEST(Trust)
#include "tst_trust.moc"
