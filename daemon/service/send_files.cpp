#include "daemon/service/send_service.h"

#include "core/policy/content_limits.h"
#include "daemon/service/channel_book.h"
#include "daemon/service/meta_json.h"
#include "daemon/service/send_verdict.h"

#include <QJsonDocument>

namespace destek::daemon
{

namespace
{

/// WhatsApp keeps what was handed over for 30 days; a day is for the way.
constexpr auto kKeptThere = std::chrono::hours(24 * 29);
/// A message whose file is on its way steps aside for so long.
constexpr auto kWhileHandedOver = std::chrono::seconds(1);

struct FileUse {
    UploadId upload;
    MessageKind kind = MessageKind::Document;
};

MessageKind kindOf(TemplateHeader header)
{
    if (header == TemplateHeader::Image)
        return MessageKind::Image;
    return header == TemplateHeader::Video ? MessageKind::Video : MessageKind::Document;
}

QList<FileUse> usesOf(const OutboundContent &content, const TemplateView &chosen)
{
    QList<FileUse> uses;
    if (content.upload.isValid() && !fileLimit(content.kind).mimeTypes.isEmpty())
        uses << FileUse{content.upload, content.kind};
    if (content.kind != MessageKind::Template)
        return uses;
    if (content.values.headerUpload.isValid())
        uses << FileUse{content.values.headerUpload, kindOf(chosen.header)};
    for (qsizetype i = 0; i < content.values.cards.size() && i < chosen.cards.size(); ++i) {
        if (content.values.cards.at(i).upload.isValid())
            uses << FileUse{content.values.cards.at(i).upload, kindOf(chosen.cards.at(i).header)};
    }
    return uses;
}

} // namespace

Stored<std::optional<SendRefusal>> SendService::whyNotFiles(const OutboundContent &content,
                                                            MetaFacts &meta,
                                                            const ConversationRecord &conversation)
{
    for (const FileUse &use : usesOf(content, meta.chosen)) {
        const auto file = std::as_const(m_tx).media().record(use.upload);
        if (!file && file.error() != StoreError::NotFound && file.error() != StoreError::Sealed)
            return failure(file.error());
        if (!file || file->state != MediaState::Here || file->direction != Direction::Outbound ||
            file->conversation != conversation.id || file->message.isValid())
            return std::optional(SendRefusal::FileGone);
        const FileLimit limit = fileLimit(use.kind);
        if (!limit.mimeTypes.contains(file->mimeType) || file->size > limit.bytes)
            return std::optional(SendRefusal::ContentNotAllowed);
        meta.fileNames.insert(use.upload, file->fileName);
    }
    return std::optional<SendRefusal>();
}

Stored<Done> SendService::takeFiles(const MessageRecord &message)
{
    for (const UploadId &id : filesIn(QJsonDocument::fromJson(message.raw).object())) {
        if (auto assigned = m_tx.media().assign(id, message.id); !assigned)
            return assigned;
    }
    return done();
}

Stored<SendService::Files> SendService::filesReady(const QJsonObject &message)
{
    Files files;
    for (const UploadId &id : filesIn(message)) {
        const auto file = std::as_const(m_tx).media().record(id);
        if (!file && (file.error() == StoreError::NotFound || file.error() == StoreError::Sealed))
            files.gone = true;
        if (!file)
            return files.gone ? Stored<Files>(files) : Stored<Files>(failure(file.error()));
        const bool there =
            !file->metaId.isEmpty() && m_clock.now() - file->handedOverAt < kKeptThere;
        if (there)
            files.metaIds.insert(id, file->metaId);
        else
            files.missing << id;
    }
    return files;
}

Stored<Done> SendService::stepAside(MessageRecord message, const QList<UploadId> &missing)
{
    for (const UploadId &id : missing) {
        if (!m_wanted.contains(id))
            m_wanted << id;
    }
    message.notBefore = m_clock.now() + kWhileHandedOver;
    return m_tx.messages().updateState(message);
}

Stored<Done> SendService::settleFile(const UploadId &id, int code, const Verdict &verdict)
{
    const auto file = std::as_const(m_tx).media().record(id);
    if (!file || !file->message.isValid())
        return done();
    auto message = std::as_const(m_tx).messages().record(file->message);
    if (!message || message->state != SendState::Queued)
        return done();
    const auto conversation = std::as_const(m_tx).conversations().record(message->conversation);
    if (!conversation)
        return failure(conversation.error());
    message->errorCode = code;
    message->notBefore = m_clock.now() + verdict.retryAfter;
    if (verdict.outcome == AttemptOutcome::Rejected)
        message->state = SendState::Failed;
    if (auto updated = m_tx.messages().updateState(*message); !updated)
        return updated;
    ChannelBook channel(m_tx, m_clock);
    if (verdict.outcome == AttemptOutcome::Held) {
        if (auto held = channel.refused(conversation->phoneNumberId, code); !held)
            return held;
    }
    if (verdict.outcome == AttemptOutcome::Rejected) {
        if (auto alarmed = channel.alarm(conversation->phoneNumberId, code, message->templateName);
            !alarmed)
            return alarmed;
        if (auto audited = audit(Actor::system(), AuditAction::MessageSettled, *message,
                                 wireName(SendState::Failed),
                                 code > 0 ? QStringLiteral("code %1").arg(code) : QString());
            !audited)
            return audited;
    }
    return changed(*message);
}

} // namespace destek::daemon
