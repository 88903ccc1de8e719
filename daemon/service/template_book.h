#pragma once

#include "core/base/clock.h"
#include "daemon/service/inbound_events.h"
#include "daemon/service/ports/database.h"

namespace destek::daemon
{

/// The templates as Meta keeps them. A category that changed, or will, freezes the template at
/// once: nothing goes out with it until the administrator thaws it, and marketing never.
/// Inside a Tx. Source: facts/whatsapp.md 5.2.
class TemplateBook
{
public:
    TemplateBook(Tx &tx, const Clock &clock) : m_tx(tx), m_clock(clock) {}

    /// The whole list, fetched.
    Stored<Done> replace(const QList<TemplateRecord> &fetched);
    /// One of them, fetched: new, or its words changed.
    Stored<Done> renew(const TemplateRecord &fetched);
    /// A webhook said so.
    Stored<Done> apply(const TemplateUpdate &update);
    /// Errors: NotFound.
    Stored<Done> thaw(const Actor &actor, const QString &name, const QString &language);

    /// What agents may choose from, and what is frozen; never marketing.
    [[nodiscard]] static Stored<QList<TemplateView>> list(const Tx &tx);

private:
    Stored<Done> applyStatus(const TemplateUpdate &update);
    Stored<Done> applyCategory(const TemplateUpdate &update);
    Stored<Done> freeze(const QString &name, const QString &language, const QString &detail);
    Stored<Done> raise(AlertSeverity severity, const QString &kind, const QString &name,
                       const QString &detail);

    Tx &m_tx;
    const Clock &m_clock;
};

} // namespace destek::daemon
