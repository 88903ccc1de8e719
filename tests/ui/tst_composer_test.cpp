#include "tests/kit/test_main.h"
#include "tests/ui/showcase.h"
#include "ui/composer/composer.h"
#include "ui/composer/plain_edit.h"
#include "ui/kit/button.h"
#include "ui/shell/desk_page.h"
#include "ui/thread/thread_pane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

using namespace destek;
using namespace destek::ui;
using namespace Qt::StringLiterals;

namespace
{

struct Open {
    explicit Open(qint64 id = 2, RoleSet roles = {Role::Agent}) : world({40, 10, 60}, roles)
    {
        entered = world.enter();
        world.window->desk()->openConversation(ConversationId(id));
    }
    Composer *composer() { return world.window->desk()->thread()->composer(); }
    PlainEdit *edit() { return composer()->edit(); }
    test::UiWorld world;
    bool entered = false;
};

} // namespace

class ComposerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void every_state_has_its_mode_and_its_words_data()
    {
        QTest::addColumn<int>("freeText"); // -1 allowed
        QTest::addColumn<int>("templates");
        QTest::addColumn<int>("feed");
        QTest::addColumn<bool>("may");
        QTest::addColumn<int>("mode");
        const auto row = [](const char *name, int freeText, int templates, net::FeedState feed,
                            bool may, ComposerMode mode) {
            QTest::newRow(name) << freeText << templates << int(feed) << may << int(mode);
        };
        using F = net::FeedState;
        using M = ComposerMode;
        const int closed = int(SendRefusal::WindowClosed);
        const int out = int(SendRefusal::OptedOut);
        const int nobody = int(SendRefusal::NoRecipient);
        row("open", -1, -1, F::Live, true, M::Write);
        row("offline", -1, -1, F::Offline, true, M::WriteOffline);
        row("catching up", -1, -1, F::CatchingUp, true, M::CatchingUp);
        row("connecting", -1, -1, F::Connecting, true, M::CatchingUp);
        row("stopped", -1, -1, F::Stopped, true, M::CatchingUp);
        row("window closed", closed, -1, F::Live, true, M::Templates);
        row("window closed, no template either", closed, out, F::Live, true, M::Locked);
        row("opted out (R-60)", out, out, F::Live, true, M::Locked);
        row("nobody to send to", nobody, nobody, F::Live, true, M::Locked);
        row("role may not", -1, -1, F::Live, false, M::Locked);
    }

    void every_state_has_its_mode_and_its_words()
    {
        QFETCH(int, freeText);
        QFETCH(int, templates);
        QFETCH(int, feed);
        QFETCH(bool, may);
        QFETCH(int, mode);
        ConversationSummary summary;
        if (freeText >= 0)
            summary.allowance.freeText = SendRefusal(freeText);
        if (templates >= 0)
            summary.allowance.templates = SendRefusal(templates);
        const auto now = Instant::fromSeconds(1000);
        const auto got = composerMode(summary, net::FeedState(feed), may, now);
        QCOMPARE(int(got), mode);
        QCOMPARE(composerSentence(got, summary, may).isEmpty(), got == ComposerMode::Write);
    }

    void the_clock_closes_the_window_by_itself()
    {
        ConversationSummary summary;
        summary.windowClosesAt = Instant::fromSeconds(1000);
        using F = net::FeedState;
        QCOMPARE(composerMode(summary, F::Live, true, Instant::fromSeconds(999)),
                 ComposerMode::Write);
        QCOMPARE(composerMode(summary, F::Live, true, Instant::fromSeconds(1000)),
                 ComposerMode::Templates);
    }

    void enter_sends_and_shift_enter_does_not()
    {
        Open open;
        QVERIFY(open.entered);
        QTest::keyClicks(open.edit(), u"Merhaba"_s);
        QTest::keyClick(open.edit(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(open.edit(), u"ikinci"_s);
        QCOMPARE(open.edit()->toPlainText(), u"Merhaba\nikinci"_s);
        QTest::keyClick(open.edit(), Qt::Key_Return);
        QTRY_COMPARE(open.world.server.sent().size(), 1);
        QCOMPARE(open.world.server.sent().first().content.text, u"Merhaba\nikinci"_s);
        QVERIFY(open.edit()->toPlainText().isEmpty());
    }

    void nothing_empty_and_nothing_too_long_goes_out()
    {
        Open open;
        open.edit()->setPlainText(u"   \n "_s);
        QTest::keyClick(open.edit(), Qt::Key_Return);
        open.edit()->setPlainText(QString(4097, u'a'));
        QTest::keyClick(open.edit(), Qt::Key_Return);
        QTest::qWait(20);
        QCOMPARE(open.world.server.calls(net::FakeCall::Send), 0);
        QCOMPARE(open.edit()->toPlainText().size(), 4097);
    }

    void text_is_kept_per_conversation()
    {
        Open open(2);
        open.edit()->setPlainText(u"yarım kalan"_s);
        open.world.window->desk()->openConversation(ConversationId(3));
        QVERIFY(open.edit()->toPlainText().isEmpty());
        open.world.window->desk()->openConversation(ConversationId(2));
        QCOMPARE(open.edit()->toPlainText(), u"yarım kalan"_s);
    }

    void refused_text_comes_back()
    {
        Open open;
        open.world.server.failNext(net::FakeCall::Send,
                                   ApiError{ApiErrorCode::Refused, SendRefusal::WindowClosed, {}});
        open.edit()->setPlainText(u"önemli"_s);
        QTest::keyClick(open.edit(), Qt::Key_Return);
        QTRY_COMPARE(open.edit()->toPlainText(), u"önemli"_s);
    }

    void an_erased_person_takes_the_words_with_them()
    {
        Open open;
        open.edit()->setPlainText(u"kişiye özel"_s);
        (void)open.world.server.erasePerson(net::FakeWorld::contactOf(ConversationId(2)));
        QTRY_VERIFY(open.composer()->draftOf(ConversationId(2)).isEmpty());
        QVERIFY(open.edit()->toPlainText().isEmpty());
    }

    void pasting_markup_pastes_its_plain_text()
    {
        Open open;
        auto *rich = new QMimeData; // the clipboard owns it
        rich->setHtml(u"<b>kalın</b>"_s);
        rich->setText(u"kalın"_s);
        QGuiApplication::clipboard()->setMimeData(rich);
        open.edit()->paste();
        QCOMPARE(open.edit()->toPlainText(), u"kalın"_s);
    }

    void the_question_is_answered_by_letter_but_not_while_typing_data()
    {
        QTest::addColumn<text::Language>("language");
        QTest::addColumn<char>("letter");
        QTest::newRow("yes") << text::Language::English << 'y';
        QTest::newRow("evet") << text::Language::Turkish << 'e';
    }
    void the_question_is_answered_by_letter_but_not_while_typing()
    {
        QFETCH(text::Language, language);
        QFETCH(char, letter);
        Open open;
        open.world.speech.choose(language);
        ConversationSummary asked = open.world.server.world().conversation(ConversationId(2));
        asked.optOutQuestion = true;
        open.world.server.change(asked);
        QTest::qWait(20);
        QTest::keyClicks(open.edit(), u"eyhn"_s);
        QCOMPARE(open.edit()->toPlainText(), u"eyhn"_s);
        QCOMPARE(open.world.server.calls(net::FakeCall::OptOutAnswer), 0);
        QTest::keyClick(open.composer(), letter);
        QTRY_COMPARE(open.world.server.calls(net::FakeCall::OptOutAnswer), 1);
        QTRY_COMPARE(open.composer()->mode(), ComposerMode::Locked);
    }
};

DESTEK_TEST(ComposerTest)
#include "tst_composer_test.moc"
