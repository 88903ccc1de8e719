#pragma once

#include "core/base/clock.h"
#include "daemon/service/media_gateway.h"
#include "daemon/service/ports/database.h"

#include <QObject>

namespace destek::daemon
{

/// Hands files of outgoing messages over to WhatsApp and remembers what it calls them; it keeps
/// them for 30 days (facts/whatsapp.md 4.3). Threads: main.
class MediaUploader final : public QObject, public MediaHandOver
{
    Q_OBJECT
public:
    MediaUploader(Database &database, MediaGateway &gateway, MediaFiles &files, const Clock &clock,
                  QObject *parent = nullptr);

    void metaIdFor(MessageId message, std::function<void(HandOverAnswer)> answer) override;
    void metaIdFor(UploadId file, std::function<void(HandOverAnswer)> answer) override;

    static constexpr auto kKnownFor = std::chrono::hours(24 * 29);

private:
    using Answer = std::function<void(HandOverAnswer)>;
    using Find = std::function<Stored<std::optional<MediaRecord>>(const Media &)>;
    void find(const Find &find, Answer answer);
    void handOver(const MediaRecord &media, const Answer &answer);
    void remember(UploadId id, const HandOverAnswer &given, const Answer &answer);

    Database &m_database;
    MediaGateway &m_gateway;
    MediaFiles &m_files;
    const Clock &m_clock;
};

} // namespace destek::daemon
