// Together: queues, claims, hand-over, snooze and resolve by keys and clicks.
#include "tests/kit/test_main.h"
#include "tests/ui/showcase.h"
#include "ui/composer/composer.h"
#include "ui/composer/plain_edit.h"
#include "ui/inbox/inbox_delegate.h"
#include "ui/inbox/inbox_pane.h"
#include "ui/inbox/queue_tabs.h"
#include "ui/kit/visible_text.h"
#include "ui/shell/desk_page.h"
#include "ui/thread/thread_pane.h"
#include "ui/work/claim_bar.h"
#include "ui/work/label_paint.h"
#include "ui/work/work_actions.h"

#include <QAbstractButton>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

#include <cmath>

using namespace destek;
using namespace Qt::StringLiterals;
using models::Queue;

namespace
{

constexpr AgentId kMe(1);
constexpr AgentId kAyse(2);

/// The world of these tests: 12 wait (1 mine, 2 Ayşe's, 3 nobody's, 4 Burak's, 5 mine, …).
struct Shared : test::UiWorld {
    explicit Shared(RoleSet roles = {Role::Agent}) : UiWorld({60, 12, 30}, roles) {}

    [[nodiscard]] bool begin()
    {
        if (!enter() || !QTest::qWaitForWindowActive(window.get()))
            return false;
        return QTest::qWaitFor([this] { return !state.team()->nameOf(kAyse).isEmpty(); });
    }
    ui::DeskPage *desk() { return window->desk(); }
    ui::ClaimBar *bar() { return desk()->thread()->claimBar(); }
    WorkState work(qint64 id) { return server.world().conversation(ConversationId(id)).work; }
    void press(Qt::Key key, Qt::KeyboardModifiers with = {})
    {
        QTest::keyClick(window.get(), key, with);
    }
    QAbstractButton *tab(Queue queue)
    {
        return window->findChild<QAbstractButton *>(u"queue%1"_s.arg(int(queue)));
    }
    QDialog *dialog()
    {
        for (auto *found : window->findChildren<QDialog *>()) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    QMenu *menu(const QString &name)
    {
        for (auto *found : window->findChildren<QMenu *>(name)) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    static QPushButton *button(QWidget *in, const QString &text)
    {
        for (auto *found : in->findChildren<QPushButton *>()) {
            if (found->isVisible() && found->text() == text)
                return found;
        }
        return nullptr;
    }
    bool says(const QString &words)
    {
        return QTest::qWaitFor(
            [&] { return ui::visibleText(window.get()).join(u'\n').contains(words); });
    }
    void colleague(qint64 id, WorkAct::Kind kind)
    {
        WorkAct act;
        act.kind = kind;
        (void)server.colleagueActs(kAyse, ConversationId(id), act);
    }
};

double luminance(const QColor &color)
{
    const auto part = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) +
           0.0722 * part(color.blueF());
}

} // namespace

class Sharing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tabs_show_queues_and_how_many_are_in_them()
    {
        Shared world;
        QVERIFY(world.begin());
        auto *mine = world.tab(Queue::Mine);
        const int count = world.state.inbox()->countOf(Queue::Mine);
        QVERIFY(count > 0);
        QCOMPARE(mine->accessibleName(), u"Mine: %1 conversations"_s.arg(count));
        QTest::mouseClick(mine, Qt::LeftButton);
        QCOMPARE(world.state.inbox()->queue(), Queue::Mine);
        QCOMPARE(world.desk()->inbox()->list()->model()->rowCount(), count);
        QTest::keyClick(mine, Qt::Key_Right);
        QCOMPARE(world.state.inbox()->queue(), Queue::Team);
        QVERIFY(world.tab(Queue::Team)->hasFocus());
    }

