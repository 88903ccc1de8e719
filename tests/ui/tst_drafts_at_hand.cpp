// What was begun follows the agent and is never lost.
#include "models/format/words.h"
#include "tests/kit/test_main.h"
#include "tests/ui/showcase.h"
#include "ui/composer/composer.h"
#include "ui/composer/draft_offer.h"
#include "ui/composer/plain_edit.h"
#include "ui/composer/quote_bar.h"
#include "ui/composer/template_fields.h"
#include "ui/composer/template_picker.h"
#include "ui/kit/button.h"
#include "ui/shell/desk_page.h"
#include "ui/signin/signin_pages.h"
#include "ui/thread/thread_pane.h"

#include <QLineEdit>
#include <QListView>

using namespace destek;
using namespace destek::ui;
using namespace Qt::StringLiterals;
using net::FakeCall;

namespace
{

/// What stays at a console when it is closed.
struct Shelf final : net::DraftShelf {
    QList<Draft> left;
    [[nodiscard]] QList<Draft> drafts(AgentId) override { return left; }
    bool putDrafts(AgentId, const QList<Draft> &drafts) override
    {
        left = drafts;
        return true;
    }
};

struct Open : test::UiWorld {
    explicit Open() : UiWorld({40, 10, 60}, {Role::Agent}) {}
    [[nodiscard]] bool begin(qint64 id = 2)
    {
        return enter() && QTest::qWaitForWindowActive(window.get()) && open(id);
    }
    Composer *composer() { return window->desk()->thread()->composer(); }
    PlainEdit *edit() { return composer()->edit(); }
    void type(const QString &text)
    {
        edit()->setFocus();
        QTest::keyClicks(edit(), text);
    }
    Draft kept(qint64 id, Draft::Kind kind = Draft::Kind::Reply)
    {
        return server.teamNow().draft(ConversationId(id), kind);
    }
    /// As another console of the same agent.
    void elsewhere(qint64 id, const QString &text, MessageId answers = {},
                   Draft::Kind kind = Draft::Kind::Reply)
    {
        Draft draft;
        draft.conversation = ConversationId(id);
        draft.kind = kind;
        draft.text = text;
        draft.answers = answers;
        server.writtenElsewhere(draft);
    }
    /// Closed and started again: nothing but the daemon remembers.
    bool restart()
    {
        state.signOut();
        composer()->forgetAll();
        return QTest::qWaitFor(
                   [this] { return state.phase() == models::ConsolePhase::SignedOut; }) &&
               enter();
    }
};

} // namespace

