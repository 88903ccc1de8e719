#pragma once

#include <QStringList>

class QWidget;

namespace destek::ui
{

/// Every text a person can read in this window now: labels, buttons, fields, menus, headers and
/// the rows in view. For pictures in words and for the test that no language leaks.
[[nodiscard]] QStringList visibleText(const QWidget *window);

} // namespace destek::ui
