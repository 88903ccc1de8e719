#include "core/text/safe_text.h"

#include "tests/kit/test_main.h"
#include "tests/text/any_text.h"

#include <QTextBoundaryFinder>

using namespace destek::text;
using namespace Qt::StringLiterals;

namespace
{

int graphemes(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    int count = 0;
    while (finder.toNextBoundary() > 0)
        ++count;
    return count;
}

bool isOverride(QChar c)
{
    return c.unicode() >= 0x202A && c.unicode() <= 0x202E;
}

} // namespace

class SafeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsPainted_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *name, const QString &raw, const QString &shown) {
            QTest::newRow(name) << raw << shown;
        };
        row("plain", u"Merhaba, İyi günler 🙏"_s, u"Merhaba, İyi günler 🙏"_s);
        row("markup stays text", u"<b>x</b> **y**"_s, u"<b>x</b> **y**"_s);
        row("NUL", QString(QChar(u'\0')), u"\uFFFD"_s);
        row("bell and escape", u"a\u0007\u001B[31m"_s, u"a\u2407\u241B[31m"_s);
        row("delete", u"a\u007F"_s, u"a\u2421"_s);
        row("C1", u"a\u009Bb"_s, u"a\uFFFDb"_s);
        row("line ends", u"a\r\nb\rc\u2028d\u0085e"_s, u"a\nb\nc\nd\ne"_s);
        row("override", u"fatura\u202Efdp.exe"_s, u"fatura\uFFFDfdp.exe"_s);
        row("embedding", u"\u202Bx\u202C"_s, u"\uFFFDx\uFFFD"_s);
        row("balanced isolate", u"a \u2067b\u2069 c"_s, u"a \u2067b\u2069 c"_s);
        row("open isolate", u"a \u2067b"_s, u"a \uFFFDb"_s);
        row("closing only", u"a\u2069b"_s, u"a\uFFFDb"_s);
        row("isolate over lines", u"\u2066a\nb\u2069"_s, u"\uFFFDa\nb\uFFFD"_s);
        row("zero width", u"pay\u200Bpal\uFEFF"_s, u"pay\u2423pal\u2423"_s);
        row("run of zero width", u"a"_s + QString(5000, QChar(0x200B)) + u"b"_s, u"a\u2423b"_s);
        row("hints and soft hyphen", u"\u200Ea\u00ADb\u200F"_s, u"ab"_s);
        row("family keeps its joiners", u"👨‍👩‍👧‍👦"_s,
            u"👨‍👩‍👧‍👦"_s);
        row("many families",
            u"👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦"_s,
            u"👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦"_s);
        row("rainbow flag", u"🏳️‍🌈👩🏽‍🚀"_s, u"🏳️‍🌈👩🏽‍🚀"_s);
        row("joiner in Latin", u"pay\u200Dpal"_s, u"pay\u2423pal"_s);
        row("Persian", u"می\u200Cخواهم"_s, u"می\u200Cخواهم"_s);
        row("Scotland", u"🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F"_s,
            u"🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F"_s);
        row("hidden tags", u"a\U000E0067\U000E0062b"_s, u"a\u2423b"_s);
        row("filler name", u"\u3164"_s, u"\u2423"_s);
        row("broken surrogate", u"a"_s + QChar(0xD83D) + u"b"_s, u"a\uFFFDb"_s);
        row("noncharacter", QString(QChar(0xFDD0)), u"\uFFFD"_s);
    }
    void whatIsPainted()
    {
        QFETCH(QString, raw);
        QFETCH(QString, shown);
        QCOMPARE(visible(raw).text, shown);
        QVERIFY(!visible(raw).clipped);
    }

    void marksAreLimited()
    {
        const QString zalgo = u"a"_s + QString(10'000, QChar(0x0301)) + u"b"_s;
        QCOMPARE(visible(zalgo).text, u"a"_s + QString(kMarksPerBase, QChar(0x0301)) + u"b"_s);
    }

    void joinerChainsAreLimited()
    {
        QString chain;
        for (int i = 0; i < 1000; ++i)
            chain += u"👩‍"_s;
        QVERIFY(graphemes(visible(chain).text) > 100);
    }

    void clipsBetweenGraphemes()
    {
        QCOMPARE(visible(u"👨‍👩‍👧ab", 2),
                 (VisibleText{u"👨‍👩‍👧a"_s, true}));
        QCOMPARE(visible(u"ab", 2), (VisibleText{u"ab"_s, false}));
        QCOMPARE(visible(u"ab", 0), (VisibleText{QString(), true}));
        QCOMPARE(visible(u"", 0), (VisibleText{QString(), false}));
        const VisibleText cutIsolate = visible(u"\u2066abc\u2069", 2);
        QCOMPARE(cutIsolate.text, u"\uFFFDa"_s);
        const VisibleText huge = visible(QString(2'000'000, u'x'), 100);
        QCOMPARE(huge.text.size(), 100);
        QVERIFY(huge.clipped);
    }

    void oneLineStaysOne() { QCOMPARE(visibleLine(u"a\nb\tc\r\nd").text, u"a b c d"_s); }

    void namesCannotTurnTheirSurroundings()
    {
        QCOMPARE(isolate(u"Ali"), u"\u2068Ali\u2069"_s);
        QCOMPARE(isolate(u"A\u202El\u2069i\u2066\n\u200F"), u"\u2068Ali \u2069"_s);
        DESTEK_PROPERTY("exactly one pair", [] {
            const QString name = isolate(*destek::test::anyText());
            RC_ASSERT(name.count(QChar(0x2068)) == 1);
            RC_ASSERT(name.count(QChar(0x2069)) == 1);
            RC_ASSERT(name.startsWith(QChar(0x2068)) && name.endsWith(QChar(0x2069)));
            RC_ASSERT(name.isValidUtf16());
            RC_ASSERT(std::none_of(name.begin(), name.end(), isOverride));
        });
    }

    void anyTextBecomesPaintable()
    {
        DESTEK_PROPERTY("no controls, no overrides, valid, idempotent", [] {
            const QString raw = *destek::test::anyText();
            const int limit = *rc::gen::inRange(0, 40);
            const VisibleText shown = visible(raw, limit);
            RC_LOG() << destek::test::shown(raw) << "->" << destek::test::shown(shown.text);
            RC_ASSERT(shown.text.isValidUtf16());
            RC_ASSERT(graphemes(shown.text) <= limit);
            for (const QChar c : shown.text) {
                RC_ASSERT(c.category() != QChar::Other_Control || c == u'\n' || c == u'\t');
                RC_ASSERT(!isOverride(c));
            }
            RC_ASSERT(visible(shown.text, limit).text == shown.text);
            RC_ASSERT(visible(visible(raw).text).text == visible(raw).text);
            RC_ASSERT(!visibleLine(raw).text.contains(u'\n'));
        });
    }

    void fileNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("safe");
        const auto row = [](const char *what, const QString &name, const QString &safe) {
            QTest::newRow(what) << name << safe;
        };
        row("plain", u"fatura Şubat.pdf"_s, u"fatura Şubat.pdf"_s);
        row("folders", u"../../etc/passwd"_s, u"passwd"_s);
        row("Windows folders", u"C:\\Windows\\x.dll"_s, u"x.dll"_s);
        row("device", u"CON"_s, u"_CON"_s);
        row("device with extension", u"com1.txt"_s, u"_com1.txt"_s);
        row("device superscript", u"LPT².log"_s, u"_LPT².log"_s);
        row("not a device", u"console.txt"_s, u"console.txt"_s);
        row("bidi", u"foto\u202Egpj.exe"_s, u"fotogpj.exe"_s);
        row("trailing", u"a.txt. . "_s, u"a.txt"_s);
        row("leading dots", u"..bashrc"_s, u"bashrc"_s);
        row("signs", u"a:b*c?.txt"_s, u"a_b_c_.txt"_s);
        row("option", u"-rf"_s, u"_rf"_s);
        row("nothing", QString(), u"file"_s);
        row("only dots", u"..."_s, u"file"_s);
        row("folder only", u"a/"_s, u"file"_s);
        row("controls", u"a\n\0b.txt"_s, u"a.txt"_s.left(1) + u"b.txt"_s);
    }
    void fileNames()
    {
        QFETCH(QString, name);
        QTEST(safeFileName(name), "safe");
    }

    void longFileNamesKeepTheirExtension()
    {
        const QString name = safeFileName(QString(400, u'ş') + u".jpeg"_s);
        QVERIFY(name.endsWith(u".jpeg"));
        QVERIFY(name.size() <= 120 && name.toUtf8().size() <= 200);
    }

    void anyNameIsAFileName()
    {
        DESTEK_PROPERTY("fits every system", [] {
            const QString name = safeFileName(*destek::test::anyText());
            RC_LOG() << destek::test::shown(name);
            RC_ASSERT(!name.isEmpty() && name.isValidUtf16());
            RC_ASSERT(!name.startsWith(u'.') && !name.endsWith(u'.') && !name.endsWith(u' '));
            RC_ASSERT(!name.contains(u'/') && !name.contains(u'\\') && !name.contains(u'\n'));
            RC_ASSERT(name.toUtf8().size() <= 200);
            RC_ASSERT(safeFileName(name) == name);
        });
    }
};

DESTEK_TEST(SafeText)
#include "tst_safe_text.moc"
