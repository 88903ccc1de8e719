// Rows as they are painted and as they are read out.
#include "tests/kit/test_main.h"
#include "tests/ui/showcase.h"
#include "ui/inbox/inbox_delegate.h"
#include "ui/inbox/inbox_pane.h"
#include "ui/shell/desk_page.h"
#include "ui/thread/message_delegate.h"
#include "ui/thread/thread_pane.h"
#include "ui/thread/thread_view.h"

#include <QAccessible>
#include <QListView>
#include <QPainter>
#include <QScrollBar>

using namespace destek;
using namespace destek::ui;
using namespace Qt::StringLiterals;

class Rows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void every_glyph_has_a_shape_of_its_own()
    {
        QSet<QByteArray> pictures;
        int last = int(Glyph::GiveUp);
        for (int i = 1; i <= last; ++i) {
            QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paintGlyph(painter, Glyph(i), QRectF(0, 0, 32, 32), Qt::black);
            painter.end();
            QByteArray bytes(reinterpret_cast<const char *>(image.constBits()),
                             image.sizeInBytes());
            QVERIFY2(bytes.count('\0') < bytes.size(), qPrintable(QString::number(i)));
            pictures.insert(bytes);
        }
        // Two pairs mean the same and look the same: syncing/retry, contacts/person.
        QCOMPARE(pictures.size(), last - 2);
    }

    void no_state_looks_like_another()
    {
        QCOMPARE(markOf(SendState::Queued).glyph, Glyph::Clock);
        QCOMPARE(markOf(SendState::Sent).glyph, Glyph::Tick);
        QCOMPARE(markOf(SendState::Delivered).glyph, Glyph::TwoTicks);
        QCOMPARE(markOf(SendState::Read).glyph, Glyph::TwoTicks);
        QVERIFY(markOf(SendState::Read).color != markOf(SendState::Delivered).color);
        QCOMPARE(markOf(SendState::Failed).glyph, Glyph::Alert);
        QVERIFY(markOf(SendState::Unknown).glyph != markOf(SendState::Failed).glyph);
        // A tick is drawn only for a received status (lessons.md 4.3).
        QVERIFY(markOf(SendState::Unknown).glyph != Glyph::Tick);
        QVERIFY(markOf(SendState::Sending).glyph != Glyph::Tick);
    }

    void the_bar_tells_whose_it_is_and_the_time_how_much_is_left()
    {
        test::UiWorld world({20, 6, 20});
        test::Showcase showcase(world);
        QVERIFY(world.enter());
        auto *list = world.window->desk()->inbox()->list();
        const QImage picture = list->viewport()->grab().toImage();
        const auto rowRect = [&](qint64 id) {
            const int row = world.state.inbox()->rowOf(ConversationId(id));
            return list->visualRect(list->model()->index(row, 0));
        };
        const auto bar = [&](qint64 id) {
            QSet<QString> colors;
            const QRect rect = rowRect(id);
            for (int y = rect.top(); y < rect.bottom(); ++y)
                colors.insert(picture.pixelColor(1, y).name());
            return colors;
        };
        const auto name = [&](Token token) { return world.theme.color(token).name(); };
        QCOMPARE(bar(1), QSet<QString>{name(Token::Accent)});     // mine
        QCOMPARE(bar(2), QSet<QString>{name(Token::LineStrong)}); // Ayşe's
        // Nobody's: a shape of its own, not only a colour.
        QCOMPARE(bar(3), (QSet<QString>{name(Token::Warn), name(Token::Surface)}));
        const auto timeShows = [&](qint64 id, Token ink) {
            const QRect rect = rowRect(id);
            for (int y = rect.top(); y < rect.center().y(); ++y) {
                for (int x = rect.center().x(); x < rect.right(); ++x) {
                    if (picture.pixelColor(x, y).name() == name(ink))
                        return true;
                }
            }
            return false;
        };
        QVERIFY(timeShows(2, Token::Bad));    // 24 min
        QVERIFY(timeShows(5, Token::Warn));   // 97 min
        QVERIFY(timeShows(1, Token::Good));   // a day
        QVERIFY(timeShows(3, Token::Closed)); // closed
    }

    void rows_are_read_out()
    {
        test::UiWorld world({20, 6, 20});
        test::Showcase showcase(world);
        QVERIFY(world.enter());
        auto *list = world.window->desk()->inbox()->list();
        auto *spoken = QAccessible::queryAccessibleInterface(list);
        QVERIFY(spoken && spoken->childCount() > 0);
        const QString row = spoken->child(0)->text(QAccessible::Name);
        QVERIFY2(row.contains(u"left"_s) || row.contains(u"closed"_s), qPrintable(row));
        world.window->desk()->openConversation(ConversationId(test::Showcase::kRich));
        QTRY_VERIFY(world.state.thread()->rowCount() > 0);
        auto *thread =
            QAccessible::queryAccessibleInterface(world.window->desk()->thread()->view());
        const QString last = thread->child(thread->childCount() - 1)->text(QAccessible::Name);
        QVERIFY2(last.contains(u"iyi çalışmalar"_s), qPrintable(last));
    }

    void an_event_line_is_nothing_a_customer_could_write()
    {
        // Same words, once as an event and once as a message: not one bubble pixel alike.
        test::UiWorld world({20, 6, 20});
        test::Showcase showcase(world);
        QVERIFY(world.enter());
        world.window->desk()->openConversation(ConversationId(test::Showcase::kOptedOut));
        QTRY_VERIFY(world.state.thread()->rowCount() > 0);
        auto *view = world.window->desk()->thread()->view();
        const auto *model = world.state.thread();
        int event = -1;
        for (int i = 0; i < model->rowCount(); ++i) {
            if (model->at(i).direction == Direction::Event)
                event = i;
        }
        QVERIFY(event >= 0);
        const QRect rect = view->visualRect(model->index(event));
        const QImage picture = view->viewport()->grab().toImage();
        bool seen = false;
        for (int x = rect.left(); x < rect.right() && !seen; ++x)
            seen = picture.pixelColor(x, rect.center().y()).name() ==
                   world.theme.color(Token::EventBack).name();
        QVERIFY(seen);
    }

    void stays_at_the_end_and_keeps_the_place_otherwise()
    {
        test::UiWorld world({20, 6, 400});
        QVERIFY(world.enter());
        const ConversationId id(1);
        world.window->desk()->openConversation(id);
        QTRY_VERIFY(world.state.thread()->rowCount() > 20);
        auto *view = world.window->desk()->thread()->view();
        QTRY_VERIFY(view->isAtEnd());
        world.server.customerWrites(id, u"yeni"_s);
        QTRY_VERIFY(view->isAtEnd());
        view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum() / 2);
        const QModelIndex read = view->indexAt(view->viewport()->rect().center());
        const QString words = read.data().toString();
        const int top = view->visualRect(read).top();
        const QPersistentModelIndex kept(read);
        world.server.customerWrites(id, u"bir daha"_s);
        QTest::qWait(50);
        QVERIFY(!view->isAtEnd());
        QCOMPARE(view->visualRect(kept).top(), top);
        QCOMPARE(kept.data().toString(), words);
    }

    void older_pages_load_without_moving_what_is_read()
    {
        test::UiWorld world({20, 6, 400});
        QVERIFY(world.enter());
        world.window->desk()->openConversation(ConversationId(1));
        QTRY_VERIFY(world.state.thread()->rowCount() > 20);
        auto *view = world.window->desk()->thread()->view();
        const int before = world.state.thread()->rowCount();
        view->verticalScrollBar()->setValue(120);
        const QPersistentModelIndex kept(view->indexAt(view->viewport()->rect().center()));
        const int top = view->visualRect(kept).top();
        QTRY_VERIFY(world.state.thread()->rowCount() > before);
        QTest::qWait(20);
        QCOMPARE(view->visualRect(kept).top(), top);
    }
};

DESTEK_TEST(Rows)
#include "tst_rows.moc"
