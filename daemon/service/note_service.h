#pragma once

#include "core/base/clock.h"
#include "core/domain/agent.h"
#include "core/policy/own_limits.h"
#include "daemon/service/ports/database.h"

namespace destek::daemon
{

/// Internal notes: lines of the thread that colleagues see and customers never (no outgoing path
/// looks at what is not outbound). They are personal data about the person: sealed, searched,
/// exported, erased and retained like messages. Inside one Tx.
class NoteService
{
public:
    NoteService(Tx &tx, const Clock &clock) : m_tx(tx), m_clock(clock) {}

    /// Keeps it as `actor`'s words, card numbers masked, and tells the consoles. The same
    /// id again from the same author keeps nothing. Mentions that may not read conversations are
    /// left out. Errors: NotFound (no such conversation), Conflict (problemOf() says why, or the
    /// id is another message's).
    Stored<Done> keep(const Actor &actor, const NoteDraft &note);

private:
    [[nodiscard]] MessageRecord recordOf(const Actor &actor, const NoteDraft &note,
                                         ContactId contact) const;
    Stored<Done> mention(const Actor &actor, const NoteDraft &note);

    Tx &m_tx;
    const Clock &m_clock;
};

} // namespace destek::daemon
