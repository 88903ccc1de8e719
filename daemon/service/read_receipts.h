#pragma once

#include "core/base/clock.h"
#include "core/policy/pacing.h"
#include "daemon/service/meta_gateway.h"

#include <QHash>

namespace destek::daemon
{

/// "Read" and "an answer is being written" for WhatsApp: each message once, typing as often as
/// WhatsApp shows it, and never so many that messages wait for it. What is too much is dropped.
/// Threads: main. Source: facts/whatsapp.md 4.1.
class ReadReceipts
{
public:
    ReadReceipts(MetaGateway &gateway, const Clock &clock) : m_gateway(gateway), m_clock(clock) {}

    void tell(const QString &phoneNumberId, const QString &wamid, bool typing);

private:
    struct Told {
        Instant at;
        Instant typingAt;
    };
    void forgetOld(Instant now);

    MetaGateway &m_gateway;
    const Clock &m_clock;
    QHash<QString, Told> m_told; ///< by wamid; the last hour's
    qint64 m_bucket = 0;
};

} // namespace destek::daemon
