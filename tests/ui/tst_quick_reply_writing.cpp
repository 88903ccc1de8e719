// Answers written once, by keys and clicks.
#include "tests/kit/test_main.h"
#include "tests/ui/ui_world.h"
#include "ui/composer/composer.h"
#include "ui/composer/plain_edit.h"
#include "ui/composer/quick_replies.h"
#include "ui/composer/writing_aids.h"
#include "ui/shell/desk_page.h"
#include "ui/team/quick_reply_dialog.h"
#include "ui/thread/thread_pane.h"

#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>

using namespace destek;
using namespace destek::ui;
using namespace Qt::StringLiterals;

namespace
{

struct Writer {
    explicit Writer(RoleSet roles = {Role::Agent}) : world({40, 10, 60}, roles)
    {
        entered = world.enter();
        world.window->desk()->openConversation(ConversationId(2));
        (void)QTest::qWaitFor([this] {
            return world.state.thread()->rowCount() > 0 &&
                   !world.state.team()->view().quickReplies.isEmpty();
        });
        world.window->activateWindow();
        edit()->setFocus();
        (void)QTest::qWaitFor([this] { return edit()->hasFocus(); });
    }
    PlainEdit *edit() { return composer()->edit(); }
    Composer *composer() { return world.window->desk()->thread()->composer(); }
    QuickReplyList *list() { return composer()->aids()->quickReplies()->list(); }
    bool isOpen() { return list() && list()->isVisible(); }
    QString text() { return edit()->toPlainText(); }
    QString firstName()
    {
        return world.server.world().conversation(ConversationId(2)).name.section(u' ', 0, 0);
    }
    void setField(const QString &name, const QString &value)
    {
        bool kept = false;
        world.server.keepField(net::FakeWorld::contactOf(ConversationId(2)), {name, value},
                               {world.window.get(), [&](const auto &) { kept = true; }});
        (void)QTest::qWaitFor([&] { return kept; });
    }
    void add(const QString &shortcut, const QString &text)
    {
        QuickReply reply;
        reply.shortcut = shortcut;
        reply.title = shortcut;
        reply.text = text;
        world.server.setRoles({Role::Supervisor});
        bool kept = false;
        world.server.keepQuickReply(reply,
                                    {world.window.get(), [&](const auto &) { kept = true; }});
        (void)QTest::qWaitFor([&] { return kept; });
        world.state.team()->load(AgentId(1));
        (void)QTest::qWaitFor([&] { return world.state.team()->view().quickReplies.size() == 4; });
    }
    test::UiWorld world;
    bool entered = false;
};

} // namespace

