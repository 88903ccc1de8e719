#include "tests/kit/test_main.h"
#include "tests/ui/showcase.h"
#include "ui/inbox/inbox_list.h"
#include "ui/inbox/inbox_pane.h"
#include "ui/kit/painted_text.h"
#include "ui/kit/visible_text.h"
#include "ui/search/search_hits.h"
#include "ui/shell/desk_page.h"
#include "ui/thread/thread_pane.h"
#include "ui/thread/thread_view.h"

#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>

using namespace destek;
using namespace Qt::StringLiterals;

/// Searching all messages, the history of one, and what is recorded about a person.
class Finding : public QObject
{
    Q_OBJECT

    static QDialog *dialog(test::UiWorld &world)
    {
        for (auto *found : world.window->findChildren<QDialog *>()) {
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

private Q_SLOTS:
    void a_word_finds_the_message_and_opens_it_in_its_place()
    {
        test::UiWorld world({60, 14, 160});
        test::Showcase showcase(world);
        QVERIFY(world.enter());
        QTest::keyClick(world.window.get(), Qt::Key_F, Qt::ControlModifier);
        auto *field = world.window->findChild<QLineEdit *>(u"search"_s);
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"hemen bak"_s);
        auto *hits = world.window->findChild<ui::SearchHits *>();
        QTRY_VERIFY(hits->isVisible() && hits->model()->rowCount() > 0);
        QCOMPARE(world.server.calls(net::FakeCall::Search), 1); // once, after the last letter
        const net::SearchHit hit = hits->model()->at(0);
        hits->list()->setCurrentIndex(hits->model()->index(0));
        QTest::keyClick(hits->list(), Qt::Key_Return);
        QTRY_COMPARE(world.state.thread()->conversation(), hit.conversation.id);
        QTRY_VERIFY(world.state.thread()->rowOf(hit.message.id) >= 0);
        QTRY_COMPARE(world.window->desk()->thread()->view()->currentIndex().row(),
                     world.state.thread()->rowOf(hit.message.id));
    }

    // Settled weeks ago and not among the loaded rows: whoever telephones is found all the same.
    void a_person_who_is_not_loaded_is_found_and_opened()
    {
        test::UiWorld world({400, 14, 30});
        ConversationSummary elif = world.server.world().conversation(ConversationId(390));
        elif.name = u"Elif Zeplinci"_s;
        world.server.world().replace(elif);
        QVERIFY(world.enter());
        auto *inbox = world.state.inbox();
        QTRY_VERIFY(inbox->isLoaded());
        QVERIFY(!inbox->find(elif.id));
        world.window->desk()->inbox()->setQueue(models::Queue::Mine);
        auto *field = world.window->findChild<QLineEdit *>(u"search"_s);
        const auto shown = [&] { return ui::visibleText(world.window.get()).join(u'\n'); };
        world.server.hang(net::FakeCall::Search);
        field->setText(u"zeplinci ELİF"_s);
        QTRY_COMPARE(world.server.calls(net::FakeCall::Search), 1);
        QVERIFY(!shown().contains(u"Nothing found"_s)); // nobody has said so yet
        world.server.release(net::FakeCall::Search);
        auto *hits = world.window->findChild<ui::SearchHits *>();
        QTRY_COMPARE(hits->model()->peopleCount(), 1);
        QVERIFY(hits->isVisible());
        QCOMPARE(hits->model()->at(0).conversation.id, elif.id);
        QVERIFY(shown().contains(u"People found: 1"_s));
        hits->list()->setCurrentIndex(hits->model()->index(0));
        QTest::keyClick(hits->list(), Qt::Key_Return);
        QTRY_COMPARE(world.state.thread()->conversation(), elif.id);
    }

    // The same person is not named twice, and choosing a queue ends the search.
    void a_person_in_the_list_is_not_repeated()
    {
        test::UiWorld world({60, 14, 30});
        QVERIFY(world.enter());
        auto *inbox = world.state.inbox();
        QTRY_VERIFY(inbox->isLoaded());
        world.window->desk()->inbox()->setQueue(models::Queue::Snoozed);
        ConversationId other; // in another queue
        for (qint64 id = 1; id <= 60 && !other.isValid(); ++id) {
            const ConversationSummary *row = inbox->find(ConversationId(id));
            if (row && !row->name.isEmpty() && row->work.status == WorkStatus::Open)
                other = row->id;
        }
        QCOMPARE(inbox->rowOf(other), -1);
        auto *field = world.window->findChild<QLineEdit *>(u"search"_s);
        field->setText(inbox->find(other)->name);
        QVERIFY(inbox->rowOf(other) >= 0);
        auto *hits = world.window->findChild<ui::SearchHits *>();
        QTRY_VERIFY(world.server.calls(net::FakeCall::Search) == 1 && !hits->model()->isAsking());
        QCOMPARE(hits->model()->peopleCount(), 0);
    }

    void what_is_found_begins_at_the_top()
    {
        test::UiWorld world({90, 14, 30});
        QVERIFY(world.enter());
        auto *list = world.window->findChild<ui::InboxList *>();
        QTRY_COMPARE(world.state.inbox()->rowCount(), 90);
        world.window->desk()->openConversation(world.state.inbox()->idAt(70));
        QTRY_VERIFY(list->verticalScrollBar()->value() > 0);
        auto *field = world.window->findChild<QLineEdit *>(u"search"_s);
        field->setText(u"a"_s); // nearly everybody
        QTRY_VERIFY(world.state.inbox()->rowCount() > 30);
        QCOMPARE(list->indexAt(QPoint(5, 5)).row(), 0);
        field->clear(); // and back to where one was
        QTRY_VERIFY(list->viewport()->rect().intersects(list->visualRect(list->currentIndex())));
    }

    void what_was_found_is_marked_as_the_search_compares_it()
    {
        const ui::Theme theme;
        const auto marked = [&theme](const QString &line, const QStringList &words) {
            QStringList found;
            for (const QTextLayout::FormatRange &range : ui::foundFormats(line, words, theme))
                found << line.sliced(range.start, range.length);
            return found;
        };
        QCOMPARE(marked(u"İade için KARGO'nun kararı"_s, {u"kargo"_s, u"kar"_s}),
                 QStringList({u"KARGO'nun"_s, u"kararı"_s}));
        QCOMPARE(marked(u"Kargonun iadesi"_s, {u"kargo"_s, u"iade"_s}), QStringList{u"iadesi"_s});
        QVERIFY(marked(u"Kargo"_s, {}).isEmpty());
        QVERIFY(marked({}, {u"kargo"_s}).isEmpty());
    }

    void nothing_found_and_a_failed_search_are_said()
    {
        test::UiWorld world({20, 5, 30});
        QVERIFY(world.enter());
        auto *field = world.window->findChild<QLineEdit *>(u"search"_s);
        field->setText(u"zeplinle"_s);
        const auto shown = [&] { return ui::visibleText(world.window.get()).join(u'\n'); };
        QTRY_VERIFY(shown().contains(u"Nothing found"_s));
        world.server.failNext(net::FakeCall::Search, ApiErrorCode::Unreachable);
        field->setText(u"zeplinler"_s);
        QTRY_VERIFY(shown().contains(u"The search did not work"_s));
    }

    void what_a_colleague_writes_down_about_a_person_is_shown()
    {
        test::UiWorld world({20, 5, 30});
        QVERIFY(world.enter());
        const ConversationId id(2);
        world.window->desk()->openConversation(id);
        const auto shown = [&] { return ui::visibleText(world.window.get()).join(u'\n'); };
        QTRY_COMPARE(world.state.thread()->conversation(), id);
        QTRY_COMPARE(world.server.calls(net::FakeCall::Person), 1);
        bool kept = false;
        world.server.keepField(net::FakeWorld::contactOf(id), {u"Şube"_s, u"Kadıköy iskelesi"_s},
                               {this, [&](const net::Answer<PersonView> &) { kept = true; }});
        QTRY_VERIFY(kept);
        world.server.change(world.server.world().conversation(id)); // as the daemon says so
        QTRY_VERIFY(shown().contains(u"Kadıköy iskelesi"_s));
        QCOMPARE(world.server.calls(net::FakeCall::Person), 2);
    }

    void a_supervisor_reads_the_history_of_a_message()
    {
        test::UiWorld world({20, 14, 30});
        test::Showcase showcase(world);
        const MessageId id = showcase.fillHistory();
        QVERIFY(world.enter());
        world.window->desk()->showHistory(id);
        QTRY_VERIFY(dialog(world));
        const auto shown = [&] { return ui::visibleText(dialog(world)).join(u'\n'); };
        QTRY_VERIFY(shown().contains(u"taken back by its writer"_s));
        QVERIFY(shown().contains(u"Kargo <b>yarın</b> dağıtıma çıkacak."_s)); // as text
        QVERIFY(shown().contains(u"Attempt 2"_s));
        QVERIFY(shown().contains(u"code 131026"_s));
        QVERIFY(shown().contains(u"Utility, Charged"_s));
    }

    void an_agent_reads_no_history()
    {
        test::UiWorld world({20, 14, 30}, {Role::Agent});
        test::Showcase showcase(world);
        const MessageId id = showcase.fillHistory();
        QVERIFY(world.enter());
        world.window->desk()->showHistory(id);
        QVERIFY(!dialog(world));
        QCOMPARE(world.server.calls(net::FakeCall::History), 0);
    }

    void an_opt_out_from_an_email_is_recorded_and_taken_back()
    {
        test::UiWorld world({20, 14, 30});
        test::Showcase showcase(world);
        QVERIFY(world.enter());
        world.window->desk()->openConversation(ConversationId(test::Showcase::kRich));
        auto *record = world.window->findChild<QPushButton *>(u"recordStanding"_s);
        QTRY_VERIFY(record->isVisible());
        QCOMPARE(record->text(), u"Record opt-out…"_s);
        record->click();
        QTRY_VERIFY(dialog(world));
        QVERIFY(ui::visibleText(dialog(world)).join(u'\n').contains(u"nobody here can write"_s));
        button(dialog(world), u"Record"_s)->click();
        QTRY_VERIFY(!dialog(world));
        QTRY_COMPARE(record->text(), u"Record opt-in…"_s);
        record->click();
        QTRY_VERIFY(dialog(world));
        button(dialog(world), u"Record"_s)->click();
        QTRY_COMPARE(record->text(), u"Record opt-out…"_s);
    }
};

DESTEK_TEST(Finding)
#include "tst_finding.moc"
