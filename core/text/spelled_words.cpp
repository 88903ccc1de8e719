#include "core/text/spelled_words.h"

#include "core/text/fill_ins.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace destek::text
{

namespace
{

constexpr qsizetype kLongestWord = 60;

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'\u2019';
}

bool isWordPart(QChar c)
{
    return c.isLetter() || c.isMark();
}

/// "www.ornek.com", "ornek.com.tr/iade"; a missing space ("geldi.Sonra") is none.
bool isAddress(QStringView piece)
{
    if (piece.contains(u"://") || piece.startsWith(u"www.", Qt::CaseInsensitive) ||
        piece.contains(u'@'))
        return true;
    static constexpr std::array kEnds{u".com", u".net", u".org", u".tr",  u".io",
                                      u".biz", u".app", u".dev", u".info"};
    return std::any_of(kEnds.begin(), kEnds.end(), [piece](QStringView end) {
        const qsizetype at = piece.indexOf(end, 0, Qt::CaseInsensitive);
        const qsizetype after = at + end.size();
        return at > 0 && (after == piece.size() || !piece.at(after).isLetter());
    });
}

bool isCode(QStringView piece)
{
    return std::any_of(piece.begin(), piece.end(), [](QChar c) {
        return c.isDigit() || c == u'_' || c == u'\\' || c == u'=' || c == u'#';
    });
}

bool isLatin(QStringView word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) {
        return c.isMark() || isApostrophe(c) || c.script() == QChar::Script_Latin;
    });
}

/// Blanks out what is no words, so that places stay where they are.
QString withoutForeign(QStringView line)
{
    QString plain = line.toString();
    const QList<FillIn> places = fillIns(line);
    for (const FillIn &place : places)
        std::fill_n(plain.begin() + place.start, place.length, u' ');
    qsizetype tick = -1;
    for (qsizetype i = 0; i < plain.size(); ++i) {
        if (plain.at(i) != u'`')
            continue;
        if (tick < 0) {
            tick = i;
            continue;
        }
        std::fill(plain.begin() + tick, plain.begin() + i + 1, u' ');
        tick = -1;
    }
    return plain;
}

void addWords(const QString &line, qsizetype from, qsizetype to, QList<WordPlace> &found)
{
    qsizetype at = from;
    while (at < to) {
        if (!isWordPart(line.at(at))) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < to &&
               (isWordPart(line.at(end)) ||
                (isApostrophe(line.at(end)) && end + 1 < to && isWordPart(line.at(end + 1)))))
            ++end;
        const qsizetype length = end - at;
        if (length > 1 && length <= kLongestWord && isLatin(QStringView(line).sliced(at, length)))
            found << WordPlace{at, length};
        at = end;
    }
}

} // namespace

QList<WordPlace> spelledWords(QStringView line)
{
    QList<WordPlace> found;
    const QString plain = withoutForeign(line);
    qsizetype at = 0;
    while (at < plain.size()) {
        if (plain.at(at).isSpace()) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < plain.size() && !plain.at(end).isSpace())
            ++end;
        const QStringView piece = QStringView(plain).sliced(at, end - at);
        if (!isAddress(piece) && !isCode(piece))
            addWords(plain, at, end, found);
        at = end;
    }
    return found;
}

} // namespace destek::text
