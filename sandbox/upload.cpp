#include "sandbox/upload.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

constexpr qint64 kKilobyte = 1024;
constexpr qint64 kMegabyte = 1024 * kKilobyte;

const QHash<QString, QStringList> &typesByKind()
{
    static const QHash<QString, QStringList> types{
        {u"image"_s, {u"image/jpeg"_s, u"image/png"_s}},
        {u"video"_s, {u"video/mp4"_s, u"video/3gpp"_s}},
        {u"audio"_s,
         {u"audio/aac"_s, u"audio/amr"_s, u"audio/mpeg"_s, u"audio/mp4"_s, u"audio/ogg"_s}},
        {u"sticker"_s, {u"image/webp"_s}},
        {u"document"_s,
         {u"text/plain"_s, u"application/pdf"_s, u"application/msword"_s,
          u"application/vnd.ms-excel"_s, u"application/vnd.ms-powerpoint"_s,
          u"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_s,
          u"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"_s,
          u"application/vnd.openxmlformats-officedocument.presentationml.presentation"_s}}};
    return types;
}

QString plainType(const QString &mime)
{
    return mime.section(u';', 0, 0).trimmed().toLower();
}

/// True unless the first bytes contradict the type.
bool looksLike(const QString &type, const QByteArray &bytes)
{
    const QByteArray brand = bytes.mid(4, 4);
    static const QHash<QString, QList<QByteArray>> beginnings{
        {u"image/jpeg"_s, {"\xff\xd8\xff"}},
        {u"image/png"_s, {"\x89PNG\r\n\x1a\n"}},
        {u"image/webp"_s, {"RIFF"}},
        {u"audio/ogg"_s, {"OggS"}},
        {u"audio/mpeg"_s, {"ID3", "\xff\xfb", "\xff\xf3", "\xff\xf2", "\xff\xfa"}},
        {u"audio/aac"_s, {"\xff\xf1", "\xff\xf9"}},
        {u"audio/amr"_s, {"#!AMR"}},
        {u"application/pdf"_s, {"%PDF-"}}};
    if (type == "video/mp4"_L1 || type == "video/3gpp"_L1 || type == "audio/mp4"_L1)
        return brand == "ftyp";
    if (type == "text/plain"_L1)
        return !bytes.contains('\0');
    const auto known = beginnings.constFind(type);
    return known == beginnings.constEnd() ||
           std::any_of(known->begin(), known->end(),
                       [&bytes](const QByteArray &begin) { return bytes.startsWith(begin); });
}

QByteArray parameterOf(const QByteArray &header, const QByteArray &name)
{
    const qsizetype at = header.indexOf(name + "=");
    if (at < 0)
        return {};
    QByteArray value = header.mid(at + name.size() + 1);
    value = value.left(value.indexOf(';') < 0 ? value.size() : value.indexOf(';')).trimmed();
    if (value.startsWith('"') && value.endsWith('"') && value.size() > 1)
        value = value.mid(1, value.size() - 2);
    return value;
}

} // namespace

bool fitsKind(const QString &kind, const QString &mime)
{
    const QString type = plainType(mime);
    return typesByKind().value(kind).contains(type) ||
           (kind == "document"_L1 && typesByKind().value(u"image"_s).contains(type));
}

qint64 mostBytes(const QString &kind, const QByteArray &bytes)
{
    if (kind == "sticker"_L1)
        return (bytes.left(64).contains("ANIM") ? 500 : 100) * kKilobyte;
    if (kind == "image"_L1)
        return 5 * kMegabyte;
    return (kind == "document"_L1 ? 100 : 16) * kMegabyte;
}

std::optional<MetaError> checkUpload(const UploadedPart &upload)
{
    for (const QString &kind : typesByKind().keys()) {
        if (!typesByKind().value(kind).contains(plainType(upload.mime)))
            continue;
        if (upload.bytes.size() > mostBytes(kind, upload.bytes))
            return invalidParameter(
                u"Param file must be smaller than %1 bytes for this type."_s.arg(
                    mostBytes(kind, upload.bytes)));
        if (upload.bytes.isEmpty() || !looksLike(plainType(upload.mime), upload.bytes))
            return metaError(131053,
                             u"The file's content does not match its type %1."_s.arg(upload.mime));
        return std::nullopt;
    }
    return invalidParameter(u"Param file must be a file of a supported type. Received file of "
                            "type '%1'."_s.arg(upload.mime));
}

std::optional<UploadedPart> readUpload(const QByteArray &contentType, const QByteArray &body)
{
    const QByteArray boundary = parameterOf(contentType, "boundary");
    if (!contentType.startsWith("multipart/form-data") || boundary.isEmpty())
        return std::nullopt;
    const QByteArray rule = "--" + boundary;
    UploadedPart upload;
    bool product = false;
    bool file = false;
    qsizetype at = body.indexOf(rule);
    while (at >= 0) {
        const qsizetype start = at + rule.size() + 2;
        const qsizetype next = body.indexOf("\r\n" + rule, start);
        const qsizetype split = body.indexOf("\r\n\r\n", start);
        if (next < 0 || split < 0 || split > next)
            break;
        const QByteArray head = body.mid(start, split - start);
        const QByteArray content = body.mid(split + 4, next - split - 4);
        const QByteArray name = parameterOf(
            head.left(head.indexOf("\r\n") < 0 ? head.size() : head.indexOf("\r\n")), "name");
        if (name == "messaging_product")
            product = content == "whatsapp";
        else if (name == "type")
            upload.mime = QString::fromUtf8(content);
        else if (name == "file") {
            file = true;
            upload.bytes = content;
        }
        at = next + 2;
    }
    if (!product || !file || upload.mime.isEmpty())
        return std::nullopt;
    return upload;
}

} // namespace destek::sandbox
