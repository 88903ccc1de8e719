#pragma once

#include "core/base/clock.h"
#include "daemon/service/media_gateway.h"
#include "daemon/service/ports/database.h"

#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

namespace destek::daemon
{

/// Brings announced files home: claim (durable) → fetch and seal as it comes → check hash and
/// size → durable under its name → row and feed. Tried again for 7 days, ever more rarely (10 s
/// to 1 h); a few at a time; a restart goes on where it was. Threads: main, except wake() from
/// any; one more waits for the disk.
class MediaFetcher final : public QObject
{
    Q_OBJECT
public:
    MediaFetcher(Database &database, MediaGateway &gateway, MediaFiles &files, const Clock &clock,
                 QObject *parent = nullptr);
    ~MediaFetcher() override;

    void start();
    /// No new transfers; what is on its way is dropped at the end of the gateway.
    void stop();
    void wake();
    [[nodiscard]] int running() const { return int(m_running.size()); }
    [[nodiscard]] qint64 fetched() const { return m_fetched; }
    [[nodiscard]] qint64 failed() const { return m_failed; } ///< attempts, not files

    /// How long to wait after that many attempts.
    [[nodiscard]] static Duration backOff(int tries);

    static constexpr auto kGivenUpAfter = std::chrono::hours(24 * 7);
    static constexpr int kMismatchesAtMost = 3;

private:
    struct Transfer;
    void claim();
    void begin(const MediaRecord &record);
    void finish(const std::shared_ptr<Transfer> &transfer, const FetchAnswer &answer);
    void keep(const std::shared_ptr<Transfer> &transfer);
    /// Changes the row if the file is still waited for; `file` goes if it is not.
    void settle(UploadId id, const QString &file,
                std::function<void(MediaRecord &, Instant now)> change);
    void done(UploadId id);

    Database &m_database;
    MediaGateway &m_gateway;
    MediaFiles &m_files;
    const Clock &m_clock;
    QThreadPool m_disk;
    QTimer m_later;
    QSet<UploadId> m_running;
    qint64 m_fetched = 0;
    qint64 m_failed = 0;
    bool m_claiming = false;
    bool m_started = false;
};

} // namespace destek::daemon
