// Spelling where one writes, over two small dictionaries.
#include "net/api/dictionary_api.h"
#include "tests/kit/places.h"
#include "tests/kit/test_main.h"
#include "tests/ui/ui_world.h"
#include "ui/composer/composer.h"
#include "ui/composer/plain_edit.h"
#include "ui/composer/spell_checker.h"
#include "ui/composer/writing_aids.h"
#include "ui/shell/desk_page.h"
#include "ui/thread/thread_pane.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTimer>

using namespace destek;
using namespace destek::ui;
using namespace Qt::StringLiterals;

namespace
{

const QStringList kFolders{QStringLiteral(DESTEK_SOURCE_DIR "/tests/fixtures/spelling")};

class FakeDictionary final : public net::DictionaryApi
{
public:
    void words(net::Then<QStringList> then) override
    {
        ++asked;
        QTimer::singleShot(0, then.owner(), [this, then] { then(known); });
    }
    void addWord(const QString &word, net::Then<Done> then) override
    {
        QTimer::singleShot(0, then.owner(), [this, word, then] {
            if (refuses)
                return then(failure(ApiError{ApiErrorCode::NotPermitted, std::nullopt, {}}));
            known << word;
            then(done());
        });
    }
    void removeWord(const QString &, net::Then<Done>) override {}
    QStringList known;
    bool refuses = false;
    int asked = 0;
};

struct Writer {
    explicit Writer(bool turkish = true, bool english = true) : world({40, 10, 60}, {Role::Agent})
    {
        (void)world.enter();
        world.window->desk()->openConversation(ConversationId(2));
        (void)QTest::qWaitFor([this] { return world.state.thread()->rowCount() > 0; },
                              test::kPatience);
        WritingHabits habits;
        habits.spellTurkish = turkish;
        habits.spellEnglish = english;
        checker()->setFolders(kFolders);
        aids()->setHabits(habits);
    }
    void write(const QString &text)
    {
        edit()->setPlainText(text + u' ');
        edit()->moveCursor(QTextCursor::End);
    }
    WritingAids *aids() { return world.window->desk()->thread()->composer()->aids(); }
    SpellChecker *checker() { return aids()->spelling(); }
    PlainEdit *edit() { return world.window->desk()->thread()->composer()->edit(); }
    QStringList wavy()
    {
        QStringList words;
        const QTextBlock block = edit()->document()->firstBlock();
        for (const auto &range : block.layout()->formats()) {
            if (range.format.underlineStyle() == QTextCharFormat::WaveUnderline)
                words << block.text().mid(range.start, range.length);
        }
        return words;
    }
    /// The context menu of the first wrong word; suggestions have come.
    QMenu *menu()
    {
        checker()->goToMistake();
        const auto suggested = [this] {
            auto *open = edit()->findChild<QMenu *>();
            return open && !open->actions().isEmpty() &&
                   open->actions().first()->text() != u"Looking for suggestions…"_s;
        };
        (void)QTest::qWaitFor(suggested, test::kPatience);
        return edit()->findChild<QMenu *>();
    }
    test::UiWorld world;
};

QAction *actionOf(QMenu *menu, const QString &words)
{
    for (QAction *action : menu->actions()) {
        if (action->text() == words)
            return action;
    }
    return nullptr;
}

} // namespace

class SpellingMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_word_is_right_if_either_language_knows_it()
    {
        Writer writer;
        writer.write(u"Merhaba your order yola çıktı merhba oder"_s);
        QTRY_COMPARE(writer.wavy(), (QStringList{u"merhba"_s, u"oder"_s}));
        QCOMPARE(writer.checker()->mistakes(), (QStringList{u"merhba"_s, u"oder"_s}));
    }

    void one_language_can_be_switched_off()
    {
        Writer writer(true, false);
        writer.write(u"merhaba order"_s);
        QTRY_COMPARE(writer.wavy(), QStringList{u"order"_s});
        writer.world.commands.run(u"write.spellEnglish"_s);
        QTRY_COMPARE(writer.wavy(), QStringList());
        QVERIFY(writer.aids()->habits().spellEnglish);
        writer.world.commands.run(u"write.spellEnglish"_s);
        writer.world.commands.run(u"write.spellTurkish"_s);
        writer.write(u"zzzz"_s);
        QVERIFY(!writer.checker()->isOn());
        QCOMPARE(writer.wavy(), QStringList());
    }

    void the_word_being_written_is_left_alone()
    {
        Writer writer;
        writer.world.window->activateWindow();
        writer.edit()->setFocus();
        QTRY_VERIFY(writer.edit()->hasFocus());
        writer.write(u"merhba"_s);
        QTRY_COMPARE(writer.wavy(), QStringList{u"merhba"_s});
        QTest::keyClicks(writer.edit(), u"ordr"_s);
        QTest::qWait(50);
        QCOMPARE(writer.wavy(), QStringList{u"merhba"_s});
        QTest::keyClick(writer.edit(), Qt::Key_Space);
        QTRY_COMPARE(writer.wavy(), (QStringList{u"merhba"_s, u"ordr"_s}));
    }

    void names_addresses_and_codes_are_no_mistakes()
    {
        Writer writer;
        const QString name = writer.world.server.world().conversation(ConversationId(2)).name;
        writer.write(u"Merhaba %1 https://ornek.example TR-4821 {first_name|zzz} zzz"_s.arg(name));
        QTRY_COMPARE(writer.wavy(), QStringList{u"zzz"_s});
    }

    void capitals_and_endings_are_turkish()
    {
        Writer writer;
        writer.write(u"İSTANBUL İstanbul'a SİPARİŞİNİZ SIPARIS"_s);
        QTRY_COMPARE(writer.wavy(), QStringList{u"SIPARIS"_s});
    }

    void marks_and_formatting_stand_together()
    {
        Writer writer;
        writer.write(u"*merhba*"_s);
        QTRY_COMPARE(writer.wavy(), QStringList{u"merhba"_s});
        bool both = false;
        for (const auto &range : writer.edit()->document()->firstBlock().layout()->formats())
            both = both || (range.format.underlineStyle() == QTextCharFormat::WaveUnderline &&
                            range.format.fontWeight() > QFont::Normal);
        QVERIFY(both);
    }

    void looking_again_is_no_typing()
    {
        Writer writer;
        writer.write(u"merhba"_s);
        QSignalSpy typed(writer.edit(), &QPlainTextEdit::textChanged);
        QTRY_COMPARE(writer.wavy(), QStringList{u"merhba"_s});
        QCOMPARE(typed.size(), 0); // colleagues and customers are told of typing by this
    }

    void a_suggestion_replaces_the_word_and_can_be_taken_back()
    {
        Writer writer;
        writer.write(u"merhba size"_s);
        QTRY_COMPARE(writer.wavy(), QStringList{u"merhba"_s});
        QMenu *menu = writer.menu();
        QVERIFY(menu);
        QAction *right = actionOf(menu, u"merhaba"_s);
        QVERIFY(right);
        right->trigger();
        menu->close();
        QCOMPARE(writer.edit()->toPlainText(), u"merhaba size "_s);
        QTRY_COMPARE(writer.wavy(), QStringList());
        writer.edit()->undo();
        QCOMPARE(writer.edit()->toPlainText(), u"merhba size "_s);
    }

    void ignored_words_are_right_in_this_conversation_only()
    {
        Writer writer;
        writer.write(u"zzz"_s);
        QTRY_COMPARE(writer.wavy(), QStringList{u"zzz"_s});
        QMenu *menu = writer.menu();
        QVERIFY(menu);
        QVERIFY(!actionOf(menu, u"Add to the company dictionary"_s)); // there is none
        actionOf(menu, u"Ignore in this conversation"_s)->trigger();
        menu->close();
        QTRY_COMPARE(writer.wavy(), QStringList());
        writer.world.window->desk()->openConversation(ConversationId(3));
        writer.write(u"zzz"_s);
        QTRY_COMPARE(writer.wavy(), QStringList{u"zzz"_s});
    }

    void the_companys_words_are_right_for_everybody()
    {
        FakeDictionary dictionary;
        dictionary.known = {u"Destekçi"_s};
        Writer writer;
        writer.aids()->setDictionary(&dictionary);
        writer.world.state.team()->load(AgentId(1));
        writer.write(u"Destekçi zzz"_s);
        QTRY_COMPARE(writer.wavy(), QStringList{u"zzz"_s});
        QMenu *menu = writer.menu();
        QVERIFY(menu);
        actionOf(menu, u"Add to the company dictionary"_s)->trigger();
        menu->close();
        QTRY_COMPARE(dictionary.known.size(), 2);
        writer.world.window->desk()->openConversation(ConversationId(3));
        writer.write(u"Zzz'ye"_s);
        QTest::qWait(50);
        QCOMPARE(writer.wavy(), QStringList());

        dictionary.refuses = true;
        QSignalSpy refused(&writer.world.commands, &Commands::refused);
        writer.write(u"qqq"_s);
        QTRY_COMPARE(writer.wavy(), QStringList{u"qqq"_s});
        menu = writer.menu();
        QVERIFY(menu);
        actionOf(menu, u"Add to the company dictionary"_s)->trigger();
        QTRY_COMPARE(refused.size(), 1);
    }

    void the_companys_words_are_fetched_once_and_forgotten_with_the_agent()
    {
        FakeDictionary dictionary;
        dictionary.known = {u"Destekçi"_s};
        Writer writer;
        writer.aids()->setDictionary(&dictionary);
        writer.world.server.companyAllows(AlertContent::Name); // both answers bring something new
        QTRY_COMPARE(writer.world.state.team()->alertContent(), AlertContent::Name);
        writer.write(u"Destekçi"_s);
        QTest::qWait(50);
        QCOMPARE(dictionary.asked, 1);
        QCOMPARE(writer.wavy(), QStringList());
        writer.world.state.signOut();
        QVERIFY(!writer.aids()->spelling()->isCompanyWord(u"Destekçi"_s));
        QCOMPARE(dictionary.asked, 1);
        QVERIFY(writer.world.enter());
        QTRY_COMPARE(dictionary.asked, 2);
        QTRY_VERIFY(writer.aids()->spelling()->isCompanyWord(u"Destekçi"_s));
        QTest::qWait(50);
        QCOMPARE(dictionary.asked, 2);
    }

    void names_and_mistakes_stand_together_in_a_note()
    {
        Writer writer;
        QTRY_VERIFY(!writer.world.state.team()->nameOf(AgentId(2)).isEmpty());
        QTest::keyClick(writer.world.window.get(), Qt::Key_F2);
        writer.write(u"@Ayşe Demir merhba"_s);
        QTRY_COMPARE(writer.wavy(), QStringList{u"merhba"_s}); // a name is no mistake
        bool named = false;
        for (const auto &range : writer.edit()->document()->firstBlock().layout()->formats())
            named = named || (range.start == 0 && range.format.fontWeight() > QFont::Normal);
        QVERIFY(named);
    }

    void a_missing_dictionary_is_named_where_it_is_switched_on()
    {
        const QTemporaryDir nothing;
        Writer writer;
        writer.checker()->setFolders({nothing.path()});
        QVERIFY(!writer.checker()->isOn());
        const QString why = writer.world.commands.whyNot(u"write.spellTurkish"_s);
        QVERIFY2(why.contains(u"hunspell-tr"_s), qPrintable(why));
        writer.write(u"merhba"_s);
        QCOMPARE(writer.wavy(), QStringList()); // and writing goes on as ever
    }
};

DESTEK_TEST(SpellingMarks)
#include "tst_spelling_marks.moc"
