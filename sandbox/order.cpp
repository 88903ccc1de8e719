#include "sandbox/order.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

const QStringList kWho{u"persona"_s, u"from"_s, u"user_id"_s};
const QStringList kLine{u"text"_s, u"message"_s, u"at"_s, u"minutes_ago"_s, u"wamid"_s};

/// Keys by the name of the order.
const QHash<QString, QStringList> &keysByName()
{
    static const QHash<QString, QStringList> keys{
        {u"inbound"_s, kWho + kLine +
                           QStringList{u"name"_s, u"username"_s, u"shows_phone"_s, u"receipts"_s,
                                       u"parent_user_id"_s, u"identity_hash"_s}},
        {u"inbound-many"_s, {u"orders"_s, u"in"_s}},
        {u"say"_s, kWho + kLine},
        {u"press"_s, kWho + QStringList{u"choice"_s}},
        {u"identity"_s,
         kWho + QStringList{u"event"_s, u"username"_s, u"withhold"_s, u"phone"_s, u"new_user_id"_s,
                            u"shape"_s, u"name"_s, u"parent_user_id"_s, u"identity_hash"_s}},
        {u"person"_s, kWho + QStringList{u"on_whatsapp"_s, u"blocked_us"_s, u"receipts"_s,
                                         u"fail_code"_s, u"shows_phone"_s, u"name"_s}},
        {u"preference"_s, kWho + QStringList{u"value"_s, u"category"_s}},
        {u"value-error"_s, {u"code"_s, u"details"_s}},
        {u"status"_s, {u"wamid"_s, u"status"_s, u"error"_s, u"pricing"_s}},
        {u"fail-next"_s, {u"code"_s, u"http_status"_s, u"count"_s, u"processed"_s, u"edge"_s}},
        {u"fail-later"_s, {u"code"_s, u"count"_s, u"after"_s}},
        {u"silence-next"_s, {u"count"_s}},
        {u"drop-next"_s, {u"count"_s}},
        {u"outage"_s, {u"on"_s, u"graph"_s, u"webhooks"_s}},
        {u"weather"_s,
         {u"duplicates"_s, u"twins"_s, u"reorder"_s, u"delay_ms"_s, u"batch"_s, u"parallel"_s}},
        {u"usage"_s, {u"percent"_s, u"regain_minutes"_s}},
        {u"media"_s, {u"fault"_s, u"count"_s, u"id"_s, u"delay_ms"_s}},
        {u"raw"_s, {u"body"_s, u"base64"_s, u"signature"_s}},
        {u"field"_s, {u"field"_s, u"value"_s}},
        {u"notice"_s, {u"name"_s, u"value"_s}},
        {u"clock"_s, {u"hours"_s}},
        {u"number"_s,
         {u"quality_rating"_s, u"whatsapp_business_manager_messaging_limit"_s, u"throughput"_s,
          u"verified_name"_s, u"name_status"_s, u"status"_s, u"is_on_biz_app"_s}},
        {u"template"_s,
         {u"event"_s, u"name"_s, u"language"_s, u"template"_s, u"status"_s, u"reason"_s, u"score"_s,
          u"category"_s, u"in_s"_s, u"components"_s, u"pace"_s}},
        {u"review"_s, {u"seconds"_s, u"reject"_s}},
        {u"echo"_s, kWho + kLine},
        {u"history"_s, kWho + QStringList{u"days"_s, u"messages"_s, u"chunk"_s, u"order"_s,
                                          u"media"_s, u"declined"_s}},
        {u"app-state"_s, {u"contacts"_s}},
        {u"standby"_s, kWho + kLine + QStringList{u"kind"_s, u"status"_s}},
        {u"handover"_s, kWho + QStringList{u"type"_s, u"previous"_s, u"next"_s, u"metadata"_s}},
    };
    return keys;
}

} // namespace

QStringList orderNames()
{
    QStringList names = keysByName().keys();
    names.sort();
    return names;
}

QString complaintAbout(const QString &name, const QJsonObject &order)
{
    const auto known = keysByName().constFind(name);
    if (known == keysByName().constEnd())
        return u"There is nothing to order under the name \"%1\"."_s.arg(name);
    for (auto it = order.begin(); it != order.end(); ++it) {
        if (!known->contains(it.key()))
            return u"\"%1\" does not know the key \"%2\"; it knows %3."_s.arg(name, it.key(),
                                                                              known->join(u", "_s));
    }
    return {};
}

qint64 momentOf(const QJsonObject &order, qint64 nowMs)
{
    if (order.contains("at"_L1)) {
        const QJsonValue at = order.value("at"_L1);
        return qint64(at.isString() ? at.toString().toDouble() : at.toDouble()) * 1000;
    }
    return nowMs - qint64(order.value("minutes_ago"_L1).toDouble() * 60'000);
}

} // namespace destek::sandbox
