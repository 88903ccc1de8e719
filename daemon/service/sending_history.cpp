#include "daemon/service/sending_history.h"

#include "daemon/service/send_verdict.h"

#include <QSet>

#include <algorithm>

namespace destek::daemon
{

namespace
{

SendState stateOf(AttemptOutcome outcome)
{
    switch (outcome) {
    case AttemptOutcome::Accepted:
        return SendState::Accepted;
    case AttemptOutcome::Rejected:
        return SendState::Failed;
    case AttemptOutcome::Retry:
    case AttemptOutcome::Held:
        return SendState::Queued;
    case AttemptOutcome::Pending:
        return SendState::Sending;
    case AttemptOutcome::Unknown:
        break;
    }
    return SendState::Unknown;
}

} // namespace

Stored<QList<MessageHistory::Step>> sendingSteps(const Tx &tx, const MessageId &id)
{
    const auto attempts = tx.messages().attempts(id);
    if (!attempts)
        return failure(attempts.error());
    const auto statuses = tx.messages().statuses(id);
    if (!statuses)
        return failure(statuses.error());
    QList<MessageHistory::Step> steps;
    for (const Attempt &attempt : *attempts) {
        steps << MessageHistory::Step{
            attempt.number, attempt.startedAt, SendState::Sending, 0, {}, {}};
        if (!attempt.endedAt.isNull())
            steps << MessageHistory::Step{
                attempt.number, attempt.endedAt, stateOf(attempt.outcome), attempt.code, {}, {}};
    }
    for (const StatusEvent &status : *statuses)
        steps << MessageHistory::Step{status.attempt,         status.at,
                                      status.state,           status.code,
                                      status.pricingCategory, status.pricingType};
    // Meta's times are whole seconds: within an attempt the ladder decides, not the clock.
    std::stable_sort(steps.begin(), steps.end(), [](const auto &a, const auto &b) {
        return std::pair(a.attempt, a.at) < std::pair(b.attempt, b.at);
    });
    return steps;
}

Stored<int> timesPutOff(const Tx &tx, const MessageId &id, int attempt)
{
    const auto attempts = tx.messages().attempts(id);
    if (!attempts)
        return failure(attempts.error());
    const auto statuses = tx.messages().statuses(id);
    if (!statuses)
        return failure(statuses.error());
    QSet<int> putOff;
    for (const Attempt &known : *attempts) {
        if (known.number < attempt && known.outcome == AttemptOutcome::Retry)
            putOff << known.number;
    }
    for (const StatusEvent &status : *statuses) {
        if (status.attempt < attempt && status.state == SendState::Failed &&
            judgeFailure(status.code, 1).outcome == AttemptOutcome::Retry)
            putOff << status.attempt;
    }
    return int(putOff.size());
}

Stored<bool> isKnownFailed(const Tx &tx, const MessageId &id, int attempt)
{
    const auto statuses = tx.messages().statuses(id);
    if (!statuses)
        return failure(statuses.error());
    return std::any_of(statuses->cbegin(), statuses->cend(), [&](const StatusEvent &status) {
        return status.attempt == attempt && status.state == SendState::Failed;
    });
}

} // namespace destek::daemon
