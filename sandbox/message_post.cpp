#include "sandbox/message_post.h"

#include "sandbox/send_check.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

constexpr qsizetype kMostCallbackData = 512;
constexpr qint64 kReactionAgeMs = 30LL * 24 * 60 * 60 * 1000;

/// Digits after removing what Meta tolerates; empty if something else is inside.
QString digitsOf(const QString &input)
{
    QString digits;
    for (qsizetype i = 0; i < input.size(); ++i) {
        const QChar c = input.at(i);
        if (c >= u'0' && c <= u'9')
            digits += c;
        else if (c == u'+' && i == 0)
            continue;
        else if (!QStringView(u" -().").contains(c))
            return {};
    }
    return digits;
}

} // namespace

MessagePost::MessagePost(World &world, const TemplateShelf &templates, const MediaBox &media,
                         PostSettings settings, QObject *parent)
    : QObject(parent), m_world(world), m_templates(templates), m_media(media), m_settings(settings)
{
}

bool MessagePost::isSend(const QJsonObject &body)
{
    return !body.contains("status"_L1);
}

void MessagePost::doomNext(int code, int count, bool afterSent)
{
    m_doomCode = code;
    m_doomCount = count;
    m_doomAfterSent = afterSent;
}

Result<QJsonObject, MetaError> MessagePost::post(const QJsonObject &body)
{
    auto answer = take(body);
    if (!answer)
        Q_EMIT refused(answer.error().code);
    return answer;
}

Result<QJsonObject, MetaError> MessagePost::take(const QJsonObject &body)
{
    if (body.value("messaging_product"_L1).toString() != "whatsapp"_L1)
        return failure(invalidParameter(u"The parameter messaging_product is required."_s));
    if (!isSend(body))
        return markRead(body);
    const auto recipient = recipientOf(body);
    if (!recipient)
        return failure(recipient.error());
    auto judged = judge(body, *recipient);
    if (!judged)
        return failure(judged.error());
    const SentMessage &kept = m_world.noteSent(std::move(judged).value());
    QJsonObject contact{{u"input"_s, kept.input}};
    if (!kept.number.isEmpty())
        contact.insert(u"wa_id"_s, kept.number);
    else
        contact.insert(u"user_id"_s, kept.bsuid);
    QJsonObject message{{u"id"_s, kept.wamid}};
    if (kept.type == "template"_L1)
        message.insert(u"message_status"_s, m_templates.paceOf(body["template"_L1].toObject()));
    Q_EMIT accepted(kept.wamid);
    return QJsonObject{{u"messaging_product"_s, u"whatsapp"_s},
                       {u"contacts"_s, QJsonArray{contact}},
                       {u"messages"_s, QJsonArray{message}}};
}

Result<QJsonObject, MetaError> MessagePost::markRead(const QJsonObject &body)
{
    if (body.value("status"_L1).toString() != "read"_L1)
        return failure(invalidParameter(u"Param status must be one of {read}"_s));
    const QString wamid = body.value("message_id"_L1).toString();
    if (wamid.isEmpty())
        return failure(invalidParameter(u"The parameter message_id is required."_s));
    if (!m_world.knowsInbound(wamid))
        return failure(badValue(u"Message ID %1 does not exist"_s.arg(wamid)));
    const bool typing = body.contains("typing_indicator"_L1);
    if (typing && body["typing_indicator"_L1]["type"_L1].toString() != "text"_L1)
        return failure(badValue(u"typing_indicator.type must be text"_s));
    ++m_markedRead;
    Q_EMIT readByBusiness(wamid, typing);
    return QJsonObject{{u"success"_s, true}};
}

Result<MessagePost::Recipient, MetaError> MessagePost::recipientOf(const QJsonObject &body) const
{
    const QString kind = body.value("recipient_type"_L1).toString(u"individual"_s);
    if (kind != "individual"_L1)
        return failure(badValue(u"recipient_type must be individual"_s));
    Recipient recipient;
    if (const QString to = body.value("to"_L1).toString(); !to.isEmpty()) {
        recipient.input = to;
        recipient.number = digitsOf(to);
        if (recipient.number.size() < 5 || recipient.number.size() > 17)
            return failure(badValue(u"The recipient's phone number is not valid"_s));
        if (!to.startsWith(u'+')) // whatsapp.md 4: the business's own country code is put before
            recipient.number.prepend(m_world.business().countryCode);
        recipient.person = m_world.byPhone(recipient.number);
    } else if (const QString id = body.value("recipient"_L1).toString(); !id.isEmpty()) {
        recipient.input = id;
        recipient.bsuid = id;
        recipient.person = m_world.byBsuid(id);
        if (recipient.person == nullptr)
            return failure(badValue(u"The recipient's user ID is not valid for this business"_s));
    } else {
        return failure(invalidParameter(u"The parameter to is required."_s));
    }
    if (recipient.number == m_world.business().displayNumber)
        return failure(metaError(131021));
    return recipient;
}

