#include "daemon/service/send_verdict.h"

#include "core/policy/meta_errors.h"

#include <algorithm>

namespace destek::daemon
{

namespace
{

constexpr int kTriesAtMost = 8;
constexpr int kMaintenance = 131057; ///< takes about a minute

/// "Not now, and surely not sent": waiting and asking again is safe.
std::optional<Duration> backOff(const MetaErrorRule &rule, int tries)
{
    using namespace std::chrono;
    const int power = std::clamp(tries - 1, 0, 5);
    switch (rule.retry) {
    case MetaRetry::Minutes:
        return minutes(1 << power);
    case MetaRetry::BackOff:
        return rule.code == kMaintenance ? seconds(30) : seconds(1 << power);
    case MetaRetry::PairBackOff:
        return seconds(1LL << (2 * power)); // 4^n
    case MetaRetry::TenMinutes:
        return minutes(10);
    case MetaRetry::Once:
    case MetaRetry::Never:
    case MetaRetry::AskFirst:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

void judge(SendAnswer &answer, int tries)
{
    const MetaErrorRule rule = metaErrorRule(answer.code);
    const bool refused = answer.httpStatus >= 400 && answer.httpStatus < 500;
    if (rule.retry == MetaRetry::Once && refused && tries < 2) {
        answer.outcome = AttemptOutcome::Retry;
        answer.retryAfter = std::chrono::seconds(1);
    } else if (const auto wait = backOff(rule, tries)) {
        answer.outcome = tries < kTriesAtMost ? AttemptOutcome::Retry : AttemptOutcome::Rejected;
        answer.retryAfter = *wait;
    } else if (rule.retry == MetaRetry::AskFirst) {
        answer.outcome = AttemptOutcome::Unknown;
    } else if (refused) {
        answer.outcome = rule.stopsSending ? AttemptOutcome::Held : AttemptOutcome::Rejected;
    } else {
        answer.outcome = AttemptOutcome::Unknown;
    }
}

Verdict judgeHandOver(const HandOverAnswer &answer, int tries)
{
    using namespace std::chrono;
    if (!answer.metaId.isEmpty())
        return {AttemptOutcome::Accepted};
    if (!answer.asked)
        return {AttemptOutcome::Rejected};
    const MetaErrorRule rule = metaErrorRule(answer.code);
    if (rule.stopsSending)
        return {AttemptOutcome::Held};
    if (const auto wait = backOff(rule, tries))
        return {AttemptOutcome::Retry, *wait};
    const bool refused =
        answer.httpStatus >= 400 && answer.httpStatus < 500 && answer.httpStatus != 429;
    const bool passes = rule.retry == MetaRetry::AskFirst || !refused ||
                        (rule.retry == MetaRetry::Once && tries < 2);
    if (passes)
        return {AttemptOutcome::Retry, seconds(10) * (1 << std::clamp(tries - 1, 0, 3))};
    return {AttemptOutcome::Rejected};
}

Verdict judgeFailure(int code, int tries)
{
    const MetaErrorRule rule = metaErrorRule(code);
    if (rule.stopsSending)
        return {AttemptOutcome::Held};
    if (rule.retry == MetaRetry::Once && tries < 2)
        return {AttemptOutcome::Retry, std::chrono::seconds(1)};
    const auto wait = backOff(rule, tries);
    if (wait && tries < kTriesAtMost)
        return {AttemptOutcome::Retry, *wait};
    return {AttemptOutcome::Rejected};
}

} // namespace destek::daemon
