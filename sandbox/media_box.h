#pragma once

#include "sandbox/dice.h"
#include "sandbox/world.h"

#include <QHash>
#include <QJsonObject>

#include <optional>

namespace destek::sandbox
{

struct Medium {
    QString id;
    QString mime;
    QByteArray bytes; ///< empty: the sandbox has no content for this one
    qint64 atMs = 0;
};

/// Media by id (whatsapp.md 4.3): inbound ones for 7 days, uploaded ones for 30; download
/// addresses for 5 minutes. In memory. Main thread only.
class MediaBox
{
public:
    MediaBox(WallClock clock, quint32 seed) : m_clock(std::move(clock)), m_dice(seed) {}

    QString put(const QString &mime, QByteArray bytes);
    [[nodiscard]] const Medium *find(const QString &id) const;
    bool remove(const QString &id) { return m_media.remove(id) > 0; }
    /// {"messaging_product","url","mime_type","sha256","file_size","id"}
    [[nodiscard]] QJsonObject describe(const Medium &medium, const QString &baseUrl) const;
    /// Base64 of the content's SHA-256, as inbound messages carry it.
    [[nodiscard]] static QString digest(const Medium &medium);
    /// For a download address with the query values ext (seconds) and hash.
    [[nodiscard]] const Medium *download(const QString &id, const QString &ext,
                                         const QString &hash) const;
    [[nodiscard]] QString downloadUrl(const Medium &medium, const QString &baseUrl) const;

private:
    [[nodiscard]] QString hashFor(const QString &id, const QString &ext) const;

    WallClock m_clock;
    mutable Dice m_dice;
    QHash<QString, Medium> m_media;
};

struct UploadedPart {
    QString mime;
    QByteArray bytes;
};

/// Reads multipart/form-data with messaging_product, type and file; nullopt if one is missing or
/// the form is broken.
[[nodiscard]] std::optional<UploadedPart> readUpload(const QByteArray &contentType,
                                                     const QByteArray &body);

} // namespace destek::sandbox
