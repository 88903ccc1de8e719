#include "daemon/service/template_grammar.h"

#include "daemon/service/template_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

QString word(const QJsonObject &json, QLatin1StringView key)
{
    return json.value(key).toString();
}

TemplateHeader headerOf(const QString &format)
{
    if (format == "TEXT"_L1)
        return TemplateHeader::Text;
    if (format == "IMAGE"_L1)
        return TemplateHeader::Image;
    if (format == "VIDEO"_L1)
        return TemplateHeader::Video;
    if (format == "DOCUMENT"_L1)
        return TemplateHeader::Document;
    if (format == "LOCATION"_L1)
        return TemplateHeader::Location;
    return TemplateHeader::None;
}

ButtonView buttonOf(const QJsonObject &json)
{
    ButtonView button;
    button.label = word(json, "text"_L1);
    const QString type = word(json, "type"_L1);
    if (type == "QUICK_REPLY"_L1) {
        button.kind = ButtonKind::Reply;
    } else if (type == "URL"_L1) {
        button.kind = ButtonKind::Url;
        button.value = word(json, "url"_L1);
    } else if (type == "PHONE_NUMBER"_L1) {
        button.kind = ButtonKind::Phone;
        button.value = word(json, "phone_number"_L1);
    } else if (type == "COPY_CODE"_L1) {
        button.kind = ButtonKind::CopyCode;
    } else if (type == "OTP"_L1) {
        button.kind = ButtonKind::CopyCode;
        button.id = kOtpButton; // filled as the end of an address, unlike a coupon
    } else if (type == "REQUEST_CONTACT_INFO"_L1) {
        button.kind = ButtonKind::RequestContact;
    } else if (type == "FLOW"_L1) {
        button.kind = ButtonKind::Flow;
    } else {
        button.kind = ButtonKind::Other;
        button.value = type;
    }
    return button;
}

QList<ButtonView> buttonsOf(const QJsonObject &component)
{
    QList<ButtonView> buttons;
    const QJsonArray array = component.value("buttons"_L1).toArray();
    for (const QJsonValue &value : array)
        buttons << buttonOf(value.toObject());
    return buttons;
}

TemplateView::Card cardOf(const QJsonObject &json)
{
    TemplateView::Card card;
    card.header = TemplateHeader::None;
    const QJsonArray components = json.value("components"_L1).toArray();
    for (const QJsonValue &value : components) {
        const QJsonObject component = value.toObject();
        const QString type = word(component, "type"_L1);
        if (type == "HEADER"_L1)
            card.header = headerOf(word(component, "format"_L1));
        else if (type == "BODY"_L1)
            card.body = word(component, "text"_L1);
        else if (type == "BUTTONS"_L1)
            card.buttons = buttonsOf(component);
    }
    card.variables = templateVariables(card.body);
    return card;
}

bool isNamed(const QStringList &variables)
{
    return !variables.isEmpty() && !variables.first().at(0).isDigit();
}

void readComponent(const QJsonObject &component, TemplateView &view)
{
    const QString type = word(component, "type"_L1);
    if (type == "HEADER"_L1) {
        view.header = headerOf(word(component, "format"_L1));
        view.headerText = word(component, "text"_L1);
        view.headerVariables = templateVariables(view.headerText);
    } else if (type == "BODY"_L1) {
        view.body = word(component, "text"_L1);
        view.variables = templateVariables(view.body);
    } else if (type == "FOOTER"_L1) {
        view.footer = word(component, "text"_L1);
    } else if (type == "BUTTONS"_L1) {
        view.buttons = buttonsOf(component);
    } else if (type == "CAROUSEL"_L1) {
        const QJsonArray cards = component.value("cards"_L1).toArray();
        for (const QJsonValue &card : cards)
            view.cards << cardOf(card.toObject());
    }
}

} // namespace

TemplateRecord readTemplate(const QJsonObject &json)
{
    TemplateRecord record;
    record.name = word(json, "name"_L1);
    record.language = word(json, "language"_L1);
    record.category = word(json, "category"_L1);
    record.status = word(json, "status"_L1);
    record.quality = word(json.value("quality_score"_L1).toObject(), "score"_L1);
    record.components =
        QJsonDocument(json.value("components"_L1).toArray()).toJson(QJsonDocument::Compact);
    const TemplateView view = templateView(record);
    record.body = view.body;
    record.variables = view.variables;
    const QString format = word(json, "parameter_format"_L1);
    const bool saysNamed = format.compare("NAMED"_L1, Qt::CaseInsensitive) == 0; // protocol word
    record.named = format.isEmpty() ? view.named : saysNamed;
    return record;
}

TemplateView templateView(const TemplateRecord &record)
{
    TemplateView view;
    view.name = record.name;
    view.language = record.language;
    view.category = record.category;
    view.status = record.status;
    view.quality = record.quality;
    view.frozen = record.frozen;
    const QJsonArray components = QJsonDocument::fromJson(record.components).array();
    for (const QJsonValue &value : components)
        readComponent(value.toObject(), view);
    if (components.isEmpty()) { // fetched by a version that kept the body alone
        view.body = record.body;
        view.variables = record.variables;
    }
    view.named = record.named || isNamed(view.variables) || isNamed(view.headerVariables);
    return view;
}

} // namespace destek::daemon
