#pragma once

#include <QAccessibleWidget>

namespace destek::ui
{

/// Tells screen readers what a widget painted by ourselves is. In its constructor; the class needs
/// Q_OBJECT, and every object of it has this role.
template <typename Widget>
void giveRole(QAccessible::Role role)
{
    static const QAccessible::Role kRole = role;
    static const bool given = [] {
        QAccessible::installFactory([](const QString &, QObject *object) -> QAccessibleInterface * {
            auto *widget = qobject_cast<Widget *>(object);
            return widget ? new QAccessibleWidget(widget, kRole) : nullptr;
        });
        return true;
    }();
    (void)given;
}

} // namespace destek::ui
