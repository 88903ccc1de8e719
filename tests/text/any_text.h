#pragma once

#include <rapidcheck.h>

#include <QString>
#include <QTest>

/// Generators and the bridge from RapidCheck to Qt Test.
namespace destek::test
{

/// UTF-16 as an attacker writes it: letters that matter here, marks, joiners, bidi controls, lone
/// surrogates, digits, and now and then any unit at all.
inline rc::Gen<QString> anyText()
{
    static const std::u16string kInteresting =
        u"iİıIçÇğĞşŞâÎ aZ09.-\n\t\r\u0000\u0307\u0327\u0301\u200B\u200C\u200D\u202E\u2066\u2067"
        u"\u2068\u2069\uFEFF\uFE0F\u00AD\u0085\u3164\u0661\uFF33\u0915\u094D\uAC00\u1100\u212A";
    const auto interesting =
        rc::gen::map(rc::gen::inRange<int>(0, int(kInteresting.size())),
                     [](int at) { return std::u16string(1, kInteresting[size_t(at)]); });
    const auto anyUnit = rc::gen::map(rc::gen::inRange<int>(0, 0x10000),
                                      [](int unit) { return std::u16string(1, char16_t(unit)); });
    const auto surrogate = rc::gen::map(rc::gen::inRange<int>(0xD800, 0xE000),
                                        [](int unit) { return std::u16string(1, char16_t(unit)); });
    const auto emoji = rc::gen::element<std::u16string>(
        u"\U0001F64F", u"\U0001F469", u"\U0001F3FD", u"\U0001F3F4", u"\U000E0067", u"\U0001D7D7");
    const auto piece = rc::gen::weightedOneOf<std::u16string>(
        {{6, interesting}, {2, anyUnit}, {1, surrogate}, {1, emoji}});
    return rc::gen::map(rc::gen::container<std::vector<std::u16string>>(piece),
                        [](const std::vector<std::u16string> &pieces) {
                            QString text;
                            for (const auto &part : pieces)
                                text += QString::fromStdU16String(part);
                            return text;
                        });
}

/// Words of Turkish letters, both cases.
inline rc::Gen<QString> turkishWord()
{
    static const QString kLetters =
        QStringLiteral("abcçdefgğhıijklmnoöpqrsştuüvwxyzABCÇDEFGĞHIİJKLMNOÖPQRSŞTUÜVWXYZ");
    return rc::gen::map(
        rc::gen::container<std::vector<int>>(rc::gen::inRange<int>(0, int(kLetters.size()))),
        [](const std::vector<int> &places) {
            QString word;
            for (const int place : places)
                word += kLetters[place];
            return word;
        });
}

/// Code points, for a readable counter-example.
inline std::string shown(const QString &text)
{
    std::string out;
    for (const QChar c : text)
        out += QString::number(c.unicode(), 16).toStdString() + " ";
    return out;
}

} // namespace destek::test

/// Runs a RapidCheck property as one Qt Test check.
#define DESTEK_PROPERTY(...) QVERIFY(rc::check(__VA_ARGS__))
