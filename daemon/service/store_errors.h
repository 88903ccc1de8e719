#pragma once

#include "core/wire/api_error.h"
#include "daemon/service/ports/stored.h"

namespace destek::daemon
{

/// What a failing store means to a console. Never carries details: those are in the log.
[[nodiscard]] inline ApiError apiError(StoreError failed)
{
    switch (failed) {
    case StoreError::Busy:
    case StoreError::Full:
        return {ApiErrorCode::Busy, std::nullopt, {}};
    case StoreError::NotFound:
    case StoreError::Sealed:
        return {ApiErrorCode::NotFound, std::nullopt, {}};
    case StoreError::Conflict:
        return {ApiErrorCode::BadRequest, std::nullopt, {}};
    case StoreError::Corrupt:
    case StoreError::Closed:
    case StoreError::Failed:
        break;
    }
    return {ApiErrorCode::Internal, std::nullopt, {}};
}

} // namespace destek::daemon
