#include "models/work/snooze_times.h"

#include "core/policy/work_policy.h"

#include <QDateTime>

namespace destek::models
{

SnoozeTimes snoozeTimes(Instant now, std::optional<Instant> windowClosesAt)
{
    const QDate tomorrow = QDateTime::fromMSecsSinceEpoch(now.ms).date().addDays(1);
    SnoozeTimes times;
    times.inAnHour = now + std::chrono::hours(1);
    times.tomorrowMorning = Instant::fromMs(QDateTime(tomorrow, QTime(9, 0)).toMSecsSinceEpoch());
    if (windowClosesAt && *windowClosesAt - kBackBeforeWindowCloses > now)
        times.beforeWindow = *windowClosesAt - kBackBeforeWindowCloses;
    return times;
}

} // namespace destek::models
