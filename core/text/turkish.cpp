#include "core/text/turkish.h"

#include "core/text/unicode_marks.h"

#include <cstring>

using namespace Qt::StringLiterals;

namespace destek::text
{

namespace
{

constexpr QChar kDotAbove(u'\u0307');
constexpr char32_t kCapitalDotted = 0x0130;
constexpr char32_t kSmallDotless = 0x0131;

/// The alphabet with q, w and x where Turkish dictionaries put them.
constexpr QStringView kAlphabet = u"abcçdefgğhıijklmnoöpqrsştuüvwxyz";

// Primary classes, in display order. Zero ends a level, so that a prefix sorts first.
enum Class : quint32 { Space = 1, Sign = 2, Digit = 3, Turkish = 4, Other = 5 };

struct Weight {
    Class order = Sign;
    char32_t within = 0; ///< place inside the class
    char32_t accent = 0; ///< what distinguishes é from e
    bool capital = false;
};

char32_t lowerTurkish(char32_t c)
{
    if (c == U'I')
        return kSmallDotless;
    if (c == kCapitalDotted)
        return U'i';
    return QChar::toLower(c);
}

/// é -> e with its accent, for letters that are not in the alphabet themselves.
Weight weightOfLetter(char32_t c)
{
    const char32_t lower = lowerTurkish(c);
    Weight weight{Other, lower, 0, lower != c};
    const auto place = [](char32_t letter) {
        return letter < 0x10000 ? kAlphabet.indexOf(QChar(char16_t(letter))) : -1;
    };
    if (const auto at = place(lower); at >= 0) {
        weight.order = Turkish;
        weight.within = char32_t(at);
        return weight;
    }
    const QString parts = QChar::decomposition(lower);
    if (parts.isEmpty() || QChar::decompositionTag(lower) != QChar::Canonical)
        return weight;
    // Î is î with a capital: its base is the dotted i although it is written with I.
    const Weight base = weightOfLetter(codePointAt(parts, 0).value);
    if (base.order == Turkish) {
        weight.order = Turkish;
        weight.within = base.within;
        weight.accent = lower;
    }
    return weight;
}

Weight weightOf(char32_t c)
{
    if (QChar::isLetter(c))
        return weightOfLetter(c);
    if (QChar::category(c) == QChar::Number_DecimalDigit)
        return {Digit, char32_t(QChar::digitValue(c)), 0, false};
    if (QChar::isSpace(c))
        return {Space, 0, 0, false};
    return {Sign, c, 0, false};
}

void put(QByteArray &key, quint32 value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        key += char((value >> shift) & 0xFF);
}

/// Composed, and with broken surrogates replaced, so that equal texts have equal units.
QString canonical(QStringView text)
{
    QString clean;
    clean.reserve(text.size());
    forEachCodePoint(text, [&clean](char32_t c) { append(clean, c); });
    return clean.normalized(QString::NormalizationForm_C);
}

} // namespace

QString toUpperTurkish(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c == u'i') {
            out += QChar(char16_t(kCapitalDotted));
            if (at + 1 < text.size() && text[at + 1] == kDotAbove)
                ++at; // the dot is already on the capital
        } else {
            out += c == QChar(char16_t(kSmallDotless)) ? QChar(u'I') : c;
        }
    }
    return out.toUpper();
}

QString toLowerTurkish(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c == u'I') {
            const bool dotted = at + 1 < text.size() && text[at + 1] == kDotAbove;
            out += dotted ? QChar(u'i') : QChar(char16_t(kSmallDotless));
            at += dotted ? 1 : 0;
        } else {
            out += c == QChar(char16_t(kCapitalDotted)) ? QChar(u'i') : c;
        }
    }
    return out.toLower();
}

QString titleInitials(QStringView name)
{
    char32_t first = 0;
    char32_t last = 0;
    bool letterSeen = false;
    forEachCodePoint(canonical(name), [&](char32_t c) {
        if (QChar::isSpace(c)) {
            letterSeen = false;
        } else if (!letterSeen && QChar::isLetter(c) && !isFiller(c)) {
            letterSeen = true;
            (first == 0 ? first : last) = c;
        }
    });
    QString initials;
    for (const char32_t c : {first, last}) {
        if (c != 0)
            append(initials, c);
    }
    return toUpperTurkish(initials);
}

QByteArray collationKey(QStringView text)
{
    const QString composed = canonical(text);
    QByteArray primary;
    QByteArray accents;
    QByteArray cases;
    forEachCodePoint(composed, [&](char32_t c) {
        if (isFormat(c) || (isMark(c) && primary.isEmpty()))
            return;
        if (isMark(c)) {
            put(accents, c);
            return;
        }
        const Weight weight = weightOf(c);
        put(primary, weight.order << 24 | weight.within);
        put(accents, weight.accent + 1);
        cases += weight.capital ? '\2' : '\1';
    });
    put(primary, 0);
    put(accents, 0);
    cases += '\0';
    return primary + accents + cases + composed.toUtf8();
}

int compareTurkish(QStringView a, QStringView b)
{
    const QByteArray left = collationKey(a);
    const QByteArray right = collationKey(b);
    const auto shared = size_t(qMin(left.size(), right.size()));
    if (const int order = std::memcmp(left.constData(), right.constData(), shared); order != 0)
        return order;
    return left.size() < right.size() ? -1 : int(left.size() > right.size());
}

} // namespace destek::text
