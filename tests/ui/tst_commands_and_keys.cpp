// One registry of commands: keys that Turkish keyboards have, that a user can change, and that
// answer also when they can do nothing (issue 4; journeys.md 6.1 and 6.5).
#include "app/settings.h"
#include "tests/kit/test_main.h"
#include "tests/ui/showcase.h"
#include "ui/composer/composer.h"
#include "ui/shell/desk_page.h"
#include "ui/shell/whisper.h"
#include "ui/thread/thread_pane.h"

#include <QAction>
#include <QMenuBar>
#include <QTemporaryDir>

using namespace destek;
using namespace Qt::StringLiterals;

namespace
{

QKeySequence keys(const char *words)
{
    return QKeySequence(QLatin1StringView(words), QKeySequence::PortableText);
}

} // namespace

class CommandsAndKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void every_default_key_exists_on_turkish_q_and_f()
    {
        test::UiWorld world({20, 6, 30});
        QVERIFY(world.commands.ids().size() > 25);
        QSet<QKeySequence> taken;
        for (const QString &id : world.commands.ids()) {
            const auto *command = world.commands.find(id);
            QVERIFY2(command->keys.size() <= ui::Commands::kMostKeys, qPrintable(id));
            bool suits = command->keys.isEmpty();
            bool needsFn = false;
            bool withControl = false;
            for (const QKeySequence &one : command->keys) {
                QVERIFY2(ui::checkKeys(one).ok(), qPrintable(id));
                QVERIFY2(!taken.contains(one), qPrintable(id));
                taken.insert(one);
                suits = suits || ui::suitsTurkishKeyboards(one);
                needsFn = needsFn || (one[0].key() >= Qt::Key_F1 && one[0].key() <= Qt::Key_F12);
                withControl = withControl || one[0].keyboardModifiers() & Qt::ControlModifier;
            }
            QVERIFY2(suits, qPrintable(id));
            QVERIFY2(!needsFn || withControl, qPrintable(id)); // laptops need fn for F keys
        }
        // The keys that journeys.md 6.1 promises.
        QVERIFY(world.commands.keysOf(u"inbox.next"_s).contains(keys("Alt+Down")));
        QVERIFY(world.commands.keysOf(u"inbox.previous"_s).contains(keys("Alt+Up")));
        QVERIFY(world.commands.keysOf(u"inbox.find"_s).contains(keys("Ctrl+F")));
        QVERIFY(world.commands.keysOf(u"message.templates"_s).contains(keys("F3")));
        QVERIFY(world.commands.keysOf(u"view.person"_s).contains(keys("F9")));
    }

    void no_widget_has_a_shortcut_of_its_own()
    {
        test::UiWorld world({20, 6, 30});
        QVERIFY(world.enter());
        QSet<QAction *> known;
        for (const QString &id : world.commands.ids())
            known.insert(world.commands.action(id));
        for (const QWidget *widget : world.window->findChildren<QWidget *>()) {
            for (QAction *action : widget->actions())
                QVERIFY2(action->shortcut().isEmpty() || known.contains(action),
                         qPrintable(action->text()));
        }
        QVERIFY(world.window->findChildren<QObject *>(u"QShortcut"_s).isEmpty());
    }

    void what_turkish_keyboards_cannot_type_is_told_apart()
    {
        for (const char *good : {"Ctrl+J", "Ctrl+Q", "Alt+Left", "F8", "Ctrl+0", "Ctrl++"})
            QVERIFY2(ui::suitsTurkishKeyboards(keys(good)), good);
        for (const char *bad : {"Ctrl+/", "Ctrl+[", "Ctrl+@", "Ctrl+\\", "Ctrl+I", "Ctrl+Alt+E"})
            QVERIFY2(!ui::suitsTurkishKeyboards(keys(bad)), bad);
    }

    void a_key_can_be_changed_and_works_at_once()
    {
        test::UiWorld world({20, 6, 30});
        QVERIFY(world.enter());
        QVERIFY(world.commands.rebind(u"go.logs"_s, {keys("Ctrl+Shift+L")}).ok());
        QTest::keyClick(world.window.get(), Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(world.window->desk()->screen(), ui::Screen::Inbox);
        QTest::keyClick(world.window.get(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(world.window->desk()->screen(), ui::Screen::Logs);
        world.commands.restore(u"go.logs"_s);
        QCOMPARE(world.commands.keysOf(u"go.logs"_s), QList{keys("Ctrl+4")});
        QVERIFY(world.commands.changedKeys().isEmpty());
    }

    void what_cannot_be_a_key_is_refused_with_a_sentence_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("why");
        const auto row = [](const char *words, ui::KeyRefusal why) {
            QTest::newRow(words) << QString::fromLatin1(words) << int(why);
        };
        row("A", ui::KeyRefusal::TypesText);
        row("Shift+A", ui::KeyRefusal::TypesText);
        row("Ctrl+Alt+Q", ui::KeyRefusal::TypesAltGr);
        row("Ctrl+C", ui::KeyRefusal::Editing);
        row("Ctrl+V", ui::KeyRefusal::Editing);
        row("Return", ui::KeyRefusal::Editing);
        row("Down", ui::KeyRefusal::Editing);
        row("Ctrl+K, Ctrl+J", ui::KeyRefusal::NotOneKey);
        row("", ui::KeyRefusal::NotOneKey);
        row("Ctrl+1", ui::KeyRefusal::Taken);
    }

    void what_cannot_be_a_key_is_refused_with_a_sentence()
    {
        QFETCH(QString, words);
        QFETCH(int, why);
        test::UiWorld world({20, 6, 30});
        const auto before = world.commands.keysOf(u"go.logs"_s);
        const auto answer =
            world.commands.rebind(u"go.logs"_s, {QKeySequence(words, QKeySequence::PortableText)});
        QVERIFY(!answer.ok());
        QCOMPARE(int(answer.error().why), why);
        QVERIFY(!world.commands.sentenceFor(answer.error()).isEmpty());
        QCOMPARE(world.commands.keysOf(u"go.logs"_s), before);
    }

    void a_conflict_names_the_command_that_has_the_key()
    {
        test::UiWorld world({20, 6, 30});
        const auto answer = world.commands.rebind(u"go.logs"_s, {keys("Ctrl+F")});
        QVERIFY(!answer.ok());
        QVERIFY(world.commands.sentenceFor(answer.error())
                    .contains(world.commands.words(u"inbox.find"_s)));
        const auto third = world.commands.rebind(
            u"go.logs"_s, {keys("Ctrl+Shift+1"), keys("Ctrl+Shift+2"), keys("Ctrl+Shift+3")});
        QVERIFY(!third.ok());
        QCOMPARE(third.error().why, ui::KeyRefusal::TooMany);
    }

    void a_default_gives_way_to_what_the_user_chose_elsewhere()
    {
        // The next version may bring a command with this key.
        test::UiWorld world({20, 6, 30});
        QVERIFY(world.commands.adopt({{u"future.act"_s, {u"Ctrl+4"_s}}}).ok());
        QVERIFY(world.commands.keysOf(u"go.logs"_s).isEmpty());
        const auto twice = world.commands.adopt(
            {{u"go.logs"_s, {u"Ctrl+Shift+L"_s}}, {u"go.inbox"_s, {u"Ctrl+Shift+L"_s}}});
        QVERIFY(!twice.ok());
        QVERIFY(world.commands.keysOf(u"go.logs"_s).isEmpty()); // none of it was taken
    }

    void changed_keys_are_there_again_after_a_restart()
    {
        QTemporaryDir folder;
        {
            app::Settings settings(folder.path());
            settings.setKeys({{u"task.next"_s, {u"Ctrl+G"_s, u"F12"_s}}, {u"go.logs"_s, {}}});
        }
        const app::Settings again(folder.path());
        const ui::KeyMap expected{{u"task.next"_s, {u"Ctrl+G"_s, u"F12"_s}}, {u"go.logs"_s, {}}};
        QCOMPARE(again.keys(), expected);
    }

    void a_key_pressed_in_vain_says_why()
    {
        test::UiWorld world({20, 6, 30}, {Role::Agent});
        QVERIFY(world.enter());
        QVERIFY(!world.window->whisper()->isVisible());
        QTest::keyClick(world.window.get(), Qt::Key_4, Qt::ControlModifier);
        QVERIFY(world.window->whisper()->isVisible());
        QCOMPARE(world.window->whisper()->sentence(), u"Your role does not include this."_s);
        QCOMPARE(world.window->desk()->screen(), ui::Screen::Inbox);
        world.window->desk()->openConversation(ConversationId(1));
        world.window->desk()->thread()->composer()->clear();
        QTest::keyClick(world.window.get(), Qt::Key_F3);
        QCOMPARE(world.window->whisper()->sentence(), u"Please open a conversation first."_s);
    }

    void menus_grey_what_is_impossible_while_they_are_looked_at()
    {
        test::UiWorld world({20, 6, 30}, {Role::Agent});
        QVERIFY(world.enter());
        auto *logs = world.commands.action(u"go.logs"_s);
        QVERIFY(logs->isEnabled());
        auto *menu = world.window->menuBar()->actions().first()->menu();
        menu->popup(world.window->mapToGlobal(QPoint(10, 10)));
        QVERIFY(!logs->isEnabled());
        QVERIFY(world.commands.action(u"inbox.find"_s)->isEnabled());
        menu->hide();
        QVERIFY(logs->isEnabled());
    }
};

DESTEK_TEST(CommandsAndKeys)
#include "tst_commands_and_keys.moc"
