// The internal note: told apart, never a reply by accident, read by whom it names.
#include "tests/kit/test_main.h"
#include "tests/ui/showcase.h"
#include "ui/composer/composer.h"
#include "ui/composer/edit_frame.h"
#include "ui/composer/emoji_picker.h"
#include "ui/composer/kind_tabs.h"
#include "ui/composer/mention_list.h"
#include "ui/composer/plain_edit.h"
#include "ui/composer/quote_bar.h"
#include "ui/composer/writing_aids.h"
#include "ui/inbox/inbox_pane.h"
#include "ui/kit/button.h"
#include "ui/kit/visible_text.h"
#include "ui/shell/desk_page.h"
#include "ui/thread/thread_pane.h"

#include <QListView>
#include <QTextBlock>

using namespace destek;
using namespace destek::ui;
using namespace Qt::StringLiterals;
using net::FakeCall;

namespace
{

constexpr AgentId kMe(1);
constexpr AgentId kAyse(2);

struct Open : test::UiWorld {
    explicit Open(RoleSet roles = {Role::Agent}) : UiWorld({70, 12, 60}, roles) {}
    [[nodiscard]] bool begin(qint64 id = 2)
    {
        return enter() && QTest::qWaitForWindowActive(window.get()) && open(id) &&
               (!state.may(Permission::ShareWork) ||
                QTest::qWaitFor([this] { return !state.team()->nameOf(kAyse).isEmpty(); }));
    }
    Composer *composer() { return window->desk()->thread()->composer(); }
    PlainEdit *edit() { return composer()->edit(); }
    void press(Qt::Key key) { QTest::keyClick(window.get(), key); }
    void type(const QString &text) { QTest::keyClicks(edit(), text); }
    void enterKey() { QTest::keyClick(edit(), Qt::Key_Return); }
    [[nodiscard]] MessageView lastOf(qint64 id)
    {
        return server.world().message(ConversationId(id),
                                      server.world().messageCount(ConversationId(id)) - 1);
    }
    bool says(const QString &words)
    {
        return QTest::qWaitFor(
            [&] { return visibleText(window.get()).join(u'\n').contains(words); });
    }
};

} // namespace

