#include "sandbox/interactive_check.h"

#include "sandbox/send_check.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

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
        if (auto e = checkRequired(reply.value("id"_L1), u"reply['id']"_s, 256))
            return e;
        if (auto e = checkRequired(reply.value("title"_L1), u"reply['title']"_s, 20))
            return e;
        if (titles.contains(reply.value("title"_L1).toString()))
            return badValue(u"Button titles must be different"_s);
        titles << reply.value("title"_L1).toString();
    }
    return std::nullopt;
}

Verdict checkList(const QJsonObject &action)
{
    if (auto e = checkRequired(action.value("button"_L1), u"action['button']"_s, 20))
        return e;
    const QJsonArray sections = action.value("sections"_L1).toArray();
    if (sections.isEmpty() || sections.size() > 10)
        return badValue(u"'interactive.action.sections' must hold 1 to 10 entries"_s);
    qsizetype rows = 0;
    for (const QJsonValue &section : sections) {
        if (sections.size() > 1) {
            if (auto e = checkRequired(section["title"_L1], u"section['title']"_s, 24))
                return e;
        }
        for (const QJsonValue &row : section["rows"_L1].toArray()) {
            ++rows;
            if (auto e = checkRequired(row["id"_L1], u"row['id']"_s, 200))
                return e;
            if (auto e = checkRequired(row["title"_L1], u"row['title']"_s, 24))
                return e;
            if (auto e = checkLength(row["description"_L1], u"row['description']"_s, 72))
                return e;
        }
    }
    if (rows < 1 || rows > 10)
        return badValue(u"A list must hold 1 to 10 rows in all sections together"_s);
    return std::nullopt;
}

/// Lists take a text only, contact and location requests nothing.
Verdict checkHeader(const QString &kind, const QJsonObject &header, const MediaBox &media)
{
    if (header.isEmpty())
        return std::nullopt;
    const QString type = header.value("type"_L1).toString();
    if (kind == "list"_L1 && type != "text"_L1)
        return badValue(u"A list takes a header of type text only"_s);
    if (type == "text"_L1)
        return checkRequired(header.value("text"_L1), u"header['text']"_s, 60);
    if (type != "image"_L1 && type != "video"_L1 && type != "document"_L1)
        return badValue(u"header.type must be text, image, video or document"_s);
    return checkContent(type, QJsonObject{{type, header.value(type)}}, media);
}

Verdict checkCards(const QJsonObject &action, const MediaBox &media)
{
    const QJsonArray cards = action.value("cards"_L1).toArray();
    if (cards.size() < 2 || cards.size() > 10)
        return badValue(u"'interactive.action.cards' must hold 2 to 10 entries"_s);
    for (const QJsonValue &card : cards) {
        if (auto e = checkHeader(u"carousel"_s, card["header"_L1].toObject(), media))
            return e;
        if (auto e = checkLength(card["body"_L1]["text"_L1], u"card.body['text']"_s, 160))
            return e;
    }
    return std::nullopt;
}

} // namespace

Verdict checkInteractive(const QJsonObject &interactive, const MediaBox &media)
{
    if (auto e = checkKeys(interactive, u"interactive"_s,
                           {u"type"_s, u"header"_s, u"body"_s, u"footer"_s, u"action"_s}))
        return e;
    const QString kind = interactive.value("type"_L1).toString();
    const QJsonObject action = interactive.value("action"_L1).toObject();
    const qsizetype mostBody = kind == "list"_L1 ? 4096 : 1024;
    if (kind.isEmpty())
        return missingParameter(u"Parameter 'interactive.type' is mandatory"_s);
    if (action.isEmpty())
        return missingParameter(u"Parameter 'interactive.action' is mandatory"_s);
    if (auto e = checkRequired(interactive["body"_L1]["text"_L1], u"body['text']"_s, mostBody))
        return e;
    if (auto e = checkLength(interactive["footer"_L1]["text"_L1], u"footer['text']"_s, 60))
        return e;
    if (auto e = checkHeader(kind, interactive.value("header"_L1).toObject(), media))
        return e;
    if (kind == "button"_L1)
        return checkButtons(action);
    if (kind == "list"_L1)
        return checkList(action);
    if (kind == "carousel"_L1)
        return checkCards(action, media);
    const QString name = action.value("name"_L1).toString();
    const bool fits = (kind == "cta_url"_L1 && name == "cta_url"_L1) ||
                      (kind == "location_request_message"_L1 && name == "send_location"_L1) ||
                      (kind == "contact_request"_L1 && name == "request_contact_info"_L1);
    if (!fits)
        return badValue(u"interactive type and action.name do not go together"_s);
    if (kind == "cta_url"_L1) {
        const QJsonObject parameters = action.value("parameters"_L1).toObject();
        if (auto e = checkRequired(parameters.value("display_text"_L1), u"display_text"_s, 20))
            return e;
        return checkRequired(parameters.value("url"_L1), u"url"_s, 2000);
    }
    return std::nullopt;
}

} // namespace destek::sandbox
