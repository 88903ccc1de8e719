#pragma once

#include <QString>
#include <QStringList>

namespace destek::daemon
{

/// The body with its {{placeholders}} filled, once and without nesting: a value that looks like a
/// placeholder stays text (facts/trust.md row 31).
[[nodiscard]] QString renderTemplate(const QString &body, const QStringList &names,
                                     const QStringList &values);

/// Placeholder names in the order in which Meta takes their values: numbered ones by number,
/// wherever they stand ("{{2}}, {{1}}" is a usual word order in Turkish), named ones as they
/// appear.
[[nodiscard]] QStringList templateVariables(const QString &body);

} // namespace destek::daemon
