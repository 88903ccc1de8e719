// Emoji by name, by group, by key.
#include "tests/kit/test_main.h"
#include "tests/ui/ui_world.h"
#include "ui/composer/composer.h"
#include "ui/composer/emoji_face.h"
#include "ui/composer/emoji_picker.h"
#include "ui/composer/plain_edit.h"
#include "ui/composer/writing_aids.h"
#include "ui/shell/desk_page.h"
#include "ui/thread/thread_pane.h"

#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QSignalSpy>

using namespace destek;
using namespace destek::ui;
using namespace Qt::StringLiterals;

namespace
{

struct Picker {
    Picker() : world({40, 10, 60}, {Role::Agent})
    {
        (void)world.enter();
        world.window->desk()->openConversation(ConversationId(2));
        (void)QTest::qWaitFor([this] { return world.state.thread()->rowCount() > 0; });
        open();
    }
    void open()
    {
        world.commands.run(u"message.emoji"_s);
        picker = world.window->findChild<EmojiPicker *>();
    }
    WritingAids *aids() { return world.window->desk()->thread()->composer()->aids(); }
    PlainEdit *edit() { return world.window->desk()->thread()->composer()->edit(); }
    QString first() { return shown(0); }
    QString shown(int row) { return picker->grid()->model()->index(row, 0).data().toString(); }
    test::UiWorld world;
    QPointer<EmojiPicker> picker;
};

} // namespace

class EmojiPicking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void every_emoji_has_a_name_in_both_languages()
    {
        const EmojiList list;
        QVERIFY(list.all().size() > 1500);
        for (const Emoji &emoji : list.all())
            QVERIFY2(!emoji.turkish.isEmpty() && !emoji.english.isEmpty(), qPrintable(emoji.text));
        for (int group = 0; group < int(EmojiGroup::Count); ++group)
            QVERIFY(!list.ofGroup(EmojiGroup(group)).isEmpty());
    }

    void they_are_found_in_turkish_and_in_english_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("emoji");
        QTest::newRow("Turkish") << u"baş parmak yukarı"_s << u"👍"_s;
        QTest::newRow("without dots") << u"BAS PARMAK YUKARI"_s << u"👍"_s;
        QTest::newRow("English") << u"thumbs up"_s << u"👍"_s;
        QTest::newRow("beginnings") << u"thum up"_s << u"👍"_s;
        QTest::newRow("flag") << u"türkiye"_s << u"🇹🇷"_s;
    }
    void they_are_found_in_turkish_and_in_english()
    {
        QFETCH(QString, typed);
        QFETCH(QString, emoji);
        const QList<Emoji> found = EmojiList().found(typed, 5);
        QVERIFY(!found.isEmpty());
        QCOMPARE(found.first().text, emoji);
    }

    void skin_tones_go_where_unicode_puts_them()
    {
        const EmojiList list;
        QCOMPARE(EmojiList::withTone(*list.find(u"👍"_s), 3), u"👍🏽"_s);
        QCOMPARE(EmojiList::withTone(*list.find(u"✌️"_s), 1),
                 u"✌🏻"_s);                                       // instead of U+FE0F
        QCOMPARE(EmojiList::withTone(*list.find(u"😀"_s), 3), u"😀"_s); // has none
        QCOMPARE(list.find(u"👍🏽"_s)->text, u"👍"_s);
    }

    void typing_finds_and_enter_puts_it_at_the_caret()
    {
        Picker open;
        QVERIFY(open.picker);
        open.edit()->setPlainText(u"Tamam!"_s);
        open.edit()->selectAll(); // stays what it is
        QTest::keyClicks(open.picker->field(), u"tesekkur"_s);
        if (open.picker->grid()->model()->rowCount() == 0)
            open.picker->field()->setText(u"thumbs up"_s);
        const QString chosen = open.first();
        QTest::keyClick(open.picker->field(), Qt::Key_Return);
        QCOMPARE(open.edit()->toPlainText(), u"Tamam!"_s + chosen);
        QTRY_VERIFY(!open.picker);
        open.edit()->undo();
        QCOMPARE(open.edit()->toPlainText(), u"Tamam!"_s);
    }

    void arrows_walk_and_what_was_used_comes_first_next_time()
    {
        Picker open;
        QSignalSpy kept(open.aids(), &WritingAids::habitsChanged);
        QTest::keyClick(open.picker->field(), Qt::Key_Down);
        QVERIFY(open.picker->grid()->hasFocus());
        const QString second = open.shown(1);
        QTest::keyClick(open.picker->grid(), Qt::Key_Right);
        QTest::keyClick(open.picker->grid(), Qt::Key_Return);
        QCOMPARE(open.edit()->toPlainText(), second);
        QCOMPARE(kept.size(), 1);
        QTRY_VERIFY(!open.picker);
        open.open();
        QCOMPARE(open.picker->grid()->model()->rowCount(), 1);
        QCOMPARE(open.first(), second);
    }

    void letters_typed_in_the_grid_search()
    {
        Picker open;
        QTest::keyClick(open.picker->field(), Qt::Key_Down);
        QTest::keyClick(open.picker->grid(), Qt::Key_K);
        QVERIFY(open.picker->field()->hasFocus());
        QCOMPARE(open.picker->field()->text(), u"k"_s);
        QTest::keyClick(open.picker->field(), Qt::Key_Escape);
        QTRY_VERIFY(!open.picker);
        QCOMPARE(open.edit()->toPlainText(), QString());
    }

    void the_skin_tone_is_kept()
    {
        Picker open;
        open.picker->tones().at(5)->click();
        QCOMPARE(open.aids()->habits().skinTone, 5);
        open.picker->field()->setText(u"thumbs up"_s);
        QCOMPARE(open.first(), u"👍🏿"_s);
        QTest::keyClick(open.picker->field(), Qt::Key_Return);
        QCOMPARE(open.edit()->toPlainText(), u"👍🏿"_s);
        QCOMPARE(open.aids()->habits().recentEmoji, QStringList{u"👍"_s}); // for any tone
    }

    void locking_closes_it()
    {
        Picker open;
        open.world.state.lock();
        QTRY_VERIFY(!open.picker);
    }
};

DESTEK_TEST(EmojiPicking)
#include "tst_emoji_picking.moc"
