#pragma once

#include "core/domain/message.h"
#include "core/domain/search.h"
#include "daemon/service/ports/contacts.h"

#include <QByteArray>

namespace destek::daemon
{

/// A message as stored. Text, wamid, raw and template variables are sealed under the key of
/// (contact, month of `at`); the wamid is found again by keyed hash.
struct MessageRecord {
    MessageId id;
    ConversationId conversation;
    ContactId contact;
    Direction direction = Direction::Inbound;
    MessageKind kind = MessageKind::Text;
    SendState state = SendState::None;
    EventKind event = EventKind::None;
    MessageClass purpose = MessageClass::SupportAnswer;
    bool isOptOutConfirmation = false;
    QString text;
    QString wamid;  ///< empty until Meta gives one
    QByteArray raw; ///< Meta's JSON of the message for kinds we do not fully read; else empty
    QString templateName;
    QString templateLanguage;
    QStringList variables;
    AgentId author; ///< who wrote it; invalid for the daemon itself and inbound
    QString authorName;
    Instant at; ///< Meta's time inbound, ours outbound
    Instant receivedAt;
    Instant appliedAt;
    qint64 order = 0;  ///< given by the store
    int errorCode = 0; ///< of a failure (kNoMetaCode: without), or what put a queued one off
    QString refusal;
    int attempts = 0;
    Instant notBefore; ///< outbound: do not claim earlier (back-off)
    Provenance provenance = Provenance::Cloud;
    bool asks = false;   ///< written only: a question that waits for an answer
    QString target = {}; ///< written only: wamid that a reaction, edit or withdrawal is about
    ContactId sealedFor; ///< given by the store: whose keys it is sealed under
};

/// What was said last in a conversation: lines, reactions of ours and what was taken back before
/// it went out do not count.
struct Newest {
    MessageId message; ///< invalid: nothing was said
    Instant at;
    MessageId own; ///< invalid: nothing of ours
};

/// Who waits in a conversation.
struct Waiting {
    int messages = 0;
    std::optional<Instant> since;
};

enum class AttemptOutcome : quint8 {
    Pending,
    Accepted,
    Rejected,
    Retry,
    Unknown,
    Held, ///< nothing else would go through either: the queue waits (MetaErrorRule::stopsSending)
};
constexpr auto enumNames(AttemptOutcome)
{
    using O = AttemptOutcome;
    return std::array{DESTEK_NAME(O::Pending, "pending"),   DESTEK_NAME(O::Accepted, "accepted"),
                      DESTEK_NAME(O::Rejected, "rejected"), DESTEK_NAME(O::Retry, "retry"),
                      DESTEK_NAME(O::Unknown, "unknown"),   DESTEK_NAME(O::Held, "held")};
}

struct Attempt {
    int number = 0;
    Instant startedAt;
    Instant endedAt;
    AttemptOutcome outcome = AttemptOutcome::Pending;
    int httpStatus = 0;
    int code = 0;
};

struct StatusEvent {
    SendState state = SendState::Sent;
    Instant at;                   ///< Meta's
    int code = 0;                 ///< of a failure; kNoMetaCode: it came without
    QString pricingCategory = {}; ///< Meta's words, open; empty: none given
    QString pricingType = {};
    int attempt = 0; ///< which try it is about, from 1; 0: not known
};

/// What was new about a status.
struct StatusNoted {
    bool fresh = false;  ///< this (attempt, state) was not noted before
    bool priced = false; ///< the first of its attempt that carried a price
};

/// One of our messages and which of its attempts a WhatsApp id belongs to.
struct SentAttempt {
    MessageId message;
    int attempt = 0; ///< 0: from before attempts had ids of their own
};

struct ThreadPlace {
    Instant at;
    qint64 order = 0;
};

class Messages
{
public:
    virtual ~Messages() = default;
    [[nodiscard]] virtual Stored<MessageRecord> record(MessageId id) const = 0;
    [[nodiscard]] virtual Stored<std::optional<MessageId>>
    findByWamid(const QString &phoneNumberId, const QString &wamid) const = 0;
    /// The same for what we sent, with the attempt.
    [[nodiscard]] virtual Stored<std::optional<SentAttempt>>
    findAttempt(const QString &phoneNumberId, const QString &wamid) const = 0;
    /// Up to `limit` messages before (descending walk, returned oldest first) or after a place.
    [[nodiscard]] virtual Stored<QList<MessageRecord>>
    before(ConversationId id, std::optional<ThreadPlace> place, int limit) const = 0;
    [[nodiscard]] virtual Stored<QList<MessageRecord>> after(ConversationId id, ThreadPlace place,
                                                             int limit) const = 0;
    /// The same without messages that are shown as part of another one.
    [[nodiscard]] virtual Stored<QList<MessageRecord>>
    bubblesBefore(ConversationId id, std::optional<ThreadPlace> place, int limit) const = 0;
    [[nodiscard]] virtual Stored<QList<MessageRecord>>
    bubblesAfter(ConversationId id, ThreadPlace place, int limit) const = 0;
    /// The newest bubble that is not a line of our own.
    [[nodiscard]] virtual Stored<std::optional<MessageId>> lastBubble(ConversationId id) const = 0;
    /// Reactions, edits and withdrawals of this message, oldest first.
    [[nodiscard]] virtual Stored<QList<MessageRecord>> linkedTo(MessageId id) const = 0;
    /// What this one is a reaction, edit or withdrawal of, if that is among ours.
    [[nodiscard]] virtual Stored<std::optional<MessageId>> linkTarget(MessageId id) const = 0;
    /// Other corrections and withdrawals of what this one corrects or withdraws, oldest first.
    [[nodiscard]] virtual Stored<QList<MessageRecord>> linkedAlike(MessageId id) const = 0;
    [[nodiscard]] virtual Stored<Waiting> waitingIn(ConversationId id) const = 0;
    [[nodiscard]] virtual Stored<Newest> newestIn(ConversationId id) const = 0;
    [[nodiscard]] virtual Stored<QList<Attempt>> attempts(MessageId id) const = 0;
    [[nodiscard]] virtual Stored<QList<StatusEvent>> statuses(MessageId id) const = 0;
    /// Queued messages that may start now: the oldest of each conversation that has none in
    /// `sending`, with notBefore <= now; oldest first. Numbers whose sending is stopped and not due
    /// for a trial are left out.
    [[nodiscard]] virtual Stored<QList<MessageId>> claimable(Instant now, int limit) const = 0;
    /// Left in `sending` by a process that ended.
    [[nodiscard]] virtual Stored<QList<MessageId>> inState(SendState state, int limit) const = 0;
    [[nodiscard]] virtual Stored<int> queued() const = 0;
    /// Of everybody, oldest first.
    [[nodiscard]] virtual Stored<QList<MessageRecord>> ofKind(MessageKind kind,
                                                              int limit) const = 0;

