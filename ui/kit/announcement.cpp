#include "ui/kit/announcement.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QCoreApplication>

namespace destek::ui
{

QEvent::Type AnnouncedEvent::kind()
{
    static const int type = QEvent::registerEventType();
    return QEvent::Type(type);
}

void announce(QWidget *from, const QString &sentence)
{
    from->setAccessibleName(sentence);
    QAccessibleEvent event(from, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    AnnouncedEvent said(sentence);
    QCoreApplication::sendEvent(from, &said);
}

void announceRow(QAbstractItemView *from, int row)
{
    QAccessibleEvent event(from, QAccessible::Alert);
    event.setChild(row);
    QAccessible::updateAccessibility(&event);
    AnnouncedEvent said(
        from->model()->index(row, 0, from->rootIndex()).data(Qt::AccessibleTextRole).toString());
    QCoreApplication::sendEvent(from, &said);
}

} // namespace destek::ui
