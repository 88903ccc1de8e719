#pragma once

#include "core/base/clock.h"
#include "core/domain/outbound.h"
#include "daemon/service/access_service.h"
#include "daemon/service/ports/database.h"
#include "daemon/service/ports/media_files.h"

#include <QThreadPool>

namespace destek::daemon
{

/// Files that people hand over and look at. Work with bytes happens on two threads of its own.
/// Threads: any; callbacks on one of those or on the writer thread. Must outlive its callers.
class MediaDesk
{
public:
    struct File {
        QByteArray bytes; ///< from `first` on
        MediaView view;
        qint64 first = 0;
    };
    /// Which bytes somebody wants; `most` 0: all of them, if they are few enough.
    struct Part {
        qint64 first = 0;
        qint64 most = 0;
    };
    static constexpr qint64 kWholeAtMost = 16LL * 1024 * 1024;
    static constexpr qint64 kPartAtMost = 4LL * 1024 * 1024;

    MediaDesk(Database &database, MediaFiles &files, const Clock &clock);
    ~MediaDesk();

    /// Seals a file for a message of this conversation that is still being written. The type is
    /// found in the bytes; one that cannot be sent is BadRequest. Audited. `fileName` is hostile:
    /// kept as a name for people, never used as one on this machine.
    void take(const Actor &actor, ConversationId conversation, const QString &fileName,
              const QByteArray &bytes, Told<UploadView> told);
    /// Bytes of a message's file: NotFound while they are not here, BadRequest for a part beyond
    /// its end, TooLarge for the whole of one above kWholeAtMost; of a part never more than
    /// kPartAtMost, so that memory does not grow with the file. Not audited: the caller notes the
    /// reading before.
    void read(MessageId message, Part part, Told<File> told);
    /// Files that nobody sent within a day go.
    void removeUnused();

    static constexpr auto kUnusedFor = std::chrono::hours(24);

private:
    struct Upload;
    [[nodiscard]] Stored<QByteArray> bytesOf(const MediaRecord &record, Part part);
    void seal(const std::shared_ptr<Upload> &upload);
    void record(const std::shared_ptr<Upload> &upload, const QString &file);

    Database &m_database;
    MediaFiles &m_files;
    const Clock &m_clock;
    QThreadPool m_threads;
};

} // namespace destek::daemon
