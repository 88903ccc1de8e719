#include "daemon/service/media_queue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

constexpr int kTooLargeAtWhatsApp = 131052;
constexpr qsizetype kMimeTypeLength = 100;
constexpr qsizetype kFileNameLength = 255;

/// Lower case, without parameters; a word that is no type becomes none.
QString plainType(const QString &announced)
{
    const QString type = announced.section(u';', 0, 0).trimmed().toLower(); // protocol word
    const auto fits = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') ||
               QStringView(u"/.+-_").contains(c);
    };
    if (type.size() > kMimeTypeLength || type.count(u'/') != 1 ||
        !std::all_of(type.cbegin(), type.cend(), fits))
        return {};
    return type;
}

QByteArray hashFrom(const QString &base64)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        base64.toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    return decoded && decoded.decoded.size() == 32 ? decoded.decoded : QByteArray();
}

/// The object that describes the file: "image", "audio", ... ; also a file that heads a button
/// or list message.
QJsonObject fileOf(MessageKind kind, const QJsonObject &message)
{
    const QString word = message.value("type"_L1).toString();
    const QJsonObject part = message.value(word).toObject();
    if (!part.isEmpty() || isMediaKind(kind))
        return part;
    return {};
}

int errorIn(const QJsonObject &message)
{
    return message.value("errors"_L1).toArray().at(0).toObject().value("code"_L1).toInt();
}

MediaRecord announced(const MessageRecord &record, const QString &phoneNumberId,
                      const QJsonObject &message, Instant now)
{
    const QJsonObject file = fileOf(record.kind, message);
    MediaRecord media;
    media.contact = record.contact;
    media.conversation = record.conversation;
    media.message = record.id;
    media.phoneNumberId = phoneNumberId;
    media.direction = record.direction;
    media.metaId = file.value("id"_L1).toString();
    media.sha256 = hashFrom(file.value("sha256"_L1).toString());
    media.mimeType = plainType(file.value("mime_type"_L1).toString());
    media.fileName = file.value("filename"_L1).toString().left(kFileNameLength);
    media.animated = file.value("animated"_L1).toBool();
    media.at = record.at;
    media.createdAt = now;
    media.nextTryAt = now;
    if (errorIn(message) == kTooLargeAtWhatsApp)
        media.state = MediaState::TooLarge;
    else if (media.metaId.isEmpty())
        media.state = MediaState::Missing;
    return media;
}

} // namespace

Stored<Done> queueMedia(Tx &tx, const MessageRecord &record, const QString &phoneNumberId,
                        const QByteArray &rawJson, Instant now)
{
    const QJsonObject message = QJsonDocument::fromJson(rawJson).object();
    const bool tooLarge = errorIn(message) == kTooLargeAtWhatsApp;
    const bool placeholder =
        message.value("unsupported"_L1).toObject().value("type"_L1) == "media_placeholder"_L1 ||
        message.value("type"_L1) == "media_placeholder"_L1;
    if (!isMediaKind(record.kind) && !tooLarge && !placeholder)
        return done();
    const MediaRecord media = announced(record, phoneNumberId, message, now);
    const auto known = std::as_const(tx).media().ofMessage(record.id);
    if (!known)
        return failure(known.error());
    if (!*known) {
        if (const auto added = tx.media().insert(media); !added)
            return failure(added.error());
        return done();
    }
    if ((*known)->state != MediaState::Missing || media.metaId.isEmpty())
        return done();
    MediaRecord found = media;
    found.id = (*known)->id;
    found.at = (*known)->at; // the row was sealed under that month
    return tx.media().update(found);
}

} // namespace destek::daemon
