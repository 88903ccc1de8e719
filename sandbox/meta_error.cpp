#include "sandbox/meta_error.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

struct Known {
    int code;
    int http;
    const char16_t *title;
};

constexpr std::array kKnown{
    Known{0, 401, u"AuthException"},
    Known{1, 400, u"An unknown error occurred"},
    Known{2, 503, u"Service temporarily unavailable"},
    Known{3, 403, u"Application does not have the capability to make this API call"},
    Known{4, 400, u"Application request limit reached"},
    Known{10, 403, u"Application does not have permission for this action"},
    Known{33, 400, u"Parameter value is not valid"},
    Known{100, 400, u"Invalid parameter"},
    Known{190, 401, u"Invalid OAuth access token - Cannot parse access token"},
    Known{200, 403, u"Permissions error"},
    Known{299, 403, u"Permissions error"},
    Known{368, 403, u"Temporarily blocked for policies violations"},
    Known{80007, 400, u"Rate limit issues"},
    Known{130403, 400, u"User is blocked by the business"},
    Known{130429, 400, u"Rate limit hit"},
    Known{130472, 400, u"User's number is part of an experiment"},
    Known{130497, 403, u"Business account is restricted from messaging users in this country"},
    Known{131000, 500, u"Something went wrong"},
    Known{131005, 403, u"Access denied"},
    Known{131008, 400, u"Required parameter is missing"},
    Known{131009, 400, u"Parameter value is not valid"},
    Known{131016, 500, u"Service unavailable"},
    Known{131021, 400, u"Recipient cannot be sender"},
    Known{131026, 400, u"Message undeliverable"},
    Known{131030, 400, u"Recipient phone number not in allowed list"},
    Known{131031, 403, u"Account has been locked"},
    Known{131037, 400, u"Display name approval needed"},
    Known{131042, 400, u"Business eligibility payment issue"},
    Known{131045, 500, u"Incorrect certificate"},
    Known{131047, 400, u"Re-engagement message"},
    Known{131048, 400, u"Spam rate limit hit"},
    Known{131049, 400, u"Meta chose not to deliver"},
    Known{131050, 400, u"User has stopped marketing messages from this business"},
    Known{131051, 400, u"Unsupported message type"},
    Known{131052, 400, u"Media download error"},
    Known{131053, 400, u"Media upload error"},
    Known{131055, 400, u"Method not allowed"},
    Known{131056, 400, u"(Business Account, Consumer Account) pair rate limit hit"},
    Known{131057, 500, u"Account in maintenance mode"},
    Known{131059, 400, u"Invalid paging cursor"},
    Known{131060, 400, u"This message is currently unavailable"},
    Known{131062, 400, u"Business-scoped user ID not supported for this message"},
    Known{131063, 400, u"Marketing templates are disabled on this API"},
    Known{131064, 400, u"Limit reached due to category violations"},
    Known{132000, 400, u"Number of parameters does not match the expected number of params"},
    Known{132001, 404, u"Template name does not exist in the translation"},
    Known{132005, 400, u"Translated text too long"},
    Known{132007, 400, u"Template format character policy violated"},
    Known{132008, 400, u"Template parameter value missing"},
    Known{132012, 400, u"Parameter format does not match format in the created template"},
    Known{132015, 400, u"Template is paused"},
    Known{132016, 400, u"Template is disabled"},
    Known{132018, 400, u"Template parameters are not valid"},
    Known{132068, 400, u"Flow is blocked"},
    Known{132069, 400, u"Flow is throttled"},
    Known{133000, 500, u"Incomplete deregistration"},
    Known{133004, 503, u"Server temporarily unavailable"},
    Known{133005, 400, u"Two step verification PIN mismatch"},
    Known{133006, 400, u"Phone number re-verification needed"},
    Known{133008, 400, u"Too many two step verification PIN guesses"},
    Known{133009, 400, u"Two step verification PIN guessed too fast"},
    Known{133010, 400, u"Phone number not registered"},
    Known{133015, 400,
          u"Please wait a few minutes before attempting to register this phone number"},
    Known{133016, 400, u"Account register or deregister rate limit exceeded"},
    Known{134100, 400, u"Only marketing messages are supported"},
    Known{134101, 400, u"Template is being synced"},
    Known{134102, 400, u"Template is not available"},
    Known{135000, 400, u"Generic user error"},
    Known{137000, 400, u"Recipient identity key hash mismatch"},
    Known{139100, 400, u"Failed to block or unblock some users"},
    Known{139101, 400, u"Block list limit reached"},
    Known{139102, 400, u"Block list concurrent update"},
    Known{139103, 500, u"Block list internal error"},
    Known{147001, 400, u"Business username error"},
    Known{2388019, 400, u"Message template limit exceeded"},
    Known{2388040, 400, u"Template field has too many characters"},
    Known{2388047, 400, u"Template header format is not correct"},
    Known{2388072, 400, u"Template body format is not correct"},
    Known{2388073, 400, u"Template footer format is not correct"},
    Known{2388293, 400, u"Template parameter to words ratio exceeded"},
    Known{2388299, 400, u"Template has leading or trailing parameters"},
    Known{2593107, 400, u"Synchronization request limit exceeded"},
    Known{2593108, 400, u"Synchronization requested outside of the allowed time"},
    Known{2593109, 400, u"History sync is turned off by the business"},
};

} // namespace

