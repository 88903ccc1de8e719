#pragma once

#include "core/domain/work.h"

namespace destek::models
{

/// Where a note names a colleague: '@' and the whole display name, as the list puts it in.
struct Mention {
    AgentId agent;
    qsizetype start = 0;
    qsizetype length = 0; ///< with the '@'
    bool operator==(const Mention &) const = default;
};

/// Of two names that begin alike the longer one counts. In order of place.
[[nodiscard]] QList<Mention> mentionsIn(const QString &text, const QList<Colleague> &colleagues);
/// Each once, at most kMentionsAtMost: what NoteDraft wants to know.
[[nodiscard]] QList<AgentId> namedIn(const QString &text, const QList<Colleague> &colleagues);

/// A mention that is being typed: from its '@' to the cursor.
struct MentionBegun {
    qsizetype at = 0; ///< of the '@'
    QString words;    ///< after it
};

/// nullopt: the cursor stands in none. An '@' inside a word (an address) begins none.
[[nodiscard]] std::optional<MentionBegun> mentionBegun(const QString &text, qsizetype cursor);
/// Whom the words may mean: each begins a word of the name, as people write (İ, ı and accents
/// aside). Without `me`; who is here first, then by name.
[[nodiscard]] QList<Colleague> mentionable(const QString &words, const QList<Colleague> &colleagues,
                                           AgentId me);

} // namespace destek::models
