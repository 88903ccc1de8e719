#include "daemon/intake/webhook_reader.h"

#include "core/policy/meta_errors.h"
#include "daemon/intake/account_reader.h"
#include "daemon/intake/coexistence_reader.h"
#include "daemon/intake/message_reader.h"
#include "daemon/intake/value_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::daemon::intake
{

namespace
{

constexpr auto kMessages = "messages"_L1;
constexpr auto kStatuses = "statuses"_L1;
constexpr auto kErrors = "errors"_L1;
constexpr auto kContacts = "contacts"_L1;
constexpr auto kPreferences = "user_preferences"_L1;
constexpr auto kUserIds = "user_id_update"_L1;

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

InboundEvent readStatus(const QString &field, const QJsonObject &value, const QJsonObject &json)
{
    const BusinessNumber number = numberOf(value);
    StatusUpdate update;
    update.number = number;
    update.wamid = json.value("id"_L1).toString();
    update.callbackData = json.value("biz_opaque_callback_data"_L1).toString();
    update.status.state = statusState(json.value("status"_L1).toString());
    if (update.wamid.isEmpty())
        return UnreadablePart{u"status without id"_s, alone(field, value, u"statuses"_s, json)};
    if (update.status.state == SendState::None)
        return OtherUpdate{u"status:other"_s, alone(field, value, u"statuses"_s, json)};
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
    const QJsonArray preferences = value.value(kPreferences).toArray();
    for (const QJsonValue &item : preferences) {
        const QJsonObject preference = item.toObject();
        const QString word = preference.value("value"_L1).toString();
        if (word != "stop"_L1 && word != "resume"_L1) {
            events << OtherUpdate{kPreferences, alone(kPreferences, value, kPreferences, item)};
            continue;
        }
        PreferenceUpdate update;
        update.number = numberOf(value);
        update.person = readIdentities(preference.value("wa_id"_L1).toString(),
                                       preference.value("user_id"_L1).toString(), {});
        update.stop = word == "stop"_L1;
        update.at = readTimestamp(preference.value("timestamp"_L1));
        if (update.person.isEmpty())
            events << UnreadablePart{u"preference of nobody"_s,
                                     alone(kPreferences, value, kPreferences, item)};
        else
            events << update;
    }
}

/// The shape of spring 2026, before such changes became system messages (facts/whatsapp.md 2.3).
void readUserIds(const QJsonObject &value, QList<InboundEvent> &events)
{
    const QJsonArray updates = value.value(kUserIds).toArray();
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
            events << UnreadablePart{u"change of identity of nobody"_s,
                                     alone(kUserIds, value, kUserIds, item)};
        else
            events << std::move(line);
    }
}

bool hasUnknownKeys(const QJsonObject &status)
{
    static const QStringList known{u"id"_s,
                                   u"status"_s,
                                   u"timestamp"_s,
                                   u"type"_s,
                                   u"recipient_id"_s,
                                   u"recipient_user_id"_s,
                                   u"errors"_s,
                                   u"recipient_parent_user_id"_s,
                                   u"pricing"_s,
                                   u"recipient_participant_id"_s,
                                   u"conversation"_s,
                                   u"recipient_participant_user_id"_s,
                                   u"template_id"_s,
                                   u"recipient_identity_key_hash"_s,
                                   u"message"_s,
                                   u"biz_opaque_callback_data"_s,
                                   u"recipient_type"_s};
    const QStringList keys = status.keys();
    return std::any_of(keys.begin(), keys.end(),
                       [&](const QString &key) { return !known.contains(key); });
}

QJsonArray withUnknownKeys(const QJsonValue &list, bool (*isUnknown)(const QJsonObject &))
{
    QJsonArray found;
    const QJsonArray items = list.toArray();
    for (const QJsonValue &item : items) {
        if (isUnknown(item.toObject()))
            found << item;
    }
    return found;
}

/// What a change says beside the lists that were read of it: other keys, lists that are none, and
/// what statuses and the people beside them say in keys we do not know. A message keeps its own.
QJsonObject restOf(const QJsonObject &value, const QStringList &lists)
{
    QJsonObject rest;
    for (auto it = value.begin(); it != value.end(); ++it) {
        const bool isFrame = it.key() == "messaging_product"_L1 || it.key() == "metadata"_L1;
        const bool isList = lists.contains(it.key()) || it.key() == kContacts;
        if (!isFrame && !it->isNull() && !(isList && it->isArray()))
            rest.insert(it.key(), it.value());
    }
    const QJsonArray statuses = withUnknownKeys(value.value(kStatuses), hasUnknownKeys);
    if (!statuses.isEmpty())
        rest.insert(kStatuses, statuses);
    const QJsonArray people = withUnknownKeys(value.value(kContacts), saysMore);
    if (!people.isEmpty() && value.value(kMessages).toArray().isEmpty())
        rest.insert(kContacts, people);
    if (!rest.isEmpty()) {
        rest.insert(u"messaging_product"_s, u"whatsapp"_s);
        rest.insert(u"metadata"_s, value.value("metadata"_L1));
    }
    return rest;
}

/// `lists`: the keys of `value` that were read. Nothing read, or something left: kept for a later
/// version, once for the whole change.
void keepRest(const QJsonObject &change, const QStringList &lists, bool nothingRead,
              QList<InboundEvent> &events)
{
    const QString field = change.value("field"_L1).toString();
    const QJsonObject value = change.value("value"_L1).toObject();
    if (nothingRead) {
        events << OtherUpdate{field + ":empty"_L1, compact(change)};
        return;
    }
    const QJsonObject rest = restOf(value, lists);
    if (!rest.isEmpty())
        events << OtherUpdate{field + ":more"_L1, asChange(field, rest)};
}

void readChange(const QJsonObject &change, const QJsonObject &entry, QList<InboundEvent> &events)
{
    const QString field = change.value("field"_L1).toString();
    const QJsonObject value = change.value("value"_L1).toObject();
    const qsizetype before = events.size();
    QStringList lists;
    if (field == kMessages) {
        lists = {kMessages, kStatuses, kErrors};
        readMessages(field, value, events);
    } else if (field == kPreferences) {
        lists = {kPreferences};
        readPreferences(value, events);
    } else if (field == kUserIds) {
        lists = {kUserIds};
        readUserIds(value, events);
    } else if (!readAccountField(field, value, entry, events) &&
               !readCoexistenceField(field, value, events)) {
        events << OtherUpdate{field.left(64), compact(change)};
    }
    if (!lists.isEmpty())
        keepRest(change, lists, events.size() == before, events);
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

QByteArray asChange(const QString &field, const QJsonObject &value)
{
    return compact({{"field"_L1, field}, {"value"_L1, value}});
}

QByteArray alone(const QString &field, const QJsonObject &value, const QString &key,
                 const QJsonValue &element)
{
    QJsonObject part{{key, QJsonArray{element}}};
    // Only if it is plain whose it is: a batch may hold a thousand.
    if (value.value(kContacts).toArray().size() == 1)
        part.insert(kContacts, value.value(kContacts));
    if (field == "standby"_L1)
        part = {{"standby"_L1, part}}; // never to be taken for something said to us
    part.insert("messaging_product"_L1, u"whatsapp"_s);
    part.insert("metadata"_L1, value.value("metadata"_L1));
    return asChange(field, part);
}

void readMessages(const QString &field, const QJsonObject &value, QList<InboundEvent> &events)
{
    const BusinessNumber number = numberOf(value);
    const QJsonArray contacts = value.value(kContacts).toArray();
    const QJsonArray messages = value.value(kMessages).toArray();
    for (const QJsonValue &item : messages) {
        auto inbound = readMessage(item.toObject(), contacts, number);
        if (inbound && !number.phoneNumberId.isEmpty())
            events << std::move(*inbound);
        else
            events << UnreadablePart{number.phoneNumberId.isEmpty()
                                         ? u"message without our number"_s
                                         : u"message without id or sender"_s,
                                     alone(field, value, kMessages, item)};
    }
    const QJsonArray statuses = value.value(kStatuses).toArray();
    for (const QJsonValue &item : statuses)
        events << readStatus(field, value, item.toObject());
    const QJsonArray errors = value.value(kErrors).toArray();
    for (const QJsonValue &item : errors) {
        const QJsonObject error = item.toObject();
        events << ChannelError{
            number, error.value("code"_L1).toInt(kNoMetaCode), error.value("title"_L1).toString(),
            error.value("error_data"_L1).toObject().value("details"_L1).toString()};
    }
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
