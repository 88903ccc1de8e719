#include "core/wire/content_json.h"
#include "core/wire/json.h"
#include "core/wire/json_fields.h"

using namespace Qt::StringLiterals;

namespace destek::wire
{

using namespace fields;

namespace
{

QStringList strings(const QJsonObject &json, QLatin1StringView key)
{
    QStringList result;
    const QJsonArray array = json.value(key).toArray();
    for (const QJsonValue &value : array)
        result << value.toString();
    return result;
}

QList<ButtonView> buttons(const QJsonObject &json)
{
    QList<ButtonView> result;
    const QJsonArray array = json.value("buttons"_L1).toArray();
    for (const QJsonValue &value : array)
        result << buttonFromJson(value.toObject());
    return result;
}

QJsonArray cardsOf(const TemplateView &view)
{
    QJsonArray cards;
    for (const auto &card : view.cards)
        cards << QJsonObject{{"header"_L1, QString(wireName(card.header))},
                             {"body"_L1, card.body},
                             {"variables"_L1, QJsonArray::fromStringList(card.variables)},
                             {"buttons"_L1, array(card.buttons)}};
    return cards;
}

} // namespace

QJsonObject toJson(const TemplateView &view)
{
    QJsonObject json{{"name"_L1, view.name},
                     {"language"_L1, view.language},
                     {"category"_L1, view.category},
                     {"status"_L1, view.status},
                     {"quality"_L1, view.quality},
                     {"frozen"_L1, view.frozen},
                     {"named"_L1, view.named},
                     {"header"_L1, QString(wireName(view.header))},
                     {"headerText"_L1, view.headerText},
                     {"headerVariables"_L1, QJsonArray::fromStringList(view.headerVariables)},
                     {"body"_L1, view.body},
                     {"variables"_L1, QJsonArray::fromStringList(view.variables)},
                     {"footer"_L1, view.footer},
                     {"buttons"_L1, array(view.buttons)}};
    json.insert("cards"_L1, cardsOf(view));
    return json;
}

std::optional<TemplateView> templateFromJson(const QJsonObject &json)
{
    TemplateView view;
    view.name = string(json, "name"_L1);
    if (view.name.isEmpty())
        return std::nullopt;
    view.language = string(json, "language"_L1);
    view.category = string(json, "category"_L1);
    view.status = string(json, "status"_L1);
    view.quality = string(json, "quality"_L1);
    view.frozen = json.value("frozen"_L1).toBool();
    view.named = json.value("named"_L1).toBool();
    view.header = enumerator(json, "header"_L1, TemplateHeader::None);
    view.headerText = string(json, "headerText"_L1);
    view.headerVariables = strings(json, "headerVariables"_L1);
    view.body = string(json, "body"_L1);
    view.variables = strings(json, "variables"_L1);
    view.footer = string(json, "footer"_L1);
    view.buttons = buttons(json);
    const QJsonArray cards = json.value("cards"_L1).toArray();
    for (const QJsonValue &value : cards) {
        const QJsonObject card = value.toObject();
        view.cards << TemplateView::Card{enumerator(card, "header"_L1, TemplateHeader::Image),
                                         string(card, "body"_L1), strings(card, "variables"_L1),
                                         buttons(card)};
    }
    return view;
}

} // namespace destek::wire
