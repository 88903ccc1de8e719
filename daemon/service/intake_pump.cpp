#include "daemon/service/intake_pump.h"

#include <QLoggingCategory>

namespace destek::daemon
{

Q_LOGGING_CATEGORY(lcIntake, "destek.intake")

namespace
{

/// Few bodies per step: a step delays whoever waits for an acknowledgement.
constexpr int kBodiesPerStep = 8;

} // namespace

IntakePump::IntakePump(Database &database, const Clock &clock, InboundApplier applier, Read read)
    : m_database(database), m_clock(clock), m_applier(std::move(applier)), m_read(std::move(read))
{
}

void IntakePump::wake()
{
    m_again.store(true);
    if (!m_running.exchange(true))
        step();
}

void IntakePump::step()
{
    m_again.store(false);
    auto bodies = std::make_shared<int>(0);
    m_database.write(
        Urgency::Background, [this, bodies](Tx &tx) { return applyPending(tx, bodies.get()); },
        [this, bodies](Stored<Done> result) {
            if (!result) {
                // Kept durable; the next wake or start goes on from here.
                qCWarning(lcIntake) << "step failed, error" << int(result.error());
                m_running.store(false);
                return;
            }
            m_applied.fetch_add(*bodies);
            // After every append comes a step, so what was caught up is told here, too.
            if ((*bodies > 0 || m_caughtUp.exchange(false)) && m_onStep)
                m_onStep();
            if (*bodies > 0 || m_again.load()) {
                step();
                return;
            }
            m_running.store(false);
            if (m_again.load() && !m_running.exchange(true))
                step();
        });
}

Stored<Done> IntakePump::applyPending(Tx &tx, int *bodies)
{
    *bodies = 0;
    const auto pending = std::as_const(tx).intake().pending(kBodiesPerStep);
    if (!pending)
        return failure(pending.error());
    *bodies = int(pending->size());
    return apply(tx, *pending);
}

Stored<bool> IntakePump::catchUp(Tx &tx)
{
    const auto pending = std::as_const(tx).intake().pending(kBodiesPerStep + 1);
    if (!pending)
        return failure(pending.error());
    if (pending->size() > kBodiesPerStep) {
        wake(); // it may have stopped at a full disk
        return false;
    }
    if (auto applied = apply(tx, *pending); !applied)
        return failure(applied.error());
    m_applied.fetch_add(pending->size());
    if (!pending->isEmpty())
        m_caughtUp.store(true);
    return true;
}

Stored<Done> IntakePump::apply(Tx &tx, const QList<PendingBody> &bodies)
{
    for (const PendingBody &body : bodies) {
        if (auto applied = applyBody(tx, body); !applied)
            return applied;
    }
    return done();
}

Stored<Done> IntakePump::applyBody(Tx &tx, const PendingBody &pending)
{
    const QList<InboundEvent> events = m_read(pending.body);
    for (const InboundEvent &event : events) {
        const auto applied = tx.attempt(
            [&](Tx &inner) { return m_applier.apply(inner, event, pending.receivedAt); });
        if (applied)
            continue;
        if (applied.error() == StoreError::Full || applied.error() == StoreError::Busy ||
            applied.error() == StoreError::Corrupt || applied.error() == StoreError::Closed)
            return failure(applied.error()); // not the event's fault: try again later
        AuditDraft draft;
        draft.at = m_clock.now();
        draft.actor = Actor::system();
        draft.action = AuditAction::EventDeadLettered;
        draft.reason = QStringLiteral("store error %1").arg(int(applied.error()));
        if (auto audited = tx.audit().append(draft); !audited)
            return failure(audited.error());
        if (auto kept = tx.intake().deadLetter(pending.body, QStringLiteral("could not be applied"),
                                               pending.receivedAt);
            !kept)
            return kept;
    }
    return tx.intake().applied(pending.row);
}

} // namespace destek::daemon
