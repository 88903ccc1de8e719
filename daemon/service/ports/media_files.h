#pragma once

#include "core/base/instant.h"
#include "core/domain/ids.h"
#include "daemon/service/ports/stored.h"

#include <QByteArray>
#include <QStringList>

#include <memory>

namespace destek::daemon
{

/// Which key seals a file and what it is bound to.
struct MediaPlace {
    UploadId id;
    ContactId contact;
    Instant at; ///< MediaRecord::at
};

/// A sealed file being written. It has no name that counts until finish(); destroying it without
/// finish() leaves nothing. One thread at a time.
class MediaSink
{
public:
    virtual ~MediaSink() = default;
    /// Errors: Sealed (the person's key is gone), Full, Failed. After an error nothing more is
    /// taken and finish() fails.
    virtual Stored<Done> write(QByteArrayView bytes) = 0;
    /// Makes it durable under its name (file, then folder). Slow: it waits for the disk.
    virtual Stored<QString> finish() = 0;
    [[nodiscard]] virtual qint64 size() const = 0;       ///< plain bytes taken so far
    [[nodiscard]] virtual QByteArray sha256() const = 0; ///< of the plain bytes taken so far
};

/// Reads a sealed file piece by piece. One thread at a time.
class MediaSource
{
public:
    virtual ~MediaSource() = default;
    /// The next piece (at most 1 MiB); empty: that was all, nothing is missing. Errors: Corrupt
    /// (changed, cut or swapped), Sealed.
    virtual Stored<QByteArray> next() = 0;
    /// Before the first next() only: begins at the piece that holds this byte and answers the
    /// byte that piece begins with. Corrupt beyond the end.
    virtual Stored<qint64> seek(qint64 byte) = 0;
};

/// The folder of sealed files. No plaintext ever touches the disk. Any thread.
class MediaFiles
{
public:
    virtual ~MediaFiles() = default;
    /// Sealed if the person's key of that month is gone: nothing is begun for an erased person.
    [[nodiscard]] virtual Stored<std::unique_ptr<MediaSink>> create(const MediaPlace &place) = 0;
    /// NotFound, Corrupt, Sealed.
    [[nodiscard]] virtual Stored<std::unique_ptr<MediaSource>> open(const MediaPlace &place,
                                                                    const QString &file) = 0;
    /// In one piece. Corrupt as well if it is longer than `most` bytes.
    [[nodiscard]] virtual Stored<QByteArray> read(const MediaPlace &place, const QString &file,
                                                  qint64 most) = 0;
    /// What is not there is gone already.
    virtual Stored<Done> remove(const QStringList &files) = 0;
    /// At start: everything but these goes. Answers how many went.
    virtual Stored<int> removeAllBut(const QStringList &files) = 0;
};

} // namespace destek::daemon
