#include "sandbox/media_box.h"

#include <QCryptographicHash>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{
constexpr qint64 kAddressLifeS = 5 * 60;

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

QString MediaBox::put(const QString &mime, QByteArray bytes)
{
    const QString id = m_dice.digits(16);
    m_media.insert(id, Medium{id, mime, std::move(bytes), m_clock()});
    return id;
}

const Medium *MediaBox::find(const QString &id) const
{
    const auto it = m_media.constFind(id);
    return it == m_media.constEnd() ? nullptr : &*it;
}

QString MediaBox::digest(const Medium &medium)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(medium.bytes, QCryptographicHash::Sha256).toBase64());
}

QString MediaBox::hashFor(const QString &id, const QString &ext) const
{
    const QByteArray text = (id + u'|' + ext + u"|sandbox"_s).toUtf8();
    return QString::fromLatin1(
        QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(24));
}

QString MediaBox::downloadUrl(const Medium &medium, const QString &baseUrl) const
{
    const QString ext = QString::number(m_clock() / 1000 + kAddressLifeS);
    return u"%1/whatsapp_business/attachments?mid=%2&ext=%3&hash=%4"_s.arg(baseUrl, medium.id, ext,
                                                                           hashFor(medium.id, ext));
}

QJsonObject MediaBox::describe(const Medium &medium, const QString &baseUrl) const
{
    const QByteArray sha = QCryptographicHash::hash(medium.bytes, QCryptographicHash::Sha256);
    return {
        {u"messaging_product"_s, u"whatsapp"_s}, {u"url"_s, downloadUrl(medium, baseUrl)},
        {u"mime_type"_s, medium.mime},           {u"sha256"_s, QString::fromLatin1(sha.toHex())},
        {u"file_size"_s, medium.bytes.size()},   {u"id"_s, medium.id}};
}

const Medium *MediaBox::download(const QString &id, const QString &ext, const QString &hash) const
{
    if (hash != hashFor(id, ext) || ext.toLongLong() < m_clock() / 1000)
        return nullptr;
    return find(id);
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
