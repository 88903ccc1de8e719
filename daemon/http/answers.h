#pragma once

#include "core/wire/json.h"
#include "daemon/service/store_errors.h"
#include "httpd/route.h"

#include <QJsonDocument>

#include <functional>
#include <memory>

/// How results become replies; shared by the route files of this room.
namespace destek::daemon::answers
{

[[nodiscard]] int httpStatus(ApiErrorCode code);

inline void fail(const httpd::Responder &responder, const ApiError &error)
{
    responder.respond(httpd::Reply::json(
        httpStatus(error.code), QJsonDocument(wire::toJson(error)).toJson(QJsonDocument::Compact)));
}

inline void fail(const httpd::Responder &responder, ApiErrorCode code)
{
    fail(responder, apiError(code));
}

inline void json(const httpd::Responder &responder, const QJsonObject &body, int status = 200)
{
    responder.respond(
        httpd::Reply::json(status, QJsonDocument(body).toJson(QJsonDocument::Compact)));
}

/// Encodes what the codecs of core/wire know.
template <typename T>
std::function<void(Result<T, ApiError>)> encoded(const httpd::Responder &responder,
                                                 int status = 200)
{
    return [responder, status](Result<T, ApiError> result) {
        if (!result)
            fail(responder, result.error());
        else if constexpr (std::is_same_v<T, Done>)
            responder.respond(httpd::Reply::empty(204));
        else
            json(responder, wire::toJson(*result), status);
    };
}

/// What becomes of something that our policy may refuse.
template <typename View>
struct Decided {
    std::optional<SendRefusal> refusal;
    View view;
};

/// Tells it once it is written: an error, the refusal, or what is true now. `after` runs only if
/// it was allowed.
template <typename View>
std::function<void(Stored<Done>)> decided(const httpd::Responder &responder,
                                          const std::shared_ptr<Decided<View>> &outcome,
                                          const std::function<void()> &after)
{
    return [=](Stored<Done> result) {
        if (!result)
            return fail(responder, apiError(result.error()));
        if (outcome->refusal)
            return fail(responder, ApiError{ApiErrorCode::Refused, outcome->refusal, {}});
        after();
        json(responder, wire::toJson(outcome->view));
    };
}

/// The token of the session that asks; empty without exactly one.
[[nodiscard]] QByteArray bearer(const httpd::Request &request);

/// nullopt (and a 400 sent) if the body is not a JSON object.
[[nodiscard]] std::optional<QJsonObject> body(const httpd::Request &request,
                                              const httpd::Responder &responder);

/// The {id} segment as a number; invalid ids become 0, which exists nowhere.
[[nodiscard]] qint64 id(const httpd::Request &request);

[[nodiscard]] int limit(const httpd::Request &request, int usual, int most);

} // namespace destek::daemon::answers
