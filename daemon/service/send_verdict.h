#pragma once

#include "daemon/service/meta_gateway.h"

namespace destek::daemon
{

/// What an answer that is no acceptance means, by the table of Meta's errors: sets outcome and
/// retryAfter from httpStatus and code. The code decides; Meta's HTTP status is unreliable and
/// counts only where there is no code (`coded` false: 0 is a code of Meta's). Pure. `tries`:
/// attempts that Meta put off so far, and this one.
void judge(SendAnswer &answer, bool coded, int tries);

} // namespace destek::daemon
