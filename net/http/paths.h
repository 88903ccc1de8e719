#pragma once

#include <QLatin1StringView>
#include <QString>

namespace destek::net
{

/// An endpoint of core/wire/endpoints.h with its {id} filled in.
inline QString pathFor(QLatin1StringView endpoint, const QString &id)
{
    return QString(endpoint).replace(QLatin1StringView("{id}"), id);
}

inline QString pathFor(QLatin1StringView endpoint, qint64 id)
{
    return pathFor(endpoint, QString::number(id));
}

} // namespace destek::net
