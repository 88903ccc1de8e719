// WhatsApp's formatting as places in plain text. Whatever comes in, the letters stay.
#include "tests/kit/test_main.h"
#include "tests/text/any_text.h"

#include "core/text/markup.h"
#include "core/text/safe_text.h"

#include <QTest>

using namespace destek::text;
using namespace Qt::StringLiterals;

namespace
{

/// "<b>bold</b> and <i>so on</i>": readable in a table of examples.
QString spelled(const Markup &markup)
{
    QString out;
    qsizetype at = 0;
    for (const MarkupRun &run : markup.runs) {
        out += markup.text.sliced(at, run.start - at);
        QString tag;
        tag += run.styles.testFlag(Style::Bold) ? u"b"_s : QString();
        tag += run.styles.testFlag(Style::Italic) ? u"i"_s : QString();
        tag += run.styles.testFlag(Style::Strike) ? u"s"_s : QString();
        tag += run.styles.testFlag(Style::Mono) ? u"m"_s : QString();
        out += u'<' + tag + u'>' + markup.text.sliced(run.start, run.length) + u"</>"_s;
        at = run.start + run.length;
    }
    return out + markup.text.sliced(at);
}

/// Texts made of signs, letters, gaps and what hides between them.
QString signedText()
{
    static const QStringList kPieces{u"*"_s,
                                     u"_"_s,
                                     u"~"_s,
                                     u"`"_s,
                                     u"```"_s,
                                     u"> "_s,
                                     u"- "_s,
                                     u"* "_s,
                                     u"1. "_s,
                                     u"\n"_s,
                                     u" "_s,
                                     u"a"_s,
                                     u"şı"_s,
                                     u"7"_s,
                                     u"."_s,
                                     u"❤️"_s,
                                     u"\u0301"_s,
                                     u"\u202E"_s,
                                     u"\u200D"_s,
                                     u"👩"_s,
                                     u"\r"_s,
                                     u"\u2028"_s,
                                     QString(QChar(0xD83D))};
    const auto picks =
        *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, int(kPieces.size())));
    QString out;
    for (const int pick : picks)
        out += kPieces.at(pick);
    return out;
}

void checkShape(const Markup &markup)
{
    qsizetype at = 0;
    for (const MarkupRun &run : markup.runs) {
        RC_ASSERT(run.start >= at);
        RC_ASSERT(run.length > 0);
        RC_ASSERT(run.styles || run.isMark);
        at = run.start + run.length;
    }
    RC_ASSERT(at <= markup.text.size());
    qsizetype next = 0;
    for (const MarkupBlock &block : markup.blocks) {
        RC_ASSERT(block.start == next);
        RC_ASSERT(block.prefix <= block.length);
        next = block.start + block.length + 1;
    }
    RC_ASSERT(next == markup.text.size() + 1);
}

QString lettersOf(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (c.isLetter() || c == u'\n')
            out += c;
    }
    return out;
}

} // namespace

