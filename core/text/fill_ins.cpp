#include "core/text/fill_ins.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace destek::text
{

namespace
{

constexpr qsizetype kShortestName = 3;
constexpr qsizetype kLongestPlace = 300;

bool isNameLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || c == u'_';
}

/// What stands between two braces; nullopt if that is no place to fill in.
std::optional<FillIn> placeIn(QStringView inside)
{
    FillIn place;
    qsizetype end = 0;
    while (end < inside.size() && isNameLetter(inside.at(end)))
        ++end;
    if (end < kShortestName)
        return std::nullopt;
    place.name = inside.first(end).toString();
    QStringView rest = inside.sliced(end);
    const qsizetype bar = rest.indexOf(u'|');
    if (bar >= 0) {
        place.fallback = rest.sliced(bar + 1).toString();
        rest = rest.first(bar);
    }
    if (place.name != "field"_L1)
        return rest.isEmpty() ? std::optional(place) : std::nullopt;
    if (!rest.startsWith(u':') || rest.sliced(1).trimmed().isEmpty())
        return std::nullopt;
    place.argument = rest.sliced(1).trimmed().toString();
    return place;
}

} // namespace

QList<FillIn> fillIns(QStringView text)
{
    QList<FillIn> found;
    qsizetype open = -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'{') {
            open = i;
        } else if (c == u'\n') {
            open = -1;
        } else if (c == u'}' && open >= 0) {
            auto place = i - open <= kLongestPlace ? placeIn(text.sliced(open + 1, i - open - 1))
                                                   : std::nullopt;
            if (place) {
                place->start = open;
                place->length = i - open + 1;
                found << *place;
            }
            open = -1;
        }
    }
    return found;
}

bool isKnown(const FillIn &place)
{
    constexpr std::array kNames{"name"_L1, "first_name"_L1, "agent"_L1, "business"_L1, "field"_L1};
    return std::find(kNames.begin(), kNames.end(), place.name) != kNames.end();
}

FilledText filledIn(QStringView text, const ValueOf &valueOf)
{
    FilledText filled;
    qsizetype done = 0;
    const QList<FillIn> places = fillIns(text);
    for (const FillIn &place : places) {
        filled.text += text.sliced(done, place.start - done);
        done = place.start + place.length;
        std::optional<QString> value = valueOf(place);
        if (!value)
            value = place.fallback;
        if (value) {
            filled.text += *value;
            continue;
        }
        FillIn open = place;
        open.start = filled.text.size();
        filled.open << open;
        filled.text += text.sliced(place.start, place.length);
    }
    filled.text += text.sliced(done);
    return filled;
}

} // namespace destek::text
