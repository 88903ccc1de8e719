#pragma once

#include "daemon/service/media_gateway.h"
#include "daemon/service/meta_gateway.h"

namespace destek::daemon
{

/// What an answer that is no acceptance means, by the table of Meta's errors: sets outcome and
/// retryAfter from httpStatus and code. The code decides; Meta's HTTP status is unreliable and
/// counts only where there is no code (kNoMetaCode: 0 is a code of Meta's). Pure. `tries`:
/// attempts that Meta put off so far, and this one.
void judge(SendAnswer &answer, int tries);

/// What is to be done, and when again.
struct Verdict {
    AttemptOutcome outcome = AttemptOutcome::Rejected;
    Duration retryAfter{0}; ///< for Retry
};

/// The same for the answer to a file: nobody gets anything by its being handed over twice, so
/// whatever may pass is tried as often as it takes. Never Unknown.
[[nodiscard]] Verdict judgeHandOver(const HandOverAnswer &answer, int tries);

/// The same for a status that says the message failed. It surely did: nothing goes out twice, and
/// what nobody could know at once is Rejected here. Never Unknown.
[[nodiscard]] Verdict judgeFailure(int code, int tries);

} // namespace destek::daemon
