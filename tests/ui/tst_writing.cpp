// What an agent can send, by keys and clicks.
#include "tests/kit/test_main.h"
#include "tests/ui/composing.h"
#include "tests/ui/showcase.h"
#include "ui/composer/attachment_card.h"
#include "ui/composer/attachment_tray.h"
#include "ui/composer/composer.h"
#include "ui/composer/interactive_dialogs.h"
#include "ui/composer/picture_shrinker.h"
#include "ui/composer/place_dialogs.h"
#include "ui/composer/plain_edit.h"
#include "ui/composer/quote_bar.h"
#include "ui/composer/reaction_picker.h"
#include "ui/composer/template_fields.h"
#include "ui/composer/template_picker.h"
#include "ui/shell/desk_page.h"
#include "ui/thread/thread_pane.h"
#include "ui/thread/thread_view.h"

#include <QBuffer>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTextLayout>

using namespace destek;
using namespace destek::ui;
using namespace Qt::StringLiterals;
using net::FakeCall;

namespace
{

struct Open {
    explicit Open(qint64 id = 2) : world({40, 10, 60}, {Role::Agent})
    {
        world.server.setTemplates(test::everyTemplate());
        entered = world.enter();
        world.window->desk()->openConversation(ConversationId(id));
        (void)QTest::qWaitFor([this] { return world.state.thread()->rowCount() > 0; });
    }
    Composer *composer() { return world.window->desk()->thread()->composer(); }
    PlainEdit *edit() { return composer()->edit(); }
    TemplatePicker *picker() { return composer()->picker(); }
    void closeWindow()
    {
        ConversationSummary closed = world.server.world().conversation(ConversationId(2));
        closed.windowClosesAt = world.clock.now() - std::chrono::minutes(1);
        closed.allowance = {SendRefusal::WindowClosed, std::nullopt};
        world.server.change(closed);
    }
    /// Opens the picker and waits for its list.
    bool openTemplates()
    {
        QTest::keyClick(world.window.get(), Qt::Key_F3);
        return QTest::qWaitFor([this] { return picker()->list()->model()->rowCount() > 0; });
    }
    void chooseTemplate(int row)
    {
        picker()->list()->setCurrentIndex(picker()->list()->model()->index(row, 0));
    }
    const OutboundContent &lastSent() { return world.server.sent().last().content; }
    test::UiWorld world;
    bool entered = false;
};

QString write(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                : QString();
}

} // namespace