class DraftsAtHand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leaving_a_conversation_keeps_what_was_typed()
    {
        Open world;
        QVERIFY(world.begin());
        world.type(u"yarim kalan"_s);
        QVERIFY(world.open(3));
        QTRY_COMPARE(world.kept(2).text, u"yarim kalan"_s);
        QCOMPARE(world.kept(2).kind, Draft::Kind::Reply);
        QTRY_VERIFY(world.state.own()->hasDraft(ConversationId(2))); // the row says so
    }

    void what_was_begun_elsewhere_is_here_when_one_opens_it()
    {
        Open world;
        QVERIFY(world.begin(3));
        const MessageView quoted = world.server.world().message(
            ConversationId(2), world.server.world().messageCount(ConversationId(2)) - 1);
        world.elsewhere(2, u"ofiste başladım"_s, quoted.id);
        QVERIFY(world.open(2));
        QTRY_COMPARE(world.edit()->toPlainText(), u"ofiste başladım"_s);
        QTRY_COMPARE(world.composer()->quoteBar()->quoted(), quoted.id);
        world.edit()->setFocus();
        QTest::keyClick(world.edit(), Qt::Key_Return);
        QTRY_COMPARE(world.server.sent().size(), 1);
        QCOMPARE(world.server.sent().first().content.answers, quoted.id);
        QTRY_VERIFY(!world.server.teamNow().drafts.contains(ConversationId(2)));
    }

    void the_last_writer_wins_but_not_under_my_hands()
    {
        Open world;
        QVERIFY(world.begin());
        world.type(u"burada"_s);
        QVERIFY(world.open(3));
        QTRY_COMPARE(world.kept(2).text, u"burada"_s);
        world.elsewhere(2, u"orada, sonra"_s);
        QVERIFY(world.open(2));
        QTRY_COMPARE(world.edit()->toPlainText(), u"orada, sonra"_s);

        QVERIFY(world.open(3));
        world.elsewhere(2, u"bir daha"_s);
        QTRY_VERIFY(world.state.own()->hasDraft(ConversationId(2)));
        world.server.hang(FakeCall::ReadDraft);
        QVERIFY(world.open(2));
        world.type(u" ve ben"_s); // before the answer has come
        world.server.release(FakeCall::ReadDraft);
        QTest::qWait(10);
        QCOMPARE(world.edit()->toPlainText(), u"orada, sonra ve ben"_s);
    }

    void a_reply_and_a_note_begun_together_both_come_back()
    {
        Open world;
        QVERIFY(world.begin());
        world.type(u"cevap yarim"_s);
        world.composer()->toggleNote();
        world.type(u"not yarim"_s);
        QVERIFY(world.open(3));
        QTRY_COMPARE(world.kept(2).text, u"cevap yarim"_s);
        QTRY_COMPARE(world.kept(2, Draft::Kind::Note).text, u"not yarim"_s);
        QVERIFY(world.restart());
        QVERIFY(world.open(2));
        QTRY_COMPARE(world.edit()->toPlainText(), u"cevap yarim"_s);
        QTRY_COMPARE(world.composer()->draftOf(ConversationId(2), Draft::Kind::Note),
                     u"not yarim"_s);
        world.composer()->toggleNote();
        QCOMPARE(world.edit()->toPlainText(), u"not yarim"_s);
        QTest::keyClick(world.edit(), Qt::Key_Return); // saved: the reply stays begun
        QTRY_VERIFY(world.kept(2, Draft::Kind::Note).isEmpty());
        QCOMPARE(world.kept(2).text, u"cevap yarim"_s);
        QVERIFY(world.state.own()->hasDraft(ConversationId(2)));
    }

    void an_untouched_field_follows_my_other_console()
    {
        Open world;
        QVERIFY(world.begin());
        world.elsewhere(2, u"obur masada"_s);
        QTRY_COMPARE(world.edit()->toPlainText(), u"obur masada"_s);
        QVERIFY(world.state.own()->hasDraft(ConversationId(2)));
        world.elsewhere(2, u"obur masada devam"_s);
        QTRY_COMPARE(world.edit()->toPlainText(), u"obur masada devam"_s);
        world.elsewhere(2, {}); // sent there
        QTRY_VERIFY(world.edit()->toPlainText().isEmpty());
        QVERIFY(!world.state.own()->hasDraft(ConversationId(2)));
        world.elsewhere(4, u"baska sohbet"_s); // not open: the list says so
        QTRY_VERIFY(world.state.own()->hasDraft(ConversationId(4)));
        QVERIFY(world.edit()->toPlainText().isEmpty());
        QVERIFY(!world.composer()->offer()->isVisible());
    }

    void a_field_with_my_words_keeps_them_and_offers_the_others()
    {
        Open world;
        QVERIFY(world.begin());
        world.type(u"burada"_s);
        world.state.drafts()->keepAllNow();
        QTRY_COMPARE(world.kept(2).text, u"burada"_s);
        world.elsewhere(2, u"orada, daha uzun"_s);
        QTRY_VERIFY(world.composer()->offer()->isVisible());
        QVERIFY(world.composer()->offer()->sentence().contains(u"orada, daha uzun"_s));
        QCOMPARE(world.edit()->toPlainText(), u"burada"_s);
        world.composer()->offer()->takeButton()->click();
        QCOMPARE(world.edit()->toPlainText(), u"orada, daha uzun"_s);
        QVERIFY(!world.composer()->offer()->isVisible());
        world.edit()->undo(); // by mistake
        QCOMPARE(world.edit()->toPlainText(), u"burada"_s);
    }

    void what_was_missed_while_offline_is_asked_for()
    {
        Open world;
        QVERIFY(world.begin());
        world.server.feed()->setState(net::FeedState::Offline);
        world.elsewhere(2, u"baglanti yokken"_s); // nobody hears it
        QTest::qWait(5);
        QVERIFY(world.edit()->toPlainText().isEmpty());
        world.server.feed()->setState(net::FeedState::Live);
        QTRY_COMPARE(world.edit()->toPlainText(), u"baglanti yokken"_s);
        QTRY_VERIFY(world.state.own()->hasDraft(ConversationId(2)));
    }

    void a_template_half_filled_in_is_there_again()
    {
        Open world;
        QVERIFY(world.begin());
        auto *picker = world.composer()->picker();
        const auto ready = [&] { return picker->list()->model()->rowCount() > 0; };
        world.composer()->openTemplates();
        QVERIFY(QTest::qWaitFor(ready));
        int row = 0; // one with fields
        for (; picker->fields()->lines().isEmpty(); ++row) {
            QVERIFY(row < picker->list()->model()->rowCount());
            picker->list()->setCurrentIndex(picker->list()->model()->index(row, 0));
        }
        QVERIFY(world.kept(2).isEmpty()); // choosing alone begins nothing
        QLineEdit *line = picker->fields()->lines().first();
        line->clear();
        QTest::keyClicks(line, u"A-4711"_s);
        QVERIFY(world.open(3));
        QTRY_VERIFY(world.kept(2).form.has_value());
        const BegunTemplate begun = *world.kept(2).form;
        QCOMPARE(begun.texts.first(), u"A-4711"_s);
        QVERIFY(world.state.own()->hasDraft(ConversationId(2)));

        QVERIFY(world.restart());
        QVERIFY(world.open(2));
        QTRY_VERIFY(picker->isVisible());
        QTRY_VERIFY(!picker->fields()->lines().isEmpty());
        QTRY_COMPARE(picker->fields()->lines().first()->text(), u"A-4711"_s);
        QCOMPARE(picker->begun(), begun);
        QVERIFY(!picker->lost()->isVisible());

        // Gone meanwhile: said, and what was filled in can be read.
        QVERIFY(world.restart());
        QList<TemplateView> left = net::fakeTemplates();
        left.removeIf([&](const TemplateView &view) { return view.name == begun.name; });
        world.server.setTemplates(left);
        QVERIFY(world.open(2));
        QTRY_VERIFY(picker->lost()->isVisible());
        QVERIFY(picker->lost()->sentence().contains(u"A-4711"_s));
        QVERIFY(picker->lost()->sentence().contains(begun.name));
        QVERIFY(world.kept(2).form.has_value());
    }

    void written_offline_is_kept_when_the_connection_is_back()
    {
        Open world;
        QVERIFY(world.begin());
        world.server.failNext(FakeCall::KeepDraft, ApiErrorCode::Unreachable, 2);
        world.server.feed()->setState(net::FeedState::Offline);
        world.type(u"tunelde"_s);
        world.window->desk()->openConversation(ConversationId(3));
        QTest::qWait(5);
        QVERIFY(world.kept(2).text.isEmpty());
        world.state.drafts()->keepAllNow();
        QTest::qWait(5);
        world.server.feed()->setState(net::FeedState::Live);
        QTRY_COMPARE(world.kept(2).text, u"tunelde"_s);
    }

    void half_written_offline_is_there_after_the_lease_and_a_new_sign_in()
    {
        Shelf shelf;
        Open world;
        world.state.drafts()->setShelf(&shelf);
        QVERIFY(world.begin());
        world.server.feed()->setState(net::FeedState::Offline);
        world.type(u"yarim saat"_s);
        world.clock.advance(models::ConsoleState::kLease + std::chrono::minutes(1));
        world.state.tick(world.clock.now());
        QCOMPARE(world.state.phase(), models::ConsolePhase::Lost);
        QCOMPARE(shelf.left.size(), 1);
        QVERIFY(!world.state.drafts()->hasUnsaved()); // nothing of it is in memory
        world.composer()->forgetAll();
        QVERIFY(world.enter());
        QVERIFY(world.open(2));
        QTRY_COMPARE(world.edit()->toPlainText(), u"yarim saat"_s);
        QTRY_COMPARE(world.kept(2).text, u"yarim saat"_s);
        QTRY_VERIFY(shelf.left.isEmpty());
    }

    void what_was_written_offline_is_offered_beside_something_newer()
    {
        Shelf shelf;
        Open world;
        Draft mine;
        mine.conversation = ConversationId(2);
        mine.text = u"burada yazılan"_s;
        mine.at = world.clock.now();
        shelf.left = {mine};
        world.state.drafts()->setShelf(&shelf);
        world.clock.advance(std::chrono::minutes(5));
        world.elsewhere(2, u"orada yazılan"_s);
        QVERIFY(world.begin());
        QTRY_COMPARE(world.edit()->toPlainText(), u"orada yazılan"_s);
        auto *offer = world.composer()->offer();
        QTRY_VERIFY(offer->isVisible());
        QVERIFY(offer->sentence().contains(u"burada yazılan"_s));
        offer->takeButton()->click();
        QCOMPARE(world.edit()->toPlainText(), u"burada yazılan"_s);
        QVERIFY(shelf.left.isEmpty());
        world.state.drafts()->keepAllNow();
        QTRY_COMPARE(world.kept(2).text, u"burada yazılan"_s);
    }

    void a_session_that_was_ended_does_not_write_over_something_newer()
    {
        Shelf shelf;
        Open world;
        world.state.drafts()->setShelf(&shelf);
        QVERIFY(world.begin());
        world.type(u"burada"_s);
        world.server.failNext(net::FakeCall::KeepDraft, ApiErrorCode::NotSignedIn);
        world.server.feed()->setState(net::FeedState::Ended);
        QTRY_COMPARE(world.state.phase(), models::ConsolePhase::Ended);
        QCOMPARE(shelf.left.size(), 1);
        QVERIFY(!world.state.drafts()->hasUnsaved()); // nothing of it is in memory
        world.clock.advance(std::chrono::minutes(5));
        world.elsewhere(2, u"orada"_s);
        QVERIFY(world.begin());
        QTRY_COMPARE(world.edit()->toPlainText(), u"orada"_s);
        auto *offer = world.composer()->offer();
        QTRY_VERIFY(offer->isVisible());
        QVERIFY(offer->sentence().contains(u"burada"_s));
        QCOMPARE(world.kept(2).text, u"orada"_s);
    }

    void locking_loses_nothing_and_shows_nothing()
    {
        Open world;
        QVERIFY(world.begin());
        world.type(u"kilitlemeden once"_s);
        world.state.lock();
        QTRY_COMPARE(world.kept(2).text, u"kilitlemeden once"_s);
        QVERIFY(!world.edit()->isVisible());
        world.state.unlock(net::FakeServer::password(), {});
        QTRY_COMPARE(world.edit()->toPlainText(), u"kilitlemeden once"_s);
    }

    void a_window_that_closes_keeps_the_text()
    {
        Open world;
        QVERIFY(world.begin());
        world.type(u"tam yaziyordum"_s);
        ConversationSummary closed = world.server.world().conversation(ConversationId(2));
        closed.windowClosesAt = world.clock.now() - std::chrono::minutes(1);
        closed.allowance = {SendRefusal::WindowClosed, std::nullopt};
        world.server.change(closed);
        QTRY_COMPARE(world.composer()->mode(), ComposerMode::Templates);
        QVERIFY(world.open(3));
        QTRY_COMPARE(world.kept(2).text, u"tam yaziyordum"_s);
    }

    void a_refused_message_is_a_draft_again()
    {
        Open world;
        QVERIFY(world.begin());
        world.server.failNext(FakeCall::Send,
                              ApiError{ApiErrorCode::Refused, SendRefusal::WindowClosed, {}});
        world.type(u"onemli"_s);
        QTest::keyClick(world.edit(), Qt::Key_Return);
        QTRY_COMPARE(world.edit()->toPlainText(), u"onemli"_s);
        QVERIFY(world.open(3));
        QTRY_COMPARE(world.kept(2).text, u"onemli"_s);
    }

    void an_erased_person_s_draft_does_not_come_back()
    {
        Open world;
        QVERIFY(world.begin());
        world.type(u"silinecek"_s);
        (void)world.server.erasePerson(net::FakeWorld::contactOf(ConversationId(2)));
        QTRY_VERIFY(!world.composer()->isVisible());
        world.state.drafts()->keepAllNow();
        QTest::qWait(5);
        QVERIFY(world.kept(2).text.isEmpty());
        QVERIFY(!world.state.own()->hasDraft(ConversationId(2)));
    }

    // What a colleague wrote offline stays theirs; whoever signs in here is told that it waits.
    void signing_in_says_what_waits_here_sealed()
    {
        test::UiWorld world({4, 2, 6}, {Role::Agent});
        auto *pages = world.window->signIn();
        pages->setWaitingUntil(world.clock.now() + std::chrono::hours(24));
        pages->showFirstStart();
        QVERIFY(pages->waitingNote().isEmpty()); // nobody can sign in from there
        pages->showSignIn(u"Örnek A.Ş."_s, u"destek.example:7443"_s, u"deniz"_s);
        QVERIFY(pages->waitingNote().contains(
            words::dateTime(world.clock.now() + std::chrono::hours(24))));
        pages->setWaitingUntil({});
        QVERIFY(pages->waitingNote().isEmpty());
    }

    void the_session_ends_and_the_same_agent_finds_the_text_again()
    {
        Open world;
        QVERIFY(world.begin());
        world.server.failNext(FakeCall::KeepDraft, ApiErrorCode::NotSignedIn);
        world.type(u"oturum bitti"_s);
        world.state.drafts()->keepAllNow();
        world.server.feed()->setState(net::FeedState::Ended);
        QTRY_COMPARE(world.state.phase(), models::ConsolePhase::Ended);
        QVERIFY(world.enter());
        QVERIFY(world.open(2));
        QTRY_COMPARE(world.edit()->toPlainText(), u"oturum bitti"_s);
        QTRY_COMPARE(world.kept(2).text, u"oturum bitti"_s);
    }
};

DESTEK_TEST(DraftsAtHand)
#include "tst_drafts_at_hand.moc"
