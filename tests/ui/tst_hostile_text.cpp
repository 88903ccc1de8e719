// What a customer writes is painted letter by letter and opens nothing (facts/trust.md 2.3).
#include "tests/kit/test_main.h"
#include "tests/ui/showcase.h"
#include "ui/inbox/inbox_pane.h"
#include "ui/kit/label.h"
#include "ui/kit/painted_text.h"
#include "ui/shell/desk_page.h"
#include "ui/thread/message_delegate.h"
#include "ui/thread/thread_pane.h"
#include "ui/thread/thread_view.h"

#include <QDesktopServices>
#include <QFile>
#include <QLabel>
#include <QTemporaryDir>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <sys/stat.h>
#endif

using namespace destek;
using namespace destek::ui;
using namespace Qt::StringLiterals;

class HostileText : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void opened(const QUrl &url) { m_opened << url; }

private:
    QList<QUrl> m_opened;

    static QStringList pack(const QString &trap)
    {
        return {u"<b>bold</b>"_s,
                u"<img src=\"file://%1\">"_s.arg(trap),
                u"<a href=\"file://%1\">click</a>"_s.arg(trap),
                u"![x](file://%1)"_s.arg(trap),
                u"<div style=\"background-image:url(file://%1)\">x</div>"_s.arg(trap),
                u"<script>alert(1)</script>"_s,
                u"&lt;escaped&gt; &amp;"_s,
                u"javascript:alert(1) search-ms:query \\\\server\\share"_s,
                u"<svg><image xlink:href=\"%1\"/></svg>"_s.arg(trap)};
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString &scheme : {u"file"_s, u"http"_s, u"https"_s, u"mailto"_s})
            QDesktopServices::setUrlHandler(scheme, this, "opened");
    }

    void is_painted_literally_and_opens_nothing()
    {
        QTemporaryDir folder;
        const QString trap = folder.filePath(u"trap.png"_s);
        QFile file(trap);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("trap");
        file.close();
#ifdef Q_OS_LINUX
        // An old access time moves as soon as anyone reads the file (relatime).
        const timespec old[2] = {{1000000, 0}, {1000000, 0}};
        QCOMPARE(utimensat(AT_FDCWD, trap.toLocal8Bit().constData(), old, 0), 0);
#endif
        test::UiWorld world({20, 5, 30});
        QVERIFY(world.enter());
        const ConversationId id(2);
        world.window->desk()->openConversation(id);
        QTRY_VERIFY(world.state.thread()->rowCount() > 0);
        const QStringList texts = pack(trap);
        for (const QString &text : texts)
            world.server.customerWrites(id, text);
        ConversationSummary summary = world.server.world().conversation(id);
        summary.name = u"<img src=\"file://%1\">"_s.arg(trap);
        world.server.change(summary);
        QTest::qWait(100);
        (void)world.window->grab();

        auto *view = world.window->desk()->thread()->view();
        auto *delegate = qobject_cast<MessageDelegate *>(view->itemDelegate());
        const int first = world.state.thread()->rowCount() - int(texts.size());
        for (int i = 0; i < texts.size(); ++i) {
            const auto index = world.state.thread()->index(first + i);
            QCOMPARE(delegate->bubble(index).paintedText(), texts.at(i));
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                              view->visualRect(index).center());
        }
        QVERIFY(m_opened.isEmpty());
#ifdef Q_OS_LINUX
        struct stat now {
        };
        QCOMPARE(stat(trap.toLocal8Bit().constData(), &now), 0);
        QCOMPARE(qint64(now.st_atim.tv_sec), qint64(1000000));
#endif
    }

    void no_label_of_the_window_reads_markup()
    {
        test::UiWorld world({20, 5, 30});
        QVERIFY(world.enter());
        world.window->desk()->openConversation(ConversationId(2));
        for (const QLabel *label : world.window->findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(!label->openExternalLinks());
        }
    }

    void a_name_cannot_turn_the_words_around_it()
    {
        const QString shown = isolatedName(u"Ali\u202Egpj.exe\u202C\nBanka"_s);
        QVERIFY(shown.startsWith(QChar(0x2068)) && shown.endsWith(QChar(0x2069)));
        for (const ushort bad : {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x000A})
            QVERIFY(!shown.contains(QChar(bad)));
    }

    void emoji_lose_their_selector_and_keep_their_letters()
    {
        Theme theme;
        if (theme.emojiFamily().isEmpty())
            QSKIP("no colour emoji font here");
        const PaintedText ready = prepared(u"a❤️b 1️⃣ 12"_s, theme);
        QVERIFY(!ready.text.contains(QChar(0xFE0F)));
        QVERIFY(ready.text.startsWith(u"a❤b 1"_s));
        QVERIFY(ready.text.endsWith(u" 12"_s));
        QCOMPARE(ready.formats.size(), 2); // the digits of "12" are no emoji
    }

    void a_huge_message_is_cut_until_asked_for()
    {
        test::UiWorld world({20, 5, 30});
        QVERIFY(world.enter());
        world.window->desk()->openConversation(ConversationId(2));
        QTRY_VERIFY(world.state.thread()->rowCount() > 0);
        world.server.customerWrites(ConversationId(2), QString(200000, u'x'));
        QTest::qWait(50);
        auto *view = world.window->desk()->thread()->view();
        auto *delegate = qobject_cast<MessageDelegate *>(view->itemDelegate());
        const auto index = world.state.thread()->index(world.state.thread()->rowCount() - 1);
        QVERIFY(delegate->bubble(index).paintedText().size() <= Bubble::kClip + 1);
    }
};

DESTEK_TEST(HostileText)
#include "tst_hostile_text.moc"
