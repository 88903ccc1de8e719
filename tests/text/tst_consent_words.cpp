#include "core/text/consent_words.h"

#include "core/text/turkish.h"
#include "tests/kit/test_main.h"
#include "tests/text/any_text.h"

using namespace destek::text;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(destek::text::ConsentWord)

class ConsentWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeMessageOptsOut_R58_data()
    {
        QTest::addColumn<QString>("message");
        const QStringList messages{u"STOP"_s,
                                   u"stop"_s,
                                   u"Stop."_s,
                                   u" DURDUR "_s,
                                   u"durdur!"_s,
                                   u"Durdur 🙏"_s,
                                   u"\"DURDUR\""_s,
                                   u"ＳＴＯＰ"_s,
                                   u"STOP\n"_s,
                                   u"D\u0332URDUR"_s,
                                   u"DUR\u200BDUR"_s,
                                   u"STOP!"_s,
                                   u"“Stop”"_s,
                                   u"*STOP*"_s,
                                   u"_durdur_"_s,
                                   u"🛑 STOP 🛑"_s,
                                   u"STOP👍🏽"_s,
                                   u"stop ❤️"_s,
                                   u"\u202ESTOP\u202C"_s,
                                   u"\uFEFFstop"_s,
                                   u"...stop..."_s,
                                   u"«DURDUR»"_s,
                                   u"\n\nDurdur\n"_s,
                                   u"DÜRDÜR"_s,
                                   u"S\u00ADTOP"_s,
                                   u"stop\u3164"_s,
                                   u"STOP 👨‍👩‍👧"_s,
                                   u"𝐒𝐓𝐎𝐏"_s};
        for (const QString &message : messages)
            QTest::newRow(qPrintable(message)) << message;
    }
    void wholeMessageOptsOut_R58()
    {
        QFETCH(QString, message);
        const ConsentReading reading = readConsent(message);
        QCOMPARE(reading.word, ConsentWord::OptOut);
        QVERIFY(reading.matched == u"stop" || reading.matched == u"durdur");
    }

    void lookAlikesDoNothing_R59_data()
    {
        QTest::addColumn<QString>("message");
        const QStringList messages{u"kargo durumu"_s,
                                   u"durdurmayın"_s,
                                   u"durdurdunuz mu?"_s,
                                   u"dur bir dakika"_s,
                                   u"Stopaj"_s,
                                   u"nonstop"_s,
                                   u"non-stop"_s,
                                   u"one-stop"_s,
                                   u"one stop shop"_s,
                                   u"stop etmeyin"_s,
                                   u"stop lambası var mı"_s,
                                   u"Don't stop"_s,
                                   u"please do not stop"_s,
                                   u"We have got to STOP this bill"_s,
                                   u"siparişim durduruldu mu"_s,
                                   u"Dursun Bey nerede"_s,
                                   u"mesaj gelmedi"_s,
                                   u"bana mesaj atmadınız"_s,
                                   u"iptal ettim ama param gelmedi"_s,
                                   u"evet"_s,
                                   u"yes"_s,
                                   u"tamam"_s,
                                   u"başlattım"_s,
                                   u"ne zaman başlar"_s,
                                   u"start date?"_s,
                                   u"one-stop shop stopaj nonstop"_s,
                                   u"🙏"_s,
                                   QString(),
                                   u"\u200B"_s,
                                   u"durdurmak"_s};
        for (const QString &message : messages)
            QTest::newRow(qPrintable(message)) << message;
    }
    void lookAlikesDoNothing_R59()
    {
        QFETCH(QString, message);
        QCOMPARE(readConsent(message), ConsentReading());
    }

    void doubtfulOnesAskTheAgent_R59_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("matched");
        const auto row = [](const QString &message, const QString &matched) {
            QTest::newRow(qPrintable(message)) << message << matched;
        };
        row(u"dur"_s, u"dur"_s);
        row(u"Dur 🙏"_s, u"dur"_s);
        row(u"iptal"_s, u"iptal"_s);
        row(u"İPTAL"_s, u"iptal"_s);
        row(u"IPTAL!"_s, u"iptal"_s);
        row(u"çık"_s, u"cik"_s);
        row(u"ÇIK"_s, u"cik"_s);
        row(u"RET"_s, u"ret"_s);
        row(u"unsubscribe"_s, u"unsubscribe"_s);
        row(u"Please unsubscribe me"_s, u"unsubscribe"_s);
        row(u"OPT-OUT"_s, u"opt-out"_s);
        row(u"LİSTEDEN ÇIKAR"_s, u"listeden cikar"_s);
        row(u"abonelikten çık"_s, u"abonelik cik"_s);
        row(u"mesaj atmayın artık"_s, u"mesaj atmayin"_s);
        row(u"Merhaba, lütfen bana bir daha mesaj atmayın"_s, u"mesaj atmayin"_s);
        row(u"MESAJ İSTEMİYORUM"_s, u"mesaj istemiyorum"_s);
        row(u"mesaj atma"_s, u"mesaj atma"_s);
        row(u"kampanyalarınızı istemiyorum"_s, u"kampanya istemiyorum"_s);
        row(u"beni rahatsız etmeyin"_s, u"rahatsiz etmeyin"_s);
        row(u"beni listeden çıkarır mısınız"_s, u"liste cikarir"_s);
        row(u"durdurun artık şu iadeyi"_s, u"durdurun"_s);
        row(u"stop please"_s, u"stop"_s);
        row(u"siparişi durdur"_s, u"durdur"_s);
        row(u"stop, o Zé não vem"_s, u"stop"_s);
        row(u"STOP STOP"_s, u"stop"_s);
        row(u"STOP DURDUR"_s, u"stop"_s);
        row(u"STOP ALL"_s, u"stop"_s);
        row(u"S T O P"_s, u"stop"_s);
        row(u"s.t.o.p."_s, u"stop"_s);
        row(u"durdurrr"_s, u"durdur"_s);
        row(u"STOOOP!!!"_s, u"stop"_s);
        row(u"please stop sending me these messages"_s, u"stop sending"_s);
        row(u"don't message me"_s, u"dont message"_s);
        row(u"Don’t text me again"_s, u"dont text"_s);
        row(u"do not send me any more messages"_s, u"dont send message"_s);
    }
    void doubtfulOnesAskTheAgent_R59()
    {
        QFETCH(QString, message);
        QFETCH(QString, matched);
        const ConsentReading reading = readConsent(message);
        QCOMPARE(reading.word, ConsentWord::OptOutQuestion);
        QCOMPARE(reading.matched, matched);
    }

    void onlyAnExplicitWordOptsInAgain_data()
    {
        QTest::addColumn<QString>("message");
        for (const QString &message : {u"BAŞLAT"_s, u"baslat"_s, u"Başlat 🙏"_s, u"START"_s,
                                       u"unstop"_s, u"“start”"_s, u"ＳＴＡＲＴ"_s})
            QTest::newRow(qPrintable(message)) << message;
    }
    void onlyAnExplicitWordOptsInAgain()
    {
        QFETCH(QString, message);
        QCOMPARE(readConsent(message).word, ConsentWord::OptIn);
    }

    void noiseAndCaseNeverChangeAnOptOut_R58()
    {
        DESTEK_PROPERTY("noise around and inside", [] {
            QString word = *rc::gen::element(u"stop"_s, u"durdur"_s);
            for (qsizetype at = 0; at < word.size(); ++at) {
                if (*rc::gen::arbitrary<bool>())
                    word[at] = word[at].toUpper();
            }
            const QStringList inner{QString(), u"\u200B"_s, u"\u0332"_s, u"\u2060"_s, u"\u00AD"_s};
            word.insert(*rc::gen::inRange<int>(0, int(word.size())),
                        inner[*rc::gen::inRange<int>(0, int(inner.size()))]);
            const QStringList outer{QString(), u" "_s,  u"\n"_s,    u"!"_s,
                                    u"🙏"_s,    u"\""_s, u"\u200F"_s};
            const auto noise = rc::gen::inRange<int>(0, int(outer.size()));
            const QString message = outer[*noise] + outer[*noise] + word + outer[*noise];
            RC_LOG() << destek::test::shown(message);
            RC_ASSERT(readConsent(message).word == ConsentWord::OptOut);
        });
    }

    void moreLettersNeverOptOut_R59()
    {
        DESTEK_PROPERTY("a longer word is another word", [] {
            const QString tail = *destek::test::turkishWord();
            RC_PRE(!tail.isEmpty());
            const QString word = *rc::gen::element(u"stop"_s, u"DURDUR"_s);
            RC_ASSERT(readConsent(word + tail).word != ConsentWord::OptOut);
            RC_ASSERT(readConsent(word + u' ' + tail).word != ConsentWord::OptOut);
        });
    }

    void anyTextIsRead()
    {
        DESTEK_PROPERTY("never anything but the lists in matched", [] {
            const QString text = *destek::test::anyText();
            const ConsentReading reading = readConsent(text);
            RC_ASSERT((reading.word == ConsentWord::None) == reading.matched.isEmpty());
        });
        QCOMPARE(readConsent(QString(500'000, u's')), ConsentReading());
    }
};

DESTEK_TEST(ConsentWords)
#include "tst_consent_words.moc"
