#include "daemon/service/content_parts.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace destek::daemon::parts
{

namespace
{

QString text(const QJsonObject &json, QLatin1StringView key)
{
    return json.value(key).toString();
}

/// Meta writes numbers as numbers or as text.
std::optional<double> number(const QJsonValue &value)
{
    bool ok = value.isDouble();
    const double found = value.isString() ? value.toString().toDouble(&ok) : value.toDouble();
    return ok ? std::optional(found) : std::nullopt;
}

QString anyText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray()) {
        QStringList items;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            items << anyText(item);
        return items.join(u", "_s);
    }
    return value.toVariant().toString();
}

QList<ContactCard::Line> lines(const QJsonArray &array, QLatin1StringView valueKey)
{
    QList<ContactCard::Line> found;
    for (const QJsonValue &item : array) {
        const QJsonObject json = item.toObject();
        QString value = text(json, valueKey);
        if (value.isEmpty())
            value = text(json, "wa_id"_L1);
        if (!value.isEmpty())
            found << ContactCard::Line{text(json, "type"_L1), value};
    }
    return found;
}

QString addressOf(const QJsonObject &json)
{
    QStringList parts;
    for (const QLatin1StringView key :
         {"street"_L1, "zip"_L1, "city"_L1, "state"_L1, "country"_L1}) {
        const QString part = text(json, key);
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(u", "_s);
}

ContactCard card(const QJsonObject &json)
{
    ContactCard card;
    const QJsonObject name = json.value("name"_L1).toObject();
    card.name = text(name, "formatted_name"_L1);
    if (card.name.isEmpty())
        card.name = (text(name, "first_name"_L1) + u' ' + text(name, "last_name"_L1)).trimmed();
    const QJsonObject organisation = json.value("org"_L1).toObject();
    QStringList work;
    for (const QLatin1StringView key : {"company"_L1, "department"_L1, "title"_L1}) {
        if (!text(organisation, key).isEmpty())
            work << text(organisation, key);
    }
    card.organisation = work.join(u", "_s);
    card.phones = lines(json.value("phones"_L1).toArray(), "phone"_L1);
    card.emails = lines(json.value("emails"_L1).toArray(), "email"_L1);
    const QJsonArray addresses = json.value("addresses"_L1).toArray();
    for (const QJsonValue &address : addresses) {
        const QString line = addressOf(address.toObject());
        if (!line.isEmpty())
            card.others << ContactCard::Line{text(address.toObject(), "type"_L1), line};
    }
    card.others += lines(json.value("urls"_L1).toArray(), "url"_L1);
    if (const QString birthday = text(json, "birthday"_L1); !birthday.isEmpty())
        card.others << ContactCard::Line{u"birthday"_s, birthday};
    card.requested = text(json, "origin"_L1) == "contact_request"_L1;
    return card;
}

ButtonView button(const QJsonObject &json)
{
    const QJsonObject reply = json.value("reply"_L1).toObject();
    return {ButtonKind::Reply, text(reply, "id"_L1), text(reply, "title"_L1), {}};
}

ListView list(const QJsonObject &action)
{
    ListView list;
    list.button = text(action, "button"_L1);
    const QJsonArray sections = action.value("sections"_L1).toArray();
    for (const QJsonValue &item : sections) {
        ListView::Section section;
        section.title = text(item.toObject(), "title"_L1);
        const QJsonArray rows = item.toObject().value("rows"_L1).toArray();
        for (const QJsonValue &row : rows)
            section.rows << ListView::Row{text(row.toObject(), "id"_L1),
                                          text(row.toObject(), "title"_L1),
                                          text(row.toObject(), "description"_L1)};
        list.sections << section;
    }
    return list;
}

} // namespace

MediaView media(const QJsonObject &json)
{
    MediaView media;
    media.mimeType = text(json, "mime_type"_L1).section(u';', 0, 0).trimmed();
    media.fileName = text(json, "filename"_L1);
    media.animated = json.value("animated"_L1).toBool();
    if (text(json, "id"_L1).isEmpty())
        media.state = MediaState::Missing;
    return media;
}

