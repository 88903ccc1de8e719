#include "core/wire/content_parts_json.h"

#include "core/wire/json_fields.h"

using namespace Qt::StringLiterals;

namespace destek::wire
{

using namespace fields;

namespace
{

QJsonObject lineJson(const ContactCard::Line &line)
{
    return {{"label"_L1, line.label}, {"value"_L1, line.value}};
}

ContactCard::Line lineFromJson(const QJsonObject &json)
{
    return {string(json, "label"_L1), string(json, "value"_L1)};
}

void putLines(QJsonObject &json, QLatin1StringView key, const QList<ContactCard::Line> &lines)
{
    QJsonArray array;
    for (const ContactCard::Line &line : lines)
        array << lineJson(line);
    if (!array.isEmpty())
        json.insert(key, array);
}

ListView::Row rowFromJson(const QJsonObject &json)
{
    return {string(json, "id"_L1), string(json, "title"_L1), string(json, "description"_L1)};
}

ListView::Section sectionFromJson(const QJsonObject &json)
{
    return {string(json, "title"_L1), parts::all(json, "rows"_L1, rowFromJson)};
}

} // namespace

QJsonObject toJson(const MediaView &media)
{
    QJsonObject json{{"state"_L1, QString(wireName(media.state))}, {"size"_L1, media.size}};
    parts::put(json, "mimeType"_L1, media.mimeType);
    parts::put(json, "fileName"_L1, media.fileName);
    parts::put(json, "animated"_L1, media.animated);
    return json;
}

MediaView mediaFromJson(const QJsonObject &json)
{
    MediaView media;
    // A state this version does not know must not promise bytes.
    media.state = enumerator(json, "state"_L1, MediaState::Missing);
    media.mimeType = string(json, "mimeType"_L1);
    media.fileName = string(json, "fileName"_L1);
    media.size = std::max<qint64>(0, integer(json, "size"_L1));
    media.animated = json.value("animated"_L1).toBool();
    return media;
}

QJsonObject toJson(const LocationView &location)
{
    QJsonObject json{{"latitude"_L1, location.latitude}, {"longitude"_L1, location.longitude}};
    parts::put(json, "name"_L1, location.name);
    parts::put(json, "address"_L1, location.address);
    return json;
}

LocationView locationFromJson(const QJsonObject &json)
{
    return {json.value("latitude"_L1).toDouble(), json.value("longitude"_L1).toDouble(),
            string(json, "name"_L1), string(json, "address"_L1)};
}

QJsonObject toJson(const ContactCard &card)
{
    QJsonObject json{{"name"_L1, card.name}};
    parts::put(json, "organisation"_L1, card.organisation);
    putLines(json, "phones"_L1, card.phones);
    putLines(json, "emails"_L1, card.emails);
    putLines(json, "others"_L1, card.others);
    parts::put(json, "requested"_L1, card.requested);
    return json;
}

ContactCard contactCardFromJson(const QJsonObject &json)
{
    ContactCard card;
    card.name = string(json, "name"_L1);
    card.organisation = string(json, "organisation"_L1);
    card.phones = parts::all(json, "phones"_L1, lineFromJson);
    card.emails = parts::all(json, "emails"_L1, lineFromJson);
    card.others = parts::all(json, "others"_L1, lineFromJson);
    card.requested = json.value("requested"_L1).toBool();
    return card;
}

QJsonObject toJson(const ButtonView &button)
{
    QJsonObject json{{"kind"_L1, QString(wireName(button.kind))}, {"label"_L1, button.label}};
    parts::put(json, "id"_L1, button.id);
    parts::put(json, "value"_L1, button.value);
    return json;
}

ButtonView buttonFromJson(const QJsonObject &json)
{
    return {enumerator(json, "kind"_L1, ButtonKind::Other), string(json, "id"_L1),
            string(json, "label"_L1), string(json, "value"_L1)};
}

QJsonObject toJson(const ListView &list)
{
    QJsonArray sections;
    for (const ListView::Section &section : list.sections) {
        QJsonArray rows;
        for (const ListView::Row &row : section.rows) {
            QJsonObject json{{"id"_L1, row.id}, {"title"_L1, row.title}};
            parts::put(json, "description"_L1, row.description);
            rows << json;
        }
        sections << QJsonObject{{"title"_L1, section.title}, {"rows"_L1, rows}};
    }
    return {{"button"_L1, list.button}, {"sections"_L1, sections}};
}

ListView listFromJson(const QJsonObject &json)
{
    return {string(json, "button"_L1), parts::all(json, "sections"_L1, sectionFromJson)};
}

namespace parts
{

QJsonObject toJson(const OrderView &order)
{
    QJsonArray items;
    for (const OrderView::Item &item : order.items)
        items << QJsonObject{{"product"_L1, item.product},
                             {"quantity"_L1, item.quantity},
                             {"price"_L1, item.price},
                             {"currency"_L1, item.currency}};
    return {{"catalogue"_L1, order.catalogue}, {"items"_L1, items}};
}

OrderView orderFromJson(const QJsonObject &json)
{
    const auto item = [](const QJsonObject &line) {
        return OrderView::Item{string(line, "product"_L1), int(integer(line, "quantity"_L1)),
                               string(line, "price"_L1), string(line, "currency"_L1)};
    };
    return {string(json, "catalogue"_L1), all(json, "items"_L1, item)};
}

QJsonObject toJson(const ProductView &product)
{
    return {{"catalogue"_L1, product.catalogue}, {"product"_L1, product.product}};
}

ProductView productFromJson(const QJsonObject &json)
{
    return {string(json, "catalogue"_L1), string(json, "product"_L1)};
}

QJsonObject toJson(const QuoteView &quote)
{
    QJsonObject json;
    if (quote.id.isValid())
        json.insert("id"_L1, quote.id.toString());
    put(json, "fromUs"_L1, quote.fromUs);
    put(json, "author"_L1, quote.author);
    put(json, "text"_L1, quote.text);
    return json;
}

QuoteView quoteFromJson(const QJsonObject &json)
{
    return {MessageId::fromString(string(json, "id"_L1)), json.value("fromUs"_L1).toBool(),
            string(json, "author"_L1), string(json, "text"_L1)};
}

QJsonObject toJson(const ReferralView &referral)
{
    QJsonObject json{{"isAd"_L1, referral.isAd}};
    put(json, "headline"_L1, referral.headline);
    put(json, "body"_L1, referral.body);
    put(json, "address"_L1, referral.address);
    return json;
}

ReferralView referralFromJson(const QJsonObject &json)
{
    return {string(json, "headline"_L1), string(json, "body"_L1), string(json, "address"_L1),
            json.value("isAd"_L1).toBool(true)};
}

QJsonObject toJson(const FormView &form)
{
    QJsonArray fields;
    for (const FormView::Field &field : form.fields)
        fields << QJsonObject{{"name"_L1, field.name}, {"value"_L1, field.value}};
    QJsonObject json{{"fields"_L1, fields}};
    put(json, "unreadable"_L1, form.unreadable);
    return json;
}

FormView formFromJson(const QJsonObject &json)
{
    const auto field = [](const QJsonObject &line) {
        return FormView::Field{string(line, "name"_L1), string(line, "value"_L1)};
    };
    return {all(json, "fields"_L1, field), string(json, "unreadable"_L1)};
}

QJsonObject toJson(const ReactionView &reaction)
{
    QJsonObject json{{"emoji"_L1, reaction.emoji}, {"at"_L1, reaction.at.ms}};
    put(json, "fromUs"_L1, reaction.fromUs);
    put(json, "author"_L1, reaction.author);
    return json;
}

ReactionView reactionFromJson(const QJsonObject &json)
{
    return {string(json, "emoji"_L1), json.value("fromUs"_L1).toBool(), string(json, "author"_L1),
            instant(json, "at"_L1)};
}

} // namespace parts

} // namespace destek::wire
