#include "daemon/service/message_content.h"

#include "core/text/phone.h"
#include "daemon/service/content_parts.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

constexpr int kWordLength = 64;
constexpr int kTooLargeForMeta = 131052;

QJsonObject part(const QJsonObject &json, QLatin1StringView key)
{
    return json.value(key).toObject();
}

/// The object that `type` names, as most of Meta's shapes have it.
QJsonObject typed(const QJsonObject &json)
{
    return json.value(json.value("type"_L1).toString()).toObject();
}

void readContext(const QJsonObject &message, MessageContent &content)
{
    const QJsonObject context = part(message, "context"_L1);
    if (context.value("frequently_forwarded"_L1).toBool())
        content.forwarded = ForwardMark::ForwardedOften;
    else if (context.value("forwarded"_L1).toBool())
        content.forwarded = ForwardMark::Forwarded;
    content.product = parts::product(part(context, "referred_product"_L1));
    content.referral = parts::referral(part(message, "referral"_L1));
}

void readErrors(const QJsonObject &message, MessageContent &content)
{
    content.errorCode =
        message.value("errors"_L1).toArray().at(0).toObject().value("code"_L1).toInt();
    if (content.errorCode == kTooLargeForMeta) {
        if (!content.media)
            content.media.emplace();
        content.media->state = MediaState::TooLarge;
    }
}

void readInteractive(const QJsonObject &interactive, MessageContent &content)
{
    const QString type = interactive.value("type"_L1).toString();
    const QJsonObject reply = typed(interactive);
    if (type == "button_reply"_L1)
        return;
    if (type == "list_reply"_L1) {
        content.choiceDescription = reply.value("description"_L1).toString();
    } else if (type == "nfm_reply"_L1) {
        content.form = parts::form(reply);
    } else if (type == "call_permission_reply"_L1) {
        content.form = parts::fieldsOf(reply);
        content.foreignType = type;
    } else if (parts::readOffer(interactive, content)) {
        return;
    } else {
        content.foreignType = type.left(kWordLength);
        content.product = parts::product(reply);
    }
}

void readPart(MessageKind kind, const QJsonObject &message, MessageContent &content)
{
    switch (kind) {
    case MessageKind::Image:
    case MessageKind::Video:
    case MessageKind::Audio:
    case MessageKind::Voice:
    case MessageKind::Document:
    case MessageKind::Sticker:
        content.media = parts::media(typed(message));
        break;
    case MessageKind::Location:
        content.location = parts::location(part(message, "location"_L1));
        break;
    case MessageKind::Contacts:
        content.contacts = parts::contacts(message.value("contacts"_L1).toArray());
        break;
    case MessageKind::Interactive:
        readInteractive(part(message, "interactive"_L1), content);
        break;
    case MessageKind::Order:
        content.order = parts::order(part(message, "order"_L1));
        break;
    case MessageKind::System:
        content.foreignType =
            part(message, "system"_L1).value("type"_L1).toString().left(kWordLength);
        break;
    case MessageKind::Unsupported:
        content.foreignType =
            part(message, "unsupported"_L1).value("type"_L1).toString().left(kWordLength);
        break;
    case MessageKind::Unknown:
        content.foreignType = message.value("type"_L1).toString().left(kWordLength);
        if (content.foreignType == "media_placeholder"_L1) {
            content.media.emplace();
            content.media->state = MediaState::Missing;
        }
        break;
    default:
        break;
    }
}

QString replyLine(const QJsonObject &interactive)
{
    const QJsonObject reply = typed(interactive);
    for (const QLatin1StringView key : {"title"_L1, "body"_L1, "response"_L1}) {
        const QString line = reply.value(key).toString();
        if (!line.isEmpty())
            return line;
    }
    return part(interactive, "body"_L1).value("text"_L1).toString();
}

QJsonObject contextOf(const QByteArray &raw)
{
    return part(QJsonDocument::fromJson(raw).object(), "context"_L1);
}

