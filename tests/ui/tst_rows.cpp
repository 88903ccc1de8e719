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

#include <cmath>

using namespace destek;
using namespace destek::ui;
using namespace Qt::StringLiterals;

namespace
{

double luminance(const QColor &color)
{
    const auto part = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) +
           0.0722 * part(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

class Rows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_can_be_read_in_both_themes()
    {
        using T = Token;
        const std::array<std::pair<T, T>, 27> pairs{
            {{T::Text, T::Surface},       {T::Text, T::Window},
             {T::Text, T::Selection},     {T::TextMuted, T::Surface},
             {T::TextMuted, T::Window},   {T::TextMuted, T::Selection},
             {T::TextFaint, T::Surface},  {T::TextFaint, T::BubbleOut},
             {T::TextFaint, T::BubbleIn}, {T::Text, T::BubbleIn},
             {T::Text, T::BubbleOut},     {T::Text, T::BadSoft},
             {T::Text, T::WarnSoft},      {T::Accent, T::Surface},
             {T::AccentText, T::Accent},  {T::EventText, T::EventBack},
             {T::Good, T::Surface},       {T::Good, T::GoodSoft},
             {T::Warn, T::Surface},       {T::Warn, T::WarnSoft},
             {T::Bad, T::Surface},        {T::Bad, T::BadSoft},
             {T::Closed, T::Surface},     {T::BadgeText, T::Badge},
             {T::Link, T::BadSoft},       {T::Link, T::WarnSoft},
             {T::Accent, T::Selection}}};
        Theme theme;
        for (const ThemeName name : {ThemeName::Light, ThemeName::Dark}) {
            QVERIFY(theme.choose(name));
            for (const auto &[ink, back] : pairs) {
                const double ratio = contrast(theme.color(ink), theme.color(back));
                QVERIFY2(
                    ratio >= 4.5,
                    qPrintable(
                        u"%1 on %2: %3 in theme %4"_s.arg(int(ink)).arg(int(back)).arg(ratio).arg(
                            int(name))));
            }
        }
    }

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

    void the_colour_bar_tells_how_much_is_left()
    {
        test::UiWorld world({20, 6, 20});
        test::Showcase showcase(world);
        QVERIFY(world.enter());
        auto *list = world.window->desk()->inbox()->list();
        const QPixmap picture = list->viewport()->grab();
        const auto barOf = [&](qint64 id) {
            const int row = world.state.inbox()->rowOf(ConversationId(id));
            const QRect rect = list->visualRect(list->model()->index(row, 0));
            return picture.toImage().pixelColor(1, rect.center().y());
        };
        QCOMPARE(barOf(2).name(), world.theme.color(Token::Bad).name());    // 24 min
        QCOMPARE(barOf(5).name(), world.theme.color(Token::Warn).name());   // 97 min
        QCOMPARE(barOf(1).name(), world.theme.color(Token::Good).name());   // a day
        QCOMPARE(barOf(3).name(), world.theme.color(Token::Closed).name()); // closed
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
