#pragma once

#include "core/domain/message.h"
#include "daemon/service/ports/stored.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace destek::daemon
{

/// One picture, recording or file: what WhatsApp announced, where its sealed bytes are and how
/// the fetching goes (facts/whatsapp.md 4.3). R-08.
struct MediaRecord {
    UploadId id; ///< given by the store; consoles know it for what they handed over themselves
    ContactId contact;
    ConversationId conversation;
    MessageId message; ///< invalid: handed over, but not part of a message yet
    QString phoneNumberId;
    Direction direction = Direction::Inbound;
    MediaState state = MediaState::Waiting;
    QString metaId;    ///< WhatsApp's id; for our own files empty until handed over to WhatsApp
    QByteArray sha256; ///< announced, 32 bytes; empty: not known
    QString mimeType;  ///< lower case without parameters; announced, or found in our own bytes
    QString fileName;  ///< hostile
    bool animated = false;
    qint64 size = 0;    ///< bytes; 0 = not known yet
    QString file;       ///< name among the sealed files; empty: none
    Instant at;         ///< of the message, or of the handing over: its month picks the key
    Instant createdAt;  ///< our clock
    int tries = 0;      ///< attempts to fetch
    int mismatches = 0; ///< ... that brought other bytes than announced
    Instant nextTryAt;
    QString reason;       ///< why the last attempt failed; a word of ours, no content
    Instant handedOverAt; ///< when WhatsApp gave metaId for our own file; kept there for 30 days

    /// What consoles may know of it.
    [[nodiscard]] MediaView view() const { return {state, mimeType, fileName, size, animated}; }
};

/// A row that is gone and the sealed file that must follow it; empty: it had none.
struct RemovedMedia {
    QStringList files;
    int rows = 0;
};

class Media
{
public:
    virtual ~Media() = default;
    /// Errors: NotFound, Sealed.
    [[nodiscard]] virtual Stored<MediaRecord> record(UploadId id) const = 0;
    /// The only one, or the first of several (cards of a template).
    [[nodiscard]] virtual Stored<std::optional<MediaRecord>> ofMessage(MessageId id) const = 0;
    [[nodiscard]] virtual Stored<QList<MediaRecord>> ofContact(ContactId id) const = 0;
    /// What may be fetched now, the longest due first. People about to be erased are left out.
    [[nodiscard]] virtual Stored<QList<MediaRecord>> due(Instant now, int limit) const = 0;
    [[nodiscard]] virtual Stored<int> waiting() const = 0;
    /// Names of all sealed files that rows know; anything else in the folder is a leftover.
    [[nodiscard]] virtual Stored<QStringList> files() const = 0;
    [[nodiscard]] virtual Stored<QStringList> filesOf(ContactId id) const = 0;

    virtual Stored<UploadId> insert(const MediaRecord &record) = 0;
    /// Everything but ids, people, number, direction and times of making.
    virtual Stored<Done> update(const MediaRecord &record) = 0;
    /// The file belongs to this message from now on; the same again changes nothing. Conflict: it
    /// belongs to another one.
    virtual Stored<Done> assign(UploadId id, MessageId message) = 0;
    /// Files of a message that was taken back before it went out can be used again.
    virtual Stored<Done> release(MessageId message) = 0;
    /// Files handed over before `before` that no message took; at most `limit`.
    virtual Stored<RemovedMedia> removeUnused(Instant before, int limit) = 0;
    /// Retention: files of messages of before `cutoff`; at most `limit`.
    virtual Stored<RemovedMedia> removeBefore(Instant cutoff, int limit) = 0;
};

} // namespace destek::daemon
