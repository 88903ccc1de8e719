// Every kind of message as an agent sees it.
#include "core/policy/send_refusal.h"
#include "models/format/words.h"
#include "tests/kit/test_main.h"
#include "tests/ui/gallery.h"
#include "tests/ui/media_samples.h"
#include "ui/composer/composer.h"
#include "ui/composer/plain_edit.h"
#include "ui/composer/template_picker.h"
#include "ui/media/media_store.h"
#include "ui/shell/desk_page.h"
#include "ui/thread/media_viewer.h"
#include "ui/thread/message_delegate.h"
#include "ui/thread/thread_media.h"
#include "ui/thread/thread_pane.h"
#include "ui/thread/thread_view.h"

#include <QClipboard>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace destek;
using namespace destek::ui;
using namespace Qt::StringLiterals;

namespace
{

const ConversationId kRoom(7);

struct Open : test::UiWorld {
    Open() : UiWorld({20, 6, 300})
    {
        entered = enter();
        window->desk()->openConversation(kRoom);
        entered = entered && QTest::qWaitFor([this] { return state.thread()->rowCount() > 0; });
    }
    [[nodiscard]] ThreadPane *pane() { return window->desk()->thread(); }
    [[nodiscard]] ThreadView *view() { return pane()->view(); }
    [[nodiscard]] QModelIndex row(const MessageView &message)
    {
        return state.thread()->index(state.thread()->rowOf(message.id));
    }
    [[nodiscard]] QString painted(const MessageView &message)
    {
        auto *delegate = qobject_cast<MessageDelegate *>(view()->itemDelegate());
        return delegate->bubble(row(message)).paintedText();
    }
    [[nodiscard]] QString spoken(const MessageView &message)
    {
        return row(message).data(Qt::AccessibleTextRole).toString();
    }
    bool entered = false;
};

} // namespace

