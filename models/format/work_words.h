#pragma once

#include "core/base/instant.h"
#include "core/domain/work.h"

#include <QLocale>
#include <QStringList>

/// Words for sharing work; same manners as models/format/words.h.
namespace destek::words
{

[[nodiscard]] QString presenceWords(Presence presence);
[[nodiscard]] QString priorityWords(Priority priority);
[[nodiscard]] QString statusWords(WorkStatus status);
/// "until 15:00", "until tomorrow 09:00", "until 25.11.2026 09:00".
[[nodiscard]] QString snoozedWords(Instant until, Instant now, const QLocale &locale = QLocale());
/// "Ayşe is here", "Ayşe is typing"; several in one sentence each. Names hostile.
[[nodiscard]] QString attendingWords(const QStringList &here, const QStringList &typing);

} // namespace destek::words
