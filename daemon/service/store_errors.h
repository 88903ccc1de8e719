#pragma once

#include "core/wire/api_error.h"
#include "daemon/service/ports/stored.h"

namespace destek::daemon
{

/// Where the code says all there is to say.
[[nodiscard]] inline ApiError apiError(ApiErrorCode code)
{
    return {code, std::nullopt, {}};
}

/// What a failing store means to a console. Never carries details: those are in the log.
[[nodiscard]] inline ApiError apiError(StoreError failed)
{
    switch (failed) {
    case StoreError::Busy:
    case StoreError::Full:
        return apiError(ApiErrorCode::Busy);
    case StoreError::NotFound:
    case StoreError::Sealed:
        return apiError(ApiErrorCode::NotFound);
    case StoreError::Conflict:
        return apiError(ApiErrorCode::BadRequest);
    case StoreError::Corrupt:
    case StoreError::Closed:
    case StoreError::Failed:
        break;
    }
    return apiError(ApiErrorCode::Internal);
}

} // namespace destek::daemon
