#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

/// Webhook bodies as Meta sends them in 2026 (facts/whatsapp.md 1.6, 2, 3), built piece by piece.
namespace destek::test::meta
{

using namespace Qt::StringLiterals;

inline const QString kNumberId = u"106540352242922"_s;

/// Whom a message comes from; empty parts are omitted keys, as since February 2026.
struct Sender {
    QString phone;
    QString bsuid;
    QString name;
    QString username;
};

inline QJsonObject without(QJsonObject object)
{
    for (const QString &key : object.keys()) {
        if (object.value(key).isString() && object.value(key).toString().isEmpty())
            object.remove(key);
    }
    return object;
}

inline QJsonObject message(const Sender &from, const QString &wamid, qint64 seconds,
                           const QString &type, const QJsonValue &part)
{
    QJsonObject json = without({{u"from"_s, from.phone},
                                {u"from_user_id"_s, from.bsuid},
                                {u"id"_s, wamid},
                                {u"timestamp"_s, QString::number(seconds)},
                                {u"type"_s, type}});
    json.insert(type, part);
    return json;
}

inline QJsonObject text(const Sender &from, const QString &wamid, qint64 seconds,
                        const QString &body)
{
    return message(from, wamid, seconds, u"text"_s, QJsonObject{{u"body"_s, body}});
}

inline QJsonObject contact(const Sender &from)
{
    QJsonObject json = without({{u"wa_id"_s, from.phone}, {u"user_id"_s, from.bsuid}});
    json.insert(u"profile"_s, without({{u"name"_s, from.name}, {u"username"_s, from.username}}));
    return json;
}

inline QJsonObject status(const QString &wamid, const QString &word, qint64 seconds,
                          const QString &callback = {}, int code = 0)
{
    QJsonObject json = without({{u"id"_s, wamid},
                                {u"status"_s, word},
                                {u"timestamp"_s, QString::number(seconds)},
                                {u"biz_opaque_callback_data"_s, callback}});
    if (code != 0)
        json.insert(u"errors"_s, QJsonArray{QJsonObject{{u"code"_s, code}, {u"title"_s, u"x"_s}}});
    return json;
}

inline QByteArray body(const QString &field, const QJsonObject &value)
{
    const QJsonObject change{{u"field"_s, field}, {u"value"_s, value}};
    const QJsonObject entry{{u"id"_s, u"WABA"_s}, {u"changes"_s, QJsonArray{change}}};
    return QJsonDocument(QJsonObject{{u"object"_s, u"whatsapp_business_account"_s},
                                     {u"entry"_s, QJsonArray{entry}}})
        .toJson(QJsonDocument::Compact);
}

inline QJsonObject value()
{
    return {{u"messaging_product"_s, u"whatsapp"_s},
            {u"metadata"_s, QJsonObject{{u"display_phone_number"_s, u"908500000000"_s},
                                        {u"phone_number_id"_s, kNumberId}}}};
}

inline QByteArray messages(const QList<QJsonObject> &items, const QList<Sender> &senders = {})
{
    QJsonObject all = value();
    QJsonArray contacts;
    for (const Sender &sender : senders)
        contacts << contact(sender);
    if (!contacts.isEmpty())
        all.insert(u"contacts"_s, contacts);
    QJsonArray list;
    for (const QJsonObject &item : items)
        list << item;
    all.insert(u"messages"_s, list);
    return body(u"messages"_s, all);
}

inline QByteArray says(const Sender &from, const QString &wamid, qint64 seconds,
                       const QString &words)
{
    return messages({text(from, wamid, seconds, words)}, {from});
}

inline QByteArray statuses(const QList<QJsonObject> &items)
{
    QJsonObject all = value();
    QJsonArray list;
    for (const QJsonObject &item : items)
        list << item;
    all.insert(u"statuses"_s, list);
    return body(u"messages"_s, all);
}

inline QByteArray preference(const Sender &from, const QString &word, qint64 seconds)
{
    QJsonObject all = value();
    QJsonObject item = without({{u"wa_id"_s, from.phone}, {u"user_id"_s, from.bsuid}});
    item.insert(u"detail"_s, u"User requested to stop marketing messages"_s);
    item.insert(u"category"_s, u"marketing_messages"_s);
    item.insert(u"value"_s, word);
    item.insert(u"timestamp"_s, seconds);
    all.insert(u"user_preferences"_s, QJsonArray{item});
    return body(u"user_preferences"_s, all);
}

} // namespace destek::test::meta
