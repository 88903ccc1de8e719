#include "httpd/router.h"

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace destek::httpd
{

bool isKnownMethod(QByteArrayView method)
{
    static constexpr std::array<QByteArrayView, 7> kMethods{"GET",   "HEAD",   "POST",   "PUT",
                                                            "PATCH", "DELETE", "OPTIONS"};
    return std::find(kMethods.begin(), kMethods.end(), method) != kMethods.end();
}

std::optional<QList<Router::Segment>> Router::parsePattern(const QString &pattern)
{
    QList<Segment> segments;
    if (!pattern.startsWith(u'/'))
        return std::nullopt;
    if (pattern.size() == 1)
        return segments;
    QStringList names;
    for (const QString &part : pattern.mid(1).split(u'/')) {
        const bool parameter = part.startsWith(u'{') && part.endsWith(u'}');
        const QString text = parameter ? part.mid(1, part.size() - 2) : part;
        if (text.isEmpty() || text.contains(u'{') || text.contains(u'}'))
            return std::nullopt;
        if (parameter && names.contains(text))
            return std::nullopt;
        if (parameter)
            names.append(text);
        segments.append({text, !parameter});
    }
    return segments;
}

/// Sorts literals before parameters at the first place where two patterns differ: a literal
/// segment begins with '0', a parameter is '1'; '/' sorts before both.
QString Router::shapeOf(const QList<Segment> &segments)
{
    QString shape;
    for (const Segment &segment : segments)
        shape += segment.literal ? u"/0"_s + segment.text : u"/1"_s;
    return shape;
}

std::optional<Router> Router::build(QList<Route> routes)
{
    std::map<QString, QList<Entry>> shapes;
    for (Route &route : routes) {
        auto segments = parsePattern(route.pattern);
        if (!segments || !route.handler || route.maxBody < 0 || !isKnownMethod(route.method))
            return std::nullopt;
        QList<Entry> &entries = shapes[shapeOf(*segments)];
        for (const Entry &other : entries) {
            if (other.route.method == route.method)
                return std::nullopt;
        }
        entries.append({std::move(route), *std::move(segments)});
    }
    Router router;
    for (auto &[shape, entries] : shapes)
        router.m_shapes.append(std::move(entries));
    return router;
}

Router::Match Router::match(QByteArrayView method, const QList<QString> &segments) const
{
    const auto matches = [&segments](const QList<Segment> &pattern) {
        return std::equal(pattern.begin(), pattern.end(), segments.begin(), segments.end(),
                          [](const Segment &wanted, const QString &found) {
                              return wanted.literal ? wanted.text == found : !found.isEmpty();
                          });
    };
    for (const QList<Entry> &entries : m_shapes) {
        if (!matches(entries.first().segments))
            continue;
        Match match;
        QByteArrayList allow;
        const Entry *found = nullptr;
        for (const Entry &entry : entries) {
            allow.append(entry.route.method);
            if (entry.route.method == "GET" && method == "HEAD" && !found)
                found = &entry;
            if (entry.route.method == method)
                found = &entry;
        }
        if (allow.contains("GET") && !allow.contains("HEAD"))
            allow.append("HEAD");
        match.allow = allow.join(", ");
        if (found) {
            match.route = &found->route;
            for (qsizetype i = 0; i < segments.size(); ++i) {
                if (!found->segments[i].literal)
                    match.parameters.insert(found->segments[i].text, segments[i]);
            }
        }
        return match;
    }
    return {};
}

} // namespace destek::httpd
