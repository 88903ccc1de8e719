#include "daemon/service/media_fetcher.h"

#include <QLoggingCategory>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

Q_LOGGING_CATEGORY(lcMedia, "destek.media")

namespace
{

constexpr int kAtOnce = 4;
constexpr auto kLookAgain = std::chrono::seconds(1);
constexpr int kTooLargeAtWhatsApp = 131052;

Stored<Done> announce(Tx &tx, const MediaRecord &media)
{
    if (!media.message.isValid())
        return done();
    if (auto told = tx.feed().messageChanged(media.conversation, media.message); !told)
        return failure(told.error());
    return done();
}

} // namespace

struct MediaFetcher::Transfer {
    MediaRecord record;
    std::unique_ptr<MediaSink> sink;
    FetchAnswer answer;
};

MediaFetcher::MediaFetcher(Database &database, MediaGateway &gateway, MediaFiles &files,
                           const Clock &clock, QObject *parent)
    : QObject(parent), m_database(database), m_gateway(gateway), m_files(files), m_clock(clock)
{
    m_disk.setMaxThreadCount(1);
    m_later.setInterval(kLookAgain);
    connect(&m_later, &QTimer::timeout, this, &MediaFetcher::claim);
}

MediaFetcher::~MediaFetcher()
{
    m_disk.waitForDone();
}

Duration MediaFetcher::backOff(int tries)
{
    constexpr Duration kFirst = std::chrono::seconds(10);
    constexpr Duration kMost = std::chrono::hours(1);
    const int doublings = std::clamp(tries - 1, 0, 10);
    return std::min<Duration>(kFirst * (1 << doublings), kMost);
}

void MediaFetcher::start()
{
    m_started = true;
    m_later.start();
    claim();
}

void MediaFetcher::stop()
{
    m_started = false;
    m_later.stop();
}

void MediaFetcher::wake()
{
    QMetaObject::invokeMethod(this, &MediaFetcher::claim, Qt::QueuedConnection);
}

void MediaFetcher::claim()
{
    const int room = kAtOnce - int(m_running.size());
    if (!m_started || m_claiming || room <= 0)
        return;
    m_claiming = true;
    auto claimed = std::make_shared<QList<MediaRecord>>();
    m_database.write(
        Urgency::Background,
        [this, claimed, room, running = m_running](Tx &tx) -> Stored<Done> {
            claimed->clear();
            const Instant now = m_clock.now();
            const auto due = std::as_const(tx).media().due(now, room + int(running.size()));
            if (!due)
                return failure(due.error());
            for (MediaRecord record : *due) {
                if (running.contains(record.id) || claimed->size() == room)
                    continue;
                const bool over = now - record.createdAt >= Duration(kGivenUpAfter);
                if (over) {
                    record.state = MediaState::Expired;
                } else {
                    // Counted before it is tried: what ends the daemon is not tried at once again.
                    record.tries += 1;
                    record.nextTryAt = now + backOff(record.tries);
                    *claimed << record;
                }
                if (auto updated = tx.media().update(record); !updated)
                    return updated;
                if (over) {
                    if (auto told = announce(tx, record); !told)
                        return told;
                }
            }
            return destek::done();
        },
        [this, claimed](Stored<Done> result) {
            QMetaObject::invokeMethod(
                this,
                [this, claimed, result] {
                    m_claiming = false;
                    if (!result || !m_started)
                        return;
                    for (const MediaRecord &record : std::as_const(*claimed))
                        begin(record);
                },
                Qt::QueuedConnection);
        });
}

void MediaFetcher::begin(const MediaRecord &record)
{
    auto sink = m_files.create({record.id, record.contact, record.at});
    if (!sink) {
        if (sink.error() != StoreError::Sealed) // an erased person's row goes by itself
            qCWarning(lcMedia) << "no file could be begun for media" << record.id.value;
        return;
    }
    m_running.insert(record.id);
    auto transfer = std::make_shared<Transfer>();
    transfer->record = record;
    transfer->sink = std::move(*sink);
    m_gateway.fetch(
        record.metaId, record.phoneNumberId,
        [transfer](QByteArrayView bytes) {
            return transfer->sink->size() + bytes.size() <= kMediaAtMost &&
                   transfer->sink->write(bytes).ok();
        },
        [self = QPointer(this), transfer](const FetchAnswer &answer) {
            if (self)
                self->finish(transfer, answer);
        });
}

