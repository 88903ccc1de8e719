#include "sandbox/send_check.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

using Verdict = std::optional<MetaError>;

Verdict length(const QJsonValue &value, const QString &name, qsizetype most)
{
    if (value.toString().size() > most)
        return invalidParameter(
            u"Param %1 must be at most %2 characters long."_s.arg(name).arg(most));
    return std::nullopt;
}

Verdict required(const QJsonValue &value, const QString &name, qsizetype most)
{
    if (!value.isString() || value.toString().trimmed().isEmpty())
        return invalidParameter(u"The parameter %1 is required."_s.arg(name));
    return length(value, name, most);
}

Verdict checkText(const QJsonObject &text)
{
    return required(text.value("body"_L1), u"text['body']"_s, 4096);
}

Verdict checkMedia(const QString &type, const QJsonObject &medium, const MediaBox &media)
{
    const QString id = medium.value("id"_L1).toString();
    const QString link = medium.value("link"_L1).toString();
    if (id.isEmpty() == link.isEmpty())
        return missingParameter(u"Exactly one of '%1.id' and '%1.link' is mandatory"_s.arg(type));
    if (!id.isEmpty() && media.find(id) == nullptr)
        return badValue(u"Media ID %1 does not exist"_s.arg(id));
    if (!link.isEmpty() && !link.startsWith("http"_L1))
        return badValue(u"%1.link must be an http or https address"_s.arg(type));
    if (medium.contains("caption"_L1) && (type == "audio"_L1 || type == "sticker"_L1))
        return invalidParameter(u"Unexpected key \"caption\" on param \"%1\"."_s.arg(type));
    return length(medium.value("caption"_L1), type + u"['caption']"_s, 1024);
}

Verdict checkLocation(const QJsonObject &location)
{
    for (const QString &key : {u"latitude"_s, u"longitude"_s}) {
        const QJsonValue value = location.value(key);
        bool number = value.isDouble();
        if (value.isString())
            value.toString().toDouble(&number);
        if (!number)
            return missingParameter(u"Parameter 'location.%1' is mandatory"_s.arg(key));
    }
    return std::nullopt;
}

Verdict checkContacts(const QJsonValue &contacts)
{
    const QJsonArray list = contacts.toArray();
    if (list.isEmpty() || list.size() > 257)
        return badValue(u"'contacts' must hold 1 to 257 entries"_s);
    for (const QJsonValue &entry : list) {
        if (entry["name"_L1]["formatted_name"_L1].toString().isEmpty())
            return missingParameter(u"Parameter 'contacts.name.formatted_name' is mandatory"_s);
    }
    return std::nullopt;
}

Verdict checkReaction(const QJsonObject &reaction)
{
    if (reaction.value("message_id"_L1).toString().isEmpty())
        return missingParameter(u"Parameter 'reaction.message_id' is mandatory"_s);
    if (!reaction.value("emoji"_L1).isString()) // "" takes the reaction back
        return missingParameter(u"Parameter 'reaction.emoji' is mandatory"_s);
    return std::nullopt;
}

Verdict checkButtons(const QJsonObject &action)
{
    const QJsonArray buttons = action.value("buttons"_L1).toArray();
    if (buttons.isEmpty() || buttons.size() > 3)
        return badValue(u"'interactive.action.buttons' must hold 1 to 3 entries"_s);
    QSet<QString> titles;
    for (const QJsonValue &entry : buttons) {
        const QJsonObject reply = entry["reply"_L1].toObject();
        if (entry["type"_L1].toString() != "reply"_L1)
            return badValue(u"'interactive.action.buttons.type' must be reply"_s);
        if (auto e = required(reply.value("id"_L1), u"reply['id']"_s, 256))
            return e;
        if (auto e = required(reply.value("title"_L1), u"reply['title']"_s, 20))
            return e;
        if (titles.contains(reply.value("title"_L1).toString()))
            return badValue(u"Button titles must be different"_s);
        titles << reply.value("title"_L1).toString();
    }
    return std::nullopt;
}

