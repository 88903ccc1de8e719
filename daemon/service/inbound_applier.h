#pragma once

#include "core/base/clock.h"
#include "daemon/service/inbound_events.h"
#include "daemon/service/ports/database.h"

namespace destek::daemon
{

/// Makes what a webhook says true in the store: idempotent (the database's unique keys decide)
/// and indifferent to order (Meta's times decide). Runs on the writer thread, inside a Tx.
/// Facts/whatsapp.md 1.5, 2; ..R-60, R-63, R-79.
class InboundApplier
{
public:
    /// Words of the one opt-out confirmation, from the configuration.
    struct Wording {
        QString optOutConfirmation;
    };

    InboundApplier(const Clock &clock, Wording wording)
        : m_clock(clock), m_wording(std::move(wording))
    {
    }

    Stored<Done> apply(Tx &tx, const InboundEvent &event, Instant receivedAt) const;

private:
    const Clock &m_clock;
    Wording m_wording;
};

} // namespace destek::daemon
