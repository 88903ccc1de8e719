#pragma once

#include "core/domain/agent.h"
#include "core/domain/audit.h"
#include "core/domain/conversation.h"
#include "core/domain/subject_request.h"
#include "daemon/service/ports/stored.h"

#include <optional>

namespace destek::daemon
{

/// An audit entry on its way in. The store gives it its place in the tree and writes it in the
/// same transaction as the act. No content: ids, words of closed lists, staff names.
struct AuditDraft {
    Instant at;
    Actor actor;
    AuditAction action = AuditAction::DaemonStarted;
    ContactId contact; ///< becomes a keyed reference that dies with the person
    QString object;    ///< e.g. "message 6f1c…"
    QString reason;
    QString result;
};

class AuditTrail
{
public:
    virtual ~AuditTrail() = default;
    [[nodiscard]] virtual Stored<AuditPage> page(const AuditFilter &filter, const QString &cursor,
                                                 int limit) const = 0;
    [[nodiscard]] virtual Stored<qint64> size() const = 0;
    virtual Stored<qint64> append(const AuditDraft &draft) = 0;
};

/// A numbered change that consoles may show. Numbers are in commit order without gaps.
enum class ChangeKind : quint8 {
    Conversation,
    Message,
    Erased,
    Joined, ///< two people were one: conversations ended, consoles read everything again
    Team,   ///< labels, quick replies, shared views, the rule of assignment
};
constexpr auto enumNames(ChangeKind)
{
    return std::array{
        DESTEK_NAME(ChangeKind::Conversation, "conversation"),
        DESTEK_NAME(ChangeKind::Message, "message"), DESTEK_NAME(ChangeKind::Erased, "erased"),
        DESTEK_NAME(ChangeKind::Joined, "joined"), DESTEK_NAME(ChangeKind::Team, "team")};
}
struct Change {
    qint64 seq = 0;
    ChangeKind kind = ChangeKind::Conversation;
    ConversationId conversation;
    MessageId message;
    OrderId order;
};

class ChangeFeed
{
public:
    virtual ~ChangeFeed() = default;
    [[nodiscard]] virtual Stored<QList<Change>> after(qint64 seq, int limit) const = 0;
    [[nodiscard]] virtual Stored<qint64> last() const = 0;
    [[nodiscard]] virtual Stored<qint64> oldest() const = 0; ///< 0 if empty
    /// Also writes the number into the conversation's revision.
    virtual Stored<qint64> conversationChanged(ConversationId id) = 0;
    virtual Stored<qint64> messageChanged(ConversationId conversation, MessageId id) = 0;
    virtual Stored<qint64> personErased(OrderId order) = 0;
    virtual Stored<qint64> peopleJoined() = 0;
    virtual Stored<qint64> teamChanged() = 0;
};

struct TemplateRecord {
    QString name;
    QString language;
    QString category;
    QString status;
    QString body;
    QStringList variables;
    bool named = false;
    QByteArray components = {}; ///< Meta's JSON array: see template_grammar.h
    QString quality = {};
    bool frozen = false; ///< its category changed, or will: waits for the administrator
};

class Templates
{
public:
    virtual ~Templates() = default;
    [[nodiscard]] virtual Stored<QList<TemplateRecord>> all() const = 0;
    [[nodiscard]] virtual Stored<std::optional<TemplateRecord>>
    find(const QString &name, const QString &language) const = 0;
    virtual Stored<Done> replaceAll(const QList<TemplateRecord> &templates) = 0;
    /// A webhook said so: freezes at once until the next full fetch.
    virtual Stored<Done> setStatus(const QString &name, const QString &language,
                                   const QString &status) = 0;
    virtual Stored<Done> setCategory(const QString &name, const QString &language,
                                     const QString &category) = 0;
    virtual Stored<Done> setQuality(const QString &name, const QString &language,
                                    const QString &quality) = 0;
    virtual Stored<Done> setFrozen(const QString &name, const QString &language, bool frozen) = 0;
};

/// Erasure in two durable steps, so that a crash between them is finished at the next start:
/// order() (tombstones, suppression, cancelled sends; the person is gone for everyone) and then,
/// after the vault has destroyed the keys, complete() (rows deleted, record written).
class Erasures
{
public:
    virtual ~Erasures() = default;
    [[nodiscard]] virtual Stored<ErasurePreview> preview(ContactId id) const = 0; ///< counts only
    [[nodiscard]] virtual Stored<QList<ErasureOrder>> unfinished() const = 0;
    [[nodiscard]] virtual Stored<ErasureOrder> orderById(OrderId id) const = 0;
    [[nodiscard]] virtual Stored<QList<DestructionRecord>> records() const = 0;

    /// subjectRef is computed here, while the key lives.
    virtual Stored<ErasureOrder> order(ContactId id, const QString &orderedBy,
                                       const QString &reason, Instant at) = 0;
    /// Deletes every row of the person; counts into the record; document and signature are set
    /// by setDocument() once known.
    virtual Stored<DestructionRecord> complete(OrderId id, int keysDestroyed, Instant at) = 0;
    virtual Stored<Done> setDocument(OrderId id, const QByteArray &document,
                                     const QByteArray &signature) = 0;
    virtual Stored<Done> addReceipt(OrderId id, DeviceId device, const QByteArray &receipt,
                                    const QByteArray &signature, Instant at) = 0;
};

/// What has had its time goes: the store's half of the retention run. The caller destroys
/// the keys and notes the run.
class Retention
{
public:
    virtual ~Retention() = default;
    /// Deletes at most `limit` messages of before `cutoff`, the oldest first, with everything
    /// that hangs on them. Answers how many; fewer than `limit` means none are left.
    virtual Stored<int> removeMessagesBefore(Instant cutoff, int limit) = 0;
    /// Deletes conversations that lost all messages, then people without any record since
    /// `cutoff`. Who opted out after `refusalCutoff` stays: the refusal is evidence.
    /// Answers whose keys may be destroyed.
    virtual Stored<QList<ContactId>> removeEmptyPeople(Instant cutoff, Instant refusalCutoff) = 0;
};

/// A few named values of the daemon itself (times of the channel's last signs of life, ...).
class Facts
{
public:
    virtual ~Facts() = default;
    [[nodiscard]] virtual Stored<qint64> number(QStringView name, qint64 fallback) const = 0;
    virtual Stored<Done> setNumber(QStringView name, qint64 value) = 0;
};

} // namespace destek::daemon