class Bubbles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void every_kind_is_painted_and_read_out()
    {
        Open world;
        QVERIFY(world.entered);
        test::fillGallery(world, kRoom);
        QTest::qWait(300);
        const auto *thread = world.state.thread();
        for (int i = 0; i < thread->rowCount(); ++i) {
            QVERIFY(!thread->index(i).data(Qt::AccessibleTextRole).toString().isEmpty());
            QVERIFY(world.view()->visualRect(thread->index(i)).height() > 10);
        }
        QVERIFY(!world.view()->viewport()->grab().isNull());
    }

    void words_are_formatted_and_copied_as_they_came()
    {
        Open world;
        const auto message =
            test::customerSends(world, kRoom, MessageKind::Text, u"*kalın* <b>x</b>"_s);
        QCOMPARE(world.painted(message), u"kalın <b>x</b>"_s);
        world.view()->perform(BubbleAction::CopyText, world.row(message));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"*kalın* <b>x</b>"_s);
    }

    void a_long_text_is_unfolded_by_key()
    {
        Open world;
        const auto message =
            test::customerSends(world, kRoom, MessageKind::Text, u"uzun "_s.repeated(1000));
        const auto letters = [&] { return world.painted(message).size(); };
        const auto offered = [&] {
            return world.view()->actionsAt(world.row(message)).contains(BubbleAction::ShowAll);
        };
        QVERIFY(letters() < 4000);
        QVERIFY(offered());
        world.view()->setCurrentIndex(world.row(message));
        QTest::keyClick(world.view(), Qt::Key_A);
        QVERIFY(letters() > 4900);
        QVERIFY(!offered());
    }

    void a_recording_is_wound_and_sped_up_by_key()
    {
        Open world;
        const auto voice =
            test::customerSends(world, kRoom, MessageKind::Voice, {},
                                test::mediaContent(u"audio/ogg; codecs=opus"_s, 4000));
        const auto text = test::customerSends(world, kRoom, MessageKind::Text, u"Alo?"_s);
        QSignalSpy asked(world.view(), &ThreadView::mediaRequested);
        world.view()->setCurrentIndex(world.row(voice));
        for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Left, Qt::Key_S})
            QTest::keyClick(world.view(), key);
        QCOMPARE(asked.size(), 3);
        QCOMPARE(asked.at(0).at(1).value<BubbleHit>().action, BubbleAction::Forward);
        QCOMPARE(asked.at(1).at(1).value<BubbleHit>().action, BubbleAction::Back);
        QCOMPARE(world.pane()->media()->player().speed(), 1.5);
        world.view()->setCurrentIndex(world.row(text)); // nothing to wind
        QTest::keyClick(world.view(), Qt::Key_Right);
        QCOMPARE(asked.size(), 3);
    }

    void one_line_of_a_card_is_copied_from_the_menu()
    {
        Open world;
        MessageContent card;
        card.contacts = {{u"Ali & Veli"_s,
                          u"<b>Depo</b>"_s,
                          {{u"cep"_s, u"+90 532 000 00 00"_s}},
                          {{u"iş"_s, u"ali&veli@example.com"_s}},
                          {},
                          false}};
        const auto message = test::customerSends(world, kRoom, MessageKind::Contacts, {}, card);
        world.view()->setCurrentIndex(world.row(message));
        QTest::keyClick(world.view(), Qt::Key_Menu);
        auto *menu = world.view()->findChild<QMenu *>();
        QVERIFY(menu);
        QAction *line = nullptr;
        for (QAction *action : menu->actions()) {
            if (action->text().contains(u"ali&&veli@example.com"_s))
                line = action;
        }
        QVERIFY(line);
        line->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"ali&veli@example.com"_s);
        menu->close();
    }

    void what_was_refused_when_its_turn_came_has_a_way_on()
    {
        Open world;
        MessageView message = test::weSent(world, kRoom, MessageKind::Text, u"Kargonuz yolda"_s, {},
                                           SendState::Refused);
        const auto refused = [&](SendRefusal why) {
            message.refusal = wireName(why);
            world.state.thread()->apply(message);
            return world.view()->actionsAt(world.row(message));
        };
        QVERIFY(!refused(SendRefusal::OptedOut).contains(BubbleAction::Rewrite));
        const auto held = refused(SendRefusal::HeldByColleague);
        QVERIFY(held.contains(BubbleAction::Rewrite) && !held.contains(BubbleAction::Templates));
        const auto closed = refused(SendRefusal::WindowClosed);
        for (const BubbleAction action :
             {BubbleAction::Templates, BubbleAction::Rewrite, BubbleAction::Tell})
            QVERIFY(closed.contains(action));
        auto *composer = world.pane()->composer();
        for (int twice = 0; twice < 2; ++twice) {
            world.view()->perform(BubbleAction::Rewrite, world.row(message));
            QCOMPARE(composer->edit()->toPlainText(), u"Kargonuz yolda"_s);
        }
        world.view()->perform(BubbleAction::Templates, world.row(message));
        QVERIFY(composer->picker()->isVisible());
        world.view()->perform(BubbleAction::Tell, world.row(message));
        QCOMPARE(composer->kind(), Draft::Kind::Note);
        QVERIFY(composer->edit()->toPlainText().contains(words::problemSentence(message)));
        QCOMPARE(composer->draftOf(kRoom), u"Kargonuz yolda"_s); // kept beside it
    }

    void what_whatsapp_does_not_hand_on_is_named()
    {
        Open world;
        MessageContent poll;
        poll.foreignType = u"poll_creation"_s;
        const auto message = test::customerSends(world, kRoom, MessageKind::Unsupported, {}, poll);
        QCOMPARE(world.painted(message), u"Sent something WhatsApp does not hand on: a poll"_s);
        MessageContent odd;
        odd.foreignType = u"hologram"_s;
        const auto unknown = test::customerSends(world, kRoom, MessageKind::Unknown, {}, odd);
        QVERIFY(world.painted(unknown).contains(u"hologram"_s));
    }

    void what_was_written_in_a_group_says_so()
    {
        Open world;
        MessageContent content;
        content.inGroup = true;
        const auto message =
            test::customerSends(world, kRoom, MessageKind::Text, u"Gruptan yazıyorum"_s, content);
        QVERIFY(world.spoken(message).contains(u"Written in a WhatsApp group"_s));
    }

    void a_file_that_is_not_here_says_why()
    {
        Open world;
        const std::array<std::pair<MediaState, QString>, 5> states{
            {{MediaState::Waiting, u"Still being fetched"_s},
             {MediaState::Expired, u"Expired"_s},
             {MediaState::TooLarge, u"Too large"_s},
             {MediaState::Damaged, u"Damaged"_s},
             {MediaState::Missing, u"Not available"_s}}};
        for (const auto &[state, words] : states) {
            for (const MessageKind kind :
                 {MessageKind::Image, MessageKind::Voice, MessageKind::Document}) {
                const auto message = test::customerSends(
                    world, kRoom, kind, {}, test::mediaContent(u"image/jpeg"_s, 9, {}, state));
                QVERIFY2(world.painted(message).contains(words),
                         qPrintable(world.painted(message)));
                QVERIFY(world.spoken(message).contains(words));
            }
        }
    }

    void a_withdrawn_message_shows_nothing_of_itself()
    {
        Open world;
        const QByteArray photo = test::jpegBytes({80, 60});
        MessageContent content = test::mediaContent(u"image/jpeg"_s, photo.size());
        auto message =
            test::customerSends(world, kRoom, MessageKind::Image, u"gizli"_s, content, photo);
        world.view()->viewport()->grab();
        auto &store = world.pane()->media()->store();
        QTRY_COMPARE(store.state(message.id), MediaStore::State::Here);
        message.content.revoked = true;
        world.state.thread()->apply(message);
        QVERIFY(!world.painted(message).contains(u"gizli"_s));
        QVERIFY(!world.spoken(message).contains(u"gizli"_s));
        QCOMPARE(store.state(message.id), MediaStore::State::None);
    }

    void reactions_come_and_go()
    {
        Open world;
        auto message = test::customerSends(world, kRoom, MessageKind::Text, u"Tamam"_s);
        const int plain = world.view()->visualRect(world.row(message)).height();
        message.content.reactions = {{u"👍"_s, true, u"Deniz"_s, world.clock.now()}};
        world.state.thread()->apply(message);
        QVERIFY(world.view()->visualRect(world.row(message)).height() > plain);
        QVERIFY(world.spoken(message).contains(u"👍"_s));
        message.content.reactions.clear();
        world.state.thread()->apply(message);
        QCOMPARE(world.view()->visualRect(world.row(message)).height(), plain);
    }

    void what_is_absorbed_has_no_row()
    {
        Open world;
        auto message = test::customerSends(world, kRoom, MessageKind::Reaction, u"👍"_s);
        QVERIFY(world.row(message).isValid());
        message.absorbed = true;
        world.state.thread()->apply(message);
        QVERIFY(!world.row(message).isValid());
    }

    void a_quote_leads_to_its_message()
    {
        Open world;
        world.window->desk()->openConversation(ConversationId(1)); // the long one
        QTRY_VERIFY(world.state.thread()->hasOlder());
        const MessageView old = world.server.world().message(ConversationId(1), 150);
        QCOMPARE(world.state.thread()->rowOf(old.id), -1);
        MessageContent content;
        content.quote = QuoteView{old.id, true, u"Deniz"_s, u"eski"_s};
        const auto answer = test::customerSends(world, ConversationId(1), MessageKind::Text,
                                                u"Buna bakın"_s, content);
        world.view()->perform(BubbleAction::JumpToQuote, world.row(answer));
        QTRY_VERIFY(world.state.thread()->rowOf(old.id) >= 0);
        QTRY_COMPARE(world.view()->currentIndex().row(), world.state.thread()->rowOf(old.id));
    }

    void a_quote_of_nothing_says_so()
    {
        Open world;
        QSignalSpy failed(world.view(), &ThreadView::jumpFailed);
        MessageContent content;
        content.quote = QuoteView{};
        const auto answer =
            test::customerSends(world, kRoom, MessageKind::Text, u"Buna"_s, content);
        QVERIFY(world.painted(answer).contains(u"not available"_s));
        world.view()->perform(BubbleAction::JumpToQuote, world.row(answer));
        QCOMPARE(failed.size(), 1);
    }

    void hostile_names_are_saved_harmlessly()
    {
        Open world;
        QTemporaryDir folder;
        world.prompts.folder = folder.path();
        const QString name = u"../../fatura\u202Efdp.exe"_s;
        const auto message =
            test::customerSends(world, kRoom, MessageKind::Document, {},
                                test::mediaContent(u"application/pdf"_s, 8, name), "%PDF-1.7");
        QVERIFY(!world.painted(message).contains(QChar(0x202E)));
        QSignalSpy saved(world.pane()->media(), &ThreadMedia::saved);
        for (int i = 0; i < 2; ++i) {
            world.view()->perform(BubbleAction::SaveAs, world.row(message));
            QTRY_COMPARE(saved.size(), i + 1);
        }
        const QStringList files = QDir(folder.path()).entryList(QDir::Files);
        QCOMPARE(files.size(), 2); // the second did not overwrite the first
        for (const QString &file : files) {
            QVERIFY(!file.contains(QChar(0x202E)));
            QVERIFY(!(QFile::permissions(folder.filePath(file)) & QFile::ExeOwner));
        }
    }

    void captions_from_right_to_left_stay_in_their_bubble()
    {
        Open world;
        const auto message = test::customerSends(world, kRoom, MessageKind::Text, u"مرحبا بكم"_s);
        auto *delegate = qobject_cast<MessageDelegate *>(world.view()->itemDelegate());
        QImage image(world.view()->viewport()->width(), 100, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        delegate->bubble(world.row(message)).paint(painter, {0, 0}, false, false);
        painter.end();
        for (int x = image.width() / 2; x < image.width(); ++x) {
            for (int y = 0; y < image.height(); ++y)
                QCOMPARE(qAlpha(image.pixel(x, y)), 0);
        }
    }

    void keys_act_on_the_selected_message()
    {
        Open world;
        const auto message = test::customerSends(world, kRoom, MessageKind::Text, u"Merhaba"_s);
        QTest::keyClick(world.pane()->composer()->edit(), Qt::Key_Up);
        QSignalSpy quoted(world.view(), &ThreadView::quoteRequested);
        QSignalSpy reacted(world.view(), &ThreadView::reactRequested);
        QTest::keyClick(world.view(), Qt::Key_Return);
        QTest::keyClick(world.view(), Qt::Key_T);
        QTest::keyClick(world.view(), Qt::Key_K);
        QCOMPARE(quoted.size(), 1);
        QCOMPARE(quoted.at(0).at(0).value<MessageId>(), message.id);
        QCOMPARE(reacted.size(), 1);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Merhaba"_s);
    }

    void the_viewer_goes_through_the_pictures()
    {
        Open world;
        const QByteArray photo = test::jpegBytes({300, 200});
        const auto content = test::mediaContent(u"image/jpeg"_s, photo.size());
        QList<MessageView> pictures;
        for (int i = 0; i < 2; ++i)
            pictures << test::customerSends(world, kRoom, MessageKind::Image, {}, content, photo);
        world.view()->selectLast();
        QTest::keyClick(world.view(), Qt::Key_Space);
        MediaViewer *viewer = world.pane()->media()->viewer();
        QVERIFY(viewer && viewer->isVisible());
        QCOMPARE(viewer->current(), pictures.at(1).id);
        QCOMPARE(viewer->accessibleName(), u"Picture 2 of 2"_s);
        QTest::keyClick(viewer, Qt::Key_Left);
        QCOMPARE(viewer->current(), pictures.at(0).id);
        QTest::keyClick(viewer, Qt::Key_Plus);
        QVERIFY(viewer->zoom() > 1);
        QTest::keyClick(viewer, Qt::Key_0);
        QCOMPARE(viewer->zoom(), 1.0);
        QTest::keyClick(viewer, Qt::Key_Escape);
        QVERIFY(!viewer->isVisible());
    }

    // --- right to left -------------------------------------------------------------------------
    /// Each paragraph by its own first letter, whatever stands around it.
    void a_paragraph_stands_where_its_letters_begin()
    {
        const Theme theme;
        TextPart part(theme, u"Merhaba\nمرحبا\nteşekkürler"_s, {});
        const QSizeF size = part.layOut(400);
        part.stretch(400);
        QCOMPARE(part.words(), u"Merhaba\u2028مرحبا\u2028teşekkürler"_s); // nothing added
        QImage image(400, int(size.height()), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        part.paint(painter, QPointF());
        painter.end();
        const auto inked = [&](int line, int from, int to) {
            const int tall = image.height() / 3;
            for (int y = line * tall; y < (line + 1) * tall; ++y) {
                for (int x = from; x < to; ++x) {
                    if (image.pixelColor(x, y).lightness() < 128)
                        return true;
                }
            }
            return false;
        };
        for (const int line : {0, 2}) {
            QVERIFY(inked(line, 0, 60));
            QVERIFY(!inked(line, 200, 400));
        }
        QVERIFY(inked(1, 360, 400));
        QVERIFY(!inked(1, 0, 200));
    }

    void the_time_never_stands_on_words_that_run_to_the_left()
    {
        const Theme theme;
        TextPart leftward(theme, u"مرحبا"_s, {});
        TextPart rightward(theme, u"Merhaba مرحبا"_s, {});
        (void)leftward.layOut(400);
        (void)rightward.layOut(400);
        QVERIFY(leftward.lastLine() < 0);
        QVERIFY(rightward.lastLine() > 0);
    }

    // --- heights that are assumed until they are needed ------------------------------------------
    void rows_on_screen_have_their_true_height_wherever_one_goes()
    {
        Open world;
        QVERIFY(world.entered);
        test::fillGallery(world, kRoom);
        auto *view = world.view();
        auto *bar = view->verticalScrollBar();
        auto *delegate = qobject_cast<MessageDelegate *>(view->itemDelegate());
        const auto *thread = world.state.thread();
        for (const int part : {100, 70, 40, 85, 20}) {
            bar->setValue(bar->maximum() * part / 100);
            int seen = 0;
            for (int row = 0; row < thread->rowCount(); ++row) {
                const QModelIndex index = thread->index(row);
                if (!view->visualRect(index).intersects(view->viewport()->rect()))
                    continue;
                ++seen;
                QCOMPARE(view->visualRect(index).height(), delegate->bubble(index).height());
            }
            QVERIFY(seen > 0);
        }
    }

    void what_is_read_stays_where_it_is_while_the_rest_is_measured()
    {
        Open world;
        QVERIFY(world.entered);
        auto *view = world.view();
        auto *bar = view->verticalScrollBar();
        view->retranslate(); // everything is to be measured anew
        bar->setValue(bar->maximum() / 2);
        const QPersistentModelIndex middle = view->indexAt(view->viewport()->rect().center());
        QVERIFY(middle.isValid());
        const int top = view->visualRect(middle).top();
        QTest::qWait(200);
        QCOMPARE(view->visualRect(middle).top(), top);
    }
};

DESTEK_TEST(Bubbles)

#include "tst_bubbles.moc"
