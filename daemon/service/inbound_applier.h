#pragma once

#include "core/base/clock.h"
#include "daemon/service/inbound_events.h"
#include "daemon/service/ports/database.h"
#include "daemon/service/presence_board.h"

#include <functional>

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

    /// A template that must be fetched again, by WhatsApp's id of it.
    using TemplateChanged = std::function<void(const QString &metaId)>;

    /// `changed` is called on the writer thread, before the commit. `board`: who is here to take
    /// what comes in; none: nobody.
    InboundApplier(const Clock &clock, Wording wording, TemplateChanged changed = {},
                   const PresenceBoard *board = nullptr)
        : m_clock(clock), m_wording(std::move(wording)), m_templateChanged(std::move(changed)),
          m_board(board)
    {
    }

    Stored<Done> apply(Tx &tx, const InboundEvent &event, Instant receivedAt) const;

private:
    Stored<Done> applyPart(Tx &tx, const InboundEvent &event, Instant receivedAt) const;

    const Clock &m_clock;
    Wording m_wording;
    TemplateChanged m_templateChanged;
    const PresenceBoard *m_board;
};

} // namespace destek::daemon
