#pragma once

#include "core/domain/conversation.h"

/// Which conversations a queue or a view lets through. Pure.
namespace destek::models
{

/// The tabs of the inbox. Everybody open or snoozed is on the inbox's first page, so only All
/// has more to fetch.
enum class Queue : quint8 { Mine, Team, Unassigned, Snoozed, All };
constexpr int kQueues = 5;

/// They wrote, we have not answered, and it is neither put off nor settled.
[[nodiscard]] bool waits(const ConversationSummary &summary);

[[nodiscard]] bool isIn(Queue queue, const ConversationSummary &summary, AgentId me);

/// nothing in `filter` speaks against it.
[[nodiscard]] bool lets(const InboxFilter &filter, const ConversationSummary &summary, AgentId me);

/// Resolved conversations may be among what it lets through.
[[nodiscard]] bool mayBeResolved(const InboxFilter &filter);

} // namespace destek::models
