#include "core/text/masking.h"

#include <QStringBuilder>

#include <algorithm>
#include <initializer_list>

namespace destek::text
{

namespace
{

bool isAsciiDigits(QStringView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

int digitAt(QStringView digits, qsizetype at)
{
    return digits[at].unicode() - u'0';
}

/// Beginnings as ranges over their own number of digits, with the lengths that network issues.
struct Network {
    int from;
    int to;
    int beginningDigits;
    std::initializer_list<qsizetype> lengths;
};

const Network kNetworks[] = {
    {4, 4, 1, {13, 16, 19}},           // Visa
    {51, 55, 2, {16}},                 // Mastercard
    {2221, 2720, 4, {16}},             // Mastercard
    {9792, 9792, 4, {16}},             // Troy
    {34, 34, 2, {15}},                 // American Express
    {37, 37, 2, {15}},                 // American Express
    {6011, 6011, 4, {16, 17, 18, 19}}, // Discover
    {644, 649, 3, {16, 17, 18, 19}},   // Discover
    {65, 65, 2, {16, 17, 18, 19}},     // Discover, Troy
    {300, 305, 3, {14, 16}},           // Diners
    {3095, 3095, 4, {14, 16}},         // Diners
    {36, 36, 2, {14, 16}},             // Diners
    {38, 39, 2, {14, 16}},             // Diners
    {3528, 3589, 4, {16, 17, 18, 19}}, // JCB; 15 digits with 35 are an IMEI
    {62, 62, 2, {16, 17, 18, 19}},     // UnionPay
    {81, 81, 2, {16, 17, 18, 19}},     // UnionPay, RuPay
    {2200, 2204, 4, {16, 17, 18, 19}}, // Mir
    {50, 50, 2, {13, 15, 16, 18, 19}}, // Maestro
    {56, 58, 2, {13, 15, 16, 18, 19}}, // Maestro
    {60, 61, 2, {13, 15, 16, 18, 19}}, // Maestro, RuPay
    {63, 64, 2, {13, 15, 16, 18, 19}}, // Maestro
    {66, 69, 2, {13, 15, 16, 18, 19}}, // Maestro
};

} // namespace

bool passesLuhn(QStringView digits)
{
    if (!isAsciiDigits(digits))
        return false;
    int sum = 0;
    for (qsizetype at = 0; at < digits.size(); ++at) {
        int digit = digitAt(digits, digits.size() - 1 - at);
        if (at % 2 == 1)
            digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
        sum += digit;
    }
    return sum % 10 == 0;
}

bool hasCardNetwork(QStringView digits)
{
    if (!isAsciiDigits(digits))
        return false;
    return std::any_of(std::begin(kNetworks), std::end(kNetworks), [digits](const Network &known) {
        if (std::find(known.lengths.begin(), known.lengths.end(), digits.size()) ==
            known.lengths.end())
            return false;
        const int beginning = digits.first(known.beginningDigits).toInt();
        return beginning >= known.from && beginning <= known.to;
    });
}

bool isNationalId(QStringView digits)
{
    if (digits.size() != 11 || !isAsciiDigits(digits) || digits.front() == u'0')
        return false;
    int odd = 0;
    int even = 0;
    for (qsizetype at = 0; at < 9; ++at)
        (at % 2 == 0 ? odd : even) += digitAt(digits, at);
    const int tenth = digitAt(digits, 9);
    return ((7 * odd - even) % 10 + 10) % 10 == tenth &&
           (odd + even + tenth) % 10 == digitAt(digits, 10);
}

bool isTurkishIban(QStringView iban)
{
    QString compact;
    for (const QChar c : iban) {
        if (!c.isSpace())
            compact += c;
    }
    const QStringView number = QStringView(compact).mid(2);
    if (compact.size() != 26 || (!compact.startsWith(u"TR") && !compact.startsWith(u"tr")) ||
        !isAsciiDigits(number))
        return false;
    // The first four go to the end, T and R count as 29 and 27.
    int rest = 0;
    for (const QChar c : QString(number.sliced(2) % QStringView(u"2927") % number.first(2)))
        rest = (rest * 10 + (c.unicode() - u'0')) % 97;
    return rest == 1;
}

} // namespace destek::text
