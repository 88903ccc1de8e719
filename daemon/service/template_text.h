#pragma once

#include <QString>
#include <QStringList>

namespace destek::daemon
{

/// The body with its {{placeholders}} filled, once and without nesting: a value that looks like a
/// placeholder stays text (facts/trust.md row 31).
[[nodiscard]] QString renderTemplate(const QString &body, const QStringList &names,
                                     const QStringList &values);

/// Placeholder names in order of first appearance: {"1","2"} or {"order_id"}.
[[nodiscard]] QStringList templateVariables(const QString &body);

} // namespace destek::daemon
