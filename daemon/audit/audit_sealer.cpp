#include "daemon/audit/audit_sealer.h"

#include "daemon/audit/audit_log.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(logAudit, "destek.audit")

namespace destek::daemon
{

namespace
{

constexpr auto kLookEvery = std::chrono::seconds(5);

void noteFailure(const Stored<Done> &sealed)
{
    if (!sealed && sealed.error() != StoreError::Closed)
        qCWarning(logAudit) << "the audit log could not be sealed, error" << int(sealed.error());
}

} // namespace

AuditSealer::AuditSealer(Database &database, const Clock &clock, crypto::SigningKey key,
                         QObject *parent)
    : QObject(parent), m_database(database), m_clock(clock),
      m_key(std::make_shared<crypto::SigningKey>(std::move(key)))
{
    m_timer.setInterval(kLookEvery);
    connect(&m_timer, &QTimer::timeout, this, &AuditSealer::tick);
}

const crypto::PublicKey &AuditSealer::publicKey() const
{
    return m_key->publicKey();
}

void AuditSealer::start()
{
    m_timer.start();
}

Stored<Done> AuditSealer::stop()
{
    m_timer.stop();
    return sealNow();
}

void AuditSealer::tick()
{
    const auto seal = [key = m_key, now = m_clock.now()](Tx &tx) -> Stored<Done> {
        AuditLog &log = AuditLog::in(tx);
        const auto size = log.size();
        const auto last = log.lastSealed();
        if (!size || !last)
            return failure(size ? last.error() : size.error());
        const qint64 unsealed = *size - last->size;
        const bool due = unsealed >= kMostUnsealed || now - last->at >= kLongestUnsealed;
        return unsealed != 0 && due ? log.seal(now, *key) : Stored<Done>(done());
    };
    m_database.write(Urgency::Background, seal, noteFailure);
}

Stored<Done> AuditSealer::sealNow()
{
    auto sealed = m_database.writeAndWait(
        [key = m_key, now = m_clock.now()](Tx &tx) { return AuditLog::in(tx).seal(now, *key); });
    noteFailure(sealed);
    return sealed;
}

} // namespace destek::daemon
