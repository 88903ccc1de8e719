#pragma once

#include "httpd/route.h"
#include "httpd/target.h"

#include <QHash>
#include <QList>

#include <optional>

namespace destek::httpd
{

[[nodiscard]] bool isKnownMethod(QByteArrayView method);

/// The routes of one listener, compiled. Immutable, any thread.
class Router
{
public:
    struct Match {
        const Route *route = nullptr; ///< null: no such path, or not with this method
        QHash<QString, QString> parameters;
        QByteArray allow; ///< methods of the path; empty: no such path
    };

    /// Nothing if a route is malformed or two of them collide.
    static std::optional<Router> build(QList<Route> routes);
    [[nodiscard]] Match match(QByteArrayView method, const QList<QString> &segments) const;

private:
    struct Segment {
        QString text; ///< the literal, or the name of the parameter
        bool literal = true;
    };
    struct Entry {
        Route route;
        QList<Segment> segments;
    };
    static std::optional<QList<Segment>> parsePattern(const QString &pattern);
    static QString shapeOf(const QList<Segment> &segments);

    /// Entries by shape (the pattern without parameter names), most literal first.
    QList<QList<Entry>> m_shapes;
};

} // namespace destek::httpd
