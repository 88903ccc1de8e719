#include "daemon/store/sql_media.h"

#include "daemon/store/connection.h"
#include "daemon/store/sealed_column.h"
#include "daemon/store/statement.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

struct SealedMedia {
    MediaRecord record;
    QByteArray details;
};

SealedMedia sealedFrom(const Row &row)
{
    SealedMedia sealed;
    MediaRecord &record = sealed.record;
    record.id = row.id<UploadId>(0);
    record.contact = row.id<ContactId>(1);
    record.conversation = row.id<ConversationId>(2);
    record.message = row.messageId(3);
    record.phoneNumberId = row.text(4);
    record.direction = row.word(5, Direction::Inbound);
    record.state = row.word(6, MediaState::Missing);
    sealed.details = row.bytes(7);
    record.size = row.number(8);
    record.file = row.text(9);
    record.at = row.instant(10);
    record.createdAt = row.instant(11);
    record.tries = row.count(12);
    record.mismatches = row.count(13);
    record.nextTryAt = row.instant(14);
    record.reason = row.text(15);
    record.handedOverAt = row.instant(16);
    return sealed;
}

KeySlot slotOf(const MediaRecord &record)
{
    return KeySlot::month(record.contact, record.at);
}

SealPlace detailsPlace(UploadId id)
{
    return {"media", QByteArray::number(id.value), "details"};
}

QByteArray detailsOf(const MediaRecord &record)
{
    const QJsonObject json{{"id"_L1, record.metaId},
                           {"sha256"_L1, QString::fromLatin1(record.sha256.toBase64())},
                           {"type"_L1, record.mimeType},
                           {"name"_L1, record.fileName},
                           {"animated"_L1, record.animated}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Stored<MediaRecord> opened(Vault &vault, SealedMedia sealed)
{
    MediaRecord &record = sealed.record;
    const auto details = openColumn(vault, slotOf(record), detailsPlace(record.id), sealed.details);
    if (!details)
        return failure(details.error());
    const QJsonObject json = QJsonDocument::fromJson(*details).object();
    record.metaId = json.value("id"_L1).toString();
    record.sha256 = QByteArray::fromBase64(json.value("sha256"_L1).toString().toLatin1());
    record.mimeType = json.value("type"_L1).toString();
    record.fileName = json.value("name"_L1).toString();
    record.animated = json.value("animated"_L1).toBool();
    return record;
}

QString nameFrom(const Row &row)
{
    return row.text(0);
}

} // namespace

Stored<MediaRecord> SqlMedia::record(UploadId id) const
{
    Statement statement(m_connection, "media");
    auto sealed = statement.with(id).one(sealedFrom);
    if (!sealed)
        return failure(sealed.error());
    return opened(m_vault, std::move(*sealed));
}

Stored<std::optional<MediaRecord>> SqlMedia::ofMessage(MessageId id) const
{
    Statement statement(m_connection, "media_of_message");
    auto sealed = statement.with(id).maybe(sealedFrom);
    if (!sealed)
        return failure(sealed.error());
    if (!*sealed)
        return std::optional<MediaRecord>();
    auto record = opened(m_vault, std::move(**sealed));
    if (!record)
        return failure(record.error());
    return std::optional(std::move(*record));
}

Stored<QList<MediaRecord>> SqlMedia::ofContact(ContactId id) const
{
    Statement statement(m_connection, "media_of_contact");
    return openedAll(m_vault, statement.with(id).all(sealedFrom), opened);
}

Stored<QList<MediaRecord>> SqlMedia::due(Instant now, int limit) const
{
    Statement statement(m_connection, "due_media");
    return openedAll(m_vault, statement.with(now, limit).all(sealedFrom), opened);
}

Stored<int> SqlMedia::waiting() const
{
    const auto count = Statement(m_connection, "waiting_media").number();
    if (!count)
        return failure(count.error());
    return int(*count);
}

Stored<QStringList> SqlMedia::files() const
{
    auto names = Statement(m_connection, "media_files").all(nameFrom);
    if (!names)
        return failure(names.error());
    return QStringList(std::move(*names));
}

Stored<QStringList> SqlMedia::filesOf(ContactId id) const
{
    Statement statement(m_connection, "media_files_of");
    auto names = statement.with(id).all(nameFrom);
    if (!names)
        return failure(names.error());
    return QStringList(std::move(*names));
}

Stored<UploadId> SqlMedia::insert(const MediaRecord &record)
{
    const auto number = nextNumber(m_connection, "media");
    if (!number)
        return failure(number.error());
    const UploadId id(*number);
    const auto details = sealColumn(m_vault, slotOf(record), detailsPlace(id), detailsOf(record));
    if (!details)
        return failure(details.error());
    const QVariant message =
        record.message.isValid() ? Statement::bound(record.message) : QVariant();
    Statement statement(m_connection, "add_media");
    statement.with(id, record.contact, record.conversation, message, record.phoneNumberId,
                   record.direction, record.state, *details, record.size, record.file, record.at);
    statement.with(record.createdAt, record.tries, record.mismatches, record.nextTryAt,
                   record.reason, record.handedOverAt);
    if (const auto added = statement.runAny(); !added)
        return failure(added.error());
    return id;
}

Stored<Done> SqlMedia::update(const MediaRecord &record)
{
    const auto details =
        sealColumn(m_vault, slotOf(record), detailsPlace(record.id), detailsOf(record));
    if (!details)
        return failure(details.error());
    Statement statement(m_connection, "update_media");
    return statement
        .with(record.state, *details, record.size, record.file, record.tries, record.mismatches,
              record.nextTryAt, record.reason, record.handedOverAt, record.id)
        .runOne();
}

Stored<Done> SqlMedia::assign(UploadId id, MessageId message)
{
    const auto known = record(id);
    if (!known)
        return failure(known.error());
    if (known->message == message)
        return done();
    Statement statement(m_connection, "assign_media");
    const auto assigned = statement.with(message, id).runOne();
    if (!assigned && assigned.error() == StoreError::NotFound)
        return failure(StoreError::Conflict);
    return assigned;
}

Stored<Done> SqlMedia::release(MessageId message)
{
    Statement statement(m_connection, "release_media");
    return statement.with(message).runAny();
}

Stored<RemovedMedia> SqlMedia::removeUnused(Instant before, int limit)
{
    return remove("unused_media", before, limit);
}

Stored<RemovedMedia> SqlMedia::removeBefore(Instant cutoff, int limit)
{
    return remove("expired_media", cutoff, limit);
}

Stored<RemovedMedia> SqlMedia::remove(const char *which, Instant before, int limit)
{
    Stored<QList<std::pair<qint64, QString>>> rows = failure(StoreError::Failed);
    {
        Statement statement(m_connection, which);
        rows = statement.with(before, limit).all([](const Row &row) {
            return std::pair(row.number(0), row.text(1));
        });
    }
    if (!rows)
        return failure(rows.error());
    RemovedMedia removed;
    for (const auto &[id, file] : std::as_const(*rows)) {
        Statement statement(m_connection, "remove_media");
        if (const auto gone = statement.with(id).runAny(); !gone)
            return failure(gone.error());
        ++removed.rows;
        if (!file.isEmpty())
            removed.files << file;
    }
    return removed;
}

} // namespace destek::daemon
