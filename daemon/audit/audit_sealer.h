#pragma once

#include "core/base/clock.h"
#include "core/crypto/signing.h"
#include "daemon/service/ports/database.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace destek::daemon
{

/// Signs a checkpoint 60 s after the last one or after 256 entries, whichever comes first, and
/// one at the end. Lives on a thread with an event loop; tick() can be called by hand.
class AuditSealer final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 kMostUnsealed = 256;
    static constexpr Duration kLongestUnsealed = std::chrono::seconds(60);

    /// Database and clock must outlive the sealer and the jobs it queued.
    AuditSealer(Database &database, const Clock &clock, crypto::SigningKey key,
                QObject *parent = nullptr);

    /// Looks every 5 seconds.
    void start();
    /// Stops looking and signs what is left. Blocks; not on the writer thread.
    Stored<Done> stop();
    /// Queues a checkpoint if one is due.
    void tick();
    /// Signs now. Blocks; not on the writer thread.
    Stored<Done> sealNow();

    [[nodiscard]] const crypto::PublicKey &publicKey() const;

private:
    Database &m_database;
    const Clock &m_clock;
    std::shared_ptr<crypto::SigningKey> m_key;
    QTimer m_timer;
};

} // namespace destek::daemon
