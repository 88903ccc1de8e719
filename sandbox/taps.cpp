#include "sandbox/taps.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

bool chosen(const QString &choice, const QJsonObject &entry)
{
    return choice == "*"_L1 || choice == entry.value("id"_L1).toString() ||
           choice == entry.value("title"_L1).toString();
}

QJsonObject interactiveReply(const QString &type, const QJsonObject &reply)
{
    return {{u"type"_s, u"interactive"_s},
            {u"interactive"_s, QJsonObject{{u"type"_s, type}, {type, reply}}}};
}

QJsonObject ownContact(const Person &person)
{
    const QJsonObject contact{
        {u"name"_s,
         QJsonObject{{u"formatted_name"_s, person.name}, {u"first_name"_s, person.firstName()}}},
        {u"phones"_s, QJsonArray{QJsonObject{{u"phone"_s, u'+' + person.phone},
                                             {u"wa_id"_s, person.phone},
                                             {u"type"_s, u"CELL"_s}}}},
        {u"origin"_s, u"contact_request"_s}};
    return {{u"type"_s, u"contacts"_s}, {u"contacts"_s, QJsonArray{contact}}};
}

QJsonObject tapOnInteractive(const SentMessage &message, const QString &choice)
{
    const QJsonObject interactive = message.body.value("interactive"_L1).toObject();
    const QString kind = interactive.value("type"_L1).toString();
    const QJsonValue action = interactive.value("action"_L1);
    if (kind == "contact_request"_L1)
        return message.person->phone.isEmpty() ? QJsonObject() : ownContact(*message.person);
    if (kind == "location_request_message"_L1)
        return {{u"type"_s, u"location"_s},
                {u"location"_s, QJsonObject{{u"latitude"_s, 39.7767}, {u"longitude"_s, 30.5206}}}};
    if (kind == "flow"_L1)
        return interactiveReply(u"nfm_reply"_s,
                                {{u"name"_s, u"flow"_s},
                                 {u"body"_s, u"Sent"_s},
                                 {u"response_json"_s, u"{\"flow_token\":\"sandbox\"}"_s}});
    for (const QJsonValue &entry : action["buttons"_L1].toArray()) {
        const QJsonObject button = entry["reply"_L1].toObject();
        if (chosen(choice, button))
            return interactiveReply(u"button_reply"_s, button);
    }
    for (const QJsonValue &section : action["sections"_L1].toArray()) {
        for (const QJsonValue &row : section["rows"_L1].toArray()) {
            if (chosen(choice, row.toObject()))
                return interactiveReply(u"list_reply"_s, row.toObject());
        }
    }
    return {};
}

/// The payload the sender gave to the button at this place; Meta takes the label without one.
QString payloadFor(const QJsonObject &sent, int index, const QString &label)
{
    for (const QJsonValue &component : sent.value("components"_L1).toArray()) {
        const bool here =
            component["type"_L1].toString().compare("button"_L1, Qt::CaseInsensitive) == 0 &&
            component["index"_L1].toVariant().toString() == QString::number(index);
        const QString payload = component["parameters"_L1][0]["payload"_L1].toString();
        if (here && !payload.isEmpty())
            return payload;
    }
    return label;
}

QJsonObject tapOnTemplate(const SentMessage &message, const TemplateShelf &templates,
                          const QString &choice)
{
    const QJsonObject sent = message.body.value("template"_L1).toObject();
    const QJsonObject known =
        templates.find(sent.value("name"_L1).toString(), sent["language"_L1]["code"_L1].toString());
    for (const QJsonValue &component : known.value("components"_L1).toArray()) {
        const QJsonArray buttons = component["buttons"_L1].toArray();
        for (int i = 0; i < buttons.size(); ++i) {
            const QString label = buttons.at(i)["text"_L1].toString();
            const QString type = buttons.at(i)["type"_L1].toString();
            if (choice != "*"_L1 && choice != label)
                continue;
            if (type == "QUICK_REPLY"_L1)
                return {{u"type"_s, u"button"_s},
                        {u"button"_s, QJsonObject{{u"payload"_s, payloadFor(sent, i, label)},
                                                  {u"text"_s, label}}}};
            if (type == "REQUEST_CONTACT_INFO"_L1 && !message.person->phone.isEmpty())
                return ownContact(*message.person);
        }
    }
    return {};
}

} // namespace

QJsonObject tapOn(const SentMessage &message, const TemplateShelf &templates,
                  const Business &business, const QString &choice)
{
    if (message.person == nullptr)
        return {};
    QJsonObject content = message.type == "template"_L1 ? tapOnTemplate(message, templates, choice)
                                                        : (message.type == "interactive"_L1
                                                               ? tapOnInteractive(message, choice)
                                                               : QJsonObject());
    if (!content.isEmpty())
        content.insert(u"context"_s,
                       QJsonObject{{u"from"_s, business.displayNumber}, {u"id"_s, message.wamid}});
    return content;
}

} // namespace destek::sandbox