std::optional<LocationView> location(const QJsonObject &json)
{
    const auto latitude = number(json.value("latitude"_L1));
    const auto longitude = number(json.value("longitude"_L1));
    if (!latitude || !longitude || !(*latitude >= -90 && *latitude <= 90) ||
        !(*longitude >= -180 && *longitude <= 180))
        return std::nullopt;
    return LocationView{*latitude, *longitude, text(json, "name"_L1), text(json, "address"_L1)};
}

QList<ContactCard> contacts(const QJsonArray &cards)
{
    QList<ContactCard> found;
    for (const QJsonValue &item : cards) {
        if (item.isObject())
            found << card(item.toObject());
    }
    return found;
}

OrderView order(const QJsonObject &json)
{
    OrderView order;
    order.catalogue = text(json, "catalog_id"_L1);
    const QJsonArray items = json.value("product_items"_L1).toArray();
    for (const QJsonValue &item : items) {
        const QJsonObject line = item.toObject();
        const auto price = number(line.value("item_price"_L1));
        const double quantity = number(line.value("quantity"_L1)).value_or(0);
        order.items << OrderView::Item{text(line, "product_retailer_id"_L1),
                                       quantity > 0 && quantity < 1e9 ? int(quantity) : 0,
                                       price ? QString::number(*price, 'f', 2)
                                             : text(line, "item_price"_L1),
                                       text(line, "currency"_L1)};
    }
    return order;
}

std::optional<ProductView> product(const QJsonObject &json)
{
    const ProductView product{text(json, "catalog_id"_L1), text(json, "product_retailer_id"_L1)};
    if (product.catalogue.isEmpty() && product.product.isEmpty())
        return std::nullopt;
    return product;
}

std::optional<ReferralView> referral(const QJsonObject &json)
{
    if (json.isEmpty())
        return std::nullopt;
    return ReferralView{text(json, "headline"_L1), text(json, "body"_L1),
                        text(json, "source_url"_L1), text(json, "source_type"_L1) != "post"_L1};
}

FormView fieldsOf(const QJsonObject &json)
{
    FormView form;
    for (auto it = json.begin(); it != json.end(); ++it)
        form.fields << FormView::Field{it.key(), anyText(it.value())};
    return form;
}

FormView form(const QJsonObject &reply)
{
    const QJsonValue response = reply.value("response_json"_L1);
    QJsonObject answers = response.toObject();
    if (response.isString()) {
        const QJsonDocument document = QJsonDocument::fromJson(response.toString().toUtf8());
        if (!document.isObject())
            return FormView{{}, response.toString()};
        answers = document.object();
    }
    answers.remove("flow_token"_L1); // between WhatsApp and us; nobody wrote it
    return fieldsOf(answers);
}

bool readOffer(const QJsonObject &interactive, MessageContent &content)
{
    const QString type = text(interactive, "type"_L1);
    const QJsonObject action = interactive.value("action"_L1).toObject();
    if (action.isEmpty())
        return false;
    const QJsonObject header = interactive.value("header"_L1).toObject();
    content.header = text(header, "text"_L1);
    content.footer = text(interactive.value("footer"_L1).toObject(), "text"_L1);
    if (const QString kind = text(header, "type"_L1);
        kind == "image"_L1 || kind == "video"_L1 || kind == "document"_L1)
        content.media = media(header.value(kind).toObject());
    const QJsonObject parameters = action.value("parameters"_L1).toObject();
    if (type == "list"_L1) {
        content.list = list(action);
    } else if (type == "cta_url"_L1) {
        content.buttons << ButtonView{
            ButtonKind::Url, {}, text(parameters, "display_text"_L1), text(parameters, "url"_L1)};
    } else if (type == "contact_request"_L1) {
        content.buttons << ButtonView{ButtonKind::RequestContact, {}, {}, {}};
    } else if (type == "flow"_L1) {
        content.buttons << ButtonView{ButtonKind::Flow, {}, text(parameters, "flow_cta"_L1), {}};
    } else {
        const QJsonArray buttons = action.value("buttons"_L1).toArray();
        for (const QJsonValue &item : buttons)
            content.buttons << button(item.toObject());
        if (buttons.isEmpty())
            content.foreignType = type.left(64);
    }
    return true;
}

} // namespace destek::daemon::parts
