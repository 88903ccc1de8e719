// Ctrl+K, F1 and Ctrl+J: everything can be found by words, every key can be changed, the next
// task is a key away (issue 4; journeys.md 6.1, 6.5).
#include "tests/kit/test_main.h"
#include "tests/ui/showcase.h"
#include "ui/commands/key_field.h"
#include "ui/commands/key_sheet.h"
#include "ui/commands/palette.h"
#include "ui/composer/composer.h"
#include "ui/composer/plain_edit.h"
#include "ui/shell/desk_page.h"
#include "ui/shell/whisper.h"
#include "ui/thread/thread_pane.h"

#include <QFile>
#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>

using namespace destek;
using namespace Qt::StringLiterals;

namespace
{

ui::Command plain(const QString &id, const QString &words)
{
    ui::Command command;
    command.id = id;
    command.words = [words] { return words; };
    command.run = [] {};
    return command;
}

QStringList titles(const ui::PaletteModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all << model.index(row).data().toString();
    return all;
}

QKeySequence keys(const char *words)
{
    return QKeySequence(QLatin1StringView(words), QKeySequence::PortableText);
}

} // namespace

class PaletteAndSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turkish_letters_fold_and_exact_hits_come_first()
    {
        ui::Commands commands;
        for (const auto &words : {u"Şikâyet kaydı"_s, u"Sıkıştır"_s, u"Kapat"_s})
            commands.add(plain(words, words));
        ui::PaletteModel model(&commands, {});
        model.begin();
        QCOMPARE(model.rowCount(), 3);
        for (const auto &typed : {u"sik"_s, u"SIK"_s, u"sık"_s, u"şik"_s}) {
            model.setWords(typed);
            QCOMPARE(model.rowCount(), 2);
            QVERIFY(titles(model).contains(u"Şikâyet kaydı"_s));
        }
        model.setWords(u"Sık"_s);
        QCOMPARE(titles(model).first(), u"Sıkıştır"_s);
        model.setWords(u"Şik"_s);
        QCOMPARE(titles(model).first(), u"Şikâyet kaydı"_s);
        model.setWords(u"kaydi sikayet"_s);
        QCOMPARE(titles(model), QStringList{u"Şikâyet kaydı"_s});
        model.setWords(u"yok böyle"_s);
        QCOMPARE(model.rowCount(), 0);
    }

    void impossible_commands_come_last_and_say_why()
    {
        ui::Commands commands;
        auto first = plain(u"a"_s, u"Send one"_s);
        first.whyNot = [] { return u"Nothing is open."_s; };
        commands.add(first);
        commands.add(plain(u"b"_s, u"Send two"_s));
        ui::PaletteModel model(&commands, {});
        model.begin();
        model.setWords(u"send"_s);
        QCOMPARE(titles(model), (QStringList{u"Send two"_s, u"Send one"_s}));
        QCOMPARE(model.index(1).data(ui::PaletteModel::WhyNotRole).toString(),
                 u"Nothing is open."_s);
        QVERIFY(
            model.index(1).data(Qt::AccessibleTextRole).toString().contains(u"Nothing is open."_s));
    }

    void it_opens_while_one_writes_and_esc_goes_back_there()
    {
        test::UiWorld world({20, 6, 30});
        test::Showcase showcase(world);
        QVERIFY(world.enter());
        world.window->desk()->openConversation(ConversationId(test::Showcase::kRich));
        auto *edit = world.window->desk()->thread()->composer()->edit();
        QTRY_VERIFY(edit->isVisible());
        edit->setFocus();
        QTest::keyClicks(edit, u"Merhaba"_s);
        QTest::keyClick(edit, Qt::Key_K, Qt::ControlModifier);
        auto *palette = world.window->palette();
        QVERIFY(palette->isVisible());
        QVERIFY(palette->field()->hasFocus());
        QTest::keyClick(palette->field(), Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
        QVERIFY(edit->hasFocus());
        QCOMPARE(edit->toPlainText(), u"Merhaba"_s);
    }

    void a_command_is_found_and_done_by_keys_alone()
    {
        test::UiWorld world({20, 6, 30});
        QVERIFY(world.enter());
        QTest::keyClick(world.window.get(), Qt::Key_K, Qt::ControlModifier);
        auto *palette = world.window->palette();
        QTest::keyClicks(palette->field(), u"destruction"_s);
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QCOMPARE(world.window->desk()->screen(), ui::Screen::Records);
    }

    void a_person_is_found_by_name_and_opened()
    {
        test::UiWorld world({20, 6, 30});
        QVERIFY(world.enter());
        ConversationSummary summary = *world.state.inbox()->find(ConversationId(3));
        summary.name = u"Şükrü Ilgın"_s;
        ++summary.revision;
        world.server.change(summary);
        QTRY_COMPARE(world.state.inbox()->find(ConversationId(3))->name, u"Şükrü Ilgın"_s);
        QTest::keyClick(world.window.get(), Qt::Key_K, Qt::ControlModifier);
        auto *palette = world.window->palette();
        QTest::keyClicks(palette->field(), u"sukru ilgin"_s);
        QCOMPARE(palette->list()->model()->rowCount(), 1);
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QCOMPARE(world.state.thread()->conversation(), ConversationId(3));
        QCOMPARE(palette->list()->model()->rowCount(), 0); // no name stays behind
    }

    void names_leave_with_the_session()
    {
        test::UiWorld world({20, 6, 30});
        QVERIFY(world.enter());
        QTest::keyClick(world.window.get(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(world.window->palette()->field(), u"a"_s);
        QVERIFY(world.window->palette()->list()->model()->rowCount() > 0);
        world.state.signOut();
        QVERIFY(!world.window->palette()->isVisible());
        QCOMPARE(world.window->palette()->list()->model()->rowCount(), 0);
    }

    void next_task_is_whoever_waits_and_closes_soonest()
    {
        test::UiWorld world({20, 6, 30});
        QVERIFY(world.enter());
        auto *inbox = world.state.inbox();
        inbox->setQueue(models::Queue::Mine); // one's own come before nobody's
        QVERIFY(inbox->rowCount() > 1);
        QTest::keyClick(world.window.get(), Qt::Key_J, Qt::ControlModifier);
        const ConversationId first = world.state.thread()->conversation();
        QCOMPARE(first, inbox->idAt(0));
        QTest::keyClick(world.window.get(), Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(world.state.thread()->conversation(), inbox->idAt(1));
        // Round the end, never to somebody who does not wait.
        for (int i = 0; i < 8; ++i) {
            QTest::keyClick(world.window.get(), Qt::Key_J, Qt::ControlModifier);
            QVERIFY(inbox->find(world.state.thread()->conversation())->waiting > 0);
        }
    }

    void next_task_says_so_when_nobody_waits()
    {
        test::UiWorld world({5, 0, 5});
        QVERIFY(world.enter());
        for (int row = 0; row < world.state.inbox()->rowCount(); ++row)
            QCOMPARE(world.state.inbox()->find(world.state.inbox()->idAt(row))->waiting, 0);
        QTest::keyClick(world.window.get(), Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(world.window->whisper()->sentence(), u"Nobody else waits for an answer."_s);
    }

    void a_key_is_changed_in_the_sheet_and_refused_with_a_sentence()
    {
        test::UiWorld world({20, 6, 30});
        QVERIFY(world.enter());
        QTest::keyClick(world.window.get(), Qt::Key_F1);
        auto *sheet = world.window->findChild<ui::KeySheet *>();
        QVERIFY(sheet);
        sheet->choose(u"task.next"_s);
        QTest::keyClick(sheet->field(1), Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(world.commands.keysOf(u"task.next"_s), QList{keys("Ctrl+J")});
        bool said = false;
        for (const auto *label : sheet->findChildren<QLabel *>())
            said = said || (label->isVisible() &&
                            label->text().contains(world.commands.words(u"inbox.find"_s)) &&
                            label->text().contains(u"Ctrl+F"_s));
        QVERIFY(said);
        QTest::keyClick(sheet->field(1), Qt::Key_F12);
        QCOMPARE(world.commands.keysOf(u"task.next"_s), (QList{keys("Ctrl+J"), keys("F12")}));
        QTest::keyClick(sheet->field(0), Qt::Key_Backspace);
        QCOMPARE(world.commands.keysOf(u"task.next"_s), QList{keys("F12")});
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_VERIFY(!world.window->findChild<ui::KeySheet *>());
        world.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(world.window.get()));
        QTest::keyClick(world.window.get(), Qt::Key_F12);
        QVERIFY(world.state.thread()->conversation().isValid());
    }

    void keys_go_into_a_file_and_come_back()
    {
        QTemporaryDir folder;
        test::UiWorld world({20, 6, 30});
        world.prompts.folder = folder.path();
        world.prompts.files = {folder.filePath(u"destek-keys.json"_s)};
        QVERIFY(world.enter());
        QVERIFY(world.commands.rebind(u"task.next"_s, {keys("Ctrl+D")}).ok());
        world.window->openKeySheet();
        auto *sheet = world.window->findChild<ui::KeySheet *>();
        const auto press = [sheet](const QString &text) {
            for (auto *button : sheet->findChildren<QPushButton *>()) {
                if (button->text() == text)
                    button->click();
            }
        };
        press(u"Export…"_s);
        world.commands.restoreAll();
        QCOMPARE(world.commands.keysOf(u"task.next"_s), QList{keys("Ctrl+J")});
        press(u"Import…"_s);
        QCOMPARE(world.commands.keysOf(u"task.next"_s), QList{keys("Ctrl+D")});

        // What is not ours, or contradicts itself, changes nothing.
        QFile file(folder.filePath(u"destek-keys.json"_s));
        for (const QByteArray &wrong :
             {QByteArray("not json"), QByteArray("[]"), QByteArray(R"({"destek-keys":1})"),
              QByteArray(R"({"destek-keys":1,"keys":{"task.next":["Ctrl+Alt+Q"]}})"),
              QByteArray(R"({"destek-keys":1,"keys":{"a":["F12"],"b":["F12"]}})")}) {
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(wrong);
            file.close();
            press(u"Import…"_s);
            QCOMPARE(world.commands.keysOf(u"task.next"_s), QList{keys("Ctrl+D")});
        }
    }

    /// Ends badly under the sanitizers if anything of it is called once it is gone.
    void the_window_may_go_with_the_palette_open()
    {
        test::UiWorld world({20, 6, 30});
        QVERIFY(world.enter());
        world.window->palette()->openUp();
        QVERIFY(world.window->palette()->field()->hasFocus());
        world.window.reset();
        QVERIFY(!QApplication::focusWidget());
    }
};

DESTEK_TEST(PaletteAndSheet)
#include "tst_palette_and_sheet.moc"
