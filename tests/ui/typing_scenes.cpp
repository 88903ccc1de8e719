#include "tests/ui/typing_scenes.h"

#include "tests/kit/places.h"
#include "ui/composer/composer.h"
#include "ui/composer/emoji_picker.h"
#include "ui/composer/plain_edit.h"
#include "ui/composer/spell_checker.h"
#include "ui/composer/writing_aids.h"
#include "ui/shell/desk_page.h"
#include "ui/thread/thread_pane.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace destek::test
{

namespace
{

void removeQuickReplies(UiWorld &world)
{
    for (const qint64 id : {1, 2, 3})
        world.server.removeQuickReply(QuickReplyId(id), {world.window.get(), [](const auto &) {}});
    settle();
    world.state.team()->load(world.state.agent().id);
    settle();
}

void pickEmoji(UiWorld &world, bool search)
{
    auto *aids = world.window->desk()->thread()->composer()->aids();
    ui::WritingHabits habits;
    habits.skinTone = 2;
    aids->setHabits(habits);
    ui::EmojiPicker *picker = aids->openEmoji();
    if (search)
        picker->field()->setText(world.speech.isTurkish() ? u"el"_s : u"hand"_s);
}

void misspell(UiWorld &world, bool menu)
{
    auto *composer = world.window->desk()->thread()->composer();
    ui::SpellChecker *checker = composer->aids()->spelling();
    checker->setFolders({QStringLiteral(DESTEK_SOURCE_DIR "/tests/fixtures/spelling")});
    checker->setTeaches(true);
    ui::WritingHabits habits;
    habits.spellTurkish = true;
    habits.spellEnglish = true;
    composer->aids()->setHabits(habits);
    composer->edit()->setPlainText(u"Merhba, *kargnuz* bugün yola çıktı: 4821 "_s);
    (void)QTest::qWaitFor([checker] { return checker->mistakes().size() == 2; });
    if (menu)
        checker->goToMistake();
    settle(200);
}

} // namespace

void arrangeTyping(UiWorld &world, const QString &screen)
{
    auto *edit = world.window->desk()->thread()->composer()->edit();
    world.window->activateWindow();
    edit->setFocus();
    if (screen == "typing-replies-none"_L1)
        removeQuickReplies(world);
    if (screen == "typing-replies"_L1 || screen == "typing-replies-none"_L1) {
        QTest::keyClicks(edit, u"/"_s);
    } else if (screen == "typing-replies-search"_L1) {
        QTest::keyClicks(edit, u"Merhaba,"_s);
        world.commands.run(u"message.quickReplies"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"kargo"_s);
    } else if (screen == "typing-unfilled"_L1) {
        edit->setPlainText(u"{field:Sipariş no} numaralı gönderiniz yola çıktı."_s);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    if (screen.startsWith("typing-emoji"_L1))
        pickEmoji(world, screen == "typing-emoji-search"_L1);
    if (screen.startsWith("typing-spelling"_L1))
        misspell(world, screen == "typing-spelling-menu"_L1);
    settle();
}

} // namespace destek::test