Verdict checkList(const QJsonObject &action)
{
    if (auto e = required(action.value("button"_L1), u"action['button']"_s, 20))
        return e;
    const QJsonArray sections = action.value("sections"_L1).toArray();
    if (sections.isEmpty() || sections.size() > 10)
        return badValue(u"'interactive.action.sections' must hold 1 to 10 entries"_s);
    qsizetype rows = 0;
    for (const QJsonValue &section : sections) {
        if (sections.size() > 1) {
            if (auto e = required(section["title"_L1], u"section['title']"_s, 24))
                return e;
        }
        for (const QJsonValue &row : section["rows"_L1].toArray()) {
            ++rows;
            if (auto e = required(row["id"_L1], u"row['id']"_s, 200))
                return e;
            if (auto e = required(row["title"_L1], u"row['title']"_s, 24))
                return e;
            if (auto e = length(row["description"_L1], u"row['description']"_s, 72))
                return e;
        }
    }
    if (rows < 1 || rows > 10)
        return badValue(u"A list must hold 1 to 10 rows in all sections together"_s);
    return std::nullopt;
}

Verdict checkInteractive(const QJsonObject &interactive)
{
    const QString kind = interactive.value("type"_L1).toString();
    const QJsonObject action = interactive.value("action"_L1).toObject();
    const qsizetype mostBody = kind == "list"_L1 ? 4096 : 1024;
    if (kind.isEmpty())
        return missingParameter(u"Parameter 'interactive.type' is mandatory"_s);
    if (action.isEmpty())
        return missingParameter(u"Parameter 'interactive.action' is mandatory"_s);
    if (auto e = required(interactive["body"_L1]["text"_L1], u"body['text']"_s, mostBody))
        return e;
    if (auto e = length(interactive["footer"_L1]["text"_L1], u"footer['text']"_s, 60))
        return e;
    if (auto e = length(interactive["header"_L1]["text"_L1], u"header['text']"_s, 60))
        return e;
    if (kind == "button"_L1)
        return checkButtons(action);
    if (kind == "list"_L1)
        return checkList(action);
    const QString name = action.value("name"_L1).toString();
    const bool fits = (kind == "cta_url"_L1 && name == "cta_url"_L1) ||
                      (kind == "location_request_message"_L1 && name == "send_location"_L1) ||
                      (kind == "contact_request"_L1 && name == "request_contact_info"_L1);
    if (!fits)
        return badValue(u"interactive type and action.name do not go together"_s);
    if (kind == "cta_url"_L1) {
        const QJsonObject parameters = action.value("parameters"_L1).toObject();
        if (auto e = required(parameters.value("display_text"_L1), u"display_text"_s, 20))
            return e;
        return required(parameters.value("url"_L1), u"url"_s, 2000);
    }
    return std::nullopt;
}

} // namespace

std::optional<MetaError> checkContent(const QString &type, const QJsonObject &body,
                                      const MediaBox &media)
{
    static const QSet<QString> mediaTypes{u"image"_s, u"video"_s, u"audio"_s, u"document"_s,
                                          u"sticker"_s};
    static const QSet<QString> otherTypes{u"text"_s, u"location"_s, u"contacts"_s, u"reaction"_s,
                                          u"interactive"_s};
    if (!mediaTypes.contains(type) && !otherTypes.contains(type))
        return invalidParameter(
            u"Param type must be one of {AUDIO, CONTACTS, DOCUMENT, IMAGE, INTERACTIVE, LOCATION, "
            "REACTION, STICKER, TEMPLATE, TEXT, VIDEO} - got \"%1\"."_s.arg(type));
    if (!body.contains(type))
        return missingParameter(u"Parameter '%1' is mandatory for type '%1'"_s.arg(type));
    const QJsonObject content = body.value(type).toObject();
    if (mediaTypes.contains(type))
        return checkMedia(type, content, media);
    if (type == "text"_L1)
        return checkText(content);
    if (type == "location"_L1)
        return checkLocation(content);
    if (type == "contacts"_L1)
        return checkContacts(body.value("contacts"_L1));
    return type == "reaction"_L1 ? checkReaction(content) : checkInteractive(content);
}

} // namespace destek::sandbox
