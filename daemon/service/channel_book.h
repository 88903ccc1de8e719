#pragma once

#include "core/base/clock.h"
#include "daemon/service/inbound_events.h"
#include "daemon/service/meta_gateway.h"
#include "daemon/service/ports/database.h"

namespace destek::daemon
{

/// What is known of our account at WhatsApp: signs of life, prices, and what the administrator
/// must know (facts/whatsapp.md 5.3, 5.6, 6, 7). Inside a Tx. Says nothing about people.
class ChannelBook
{
public:
    ChannelBook(Tx &tx, const Clock &clock) : m_tx(tx), m_clock(clock) {}

    /// WhatsApp answered a request about this number: the token is good.
    Stored<Done> reached(const QString &phoneNumberId);
    /// WhatsApp was asked about this number. A refusal that would stop messages stops them now, and
    /// not only when somebody writes one.
    Stored<Done> asked(const QString &phoneNumberId, const NumberAnswer &answer);
    /// What it said; what it did not say stays.
    Stored<Done> learn(const NumberFacts &facts);
    /// WhatsApp forbids something, or no more if `restriction` is empty; all numbers, since the
    /// webhook names the account. An older word than the last one changes nothing.
    Stored<Done> restrict(const QString &restriction, Instant until, Instant at);
    /// A webhook came in.
    Stored<Done> heard(Instant receivedAt);
    /// One about this number.
    Stored<Done> heard(const BusinessNumber &number, Instant receivedAt);
    /// News of the history import of a number that is also used on a phone, or why there is none.
    Stored<Done> imported(const HistoryProgress &news, Instant receivedAt);
    /// Meta took a message: whatever stopped us is over. Not if it took others before and said
    /// afterwards that it refuses us: then a status must tell, or ten minutes without one.
    Stored<Done> worked(const QString &phoneNumberId, const QString &display);
    /// A status says that what was started then has left WhatsApp: whatever stopped us is over.
    Stored<Done> wentOut(const QString &phoneNumberId, Instant startedAt);
    /// Meta refuses everything from this number: it waits, with a trial a minute.
    Stored<Done> refused(const QString &phoneNumberId, int code);
    /// The same, said in a status.
    Stored<Done> refusedLater(const QString &phoneNumberId, int code);
    /// An error that the administrator must know of; others are passed over.
    Stored<Done> alarm(const QString &phoneNumberId, int code, const QString &templateName);
    /// An error of the channel itself, about no message: an alarm, or a notice in WhatsApp's words.
    Stored<Done> failed(const ChannelError &error);
    /// The first status of an attempt that carries a price.
    Stored<Done> price(const QString &phoneNumberId, const StatusEvent &status);
    Stored<Done> raise(AlertSeverity severity, const QString &kind, const QString &subject,
                       const QString &detail, int code = 0);

    [[nodiscard]] static Stored<ChannelView> view(const Tx &tx, Instant now);

private:
    Stored<Done> lift(NumberRecord record);
    [[nodiscard]] Stored<QString> nameOf(const QString &phoneNumberId) const;

    Tx &m_tx;
    const Clock &m_clock;
};

/// What WhatsApp forbids this number at present, in its own words; empty: nothing.
[[nodiscard]] QString restrictionOf(const NumberRecord &number, Instant now);

/// How many messages a second WhatsApp takes from it (facts/whatsapp.md 5.6).
[[nodiscard]] int rateOf(const NumberRecord &number);

/// "2026-11", UTC.
[[nodiscard]] QString pricingMonth(Instant at);

} // namespace destek::daemon
