#include "core/text/masking.h"

#include "tests/kit/test_main.h"
#include "tests/text/any_text.h"

using namespace destek::text;
using namespace Qt::StringLiterals;

namespace
{

/// Numbers the networks publish for tests.
const QStringList kTestCards{
    u"4111111111111111"_s, u"4012888888881881"_s, u"4222222222222"_s,      u"4242424242424242"_s,
    u"5555555555554444"_s, u"5105105105105100"_s, u"5454545454545454"_s,   u"2223003122003222"_s,
    u"2223000048400011"_s, u"378282246310005"_s,  u"371449635398431"_s,    u"378734493671000"_s,
    u"6011111111111117"_s, u"6011000990139424"_s, u"30569309025904"_s,     u"38520000023237"_s,
    u"36227206271667"_s,   u"3530111333300000"_s, u"3566002020360505"_s,   u"6200000000000005"_s,
    u"6250941006528599"_s, u"6759649826438453"_s, u"6304000000000000"_s,   u"5018000000000009"_s,
    u"9792030394440796"_s, u"9792052565200015"_s, u"4000000000000000006"_s};

QString grouped(const QString &digits, const QString &separator)
{
    const bool amex = digits.size() == 15 || digits.size() == 14;
    QString out;
    for (qsizetype at = 0; at < digits.size(); ++at) {
        const bool gap = amex ? at == 4 || at == 10 : at > 0 && at % 4 == 0;
        out += (gap ? separator : QString()) + digits[at];
    }
    return out;
}

QString onlyDigits(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (c.category() == QChar::Number_DecimalDigit)
            out += QString::number(c.digitValue());
    }
    return out;
}

QString withCheckDigit(QString digits)
{
    for (const QChar c : u"0123456789"_s) {
        if (passesLuhn(QString(digits + c)))
            return digits + c;
    }
    return {};
}

} // namespace

