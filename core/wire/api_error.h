#pragma once

#include "core/domain/enum_names.h"
#include "core/policy/send_refusal.h"

#include <QString>

#include <optional>

namespace destek
{

/// Every way a call can fail, as the console sees it. Words for people are made in models/format.
enum class ApiErrorCode : quint8 {
    // said by the daemon
    BadRequest,
    NotSignedIn,
    WrongCredentials,
    TooManyAttempts,
    SecondFactorNeeded,
    NotPermitted,
    StepUpNeeded,
    NotFound,
    Refused,
    CodeInvalid,
    AlreadySetUp,
    TooLarge,
    Busy,
    Internal,
    // found out by the console
    Unreachable,
    Timeout,
    WrongServer,
    BadAnswer,
    Cancelled,
};
constexpr auto enumNames(ApiErrorCode)
{
    using E = ApiErrorCode;
    return std::array{DESTEK_NAME(E::BadRequest, "bad_request"),
                      DESTEK_NAME(E::NotSignedIn, "not_signed_in"),
                      DESTEK_NAME(E::WrongCredentials, "wrong_credentials"),
                      DESTEK_NAME(E::TooManyAttempts, "too_many_attempts"),
                      DESTEK_NAME(E::SecondFactorNeeded, "second_factor_needed"),
                      DESTEK_NAME(E::NotPermitted, "not_permitted"),
                      DESTEK_NAME(E::StepUpNeeded, "step_up_needed"),
                      DESTEK_NAME(E::NotFound, "not_found"),
                      DESTEK_NAME(E::Refused, "refused"),
                      DESTEK_NAME(E::CodeInvalid, "code_invalid"),
                      DESTEK_NAME(E::AlreadySetUp, "already_set_up"),
                      DESTEK_NAME(E::TooLarge, "too_large"),
                      DESTEK_NAME(E::Busy, "busy"),
                      DESTEK_NAME(E::Internal, "internal"),
                      DESTEK_NAME(E::Unreachable, "unreachable"),
                      DESTEK_NAME(E::Timeout, "timeout"),
                      DESTEK_NAME(E::WrongServer, "wrong_server"),
                      DESTEK_NAME(E::BadAnswer, "bad_answer"),
                      DESTEK_NAME(E::Cancelled, "cancelled")};
}

struct ApiError {
    ApiErrorCode code = ApiErrorCode::Internal;
    std::optional<SendRefusal> refusal; ///< for Refused
    QString detail;                     ///< for the log; English, no content, no secrets
    bool operator==(const ApiError &) const = default;
};

} // namespace destek