QJsonObject MetaError::envelope(const QString &traceId) const
{
    QJsonObject error{{u"message"_s, u"(#%1) %2"_s.arg(code).arg(message)},
                      {u"type"_s, type},
                      {u"code"_s, code},
                      {u"fbtrace_id"_s, traceId}};
    if (!messaging)
        error.insert(u"message"_s,
                     code == 190 || subcode != 0 ? message : u"(#%1) %2"_s.arg(code).arg(message));
    if (subcode != 0)
        error.insert(u"error_subcode"_s, subcode);
    if (http >= 500)
        error.insert(u"is_transient"_s, true);
    if (messaging && !details.isEmpty())
        error.insert(u"error_data"_s,
                     QJsonObject{{u"messaging_product"_s, u"whatsapp"_s}, {u"details"_s, details}});
    return {{u"error"_s, error}};
}

QJsonObject MetaError::inWebhook() const
{
    return {{u"code"_s, code},
            {u"title"_s, message},
            {u"message"_s, message},
            {u"error_data"_s, QJsonObject{{u"details"_s, details.isEmpty() ? message : details}}},
            {u"href"_s,
             u"https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/"_s}};
}

QList<int> knownErrors()
{
    QList<int> codes;
    for (const Known &known : kKnown)
        codes << known.code;
    return codes;
}

MetaError metaError(int code, const QString &details)
{
    const auto known = std::find_if(kKnown.begin(), kKnown.end(),
                                    [code](const Known &k) { return k.code == code; });
    MetaError error;
    error.code = code;
    error.details = details;
    if (known != kKnown.end()) {
        error.http = known->http;
        error.message = QString::fromUtf16(known->title);
    } else {
        error.message = u"Unknown error"_s;
    }
    error.messaging = code >= 130000;
    if (error.messaging && details.isEmpty())
        error.details = error.message;
    return error;
}

MetaError invalidParameter(const QString &message)
{
    MetaError error;
    error.code = 100;
    error.message = message;
    error.messaging = false;
    return error;
}

MetaError missingParameter(const QString &details)
{
    return metaError(131008, details);
}

MetaError badValue(const QString &details)
{
    return metaError(131009, details);
}

MetaError noSuchObject(const QString &method, const QString &id)
{
    MetaError error;
    error.code = 100;
    error.subcode = 33;
    error.type = u"GraphMethodException"_s;
    error.messaging = false;
    error.message = u"Unsupported %1 request. Object with ID '%2' does not exist, cannot be loaded "
                    "due to missing permissions, or does not support this operation"_s.arg(
                        method.toLower(), id);
    return error;
}

} // namespace destek::sandbox
