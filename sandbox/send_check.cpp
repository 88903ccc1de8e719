#include "sandbox/send_check.h"

#include "sandbox/interactive_check.h"
#include "sandbox/upload.h"

#include <QJsonArray>
#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

/// What each object may hold; anything else is code 100, as with Meta.
Verdict checkKnownKeys(const QString &type, const QJsonObject &content)
{
    static const QHash<QString, QStringList> known{
        {u"text"_s, {u"body"_s, u"preview_url"_s}},
        {u"image"_s, {u"id"_s, u"link"_s, u"caption"_s}},
        {u"video"_s, {u"id"_s, u"link"_s, u"caption"_s}},
        {u"audio"_s, {u"id"_s, u"link"_s, u"voice"_s}},
        {u"document"_s, {u"id"_s, u"link"_s, u"caption"_s, u"filename"_s}},
        {u"sticker"_s, {u"id"_s, u"link"_s}},
        {u"location"_s, {u"latitude"_s, u"longitude"_s, u"name"_s, u"address"_s}},
        {u"reaction"_s, {u"message_id"_s, u"emoji"_s}}};
    return known.contains(type) ? checkKeys(content, type, known.value(type)) : std::nullopt;
}

Verdict checkText(const QJsonObject &text)
{
    return checkRequired(text.value("body"_L1), u"text['body']"_s, 4096);
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
    return checkLength(medium.value("caption"_L1), type + u"['caption']"_s, 1024);
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
        const double most = key == "latitude"_L1 ? 90 : 180;
        if (std::abs(value.toVariant().toDouble()) > most)
            return badValue(u"location.%1 is not on earth"_s.arg(key));
    }
    return std::nullopt;
}

Verdict checkContacts(const QJsonValue &contacts)
{
    const QJsonArray list = contacts.toArray();
    if (list.isEmpty() || list.size() > 257)
        return badValue(u"'contacts' must hold 1 to 257 entries"_s);
    for (const QJsonValue &entry : list) {
        if (auto e = checkKeys(entry.toObject(), u"contacts"_s,
                               {u"name"_s, u"phones"_s, u"emails"_s, u"addresses"_s, u"org"_s,
                                u"urls"_s, u"birthday"_s}))
            return e;
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
    if (auto e = checkKnownKeys(type, content))
        return e;
    if (mediaTypes.contains(type))
        return checkMedia(type, content, media);
    if (type == "text"_L1)
        return checkText(content);
    if (type == "location"_L1)
        return checkLocation(content);
    if (type == "contacts"_L1)
        return checkContacts(body.value("contacts"_L1));
    return type == "reaction"_L1 ? checkReaction(content) : checkInteractive(content, media);
}

Verdict checkEnvelope(const QJsonObject &body, const QString &type)
{
    return checkKeys(body, u"message"_s,
                     {u"messaging_product"_s, u"recipient_type"_s, u"to"_s, u"recipient"_s,
                      u"type"_s, u"context"_s, u"biz_opaque_callback_data"_s,
                      u"recipient_identity_key_hash"_s, type});
}

Verdict doomedMedium(const QString &type, const QJsonObject &body, const MediaBox &media)
{
    const QJsonObject content = body.value(type).toObject();
    const Medium *medium = media.find(content.value("id"_L1).toString());
    if (medium == nullptr)
        return std::nullopt;
    if (!fitsKind(type, medium->mime))
        return metaError(131053,
                         u"A file of type %1 cannot be sent as %2"_s.arg(medium->mime, type));
    if (medium->bytes.size() > mostBytes(type, medium->bytes))
        return metaError(131053, u"The file is too large to be sent as %1"_s.arg(type));
    if (content.value("voice"_L1).toBool() && !medium->mime.startsWith("audio/ogg"_L1))
        return metaError(131053, u"Voice messages must be OGG files with the Opus codec"_s);
    return std::nullopt;
}

} // namespace destek::sandbox
