#include "models/format/work_words.h"

#include "models/format/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace destek::words
{

QString presenceWords(Presence presence)
{
    switch (presence) {
    case Presence::Online:
        return QCoreApplication::translate("destek", "Available");
    case Presence::Busy:
        return QCoreApplication::translate("destek", "Busy");
    case Presence::Away:
        return QCoreApplication::translate("destek", "Away");
    case Presence::Offline:
        break;
    }
    return QCoreApplication::translate("destek", "Not signed in");
}

QString priorityWords(Priority priority)
{
    switch (priority) {
    case Priority::Urgent:
        return QCoreApplication::translate("destek", "Urgent");
    case Priority::High:
        return QCoreApplication::translate("destek", "High priority");
    case Priority::Normal:
        break;
    }
    return QCoreApplication::translate("destek", "Normal priority");
}

QString statusWords(WorkStatus status)
{
    switch (status) {
    case WorkStatus::Snoozed:
        return QCoreApplication::translate("destek", "Snoozed");
    case WorkStatus::Resolved:
        return QCoreApplication::translate("destek", "Resolved");
    case WorkStatus::Open:
        break;
    }
    return QCoreApplication::translate("destek", "Open");
}

QString snoozedWords(Instant until, Instant now, const QLocale &locale)
{
    if (isSameLocalDay(until, now))
        return QCoreApplication::translate("destek", "until %1").arg(clockTime(until, locale));
    if (isSameLocalDay(until, now + std::chrono::hours(24)))
        return QCoreApplication::translate("destek", "until tomorrow %1")
            .arg(clockTime(until, locale));
    return QCoreApplication::translate("destek", "until %1").arg(dateTime(until, locale));
}

QString attendingWords(const QStringList &here, const QStringList &typing)
{
    QStringList parts;
    if (!here.isEmpty())
        parts << QCoreApplication::translate("destek", "%1 is here", "one or more names")
                     .arg(QLocale().createSeparatedList(here));
    if (!typing.isEmpty())
        parts << QCoreApplication::translate("destek", "%1 is typing…", "one or more names")
                     .arg(QLocale().createSeparatedList(typing));
    return parts.join(u" · "_s);
}

} // namespace destek::words
