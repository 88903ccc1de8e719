#include "core/domain/agent.h"

#include <QStringList>

namespace destek
{

QString RoleSet::toString() const
{
    QStringList names;
    for (const auto &[role, name] : enumNames(Role{})) {
        if (has(role))
            names << QString(name);
    }
    return names.join(u',');
}

RoleSet RoleSet::fromString(const QString &text)
{
    RoleSet roles;
    const QStringList words = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (const auto role = fromWireName<Role>(word.trimmed()))
            roles.add(*role);
    }
    return roles;
}

} // namespace destek
