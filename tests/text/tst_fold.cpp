#include "core/text/fold.h"

#include "core/text/turkish.h"
#include "tests/kit/test_main.h"
#include "tests/text/any_text.h"

using namespace destek::text;
using namespace Qt::StringLiterals;

class Fold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellingsOfOneWordFoldAlike_data()
    {
        QTest::addColumn<QStringList>("spellings");
        QTest::addColumn<QString>("folded");
        const auto row = [](const char *name, const QStringList &spellings, const QString &folded) {
            QTest::newRow(name) << spellings << folded;
        };
        row("iptal", {u"iptal"_s, u"İPTAL"_s, u"IPTAL"_s, u"ıptal"_s, u"i\u0307ptal"_s},
            u"iptal"_s);
        row("çık", {u"çık"_s, u"ÇIK"_s, u"çik"_s, u"cik"_s, u"c\u0327ık"_s, u"Çık"_s}, u"cik"_s);
        row("silin", {u"silin"_s, u"SİLİN"_s, u"SILIN"_s}, u"silin"_s);
        row("şikayet", {u"şikayet"_s, u"ŞİKÂYET"_s, u"şikâyet"_s, u"SIKAYET"_s}, u"sikayet"_s);
        row("ısı", {u"ısı"_s, u"ISI"_s}, u"isi"_s);
        row("durdur", {u"durdur"_s, u"DURDUR"_s, u"D\u0332URDUR"_s, u"DUR\u200BDUR"_s},
            u"durdur"_s);
        row("full width", {u"ＳＴＯＰ"_s, u"stop"_s, u"\u202Estop\u202C"_s}, u"stop"_s);
        row("spaces", {u"  a \n\t b\u00A0c\u3000 "_s, u"a b c"_s}, u"a b c"_s);
        row("nothing", {QString(), u" \n\u200B\uFEFF\u3164"_s}, QString());
    }
    void spellingsOfOneWordFoldAlike()
    {
        QFETCH(QStringList, spellings);
        for (const QString &spelling : spellings)
            QTEST(matchFold(spelling), "folded");
    }

    void differentWordsStayDifferent()
    {
        QVERIFY(matchFold(u"durdur") != matchFold(u"durdurma"));
        QVERIFY(matchFold(u"kart") != matchFold(u"kırt"));
    }

    void everyCodePointFoldsOnceForAll()
    {
        for (char32_t c = 0; c <= 0x10FFFF; ++c) {
            const QString once = matchFold(QString::fromUcs4(&c, 1));
            if (matchFold(once) != once)
                QFAIL(qPrintable(QString::number(c, 16)));
        }
    }

    void foldIsIdempotent()
    {
        DESTEK_PROPERTY("fold(fold(x)) == fold(x)", [] {
            const QString text = *destek::test::anyText();
            const QString once = matchFold(text);
            RC_LOG() << destek::test::shown(text) << "->" << destek::test::shown(once);
            RC_ASSERT(matchFold(once) == once);
            RC_ASSERT(once.trimmed() == once);
        });
    }

    void caseNeverMatters()
    {
        DESTEK_PROPERTY("Turkish and plain casing fold alike", [] {
            const QString word = *destek::test::turkishWord();
            const QString folded = matchFold(word);
            RC_ASSERT(matchFold(toUpperTurkish(word)) == folded);
            RC_ASSERT(matchFold(toLowerTurkish(word)) == folded);
            RC_ASSERT(matchFold(word.toUpper()) == folded);
            RC_ASSERT(matchFold(word.toLower()) == folded);
        });
    }

    void wordsForSearch()
    {
        QCOMPARE(words(matchFold(u"Kargo, “nerede”? 🙏 A-12/b")),
                 (QStringList{u"kargo"_s, u"nerede"_s, u"a"_s, u"12"_s, u"b"_s}));
        QCOMPARE(words(QString()), QStringList());
        DESTEK_PROPERTY("words hold no spaces", [] {
            for (const QString &word : words(matchFold(*destek::test::anyText())))
                RC_ASSERT(!word.isEmpty() && !word.contains(u' '));
        });
    }
};

DESTEK_TEST(Fold)
#include "tst_fold.moc"
