#include "core/wire/content_json.h"

#include "core/wire/content_parts_json.h"
#include "core/wire/json_fields.h"

using namespace Qt::StringLiterals;

namespace destek::wire
{

using namespace fields;

QJsonObject toJson(const MessageContent &content)
{
    QJsonObject json;
    parts::put(json, "media"_L1, content.media);
    parts::put(json, "location"_L1, content.location);
    parts::put(json, "contacts"_L1, content.contacts);
    parts::put(json, "order"_L1, content.order);
    parts::put(json, "product"_L1, content.product);
    parts::put(json, "quote"_L1, content.quote);
    parts::put(json, "referral"_L1, content.referral);
    parts::put(json, "form"_L1, content.form);
    parts::put(json, "reactions"_L1, content.reactions);
    parts::put(json, "header"_L1, content.header);
    parts::put(json, "footer"_L1, content.footer);
    parts::put(json, "buttons"_L1, content.buttons);
    parts::put(json, "list"_L1, content.list);
    parts::put(json, "choiceDescription"_L1, content.choiceDescription);
    if (content.forwarded != ForwardMark::None)
        json.insert("forwarded"_L1, QString(wireName(content.forwarded)));
    if (content.provenance != Provenance::Cloud)
        json.insert("provenance"_L1, QString(wireName(content.provenance)));
    parts::put(json, "inGroup"_L1, content.inGroup);
    parts::put(json, "edited"_L1, content.edited);
    parts::put(json, "revoked"_L1, content.revoked);
    parts::put(json, "foreignType"_L1, content.foreignType);
    if (content.errorCode != 0)
        json.insert("errorCode"_L1, content.errorCode);
    return json;
}

MessageContent contentFromJson(const QJsonObject &json)
{
    MessageContent content;
    content.media = parts::maybe(json, "media"_L1, mediaFromJson);
    content.location = parts::maybe(json, "location"_L1, locationFromJson);
    content.contacts = parts::all(json, "contacts"_L1, contactCardFromJson);
    content.order = parts::maybe(json, "order"_L1, parts::orderFromJson);
    content.product = parts::maybe(json, "product"_L1, parts::productFromJson);
    content.quote = parts::maybe(json, "quote"_L1, parts::quoteFromJson);
    content.referral = parts::maybe(json, "referral"_L1, parts::referralFromJson);
    content.form = parts::maybe(json, "form"_L1, parts::formFromJson);
    content.reactions = parts::all(json, "reactions"_L1, parts::reactionFromJson);
    content.header = string(json, "header"_L1);
    content.footer = string(json, "footer"_L1);
    content.buttons = parts::all(json, "buttons"_L1, buttonFromJson);
    content.list = parts::maybe(json, "list"_L1, listFromJson);
    content.choiceDescription = string(json, "choiceDescription"_L1);
    content.forwarded = enumerator(json, "forwarded"_L1, ForwardMark::None);
    content.provenance = enumerator(json, "provenance"_L1, Provenance::Cloud);
    content.inGroup = json.value("inGroup"_L1).toBool();
    content.edited = json.value("edited"_L1).toBool();
    content.revoked = json.value("revoked"_L1).toBool();
    content.foreignType = string(json, "foreignType"_L1);
    content.errorCode = int(integer(json, "errorCode"_L1));
    return content;
}

} // namespace destek::wire