void MediaFetcher::finish(const std::shared_ptr<Transfer> &transfer, const FetchAnswer &answer)
{
    transfer->answer = answer;
    const MediaRecord &record = transfer->record;
    const qint64 size = transfer->sink->size();
    const QByteArray expected = record.sha256.isEmpty() ? answer.sha256 : record.sha256;
    if (answer.outcome == FetchOutcome::TooLarge || answer.code == kTooLargeAtWhatsApp ||
        answer.size > kMediaAtMost) {
        ++m_failed;
        transfer->sink.reset();
        return settle(record.id, {}, [answer](MediaRecord &media, Instant) {
            media.state = MediaState::TooLarge;
            media.size = answer.size;
            media.reason = u"too_large"_s;
        });
    }
    if (answer.outcome != FetchOutcome::Fetched) {
        ++m_failed;
        qCInfo(lcMedia) << "media" << record.id.value << "not fetched:" << answer.reason << "status"
                        << answer.httpStatus << "code" << answer.code << "try" << record.tries;
        transfer->sink.reset();
        return settle(record.id, {},
                      [answer](MediaRecord &media, Instant) { media.reason = answer.reason; });
    }
    const bool same = (expected.isEmpty() || expected == transfer->sink->sha256()) &&
                      (answer.size == 0 || answer.size == size);
    if (!same) {
        ++m_failed;
        qCWarning(lcMedia) << "media" << record.id.value << "is not what was announced";
        transfer->sink.reset();
        return settle(record.id, {}, [](MediaRecord &media, Instant) {
            media.mismatches += 1;
            media.reason = u"mismatch"_s;
            if (media.mismatches >= kMismatchesAtMost)
                media.state = MediaState::Damaged;
        });
    }
    keep(transfer);
}

void MediaFetcher::keep(const std::shared_ptr<Transfer> &transfer)
{
    m_disk.start([this, transfer] {
        const Stored<QString> kept = transfer->sink->finish();
        const qint64 size = transfer->sink->size();
        transfer->sink.reset();
        QMetaObject::invokeMethod(
            this,
            [this, transfer, kept, size] {
                if (!kept) {
                    ++m_failed;
                    qCWarning(lcMedia) << "media" << transfer->record.id.value << "not kept";
                    return done(transfer->record.id);
                }
                ++m_fetched;
                settle(transfer->record.id, *kept,
                       [file = *kept, size, mime = transfer->answer.mimeType](MediaRecord &media,
                                                                              Instant) {
                           media.state = MediaState::Here;
                           media.file = file;
                           media.size = size;
                           media.reason.clear();
                           if (media.mimeType.isEmpty())
                               media.mimeType = mime;
                       });
            },
            Qt::QueuedConnection);
    });
}

void MediaFetcher::settle(UploadId id, const QString &file,
                          std::function<void(MediaRecord &, Instant now)> change)
{
    m_database.write(
        Urgency::Background,
        [this, id, change = std::move(change)](Tx &tx) -> Stored<Done> {
            auto record = std::as_const(tx).media().record(id);
            if (!record)
                return failure(record.error()); // erased meanwhile
            if (record->state != MediaState::Waiting)
                return failure(StoreError::Conflict);
            change(*record, m_clock.now());
            if (auto updated = tx.media().update(*record); !updated)
                return updated;
            return record->state == MediaState::Waiting ? destek::done() : announce(tx, *record);
        },
        [this, id, file](Stored<Done> result) {
            // A file without a row must not stay.
            if (!result && !file.isEmpty() && !m_files.remove({file}))
                qCWarning(lcMedia) << "a file could not be removed; it goes at the next start";
            QMetaObject::invokeMethod(
                this, [this, id] { done(id); }, Qt::QueuedConnection);
        });
}

void MediaFetcher::done(UploadId id)
{
    m_running.remove(id);
    claim();
}

} // namespace destek::daemon
