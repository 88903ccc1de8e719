#pragma once

#include "core/base/clock.h"
#include "core/domain/agent.h"
#include "core/policy/own_limits.h"
#include "daemon/service/ports/database.h"

namespace destek::daemon
{

/// What agents keep about a person beyond WhatsApp. Name and value are sealed under the person's
/// profile key and neither stands in the audit log, which outlives them. Inside one Tx.
class FieldService
{
public:
    FieldService(Tx &tx, const Clock &clock) : m_tx(tx), m_clock(clock) {}

    /// Replaces the field whose name folds alike; an empty value removes it. Card numbers are
    /// masked. Answers why it was not kept, or nullopt. Errors: NotFound (no such person).
    Stored<std::optional<FieldProblem>> keep(const Actor &actor, ContactId contact,
                                             PersonField field);

private:
    Stored<Done> tell(const Actor &actor, ContactId contact, const QString &result);

    Tx &m_tx;
    const Clock &m_clock;
};

} // namespace destek::daemon
