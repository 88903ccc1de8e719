#include "daemon/service/media_uploader.h"

#include <QPointer>

namespace destek::daemon
{

MediaUploader::MediaUploader(Database &database, MediaGateway &gateway, MediaFiles &files,
                             const Clock &clock, QObject *parent)
    : QObject(parent), m_database(database), m_gateway(gateway), m_files(files), m_clock(clock)
{
}

void MediaUploader::metaIdFor(MessageId message, std::function<void(HandOverAnswer)> answer)
{
    find([message](const Media &media) { return media.ofMessage(message); }, std::move(answer));
}

void MediaUploader::metaIdFor(UploadId file, std::function<void(HandOverAnswer)> answer)
{
    find(
        [file](const Media &media) -> Stored<std::optional<MediaRecord>> {
            auto record = media.record(file);
            if (!record)
                return failure(record.error());
            return std::optional(std::move(*record));
        },
        std::move(answer));
}

void MediaUploader::find(const Find &find, Answer answer)
{
    m_database.read([this, find, answer = std::move(answer)](const Tx &tx) {
        const auto media = find(tx.media());
        std::optional<MediaRecord> record;
        if (media && *media && (*media)->direction == Direction::Outbound &&
            (*media)->state == MediaState::Here)
            record = **media;
        QMetaObject::invokeMethod(
            this,
            [this, record, answer] {
                if (!record)
                    return answer({});
                const bool known = !record->metaId.isEmpty() &&
                                   m_clock.now() - record->handedOverAt < Duration(kKnownFor);
                if (!known)
                    return handOver(*record, answer);
                HandOverAnswer remembered;
                remembered.metaId = record->metaId;
                answer(remembered);
            },
            Qt::QueuedConnection);
    });
}

void MediaUploader::handOver(const MediaRecord &media, const Answer &answer)
{
    auto source = m_files.open({media.id, media.contact, media.at}, media.file);
    if (!source)
        return answer({});
    m_gateway.handOver(media.phoneNumberId, media.mimeType, media.fileName, media.size,
                       std::move(*source),
                       [self = QPointer(this), id = media.id, answer](const HandOverAnswer &given) {
                           if (!self)
                               return;
                           if (given.metaId.isEmpty())
                               answer(given);
                           else
                               self->remember(id, given, answer);
                       });
}

void MediaUploader::remember(UploadId id, const HandOverAnswer &given, const Answer &answer)
{
    m_database.write(
        Urgency::Now,
        [this, id, metaId = given.metaId](Tx &tx) -> Stored<Done> {
            auto media = std::as_const(tx).media().record(id);
            if (!media)
                return failure(media.error());
            media->metaId = metaId;
            media->handedOverAt = m_clock.now();
            return tx.media().update(*media);
        },
        [this, given, answer](Stored<Done> result) {
            // Erased meanwhile: nothing is sent any more.
            const bool gone = !result && (result.error() == StoreError::NotFound ||
                                          result.error() == StoreError::Sealed);
            QMetaObject::invokeMethod(
                this, [given, answer, gone] { answer(gone ? HandOverAnswer{} : given); },
                Qt::QueuedConnection);
        });
}

} // namespace destek::daemon
