#include "core/text/nearby_words.h"

#include "core/text/fold.h"
#include "core/text/unicode_marks.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace destek::text
{

namespace
{

constexpr qsizetype kCardReach = 40;
constexpr qsizetype kLabelReach = 24;
/// A word cut by the reach is read to its end, so that "kartal" never becomes "kart".
constexpr qsizetype kWordRest = 16;

/// Exact folded words: "kartal" and "karton" are not about cards.
constexpr QStringView kCardWords[] = {
    u"kart",     u"karti",   u"kartim",    u"kartimi",    u"kartimin", u"kartin", u"kartla",
    u"kartimla", u"karttan", u"kartimdan", u"karta",      u"kartima",  u"kartta", u"kredi",
    u"kartinin", u"skt",     u"cvv",       u"cvv2",       u"cvc",      u"cvc2",   u"card",
    u"credit",   u"debit",   u"visa",      u"mastercard", u"maestro",  u"troy",   u"amex",
    u"expiry",   u"expires", u"pan"};
constexpr QStringView kCodeWords[] = {u"cvv", u"cvv2", u"cvc", u"cvc2", u"cvn", u"cvn2", u"csc"};
constexpr QStringView kCurrencies[] = {u"tl", u"lira", u"try", u"usd", u"eur", u"euro", u"dolar"};

template <typename List>
bool holds(const List &list, QStringView word)
{
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool isWordUnit(QChar c)
{
    return c.isLetterOrNumber() || c.isSurrogate() || c.isMark() ||
           c.category() == QChar::Other_Format;
}

QStringList wordsBefore(QStringView text, qsizetype end, qsizetype reach)
{
    qsizetype start = qMax<qsizetype>(0, end - reach);
    const qsizetype farthest = qMax<qsizetype>(0, start - kWordRest);
    while (start > farthest && isWordUnit(text[start - 1]))
        --start;
    return words(matchFold(text.sliced(start, end - start)));
}

QStringList wordsAfter(QStringView text, qsizetype start, qsizetype reach)
{
    qsizetype end = qMin(text.size(), start + reach);
    const qsizetype farthest = qMin(text.size(), end + kWordRest);
    while (end < farthest && isWordUnit(text[end]))
        ++end;
    return words(matchFold(text.sliced(start, end - start)));
}

bool isNumber(const QString &word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c.isNumber(); });
}

bool isLetterBefore(QStringView text, qsizetype at)
{
    return at > 0 && (text[at - 1].isLetter() || text[at - 1].isSurrogate());
}

} // namespace

std::vector<qsizetype> cardWordPlaces(QStringView text)
{
    std::vector<qsizetype> places;
    QString previous;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        while (end < text.size() && isWordUnit(text[end]) && !text[end].isNumber())
            ++end;
        if (end == at) {
            ++at;
            continue;
        }
        // No card word is longer; folding a wall of letters would be wasted.
        constexpr qsizetype kLongest = 64;
        const QString word = end - at > kLongest ? QString() : matchFold(text.sliced(at, end - at));
        if (holds(kCardWords, word) || (previous == u"son" && word.startsWith(u"kullan")))
            places.push_back(at);
        previous = word;
        at = end;
    }
    return places;
}

bool holdsNear(const std::vector<qsizetype> &places, qsizetype start, qsizetype end)
{
    const auto place = std::lower_bound(places.begin(), places.end(), start - kCardReach);
    return place != places.end() && *place <= end + kCardReach;
}

bool standsAfterCountry(QStringView text, qsizetype start)
{
    qsizetype at = start;
    const auto isNothing = [](QChar c) {
        return c.isSpace() || c.isMark() || c.category() == QChar::Other_Format;
    };
    for (int skipped = 0; at > 0 && skipped < 4 && isNothing(text[at - 1]); ++skipped)
        --at;
    if (at < 2 || isLetterBefore(text, at - 2))
        return false;
    return matchFold(text.sliced(at - 2, 2)) == u"tr";
}

bool standsBetweenLetterPairs(QStringView text, qsizetype start, qsizetype end)
{
    if (start < 2 || end + 2 > text.size())
        return false;
    const bool before = text[start - 1].isLetter() && text[start - 2].isLetter() &&
                        !isLetterBefore(text, start - 2);
    const bool after = text[end].isLetter() && text[end + 1].isLetter() &&
                       (end + 2 == text.size() || !text[end + 2].isLetter());
    return before && after;
}

bool standsAfterTrackingLabel(QStringView text, qsizetype start)
{
    constexpr QStringView kAlone[] = {u"imei", u"imeim", u"tracking", u"barkod", u"barkodu"};
    constexpr QStringView kThings[] = {u"takip",   u"kargo",  u"gonderi", u"tracking",
                                       u"siparis", u"fatura", u"imei",    u"barkod"};
    constexpr QStringView kNumbers[] = {u"no",       u"nosu",  u"numarasi", u"numaram", u"numarasi",
                                        u"numarasi", u"kodu",  u"kod",      u"number",  u"code",
                                        u"numara",   u"kodum", u"num"};
    const QStringList before = wordsBefore(text, start, kLabelReach);
    if (before.isEmpty())
        return false;
    if (holds(kAlone, before.last()))
        return true;
    return before.size() > 1 && holds(kNumbers, before.last()) &&
           holds(kThings, before[before.size() - 2]);
}

bool standsBeforeCurrency(QStringView text, qsizetype end)
{
    const QStringView rest = text.sliced(end).trimmed();
    if (!rest.isEmpty() && QStringView(u"₺$€").contains(rest.front()))
        return true;
    const QStringList after = wordsAfter(text, end, 8);
    return !after.isEmpty() && holds(kCurrencies, after.first());
}

bool standsAfterCodeWord(QStringView text, qsizetype start)
{
    constexpr qsizetype kWordsBack = 4;
    const QStringList before = wordsBefore(text, start, kLabelReach);
    for (qsizetype back = 1; back <= qMin(kWordsBack, before.size()); ++back) {
        const QString &word = before[before.size() - back];
        if (isNumber(word))
            return false;
        if (holds(kCodeWords, word) || word == u"guvenlik" || word == u"security")
            return true;
    }
    return false;
}

bool standsBeforeCodeWord(QStringView text, qsizetype end)
{
    const QStringList after = wordsAfter(text, end, kLabelReach / 2);
    return !after.isEmpty() && holds(kCodeWords, after.first()) &&
           std::none_of(after.begin(), after.end(), isNumber);
}

} // namespace destek::text