class Masking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTestNumberIsMaskedHoweverWritten_R79_data()
    {
        QTest::addColumn<QString>("card");
        for (const QString &card : kTestCards)
            QTest::newRow(qPrintable(card)) << card;
    }
    void everyTestNumberIsMaskedHoweverWritten_R79()
    {
        QFETCH(QString, card);
        QVERIFY(passesLuhn(card));
        QVERIFY(hasCardNetwork(card));
        QString arabic;
        QString fullWidth;
        for (const QChar c : card) {
            arabic += QChar(char16_t(0x0660 + c.digitValue()));
            fullWidth += QChar(char16_t(0xFF10 + c.digitValue()));
        }
        QString zeroWidth = card;
        zeroWidth.insert(7, QChar(0x200B));
        QStringList ways{card, arabic, fullWidth, zeroWidth, grouped(arabic, u" "_s)};
        for (const QString &separator :
             {u" "_s, u"-"_s, u"."_s, u"\u00A0"_s, u" - "_s, u"\n"_s, u"\u2013"_s, u"/"_s, u"_"_s})
            ways += grouped(card, separator);
        for (const QString &way : ways) {
            for (const QString &around : {u"%1"_s, u"Ödeme yaptım: %1 lütfen bakın"_s, u"(%1)"_s,
                                          u"no%1.jpg"_s, u"💳%1💳"_s}) {
                const QString masked = maskCards(around.arg(way));
                QVERIFY2(onlyDigits(masked) == card.right(4), qPrintable(masked));
                QCOMPARE(maskCards(masked), masked);
            }
        }
    }

    void theMaskKeepsTheShape_R79()
    {
        QCOMPARE(maskCards(u"4111 1111 1111 1111"), u"**** **** **** 1111"_s);
        QCOMPARE(maskCards(u"3782-822463-10005"), u"****-******-*0005"_s);
        QCOMPARE(maskCards(u"merhaba"), u"merhaba"_s);
    }

    void otherTextIsLeftAlone_R79_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
        row("IBAN", u"TR33 0006 1005 1978 6457 8413 26"_s);
        row("IBAN bare", u"TR330006100519786457841326"_s);
        row("IBAN small", u"iban: tr33 0006100519786457841326"_s);
        row("phone", u"0532 123 41 34 numaramdan arayın"_s);
        row("phones", u"+90 532 123 41 34, 0 (212) 555 12 34, 00905321234134"_s);
        row("two phones", u"0532 123 41 34 0532 123 41 35"_s);
        row("kimlik no", u"T.C. 10000000146"_s);
        row("S10", u"RR123456785TR kargom nerede"_s);
        row("epoch milliseconds", u"1795327200000"_s);
        row("IMEI", u"490154203237518"_s);
        row("IMEI named", u"IMEI: 356938035643809"_s);
        row("tracking", u"takip no: 4111111111111111"_s);
        row("tracking long", u"kargo takip numarası 7270012345678901"_s);
        row("order", u"Sipariş 20261122-000451 nerede"_s);
        row("date and time", u"03.03.2026 14:05 - 04.03.2026 15:10"_s);
        row("money", u"1.234.567,89 TL ve 150 TL"_s);
        row("wrong check digit", u"4111 1111 1111 1112"_s);
        row("no network", u"1234567812345670"_s);
        row("short", u"123"_s);
        row("wamid", u"wamid.HBgMOTA1MzIxMjM0MTM0FQIAEhgUM0E"_s);
        row("empty", QString());
    }
    void otherTextIsLeftAlone_R79()
    {
        QFETCH(QString, text);
        QCOMPARE(maskCards(text), text);
    }

    void noIbanIsEverTakenForACard_R79()
    {
        DESTEK_PROPERTY("Turkish IBANs, spaced or not", [] {
            const auto bban = *rc::gen::container<std::vector<int>>(22, rc::gen::inRange(0, 10));
            QString account;
            for (const int digit : bban)
                account += QString::number(digit);
            int rest = 0;
            for (const QChar c : QString(account + u"292700"_s))
                rest = (rest * 10 + c.digitValue()) % 97;
            const QString check = QString::number(98 - rest).rightJustified(2, u'0');
            const QString iban = u"TR"_s + check + account;
            RC_ASSERT(isTurkishIban(iban));
            RC_ASSERT(maskCards(iban) == iban);
            RC_ASSERT(maskCards(grouped(iban, u" "_s)) == grouped(iban, u" "_s));
        });
    }

    void noPhoneIsEverTakenForACard_R79()
    {
        DESTEK_PROPERTY("mobiles in four spellings", [] {
            const auto tail = *rc::gen::inRange<qint64>(0, 1'000'000'000);
            const QString d = u"5"_s + QString::number(tail).rightJustified(9, u'0');
            const QString spaced =
                u"%1 %2 %3 %4"_s.arg(d.left(3), d.mid(3, 3), d.mid(6, 2), d.mid(8));
            for (const QString &text : {u"0"_s + spaced, u"+90 "_s + spaced, u"00 90 "_s + spaced,
                                        u"0090"_s + d, u"90"_s + d, spaced + u" 0"_s + spaced})
                RC_ASSERT(maskCards(text) == text);
        });
    }

    void everyCardIsMasked_R79()
    {
        DESTEK_PROPERTY("16 digits of a network, among other numbers", [] {
            const QString start =
                *rc::gen::element(u"4"_s, u"51"_s, u"9792"_s, u"2221"_s, u"6011"_s);
            QString digits = start;
            while (digits.size() < 15)
                digits += QString::number(*rc::gen::inRange(0, 10));
            const QString card = withCheckDigit(digits);
            const QString before =
                *rc::gen::element(u""_s, u"0532 123 41 34 "_s, u"10000000146 "_s, u"12.11.2026 "_s,
                                  u"TR33 0006 1005 1978 6457 8413 26 "_s, u"3 adet "_s);
            const QString separator = *rc::gen::element(u""_s, u" "_s, u"-"_s);
            const QString masked = maskCards(QString(before + grouped(card, separator)));
            RC_LOG() << masked.toStdString();
            // What stands before the card may end in the card's own digits: only its place counts.
            RC_ASSERT(masked.size() == before.size() + grouped(card, separator).size());
            RC_ASSERT(onlyDigits(masked.mid(before.size())) == card.right(4));
        });
    }

    void aCardWordStandsInForTheNetwork_R79()
    {
        QCOMPARE(maskCards(u"kart numaram 1234567812345670"), u"kart numaram ************5670"_s);
        QCOMPARE(maskCards(u"1234567812345670 son kullanma 12/27"),
                 u"************5670 son kullanma 12/27"_s);
        QCOMPARE(maskCards(u"kart1234567812345670"), u"kart************5670"_s);
        QCOMPARE(maskCards(u"KA\u200BRTIM: 1234 5678 1234 5670"),
                 u"KA\u200BRTIM: **** **** **** 5670"_s);
        // Kartal is a district.
        QCOMPARE(maskCards(u"Kartal şubesi 1234567812345670"), u"Kartal şubesi 1234567812345670"_s);
        // The known ambiguity: an IMEI next to a card word is taken for a card.
        QCOMPARE(maskCards(u"sim kart 490154203237518"), u"sim kart ***********7518"_s);
    }

    void securityCodesAreDropped_R79_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("masked");
        const auto row = [](const QString &text, const QString &masked) {
            QTest::newRow(qPrintable(text)) << text << masked;
        };
        row(u"cvv 123"_s, u"cvv ***"_s);
        row(u"CVV2: 123"_s, u"CVV2: ***"_s);
        row(u"CVC kodum 1234"_s, u"CVC kodum ****"_s);
        row(u"güvenlik kodu: 123"_s, u"güvenlik kodu: ***"_s);
        row(u"GÜVENLİK NUMARASI 123"_s, u"GÜVENLİK NUMARASI ***"_s);
        row(u"security code is 123"_s, u"security code is ***"_s);
        row(u"123 cvv"_s, u"*** cvv"_s);
        row(u"cvv ١٢٣"_s, u"cvv ***"_s);
        row(u"4111111111111111 12/27 123"_s, u"************1111 12/27 ***"_s);
        row(u"4111 1111 1111 1111\n12/2027\n123"_s, u"**** **** **** 1111\n12/2027\n***"_s);
        row(u"4111111111111111 1227 123"_s, u"************1111 1227 ***"_s);
        row(u"4111111111111111 skt 12/27 123"_s, u"************1111 skt 12/27 ***"_s);
        row(u"4111111111111111 123"_s, u"************1111 ***"_s);
        row(u"378282246310005 12/27 1234"_s, u"***********0005 12/27 ****"_s);
        row(u"41111111111111111227123"_s, u"************1111*******"_s);
        row(u"4111111111111111 150 TL"_s, u"************1111 150 TL"_s);
        row(u"cvv yok, sipariş 123456"_s, u"cvv yok, sipariş 123456"_s);
        row(u"123 adet, 4 gün"_s, u"123 adet, 4 gün"_s);
    }
    void securityCodesAreDropped_R79()
    {
        QFETCH(QString, text);
        QTEST(maskCards(text), "masked");
    }

    void whatNobodySeesNeitherSplitsNorJoinsNumbers_R79()
    {
        for (const QChar unseen : {QChar(), QChar(0x01), QChar(0x7f), QChar(0x200b)}) {
            QCOMPARE(maskCards(u"4111"_s + unseen + u"1111 1111 1111"_s),
                     u"****"_s + unseen + u"**** **** 1111"_s);
            // The letters end the number, and what follows them ends nothing but itself.
            const QString apart = u"4111111111DD"_s + unseen + u"111111"_s;
            QCOMPARE(maskCards(apart), apart);
        }
    }

    void aCardSplitOverTwoMessagesIsMasked_R79()
    {
        const auto split = maskSplitCard(u"kartım 4111 1111", u"1111 1111 12/27 123");
        QVERIFY(split);
        QCOMPARE(split->previous, u"kartım **** ****"_s);
        QCOMPARE(split->current, u"**** 1111 12/27 ***"_s);
        const auto inside = maskSplitCard(u"4111 1111 11", u"11 1111");
        QVERIFY(inside);
        QCOMPARE(inside->previous, u"**** **** **"_s);
        QCOMPARE(inside->current, u"** 1111"_s);
        const auto four = maskSplitCard(u"4111\n1111\n1111", u"1111");
        QVERIFY(four);
        QCOMPARE(four->previous, u"****\n****\n****"_s);
        QVERIFY(!maskSplitCard(u"0532 123 41 34", u"0532 123 41 35"));
        QVERIFY(!maskSplitCard(u"4111 1111 1111 1111", u"tamam"));
        QVERIFY(!maskSplitCard(u"merhaba", u"selam"));
        QVERIFY(!maskSplitCard(u"4111 1111 olmadı", u"1111 1111"));
    }

    void otherIdentifiersForRolesThatMayNotSeeThem()
    {
        QCOMPARE(maskSensitive(u"TR33 0006 1005 1978 6457 8413 26"),
                 u"TR** **** **** **** **** **13 26"_s);
        QCOMPARE(maskSensitive(u"kimlik 10000000146"), u"kimlik *********46"_s);
        QCOMPARE(maskSensitive(u"0532 123 41 34"), u"**** *** ** 34"_s);
        QCOMPARE(maskSensitive(u"RR123456785TR"), u"RR123456785TR"_s);
        QCOMPARE(maskSensitive(u"4111111111111111"), u"************1111"_s);
    }

    void findingsSayWhereAndWhat()
    {
        const auto found = findSensitive(u"0532 123 41 34 ve 4111111111111111 cvv 123");
        QCOMPARE(found.size(), size_t(3));
        QCOMPARE(found[0], (Finding{Sensitive::Phone, 0, 14}));
        QCOMPARE(found[1], (Finding{Sensitive::Card, 18, 16}));
        QCOMPARE(found[2], (Finding{Sensitive::SecurityCode, 39, 3}));
    }

    void checkDigits()
    {
        QVERIFY(isNationalId(u"10000000146"));
        QVERIFY(!isNationalId(u"10000000147"));
        QVERIFY(!isNationalId(u"00000000000"));
        QVERIFY(!isNationalId(u"1000000014"));
        QVERIFY(!isNationalId(u"1000000014x"));
        QVERIFY(isTurkishIban(u"TR33 0006 1005 1978 6457 8413 26"));
        QVERIFY(!isTurkishIban(u"TR34 0006 1005 1978 6457 8413 26"));
        QVERIFY(!isTurkishIban(u"DE89 3704 0044 0532 0130 00"));
        QVERIFY(!isTurkishIban(u""));
        QVERIFY(!passesLuhn(u""));
        QVERIFY(!passesLuhn(u"4111 1111"));
        QVERIFY(!hasCardNetwork(u""));
        QVERIFY(!hasCardNetwork(u"4111"));
    }

    void anyTextIsMasked()
    {
        DESTEK_PROPERTY("no crash, nothing longer, findings inside", [] {
            const QString text = *destek::test::anyText();
            RC_ASSERT(maskCards(text).size() <= text.size());
            RC_ASSERT(maskSensitive(text).size() <= text.size());
            for (const Finding &finding : findSensitive(text))
                RC_ASSERT(finding.start >= 0 && finding.start + finding.length <= text.size());
            (void)maskSplitCard(text, text);
        });
        DESTEK_PROPERTY("digit salad", [] {
            const auto salad = *rc::gen::container<std::string>(
                rc::gen::elementOf(std::string("0123456789012345678901234567 -.+/*tTRrcv\n")));
            const QString text = QString::fromStdString(salad);
            const QString masked = maskCards(text);
            RC_ASSERT(masked.size() == text.size());
            RC_ASSERT(maskCards(masked) == masked);
            (void)maskSensitive(text);
        });
        const QString ones(200'000, u'1');
        QCOMPARE(maskCards(ones), ones);
        const QString spaced = u"4 "_s.repeated(20'000);
        QCOMPARE(maskCards(spaced).size(), spaced.size());
    }
};

DESTEK_TEST(Masking)
#include "tst_masking.moc"
