#include "sandbox/media_box.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{
constexpr qint64 kAddressLifeS = 5 * 60;
constexpr qint64 kDayMs = 24LL * 60 * 60 * 1000;
constexpr qint64 kInboundLifeMs = 7 * kDayMs;
constexpr qint64 kUploadedLifeMs = 30 * kDayMs;
} // namespace

QString MediaBox::put(const QString &mime, QByteArray bytes, bool uploaded)
{
    const QString id = m_dice.digits(16);
    m_uploaded += uploaded ? 1 : 0;
    m_uploadedBytes += uploaded ? bytes.size() : 0;
    m_offered += uploaded ? 0 : 1;
    m_media.insert(id, Medium{id, mime, std::move(bytes), m_clock(), uploaded});
    return id;
}

const Medium *MediaBox::find(const QString &id) const
{
    const auto it = m_media.constFind(id);
    if (it == m_media.constEnd() ||
        m_clock() - it->atMs >= (it->uploaded ? kUploadedLifeMs : kInboundLifeMs))
        return nullptr;
    return &*it;
}

bool MediaBox::remove(const QString &id)
{
    const bool removed = m_media.remove(id) > 0;
    m_deleted += removed ? 1 : 0;
    return removed;
}

void MediaBox::expire(const QString &id)
{
    for (Medium &medium : m_media) {
        if (id.isEmpty() || medium.id == id)
            medium.atMs = 0;
    }
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

QString MediaBox::downloadUrl(const Medium &medium) const
{
    const QString ext = QString::number(m_clock() / 1000 + kAddressLifeS);
    return u"%1/whatsapp_business/attachments?mid=%2&ext=%3&hash=%4"_s.arg(
        m_baseUrl, medium.id, ext, hashFor(medium.id, ext));
}

QJsonObject MediaBox::describe(const Medium &medium)
{
    ++m_described;
    const QByteArray sha = QCryptographicHash::hash(medium.bytes, QCryptographicHash::Sha256);
    const bool lies = takeFault(medium.id, {MediaFault::WrongSize}) == MediaFault::WrongSize;
    return {{u"messaging_product"_s, u"whatsapp"_s},
            {u"url"_s, downloadUrl(medium)},
            {u"mime_type"_s, medium.mime},
            {u"sha256"_s, QString::fromLatin1(sha.toHex())},
            {u"file_size"_s, medium.bytes.size() + (lies ? 1000 : 0)},
            {u"id"_s, medium.id}};
}

const Medium *MediaBox::download(const QString &id, const QString &ext, const QString &hash) const
{
    if (hash != hashFor(id, ext) || ext.toLongLong() < m_clock() / 1000)
        return nullptr;
    return find(id);
}

void MediaBox::breakNext(MediaFault fault, int count, const QString &id, int delayMs)
{
    m_fault = fault;
    m_faultCount = count;
    m_faultId = id;
    m_delayMs = delayMs;
}

MediaFault MediaBox::takeFault(const QString &id, std::initializer_list<MediaFault> kinds)
{
    const bool applies = m_faultCount > 0 && (m_faultId.isEmpty() || m_faultId == id) &&
                         std::find(kinds.begin(), kinds.end(), m_fault) != kinds.end();
    if (!applies)
        return MediaFault::None;
    --m_faultCount;
    ++m_faults;
    return m_fault;
}

void MediaBox::noteDownload(qint64 bytes)
{
    ++m_downloads;
    m_downloadedBytes += bytes;
}

QJsonObject MediaBox::counts() const
{
    return {{u"offered"_s, m_offered},      {u"described"_s, m_described},
            {u"downloaded"_s, m_downloads}, {u"downloaded_bytes"_s, m_downloadedBytes},
            {u"uploaded"_s, m_uploaded},    {u"uploaded_bytes"_s, m_uploadedBytes},
            {u"deleted"_s, m_deleted},      {u"faults"_s, m_faults}};
}

std::optional<MediaFault> mediaFaultFromWord(const QString &word)
{
    static const QHash<QString, MediaFault> words{{u"not_found"_s, MediaFault::NotFound},
                                                  {u"wrong_hash"_s, MediaFault::WrongHash},
                                                  {u"wrong_size"_s, MediaFault::WrongSize},
                                                  {u"slow"_s, MediaFault::Slow},
                                                  {u"cut"_s, MediaFault::Cut},
                                                  {u"expired"_s, MediaFault::Expired}};
    const auto found = words.constFind(word);
    return found == words.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace destek::sandbox