class TextMarkup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void styles_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *name, const QString &typed, const QString &shown) {
            QTest::newRow(name) << typed << shown;
        };
        row("plain", u"Merhaba"_s, u"Merhaba"_s);
        row("bold", u"*kalın* söz"_s, u"<b>kalın</> söz"_s);
        row("italic", u"bir _eğik_ söz"_s, u"bir <i>eğik</> söz"_s);
        row("struck out", u"~eski~ yeni"_s, u"<s>eski</> yeni"_s);
        row("mono", u"kod `a*b*c`"_s, u"kod <m>a*b*c</>"_s);
        row("fence", u"```a *b*\nc```"_s, u"<m>a *b*</>\n<m>c</>"_s);
        row("both", u"*_iki_*"_s, u"<bi>iki</>"_s);
        row("bold holds mono", u"*a `b` c*"_s, u"<b>a </><bm>b</><b> c</>"_s);
        row("in brackets", u"(*a*), \"_b_\"."_s, u"(<b>a</>), \"<i>b</>\"."_s);
        row("Turkish letters end a word", u"*ş*ı"_s, u"*ş*ı"_s);
        row("a sum is no bold", u"2*3*4"_s, u"2*3*4"_s);
        row("a name with underscores", u"son_durum_1"_s, u"son_durum_1"_s);
        row("gap after the sign", u"* a*"_s, u"• a*"_s);
        row("gap before the end", u"bu *a *"_s, u"bu *a *"_s);
        row("never closed", u"*a _b_"_s, u"*a <i>b</>"_s);
        row("not over lines", u"*a\nb*"_s, u"*a\nb*"_s);
        row("overlap", u"*a _b* c_"_s, u"<b>a _b</> c_"_s);
        row("empty", u"** __ ~~ ``"_s, u"** __ ~~ ``"_s);
        row("form to fill in", u"Ad: ____ Soyad: ____"_s, u"Ad: ____ Soyad: ____"_s);
        row("only signs", u"***"_s, u"***"_s);
        row("tags are letters", u"*<b>x</b>*"_s, u"<b><b>x</b></>"_s);
    }
    void styles()
    {
        QFETCH(QString, typed);
        QFETCH(QString, shown);
        QCOMPARE(spelled(withoutMarks(typed)), shown);
    }

    void lines()
    {
        const auto list = withoutMarks(u"Liste:\n- bir\n* iki\n12. üç\n> dört\n>beş\n- \n-"_s);
        QCOMPARE(list.text, u"Liste:\n• bir\n• iki\n12. üç\ndört\n>beş\n- \n-"_s);
        QList<BlockKind> kinds;
        for (const MarkupBlock &block : list.blocks)
            kinds << block.kind;
        using B = BlockKind;
        const QList<BlockKind> expected{B::Plain, B::Bullet, B::Bullet, B::Numbered,
                                        B::Quote, B::Plain,  B::Plain,  B::Plain};
        QCOMPARE(kinds, expected);
        QCOMPARE(list.blocks.at(3).prefix, 4);
    }

    void aYearIsNoList()
    {
        QCOMPARE(withoutMarks(u"2026. yıl"_s).blocks.at(0).kind, BlockKind::Plain);
    }

    void anEditorKeepsTheSigns()
    {
        const auto typed = markup(u"> *a*"_s);
        QCOMPARE(typed.text, u"> *a*"_s);
        const QList<MarkupRun> expected{{0, 2, {}, true},
                                        {2, 1, Style::Bold, true},
                                        {3, 1, Style::Bold, false},
                                        {4, 1, Style::Bold, true}};
        QCOMPARE(typed.runs, expected);
    }

    void aSignNeverFreesAMark()
    {
        // Without the sign the accent would join the letter before it.
        QCOMPARE(withoutMarks(u"a *\u0301b*"_s).text, u"a *\u0301b*"_s);
        QCOMPARE(withoutMarks(u"*a*\u0301"_s).text, u"*a*\u0301"_s);
        QCOMPARE(withoutMarks(u"`\u0301a`"_s).text, u"`\u0301a`"_s);
    }

    void anyTextKeepsItsShape()
    {
        DESTEK_PROPERTY("signs", [] {
            const QString text = signedText();
            checkShape(markup(text));
            checkShape(withoutMarks(text));
        });
        DESTEK_PROPERTY("any text", [] {
            const QString text = *destek::test::anyText();
            checkShape(markup(text));
            checkShape(withoutMarks(text));
        });
    }

    void noLetterIsLost()
    {
        DESTEK_PROPERTY([] {
            const QString text = signedText();
            RC_ASSERT(lettersOf(withoutMarks(text).text) == lettersOf(text));
            RC_ASSERT(markup(text).text == text);
        });
    }

    void theTwoAgree()
    {
        // Taking the signs out of what an editor shows gives what a bubble shows.
        DESTEK_PROPERTY([] {
            const QString text = signedText();
            const auto typed = markup(text);
            QString left = text;
            for (auto run = typed.runs.crbegin(); run != typed.runs.crend(); ++run) {
                if (run->isMark)
                    left.remove(run->start, run->length);
            }
            const auto bubble = withoutMarks(text);
            QString shown = bubble.text;
            for (auto block = bubble.blocks.crbegin(); block != bubble.blocks.crend(); ++block)
                shown.remove(block->start, block->prefix);
            RC_ASSERT(shown == left);
        });
    }

    void safeTextStaysSafe()
    {
        // What visible() made safe is still safe when the signs are gone.
        DESTEK_PROPERTY([] {
            // Not with joiners: one beside a sign that goes may end up where visible() would have
            // shown it. It joins nothing there, and nothing hides behind it.
            const QString safe = visible(signedText().remove(QChar(0x200D))).text;
            const QString shown = withoutMarks(safe).text;
            RC_ASSERT(visible(shown).text == shown);
        });
    }

    void hostileLengthsEnd_data()
    {
        QTest::addColumn<QString>("piece");
        for (const QString &piece :
             {u"*"_s, u"*a "_s, u"*a_b~c"_s, u"`a"_s, u"`"_s, u"```a"_s, u"``` ```"_s, u"*a* "_s,
              u"> "_s, u"- a\n"_s, u"_*~"_s, u"a* _b "_s, u"*\u0301"_s, u"`\u0301"_s, u"1."_s})
            QTest::newRow(qPrintable(piece.simplified())) << piece;
    }
    void hostileLengthsEnd()
    {
        // Anything slower than linear would not come back within ctest's limit.
        QFETCH(QString, piece);
        const QString text = piece.repeated(1000000 / piece.size());
        const auto shown = withoutMarks(text);
        QVERIFY(shown.text.size() <= text.size());
        QCOMPARE(markup(text).text.size(), text.size());
    }
};

DESTEK_TEST(TextMarkup)

#include "tst_text_markup.moc"
