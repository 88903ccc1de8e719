#include "core/text/phone.h"

#include "core/text/masking.h"
#include "core/text/unicode_marks.h"

#include <QStringBuilder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::text
{

namespace
{

constexpr qsizetype kMinE164 = 8;
constexpr qsizetype kMaxE164 = 15;
constexpr qsizetype kTurkishE164 = 12;

bool isE164(QStringView digits)
{
    const auto isAsciiDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return digits.size() >= kMinE164 && digits.size() <= kMaxE164 && digits.front() != u'0' &&
           std::all_of(digits.begin(), digits.end(), isAsciiDigit);
}

bool isTurkish(QStringView digits)
{
    return digits.startsWith(u"90") && digits.size() == kTurkishE164;
}

/// Geographic codes begin with 2, 3 or 4, mobiles with 5, 0850 and its like with 8.
bool isTurkishNational(QStringView digits)
{
    return digits.size() == 10 && QStringView(u"23458").contains(digits.front());
}

struct Typed {
    QString digits;
    bool plus = false;
};

std::optional<Typed> readTyped(QStringView text)
{
    Typed typed;
    bool valid = true;
    forEachCodePoint(text, [&](char32_t c) {
        if (QChar::category(c) == QChar::Number_DecimalDigit) {
            typed.digits += QChar(char16_t(u'0' + QChar::digitValue(c)));
        } else if (c == U'+' || c == 0xFF0B) {
            valid = valid && !typed.plus && typed.digits.isEmpty();
            typed.plus = true;
        } else if (!QChar::isSpace(c) && !isFormat(c) && !isMark(c) &&
                   !QStringView(u"()-./").contains(QChar(c < 0x10000 ? char16_t(c) : u'x')) &&
                   QChar::category(c) != QChar::Punctuation_Dash) {
            valid = false;
        }
    });
    if (!valid || typed.digits.isEmpty())
        return std::nullopt;
    return typed;
}

/// With the country in front: a Turkish number has exactly ten more digits.
std::optional<QString> international(QString digits)
{
    if (digits.startsWith(u"900") && digits.size() == kTurkishE164 + 1)
        digits.remove(2, 1); // "+90 (0) 532 …"
    if (!isE164(digits))
        return std::nullopt;
    if (digits.startsWith(u"90") && !(isTurkish(digits) && isTurkishNational(digits.sliced(2))))
        return std::nullopt;
    return digits;
}

/// ITU country codes of one and two digits; all others have three.
qsizetype countryCodeLength(QStringView digits)
{
    if (digits.front() == u'1' || digits.front() == u'7')
        return 1;
    constexpr QStringView kTwoDigits = u"20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 "
                                       u"52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 "
                                       u"91 92 93 94 95 98";
    return kTwoDigits.contains(digits.first(2)) ? 2 : 3;
}

} // namespace

std::optional<QString> normalisePhone(QStringView typed)
{
    const auto read = readTyped(typed);
    if (!read)
        return std::nullopt;
    const QString &digits = read->digits;
    if (read->plus)
        return international(digits);
    if (digits.startsWith(u"00"))
        return international(digits.sliced(2));
    if (digits.startsWith(u'0'))
        return isTurkishNational(QStringView(digits).sliced(1))
                   ? std::optional(u"90"_s + digits.sliced(1))
                   : std::nullopt;
    if (isTurkishNational(digits))
        return u"90"_s + digits;
    if (digits.size() <= 10 || isNationalId(digits))
        return std::nullopt;
    return international(digits);
}

QString digitsOf(QStringView displayed)
{
    QString digits;
    for (const QChar c : displayed) {
        if (c >= u'0' && c <= u'9')
            digits += c;
    }
    return digits;
}

QString formatPhone(QStringView e164)
{
    const QStringView digits = e164.startsWith(u'+') ? e164.sliced(1) : e164;
    if (!isE164(digits))
        return e164.toString();
    const qsizetype code = countryCodeLength(digits);
    QString out = u'+' % digits.first(code);
    for (QStringView rest = digits.sliced(code); !rest.isEmpty();) {
        const qsizetype take =
            rest.size() == 4 ? 2 : qMin<qsizetype>(rest.size() == 2 ? 2 : 3, rest.size());
        out += u' ' % rest.first(take);
        rest = rest.sliced(take);
    }
    return out;
}

QString maskPhone(QStringView e164)
{
    const QStringView digits = e164.startsWith(u'+') ? e164.sliced(1) : e164;
    if (!isE164(digits))
        return u"***"_s;
    QString out = formatPhone(digits);
    // "+", country code, space and one digit stay in front, two digits at the end.
    const qsizetype first = countryCodeLength(digits) + 3;
    for (qsizetype at = first; at < out.size() - 2; ++at) {
        if (out[at] != u' ')
            out[at] = u'*';
    }
    return out;
}

bool isParentBsuid(QStringView id)
{
    return id.size() > 7 && id.sliced(2).startsWith(u".ENT.") && isBsuid(id);
}

bool isBsuid(QStringView id)
{
    constexpr qsizetype kMaxTail = 128;
    const auto isCapital = [](QChar c) { return c >= u'A' && c <= u'Z'; };
    const auto isAlphanumeric = [&](QChar c) {
        return isCapital(c) || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
    };
    if (id.size() < 4 || !isCapital(id[0]) || !isCapital(id[1]) || id[2] != u'.')
        return false;
    QStringView tail = id.sliced(3);
    if (tail.startsWith(u"ENT."))
        tail = tail.sliced(4);
    return !tail.isEmpty() && tail.size() <= kMaxTail &&
           std::all_of(tail.begin(), tail.end(), isAlphanumeric);
}

} // namespace destek::text
