#include "daemon/service/media_desk.h"

#include "daemon/service/message_now.h"

#include "core/policy/content_limits.h"
#include "core/text/safe_text.h"
#include "daemon/service/media_gateway.h"
#include "daemon/service/store_errors.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

Q_LOGGING_CATEGORY(lcFiles, "destek.files")

namespace
{

constexpr qsizetype kHeadLength = 1024;
constexpr int kUnusedPerRun = 200;

} // namespace

struct MediaDesk::Upload {
    Actor actor;
    MediaRecord record;
    QByteArray bytes;
    Told<UploadView> told;
};

MediaDesk::MediaDesk(Database &database, MediaFiles &files, const Clock &clock)
    : m_database(database), m_files(files), m_clock(clock)
{
    m_threads.setMaxThreadCount(2);
}

MediaDesk::~MediaDesk()
{
    m_threads.waitForDone();
}

void MediaDesk::take(const Actor &actor, ConversationId conversation, const QString &fileName,
                     const QByteArray &bytes, Told<UploadView> told)
{
    const QString name = text::safeFileName(fileName);
    const QString type = sniffedType(bytes.first(std::min(bytes.size(), kHeadLength)), name);
    if (bytes.isEmpty() || !kindForFile(type))
        return told(failure(apiError(ApiErrorCode::BadRequest)));
    if (bytes.size() > kMediaAtMost)
        return told(failure(apiError(ApiErrorCode::TooLarge)));
    auto upload = std::make_shared<Upload>();
    upload->actor = actor;
    upload->bytes = bytes;
    upload->told = std::move(told);
    MediaRecord &record = upload->record;
    record.conversation = conversation;
    record.direction = Direction::Outbound;
    record.state = MediaState::Missing; // until its bytes are durable
    record.mimeType = type;
    record.fileName = name;
    record.size = bytes.size();
    // The row first: its id is part of the seal, and its commit makes the key durable.
    m_database.write(
        Urgency::Now,
        [this, upload](Tx &tx) -> Stored<Done> {
            MediaRecord &media = upload->record;
            const auto place = std::as_const(tx).conversations().record(media.conversation);
            if (!place)
                return failure(place.error());
            media.contact = place->contact;
            media.phoneNumberId = place->phoneNumberId;
            media.at = media.createdAt = m_clock.now();
            const auto id = tx.media().insert(media);
            if (!id)
                return failure(id.error());
            media.id = *id;
            return done();
        },
        [this, upload](Stored<Done> result) {
            if (!result)
                return upload->told(failure(apiError(result.error())));
            m_threads.start([this, upload] { seal(upload); });
        });
}

void MediaDesk::seal(const std::shared_ptr<Upload> &upload)
{
    const MediaRecord &media = upload->record;
    auto sink = m_files.create({media.id, media.contact, media.at});
    if (!sink)
        return upload->told(failure(apiError(sink.error())));
    if (const auto written = (*sink)->write(upload->bytes); !written)
        return upload->told(failure(apiError(written.error())));
    upload->bytes.clear();
    const auto file = (*sink)->finish();
    if (!file)
        return upload->told(failure(apiError(file.error())));
    record(upload, *file);
}

void MediaDesk::record(const std::shared_ptr<Upload> &upload, const QString &file)
{
    m_database.write(
        Urgency::Now,
        [this, upload, file](Tx &tx) -> Stored<Done> {
            auto media = std::as_const(tx).media().record(upload->record.id);
            if (!media)
                return failure(media.error());
            media->state = MediaState::Here;
            media->file = file;
            if (auto updated = tx.media().update(*media); !updated)
                return updated;
            AuditDraft draft;
            draft.at = m_clock.now();
            draft.actor = upload->actor;
            draft.action = AuditAction::FileHandedOver;
            draft.contact = media->contact;
            draft.object = u"file %1"_s.arg(media->id.value);
            if (auto audited = tx.audit().append(draft); !audited)
                return failure(audited.error());
            return done();
        },
        [this, upload, file](Stored<Done> result) {
            if (!result) {
                if (!m_files.remove({file}))
                    qCWarning(lcFiles) << "a file could not be removed; it goes at the next start";
                return upload->told(failure(apiError(result.error())));
            }
            const MediaRecord &media = upload->record;
            upload->told(UploadView{media.id, media.fileName, media.mimeType, media.size});
        });
}

Stored<QByteArray> MediaDesk::bytesOf(const MediaRecord &record, Part part)
{
    const MediaPlace place{record.id, record.contact, record.at};
    if (part.most == 0)
        return m_files.read(place, record.file, kWholeAtMost);
    auto source = m_files.open(place, record.file);
    if (!source)
        return failure(source.error());
    const auto begin = (*source)->seek(part.first);
    if (!begin)
        return failure(begin.error());
    const qint64 skipped = part.first - *begin;
    QByteArray bytes;
    while (bytes.size() < skipped + part.most) {
        const auto piece = (*source)->next();
        if (!piece)
            return failure(piece.error());
        if (piece->isEmpty())
            break;
        bytes += *piece;
    }
    return bytes.mid(skipped, part.most);
}

void MediaDesk::read(MessageId message, Part part, Told<File> told)
{
    m_database.read([=, this](const Tx &tx) {
        if (const auto known = tx.messages().record(message); !known)
            return told(failure(apiError(known.error())));
        const auto revoked = isRevoked(tx, message);
        if (!revoked)
            return told(failure(apiError(revoked.error())));
        if (*revoked) // taken back by the sender: nobody opens it any more
            return told(failure(apiError(ApiErrorCode::NotFound)));
        const auto media = tx.media().ofMessage(message);
        if (!media)
            return told(failure(apiError(media.error())));
        if (!*media || (*media)->state != MediaState::Here)
            return told(failure(apiError(ApiErrorCode::NotFound)));
        if (part.first < 0 || (part.most > 0 && part.first >= (*media)->size))
            return told(failure(apiError(ApiErrorCode::BadRequest)));
        if (part.most == 0 && (*media)->size > kWholeAtMost)
            return told(failure(apiError(ApiErrorCode::TooLarge)));
        Part wanted = part;
        wanted.most = std::min({part.most, kPartAtMost, (*media)->size - part.first});
        m_threads.start([=, this, record = **media] {
            auto bytes = bytesOf(record, wanted);
            if (!bytes) {
                if (bytes.error() != StoreError::Sealed && bytes.error() != StoreError::NotFound)
                    qCWarning(lcFiles) << "media" << record.id.value << "cannot be read, error"
                                       << int(bytes.error());
                return told(failure(apiError(bytes.error())));
            }
            told(File{std::move(*bytes), record.view(), wanted.first});
        });
    });
}

void MediaDesk::removeUnused()
{
    auto removed = std::make_shared<RemovedMedia>();
    m_database.write(
        Urgency::Background,
        [this, removed](Tx &tx) -> Stored<Done> {
            const auto gone =
                tx.media().removeUnused(m_clock.now() - Duration(kUnusedFor), kUnusedPerRun);
            if (!gone)
                return failure(gone.error());
            *removed = *gone;
            return done();
        },
        [this, removed](Stored<Done> result) {
            if (result && !m_files.remove(removed->files))
                qCWarning(lcFiles)
                    << "unused files could not be removed; they go at the next start";
            if (result && removed->rows == kUnusedPerRun)
                removeUnused();
        });
}

} // namespace destek::daemon