Result<QString, MetaError> MessagePost::categoryOf(const QJsonObject &body, const QString &type,
                                                   const Recipient &recipient) const
{
    if (type != "template"_L1) {
        const auto error = checkContent(type, body, m_media);
        return error ? Result<QString, MetaError>(failure(*error)) : u"service"_s;
    }
    auto category = m_templates.check(body.value("template"_L1).toObject(), m_media);
    if (category && *category == "authentication"_L1 && recipient.number.isEmpty())
        return failure(metaError(131062));
    return category;
}

Result<SentMessage, MetaError> MessagePost::judge(const QJsonObject &body,
                                                  const Recipient &recipient)
{
    SentMessage message;
    message.type = body.value("type"_L1).toString(u"text"_s);
    message.body = body;
    message.callbackData = body.value("biz_opaque_callback_data"_L1).toString();
    if (const auto error = checkEnvelope(body, message.type))
        return failure(*error);
    if (message.callbackData.size() > kMostCallbackData)
        return failure(invalidParameter(
            u"Param biz_opaque_callback_data must be at most 512 characters long."_s));
    const auto category = categoryOf(body, message.type, recipient);
    if (!category)
        return failure(category.error());
    message.category = *category;
    if (body.contains("context"_L1) && message.type == "reaction"_L1)
        return failure(badValue(u"context is not allowed for reactions"_s));
    if (body.contains("context"_L1) && body["context"_L1]["message_id"_L1].toString().isEmpty())
        return failure(missingParameter(u"Parameter 'context.message_id' is mandatory"_s));
    message.input = recipient.input;
    message.number = recipient.number;
    message.bsuid = recipient.bsuid;
    message.person = recipient.person;
    message.atMs = m_world.nowMs();
    message.insideWindow = message.person != nullptr && m_world.windowOpen(*message.person);
    const QString hash = body.value("recipient_identity_key_hash"_L1).toString();
    if (!hash.isEmpty() && message.person != nullptr && hash != message.person->identityHash)
        return failure(metaError(137000));
    message.doom = doomOf(message);
    if (message.doom && message.doom->code == 131047 &&
        m_settings.windowRefusal == WindowRefusal::AtOnce)
        return failure(*message.doom);
    if (const auto error = m_world.number().refusalOf(message.insideWindow, message.atMs))
        return failure(*error);
    if (const auto error = paceOf(message))
        return failure(*error);
    if (!message.doom && m_doomCount > 0) {
        --m_doomCount;
        message.doom = metaError(m_doomCode);
        message.doomedAfterSent = m_doomAfterSent;
    }
    message.wamid = m_world.newWamid(message.number.isEmpty() ? message.bsuid : message.number);
    return message;
}

std::optional<MetaError> MessagePost::paceOf(const SentMessage &message)
{
    if (message.person != nullptr) {
        Limiter &pair = message.person->pair;
        if (message.person->lastFromAgent.isEmpty())
            pair = Limiter(m_settings.pairBurst, m_settings.pairIntervalMs);
        if (!pair.take(message.atMs))
            return metaError(131056, u"Too many messages sent from this business to the same "
                                     "recipient in a short time"_s);
    }
    if (const int rate = m_world.number().throughput(m_settings.throughput);
        rate != m_rate || rate <= 0) {
        m_rate = rate;
        m_throughput = Limiter(rate, rate > 0 ? 1000 / rate : 1);
    }
    if (!m_throughput.take(message.atMs))
        return metaError(130429, u"Too many messages sent in a short time"_s);
    return std::nullopt;
}

std::optional<MetaError> MessagePost::doomOf(const SentMessage &message) const
{
    if (message.person == nullptr || !message.person->onWhatsApp || message.person->blockedUs)
        return metaError(131026, u"Message undeliverable"_s);
    if (message.type != "template"_L1 && !message.insideWindow)
        return metaError(131047, u"Message failed to send because more than 24 hours have passed "
                                 "since the customer last replied to this number."_s);
    if (message.category == "marketing"_L1 && message.person->stoppedOffers)
        return metaError(131050);
    if (message.type == "reaction"_L1)
        return doomOfReaction(message);
    return doomedMedium(message.type, message.body, m_media);
}

std::optional<MetaError> MessagePost::doomOfReaction(const SentMessage &message) const
{
    const QString target = message.body["reaction"_L1]["message_id"_L1].toString();
    const InboundNote note = m_world.inbound(target);
    const bool fits = note.person == message.person && note.person != nullptr && !note.withdrawn &&
                      note.type != "reaction"_L1 && message.atMs - note.atMs < kReactionAgeMs;
    return fits ? std::nullopt
                : std::optional(badValue(u"Reaction message ID %1 is not valid"_s.arg(target)));
}

} // namespace destek::sandbox
