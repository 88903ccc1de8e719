#include "daemon/service/read_receipts.h"

namespace destek::daemon
{

namespace
{

constexpr PaceRule kPace = numberPace(10);
/// The bubble stays for 25 seconds.
constexpr auto kTypingAgain = std::chrono::seconds(20);
constexpr auto kRemembered = std::chrono::hours(1);
constexpr qsizetype kTidyAt = 10'000;

} // namespace

void ReadReceipts::tell(const QString &phoneNumberId, const QString &wamid, bool typing)
{
    const Instant now = m_clock.now();
    if (m_told.size() > kTidyAt)
        forgetOld(now);
    Told told = m_told.value(wamid);
    const bool stale = typing ? now - told.typingAt >= kTypingAgain : told.at.isNull();
    if (!stale || paceWait(kPace, m_bucket, now) > Duration(0))
        return;
    m_bucket = paced(kPace, m_bucket, now);
    told.at = now;
    if (typing)
        told.typingAt = now;
    m_told.insert(wamid, told);
    m_gateway.markRead(phoneNumberId, wamid, typing);
}

void ReadReceipts::forgetOld(Instant now)
{
    m_told.removeIf([&](const auto &entry) { return now - entry.value().at > kRemembered; });
}

} // namespace destek::daemon
