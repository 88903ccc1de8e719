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
    Stored<Done> applyStatus(Tx &tx, const StatusUpdate &update) const;
    Stored<Done> applyTemplate(Tx &tx, const TemplateUpdate &update) const;

    const Clock &m_clock;
    Wording m_wording;
};

/// A status of one of our messages: noted once, shown if it climbs. Also used for statuses that
/// waited for their message to become known.
Stored<Done> applyStatusTo(Tx &tx, const MessageId &id, const StatusEvent &status,
                           const Clock &clock);

} // namespace destek::daemon
