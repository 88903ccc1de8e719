#include "sandbox/webhook_shapes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

bool isAboutAccount(const QString &field)
{
    static const QStringList messageLike{u"messages"_s, u"smb_message_echoes"_s, u"standby"_s,
                                         u"history"_s, u"smb_app_state_sync"_s};
    return !messageLike.contains(field);
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

QString unixSeconds(qint64 ms)
{
    return QString::number(ms / 1000);
}

QJsonObject frameOf(const Business &business)
{
    return {{u"messaging_product"_s, u"whatsapp"_s},
            {u"metadata"_s, QJsonObject{{u"display_phone_number"_s, business.displayNumber},
                                        {u"phone_number_id"_s, business.phoneNumberId}}}};
}

QJsonObject contactEntry(const Person &person, const QString &phone, bool withUsername)
{
    QJsonObject profile;
    if (!person.name.isEmpty())
        profile.insert(u"name"_s, person.name);
    if (withUsername && !person.username.isEmpty())
        profile.insert(u"username"_s, person.username);
    QJsonObject contact{{u"profile"_s, profile}, {u"user_id"_s, person.bsuid}};
    if (!phone.isEmpty())
        contact.insert(u"wa_id"_s, phone);
    if (!person.parentBsuid.isEmpty())
        contact.insert(u"parent_user_id"_s, person.parentBsuid);
    if (!person.identityHash.isEmpty())
        contact.insert(u"identity_key_hash"_s, person.identityHash);
    return contact;
}

Update inboundUpdate(const Business &business, const Person &person, const QString &wamid,
                     qint64 atMs, const QJsonObject &content)
{
    QJsonObject message = content;
    message.insert(u"id"_s, wamid);
    message.insert(u"timestamp"_s, unixSeconds(atMs));
    message.insert(u"from_user_id"_s, person.bsuid);
    if (!person.visiblePhone().isEmpty())
        message.insert(u"from"_s, person.visiblePhone());
    if (!person.parentBsuid.isEmpty())
        message.insert(u"from_parent_user_id"_s, person.parentBsuid);
    Update update;
    update.value = frameOf(business);
    if (content.value("type"_L1).toString() != "system"_L1)
        update.value.insert(u"contacts"_s,
                            QJsonArray{contactEntry(person, person.visiblePhone(), true)});
    update.value.insert(u"messages"_s, QJsonArray{message});
    update.key = wamid;
    return update;
}

Update statusUpdate(const Business &business, const SentMessage &message, const QString &status,
                    qint64 atMs, const std::optional<MetaError> &error)
{
    const bool failed = status == "failed"_L1;
    QJsonObject entry{
        {u"id"_s, message.wamid}, {u"status"_s, status}, {u"timestamp"_s, unixSeconds(atMs)}};
    QString phone = message.number;
    if (phone.isEmpty() && message.person != nullptr)
        phone = message.person->visiblePhone();
    if (!phone.isEmpty())
        entry.insert(u"recipient_id"_s, phone);
    if (message.person != nullptr && (!failed || message.number.isEmpty()))
        entry.insert(u"recipient_user_id"_s, message.person->bsuid);
    if (message.person != nullptr && !failed && !message.person->parentBsuid.isEmpty())
        entry.insert(u"recipient_parent_user_id"_s, message.person->parentBsuid);
    if (!message.callbackData.isEmpty())
        entry.insert(u"biz_opaque_callback_data"_s, message.callbackData);
    const bool firstArrival =
        status == "delivered"_L1 || (status == "read"_L1 && message.status == "sent"_L1);
    if (status == "sent"_L1 || firstArrival)
        entry.insert(u"pricing"_s, pricingOf(message));
    if (failed && error)
        entry.insert(u"errors"_s, QJsonArray{error->inWebhook()});
    Update update;
    update.value = frameOf(business);
    if (!failed && message.person != nullptr)
        update.value.insert(u"contacts"_s,
                            QJsonArray{contactEntry(*message.person, phone, status != "sent"_L1)});
    update.value.insert(u"statuses"_s, QJsonArray{entry});
    update.key = message.wamid;
    return update;
}

Update mergedInbound(const QList<Update> &updates)
{
    Update merged = updates.first();
    QJsonArray contacts;
    QJsonArray messages;
    for (const Update &update : updates) {
        for (const QJsonValue &contact : update.value.value("contacts"_L1).toArray())
            contacts << contact;
        for (const QJsonValue &message : update.value.value("messages"_L1).toArray())
            messages << message;
    }
    merged.value.insert(u"contacts"_s, contacts);
    merged.value.insert(u"messages"_s, messages);
    return merged;
}

QJsonObject envelopeOf(const Business &business, const QList<Update> &updates, bool split,
                       qint64 atMs)
{
    QJsonArray entries;
    QJsonArray changes;
    bool timed = false;
    const auto close = [&] {
        QJsonObject entry{{u"id"_s, business.wabaId}, {u"changes"_s, changes}};
        if (timed)
            entry.insert(u"time"_s, atMs / 1000);
        entries << entry;
        changes = {};
        timed = false;
    };
    for (const Update &update : updates) {
        changes << QJsonObject{{u"value"_s, update.value}, {u"field"_s, update.field}};
        timed = timed || isAboutAccount(update.field);
        if (split)
            close();
    }
    if (!changes.isEmpty())
        close();
    return {{u"object"_s, u"whatsapp_business_account"_s}, {u"entry"_s, entries}};
}

} // namespace destek::sandbox