class Writing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // --- formatting ---------------------------------------------------------------------------
    void keys_format_the_selection_and_take_it_off_again()
    {
        Open open;
        open.edit()->setPlainText(u"çok önemli"_s);
        open.edit()->selectAll();
        QTest::keyClick(open.edit(), Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(open.edit()->toPlainText(), u"*çok önemli*"_s);
        QTest::keyClick(open.edit(), Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(open.edit()->toPlainText(), u"çok önemli"_s);
        QTest::keyClick(open.edit(), Qt::Key_I, Qt::ControlModifier);
        QCOMPARE(open.edit()->toPlainText(), u"_çok önemli_"_s);
        open.edit()->setPlainText(u"bir\niki"_s);
        open.edit()->selectAll();
        QTest::keyClick(open.edit(), Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(open.edit()->toPlainText(), u"~bir~\n~iki~"_s); // signs end with the line
        QTest::keyClick(open.edit(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(open.edit()->toPlainText(), u"`~bir~`\n`~iki~`"_s);
    }

    void formatting_is_shown_while_typing_and_stays_plain_text()
    {
        Open open;
        QTest::keyClicks(open.edit(), u"bu *onemli* degil"_s);
        const auto bold = [&] {
            for (const auto &range : open.edit()->document()->firstBlock().layout()->formats()) {
                if (range.format.fontWeight() > QFont::Normal)
                    return true;
            }
            return false;
        };
        QVERIFY(bold());
        QTest::keyClick(open.edit(), Qt::Key_Return);
        QTRY_COMPARE(open.world.server.sent().size(), 1);
        QCOMPARE(open.lastSent().text, u"bu *onemli* degil"_s);
    }

    // --- quotes and reactions -----------------------------------------------------------------
    void a_quote_is_shown_sent_and_taken_away()
    {
        Open open;
        const MessageView quoted = open.world.state.thread()->at(0);
        Q_EMIT open.world.window->desk()->thread()->view()->quoteRequested(quoted.id);
        QVERIFY(open.composer()->quoteBar()->isVisible());
        QTest::keyClick(open.edit(), Qt::Key_Escape);
        QVERIFY(!open.composer()->quoteBar()->isVisible());
        open.composer()->quote(quoted);
        QTest::keyClicks(open.edit(), u"evet"_s);
        QTest::keyClick(open.edit(), Qt::Key_Return);
        QTRY_COMPARE(open.world.server.sent().size(), 1);
        QCOMPARE(open.lastSent().answers, quoted.id);
        QVERIFY(!open.composer()->quoteBar()->isVisible());
    }

    void a_quote_stays_with_its_conversation()
    {
        Open open;
        open.composer()->quote(open.world.state.thread()->at(0));
        open.world.window->desk()->openConversation(ConversationId(3));
        QVERIFY(!open.composer()->quoteBar()->isVisible());
        open.world.window->desk()->openConversation(ConversationId(2));
        QVERIFY(open.composer()->quoteBar()->isVisible());
    }

    void a_reaction_is_chosen_by_key_and_taken_back_by_choosing_it_again()
    {
        Open open;
        MessageView message = open.world.state.thread()->at(0);
        Q_EMIT open.world.window->desk()->thread()->view()->reactRequested(message.id, {200, 200});
        auto *picker = open.composer()->findChild<ReactionPicker *>();
        QVERIFY(picker && picker->isVisible());
        QTest::keyClick(picker->focusWidget(), Qt::Key_Right);
        QTest::keyClick(picker->focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(open.world.server.sent().size(), 1);
        QCOMPARE(open.lastSent().kind, MessageKind::Reaction);
        QCOMPARE(open.lastSent().text, u"❤️"_s);
        QCOMPARE(open.lastSent().answers, message.id);
        ReactionView own;
        own.emoji = u"❤️"_s;
        own.fromUs = true;
        message.content.reactions << own;
        QTRY_VERIFY(!open.composer()->findChild<ReactionPicker *>());
        open.composer()->react(message, {200, 200});
        picker = open.composer()->findChild<ReactionPicker *>();
        QTest::keyClick(picker->focusWidget(), Qt::Key_Return); // the present one has the focus
        QTRY_COMPARE(open.world.server.sent().size(), 2);
        QVERIFY(open.lastSent().text.isEmpty());
    }

    void only_a_single_emoji_is_a_reaction()
    {
        for (const QString &fine :
             {u"👍"_s, u"❤️"_s, u"1️⃣"_s, u"🏳️‍🌈"_s, u"👍🏽"_s, u"🇹🇷"_s})
            QVERIFY2(isSingleEmoji(fine), qPrintable(fine));
        for (const QString &wrong : {u""_s, u"a"_s, u"1"_s, u"👍👍"_s, u"ok"_s, u"ğ"_s, u" "_s})
            QVERIFY2(!isSingleEmoji(wrong), qPrintable(wrong));
    }

    // --- files --------------------------------------------------------------------------------
    void files_are_chosen_and_sent_after_the_text()
    {
        Open open;
        QTemporaryDir folder;
        open.world.prompts.files = {write(folder, u"kutu.jpg"_s, test::picture({200, 100}, "JPEG")),
                                    write(folder, u"fatura.pdf"_s, "%PDF-1.7 fatura")};
        open.composer()->chooseFiles();
        QTRY_COMPARE(open.composer()->tray()->cards().size(), 2);
        auto *caption = open.composer()->tray()->cards().first()->caption();
        QTest::keyClicks(caption, u"hasar"_s);
        open.edit()->setPlainText(u"Ekte"_s);
        QTest::keyClick(caption, Qt::Key_Return);
        QTRY_COMPARE(open.world.server.sent().size(), 3);
        const auto &sent = open.world.server.sent();
        QCOMPARE(sent.at(0).content.kind, MessageKind::Text);
        QCOMPARE(sent.at(1).content.kind, MessageKind::Image);
        QCOMPARE(sent.at(1).content.text, u"hasar"_s);
        QCOMPARE(sent.at(2).content.kind, MessageKind::Document);
        QTRY_VERIFY(open.composer()->tray()->isHidden());
    }

    void files_are_dropped_and_pasted_and_nothing_else_is_taken_for_one()
    {
        Open open;
        QTemporaryDir folder;
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(write(folder, u"not.txt"_s, "merhaba")),
                       QUrl(u"https://example.org/a.jpg"_s)});
        QVERIFY(open.composer()->attach(&files));
        QTRY_COMPARE(open.composer()->tray()->cards().size(), 1);
        QMimeData image;
        image.setImageData(QImage(40, 30, QImage::Format_RGB32));
        QVERIFY(open.composer()->attach(&image));
        QTRY_COMPARE(open.composer()->tray()->cards().size(), 2);
        QMimeData words;
        words.setText(u"yalnızca metin"_s);
        QVERIFY(!open.composer()->attach(&words));
    }

    void a_folder_or_a_missing_file_is_said_and_not_sent()
    {
        Open open;
        QTemporaryDir folder;
        open.world.prompts.files = {folder.path(), folder.filePath(u"yok.jpg"_s)};
        open.composer()->chooseFiles();
        QTRY_COMPARE(open.composer()->tray()->cards().size(), 2);
        for (const AttachmentCard *card : open.composer()->tray()->cards())
            QVERIFY(card->says().contains(u"could not be read"_s));
        QTest::keyClick(open.edit(), Qt::Key_Return);
        QTest::qWait(20);
        QCOMPARE(open.world.server.calls(FakeCall::Upload), 0);
    }

    void a_picture_whatsapp_does_not_take_goes_out_as_jpeg()
    {
        Open open;
        auto *files = open.composer()->attachments();
        files->add(ConversationId(2), u"ekran.bmp"_s, test::picture({64, 48}, "BMP"));
        AttachmentCard *card = open.composer()->tray()->cards().first();
        QTRY_VERIFY(card->shrinkButton()->isVisible());
        QTest::mouseClick(card->shrinkButton(), Qt::LeftButton);
        QTRY_COMPARE(files->of(ConversationId(2)).first()->fault, models::FileFault::None);
        QCOMPARE(files->of(ConversationId(2)).first()->fileName, u"ekran.jpg"_s);
        QVERIFY(files->of(ConversationId(2)).first()->bytes.startsWith("\xFF\xD8\xFF"));
    }

    void shrinking_fits_the_limit_and_drops_the_metadata()
    {
        QImage image = QImage::fromData(test::picture({900, 700}, "PNG", true));
        image.setText(u"Comment"_s, u"yeri-ve-sahibi"_s);
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        QVERIFY(png.size() > 300'000);
        const QByteArray jpeg = shrunkPicture(png, 200'000);
        QVERIFY(!jpeg.isEmpty() && jpeg.size() <= 200'000);
        QVERIFY(!jpeg.contains("yeri-ve-sahibi"));
        QVERIFY(!QImage::fromData(jpeg).isNull());
        QVERIFY(shrunkPicture("<svg xmlns='http://www.w3.org/2000/svg'/>", 1000).isEmpty());
    }

    void what_failed_to_upload_is_kept_and_tried_again_by_click()
    {
        Open open;
        open.composer()->attachments()->add(ConversationId(2), u"a.jpg"_s,
                                            test::picture({20, 20}, "JPEG"));
        open.world.server.failNext(FakeCall::Upload, ApiErrorCode::Timeout);
        QTest::keyClick(open.edit(), Qt::Key_Return);
        AttachmentCard *card = open.composer()->tray()->cards().first();
        QTRY_VERIFY(card->againButton()->isVisible());
        QVERIFY(card->says().contains(u"kept"_s));
        QTest::mouseClick(card->againButton(), Qt::LeftButton);
        QTRY_COMPARE(open.world.server.sent().size(), 1);
    }

    void an_erased_person_takes_the_files_with_them()
    {
        Open open;
        open.composer()->attachments()->add(ConversationId(2), u"a.jpg"_s,
                                            test::picture({20, 20}, "JPEG"));
        (void)open.world.server.erasePerson(net::FakeWorld::contactOf(ConversationId(2)));
        QTRY_VERIFY(open.composer()->attachments()->of(ConversationId(2)).isEmpty());
    }

    // --- pieces -------------------------------------------------------------------------------
    void a_location_is_pasted_and_sent()
    {
        Open open;
        open.composer()->compose(Composer::Piece::Location);
        auto *dialog = open.world.window->findChild<LocationDialog *>();
        QVERIFY(dialog && !dialog->sendButton()->isEnabled());
        QVERIFY(!dialog->problem().isEmpty());
        QTest::keyClicks(dialog->latitude(), u"41.01, 28.97"_s);
        QTest::keyClick(dialog->latitude(), Qt::Key_Return); // reads both, then one may send
        QVERIFY(dialog->sendButton()->isEnabled());
        QTest::keyClick(dialog->longitude(), Qt::Key_Return);
        QTRY_COMPARE(open.world.server.sent().size(), 1);
        QCOMPARE(open.lastSent().location->longitude, 28.97);
    }

    void a_contact_needs_a_name_and_a_real_number()
    {
        Open open;
        open.composer()->compose(Composer::Piece::Contact);
        auto *dialog = open.world.window->findChild<ContactDialog *>();
        dialog->name()->setText(u"Kargo"_s);
        QVERIFY(!dialog->sendButton()->isEnabled());
        dialog->phone()->setText(u"12"_s);
        QVERIFY(!dialog->sendButton()->isEnabled());
        dialog->phone()->setText(u"0532 123 41 34"_s);
        QTest::mouseClick(dialog->sendButton(), Qt::LeftButton);
        QTRY_COMPARE(open.world.server.sent().size(), 1);
        QCOMPARE(open.lastSent().contacts.first().phones.first().value, u"+905321234134"_s);
    }

    void buttons_are_checked_while_one_types()
    {
        Open open;
        open.composer()->compose(Composer::Piece::Buttons);
        auto *dialog = open.world.window->findChild<ButtonsDialog *>();
        dialog->text()->setPlainText(u"Seçin"_s);
        dialog->labels().at(0)->setText(u"Evet"_s);
        dialog->labels().at(1)->setText(u"Evet"_s);
        QVERIFY(!dialog->sendButton()->isEnabled());
        dialog->labels().at(1)->setText(u"Yirmi karakterden uzun"_s);
        QVERIFY(!dialog->sendButton()->isEnabled());
        dialog->labels().at(1)->setText(u"Hayır"_s);
        QTest::keyClick(dialog->labels().at(1), Qt::Key_Return);
        QTRY_COMPARE(open.world.server.sent().size(), 1);
        QCOMPARE(open.lastSent().kind, MessageKind::Interactive);
        QCOMPARE(open.lastSent().buttons.size(), 2);
    }

    void a_list_has_sections_and_at_most_ten_rows()
    {
        Open open;
        open.composer()->compose(Composer::Piece::List);
        auto *dialog = open.world.window->findChild<ListDialog *>();
        dialog->text()->setPlainText(u"Konu?"_s);
        dialog->button()->setText(u"Seçin"_s);
        dialog->title(0)->setText(u"Kargo"_s);
        QVERIFY(dialog->sendButton()->isEnabled());
        for (int i = 0; i < 12; ++i)
            QTest::mouseClick(dialog->addRowButton(), Qt::LeftButton);
        QVERIFY(!dialog->addRowButton()->isEnabled());
        QTest::mouseClick(dialog->sendButton(), Qt::LeftButton);
        QTRY_COMPARE(open.world.server.sent().size(), 1);
        QCOMPARE(open.lastSent().list->sections.size(), 1);
        QCOMPARE(open.lastSent().list->sections.first().rows.size(), 1);
    }

    void a_refused_piece_is_kept_and_sent_again_by_click()
    {
        Open open;
        open.world.server.failNext(
            FakeCall::Send, ApiError{ApiErrorCode::Refused, SendRefusal::SendingStopped, {}});
        open.composer()->compose(Composer::Piece::Location);
        auto *dialog = open.world.window->findChild<LocationDialog *>();
        QTest::keyClicks(dialog->latitude(), u"41.01, 28.97"_s);
        QTest::keyClick(dialog->latitude(), Qt::Key_Return);
        QTest::keyClick(dialog->longitude(), Qt::Key_Return);
        Button *again = nullptr;
        QTRY_VERIFY([&] {
            for (Button *button : open.composer()->findChildren<Button *>()) {
                if (button->isVisible() && button->text() == u"Try again"_s)
                    again = button;
            }
            return again;
        }());
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_COMPARE(open.world.server.sent().size(), 1);
        QVERIFY(open.lastSent().location);
    }

    // --- templates ----------------------------------------------------------------------------
    void advertising_is_never_listed_and_search_and_language_narrow()
    {
        Open open;
        QVERIFY(open.openTemplates());
        auto *model = open.picker()->list()->model();
        QCOMPARE(model->rowCount(), 7); // the eighth is advertising
        open.picker()->search()->setText(u"SİPARİŞ"_s);
        QCOMPARE(model->rowCount(), 1);
        open.picker()->search()->setText({});
        auto *languages = open.picker()->languages();
        languages->setCurrentIndex(languages->findData(u"en"_s));
        Q_EMIT languages->activated(languages->currentIndex());
        QCOMPARE(model->rowCount(), 1);
    }

    void a_frozen_template_says_why_and_is_not_sent()
    {
        Open open;
        QVERIFY(open.openTemplates());
        for (const int row : {3, 4}) { // frozen, paused
            open.chooseTemplate(row);
            QVERIFY(!open.picker()->sendButton()->isEnabled());
            QTest::keyClick(open.picker()->list(), Qt::Key_Return);
        }
        QTest::qWait(20);
        QCOMPARE(open.world.server.calls(FakeCall::Send), 0);
    }

    void every_empty_field_blocks_and_the_name_is_suggested()
    {
        Open open;
        QVERIFY(open.openTemplates());
        open.chooseTemplate(0);
        const auto lines = open.picker()->fields()->lines();
        QCOMPARE(lines.size(), 4); // three variables, one end of an address
        const ConversationSummary person =
            open.world.server.world().conversation(ConversationId(2));
        QCOMPARE(lines.at(0)->text(), person.name);
        QVERIFY(!open.picker()->sendButton()->isEnabled());
        QTemporaryDir folder;
        open.world.prompts.files = {write(folder, u"a.jpg"_s, test::picture({20, 20}, "JPEG"))};
        for (Button *button : open.picker()->fields()->findChildren<Button *>())
            QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(open.picker()->fields()->values().headerUpload.isValid());
        lines.at(1)->setText(u"4821"_s);
        lines.at(2)->setText(u"yarın"_s);
        QVERIFY(!open.picker()->sendButton()->isEnabled());
        lines.at(3)->setText(u"TR4821"_s);
        QVERIFY(open.picker()->preview().contains(u"4821 numaralı"_s));
        QVERIFY(open.picker()->preview().contains(u"https://kargo.example/izle/TR4821"_s));
        QTest::keyClick(lines.at(3), Qt::Key_Return);
        QTRY_COMPARE(open.world.server.sent().size(), 1);
        const TemplateValues &values = open.lastSent().values;
        QCOMPARE(values.body, (QStringList{person.name, u"4821"_s, u"yarın"_s}));
        QCOMPARE(values.buttons, (QStringList{u"TR4821"_s, {}, {}}));
        QVERIFY(values.headerUpload.isValid());
    }

    /// The daemon keeps a file for a day; an agent's words must not go with it.
    void a_template_whose_file_is_gone_keeps_what_was_filled_in()
    {
        Open open;
        QVERIFY(open.openTemplates());
        open.chooseTemplate(0);
        QTemporaryDir folder;
        open.world.prompts.files = {write(folder, u"a.jpg"_s, test::picture({20, 20}, "JPEG"))};
        for (Button *button : open.picker()->fields()->findChildren<Button *>())
            QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(open.picker()->fields()->values().headerUpload.isValid());
        auto lines = open.picker()->fields()->lines();
        const QStringList words{u"Elif"_s, u"4821"_s, u"yarın"_s, u"TR4821"_s};
        for (int i = 0; i < words.size(); ++i)
            lines.at(i)->setText(words.at(i));
        open.world.server.failNext(FakeCall::Send,
                                   ApiError{ApiErrorCode::Refused, SendRefusal::FileGone, {}});
        QTest::keyClick(lines.at(3), Qt::Key_Return);
        QTRY_VERIFY(open.world.server.calls(FakeCall::Send) > 0);
        QTRY_COMPARE(open.picker()->fields()->lines().value(1)->text(), words.at(1));
        QVERIFY(open.picker()->isVisible());
        lines = open.picker()->fields()->lines();
        for (int i = 0; i < words.size(); ++i)
            QCOMPARE(lines.at(i)->text(), words.at(i));
        QVERIFY(!open.picker()->fields()->values().headerUpload.isValid());
        QVERIFY(!open.picker()->sendButton()->isEnabled());
    }

    void a_header_file_of_another_kind_is_refused_before_uploading()
    {
        Open open;
        QVERIFY(open.openTemplates());
        open.chooseTemplate(0);
        QTemporaryDir folder;
        open.world.prompts.files = {write(folder, u"a.jpg"_s, "%PDF-1.7 no picture")};
        for (Button *button : open.picker()->fields()->findChildren<Button *>())
            QTest::mouseClick(button, Qt::LeftButton);
        QTest::qWait(20);
        QCOMPARE(open.world.server.calls(FakeCall::Upload), 0);
        QVERIFY(!open.picker()->sendButton()->isEnabled());
    }

    void place_header_code_and_cards_are_filled_in()
    {
        Open open;
        QVERIFY(open.openTemplates());
        open.chooseTemplate(1);
        auto lines = open.picker()->fields()->lines();
        lines.at(0)->setText(u"41.01, 28.97"_s);
        lines.at(1)->setText(u"Merkez"_s);
        QCOMPARE(open.picker()->fields()->values().headerLocation->name, u"Merkez"_s);
        open.chooseTemplate(2);
        lines = open.picker()->fields()->lines();
        lines.at(0)->setText(u"123456"_s);
        lines.at(1)->setText(u"123456"_s);
        QVERIFY(open.picker()->sendButton()->isEnabled());
        open.chooseTemplate(5);
        QCOMPARE(open.picker()->fields()->values().cards.size(), 2);
        QVERIFY(!open.picker()->sendButton()->isEnabled());
    }

    void escape_goes_back_to_the_text_inside_the_window()
    {
        Open open;
        open.edit()->setPlainText(u"yarım"_s);
        QVERIFY(open.openTemplates());
        QVERIFY(open.picker()->isVisible());
        QTest::keyClick(open.picker()->list(), Qt::Key_Escape);
        QVERIFY(open.edit()->isVisible());
        QCOMPARE(open.edit()->toPlainText(), u"yarım"_s);
    }

    // --- the window ---------------------------------------------------------------------------
    void the_text_is_kept_when_the_window_closes_and_back_when_it_opens()
    {
        Open open;
        open.edit()->insertPlainText(u"yarım kalan cümle"_s);
        open.closeWindow();
        QTRY_COMPARE(open.composer()->mode(), ComposerMode::Templates);
        QVERIFY(open.picker()->isVisible());
        QVERIFY(!open.edit()->isVisible());
        ConversationSummary again = open.world.server.world().conversation(ConversationId(2));
        again.windowClosesAt = open.world.clock.now() + std::chrono::hours(23);
        again.allowance = {};
        open.world.server.change(again);
        QTRY_COMPARE(open.composer()->mode(), ComposerMode::Write);
        QVERIFY(open.edit()->isVisible());
        QCOMPARE(open.edit()->toPlainText(), u"yarım kalan cümle"_s);
    }

    void escape_shows_the_draft_while_the_window_is_closed()
    {
        Open open;
        open.edit()->insertPlainText(u"yarım kalan cümle"_s);
        open.closeWindow();
        QTRY_COMPARE(open.composer()->mode(), ComposerMode::Templates);
        QTest::keyClick(open.picker()->list(), Qt::Key_Escape);
        QVERIFY(open.edit()->isVisible());
        QTest::keyClicks(open.edit(), u"!"_s);
        QTest::keyClick(open.edit(), Qt::Key_Return);
        QTest::qWait(20);
        QCOMPARE(open.edit()->toPlainText(), u"yarım kalan cümle"_s); // to be read, not changed
        QCOMPARE(open.world.server.calls(FakeCall::Send), 0);
        QTest::keyClick(open.edit(), Qt::Key_Escape);
        QVERIFY(open.picker()->isVisible());
    }

    void a_conversation_somebody_else_answers_is_locked()
    {
        Open open;
        ConversationSummary other = open.world.server.world().conversation(ConversationId(2));
        other.standby = true;
        open.world.server.change(other);
        QTRY_COMPARE(open.composer()->mode(), ComposerMode::Locked);
        QVERIFY(!open.composer()->mayCompose());
    }

    void reading_and_typing_are_told_by_choice()
    {
        Open open;
        (void)open.world.server.customerWrites(ConversationId(2), u"orada mısınız"_s);
        QTRY_VERIFY(open.world.server.calls(FakeCall::MarkRead) > 0);
        const int told = open.world.server.calls(FakeCall::MarkRead);
        QTest::keyClicks(open.edit(), u"evet"_s);
        QTest::qWait(20);
        QCOMPARE(open.world.server.calls(FakeCall::MarkRead), told); // typing is off by default
        open.world.state.courtesies()->setShowsTyping(true);
        QTest::keyClicks(open.edit(), u" buradayim"_s);
        QTRY_COMPARE(open.world.server.calls(FakeCall::MarkRead), told + 1);
    }
};

DESTEK_TEST(Writing)
#include "tst_writing.moc"
