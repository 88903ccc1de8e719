#include "core/wire/outbound_json.h"

#include "core/wire/content_json.h"
#include "core/wire/content_parts_json.h"
#include "core/wire/json_fields.h"

using namespace Qt::StringLiterals;

namespace destek::wire
{

using namespace fields;
using parts::put;

namespace
{

QStringList strings(const QJsonObject &json, QLatin1StringView key)
{
    QStringList list;
    const QJsonArray array = json.value(key).toArray();
    for (const QJsonValue &value : array)
        list << value.toString();
    return list;
}

void putStrings(QJsonObject &json, QLatin1StringView key, const QStringList &list)
{
    if (!list.isEmpty())
        json.insert(key, QJsonArray::fromStringList(list));
}

void putUpload(QJsonObject &json, QLatin1StringView key, UploadId id)
{
    if (id.isValid())
        json.insert(key, id.value);
}

QJsonObject valuesJson(const TemplateValues &values)
{
    QJsonObject json;
    put(json, "header"_L1, values.header);
    putUpload(json, "headerUpload"_L1, values.headerUpload);
    put(json, "headerLocation"_L1, values.headerLocation);
    putStrings(json, "body"_L1, values.body);
    putStrings(json, "buttons"_L1, values.buttons);
    QJsonArray cards;
    for (const TemplateValues::Card &card : values.cards) {
        QJsonObject item;
        putUpload(item, "upload"_L1, card.upload);
        putStrings(item, "body"_L1, card.body);
        putStrings(item, "buttons"_L1, card.buttons);
        cards << item;
    }
    if (!cards.isEmpty())
        json.insert("cards"_L1, cards);
    return json;
}

TemplateValues::Card cardFromJson(const QJsonObject &json)
{
    return {UploadId(integer(json, "upload"_L1)), strings(json, "body"_L1),
            strings(json, "buttons"_L1)};
}

TemplateValues valuesFromJson(const QJsonObject &json)
{
    TemplateValues values;
    values.header = string(json, "header"_L1);
    values.headerUpload = UploadId(integer(json, "headerUpload"_L1));
    values.headerLocation = parts::maybe(json, "headerLocation"_L1, locationFromJson);
    values.body = strings(json, "body"_L1);
    values.buttons = strings(json, "buttons"_L1);
    values.cards = parts::all(json, "cards"_L1, cardFromJson);
    return values;
}

} // namespace

QJsonObject toJson(const OutboundContent &content)
{
    QJsonObject json{{"kind"_L1, QString(wireName(content.kind))}};
    put(json, "text"_L1, content.text);
    if (content.answers.isValid())
        json.insert("answers"_L1, content.answers.toString());
    putUpload(json, "upload"_L1, content.upload);
    put(json, "location"_L1, content.location);
    put(json, "contacts"_L1, content.contacts);
    put(json, "header"_L1, content.header);
    put(json, "footer"_L1, content.footer);
    put(json, "buttons"_L1, content.buttons);
    put(json, "list"_L1, content.list);
    if (content.kind == MessageKind::Template)
        json.insert("template"_L1, QJsonObject{{"name"_L1, content.templateName},
                                               {"language"_L1, content.templateLanguage},
                                               {"values"_L1, valuesJson(content.values)}});
    return json;
}

std::optional<OutboundContent> outboundFromJson(const QJsonObject &json)
{
    const auto kind = fromWireName<MessageKind>(string(json, "kind"_L1));
    if (!kind)
        return std::nullopt;
    OutboundContent content;
    content.kind = *kind;
    content.text = string(json, "text"_L1);
    content.answers = MessageId::fromString(string(json, "answers"_L1));
    content.upload = UploadId(integer(json, "upload"_L1));
    content.location = parts::maybe(json, "location"_L1, locationFromJson);
    content.contacts = parts::all(json, "contacts"_L1, contactCardFromJson);
    content.header = string(json, "header"_L1);
    content.footer = string(json, "footer"_L1);
    content.buttons = parts::all(json, "buttons"_L1, buttonFromJson);
    content.list = parts::maybe(json, "list"_L1, listFromJson);
    const QJsonObject chosen = json.value("template"_L1).toObject();
    content.templateName = string(chosen, "name"_L1);
    content.templateLanguage = string(chosen, "language"_L1);
    content.values = valuesFromJson(chosen.value("values"_L1).toObject());
    if ((content.kind == MessageKind::Template) == content.templateName.isEmpty())
        return std::nullopt;
    return content;
}

} // namespace destek::wire
