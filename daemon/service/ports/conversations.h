#pragma once

#include "daemon/service/ports/contacts.h"

namespace destek::daemon
{

struct ConversationRecord {
    ConversationId id;
    ContactId contact;
    QString phoneNumberId;                 ///< Meta's id of our number
    QString businessNumber;                ///< as Meta displays it
    std::optional<Instant> lastInboundAt;  ///< Meta's clock; opens the window; never moves back
    std::optional<Instant> lastQuestionAt; ///< last inbound that was not an opt-out word
    int waiting = 0;
    std::optional<Instant> waitingSince;
    bool optOutQuestion = false;
    Instant lastAt;
    MessageId lastMessage;    ///< invalid if none
    MessageId lastOwnMessage; ///< invalid if none
    qint64 revision = 0;      ///< feed number of the last change
    bool standby = false;     ///< somebody else answers; copies only
    Instant standbyAt;        ///< of the newest sign of who answers
};

struct InboxPlace {
    Instant lastAt;
    ConversationId id;
};

class Conversations
{
public:
    virtual ~Conversations() = default;
    [[nodiscard]] virtual Stored<ConversationRecord> record(ConversationId id) const = 0;
    [[nodiscard]] virtual Stored<QList<ConversationRecord>> ofContact(ContactId id) const = 0;
    /// Everybody who waits for an answer, newest first, at most `limit`.
    [[nodiscard]] virtual Stored<QList<ConversationRecord>> waiting(int limit) const = 0;
    /// The others by lastAt descending, strictly after `place` (nullopt: from the top).
    [[nodiscard]] virtual Stored<QList<ConversationRecord>>
    answered(std::optional<InboxPlace> place, int limit) const = 0;

    /// The one conversation of this person at this number (database constraint); made if absent.
    virtual Stored<ConversationId> openFor(const QString &phoneNumberId,
                                           const QString &businessNumber, ContactId contact) = 0;
    /// The bucket that paces what goes to this person (core/policy/pacing.h); 0 at first.
    [[nodiscard]] virtual Stored<qint64> pace(ConversationId id) const = 0;
    virtual Stored<Done> setPace(ConversationId id, qint64 bucket) = 0;
    /// Stores every field but id, contact, number, revision.
    virtual Stored<Done> update(const ConversationRecord &record) = 0;
};

} // namespace destek::daemon
