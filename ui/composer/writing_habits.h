#pragma once

#include <QStringList>

namespace destek::ui
{

/// How one agent writes; kept with the console's settings. Nothing of customers: words that an
/// agent teaches go to the company's dictionary, for a name may be among them.
struct WritingHabits {
    QStringList recentEmoji; ///< newest first
    int skinTone = 0;        ///< as in EmojiList::withTone()
    bool spellTurkish = false;
    bool spellEnglish = false;
    bool operator==(const WritingHabits &) const = default;
};

} // namespace destek::ui