    void a_queue_says_no_number_before_one_is_known()
    {
        Shared world;
        world.server.failNext(net::FakeCall::Inbox, ApiErrorCode::Unreachable);
        world.window->show();
        world.state.signIn(net::FakeServer::pairing(), u"deniz"_s, net::FakeServer::password(), {});
        QVERIFY(world.says(u"The inbox could not be loaded"_s));
        QCOMPARE(world.tab(Queue::Mine)->accessibleName(), u"Mine"_s); // not "0 conversations"
        world.state.inbox()->load();
        QTRY_VERIFY(world.tab(Queue::Mine)->accessibleName().startsWith(u"Mine: "_s));
        world.state.inbox()->clear();
        QCOMPARE(world.tab(Queue::Mine)->accessibleName(), u"Mine"_s);
    }

    void opening_claims_nothing_and_F5_claims()
    {
        Shared world;
        QVERIFY(world.begin());
        QVERIFY(world.open(3));
        QVERIFY(!world.work(3).assignee.isValid());
        QTRY_COMPARE(world.bar()->sentence(), u"Unassigned"_s);
        world.press(Qt::Key_F5);
        QTRY_COMPARE(world.work(3).assignee, kMe);
        QCOMPARE(world.work(3).holder, kMe);
        QTRY_COMPARE(world.bar()->sentence(), u"You are answering"_s);
    }

    void the_lease_goes_on_while_one_looks_and_ends_afterwards()
    {
        Shared world;
        QVERIFY(world.begin());
        QVERIFY(world.open(3));
        world.press(Qt::Key_F5);
        QTRY_COMPARE(world.work(3).holder, kMe);
        for (int i = 0; i < 8; ++i) { // two minutes
            world.clock.advance(std::chrono::seconds(15));
            world.state.tick(world.clock.now());
            QTest::qWait(1);
        }
        QVERIFY(world.work(3).heldUntil > world.clock.now());
        world.desk()->go(ui::Screen::Logs); // not looking any more
        QTRY_VERIFY(world.server.teamNow().now.attending.isEmpty());
    }

    void a_colleague_who_answers_is_named_and_nobody_answers_twice()
    {
        Shared world;
        QVERIFY(world.begin());
        QVERIFY(world.open(3));
        auto *edit = world.desk()->thread()->composer()->edit();
        edit->setFocus();
        QTest::keyClicks(edit, u"Merhaba"_s);
        world.colleague(3, WorkAct::Kind::Claim);
        QTRY_COMPARE(world.bar()->sentence().remove(u'\u2068').remove(u'\u2069'),
                     u"Answering now: Ayşe Demir"_s);
        QTRY_COMPARE(world.desk()->thread()->composer()->mode(), ui::ComposerMode::Held);
        QVERIFY(!edit->isEnabled());
        QCOMPARE(edit->toPlainText(), u"Merhaba"_s); // kept
        QVERIFY(world.says(u"(F5, twice)"_s));

        world.press(Qt::Key_F5);
        QVERIFY(world.says(u"Press F5 again within three seconds"_s));
        QCOMPARE(world.work(3).holder, kAyse);
        world.clock.advance(std::chrono::seconds(4));
        world.press(Qt::Key_F5); // too late: asks again
        QTest::qWait(20);
        QCOMPARE(world.work(3).holder, kAyse);
        world.clock.advance(std::chrono::seconds(2));
        world.press(Qt::Key_F5);
        QTRY_COMPARE(world.work(3).holder, kMe);
        QTRY_VERIFY(edit->isEnabled());
        QCOMPARE(edit->toPlainText(), u"Merhaba"_s);
        QVERIFY(world.says(u"Ayşe Demir"_s)); // the line in the thread
    }

