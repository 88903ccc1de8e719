#pragma once

#include "sandbox/meta_error.h"

#include <QStringList>

namespace destek::sandbox
{

/// Nothing is wrong, or Meta's refusal.
using Verdict = std::optional<MetaError>;

/// Lengths are counted in UTF-16 units.
[[nodiscard]] Verdict checkLength(const QJsonValue &value, const QString &name, qsizetype most);
/// A text that is there, is not blank and is not too long.
[[nodiscard]] Verdict checkRequired(const QJsonValue &value, const QString &name, qsizetype most);
/// Code 100 for the first key that is not in the list.
[[nodiscard]] Verdict checkKeys(const QJsonObject &object, const QString &name,
                                const QStringList &known);

} // namespace destek::sandbox
