// Nobody waits because an alert did not come: in the window, by the system, by sound, again while
// nobody acts, and never a word too much outside the window (issue 4; lessons.md no. 38).
#include "models/format/words.h"
#include "models/inbox/inbox_filter.h"
#include "tests/kit/test_main.h"
#include "tests/ui/alert_world.h"
#include "tests/ui/listening.h"
#include "tests/ui/showcase.h"
#include "ui/alerts/announcer.h"
#include "ui/alerts/waiting_strip.h"
#include "ui/composer/composer.h"
#include "ui/composer/plain_edit.h"
#include "ui/kit/button.h"
#include "ui/kit/visible_text.h"
#include "ui/shell/desk_page.h"
#include "ui/shell/whisper.h"
#include "ui/thread/thread_pane.h"

#include <QPushButton>
#include <QSignalSpy>

using namespace destek;
using namespace Qt::StringLiterals;
using test::AlertWorld;
using test::kAyse;
using ui::Chime;

namespace
{

constexpr ConversationId kOpen(2);
constexpr ConversationId kOther(9);
constexpr AgentId kMe(1);

} // namespace

class Alerting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_new_message_is_heard_shown_and_said()
    {
        AlertWorld world;
        QVERIFY(world.enter());
        world.name(kOther, u"Elif Kaya"_s);
        world.lookElsewhere();
        world.write(kOther, u"Siparisim nerede?"_s);
        QCOMPARE(world.chime.played, QList{Chime::Sound::Message});
        QCOMPARE(world.notifier.shown.size(), 1);
        QVERIFY(world.window->whisper()->sentence().contains(u"Elif Kaya"_s));
        QCOMPARE(world.notifier.people, 1);
    }

    void a_message_in_front_of_one_is_heard_only()
    {
        // "No sound when focused, by design" is what others are blamed for.
        AlertWorld world;
        QVERIFY(world.enter());
        QVERIFY(QTest::qWaitForWindowActive(world.window.get()));
        world.window->desk()->openConversation(kOpen);
        world.write(kOpen, u"Merhaba"_s);
        QCOMPARE(world.chime.played.size(), 1);
        QVERIFY(world.notifier.shown.isEmpty());
        QVERIFY(!world.window->whisper()->isVisible());
    }

    void outside_the_window_the_company_decides_what_is_said_data()
    {
        QTest::addColumn<int>("content");
        QTest::addColumn<bool>("name");
        QTest::addColumn<bool>("text");
        QTest::newRow("none") << int(AlertContent::None) << false << false;
        QTest::newRow("name") << int(AlertContent::Name) << true << false;
        QTest::newRow("both") << int(AlertContent::NameAndText) << true << true;
    }

    void outside_the_window_the_company_decides_what_is_said()
    {
        QFETCH(int, content);
        QFETCH(bool, name);
        QFETCH(bool, text);
        AlertWorld world{AlertContent(content)};
        QVERIFY(world.enter());
        world.name(kOther, u"Elif <b>Kaya</b>"_s);
        world.lookElsewhere();
        world.write(kOther, u"Kimlik numaram <img src=x> 100"_s);
        QCOMPARE(world.notifier.shown.size(), 1);
        const QString said = world.notifier.shown.first();
        QCOMPARE(said.contains(u"Elif"_s), name);
        QCOMPARE(said.contains(u"Kimlik"_s), text);
        QVERIFY(!said.contains(u'<')); // servers of the system may read markup
    }

    void a_locked_screen_says_new_message_and_nothing_else()
    {
        AlertWorld world{AlertContent::NameAndText};
        QVERIFY(world.enter());
        world.name(kOther, u"Elif Kaya"_s);
        world.state.lock();
        world.lookElsewhere();
        world.server.customerWrites(kOther, u"Gizli soru"_s);
        QTRY_COMPARE(world.notifier.shown.size(), 1);
        QCOMPARE(world.notifier.shown.first().trimmed(), u"New message"_s);
        QCOMPARE(world.chime.played.size(), 1);
        QCOMPARE(world.notifier.people, 0);
        QVERIFY(!world.window->whisper()->isVisible());
        world.notifier.shown.clear();
        world.pass(std::chrono::minutes(3)); // and again
        QCOMPARE(world.notifier.shown.size(), 1);
        QVERIFY(!world.notifier.shown.first().contains(u"Elif"_s));
    }

    void who_waits_unanswered_is_said_again_and_not_for_ever()
    {
        AlertWorld world;
        QVERIFY(world.enter());
        world.lookElsewhere();
        world.write(kOther, u"Merhaba"_s);
        world.write(ConversationId(11), u"Merhaba"_s);
        world.chime.played.clear();
        world.notifier.shown.clear();
        world.pass(std::chrono::minutes(1));
        QVERIFY(world.chime.played.isEmpty());
        world.pass(std::chrono::minutes(1));
        QCOMPARE(world.chime.played, QList{Chime::Sound::Waiting}); // both in one
        QCOMPARE(world.notifier.shown.size(), 1);
        QVERIFY(world.notifier.shown.first().contains(u'2'));
        for (int minute = 0; minute < 180; ++minute)
            world.pass(std::chrono::minutes(1));
        QCOMPARE(world.chime.played.size(), qsizetype(models::Alerts::kRepeats.size()));
    }

    void a_strip_stays_until_somebody_acts()
    {
        AlertWorld world;
        QVERIFY(world.enter());
        world.write(kOther, u"Merhaba"_s);
        QVERIFY(!world.strip()->isWanted()); // said once: the whisper is enough
        world.pass(std::chrono::minutes(2));
        QVERIFY(world.strip()->isVisible());
        const QString since =
            words::clockTime(world.state.inbox()->find(kOther)->waitingSince.value());
        QVERIFY2(world.strip()->sentence().contains(since), qPrintable(world.strip()->sentence()));
        for (int minute = 0; minute < 60; ++minute)
            world.pass(std::chrono::minutes(1));
        QVERIFY(world.strip()->isVisible()); // also after the last repeat
        world.strip()->button()->click();
        QCOMPARE(world.state.thread()->conversation(), kOther);
        QTRY_VERIFY(!world.strip()->isWanted()); // somebody looks after it
        world.pass(std::chrono::minutes(3));
        QVERIFY(world.strip()->isWanted()); // and did not answer
        world.state.lock();
        QVERIFY(!world.strip()->isWanted());
    }

    void the_strip_is_heard_when_somebody_joins_and_not_every_minute()
    {
        AlertWorld world;
        QVERIFY(world.enter());
        world.write(kOther, u"Merhaba"_s);
        const test::Listening listening;
        world.pass(std::chrono::minutes(2));
        QCOMPARE(listening.times(u"nobody has taken"_s), 1);
        for (int minute = 0; minute < 60; ++minute)
            world.pass(std::chrono::minutes(1));
        world.window->desk()->go(ui::Screen::Logs);
        world.window->desk()->go(ui::Screen::Inbox);
        QCOMPARE(listening.times(u"nobody has taken"_s), 1);
        world.write(ConversationId(11), u"Merhaba"_s);
        world.pass(std::chrono::minutes(2));
        QCOMPARE(listening.times(u"nobody has taken"_s), 2);
        (void)world.server.colleagueActs(AgentId(2), ConversationId(11), WorkAct());
        QTRY_VERIFY2(world.strip()->sentence().startsWith(u'1'),
                     qPrintable(world.strip()->sentence()));
        QCOMPARE(listening.times(u"nobody has taken"_s), 2); // one less is no alarm
    }

    void a_colleagues_mention_is_said_as_far_as_the_company_allows_data()
    {
        outside_the_window_the_company_decides_what_is_said_data();
    }

    void a_colleagues_mention_is_said_as_far_as_the_company_allows()
    {
        QFETCH(int, content);
        QFETCH(bool, name);
        QFETCH(bool, text);
        AlertWorld world{AlertContent(content)};
        QVERIFY(world.enter());
        world.name(kOther, u"Elif Kaya"_s);
        world.lookElsewhere();
        const MessageView note = world.server.colleagueNotes(
            kAyse, kOther, u"@Deniz Kaya iadesi <b>yapilsin</b>"_s, {kMe});
        QTRY_COMPARE(world.notifier.shown.size(), 1);
        const QString said = world.notifier.shown.first();
        QCOMPARE(said.contains(u"Elif"_s), name);
        QCOMPARE(said.contains(u"iadesi"_s), text);
        QCOMPARE(said.contains(u"A colleague mentions you"_s), !text);
        QVERIFY(!said.contains(u'<'));
        QCOMPARE(world.chime.played.size(), 1);
        const QString inside = world.window->whisper()->sentence(); // the list names people anyway
        QVERIFY2(inside.contains(u"Ayşe"_s) && inside.contains(u"Elif"_s), qPrintable(inside));
        Q_EMIT world.server.feed()->messageChanged(note, 1 << 20); // told of again
        QTest::qWait(5);
        QCOMPARE(world.notifier.shown.size(), 1);
        Q_EMIT world.notifier.messageClicked();
        QCOMPARE(world.state.thread()->conversation(), kOther);
    }

    void a_locked_screen_says_that_one_is_mentioned_and_nothing_else()
    {
        AlertWorld world{AlertContent::NameAndText};
        QVERIFY(world.enter());
        world.name(kOther, u"Elif Kaya"_s);
        world.state.lock();
        world.lookElsewhere();
        (void)world.server.colleagueNotes(kAyse, kOther, u"@Deniz Kaya gizli"_s, {kMe});
        QTRY_COMPARE(world.notifier.shown.size(), 1);
        QCOMPARE(world.notifier.shown.first().trimmed(), u"A colleague mentions you"_s);
        QVERIFY(!world.window->whisper()->isVisible());
    }

    void ones_own_note_and_one_for_others_raise_nothing()
    {
        AlertWorld world;
        QVERIFY(world.enter());
        world.lookElsewhere();
        (void)world.server.colleagueNotes(kMe, kOther, u"@Deniz Kaya unutma"_s, {kMe});
        (void)world.server.colleagueNotes(kAyse, kOther, u"@Burak bakar misin"_s, {AgentId(3)});
        world.write(kOther, u"Merhaba"_s); // what comes after them was heard
        QCOMPARE(world.notifier.shown.size(), 1);
        QVERIFY(world.notifier.shown.first().startsWith(u"New message"_s));
        QCOMPARE(world.chime.played.size(), 1);
    }

    void a_mention_before_ones_eyes_is_heard_only()
    {
        AlertWorld world;
        QVERIFY(world.enter());
        QVERIFY(QTest::qWaitForWindowActive(world.window.get()));
        world.window->desk()->openConversation(kOpen);
        (void)world.server.colleagueNotes(kAyse, kOpen, u"@Deniz Kaya bak"_s, {kMe});
        QTRY_COMPARE(world.chime.played.size(), 1);
        QVERIFY(world.notifier.shown.isEmpty());
        QVERIFY(!world.window->whisper()->isVisible());
    }

    void what_a_colleague_takes_leaves_the_strip()
    {
        AlertWorld world;
        QVERIFY(world.enter());
        world.write(kOther, u"Merhaba"_s);
        world.pass(std::chrono::minutes(3));
        QVERIFY(world.strip()->isWanted());
        (void)world.server.colleagueActs(AgentId(2), kOther, WorkAct());
        QTRY_VERIFY(!world.strip()->isWanted());
    }

    void an_answer_ends_the_repeats_whoever_gave_it()
    {
        AlertWorld world;
        QVERIFY(world.enter());
        world.write(kOther, u"Merhaba"_s);
        QCOMPARE(world.window->announcer()->alerts()->unanswered(), 1);
        ConversationSummary answered = *world.state.inbox()->find(kOther);
        answered.waiting = 0;
        answered.waitingSince.reset();
        answered.lastDirection = Direction::Outbound;
        ++answered.revision;
        world.server.change(answered);
        QTRY_COMPARE(world.window->announcer()->alerts()->unanswered(), 0);
        world.chime.played.clear();
        world.pass(std::chrono::minutes(30));
        QVERIFY(world.chime.played.isEmpty());
    }

    void what_is_resolved_or_put_off_is_not_said_again_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("resolved") << int(WorkAct::Kind::Resolve);
        QTest::newRow("snoozed") << int(WorkAct::Kind::Snooze);
    }

    void what_is_resolved_or_put_off_is_not_said_again()
    {
        QFETCH(int, kind);
        AlertWorld world;
        QVERIFY(world.enter());
        world.write(kOther, u"Teşekkürler"_s);
        world.pass(std::chrono::minutes(2));
        QVERIFY(world.strip()->isWanted());
        WorkAct act;
        act.kind = WorkAct::Kind(kind);
        act.until = world.clock.now() + std::chrono::hours(3);
        world.state.sharing()->act({kOther}, act);
        QTRY_VERIFY(!models::waits(*world.state.inbox()->find(kOther)));
        QVERIFY(world.waiting(kOther) > 0); // nothing was answered
        world.chime.played.clear();
        world.notifier.shown.clear();
        QTRY_VERIFY(!world.strip()->isWanted());
        world.passMinutes(30);
        QVERIFY(world.chime.played.isEmpty());
        QVERIFY(world.notifier.shown.isEmpty());
        QVERIFY(!world.strip()->isWanted());
    }

    void what_a_search_found_is_no_new_message()
    {
        AlertWorld world(AlertContent::None, {300, 0, 20});
        QVERIFY(world.enter());
        world.lookElsewhere();
        net::SearchHit hit;
        hit.conversation = world.server.world().conversation(ConversationId(280));
        QVERIFY(!world.state.inbox()->find(hit.conversation.id)); // older than what is loaded
        QCOMPARE(hit.conversation.work.status, WorkStatus::Resolved);
        hit.conversation.waiting = 2;
        hit.message = world.server.world().message(hit.conversation.id, 0);
        world.window->desk()->openMessage(hit);
        QTRY_COMPARE(world.state.thread()->conversation(), hit.conversation.id);
        QVERIFY(world.chime.played.isEmpty());
        QVERIFY(world.notifier.shown.isEmpty());
        QVERIFY(!world.window->whisper()->isVisible());
    }

    void a_colleagues_customer_rings_nowhere_else_while_the_colleague_is_here()
    {
        AlertWorld world;
        QVERIFY(world.enter());
        world.lookElsewhere();
        world.assign(kOther, kAyse);
        world.write(kOther, u"Merhaba"_s);
        QCOMPARE(world.state.inbox()->find(kOther)->work.assignee, kAyse);
        world.passMinutes(30);
        QVERIFY(world.chime.played.isEmpty());
        QVERIFY(world.notifier.shown.isEmpty());
        QCOMPARE(world.notifier.people, 0);
        QVERIFY(!world.strip()->isWanted());
        world.server.colleagueIs(kAyse, Presence::Offline); // and with her goes who looks after it
        world.passMinutes(3);
        QCOMPARE(world.chime.played, QList{Chime::Sound::Waiting});
        QVERIFY(world.strip()->isWanted());
        world.server.colleagueIs(kAyse, Presence::Online);
        world.chime.played.clear();
        world.passMinutes(30);
        QVERIFY(world.chime.played.isEmpty());
        QVERIFY(!world.strip()->isWanted());
    }

    void who_may_not_answer_hears_of_no_customer()
    {
        AlertWorld world(AlertContent::None, {20, 0, 20}, {Role::PrivacyOfficer});
        QVERIFY(world.enter());
        world.lookElsewhere();
        world.write(kOther, u"Merhaba"_s);
        world.passMinutes(30);
        QVERIFY(world.chime.played.isEmpty());
        QVERIFY(world.notifier.shown.isEmpty());
        QCOMPARE(world.notifier.people, 0);
    }

    void who_is_away_hears_of_ones_own_only()
    {
        AlertWorld world;
        QVERIFY(world.enter());
        world.server.colleagueIs(kMe, Presence::Away);
        world.write(kOther, u"Merhaba"_s); // nobody's
        world.passMinutes(30);
        QVERIFY(world.chime.played.isEmpty());
        world.assign(kOther, kMe);
        QCOMPARE(world.chime.played, QList{Chime::Sound::Message});
        world.server.colleagueIs(kMe, Presence::Online);
        world.passMinutes(1);
        world.write(ConversationId(11), u"Merhaba"_s);
        QCOMPARE(world.chime.played.size(), 1 + 1);
    }

    void what_is_assigned_to_one_is_said_as_far_as_the_company_allows_data()
    {
        outside_the_window_the_company_decides_what_is_said_data();
    }

    void what_is_assigned_to_one_is_said_as_far_as_the_company_allows()
    {
        QFETCH(int, content);
        QFETCH(bool, name);
        AlertWorld world{AlertContent(content)};
        QVERIFY(world.enter());
        world.assign(kOther, kAyse);
        world.write(kOther, u"Kimlik numaram 100"_s);
        world.name(kOther, u"Elif Kaya"_s);
        world.lookElsewhere();
        world.assign(kOther, kMe);
        QCOMPARE(world.chime.played, QList{Chime::Sound::Message});
        QCOMPARE(world.notifier.shown.size(), 1);
        const QString said = world.notifier.shown.first();
        QVERIFY(said.contains(u"A conversation was assigned to you"_s));
        QCOMPARE(said.contains(u"Elif"_s), name);
        QVERIFY(!said.contains(u"Kimlik"_s));
        QVERIFY(world.window->whisper()->sentence().contains(u"Elif Kaya"_s));
        world.chime.played.clear();
        world.passMinutes(3); // and who waits there is said again
        QCOMPARE(world.chime.played, QList{Chime::Sound::Waiting});
    }

    void a_hand_over_with_a_note_is_said_once()
    {
        AlertWorld world;
        QVERIFY(world.enter());
        world.assign(kOther, kAyse);
        world.write(kOther, u"Merhaba"_s);
        world.lookElsewhere();
        (void)world.server.colleagueNotes(kAyse, kOther, u"@Deniz Kaya bakar misin"_s, {kMe});
        world.assign(kOther, kMe);
        QCOMPARE(world.notifier.shown.size(), 1);
        QVERIFY(world.notifier.shown.first().contains(u"A colleague mentions you"_s));
    }

    void what_one_takes_oneself_is_no_news()
    {
        AlertWorld world;
        QVERIFY(world.enter());
        world.lookElsewhere();
        world.state.sharing()->act({kOther}, WorkAct()); // a claim
        WorkAct toMe;
        toMe.kind = WorkAct::Kind::Assign;
        toMe.agent = kMe;
        world.state.sharing()->act({ConversationId(11)}, toMe);
        QTRY_COMPARE(world.state.inbox()->find(kOther)->work.assignee, kMe);
        QTRY_COMPARE(world.state.inbox()->find(ConversationId(11))->work.assignee, kMe);
        QTest::qWait(5);
        QVERIFY(world.chime.played.isEmpty());
        QVERIFY(world.notifier.shown.isEmpty());
    }

    void a_snooze_of_ones_own_that_is_over_is_said()
    {
        AlertWorld world;
        QVERIFY(world.enter());
        ConversationSummary snoozed = *world.state.inbox()->find(kOther);
        snoozed.name = u"Elif Kaya"_s;
        snoozed.work.assignee = kMe;
        snoozed.work.status = WorkStatus::Snoozed;
        snoozed.work.snoozedUntil = world.clock.now() + std::chrono::hours(1);
        ++snoozed.revision;
        world.server.change(snoozed);
        QTRY_COMPARE(world.state.inbox()->find(kOther)->work.status, WorkStatus::Snoozed);
        world.chime.played.clear();
        world.notifier.shown.clear();
        world.clock.advance(std::chrono::hours(1));
        world.lookElsewhere();
        ConversationSummary back = snoozed;
        back.work.status = WorkStatus::Open;
        back.work.snoozedUntil.reset();
        ++back.revision;
        world.server.change(back);
        QTRY_COMPARE(world.notifier.shown.size(), 1);
        QVERIFY(world.notifier.shown.first().contains(u"A snoozed conversation is back"_s));
        QCOMPARE(world.chime.played, QList{Chime::Sound::Message});
        QVERIFY(world.window->whisper()->sentence().contains(u"Elif Kaya"_s));
    }

    void who_waits_already_at_sign_in_is_said_again_without_a_burst()
    {
        AlertWorld world(AlertContent::None, {40, 12, 20});
        QVERIFY(world.enter());
        QTest::qWait(5);
        QVERIFY(world.chime.played.isEmpty());
        QVERIFY(world.notifier.shown.isEmpty());
        const int mine = world.state.inbox()->waitingForMe();
        QVERIFY(mine > 0 && mine < world.state.inbox()->waitingCount());
        QCOMPARE(world.notifier.people, mine);
        world.lookElsewhere();
        world.pass(std::chrono::minutes(2));
        QCOMPARE(world.chime.played, QList{Chime::Sound::Waiting});
        QCOMPARE(world.notifier.shown.size(), 1);
        QVERIFY(world.strip()->isWanted());
    }

    void what_came_while_locked_is_said_again_after_it()
    {
        AlertWorld world;
        QVERIFY(world.enter());
        world.state.lock();
        world.server.customerWrites(kOther, u"Gizli soru"_s);
        QTRY_COMPARE(world.chime.played.size(), 1);
        QVERIFY(world.unlock());
        world.chime.played.clear();
        world.passMinutes(3);
        QCOMPARE(world.chime.played, QList{Chime::Sound::Waiting});
        QVERIFY(world.strip()->isWanted());
    }

    void an_answer_given_while_locked_ends_the_repeats()
    {
        AlertWorld world;
        QVERIFY(world.enter());
        world.write(kOther, u"Merhaba"_s);
        world.state.lock();
        (void)world.server.colleagueAnswers(kAyse, kOther, u"Buyurun"_s);
        QTRY_COMPARE(world.window->announcer()->alerts()->unanswered(), 0);
        world.chime.played.clear();
        world.passMinutes(20);
        QVERIFY(world.chime.played.isEmpty());
    }

    void a_locked_screen_says_that_one_was_assigned_something_and_nothing_else()
    {
        AlertWorld world{AlertContent::NameAndText};
        QVERIFY(world.enter());
        world.assign(kOther, kAyse);
        world.write(kOther, u"Gizli soru"_s);
        world.name(kOther, u"Elif Kaya"_s);
        world.state.lock();
        world.lookElsewhere();
        world.server.customerWrites(kOther, u"Yine ben"_s); // hers
        QTest::qWait(5);
        QVERIFY(world.notifier.shown.isEmpty());
        world.assign(kOther, kMe);
        QTRY_COMPARE(world.notifier.shown.size(), 1);
        QCOMPARE(world.notifier.shown.first().trimmed(), u"A conversation was assigned to you"_s);
        QVERIFY(!world.window->whisper()->isVisible());
    }

    void many_messages_at_once_are_one_sound()
    {
        AlertWorld world;
        QVERIFY(world.enter());
        for (int i = 0; i < 8; ++i)
            world.write(ConversationId(5 + i), u"Merhaba"_s);
        QCOMPARE(world.chime.played.size(), 1);
    }

    void sounds_can_be_switched_off()
    {
        AlertWorld world;
        QVERIFY(world.enter());
        world.commands.run(u"alerts.sound"_s);
        world.write(kOther, u"Merhaba"_s);
        QVERIFY(world.chime.played.isEmpty());
        QVERIFY(world.window->whisper()->isVisible());
    }

    void after_signing_in_alerts_can_be_tried()
    {
        AlertWorld world;
        world.window->setOffersAlertTest(true);
        QSignalSpy tested(world.window.get(), &ui::MainWindow::alertsTested);
        QVERIFY(world.enter());
        const auto press = [&](const QString &words) {
            for (auto *button : world.window->desk()->findChildren<QPushButton *>()) {
                if (button->isVisible() && button->text() == words) {
                    button->click();
                    return true;
                }
            }
            return false;
        };
        world.notifier.allowed = false; // the system blocks them
        QVERIFY(press(u"Test alerts"_s));
        QCOMPARE(tested.count(), 0);
        const auto says = [&](const QString &words) {
            return ui::visibleText(world.window.get()).join(u'\n').contains(words);
        };
        QVERIFY(says(u"shows no notifications"_s));
        world.notifier.allowed = true;
        world.commands.run(u"alerts.test"_s);
        QCOMPARE(tested.count(), 1);
        QVERIFY(says(u"A sound was played and a notification shown"_s));
        QCOMPARE(world.chime.played.size(), 2);
    }

    void closing_with_open_work_goes_to_the_tray_and_says_so()
    {
        AlertWorld world;
        QVERIFY(world.enter());
        world.window->desk()->openConversation(kOpen);
        world.window->desk()->thread()->composer()->edit()->setPlainText(u"Yarim kalan"_s);
        world.window->close();
        QVERIFY(!world.window->isVisible());
        QVERIFY(world.notifier.shown.last().contains(u"1 draft"_s));
        Q_EMIT world.notifier.windowWanted();
        QVERIFY(world.window->isVisible());
        QCOMPARE(world.window->desk()->thread()->composer()->edit()->toPlainText(),
                 u"Yarim kalan"_s);
    }

    void without_a_tray_open_work_asks_once()
    {
        AlertWorld world;
        world.notifier.sign = false;
        QVERIFY(world.enter());
        world.window->desk()->openConversation(kOpen);
        world.window->desk()->thread()->composer()->edit()->setPlainText(u"Yarim kalan"_s);
        world.window->close();
        QVERIFY(world.window->isVisible());
        QVERIFY(world.window->whisper()->sentence().contains(u"1 draft"_s));
        world.window->close();
        QVERIFY(!world.window->isVisible());
    }

    void quitting_with_open_work_asks_once()
    {
        AlertWorld world;
        QSignalSpy quit(world.window.get(), &ui::MainWindow::quitRequested);
        QVERIFY(world.enter());
        world.window->desk()->openConversation(kOpen);
        world.window->desk()->thread()->composer()->edit()->setPlainText(u"Yarim kalan"_s);
        QTest::keyClick(world.window.get(), Qt::Key_Q, Qt::ControlModifier);
        QCOMPARE(quit.count(), 0);
        QTest::keyClick(world.window.get(), Qt::Key_Q, Qt::ControlModifier);
        QCOMPARE(quit.count(), 1);
    }

    void a_clicked_notification_opens_the_conversation()
    {
        AlertWorld world;
        QVERIFY(world.enter());
        world.lookElsewhere();
        world.write(kOther, u"Merhaba"_s);
        Q_EMIT world.notifier.messageClicked();
        QCOMPARE(world.state.thread()->conversation(), kOther);
    }
};

DESTEK_TEST(Alerting)
#include "tst_alerting.moc"