    void a_lease_renewed_by_looking_goes_on_here_too()
    {
        Shared world;
        QVERIFY(world.begin());
        QVERIFY(world.open(3));
        world.colleague(3, WorkAct::Kind::Claim);
        auto *composer = world.desk()->thread()->composer();
        QTRY_COMPARE(composer->mode(), ui::ComposerMode::Held);
        PresenceNow now = world.server.teamNow().now;
        now.attending = {Attendance{ConversationId(3), kAyse, false,
                                    world.clock.now() + std::chrono::seconds(90)}};
        Q_EMIT world.server.feed()->presenceChanged(now); // the summary itself did not change
        QTest::qWait(10);
        world.clock.advance(std::chrono::seconds(75));
        world.state.tick(world.clock.now());
        world.desk()->tick();
        QCOMPARE(composer->mode(), ui::ComposerMode::Held);
        world.clock.advance(std::chrono::seconds(30));
        world.desk()->tick();
        QCOMPARE(composer->mode(), ui::ComposerMode::Write);
    }

    void who_looks_and_who_types_is_said()
    {
        Shared world;
        QVERIFY(world.begin());
        QVERIFY(world.open(2));
        world.server.colleagueAttends(kAyse, ConversationId(2), false);
        const auto words = [&] {
            return world.bar()->sentence().remove(u'\u2068').remove(u'\u2069');
        };
        QTRY_VERIFY2(words().contains(u"Ayşe Demir is here"_s), qPrintable(words()));
        world.server.colleagueAttends(kAyse, ConversationId(2), true);
        QTRY_VERIFY(words().contains(u"Ayşe Demir is typing"_s));
        world.server.colleagueAttends(kAyse, {}, false);
        QTRY_VERIFY(!words().contains(u"typing"_s));

        auto *edit = world.desk()->thread()->composer()->edit();
        edit->setFocus();
        QTest::keyClicks(edit, u"Bir dakika"_s);
        QTRY_VERIFY(world.server.teamNow().now.attending.contains(
            Attendance{ConversationId(2), kMe, true, {}}));
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Backspace);
        QTRY_VERIFY(world.server.teamNow().now.attending.contains(
            Attendance{ConversationId(2), kMe, false, {}}));
    }

    void F8_resolves_and_opens_what_most_needs_an_answer()
    {
        Shared world;
        QVERIFY(world.begin());
        QVERIFY(world.open(1));
        const ConversationId next = world.state.inbox()->nextTask();
        world.press(Qt::Key_F8);
        QTRY_COMPARE(world.work(1).status, WorkStatus::Resolved);
        QTRY_COMPARE(world.state.thread()->conversation(), next);
        world.press(Qt::Key_J, Qt::ControlModifier);
        QTRY_VERIFY(world.state.thread()->conversation() != next);
    }

    void F7_puts_off_by_a_digit()
    {
        Shared world;
        QVERIFY(world.begin());
        QVERIFY(world.open(1));
        world.press(Qt::Key_F7);
        QMenu *menu = nullptr;
        QTRY_VERIFY((menu = world.menu(u"snoozeMenu"_s)));
        QTest::keyClick(menu, Qt::Key_1);
        QTRY_COMPARE(world.work(1).status, WorkStatus::Snoozed);
        QCOMPARE(*world.work(1).snoozedUntil, world.clock.now() + std::chrono::hours(1));
        QVERIFY(world.says(u"Snoozed until 10:0"_s));
    }

    void a_snooze_that_would_miss_the_window_says_when_it_really_returns()
    {
        Shared world;
        QVERIFY(world.begin());
        ConversationSummary soon = world.server.world().conversation(ConversationId(1));
        soon.windowClosesAt = world.clock.now() + std::chrono::hours(3);
        world.server.change(soon);
        QVERIFY(world.open(1));
        world.desk()->actions()->snoozeUntil(world.clock.now() + std::chrono::hours(30));
        QVERIFY(world.says(u"an hour before the reply window closes"_s));
        QCOMPARE(*world.work(1).snoozedUntil, world.clock.now() + std::chrono::hours(2));
    }

    void F6_hands_over_with_a_note()
    {
        Shared world;
        QVERIFY(world.begin());
        QVERIFY(world.open(1));
        world.press(Qt::Key_F6);
        QDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = world.dialog()));
        auto *list = dialog->findChild<QListWidget *>();
        QCOMPARE(list->count(), 2); // Ayşe and Burak; not myself, not Selin who looks on only
        QVERIFY(list->item(0)->text().contains(u"Ayşe"_s)); // who is here comes first
        list->setCurrentRow(0);
        QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(), u"Fatura bekliyor"_s);
        QTest::mouseClick(Shared::button(dialog, u"Hand over"_s), Qt::LeftButton);
        QTRY_COMPARE(world.work(1).assignee, kAyse);
        QVERIFY(world.says(u"Handed over to"_s));
        QCOMPARE(world.server.acts().last().note, u"Fatura bekliyor"_s);
        QVERIFY(world.says(u"Fatura bekliyor"_s)); // the note, in the thread or beside it
    }

    void a_refusal_is_said_in_words()
    {
        Shared world;
        QVERIFY(world.begin());
        QVERIFY(world.open(2));
        world.colleague(2, WorkAct::Kind::Claim);
        QTRY_VERIFY(world.bar()->sentence().contains(u"Ayşe"_s));
        world.press(Qt::Key_F8);
        QTRY_COMPARE(world.server.calls(net::FakeCall::Act), 1);
        QCOMPARE(world.work(2).status, WorkStatus::Open);
        QVERIFY(world.says(u"colleague"_s));
        QCOMPARE(world.state.thread()->conversation(), ConversationId(2)); // still there
    }

    void what_a_colleague_takes_away_opens_nobody_else()
    {
        Shared world;
        QVERIFY(world.begin());
        world.desk()->inbox()->setQueue(Queue::Unassigned);
        auto *list = world.desk()->inbox()->list();
        list->setCurrentIndex(list->model()->index(0, 0));
        const ConversationId first = world.state.inbox()->idAt(0);
        QTRY_COMPARE(world.state.thread()->conversation(), first);
        world.colleague(first.value, WorkAct::Kind::Claim);
        QTRY_COMPARE(world.state.inbox()->rowOf(first), -1);
        QTest::qWait(20);
        QCOMPARE(world.state.thread()->conversation(), first);
    }

    void several_are_chosen_and_done_at_once()
    {
        Shared world;
        QVERIFY(world.begin());
        auto *list = world.desk()->inbox()->list();
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 0));
        QTRY_VERIFY(world.state.thread()->conversation().isValid());
        const ConversationId open = world.state.thread()->conversation();
        const QList<ConversationId> chosen{world.state.inbox()->idAt(0),
                                           world.state.inbox()->idAt(1),
                                           world.state.inbox()->idAt(2)};
        world.colleague(chosen.at(2).value, WorkAct::Kind::Claim);
        QTest::qWait(5);
        QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(world.says(u"3 conversations selected"_s));
        QCOMPARE(world.state.thread()->conversation(), open); // choosing more opens nothing
        world.press(Qt::Key_F8);
        QVERIFY(world.says(u"1 conversation not changed."_s));
        QCOMPARE(world.work(chosen.at(0).value).status, WorkStatus::Resolved);
        QCOMPARE(world.work(chosen.at(1).value).status, WorkStatus::Resolved);
        QCOMPARE(world.work(chosen.at(2).value).status, WorkStatus::Open);
    }

    void a_row_can_be_opened_again_after_another_was_opened_from_elsewhere()
    {
        Shared world;
        QVERIFY(world.begin());
        world.desk()->inbox()->setQueue(Queue::Mine);
        auto *list = world.desk()->inbox()->list();
        const QPoint first = list->visualRect(list->model()->index(0, 0)).center();
        const ConversationId mine = world.state.inbox()->idAt(0);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, first);
        QTRY_COMPARE(world.state.thread()->conversation(), mine);
        QVERIFY(world.open(3)); // nobody's: not in this list
        QVERIFY(list->selectionModel()->selectedIndexes().isEmpty());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, first);
        QTRY_COMPARE(world.state.thread()->conversation(), mine);
        QVERIFY(world.open(3));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(world.state.thread()->conversation(), mine);
        QCOMPARE(list->selectionModel()->selectedIndexes().size(), 1);
    }

    void keys_act_on_what_was_opened_from_elsewhere_and_not_on_those_selected_before()
    {
        Shared world;
        QVERIFY(world.begin());
        world.desk()->inbox()->setQueue(Queue::Mine);
        auto *list = world.desk()->inbox()->list();
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(world.desk()->actions()->targets().size(), 3);
        QVERIFY(world.open(3));
        QCOMPARE(world.desk()->actions()->targets(), QList<ConversationId>{ConversationId(3)});
        const int mine = world.state.inbox()->countOf(Queue::Mine);
        world.press(Qt::Key_F8);
        QTRY_COMPARE(world.work(3).status, WorkStatus::Resolved);
        QCOMPARE(world.server.acts().size(), 1);
        QCOMPARE(world.state.inbox()->countOf(Queue::Mine), mine);
        // Opened from elsewhere though it was one of those: the others are not meant either.
        world.desk()->inbox()->setQueue(Queue::All);
        world.desk()->inbox()->setQueue(Queue::Mine);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
        const ConversationId second = world.state.inbox()->idAt(1);
        QVERIFY(world.open(second.value));
        QCOMPARE(world.desk()->actions()->targets(), QList<ConversationId>{second});
    }

    void seen_is_what_was_really_looked_at()
    {
        Shared world;
        QVERIFY(world.begin());
        world.state.inbox()->setQueue(Queue::All);
        QVERIFY(world.open(2));
        QTRY_COMPARE(world.server.teamNow().seen.value(ConversationId(2)), world.work(2).heard);
        world.desk()->go(ui::Screen::Logs);
        world.server.customerWrites(ConversationId(2), u"Orada mısınız?"_s);
        QTest::qWait(30);
        QVERIFY(world.server.teamNow().seen.value(ConversationId(2)) < world.work(2).heard);
        world.desk()->go(ui::Screen::Inbox);
        QTRY_COMPARE(world.server.teamNow().seen.value(ConversationId(2)), world.work(2).heard);
    }

    void fields_are_added_edited_and_removed()
    {
        Shared world;
        QVERIFY(world.begin());
        QVERIFY(world.open(1));
        QPushButton *add = nullptr;
        QTRY_VERIFY((add = world.window->findChild<QPushButton *>(u"addField"_s)) &&
                    add->isVisible());
        QTest::mouseClick(add, Qt::LeftButton);
        QDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = world.dialog()));
        const auto lines = dialog->findChildren<QLineEdit *>();
        lines.at(0)->setText(u"Sipariş no"_s);
        QTest::keyClicks(lines.at(1), u"<b>4821</b>"_s);
        QTest::keyClick(lines.at(1), Qt::Key_Return);
        QVERIFY(world.says(u"<b>4821</b>"_s)); // as text, not as markup
        QCOMPARE(world.server.teamNow().fields.value(net::FakeWorld::contactOf(ConversationId(1))),
                 (QList<PersonField>{PersonField{u"Sipariş no"_s, u"<b>4821</b>"_s}}));
        QPushButton *remove = nullptr;
        for (auto *found : world.window->findChildren<QPushButton *>()) {
            if (found->accessibleName().startsWith(u"Remove the field"_s))
                remove = found;
        }
        QVERIFY(remove);
        QTest::mouseClick(remove, Qt::LeftButton);
        QTRY_VERIFY(world.server.teamNow()
                        .fields.value(net::FakeWorld::contactOf(ConversationId(1)))
                        .isEmpty());
    }

    void labels_are_put_on_in_the_person_pane()
    {
        Shared world;
        QVERIFY(world.begin());
        QVERIFY(world.open(2));
        QPushButton *labels = nullptr;
        QTRY_VERIFY((labels = world.window->findChild<QPushButton *>(u"labels"_s)) &&
                    labels->isVisible());
        QTest::mouseClick(labels, Qt::LeftButton);
        QMenu *menu = nullptr;
        QTRY_VERIFY((menu = world.menu(u"labelMenu"_s)));
        QCOMPARE(menu->actions().size(), 4); // the retired one is offered no more
        menu->actions().at(1)->trigger();
        QTRY_COMPARE(world.work(2).labels, QList<LabelId>{LabelId(2)});
    }

    void presence_is_toggled_by_key_and_shown_as_the_daemon_says()
    {
        Shared world;
        QVERIFY(world.begin());
        auto *presence = world.window->findChild<QPushButton *>(u"presence"_s);
        QTRY_COMPARE(presence->text(), u"Available"_s);
        world.press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(presence->text(), u"Away"_s);
        QCOMPARE(world.server.teamNow().colleague(kMe)->presence, Presence::Away);
        world.press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(presence->text(), u"Available"_s);
    }

    void the_day_ends_with_nothing_left_open()
    {
        Shared world;
        QVERIFY(world.begin());
        const int mine = world.state.inbox()->countOf(Queue::Mine);
        world.desk()->openDayEnd();
        QDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = world.dialog()));
        QCOMPARE(dialog->findChild<QListWidget *>()->count(), mine);
        dialog->findChild<QListWidget *>()->item(0)->setCheckState(Qt::Unchecked);
        QTest::mouseClick(Shared::button(dialog, u"Snooze until tomorrow"_s), Qt::LeftButton);
        QTRY_VERIFY(world.state.inbox()->countOf(Queue::Mine) < mine);
        QTRY_COMPARE(dialog->findChild<QListWidget *>()->count(),
                     world.state.inbox()->countOf(Queue::Mine));
    }

    void the_end_of_the_day_hands_over_nothing_that_is_not_mine()
    {
        Shared world;
        QVERIFY(world.begin());
        world.state.own()->noteDraft(ConversationId(2), true); // Ayşe's
        world.state.own()->noteDraft(ConversationId(3), true); // nobody's
        world.colleague(2, WorkAct::Kind::Claim);
        world.desk()->openDayEnd();
        QDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = world.dialog()));
        const int mine = world.state.inbox()->countOf(Queue::Mine);
        QCOMPARE(dialog->findChild<QListWidget *>(u"mine"_s)->count(), mine);
        QCOMPARE(dialog->findChild<QListWidget *>(u"begun"_s)->count(), 2);
        QTest::mouseClick(Shared::button(dialog, u"Snooze until tomorrow"_s), Qt::LeftButton);
        QTRY_VERIFY(world.state.inbox()->countOf(Queue::Mine) < mine);
        for (const qint64 id : {2, 3})
            QCOMPARE(world.work(id).status, WorkStatus::Open);
        QCOMPARE(world.work(2).holder, kAyse);
    }

    void what_was_unticked_at_the_end_of_the_day_stays_so()
    {
        Shared world;
        QVERIFY(world.begin());
        world.desk()->openDayEnd();
        QDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = world.dialog()));
        auto *list = dialog->findChild<QListWidget *>(u"mine"_s);
        const int before = list->count();
        for (int row = 0; row < before; ++row)
            list->item(row)->setCheckState(Qt::Unchecked);
        const auto ticked = [&] {
            int count = 0;
            for (int row = 0; row < list->count(); ++row)
                count += list->item(row)->checkState() == Qt::Checked;
            return count;
        };
        QVERIFY(!Shared::button(dialog, u"Hand over…"_s)->isEnabled());
        world.server.customerWrites(ConversationId(1), u"Bir şey daha"_s);
        (void)world.server.colleagueActs(kMe, ConversationId(3), WorkAct()); // one more is mine
        QTRY_COMPARE(list->count(), before + 1);
        QCOMPARE(ticked(), 0); // and is not ticked unseen
    }

    void what_was_begun_and_not_sent_is_deleted_at_the_end_of_the_day()
    {
        Shared world;
        QVERIFY(world.begin());
        QVERIFY(world.open(3));
        auto *composer = world.desk()->thread()->composer();
        composer->edit()->setFocus();
        QTest::keyClicks(composer->edit(), u"Yarim kalan"_s);
        QVERIFY(world.state.own()->hasDraft(ConversationId(3)));
        world.server.feed()->setState(net::FeedState::Offline);
        OutboundContent content;
        content.text = u"Bağlantı yokken"_s;
        QVERIFY(world.state.send(ConversationId(1), content).isValid());
        QVERIFY(world.desk()->openWork().contains(u"1 message"_s));
        world.desk()->openDayEnd();
        QDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = world.dialog()));
        auto *list = dialog->findChild<QListWidget *>(u"begun"_s);
        QCOMPARE(list->count(), 2);
        QVERIFY(list->item(0)->text().contains(u"Bağlantı yokken"_s));
        list->setCurrentRow(0);
        QTest::mouseClick(Shared::button(dialog, u"Delete"_s), Qt::LeftButton);
        QCOMPARE(world.outbox.queued().size(), 1); // asked, not done
        QTest::mouseClick(Shared::button(dialog, u"Delete for good"_s), Qt::LeftButton);
        QVERIFY(world.outbox.queued().isEmpty());
        QCOMPARE(list->count(), 1);
        QTest::mouseClick(Shared::button(dialog, u"Delete"_s), Qt::LeftButton);
        QTest::mouseClick(Shared::button(dialog, u"Delete for good"_s), Qt::LeftButton);
        QVERIFY(!world.state.own()->hasDraft(ConversationId(3)));
        QVERIFY(composer->edit()->toPlainText().isEmpty());
        QCOMPARE(composer->drafts(), 0);
        QVERIFY(!list->isVisible());
    }

    void closing_says_what_is_still_mine()
    {
        Shared world;
        QVERIFY(world.begin());
        const int mine = world.state.inbox()->countOf(Queue::Mine);
        QVERIFY(mine > 1);
        QCOMPARE(world.desk()->openWork(), u"%1 conversations still yours."_s.arg(mine));
        world.window->close(); // to the tray
        QVERIFY(!world.window->isVisible());
        QVERIFY(world.notifier.shown.last().contains(u"still yours"_s));
    }

    void a_reader_of_the_law_shares_no_work()
    {
        Shared world({Role::PrivacyOfficer});
        QVERIFY(world.enter());
        if (!world.state.may(Permission::ReadConversations))
            return;
        QVERIFY(!world.state.may(Permission::ShareWork));
        QVERIFY(world.open(1));
        world.press(Qt::Key_F5);
        world.press(Qt::Key_F8);
        QTest::qWait(10);
        QCOMPARE(world.server.calls(net::FakeCall::Act), 0);
        QCOMPARE(world.server.calls(net::FakeCall::Attend), 0);
        QCOMPARE(world.server.calls(net::FakeCall::MarkSeen), 0);
    }

    void every_label_can_be_read_in_both_themes()
    {
        ui::Theme theme;
        for (const ui::ThemeName name : {ui::ThemeName::Light, ui::ThemeName::Dark}) {
            QVERIFY(theme.choose(name));
            for (int hue = 0; hue < 360; hue += 5) {
                const ui::LabelColors colors = ui::labelColors(theme, hue);
                const double a = luminance(colors.ink);
                const double b = luminance(colors.back);
                const double ratio = (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
                QVERIFY2(ratio >= 4.5, qPrintable(u"hue %1: %2"_s.arg(hue).arg(ratio)));
            }
        }
    }
};

DESTEK_TEST(Sharing)
#include "tst_sharing.moc"
