#pragma once

#include "daemon/service/inbound_applier.h"

#include <atomic>
#include <memory>

namespace destek::daemon
{

/// Applies what intake has made durable, in order, in small steps behind more urgent work, until
/// nothing is pending. A body that cannot be applied goes to the dead letters and blocks nothing.
/// Threads: wake() from any; the work runs on the writer thread.
class IntakePump
{
public:
    using Read = std::function<QList<InboundEvent>(const QByteArray &body)>;

    IntakePump(Database &database, const Clock &clock, InboundApplier applier, Read read);
    /// Something was appended, or the daemon has just started.
    void wake();
    /// In the caller's transaction: applies what is pending if that is little, so that the caller
    /// decides knowing every webhook that was acknowledged. False: it is much; the pump goes
    /// on with it and calls onStep. Threads: writer.
    [[nodiscard]] Stored<bool> catchUp(Tx &tx);
    /// Bodies applied since start; for metrics.
    [[nodiscard]] qint64 applied() const { return m_applied.load(); }
    /// Called on the writer thread after each step that queued something to send.
    void onStep(std::function<void()> callback) { m_onStep = std::move(callback); }

private:
    void step();
    Stored<Done> applyPending(Tx &tx, int *bodies);
    Stored<Done> apply(Tx &tx, const QList<PendingBody> &bodies);
    Stored<Done> applyBody(Tx &tx, const PendingBody &pending);

    Database &m_database;
    const Clock &m_clock;
    InboundApplier m_applier;
    Read m_read;
    std::function<void()> m_onStep;
    std::atomic<bool> m_running{false};
    std::atomic<bool> m_again{false};
    std::atomic<bool> m_caughtUp{false}; ///< somebody else's transaction applied some
    std::atomic<qint64> m_applied{0};
};

} // namespace destek::daemon
