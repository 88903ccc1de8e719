#pragma once

#include "models/outgoing/offline_queue.h"

/// Words about what waits for its writer's word. Translation context "destek".
namespace destek::words
{

/// Why it was not simply sent. `holder`: the colleague who holds the conversation. Hostile.
[[nodiscard]] QString queueQuestionSentence(const models::QueueQuestion &question,
                                            const QString &holder);
/// What was written, as its bubble would say it. Hostile.
[[nodiscard]] QString queuedText(const net::QueuedMessage &queued);

} // namespace destek::words
