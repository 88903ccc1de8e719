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
    QByteArray bytes;
    qint64 atMs = 0;
    bool uploaded = false; ///< by the business
};

enum class MediaFault {
    None,
    NotFound,  ///< the download address answers 404
    WrongHash, ///< other bytes than the hash says
    WrongSize, ///< the description names another size
    Slow,      ///< the answer comes late
    Cut,       ///< the connection breaks in the middle of the bytes
    Expired,   ///< the id is gone
};

/// Media by id (whatsapp.md 4.3): inbound ones for 7 days, uploaded ones for 30; download
/// addresses for 5 minutes. In memory. Main thread only.
class MediaBox
{
public:
    MediaBox(WallClock clock, quint32 seed) : m_clock(std::move(clock)), m_dice(seed) {}

    void setBaseUrl(const QString &url) { m_baseUrl = url; } ///< "http://127.0.0.1:port"
    QString put(const QString &mime, QByteArray bytes, bool uploaded = false);
    /// Null when there is none, or no longer.
    [[nodiscard]] const Medium *find(const QString &id) const;
    bool remove(const QString &id);
    /// As if the id's days were over; an empty id means all.
    void expire(const QString &id);
    /// {"messaging_product","url","mime_type","sha256","file_size","id"}
    [[nodiscard]] QJsonObject describe(const Medium &medium);
    /// Base64 of the content's SHA-256, as inbound messages carry it.
    [[nodiscard]] static QString digest(const Medium &medium);
    /// For a download address with the query values ext (seconds) and hash.
    [[nodiscard]] const Medium *download(const QString &id, const QString &ext,
                                         const QString &hash) const;
    [[nodiscard]] QString downloadUrl(const Medium &medium) const;

    /// The next count downloads (descriptions, where the fault is there) go wrong; an id limits
    /// the fault to that medium.
    void breakNext(MediaFault fault, int count, const QString &id, int delayMs);
    /// The fault that applies now, if it is one of those; uses it up.
    [[nodiscard]] MediaFault takeFault(const QString &id, std::initializer_list<MediaFault> kinds);
    [[nodiscard]] int delayMs() const { return m_delayMs; }

    void noteDownload(qint64 bytes);
    [[nodiscard]] QJsonObject counts() const;

private:
    [[nodiscard]] QString hashFor(const QString &id, const QString &ext) const;

    WallClock m_clock;
    mutable Dice m_dice;
    QString m_baseUrl;
    QHash<QString, Medium> m_media;
    MediaFault m_fault = MediaFault::None;
    int m_faultCount = 0;
    int m_delayMs = 0;
    QString m_faultId;
    qint64 m_offered = 0;
    qint64 m_uploaded = 0;
    qint64 m_uploadedBytes = 0;
    qint64 m_described = 0;
    qint64 m_downloads = 0;
    qint64 m_downloadedBytes = 0;
    qint64 m_deleted = 0;
    qint64 m_faults = 0;
};

/// "not_found", "wrong_hash", "wrong_size", "slow", "cut", "expired".
[[nodiscard]] std::optional<MediaFault> mediaFaultFromWord(const QString &word);

} // namespace destek::sandbox
