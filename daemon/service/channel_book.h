#pragma once

#include "core/base/clock.h"
#include "daemon/service/inbound_events.h"
#include "daemon/service/ports/database.h"

namespace destek::daemon
{

/// What is known of our account at WhatsApp: signs of life, prices, and what the administrator
/// must know (facts/whatsapp.md 5.3, 5.6, 6, 7). Inside a Tx. Says nothing about people.
class ChannelBook
{
public:
    ChannelBook(Tx &tx, const Clock &clock) : m_tx(tx), m_clock(clock) {}

    /// A webhook about this number came in.
    Stored<Done> heard(const BusinessNumber &number, Instant receivedAt);
    /// Meta took a message: whatever stopped us is over.
    Stored<Done> worked(const QString &phoneNumberId, const QString &display);
    /// Meta refuses everything from this number: it waits, with a trial a minute.
    Stored<Done> refused(const QString &phoneNumberId, int code);
    /// An error that the administrator must know of; others are passed over.
    Stored<Done> alarm(const QString &phoneNumberId, int code, const QString &templateName);
    /// The first status of an attempt that carries a price.
    Stored<Done> price(const QString &phoneNumberId, const StatusEvent &status);
    Stored<Done> raise(AlertSeverity severity, const QString &kind, const QString &subject,
                       const QString &detail, int code = 0);

    [[nodiscard]] static Stored<ChannelView> view(const Tx &tx, Instant now);

private:
    [[nodiscard]] Stored<QString> nameOf(const QString &phoneNumberId) const;

    Tx &m_tx;
    const Clock &m_clock;
};

/// "2026-11", UTC.
[[nodiscard]] QString pricingMonth(Instant at);

} // namespace destek::daemon
