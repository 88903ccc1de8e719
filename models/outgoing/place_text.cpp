#include "models/outgoing/place_text.h"

#include <QLocale>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace destek::models
{

namespace
{

constexpr qsizetype kMostText = 2000;

/// First what says most exactly which place is meant, then where the map was looked at.
const QString kPatterns[]{
    u"!3d(-?\\d{1,2}(?:\\.\\d+)?)!4d(-?\\d{1,3}(?:\\.\\d+)?)"_s,
    u"[?&](?:q|query|ll|destination|daddr)=(?:loc:)?(-?\\d{1,2}\\.\\d+)(?:,|%2C)[+ ]?(-?\\d{1,3}\\.\\d+)"_s,
    u"mlat=(-?\\d{1,2}\\.\\d+)&mlon=(-?\\d{1,3}\\.\\d+)"_s,
    u"@(-?\\d{1,2}\\.\\d+),(-?\\d{1,3}\\.\\d+)"_s,
    u"#map=\\d+/(-?\\d{1,2}\\.\\d+)/(-?\\d{1,3}\\.\\d+)"_s,
    u"^geo:(-?\\d{1,2}(?:\\.\\d+)?),(-?\\d{1,3}(?:\\.\\d+)?)"_s,
    u"^\\s*(-?\\d{1,2}(?:\\.\\d+)?)\\s*[,; ]\\s*(-?\\d{1,3}(?:\\.\\d+)?)\\s*$"_s,
    u"^\\s*(-?\\d{1,2},\\d+)\\s*[; ]\\s*(-?\\d{1,3},\\d+)\\s*$"_s,
};

QString placeName(const QString &text)
{
    static const QRegularExpression kName(u"/maps/place/([^/@]+)"_s);
    QString name = kName.match(text).captured(1).replace(u'+', u' ');
    name = QString::fromUtf8(QByteArray::fromPercentEncoding(name.toUtf8())).trimmed();
    return name.contains(QChar(0xFFFD)) || placeIn(name) ? QString() : name.left(200);
}

} // namespace

std::optional<double> degreesIn(const QString &text)
{
    bool fine = false;
    const double value = QLocale::c().toDouble(text.trimmed().replace(u',', u'.'), &fine);
    return fine && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<LocationView> placeIn(const QString &text)
{
    if (text.size() > kMostText)
        return std::nullopt;
    for (const QString &pattern : kPatterns) {
        const auto found = QRegularExpression(pattern).match(text);
        if (!found.hasMatch())
            continue;
        const auto latitude = degreesIn(found.captured(1));
        const auto longitude = degreesIn(found.captured(2));
        if (!latitude || !longitude || std::abs(*latitude) > 90 || std::abs(*longitude) > 180)
            continue;
        LocationView place;
        place.latitude = *latitude;
        place.longitude = *longitude;
        if (text.contains("/maps/place/"_L1))
            place.name = placeName(text);
        return place;
    }
    return std::nullopt;
}

} // namespace destek::models
