#include "tests/kit/places.h"
#include "tests/kit/test_main.h"
#include "tests/ui/showcase.h"
#include "ui/kit/visible_text.h"
#include "ui/shell/desk_page.h"

#include <QDialog>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace destek;
using namespace Qt::StringLiterals;

namespace
{

struct Entry {
    QString source;
    QString translation;
    bool finished = false;
};

QList<Entry> entries()
{
    QFile file(QStringLiteral(DESTEK_SOURCE_DIR "/translations/destek_tr.ts"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Entry> all;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "source"_L1) {
            all << Entry{xml.readElementText(), {}, false};
        } else if (xml.name() == "translation"_L1 && !all.isEmpty()) {
            all.last().finished = !xml.attributes().hasAttribute(u"type"_s);
            all.last().translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        }
    }
    return all;
}

QStringList screenTexts(test::UiWorld &world)
{
    QStringList texts = ui::visibleText(world.window.get());
    for (const QDialog *dialog : world.window->findChildren<QDialog *>()) {
        if (dialog->isVisible())
            texts << ui::visibleText(dialog);
    }
    return texts;
}

} // namespace

class Languages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void every_sentence_is_translated()
    {
        const auto all = entries();
        QVERIFY(all.size() > 400);
        for (const Entry &entry : all) {
            QVERIFY2(entry.finished && !entry.translation.trimmed().isEmpty(),
                     qPrintable(entry.source));
            for (const QString &mark : {u"%1"_s, u"%2"_s, u"%3"_s, u"%n"_s})
                QVERIFY2(entry.source.contains(mark) == entry.translation.contains(mark),
                         qPrintable(entry.source));
            // A suffix after a placeholder cannot be right for every name (journeys.md 6.6).
            static const QRegularExpression suffix(u"%[1-9]['’]?[a-zçğıöşü]"_s);
            QVERIFY2(!suffix.match(entry.translation).hasMatch(), qPrintable(entry.translation));
        }
    }

    void switching_leaves_no_english_on_any_screen()
    {
        test::UiWorld world({30, 8, 60});
        test::Showcase showcase(world);
        QVERIFY(world.enter());
        auto *desk = world.window->desk();
        desk->openConversation(ConversationId(test::Showcase::kRich));
        QTest::qWait(50);
        world.speech.choose(text::Language::Turkish); // while it runs
        QHash<QString, QString> english;
        for (const Entry &entry : entries()) {
            if (entry.source != entry.translation && entry.source.size() > 3)
                english.insert(entry.source, entry.translation);
        }
        english.remove(u"English"_s); // a language is offered in its own words
        const auto check = [&](const char *screen) {
            QTest::qWait(60);
            for (const QString &text : screenTexts(world))
                QVERIFY2(!english.contains(text),
                         qPrintable(QLatin1StringView(screen) + u": "_s + text));
        };
        check("thread");
        desk->openConversation(ConversationId(test::Showcase::kClosed));
        check("templates");
        desk->openConversation(ConversationId(test::Showcase::kOptedOut));
        check("opted out");
        desk->openConversation(ConversationId(test::Showcase::kQuestion));
        check("question");
        desk->go(ui::Screen::Logs);
        check("logs");
        desk->go(ui::Screen::Records);
        check("records");
        showcase.fillChannel(true);
        desk->go(ui::Screen::Channel);
        check("channel");
        desk->go(ui::Screen::Inbox);
        desk->openExportOfCurrent();
        check("export");
        world.state.signOut();
        check("sign-in");
    }

    void and_back_again()
    {
        test::UiWorld world({20, 5, 30});
        QVERIFY(world.enter());
        const QStringList before = ui::visibleText(world.window.get());
        world.speech.choose(text::Language::Turkish);
        QVERIFY(ui::visibleText(world.window.get()) != before);
        world.speech.choose(text::Language::English);
        QCOMPARE(ui::visibleText(world.window.get()), before);
    }
};

DESTEK_TEST(Languages)
#include "tst_languages.moc"
