#include "sandbox/webhook_shapes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

QString seconds(qint64 ms)
{
    return QString::number(ms / 1000);
}

QJsonObject frame(const Business &business)
{
    return {{u"messaging_product"_s, u"whatsapp"_s},
            {u"metadata"_s, QJsonObject{{u"display_phone_number"_s, business.displayNumber},
                                        {u"phone_number_id"_s, business.phoneNumberId}}}};
}

QJsonObject contactOf(const Person &person, const QString &phone, bool withUsername)
{
    QJsonObject profile;
    if (!person.name.isEmpty())
        profile.insert(u"name"_s, person.name);
    if (withUsername && !person.username.isEmpty())
        profile.insert(u"username"_s, person.username);
    QJsonObject contact{{u"profile"_s, profile}, {u"user_id"_s, person.bsuid}};
    if (!phone.isEmpty()) // A missing number is a missing key, never an empty string.
        contact.insert(u"wa_id"_s, phone);
    return contact;
}

QJsonObject pricingOf(const SentMessage &message)
{
    const bool free = message.insideWindow &&
                      (message.category == "service"_L1 || message.category == "utility"_L1);
    return {{u"billable"_s, !free},
            {u"pricing_model"_s, u"PMP"_s},
            {u"type"_s, free ? u"free_customer_service"_s : u"regular"_s},
            {u"category"_s, message.category}};
}

} // namespace

Update inboundUpdate(const Business &business, const Person &person, const QString &wamid,
                     qint64 atMs, const QJsonObject &content)
{
    QJsonObject message = content;
    message.insert(u"id"_s, wamid);
    message.insert(u"timestamp"_s, seconds(atMs));
    message.insert(u"from_user_id"_s, person.bsuid);
    if (!person.visiblePhone().isEmpty())
        message.insert(u"from"_s, person.visiblePhone());
    Update update;
    update.value = frame(business);
    if (content.value("type"_L1).toString() != "system"_L1)
        update.value.insert(u"contacts"_s,
                            QJsonArray{contactOf(person, person.visiblePhone(), true)});
    update.value.insert(u"messages"_s, QJsonArray{message});
    update.key = wamid;
    return update;
}

Update statusUpdate(const Business &business, const SentMessage &message, const QString &status,
                    qint64 atMs, const std::optional<MetaError> &error)
{
    const bool failed = status == "failed"_L1;
    QJsonObject entry{
        {u"id"_s, message.wamid}, {u"status"_s, status}, {u"timestamp"_s, seconds(atMs)}};
    QString phone = message.number;
    if (phone.isEmpty() && message.person != nullptr)
        phone = message.person->visiblePhone();
    if (!phone.isEmpty())
        entry.insert(u"recipient_id"_s, phone);
    if (message.person != nullptr && (!failed || message.number.isEmpty()))
        entry.insert(u"recipient_user_id"_s, message.person->bsuid);
    if (!message.callbackData.isEmpty())
        entry.insert(u"biz_opaque_callback_data"_s, message.callbackData);
    const bool firstArrival =
        status == "delivered"_L1 || (status == "read"_L1 && message.status == "sent"_L1);
    if (status == "sent"_L1 || firstArrival)
        entry.insert(u"pricing"_s, pricingOf(message));
    if (failed && error)
        entry.insert(u"errors"_s, QJsonArray{error->inWebhook()});
    Update update;
    update.value = frame(business);
    if (!failed && message.person != nullptr)
        update.value.insert(u"contacts"_s,
                            QJsonArray{contactOf(*message.person, phone, status != "sent"_L1)});
    update.value.insert(u"statuses"_s, QJsonArray{entry});
    update.key = message.wamid;
    return update;
}

QJsonObject envelopeOf(const Business &business, const QList<Update> &updates, bool split)
{
    QJsonArray entries;
    QJsonArray changes;
    for (const Update &update : updates) {
        changes << QJsonObject{{u"value"_s, update.value}, {u"field"_s, update.field}};
        if (split) {
            entries << QJsonObject{{u"id"_s, business.wabaId}, {u"changes"_s, changes}};
            changes = {};
        }
    }
    if (!changes.isEmpty())
        entries << QJsonObject{{u"id"_s, business.wabaId}, {u"changes"_s, changes}};
    return {{u"object"_s, u"whatsapp_business_account"_s}, {u"entry"_s, entries}};
}

} // namespace destek::sandbox
