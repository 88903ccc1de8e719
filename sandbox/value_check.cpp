#include "sandbox/value_check.h"

using namespace Qt::StringLiterals;

namespace destek::sandbox
{

Verdict checkLength(const QJsonValue &value, const QString &name, qsizetype most)
{
    if (value.toString().size() > most)
        return invalidParameter(
            u"Param %1 must be at most %2 characters long."_s.arg(name).arg(most));
    return std::nullopt;
}

Verdict checkRequired(const QJsonValue &value, const QString &name, qsizetype most)
{
    if (!value.isString() || value.toString().trimmed().isEmpty())
        return invalidParameter(u"The parameter %1 is required."_s.arg(name));
    return checkLength(value, name, most);
}

Verdict checkKeys(const QJsonObject &object, const QString &name, const QStringList &known)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!known.contains(it.key()))
            return invalidParameter(
                u"Unexpected key \"%1\" on param \"%2\"."_s.arg(it.key(), name));
    }
    return std::nullopt;
}

} // namespace destek::sandbox
