#pragma once

#include "models/session/console_state.h"
#include "net/api/conversation_api.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <map>
#include <memory>

namespace destek::models
{

/// Why a file cannot be sent as it is; found before anything is uploaded.
enum class FileFault : quint8 {
    None,
    Empty,
    Unreadable,
    TypeNotAllowed,
    TooLarge,
    CaptionTooLong,
};

enum class AttachmentState : quint8 {
    Ready,     ///< waits for the agent
    Queued,    ///< goes after the one before it
    Uploading, ///< on its way to the daemon
    Failed,    ///< kept; `error` says why
};

/// A file that an agent wants to send. Its bytes are in memory only.
struct Attachment {
    quint64 key = 0;
    ConversationId conversation;
    QString fileName; ///< as it is called here; hostile
    QByteArray bytes;
    QString mimeType; ///< found in the bytes
    MessageKind kind = MessageKind::Document;
    QString caption;
    bool asFile = false; ///< a picture that goes as a document, as it is
    FileFault fault = FileFault::None;
    AttachmentState state = AttachmentState::Ready;
    qint64 uploaded = 0;
    ApiError error;    ///< for Failed
    UploadId upload;   ///< once the daemon has it
    MessageId answers; ///< quoted by this one
};

/// Files that wait beside the text, per conversation. Checks them, uploads one after the other,
/// hands each to ConsoleState::send as a message of its own and keeps the bytes until the daemon
/// has acknowledged that message: whatever fails, the file is still there. Threads: GUI only.
class AttachmentList final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMostFiles = 30;
    /// All conversations together.
    static constexpr qint64 kMostBytes = qint64(400) << 20;

    AttachmentList(net::MediaApi *media, ConsoleState *state, QObject *parent = nullptr);

    /// 0: there is no room for it. A file with a fault is taken too, so that one sees why.
    quint64 add(ConversationId id, const QString &fileName, const QByteArray &bytes,
                FileFault fault = FileFault::None);
    /// Other bytes in the same place (a picture made smaller).
    void replace(quint64 key, const QString &fileName, const QByteArray &bytes);
    void remove(quint64 key);
    void setCaption(quint64 key, const QString &caption);
    /// Pictures only: WhatsApp shows them smaller and with less detail unless they go as files.
    void setAsFile(quint64 key, bool asFile);
    /// Breaks off one that is on its way; it stays as Ready.
    void cancel(quint64 key);
    /// Sends what is ready, in order; the first one quotes `answers`.
    void sendAll(ConversationId id, MessageId answers = {});
    /// Sends this one and what waits behind it.
    void tryAgain(quint64 key);
    void forget(ConversationId id);
    void clear();

    /// In the order they were added; those already handed over are not among them.
    [[nodiscard]] QList<const Attachment *> of(ConversationId id) const;
    [[nodiscard]] const Attachment *find(quint64 key) const;
    [[nodiscard]] bool hasSendable(ConversationId id) const;

Q_SIGNALS:
    void listChanged(destek::ConversationId id); ///< added, removed, handed over, come back
    void itemChanged(quint64 key);

private:
    void pump(ConversationId id);
    void upload(Attachment &item);
    void onUploaded(quint64 key, int generation, const net::Answer<UploadView> &answer);
    void handOver(Attachment &item);
    void fail(Attachment &item, const ApiError &error);
    void stopBehind(const Attachment &item);
    void onAccepted(MessageId id);
    void onReturned(const net::OutgoingMessage &message, const ApiError &why);
    [[nodiscard]] Attachment *get(quint64 key);
    [[nodiscard]] qint64 held() const;

    net::MediaApi *m_media;
    ConsoleState *m_state;
    QList<Attachment> m_items;
    QHash<MessageId, Attachment> m_handedOver; ///< until acknowledged
    QHash<quint64, int> m_generations;         ///< answers to a cancelled upload are ignored
    /// One per upload under way: a request is broken off with its owner.
    std::map<quint64, std::unique_ptr<QObject>> m_transfers;
    quint64 m_lastKey = 0;
};

/// Sound and stickers have none.
[[nodiscard]] bool mayHaveCaption(MessageKind kind);
/// What this file would be sent as.
[[nodiscard]] OutboundContent contentOf(const Attachment &item);

} // namespace destek::models
