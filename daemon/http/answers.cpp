#include "daemon/http/answers.h"

using namespace Qt::StringLiterals;

namespace destek::daemon::answers
{

QByteArray bearer(const httpd::Request &request)
{
    constexpr QByteArrayView kScheme("Bearer ");
    const QList<QByteArray> values = request.headerValues("Authorization");
    return values.size() == 1 && values.first().startsWith(kScheme)
               ? values.first().mid(kScheme.size())
               : QByteArray();
}

int httpStatus(ApiErrorCode code)
{
    switch (code) {
    case ApiErrorCode::BadRequest:
    case ApiErrorCode::CodeInvalid:
        return 400;
    case ApiErrorCode::NotSignedIn:
    case ApiErrorCode::WrongCredentials:
    case ApiErrorCode::SecondFactorNeeded:
        return 401;
    case ApiErrorCode::NotPermitted:
    case ApiErrorCode::StepUpNeeded:
        return 403;
    case ApiErrorCode::NotFound:
        return 404;
    case ApiErrorCode::Refused:
    case ApiErrorCode::AlreadySetUp:
        return 409;
    case ApiErrorCode::TooLarge:
        return 413;
    case ApiErrorCode::TooManyAttempts:
        return 429;
    case ApiErrorCode::Busy:
        return 503;
    default:
        return 500;
    }
}

std::optional<QJsonObject> body(const httpd::Request &request, const httpd::Responder &responder)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (document.isObject())
        return document.object();
    fail(responder, ApiErrorCode::BadRequest);
    return std::nullopt;
}

qint64 id(const httpd::Request &request)
{
    return request.parameter(u"id"_s).toLongLong();
}

int limit(const httpd::Request &request, int usual, int most)
{
    bool ok = false;
    const int wanted = request.queryValue(u"limit").value_or(QString()).toInt(&ok);
    return ok ? std::clamp(wanted, 1, most) : usual;
}

} // namespace destek::daemon::answers
