#pragma once

#include "daemon/service/ports/channel.h"
#include "daemon/service/ports/contacts.h"
#include "daemon/service/ports/messages.h"
#include "daemon/service/ports/records.h"

#include <QJsonObject>

#include <functional>

namespace destek::daemon
{

/// One POST to Meta: the message and whom it goes to, nothing else about anybody.
struct OutboundRequest {
    MessageId id; ///< travels as biz_opaque_callback_data and comes back in statuses
    int attempt = 0;
    QString phoneNumberId;
    int tries = 1; ///< attempts that Meta put off, and this one: how long to back off
    Identity recipient;
    QJsonObject message; ///< in Meta's words (meta_json.h), media ids in place
};

/// What travels as biz_opaque_callback_data and comes back in statuses: which message, and from
/// the second attempt on which attempt.
[[nodiscard]] inline QString callbackData(const MessageId &id, int attempt)
{
    return attempt < 2 ? id.toString() : id.toString() + u'#' + QString::number(attempt);
}

/// What Meta does with a template message it took (message_status; facts/whatsapp.md 4).
enum class SendPace : quint8 { Straight, HeldForQuality, Paused };

/// What came of it. Unknown = nobody can say whether the message went out: a time-out, a cut
/// connection, a 5xx or an unreadable 200. It is never sent again by itself.
struct SendAnswer {
    AttemptOutcome outcome = AttemptOutcome::Unknown;
    QString wamid;
    SendPace pace = SendPace::Straight;
    int httpStatus = 0;
    int code = 0;           ///< Meta's error code; kNoMetaCode: none came with a refusal
    Duration retryAfter{0}; ///< for Retry
    QString trace;          ///< fbtrace_id, for the log
};

/// What came of asking about a number.
struct NumberAnswer {
    std::optional<NumberFacts> facts;
    std::optional<int> refused; ///< Meta's error code, if it answered with one
};

/// The way to Meta's Graph API. Implemented by daemon/graph; called and answering on the
/// daemon's main thread. Each callback is called exactly once unless the gateway is destroyed.
class MetaGateway
{
public:
    virtual ~MetaGateway() = default;
    virtual void send(const OutboundRequest &request, std::function<void(SendAnswer)> answer) = 0;
    /// Tells Meta that this message and all before it were read; nobody waits for the answer.
    virtual void markRead(const QString &phoneNumberId, const QString &wamid, bool typing)
    {
        Q_UNUSED(phoneNumberId)
        Q_UNUSED(wamid)
        Q_UNUSED(typing)
    }
    /// What WhatsApp says of one of our numbers; neither facts nor a code: it was not reached.
    virtual void fetchNumber(const QString &phoneNumberId, std::function<void(NumberAnswer)> answer)
    {
        Q_UNUSED(phoneNumberId)
        answer({});
    }
    /// One of them, by WhatsApp's id; nullopt if it could not be fetched.
    virtual void fetchTemplate(const QString &metaId,
                               std::function<void(std::optional<TemplateRecord>)> answer)
    {
        Q_UNUSED(metaId)
        answer(std::nullopt);
    }
    /// All templates of the account; nullopt if they could not be fetched.
    virtual void
    fetchTemplates(std::function<void(std::optional<QList<TemplateRecord>>)> answer) = 0;
};

} // namespace destek::daemon
