#include "sandbox/line_filler.h"

#include "sandbox/media_stock.h"

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

const QStringList &mediaTypes()
{
    static const QStringList types{u"image"_s, u"audio"_s, u"video"_s, u"sticker"_s, u"document"_s};
    return types;
}

} // namespace

QJsonObject LineFiller::complete(const Person &person, QJsonObject content)
{
    const QString type = content.value("type"_L1).toString();
    QJsonObject part = content.value(type).toObject();
    for (const auto &key : {"body"_L1, "caption"_L1}) {
        if (part.value(key).isString())
            part.insert(key, filledIn(person, part.value(key).toString()));
    }
    if (!part.isEmpty())
        content.insert(type, part);
    if (!link(person, content, type))
        return {};
    if (mediaTypes().contains(type))
        fillMedium(content, type);
    quote(person, content);
    return content;
}

bool LineFiller::link(const Person &person, QJsonObject &content, const QString &type)
{
    const auto point = [&content, &type](const QString &key, const QString &target) {
        QJsonObject part = content.value(type).toObject();
        if (!part.contains(key))
            part.insert(key, target);
        content.insert(type, part);
        return !part.value(key).toString().isEmpty();
    };
    if (type == "reaction"_L1)
        return point(u"message_id"_s, person.lastFromAgent);
    if (type == "edit"_L1) {
        QJsonObject edit = content.value(type).toObject();
        if (content.contains("text"_L1)) // the short form: {"type":"edit","text":"…"}
            edit.insert("message"_L1,
                        QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, content.take("text"_L1)}});
        content.insert(type, edit);
    }
    if (type == "edit"_L1 || type == "revoke"_L1)
        return point(u"original_message_id"_s, person.lastFromPerson);
    return true;
}

void LineFiller::quote(const Person &person, QJsonObject &content) const
{
    const QString target = content.take("reply_to"_L1).toString();
    if (target.isEmpty())
        return;
    QJsonObject context{{u"from"_s, m_world.business().displayNumber}, {u"id"_s, target}};
    if (target == "agent"_L1)
        context.insert("id"_L1, person.lastFromAgent);
    else if (target == "self"_L1)
        context = QJsonObject{{u"from"_s, person.phone}, {u"id"_s, person.lastFromPerson}};
    if (!context.value("id"_L1).toString().isEmpty())
        content.insert(u"context"_s, context);
}

void LineFiller::fillMedium(QJsonObject &content, const QString &type)
{
    const QString picture = content.take("picture"_L1).toString();
    QString name = content.take("file"_L1).toString();
    const QString base64 = content.take("content_base64"_L1).toString();
    QJsonObject part = content.value(type).toObject();
    if (part.contains("id"_L1) || content.contains("errors"_L1))
        return; // Meta says itself that there is nothing to fetch (131052, 131060).
    if (name.isEmpty())
        name = picture.isEmpty() ? usualFile(type, part.value("voice"_L1).toBool(),
                                             part.value("animated"_L1).toBool())
                                 : picture + u".png"_s;
    StockFile file = stockFile(name).value_or(StockFile{u"image/png"_s, {}});
    if (!base64.isEmpty())
        file.bytes = QByteArray::fromBase64(base64.toLatin1());
    const QString mime = part.value("mime_type"_L1).toString(file.mime);
    const QString id = m_media.put(mime, file.bytes);
    const Medium &medium = *m_media.find(id);
    part.insert(u"id"_s, id);
    part.insert(u"mime_type"_s, mime);
    part.insert(u"sha256"_s, MediaBox::digest(medium));
    part.insert(u"url"_s, m_media.downloadUrl(medium));
    if (type == "document"_L1 && !part.contains("filename"_L1))
        part.insert(u"filename"_s, name);
    content.insert(type, part);
}

QString LineFiller::complaintAbout(const QJsonObject &content)
{
    const QString type = content.value("type"_L1).toString();
    if (type.isEmpty())
        return u"\"type\" is missing"_s;
    if (type == "text"_L1 && !content["text"_L1]["body"_L1].isString())
        return u"\"text\" is missing"_s;
    const QString file = content.value("file"_L1).toString();
    if (!file.isEmpty() && !stockNames().contains(file))
        return u"there is no file \"%1\"; there are %2"_s.arg(file, stockNames().join(u", "_s));
    return {};
}

QString filledIn(const Person &person, QString text)
{
    if (!text.contains(u'{'))
        return text;
    quint32 number = 17;
    for (const QChar c : person.bsuid)
        number = number * 31 + c.unicode();
    text.replace("{ad}"_L1, person.firstName());
    text.replace("{no}"_L1, u"MX-26-%1"_s.arg(100000 + number % 900000));
    return text;
}

} // namespace destek::sandbox
