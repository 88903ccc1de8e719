#pragma once

#include "daemon/service/ports/database.h"

/// What the row of a conversation keeps of its thread. Inside a Tx.
///
/// **Who waits.** A bubble of theirs waits while what stands in it now asks and nobody has
/// answered. The rules, for every order of arrival:
/// - Reactions, withdrawals, calls, system lines, imported messages and what is written in a
///   group do not ask; nor do the words of an opt-out.
/// - The latest correction says what stands there: one that opts out ends the waiting, one that
///   turns an opt-out into a question begins it, any other is the same bubble and asks once.
/// - A correction of a message that never reached us is all we know of it: it asks like the
///   message itself. What was taken back asks nothing.
/// - Our message answers everything that was there when it was queued; a correction of something
///   answered does not ask again. What was written on the phone, or by whoever else answers,
///   answers what is older than it. Reactions and the opt-out confirmation answer nothing.
/// - While somebody else answers (standby) nobody waits for us; when we answer again, whatever
///   was left unanswered does.
namespace destek::daemon
{

/// Sets `waiting` and `waitingSince`; writes nothing.
Stored<Done> countWaiting(const Tx &tx, ConversationRecord &conversation);

/// Sets what was said last, if this is.
void noteLast(ConversationRecord &conversation, const MessageRecord &message);

/// Stores a message of ours that is to be sent, and the conversation with it. Conflict if the id
/// is there already. Telling the consoles is left to the caller.
Stored<Done> insertOwn(Tx &tx, ConversationRecord conversation, const MessageRecord &message);

} // namespace destek::daemon