QString documentLine(const QJsonObject &document)
{
    const QString caption = document.value("caption"_L1).toString();
    return caption.isEmpty() ? document.value("filename"_L1).toString() : caption;
}

} // namespace

MessageKind kindOf(const QJsonObject &message)
{
    const QString type = message.value("type"_L1).toString();
    if (type == "audio"_L1)
        return part(message, "audio"_L1).value("voice"_L1).toBool() ? MessageKind::Voice
                                                                    : MessageKind::Audio;
    // Ours, not Meta's: a customer cannot send these.
    if (type == "template"_L1 || type == "event"_L1 || type == "voice"_L1)
        return MessageKind::Unknown;
    return fromWireName<MessageKind>(type).value_or(MessageKind::Unknown);
}

MessageContent readContent(MessageKind kind, const QByteArray &raw)
{
    MessageContent content;
    const QJsonObject message = QJsonDocument::fromJson(raw).object();
    if (message.isEmpty())
        return content;
    if (kind == MessageKind::Edit) {
        // What stands there now: read as the message it makes of its target.
        const QJsonObject edited = part(part(message, "edit"_L1), "message"_L1);
        readPart(kindOf(edited), edited, content);
        readContext(edited, content);
        content.inGroup = isInGroup(message);
        return content;
    }
    readContext(message, content);
    readPart(kind, message, content);
    readErrors(message, content);
    content.inGroup = isInGroup(message);
    return content;
}

QString lineOf(MessageKind kind, const QJsonObject &message)
{
    switch (kind) {
    case MessageKind::Text:
        return part(message, "text"_L1).value("body"_L1).toString();
    case MessageKind::Image:
    case MessageKind::Video:
        return typed(message).value("caption"_L1).toString();
    case MessageKind::Document:
        return documentLine(part(message, "document"_L1));
    case MessageKind::Button:
        return part(message, "button"_L1).value("text"_L1).toString();
    case MessageKind::Interactive:
        return replyLine(part(message, "interactive"_L1));
    case MessageKind::Reaction:
        return part(message, "reaction"_L1).value("emoji"_L1).toString();
    case MessageKind::Location:
        return part(message, "location"_L1).value("name"_L1).toString();
    case MessageKind::Contacts:
        return part(message.value("contacts"_L1).toArray().at(0).toObject(), "name"_L1)
            .value("formatted_name"_L1)
            .toString();
    case MessageKind::Order:
        return part(message, "order"_L1).value("text"_L1).toString();
    case MessageKind::Edit: {
        const QJsonObject edited = part(part(message, "edit"_L1), "message"_L1);
        const MessageKind inner = kindOf(edited);
        return inner == MessageKind::Edit ? QString() : lineOf(inner, edited);
    }
    default:
        return {};
    }
}

bool isInGroup(const QJsonObject &message)
{
    const QJsonValue group = message.value("group_id"_L1);
    return group.isDouble() || !group.toString().isEmpty();
}

QString quotedWamid(const QByteArray &raw)
{
    const QJsonObject context = contextOf(raw);
    const QString inbound = context.value("id"_L1).toString();
    return inbound.isEmpty() ? context.value("message_id"_L1).toString() : inbound;
}

QString quotedNumber(const QByteArray &raw)
{
    return text::digitsOf(contextOf(raw).value("from"_L1).toString());
}

QString targetWamid(MessageKind kind, const QJsonObject &message)
{
    switch (kind) {
    case MessageKind::Reaction:
        return part(message, "reaction"_L1).value("message_id"_L1).toString();
    case MessageKind::Edit:
        return part(message, "edit"_L1).value("original_message_id"_L1).toString();
    case MessageKind::Revoke:
        return part(message, "revoke"_L1).value("original_message_id"_L1).toString();
    default:
        return {};
    }
}

} // namespace destek::daemon
