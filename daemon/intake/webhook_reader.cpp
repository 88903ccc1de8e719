#include "daemon/intake/webhook_reader.h"

#include "core/policy/meta_errors.h"
#include "daemon/intake/account_reader.h"
#include "daemon/intake/coexistence_reader.h"
#include "daemon/intake/message_reader.h"
#include "daemon/intake/value_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace destek::daemon::intake
{

namespace
{

SendState statusState(const QString &word)
{
    if (word == "sent"_L1)
        return SendState::Sent;
    if (word == "delivered"_L1)
        return SendState::Delivered;
    if (word == "read"_L1)
        return SendState::Read;
    if (word == "played"_L1)
        return SendState::Played;
    if (word == "failed"_L1)
        return SendState::Failed;
    return SendState::None;
}

InboundEvent readStatus(const QJsonObject &json, const BusinessNumber &number)
{
    StatusUpdate update;
    update.number = number;
    update.wamid = json.value("id"_L1).toString();
    update.callbackData = json.value("biz_opaque_callback_data"_L1).toString();
    update.status.state = statusState(json.value("status"_L1).toString());
    if (update.wamid.isEmpty())
        return UnreadablePart{u"status without id"_s, compact(json)};
    if (update.status.state == SendState::None)
        return OtherUpdate{u"status:other"_s, compact(json)};
    update.recipient = readIdentities(json.value("recipient_id"_L1).toString(),
                                      json.value("recipient_user_id"_L1).toString(),
                                      json.value("recipient_parent_user_id"_L1).toString());
    if (json.value("recipient_type"_L1).toString() == "group"_L1)
        update.recipient.clear();
    update.status.at = readTimestamp(json.value("timestamp"_L1));
    const int none = update.status.state == SendState::Failed ? kNoMetaCode : 0;
    update.status.code =
        json.value("errors"_L1).toArray().at(0).toObject().value("code"_L1).toInt(none);
    update.status.pricingCategory =
        json.value("pricing"_L1).toObject().value("category"_L1).toString();
    update.status.pricingType = json.value("pricing"_L1).toObject().value("type"_L1).toString();
    return update;
}

void readPreferences(const QJsonObject &value, QList<InboundEvent> &events)
{
    const QJsonArray preferences = value.value("user_preferences"_L1).toArray();
    for (const QJsonValue &item : preferences) {
        const QJsonObject preference = item.toObject();
        const QString word = preference.value("value"_L1).toString();
        if (word != "stop"_L1 && word != "resume"_L1) {
            events << OtherUpdate{u"user_preferences"_s, compact(preference)};
            continue;
        }
        PreferenceUpdate update;
        update.number = numberOf(value);
        update.person = readIdentities(preference.value("wa_id"_L1).toString(),
                                       preference.value("user_id"_L1).toString(), {});
        update.stop = word == "stop"_L1;
        update.at = readTimestamp(preference.value("timestamp"_L1));
        if (update.person.isEmpty())
            events << UnreadablePart{u"preference of nobody"_s, compact(preference)};
        else
            events << update;
    }
}

/// The shape of spring 2026, before such changes became system messages (facts/whatsapp.md 2.3).
void readUserIds(const QJsonObject &value, QList<InboundEvent> &events)
{
    const QJsonArray updates = value.value("user_id_update"_L1).toArray();
    for (const QJsonValue &item : updates) {
        const QJsonObject json = item.toObject();
        const QJsonObject user = json.value("user_id"_L1).toObject();
        const QJsonObject parent = json.value("parent_user_id"_L1).toObject();
        const auto text = [](const QJsonObject &of, QLatin1StringView key) {
            return of.value(key).toString();
        };
        InboundMessage line;
        line.number = numberOf(value);
        line.kind = MessageKind::System;
        line.opensWindow = false;
        line.at = readTimestamp(json.value("timestamp"_L1));
        line.change = IdentityChange{
            readIdentities({}, text(user, "previous"_L1), text(parent, "previous"_L1)),
            readIdentities(text(json, "wa_id"_L1), text(user, "current"_L1),
                           text(parent, "current"_L1))};
        line.change->ofNumber = false;
        line.sender = line.change->current;
        line.wamid =
            u"user_id_update:%1:%2:%3"_s.arg(text(user, "previous"_L1), text(user, "current"_L1))
                .arg(line.at.ms);
        line.raw = compact(json);
        if (line.change->former.isEmpty() || line.change->current.isEmpty() ||
            line.number.phoneNumberId.isEmpty())
            events << UnreadablePart{u"change of identity of nobody"_s, compact(json)};
        else
            events << std::move(line);
    }
}

void readChange(const QJsonObject &change, const QJsonObject &entry, QList<InboundEvent> &events)
{
    const QString field = change.value("field"_L1).toString();
    const QJsonObject value = change.value("value"_L1).toObject();
    if (field == "messages"_L1)
        readMessages(value, events);
    else if (field == "user_preferences"_L1)
        readPreferences(value, events);
    else if (field == "user_id_update"_L1)
        readUserIds(value, events);
    else if (!readAccountField(field, value, entry, events) &&
             !readCoexistenceField(field, value, events))
        events << OtherUpdate{field.left(64), compact(change)};
}

} // namespace

BusinessNumber numberOf(const QJsonObject &value)
{
    const QJsonObject metadata = value.value("metadata"_L1).toObject();
    return {metadata.value("phone_number_id"_L1).toString(),
            metadata.value("display_phone_number"_L1).toString()};
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

void readMessages(const QJsonObject &value, QList<InboundEvent> &events)
{
    const BusinessNumber number = numberOf(value);
    const QJsonArray contacts = value.value("contacts"_L1).toArray();
    const QJsonArray messages = value.value("messages"_L1).toArray();
    for (const QJsonValue &item : messages) {
        const QJsonObject message = item.toObject();
        if (number.phoneNumberId.isEmpty()) {
            events << UnreadablePart{u"message without our number"_s, compact(message)};
            continue;
        }
        if (auto inbound = readMessage(message, contacts, number))
            events << std::move(*inbound);
        else
            events << UnreadablePart{u"message without id or sender"_s, compact(message)};
    }
    const QJsonArray statuses = value.value("statuses"_L1).toArray();
    for (const QJsonValue &item : statuses)
        events << readStatus(item.toObject(), number);
    const QJsonArray errors = value.value("errors"_L1).toArray();
    for (const QJsonValue &item : errors) {
        const QJsonObject error = item.toObject();
        events << ChannelError{
            number, error.value("code"_L1).toInt(kNoMetaCode), error.value("title"_L1).toString(),
            error.value("error_data"_L1).toObject().value("details"_L1).toString()};
    }
    if (messages.isEmpty() && statuses.isEmpty() && errors.isEmpty())
        events << OtherUpdate{u"messages:empty"_s, compact(value)};
}

QList<InboundEvent> readWebhook(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (!document.isObject())
        return {UnreadablePart{u"not a JSON object: "_s + error.errorString(), body}};
    const QJsonObject root = document.object();
    if (!root.value("entry"_L1).isArray())
        return {UnreadablePart{u"no entry list"_s, body}};
    QList<InboundEvent> events;
    const QJsonArray entries = root.value("entry"_L1).toArray();
    for (const QJsonValue &entry : entries) {
        const QJsonArray changes = entry.toObject().value("changes"_L1).toArray();
        for (const QJsonValue &change : changes)
            readChange(change.toObject(), entry.toObject(), events);
    }
    return events;
}

} // namespace destek::daemon::intake
