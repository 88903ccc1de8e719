#pragma once

#include "core/domain/conversation.h"
#include "net/api/feed.h"

#include <QString>

namespace destek::ui
{

/// What the place where one writes is, right now.
enum class ComposerMode : quint8 {
    CatchingUp, ///< the screen may be out of date: nothing can be sent until it is true again
    Write,
    WriteOffline, ///< what is sent waits, sealed, until the daemon is back
    Templates,    ///< the window is closed: only an approved template
    Held,         ///< a colleague answers: the text stays, nothing goes out
    Locked,       ///< nothing may be sent; the sentence says why and what the way on is
};

/// Greys, never grants: the daemon decides again when it sends (house.md 4.2). Unknown means no.
[[nodiscard]] ComposerMode composerMode(const ConversationSummary &summary, net::FeedState feed,
                                        bool mayWrite, Instant now, AgentId me = {});
/// The sentence above or instead of the field; empty while one may simply write.
/// `hasDraft`: something was being written when the window closed; the sentence says that it is
/// kept. For Held: `holder` is the colleague who answers, hostile; `claimKey` what takes
/// over, `noteKey` what turns to the note.
[[nodiscard]] QString composerSentence(ComposerMode mode, const ConversationSummary &summary,
                                       bool mayWrite, bool hasDraft = false,
                                       const QString &holder = {}, const QString &claimKey = {},
                                       const QString &noteKey = {});

} // namespace destek::ui
