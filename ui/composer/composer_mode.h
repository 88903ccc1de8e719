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
    WriteOffline, ///< what is sent waits in memory until the daemon is back
    Templates,    ///< the window is closed: only an approved template
    Locked,       ///< nothing may be sent; the sentence says why and what the way on is
};

/// Greys, never grants: the daemon decides again when it sends (house.md 4.2). Unknown means no.
[[nodiscard]] ComposerMode composerMode(const ConversationSummary &summary, net::FeedState feed,
                                        bool mayWrite, Instant now);
/// The sentence above or instead of the field; empty while one may simply write.
/// `hasDraft`: something was being written when the window closed; the sentence says that it is
/// kept.
[[nodiscard]] QString composerSentence(ComposerMode mode, const ConversationSummary &summary,
                                       bool mayWrite, bool hasDraft = false);

} // namespace destek::ui