    /// Conflict if (number, wamid) or the id is there already. Sets `order`; indexes the words
    /// of `text` for search as keyed hashes.
    virtual Stored<qint64> insert(const MessageRecord &record, const QString &phoneNumberId) = 0;
    /// kind, text and raw: what stood there was only announced before.
    virtual Stored<Done> replaceContent(const MessageRecord &record) = 0;
    /// state, errorCode, refusal, attempts, notBefore.
    virtual Stored<Done> updateState(const MessageRecord &record) = 0;
    /// Queued becomes Withdrawn and loses its content, also for search. NotFound: not queued.
    virtual Stored<Done> withdraw(MessageId id) = 0;
    virtual Stored<Done> setWamid(MessageId id, const QString &phoneNumberId,
                                  const QString &wamid) = 0;
    /// Every attempt keeps the id Meta gave it; the message's own is the newest one's. Conflict if
    /// the attempt has another id, or the id is another attempt's.
    virtual Stored<Done> setAttemptWamid(MessageId id, int attempt, const QString &phoneNumberId,
                                         const QString &wamid) = 0;
    virtual Stored<StatusNoted> addStatus(MessageId id, const StatusEvent &status) = 0;
    /// A status whose message we do not know (yet): kept by keyed hash, without any text.
    virtual Stored<Done> parkStatus(const QString &phoneNumberId, const QString &wamid,
                                    const StatusEvent &status) = 0;
    virtual Stored<QList<StatusEvent>> takeParked(const QString &phoneNumberId,
                                                  const QString &wamid) = 0;
    virtual Stored<Done> startAttempt(MessageId id, const Attempt &attempt) = 0;
    virtual Stored<Done> endAttempt(MessageId id, const Attempt &attempt) = 0;
};

/// Search without plaintext on disk: keyed hashes of folded words and their prefixes; hits are
/// opened and checked before they are believed.
class SearchIndex
{
public:
    virtual ~SearchIndex() = default;
    /// Messages that hold all the folded words (the last one as a prefix), newest first.
    [[nodiscard]] virtual Stored<QList<MessageId>> find(const QStringList &foldedWords, int limit,
                                                        const SearchFilter &filter = {}) const = 0;
    /// Conversations of people whom all the words typed begin a word of their names, username or
    /// fields, or whose number was typed, whole or its last four digits. The one that moved last
    /// comes first.
    [[nodiscard]] virtual Stored<QList<ConversationId>> findPeople(const QString &typed,
                                                                   int limit) const = 0;
    /// People are indexed as they change; this does it for the next ones after `last` who were
    /// known before. Answers the last of them; invalid: there are no more.
    virtual Stored<ContactId> indexPeopleAfter(ContactId last, int limit) = 0;
};

} // namespace destek::daemon
