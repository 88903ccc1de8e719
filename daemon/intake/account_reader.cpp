#include "daemon/intake/account_reader.h"

#include "daemon/intake/message_reader.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace destek::daemon::intake
{

namespace
{

/// Ids and limits come as numbers or as text, on the same page of Meta's even.
QString word(const QJsonObject &json, QLatin1StringView key)
{
    const QJsonValue value = json.value(key);
    if (value.isDouble())
        return QString::number(value.toInteger());
    return value.toString().left(1024);
}

QString compact(const QJsonObject &json)
{
    return json.isEmpty()
               ? QString()
               : QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)).left(4096);
}

TemplateUpdate readTemplate(const QString &field, const QJsonObject &value)
{
    TemplateUpdate update;
    update.metaId = word(value, "message_template_id"_L1);
    update.name = word(value, "message_template_name"_L1);
    update.language = word(value, "message_template_language"_L1);
    if (field == "message_template_status_update"_L1) {
        update.status = word(value, "event"_L1);
        update.category = word(value, "message_template_category"_L1);
        const QJsonObject rejection = value.value("rejection_info"_L1).toObject();
        update.reason = word(rejection, "reason"_L1);
        if (update.reason.isEmpty())
            update.reason = word(value, "reason"_L1);
    } else if (field == "template_category_update"_L1) {
        const QString coming = word(value, "correct_category"_L1);
        update.comingAt = readTimestamp(value.value("category_update_timestamp"_L1));
        // Announced ahead: what is in force meanwhile stands beside it.
        update.comingCategory = coming;
        if (coming.isEmpty() || value.contains("previous_category"_L1))
            update.category = word(value, "new_category"_L1);
    } else if (field == "message_template_quality_update"_L1) {
        update.quality = word(value, "new_quality_score"_L1);
    } else {
        update.wordsChanged = true;
    }
    return update;
}

NumberUpdate readNumber(const QString &field, const QJsonObject &value)
{
    NumberUpdate update;
    update.display = word(value, "display_phone_number"_L1);
    update.phoneNumberId = word(value, "phone_number_id"_L1);
    update.event = word(value, "event"_L1);
    update.limit = word(value, "max_daily_conversations_per_business"_L1);
    if (update.limit.isEmpty())
        update.limit = word(value, "max_daily_conversation_per_phone"_L1);
    if (update.limit.isEmpty())
        update.limit = word(value, "current_limit"_L1);
    if (field == "phone_number_name_update"_L1) {
        update.nameStatus = word(value, "decision"_L1);
        update.name = word(value, "requested_verified_name"_L1);
        update.reason = word(value, "rejection_reason"_L1);
    }
    if (field == "security"_L1) {
        update.security = true;
        update.reason = word(value, "requester"_L1);
    }
    return update;
}

AccountUpdate readAccount(const QJsonObject &value)
{
    AccountUpdate update;
    update.event = word(value, "event"_L1);
    update.detail = compact(value.value("violation_info"_L1).toObject());
    if (update.detail.isEmpty())
        update.detail = compact(value.value("ban_info"_L1).toObject());
    const QJsonArray restrictions = value.value("restriction_info"_L1).toArray();
    for (const QJsonValue &item : restrictions)
        update.restrictions << AccountUpdate::Restriction{
            word(item.toObject(), "restriction_type"_L1),
            readTimestamp(item.toObject().value("expiration"_L1))};
    update.accountId = word(value.value("waba_info"_L1).toObject(), "waba_id"_L1);
    if (update.detail.isEmpty())
        update.detail = compact(value.value("waba_info"_L1).toObject());
    if (update.detail.isEmpty())
        update.detail = compact(value.value("volume_tier_info"_L1).toObject());
    return update;
}

AccountUpdate readAlert(const QJsonObject &value)
{
    QJsonObject alert = value.value("alert_info"_L1).toObject();
    if (alert.isEmpty())
        alert = value;
    AccountUpdate update;
    update.event = word(alert, "alert_type"_L1);
    update.severity = word(alert, "alert_severity"_L1);
    update.status = word(alert, "alert_status"_L1);
    update.detail = word(alert, "alert_description"_L1);
    return update;
}

AccountUpdate readReview(const QJsonObject &value)
{
    AccountUpdate update;
    const QString decision = word(value, "decision"_L1);
    update.event = decision.isEmpty() ? QString() : u"REVIEW_"_s + decision;
    return update;
}

} // namespace

bool readAccountField(const QString &field, const QJsonObject &value, const QJsonObject &entry,
                      QList<InboundEvent> &events)
{
    static const QStringList templates{
        u"message_template_status_update"_s, u"template_category_update"_s,
        u"message_template_quality_update"_s, u"message_template_components_update"_s};
    static const QStringList numbers{u"phone_number_quality_update"_s,
                                     u"business_capability_update"_s, u"phone_number_name_update"_s,
                                     u"security"_s};
    if (templates.contains(field)) {
        events << readTemplate(field, value);
        return true;
    }
    if (numbers.contains(field)) {
        NumberUpdate update = readNumber(field, value);
        update.accountId = word(entry, "id"_L1);
        events << update;
        return true;
    }
    if (field != "account_update"_L1 && field != "account_review_update"_L1 &&
        field != "account_alerts"_L1)
        return false;
    AccountUpdate update = field == "account_update"_L1   ? readAccount(value)
                           : field == "account_alerts"_L1 ? readAlert(value)
                                                          : readReview(value);
    // For partner events the entry may name a portfolio; the account stands inside then.
    if (update.accountId.isEmpty())
        update.accountId = word(entry, "id"_L1);
    update.at = readTimestamp(entry.value("time"_L1));
    events << update;
    return true;
}

} // namespace destek::daemon::intake
