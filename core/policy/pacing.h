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

/// What WhatsApp lets one of our numbers send in a second: a number that is also on a phone is
/// fixed at 20, whatever else is said of it.
constexpr int kUsualRate = 80;
constexpr int kHighRate = 1000;
constexpr int kOnPhoneRate = 20;
[[nodiscard]] constexpr int numberRate(bool highThroughput, bool onPhone)
{
    return onPhone ? kOnPhoneRate : highThroughput ? kHighRate : kUsualRate;
}

/// The bucket as it counts now: what is past is empty, and one further ahead than it can ever be
/// says that the clock was set back.
[[nodiscard]] constexpr qint64 paceLevel(const PaceRule &rule, qint64 bucket, Instant now)
{
    const qint64 from = now.ms * 1000;
    return bucket > from && bucket - from <= rule.interval * (rule.burst + 1) ? bucket : from;
}

/// How long the next one waits; 0: it may go, and then the bucket becomes paced().
[[nodiscard]] constexpr Duration paceWait(const PaceRule &rule, qint64 bucket, Instant now)
{
    const qint64 early =
        paceLevel(rule, bucket, now) - rule.interval * (rule.burst - 1) - now.ms * 1000;
    return early <= 0 ? Duration(0) : Duration((early + 999) / 1000);
}
[[nodiscard]] constexpr qint64 paced(const PaceRule &rule, qint64 bucket, Instant now)
{
    return paceLevel(rule, bucket, now) + rule.interval;
}

static_assert(paceWait(kPersonPace, 60'000'000, Instant()) == std::chrono::seconds(6));
static_assert(paceWait(kPersonPace, 54'000'000, Instant()) == Duration(0));
static_assert(paceWait(kPersonPace, 90'000'000, Instant()) == Duration(0)); // clock set back

} // namespace destek