class QuickReplyWriting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_slash_at_the_start_of_a_line_offers_them_and_enter_inserts()
    {
        Writer writer;
        QVERIFY(writer.entered);
        QTest::keyClicks(writer.edit(), u"Merhaba 1/2"_s);
        QVERIFY(!writer.isOpen()); // in the middle a slash is a slash
        QTest::keyClick(writer.edit(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(writer.edit(), u"/"_s);
        QVERIFY(writer.isOpen());
        QVERIFY(writer.edit()->hasFocus());
        QCOMPARE(writer.list()->list()->model()->rowCount(), 3);
        QTest::keyClicks(writer.edit(), u"IAD"_s); // folded for Turkish
        QCOMPARE(writer.list()->list()->model()->rowCount(), 1);
        QTest::keyClick(writer.edit(), Qt::Key_Return);
        QVERIFY(!writer.isOpen());
        QCOMPARE(
            writer.text(),
            u"Merhaba 1/2\nÜrünü etiketiyle birlikte kutusuna koyup kargoya verebilirsiniz."_s);
        QVERIFY(writer.world.server.sent().isEmpty());
        writer.edit()->undo();
        QCOMPARE(writer.text(), u"Merhaba 1/2\n/IAD"_s); // one step back
    }

    void the_name_is_filled_in_or_its_fallback()
    {
        Writer writer;
        QTest::keyClicks(writer.edit(), u"/merhaba"_s);
        QTest::keyClick(writer.edit(), Qt::Key_Tab);
        QCOMPARE(writer.text(),
                 u"Merhaba %1, size nasıl yardımcı olabilirim?"_s.arg(writer.firstName()));
        models::FillValues nobody;
        nobody.personName = u"❤️ 0532"_s; // no name to greet anybody by
        QCOMPARE(models::filledReply(u"Merhaba {first_name|değerli müşterimiz}"_s, nobody).text,
                 u"Merhaba değerli müşterimiz"_s);
    }

    void fields_of_the_person_are_filled_in_even_if_they_come_late()
    {
        Writer writer;
        writer.setField(u"Sipariş No"_s, u"4821"_s);
        QTest::keyClicks(writer.edit(), u"/kargo"_s);
        QTest::keyClick(writer.edit(), Qt::Key_Return); // before the answer can be there
        QTRY_COMPARE(writer.text(), u"4821 numaralı gönderiniz yola çıktı."_s);
    }

    void what_is_not_filled_in_cannot_be_sent()
    {
        Writer writer;
        writer.add(u"tarih"_s, u"Teslim tarihi: {field:Teslim}, {agent}"_s);
        QSignalSpy refused(&writer.world.commands, &Commands::refused);
        QTest::keyClicks(writer.edit(), u"/tarih"_s);
        QTest::keyClick(writer.edit(), Qt::Key_Return);
        QTRY_COMPARE(writer.text(), u"Teslim tarihi: {field:Teslim}, Deniz Kaya"_s);
        QCOMPARE(writer.edit()->textCursor().selectedText(), u"{field:Teslim}"_s);
        writer.edit()->moveCursor(QTextCursor::End);
        QTest::keyClick(writer.edit(), Qt::Key_Return);
        QCOMPARE(refused.size(), 1);
        QVERIFY(refused.first().first().toString().endsWith(u": Teslim"_s));
        QVERIFY(writer.world.server.sent().isEmpty());
        QCOMPARE(writer.edit()->textCursor().selectedText(), u"{field:Teslim}"_s);
        QTest::keyClicks(writer.edit(), u"Cuma"_s);
        QTest::keyClick(writer.edit(), Qt::Key_Return);
        QTRY_COMPARE(writer.world.server.sent().size(), 1);
        QCOMPARE(writer.world.server.sent().last().content.text,
                 u"Teslim tarihi: Cuma, Deniz Kaya"_s);
    }

    void escape_keeps_what_was_typed_and_asks_no_more()
    {
        Writer writer;
        QTest::keyClicks(writer.edit(), u"/me"_s);
        QVERIFY(writer.isOpen());
        QTest::keyClick(writer.edit(), Qt::Key_Escape);
        QVERIFY(!writer.isOpen());
        QTest::keyClicks(writer.edit(), u"rhaba"_s);
        QVERIFY(!writer.isOpen());
        QCOMPARE(writer.text(), u"/merhaba"_s);
        QTest::keyClick(writer.edit(), Qt::Key_F4); // asked for again
        QVERIFY(writer.isOpen());
        QCOMPARE(writer.list()->list()->model()->rowCount(), 1);
    }

    void a_word_that_fits_nothing_is_not_sent_by_mistake()
    {
        Writer writer;
        QTest::keyClicks(writer.edit(), u"/zzz"_s);
        QTest::keyClick(writer.edit(), Qt::Key_Return);
        QVERIFY(writer.isOpen());
        QCOMPARE(writer.text(), u"/zzz"_s);
        QTest::keyClicks(writer.edit(), u" "_s); // written on: an ordinary line
        QVERIFY(!writer.isOpen());
    }

    void f4_searches_and_inserts_without_touching_the_rest()
    {
        Writer writer;
        QTest::keyClicks(writer.edit(), u"Selam.Bitti"_s);
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(writer.edit(), Qt::Key_Left);
        QTest::keyClick(writer.edit(), Qt::Key_F4);
        QVERIFY(writer.isOpen());
        QTRY_VERIFY(writer.list()->field()->hasFocus());
        QTest::keyClicks(writer.list()->field(), u"ADIMLARI"_s); // of the title, folded
        QTest::keyClick(writer.list()->field(), Qt::Key_Return);
        QVERIFY(writer.edit()->hasFocus());
        QCOMPARE(writer.text(), u"Selam. Ürünü etiketiyle birlikte kutusuna koyup kargoya "
                                "verebilirsiniz. Bitti"_s);
        writer.edit()->undo();
        QCOMPARE(writer.text(), u"Selam.Bitti"_s);
        QTest::keyClick(writer.edit(), Qt::Key_F4);
        QTest::keyClick(writer.list()->field(), Qt::Key_Escape);
        QVERIFY(!writer.isOpen() && writer.edit()->hasFocus());
    }

    void the_mouse_chooses_too()
    {
        Writer writer;
        QTest::keyClicks(writer.edit(), u"/"_s);
        auto *rows = writer.list()->list();
        QTest::mouseClick(rows->viewport(), Qt::LeftButton, {},
                          rows->visualRect(rows->model()->index(0, 0)).center());
        QVERIFY(writer.text().startsWith(u"Ürünü"_s)); // iade comes first
        QVERIFY(writer.edit()->hasFocus());
    }

    void the_choice_is_said_to_screen_readers()
    {
        Writer writer;
        QTest::keyClicks(writer.edit(), u"/"_s);
        QTest::keyClick(writer.edit(), Qt::Key_Down);
        const QString said = writer.list()->accessibleName(); // what announce() speaks
        QVERIFY2(said.contains(u"2 of 3"_s) && said.contains(u"/kargo"_s), qPrintable(said));
    }

    void nothing_opens_where_nothing_may_be_written()
    {
        Writer writer;
        ConversationSummary closed = writer.world.server.world().conversation(ConversationId(2));
        closed.windowClosesAt = writer.world.clock.now() - std::chrono::minutes(1);
        closed.allowance = {SendRefusal::WindowClosed, std::nullopt};
        writer.world.server.change(closed);
        QTRY_VERIFY(!writer.composer()->mayCompose());
        writer.world.commands.run(u"message.quickReplies"_s);
        QVERIFY(!writer.isOpen());
    }

    void another_conversation_closes_the_list()
    {
        Writer writer;
        QTest::keyClicks(writer.edit(), u"/"_s);
        QVERIFY(writer.isOpen());
        writer.world.window->desk()->openConversation(ConversationId(3));
        QTRY_VERIFY(!writer.isOpen());
    }

    void whoever_has_none_learns_how_to_make_the_first()
    {
        Writer writer({Role::Agent, Role::Supervisor});
        for (const qint64 id : {1, 2, 3})
            writer.world.server.removeQuickReply(QuickReplyId(id),
                                                 {writer.world.window.get(), [](const auto &) {}});
        writer.world.state.team()->load(AgentId(1));
        QTRY_VERIFY(writer.world.state.team()->view().quickReplies.isEmpty());
        QTest::keyClicks(writer.edit(), u"/"_s);
        QVERIFY(writer.isOpen());
        QTest::keyClick(writer.edit(), Qt::Key_Return);
        QVERIFY(writer.world.window->findChild<QuickReplyDialog *>());
    }
};

DESTEK_TEST(QuickReplyWriting)
#include "tst_quick_reply_writing.moc"
