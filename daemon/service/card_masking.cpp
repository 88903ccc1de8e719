#include "core/text/masking.h"
#include "daemon/service/message_content.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

/// Made by WhatsApp or by the business, never typed into a chat. `type` is not among them: on a
/// contact card it is a label that people write, and WhatsApp's own words are no card numbers.
bool isMade(const QString &key, const QJsonObject &beside)
{
    static const QStringList made{u"id"_s,
                                  u"from"_s,
                                  u"from_user_id"_s,
                                  u"from_parent_user_id"_s,
                                  u"to"_s,
                                  u"to_user_id"_s,
                                  u"to_parent_user_id"_s,
                                  u"wa_id"_s,
                                  u"user_id"_s,
                                  u"parent_user_id"_s,
                                  u"previous_user_id"_s,
                                  u"previous_parent_user_id"_s,
                                  u"group_id"_s,
                                  u"timestamp"_s,
                                  u"sha256"_s,
                                  u"mime_type"_s,
                                  u"message_id"_s,
                                  u"original_message_id"_s,
                                  u"catalog_id"_s,
                                  u"hash"_s,
                                  u"identity_key_hash"_s,
                                  u"source_id"_s,
                                  u"ctwa_clid"_s,
                                  u"product_retailer_id"_s,
                                  u"currency"_s,
                                  u"status"_s,
                                  u"created_timestamp"_s,
                                  u"expiration_timestamp"_s};
    // An address beside a file is WhatsApp's; on a contact card somebody typed it.
    return made.contains(key) || (key == "url"_L1 && beside.contains("mime_type"_L1));
}

QJsonValue masked(const QJsonValue &value)
{
    if (value.isString())
        return text::maskCards(value.toString());
    if (value.isArray()) {
        QJsonArray items;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            items << masked(item);
        return items;
    }
    if (value.isObject()) {
        const QJsonObject before = value.toObject();
        QJsonObject object = before;
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QJsonValue field = it.value();
            if (!field.isString() || !isMade(it.key(), before))
                it.value() = masked(field);
        }
        return object;
    }
    return value;
}

} // namespace

QByteArray withCardsMasked(const QByteArray &json)
{
    if (json.isEmpty())
        return {};
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    return QJsonDocument(masked(object).toObject()).toJson(QJsonDocument::Compact);
}

} // namespace destek::daemon
