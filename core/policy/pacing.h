#pragma once

#include "core/base/instant.h"

/// How fast things may follow each other: a bucket kept as one number, so that it survives a
/// restart as part of a row. Pure. Rates: facts/whatsapp.md 5.6.
namespace destek
{

struct PaceRule {
    qint64 interval = 0; ///< microseconds from one to the next, once the burst is spent
    int burst = 1;       ///< as many at once after a rest
};

/// To one person: one in 6 seconds, ten at once. (WhatsApp lends up to 45, to be paid back.)
constexpr PaceRule kPersonPace{6'000'000, 10};

/// From one of our numbers.
[[nodiscard]] constexpr PaceRule numberPace(int perSecond)
{
    return {1'000'000 / perSecond, perSecond};
}

/// How long the next one waits; 0: it may go, and then the bucket becomes paced().
[[nodiscard]] constexpr Duration paceWait(const PaceRule &rule, qint64 bucket, Instant now)
{
    const qint64 early = bucket - rule.interval * (rule.burst - 1) - now.ms * 1000;
    return early <= 0 ? Duration(0) : Duration((early + 999) / 1000);
}
[[nodiscard]] constexpr qint64 paced(const PaceRule &rule, qint64 bucket, Instant now)
{
    return (bucket > now.ms * 1000 ? bucket : now.ms * 1000) + rule.interval;
}

} // namespace destek
