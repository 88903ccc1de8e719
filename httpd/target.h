#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace destek::httpd
{

/// A request target taken apart. Segments are split before they are decoded, so that an encoded
/// slash can never make two segments of one.
struct Target {
    QString path;
    QList<QString> segments; ///< "/a/b" gives a, b; "/a/" gives a and an empty one; "/" none
    QList<std::pair<QString, QString>> query;
};

/// Origin form only ("/path?query"). Nothing if the target is malformed or could mean two things
/// to two readers: bad escapes, invalid UTF-8, controls, encoded slash, empty or dot segments.
[[nodiscard]] std::optional<Target> parseTarget(QByteArrayView raw);

} // namespace destek::httpd
