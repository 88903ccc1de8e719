#include "core/text/spelled_words.h"

#include "tests/kit/test_main.h"

#include <QStringList>

using namespace destek;
using namespace destek::text;
using namespace Qt::StringLiterals;

class SpelledWords : public QObject
{
    Q_OBJECT

    static QStringList wordsOf(const QString &line)
    {
        QStringList words;
        for (const WordPlace &place : spelledWords(line))
            words << line.mid(place.start, place.length);
        return words;
    }

private Q_SLOTS:
    void wordsAreFoundWhereTheyStand()
    {
        QCOMPARE(wordsOf(u"Merhaba, (kargonuz) *yola* çıktı!"_s),
                 (QStringList{u"Merhaba"_s, u"kargonuz"_s, u"yola"_s, u"çıktı"_s}));
        QCOMPARE(wordsOf(u"İstanbul'da, Ankara’ya 'evet'"_s),
                 (QStringList{u"İstanbul'da"_s, u"Ankara’ya"_s, u"evet"_s}));
        QCOMPARE(wordsOf(u"geldi.Sonra"_s), (QStringList{u"geldi"_s, u"Sonra"_s}));
        QCOMPARE(spelledWords(u"a ev").first(), (WordPlace{2, 2})); // single letters are no words
    }

    void whatIsNoWordIsLeftOut_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto &text :
             {u"https://ornek.example/iade"_s, u"www.ornek.example"_s, u"ornek.com.tr/kargo"_s,
              u"destek@ornek.example"_s, u"@ayse"_s, u"TR-4821-AX"_s, u"SKU_beyaz"_s, u"12:30"_s,
              u"`kod`"_s, u"{first_name|değerli müşterimiz}"_s, u"привет"_s, u"👍"_s, u"#iade"_s})
            QTest::newRow(qPrintable(text)) << text;
    }
    void whatIsNoWordIsLeftOut()
    {
        QFETCH(QString, text);
        QCOMPARE(wordsOf(u"ve "_s + text + u" ve"_s), (QStringList{u"ve"_s, u"ve"_s}));
    }
};

DESTEK_TEST(SpelledWords)
#include "tst_spelled_words.moc"