class Notes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void F2_turns_the_composer_and_every_sign_of_it()
    {
        Open world;
        QVERIFY(world.begin());
        auto *frame = world.window->findChild<EditFrame *>();
        QVERIFY(!frame->isNote());
        world.press(Qt::Key_F2);
        QCOMPARE(world.composer()->kind(), Draft::Kind::Note);
        QVERIFY(frame->isNote()); // ground and striped edge
        QVERIFY(world.composer()->tabs()->note()->isChecked());
        QVERIFY(world.says(u"Save note"_s));
        QVERIFY(world.says(u"Write a note for colleagues"_s));
        QCOMPARE(world.edit()->accessibleName(), u"Internal note"_s);
        QVERIFY(world.edit()->hasFocus());
        world.press(Qt::Key_F2);
        QVERIFY(!frame->isNote());
        QCOMPARE(world.edit()->accessibleName(), u"Message"_s);
    }

    void a_saved_note_is_in_the_thread_at_once_and_goes_to_nobody()
    {
        Open world;
        QVERIFY(world.begin());
        world.press(Qt::Key_F2);
        world.type(u"Depo yarin gonderiyor"_s);
        world.enterKey();
        QTRY_COMPARE(world.server.calls(FakeCall::KeepNote), 1);
        QTRY_COMPARE(world.lastOf(2).kind, MessageKind::Note);
        QVERIFY(world.says(u"Internal note, Deniz Kaya: Depo yarin gonderiyor"_s));
        QCOMPARE(world.server.calls(FakeCall::Send), 0);
        QVERIFY(world.edit()->toPlainText().isEmpty());
    }

    void each_kind_keeps_its_own_text()
    {
        Open world;
        QVERIFY(world.begin());
        world.edit()->setFocus();
        world.type(u"Sayin musterimiz"_s);
        world.press(Qt::Key_F2);
        QVERIFY(world.edit()->toPlainText().isEmpty());
        world.type(u"cok sinirli"_s);
        world.press(Qt::Key_F2);
        QCOMPARE(world.edit()->toPlainText(), u"Sayin musterimiz"_s);
        QTest::keyClick(world.edit(), Qt::Key_Z, Qt::ControlModifier); // no way back into it
        QVERIFY(!world.edit()->toPlainText().contains(u"sinirli"_s));
        world.enterKey();
        QTRY_COMPARE(world.server.sent().size(), 1);
        QCOMPARE(world.server.sent().first().content.text, u"Sayin musterimiz"_s);
        world.press(Qt::Key_F2);
        QCOMPARE(world.edit()->toPlainText(), u"cok sinirli"_s);
        QVERIFY(world.open(3));
        QCOMPARE(world.composer()->kind(), Draft::Kind::Reply); // each conversation its own
        QTRY_COMPARE(world.server.teamNow().draft(ConversationId(2), Draft::Kind::Note).text,
                     u"cok sinirli"_s);
        QVERIFY(world.open(2));
        QCOMPARE(world.composer()->kind(), Draft::Kind::Note);
        QCOMPARE(world.edit()->toPlainText(), u"cok sinirli"_s);
    }

    void notes_are_possible_where_replies_are_not_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("held by a colleague") << 0;
        QTest::newRow("window closed") << 1;
        QTest::newRow("opted out") << 2;
    }

    void notes_are_possible_where_replies_are_not()
    {
        QFETCH(int, what);
        Open world;
        QVERIFY(world.begin());
        ConversationSummary summary = world.server.world().conversation(ConversationId(2));
        if (what == 0) {
            (void)world.server.colleagueActs(kAyse, ConversationId(2), WorkAct());
            QVERIFY(world.says(u"You may write a note"_s));
        } else {
            const auto why = what == 1 ? SendRefusal::WindowClosed : SendRefusal::OptedOut;
            summary.allowance.freeText = why;
            if (what == 2)
                summary.allowance.templates = why;
            world.server.change(summary);
        }
        QTRY_VERIFY(!world.composer()->mayCompose());
        world.press(Qt::Key_F2);
        QVERIFY(world.edit()->isVisible() && world.edit()->isEnabled());
        world.type(u"bilgi"_s);
        world.enterKey();
        QTRY_COMPARE(world.server.calls(FakeCall::KeepNote), 1);
        QCOMPARE(world.server.calls(FakeCall::Send), 0);
        world.press(Qt::Key_F2);
        world.enterKey();
        QTest::qWait(5);
        QCOMPARE(world.server.calls(FakeCall::Send), 0);
    }

    void the_keyboard_waits_while_the_field_is_closed()
    {
        Open world;
        QVERIFY(world.begin());
        world.edit()->setFocus();
        world.type(u"bir"_s);
        world.server.feed()->setState(net::FeedState::CatchingUp);
        QTRY_VERIFY(!world.edit()->isEnabled());
        auto *focus = QApplication::focusWidget();
        QVERIFY(qobject_cast<EditFrame *>(focus)); // not on a button that Space would press
        QTest::keyClick(focus, Qt::Key_Space);
        QTest::keyClick(focus, Qt::Key_E);
        world.server.feed()->setState(net::FeedState::Live);
        QTRY_VERIFY(world.edit()->hasFocus());
        QCOMPARE(world.edit()->toPlainText(), u"bir"_s);
    }

    void a_note_that_could_not_be_saved_comes_back()
    {
        Open world;
        QVERIFY(world.begin());
        world.press(Qt::Key_F2);
        world.server.failNext(FakeCall::KeepNote, ApiErrorCode::Unreachable);
        world.type(u"kaybolmasin"_s);
        world.enterKey();
        QVERIFY(world.says(u"The note was not saved."_s));
        QCOMPARE(world.edit()->toPlainText(), u"kaybolmasin"_s);
        world.enterKey();
        QTRY_COMPARE(world.server.calls(FakeCall::KeepNote), 2);
        QVERIFY(world.edit()->toPlainText().isEmpty());
    }

    void an_at_sign_offers_colleagues_and_the_note_names_them()
    {
        Open world;
        QVERIFY(world.begin());
        auto *list = world.composer()->mentions();
        world.edit()->setFocus();
        world.type(u"@ay"_s);
        QVERIFY(!list->isVisible()); // what customers read mentions nobody
        world.edit()->selectAll();
        QTest::keyClick(world.edit(), Qt::Key_Backspace);
        world.press(Qt::Key_F2);
        world.type(u"@"_s);
        QVERIFY(list->isVisible());
        QCOMPARE(list->count(), 3); // not myself
        world.type(u"AYSE"_s);
        QCOMPARE(list->count(), 1);
        QTest::keyClick(world.edit(), Qt::Key_Return); // takes her; saves nothing
        QCOMPARE(world.edit()->toPlainText(), u"@Ayşe Demir "_s);
        QVERIFY(!list->isVisible());
        QCOMPARE(world.server.calls(FakeCall::KeepNote), 0);
        world.type(u"bakar misin"_s);
        QVERIFY(!list->isVisible());
        world.enterKey();
        QTRY_COMPARE(world.lastOf(2).mentions, QList<AgentId>{kAyse});
        QCOMPARE(world.lastOf(2).text, u"@Ayşe Demir bakar misin"_s);
    }

    void who_is_named_stands_out_while_one_writes()
    {
        Open world;
        QVERIFY(world.begin());
        const auto marked = [&] {
            QString words;
            const QTextBlock block = world.edit()->document()->firstBlock();
            for (const auto &range : block.layout()->formats()) {
                if (range.format.foreground().color() == world.theme.color(Token::NoteText))
                    words += block.text().mid(range.start, range.length);
            }
            return words;
        };
        world.press(Qt::Key_F2);
        world.edit()->setPlainText(u"@Ayşe Demir ve @Ayşe bakar mı"_s);
        QCOMPARE(marked(), u"@Ayşe Demir"_s); // half a name reaches nobody
        TeamView team = world.server.teamNow().view;
        team.colleagues.removeIf([](const Colleague &one) { return one.id == kAyse; });
        world.server.setTeam(team);
        QTRY_COMPARE(marked(), QString());
        world.press(Qt::Key_F2);
        world.edit()->setPlainText(u"@Burak Sönmez"_s);
        QCOMPARE(marked(), QString()); // what customers read mentions nobody
    }

    void emoji_and_spelling_help_with_notes_quick_replies_do_not()
    {
        Open world;
        QVERIFY(world.begin());
        (void)world.server.colleagueActs(kAyse, ConversationId(2), WorkAct());
        QTRY_VERIFY(!world.composer()->mayCompose());
        auto *emoji = world.composer()->aids()->emojiButton();
        QVERIFY(!emoji->isEnabled());
        world.press(Qt::Key_F2);
        QVERIFY(emoji->isEnabled());
        QVERIFY(world.commands.whyNot(u"message.emoji"_s).isEmpty());
        QVERIFY(!world.commands.whyNot(u"write.nextMistake"_s).contains(u"Quick replies"_s));
        QVERIFY(world.commands.whyNot(u"message.quickReplies"_s).contains(u"Quick replies"_s));
        auto *picker = world.composer()->aids()->openEmoji();
        QVERIFY(picker);
        picker->close();
    }

    void the_held_sentence_names_the_keys_one_has_chosen()
    {
        Open world;
        QVERIFY(world.begin());
        (void)world.server.colleagueActs(kAyse, ConversationId(2), WorkAct());
        QVERIFY(world.says(u"You may write a note (F2) or take over (F5, twice)."_s));
        QVERIFY(world.commands.rebind(u"message.note"_s, {QKeySequence(u"Ctrl+Shift+K"_s)}).ok());
        QVERIFY(world.commands.rebind(u"work.claim"_s, {}).ok());
        QVERIFY(world.says(u"a note (Ctrl+Shift+K) or take over (Claim or take over, twice)"_s));
        QVERIFY(world.composer()->tabs()->note()->toolTip().contains(u"Ctrl+Shift+K"_s));
    }

    void arrows_choose_and_Esc_goes_on_without()
    {
        Open world;
        QVERIFY(world.begin());
        auto *list = world.composer()->mentions();
        world.press(Qt::Key_F2);
        world.type(u"@"_s);
        const QString first = list->item(0)->text();
        QTest::keyClick(world.edit(), Qt::Key_Down);
        QVERIFY(list->currentItem()->text() != first);
        QTest::keyClick(world.edit(), Qt::Key_Up);
        QCOMPARE(list->currentItem()->text(), first);
        QTest::keyClick(world.edit(), Qt::Key_Escape);
        QVERIFY(!list->isVisible());
        world.type(u"bu"_s);
        QVERIFY(!list->isVisible()); // not asked again at the same place
        world.type(u" @bu"_s);
        QVERIFY(list->isVisible());
        QTest::keyClick(world.edit(), Qt::Key_Tab);
        QCOMPARE(world.edit()->toPlainText(), u"@bu @Burak Sönmez "_s);
    }

    void whom_a_note_names_sees_it_in_the_inbox_until_it_is_read()
    {
        Open world;
        QVERIFY(world.begin(3));
        world.state.inbox()->setQueue(models::Queue::All);
        (void)world.server.colleagueNotes(kAyse, ConversationId(2), u"@Deniz Kaya bakar mısın?"_s,
                                          {kMe});
        const auto marked = [&] {
            auto *inbox = world.state.inbox();
            const int row = inbox->rowOf(ConversationId(2));
            return row >= 0 && inbox->index(row).data(models::InboxModel::MentionedRole).toBool();
        };
        QTRY_VERIFY(marked());
        QVERIFY(world.open(2));
        QVERIFY(world.says(u"bakar mısın?"_s));
        QTRY_VERIFY(!marked());
    }

    void a_quote_or_a_file_turns_back_to_the_reply()
    {
        Open world;
        QVERIFY(world.begin());
        world.press(Qt::Key_F2);
        world.type(u"gizli"_s);
        world.composer()->quote(world.state.thread()->at(0));
        QCOMPARE(world.composer()->kind(), Draft::Kind::Reply);
        QVERIFY(world.edit()->toPlainText().isEmpty());
        QVERIFY(world.composer()->quoteBar()->isVisible());
        world.press(Qt::Key_F2);
        QVERIFY(!world.composer()->quoteBar()->isVisible());
        QCOMPARE(world.edit()->toPlainText(), u"gizli"_s);
    }

    void who_shares_no_work_has_no_notes()
    {
        Open world({Role::PrivacyOfficer});
        QVERIFY(world.enter());
        if (!world.state.may(Permission::ReadConversations))
            return;
        QVERIFY(world.open(2));
        QVERIFY(!world.composer()->tabs()->isVisible());
        world.press(Qt::Key_F2);
        QCOMPARE(world.composer()->kind(), Draft::Kind::Reply);
    }
};

DESTEK_TEST(Notes)
#include "tst_notes.moc"
